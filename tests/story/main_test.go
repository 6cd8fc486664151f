package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// TestStory tells the story, and holds the lines of it that the README shows.
func TestStory(t *testing.T) {
	var out strings.Builder
	if err := run(&out); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	told := out.String()
	if n := strings.Count(told, "\nthe vault has a copy\n"); n != 3 {
		t.Errorf("the program worked %d times, not at the start and after each change of the docs", n)
	}
	for _, want := range []string{"svs: up to date at ", "\n1 set is up to date\n", "#### Breaking (1)"} {
		if !strings.Contains(told, want) {
			t.Errorf("%q is not in\n%s", want, told)
		}
	}
	if strings.Contains(told, "vaults.go") && strings.Contains(told, " vaults.go ") {
		t.Errorf("the user had to change the program:\n%s", told)
	}
	excerpt := excerptOf(told)
	if n := strings.Count(excerpt, "\n"); n != 10 {
		t.Errorf("the README shows %d lines, not ten", n)
	}
	const begin, end = "<!-- story:begin -->\n", "<!-- story:end -->\n"
	file := filepath.Join(golden.Root(t), "README.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no place for the story between %s and %s", file, begin, end)
	}
	golden.Equal(t, file, []byte(before+begin+"\n```console\n"+excerpt+"```\n\n"+end+after))
}

// excerptOf are the lines about docs that change, without what git and the headings of the
// report say.
func excerptOf(told string) string {
	var b strings.Builder
	shown := []string{"# The docs change", "$ go tool rst2openapi sync --update", "svs from ", "$ cat ", "1 breaking", "- `"}
	for line := range strings.Lines(told) {
		if slices.ContainsFunc(shown, func(prefix string) bool { return strings.HasPrefix(line, prefix) }) {
			b.WriteString(line)
		}
	}
	return b.String()
}
