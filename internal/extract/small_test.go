package extract

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
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
				e := extractPages(pages)
				out.WriteString(smallResult + e.summary(pages) + "\n" + e.told() + "\n")
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

// told gives for each field by which words its facts are known, and how its description is written where that
// is more than its plain text.
func (e extracted) told() string {
	var out strings.Builder
	seen := make(map[*api.Schema]bool)
	field := func(f *api.Field) {
		var facts, text []string
		for _, c := range f.Claims {
			facts = append(facts, string(c.Fact)+" by "+string(c.Origin.How))
		}
		for _, p := range f.Passages {
			text = append(text, p.Markdown)
		}
		line := strings.Join(slices.Compact(facts), ", ")
		if written := strings.Join(text, "|"); written != f.Text {
			line += fmt.Sprintf(" %q", written)
		}
		if line != "" {
			out.WriteString(f.Name + ": " + strings.TrimSpace(line) + "\n")
		}
	}
	for _, op := range e.svc.Operations {
		for _, v := range append([]*api.Operation{op}, op.Variants...) {
			for _, q := range v.Params {
				field(&q.Field)
			}
			v.EachType(func(t *api.Type) {
				if s := t.Schema; s != nil && !seen[s] {
					seen[s] = true
					for _, f := range s.Fields {
						field(f)
					}
				}
			})
		}
	}
	return out.String()
}
