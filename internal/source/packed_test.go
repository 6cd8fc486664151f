package source_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/source"
)

// A packed file says the same as before, of runs of all lengths and in all places.
func TestPacked(t *testing.T) {
	var b strings.Builder
	for _, n := range []int{0, 1, 7, 8, 9, 127, 128, 300} {
		for _, c := range " -=+|xé" {
			run := strings.Repeat(string(c), n)
			b.WriteString(run + "\n" + "a" + run + "\n" + run + "é" + run + "\n" + "- " + run + "--" + run + "|\n")
		}
	}
	border := "+" + strings.Repeat("-", 20) + "+\n"
	b.WriteString(border + "|" + strings.Repeat(" ", 20) + "|\n" + border + border + "text\n  " + border + border)
	f := source.New("p", []byte(b.String()+"a\xffb"))
	p := f.Packed()
	if !slices.Equal(p.Lines(), f.Lines()) || p.Len() != f.Len() || p.Path() != f.Path() || p.Valid() != f.Valid() {
		t.Fatalf("a packed file has the lines %q, want %q", p.Lines(), f.Lines())
	}
	for n := -1; n <= f.Len()+1; n++ {
		if p.Line(n) != f.Line(n) {
			t.Errorf("line %d is %q in a packed file, want %q", n, p.Line(n), f.Line(n))
		}
		for _, col := range []int{0, 1, 21, 22, 23} {
			if pos := (source.Pos{Line: n, Col: col}); p.Contains(pos) != f.Contains(pos) {
				t.Errorf("a packed file contains %v: %v", pos, p.Contains(pos))
			}
		}
	}
	if p.Packed() != p {
		t.Error("a packed file is packed again")
	}
}

func FuzzPacked(f *testing.F) {
	f.Add("+--------+\n|        |\n+========+\n")
	f.Add("        a        \r\n\xff--------")
	f.Fuzz(func(t *testing.T, text string) {
		file := source.New("p", []byte(text))
		if got := file.Packed().Lines(); !slices.Equal(got, file.Lines()) {
			t.Errorf("packed lines %q, want %q", got, file.Lines())
		}
	})
}
