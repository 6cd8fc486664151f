package diag_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// TestReference keeps the table in internal/README.md what the catalogue says.
func TestReference(t *testing.T) {
	const begin, end = "<!-- findings:begin -->\n", "<!-- findings:end -->\n"
	file := filepath.Join(golden.Root(t), "internal", "README.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no place for the findings between %s and %s", file, begin, end)
	}
	golden.Equal(t, file, []byte(before+begin+diag.Reference()+end+after))
}

// TestReferenceCells holds the table to what Markdown reads as one: each row has as many
// cells as the head, whatever stands in the examples.
func TestReferenceCells(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(diag.Reference()), "\n")
	if len(lines) != 2+len(diag.Rules()) {
		t.Fatalf("%d lines for %d rules", len(lines), len(diag.Rules()))
	}
	for _, line := range lines {
		if n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|"); n != 6 {
			t.Errorf("%d bars: %s", n, line)
		}
		if strings.Count(line, "`")%2 != 0 {
			t.Errorf("an open code span: %s", line)
		}
	}
}
