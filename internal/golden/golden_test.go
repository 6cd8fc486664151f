package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// recorder keeps what a test would have failed with.
type recorder struct {
	testing.TB
	failed string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.failed = strings.SplitN(format, "%s", 2)[1]
	if len(args) > 1 {
		r.failed += args[1].(string)
	}
}

func (r *recorder) Fatal(args ...any) { r.TB.Fatal(args...) }

func TestEqual(t *testing.T) {
	for _, c := range []struct {
		name, mode, before, got string
		failed, after           string
	}{
		{"same", "", "a\n", "a\n", "", "a\n"},
		{"no file and nothing", "", "", "", "", ""},
		{"differs", "", "a\n", "b\n", "differs", "a\n"},
		{"differs, unknown mode", "yes", "a\n", "b\n", "differs", "a\n"},
		{"refresh", "refresh", "a\n", "b\n", "rewritten", "b\n"},
		{"force", "force", "a\n", "b\n", "rewritten", "b\n"},
		{"refresh what is same", "refresh", "a\n", "a\n", "", "a\n"},
		{"a new file", "refresh", "", "b\n", "rewritten", "b\n"},
		{"a file that goes", "refresh", "a\n", "", "rewritten", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "folder", "x.txt")
			put(t, file, c.before)
			t.Setenv(Env, c.mode)
			r := &recorder{TB: t}
			Equal(r, file, []byte(c.got))
			check(t, r, file, c.failed, c.after)
		})
	}
}

func put(t *testing.T, file, text string) {
	t.Helper()
	if text == "" {
		return
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func check(t *testing.T, r *recorder, file, failed, after string) {
	t.Helper()
	if failed == "" && r.failed != "" || !strings.Contains(r.failed, failed) {
		t.Errorf("failed with %q, want %q", r.failed, failed)
	}
	text, err := os.ReadFile(file)
	if err != nil && (after != "" || !os.IsNotExist(err)) {
		t.Fatal(err)
	}
	if string(text) != after {
		t.Errorf("the file holds %q, want %q", text, after)
	}
}

// board makes a scoreboard of two sets.
func board(good, bad, other int) *Board {
	b := &Board{Note: "# A note.", Columns: []Column{{"good", Up}, {"bad", Down}, {"other", Neutral}}, Below: "a: 1 2 3\n"}
	b.Add("jars", 1, 1, 1)
	b.Add("lids", good, bad, other)
	return b
}

func TestBoardText(t *testing.T) {
	want := "# A note.\n" +
		"set     good    bad  other\n" +
		"jars       1      1      1\n" +
		"lids       5      5      5\n" +
		"total      6      6      6\n" +
		"\na: 1 2 3\n"
	if got := board(5, 5, 5).text(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestBoard(t *testing.T) {
	five := board(5, 5, 5).text()
	for _, c := range []struct {
		name, before string
		b            *Board
		refused      string // what is worse, or "" for what is taken
	}{
		{"more that is good", five, board(6, 5, 5), ""},
		{"less that is bad", five, board(5, 4, 5), ""},
		{"more and less of the others", five, board(5, 5, 4), ""},
		{"less that is good", five, board(4, 5, 5), "lids: good was 5 and is 4"},
		{"more that is bad", five, board(5, 6, 5), "lids: bad was 5 and is 6"},
		{"better and worse", five, board(9, 6, 5), "lids: bad was 5 and is 6"},
		{"a row that goes", strings.ReplaceAll(five, "jars ", "pots "), board(5, 5, 5), "pots is gone"},
		{"a row that comes", strings.ReplaceAll(five, "jars       1      1      1\n", ""), board(5, 5, 5), ""},
		{"a column that comes", strings.ReplaceAll(five, " bad", " old"), board(5, 9, 5), ""},
		{"the first one", "", board(1, 1, 1), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "board.txt")
			for _, mode := range []string{"", "refresh", "force"} {
				os.Remove(file)
				put(t, file, c.before)
				t.Setenv(Env, mode)
				r := &recorder{TB: t}
				c.b.Equal(r, file)
				failed, after := "rewritten", c.b.text()
				switch {
				case c.refused != "" && mode != "force":
					failed, after = c.refused, c.before
				case mode == "":
					failed, after = "differs", c.before
				}
				check(t, r, file, failed, after)
			}
		})
	}
	file := filepath.Join(t.TempDir(), "board.txt")
	put(t, file, five)
	r := &recorder{TB: t}
	board(5, 5, 5).Equal(r, file)
	check(t, r, file, "", five)
}
