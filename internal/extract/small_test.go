package extract

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// TestSmallPages holds what comes out of small sets of pages against the files in
// testdata/small, where each set stands above its result. A set is there because no other test
// tells what one condition is for, in the source file that the golden file is named after; it
// has no more than that takes. To add one, write its pages below a line "=== NAME", each below
// "--- FILE", and refresh.
func TestSmallPages(t *testing.T) {
	files, err := filepath.Glob("testdata/small/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no small pages", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			for i, set := range strings.Split("\n"+string(text), "\n=== ") {
				if i == 0 {
					continue
				}
				name, pages := smallSet(set)
				if len(pages) == 0 {
					t.Errorf("%s has no page", name)
				}
				out.WriteString("=== " + name + "\n")
				for _, path := range slices.Sorted(maps.Keys(pages)) {
					out.WriteString("--- " + path + "\n" + strings.TrimSpace(pages[path]) + "\n\n")
				}
				out.WriteString(smallResult + extractPages(pages).summary(pages) + "\n\n")
			}
			golden.Equal(t, file, []byte(out.String()))
		})
	}
}

// smallResult begins the result of a set.
const smallResult = "--- result\n"

// smallSet reads the name of a set and its pages.
func smallSet(text string) (name string, pages map[string]string) {
	text, _, _ = strings.Cut(text, smallResult)
	pages = make(map[string]string)
	for i, part := range strings.Split(text, "\n--- ") {
		head, rest, _ := strings.Cut(part+"\n", "\n")
		if i == 0 {
			name = head
		} else {
			pages[head] = rest
		}
	}
	return name, pages
}
