package source_test

import (
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/source"
)

func TestFile(t *testing.T) {
	for text, want := range map[string][]string{
		"a\r\nb\rc\nd": {"a", "b", "c", "d"},
		"a\n":          {"a"},
		"a\n\n":        {"a", ""},
		"\n":           {""},
		"":             {},
		"\ufeffa":      {"a"},
		"a\xffb":       {"a\ufffdb"},
	} {
		f := source.New("p", []byte(text))
		if !slices.Equal(f.Lines(), want) || f.Valid() != (text != "a\xffb") || f.Path() != "p" {
			t.Errorf("%q has the lines %q", text, f.Lines())
		}
	}
	f := source.New("p", []byte("é1\nb"))
	if f.Line(1) != "é1" || f.Line(2) != "b" || f.Line(0) != "" || f.Line(3) != "" {
		t.Error("a line is another one")
	}
	for _, c := range []struct {
		pos  source.Pos
		want bool
	}{
		{source.Pos{Line: 1, Col: 1}, true}, {source.Pos{Line: 1, Col: 3}, true}, {source.Pos{Line: 1, Col: 4}, false}, {source.Pos{Line: 2, Col: 2}, true},
		{source.Pos{Line: 1, Col: 0}, false}, {source.Pos{Line: 0, Col: 1}, false}, {source.Pos{Line: 3, Col: 1}, false},
	} {
		if got := f.Contains(c.pos); got != c.want {
			t.Errorf("the page contains %v: %v", c.pos, got)
		}
	}
}

func TestPos(t *testing.T) {
	a, b, c := source.Pos{Line: 1, Col: 5}, source.Pos{Line: 2, Col: 1}, source.Pos{Line: 2, Col: 2}
	for _, x := range []struct {
		a, b source.Pos
		want bool
	}{{a, b, true}, {b, a, false}, {b, c, true}, {c, b, false}, {b, b, false}, {a, c, true}, {c, a, false}} {
		if got := x.a.Before(x.b); got != x.want {
			t.Errorf("%v before %v: %v", x.a, x.b, got)
		}
	}
	if (source.Pos{}).IsValid() || !a.IsValid() || a.String() != "1:5" {
		t.Error("a place is written as line:col, and line 0 is none")
	}
}
