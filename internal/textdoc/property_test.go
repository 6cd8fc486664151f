package textdoc_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/source"
	"github.com/rst2openapi/rst2openapi/internal/textdoc"
)

// checkPage reads a page and says what is wrong with the tree, "" where nothing is: every
// text must be what the page has at its place, and each row must have a cell a column.
func checkPage(name string, text []byte) string {
	f := source.New(name, text)
	var found diag.List
	page := textdoc.Parse(f, words, &found)
	wrong := ""
	fail := func(format string, args ...any) {
		if wrong == "" {
			wrong = fmt.Sprintf(format, args...)
		}
	}
	place := func(what string, p source.Pos) {
		if !f.Contains(p) && len(f.Lines()) > 0 {
			fail("%s at %v lies outside the page", what, p)
		}
	}
	seg := func(s doc.Seg) {
		place("text "+s.Text, s.Pos)
		if line := []rune(f.Line(s.Pos.Line)); wrong == "" && len(line) < 10_000 && !strings.HasPrefix(string(line[s.Pos.Col-1:]), s.Text) {
			fail("text %q is not what stands at %v", s.Text, s.Pos)
		}
	}
	for _, x := range found.Sorted() {
		place("finding "+x.String(), x.Pos)
	}
	doc.WalkAll(page.Blocks, func(n doc.Block) bool {
		place(fmt.Sprintf("%T", n), n.Pos())
		switch n := n.(type) {
		case *doc.Section:
			seg(n.Title[0].Segs[0])
		case *doc.Paragraph:
			for _, s := range n.Text[0].Segs {
				seg(s)
			}
		case *doc.Code:
			for _, s := range n.Lines {
				seg(s)
			}
		case *doc.Table:
			for _, row := range append(n.Head, n.Body...) {
				for i, c := range row.Cells {
					place("cell", c.Start)
					if c.Col != i || c.ColSpan != 1 || c.RowSpan != 1 || len(row.Cells) != n.Cols {
						fail("the row at %v does not fit its table", row.Start)
					}
				}
			}
		}
		return true
	})
	doc.Dump(page)
	return wrong
}

// TestSeed reads a page saved from the help centre, as it is and damaged: cut, without a
// paragraph, with other indents.
func TestSeed(t *testing.T) {
	text, err := os.ReadFile(golden.Shared(t, "seeds/001_e298450765e05b24.txt"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(text), "\n")
	damaged := map[string]string{
		"as it is":        string(text),
		"no blank lines":  strings.ReplaceAll(string(text), "\n\n", "\n"),
		"tabs":            strings.ReplaceAll(string(text), "    ", "\t"),
		"no-break spaces": strings.ReplaceAll(string(text), " ", "\u00a0"),
		"all bullets":     strings.ReplaceAll(string(text), "    ", "  • "),
		"not UTF-8":       strings.ReplaceAll(string(text), "o", "\xf6"),
	}
	for i := range lines {
		damaged[fmt.Sprintf("without line %d", i+1)] = strings.Join(lines[:i], "") + strings.Join(lines[i+1:], "")
	}
	for n := 100; n < len(text); n += 100 {
		damaged[fmt.Sprintf("cut at %d", n)] = string(text[:n])
		damaged[fmt.Sprintf("from %d on", n)] = string(text[n:])
	}
	for what, s := range damaged {
		if wrong := checkPage("seed.txt", []byte(s)); wrong != "" {
			t.Errorf("%s: %s", what, wrong)
		}
	}
}

// TestHostile reads pages that were made to cost much: what counts is that they return.
func TestHostile(t *testing.T) {
	const n = 20_000
	rep := strings.Repeat
	head := "Parameter\n\nMandatory\n\nType\n\nDescription\n\n"
	var stairs strings.Builder
	for i := range 1000 {
		stairs.WriteString(rep(" ", 2*i) + "• x\n\n")
	}
	for name, text := range map[string]string{
		"bullets":      rep("• ", n) + "x",
		"stairs":       stairs.String(),
		"numbers":      rep("1. ", n) + "x",
		"heads":        rep("Parameter\n\nType\n\n", n),
		"other heads":  rep("Location\n\n", n),
		"names":        head + rep("lamp\n\n", n),
		"types":        head + rep("String\n\n", n),
		"rows":         head + rep("lamp\n\nYes\n\nString\n\ntext\n\n", n),
		"lost":         head + rep("lamp\n\nYes\n\nString\n\n", n),
		"long cells":   head + rep("lamp\n\nYes\n\nString\n\n"+rep("x ", 5000)+"\n\n", 20),
		"braces":       rep("{\n\n", n),
		"code":         "{\n" + rep("\n  }\n", n),
		"titles":       rep("URI\n\n", n),
		"a long line":  rep("x ", n),
		"blank":        rep(" \t\n", n),
		"control":      "URI\n\n\x00\x01\n\n• \x0b\n\n\x7f GET /v1",
		"bullet alone": "•\n\n• \n\n-\n\n1. \n\n1.\n",
		"no lines":     "",
	} {
		t.Run(name, func(t *testing.T) {
			if wrong := checkPage("hostile.txt", []byte(text)); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	cases, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range cases {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if wrong := checkPage("fuzz.txt", text); wrong != "" {
			t.Errorf("%s\n%q", wrong, text)
		}
	})
}
