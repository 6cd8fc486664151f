package terminal

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"a b-ü€😀":               "a b-ü€😀",
		"a\x1b[31mb":            "a\ufffd[31mb",
		"a\nb\r\tc":             "a\ufffdb\ufffd\ufffdc",
		"a\u202eb\u2066c\ufeff": "a\ufffdb\ufffdc\ufffd",
		"a\u2028b\u0085":        "a\ufffdb\ufffd",
	} {
		if got := Printable(in); got != want {
			t.Errorf("Printable(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestMessage: a message has a bound, in characters, and keeps its start and its end; a short one stays.
func TestMessage(t *testing.T) {
	long := Message("the key\n" + strings.Repeat("ü", 5000) + " is unknown (line 3)")
	if n := utf8.RuneCountInString(long); n > 1550 || !strings.HasPrefix(long, "the key\ufffdü") || !strings.HasSuffix(long, "ü is unknown (line 3)") ||
		!strings.Contains(long, "(3528 characters left out)") {
		t.Errorf("%d characters: %s", n, long)
	}
	if short := strings.Repeat("ü", 1500); Message(short) != short {
		t.Error("a short message was changed")
	}
}

// What is written does the same however it is cut into calls.
func TestWriter(t *testing.T) {
	for in, want := range map[string]string{
		"one\ntwo\tthree\n":           "one\ntwo\tthree\n",
		"a\x1b]0;title\x07b\n":        "a\\u001b]0;title\\u0007b\n",
		"a\u202eb\u009b\x7f":          "a\\u202eb\\u009b\\u007f",
		"a\rb":                        "a\\u000db",
		"tag \U000e0041":              `tag \udb40\udc41`,
		"::error::x\n  ::add-mask::y": ":\\u003aerror::x\n  :\\u003aadd-mask::y",
		"##[command]\n\t##vso[x]":     "#\\u0023[command]\n\t#\\u0023vso[x]",
		"# a ## b :: c\n:x: #y":       "# a ## b :: c\n:x: #y",
		":#:: x\n#:\n":                ":#:: x\n#:\n",
		"ü€😀\n":                       "ü€😀\n",
	} {
		for size := 1; size <= 4; size++ {
			var b bytes.Buffer
			w := &Writer{W: &b}
			for rest := in; rest != ""; {
				n := min(size, len(rest))
				if k, err := w.Write([]byte(rest[:n])); k != n || err != nil {
					t.Fatalf("Write = %d, %v", k, err)
				}
				rest = rest[n:]
			}
			if got := b.String(); got != want {
				t.Errorf("%q in pieces of %d is written as %q, want %q", in, size, got, want)
			}
		}
	}
}

func TestWriterKeepsJSON(t *testing.T) {
	want := "::x \x1b[1m\u202e\x7f\U000e0041 ##[group]\n"
	var b bytes.Buffer
	enc := json.NewEncoder(&Writer{W: &b})
	enc.SetEscapeHTML(false)
	if err := enc.Encode(want); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(b.String(), "\x1b\u202e\x7f\U000e0041") {
		t.Errorf("%q holds what a terminal acts on", b.String())
	}
	var got string
	if err := json.Unmarshal(b.Bytes(), &got); err != nil || got != want {
		t.Errorf("%q is read as %q, %v; want %q", b.String(), got, err, want)
	}
}
