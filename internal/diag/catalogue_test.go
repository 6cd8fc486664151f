package diag_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

func TestRules(t *testing.T) {
	id := regexp.MustCompile(`^(docs|tool)/[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := make(map[string]bool)
	if !slices.IsSortedFunc(diag.Rules(), func(a, b diag.Rule) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("the rules are not sorted by ID")
	}
	for _, r := range diag.Rules() {
		if !id.MatchString(r.ID) {
			t.Errorf("%s is not docs/words-with-hyphens or tool/words-with-hyphens", r.ID)
		}
		if seen[r.ID] {
			t.Errorf("%s is there twice", r.ID)
		}
		seen[r.ID] = true
		switch r.Level {
		case diag.Error, diag.Warning, diag.Note:
		default:
			t.Errorf("%s has the level %q", r.ID, r.Level)
		}
		if !strings.HasSuffix(r.Purpose, ".") || strings.Contains(strings.TrimSuffix(r.Purpose, "."), ". ") {
			t.Errorf("the purpose of %s is not one sentence: %q", r.ID, r.Purpose)
		}
		if r.Good == "" || r.Bad == "" || r.Good == r.Bad {
			t.Errorf("%s needs an example of what is good and one of what is bad", r.ID)
		}
		if got, ok := diag.Lookup(r.ID); !ok || got != r {
			t.Errorf("Lookup(%q) = %v, %v", r.ID, got, ok)
		}
	}
	if _, ok := diag.Lookup("docs/no-such-rule"); ok {
		t.Error("Lookup finds a rule that is not there")
	}
}

func TestFamily(t *testing.T) {
	if diag.Family("docs/no-name") != "docs" || diag.Family("tool/no-operation") != "tool" {
		t.Error("the family stands before the slash")
	}
}

// TestRulesInCode reads the source: each ID that it names is in the catalogue, and each
// rule of the catalogue is named somewhere.
func TestRulesInCode(t *testing.T) {
	id := regexp.MustCompile(`^(docs|tool)/[a-z0-9-]+$`)
	used := make(map[string]bool)
	root := golden.Root(t)
	for _, dir := range []string{"internal", "cmd"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") || d.Name() == "catalogue.go" {
				return err
			}
			set := token.NewFileSet()
			f, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				s, err := strconv.Unquote(lit.Value)
				if err != nil || !id.MatchString(s) {
					return true
				}
				used[s] = true
				if _, ok := diag.Lookup(s); !ok {
					t.Errorf("%s names the rule %s, which the catalogue lacks", set.Position(lit.Pos()), s)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range diag.Rules() {
		if !used[r.ID] {
			t.Errorf("nothing reports %s", r.ID)
		}
	}
}
