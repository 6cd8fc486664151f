package tests

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// withoutCase lists the rules that no page of the repository shows, and where they are
// tested instead.
var withoutCase = map[string]string{
	"tool/internal-error": "no page is known that gives it; TestPanicCostsOnePage has a reader that does",
	"tool/too-deep":       "its page is made by TestTooDeep",
	"tool/too-large":      "its page is made by TestTooLarge",
}

// ruleName finds the rule at the end of a printed finding.
var ruleName = regexp.MustCompile(`\[((?:docs|tool)/[a-z0-9-]+)\]`)

// TestEachRuleHasACase asks for a page for each rule of the catalogue, among those of pages/
// and those of the readers.
func TestEachRuleHasACase(t *testing.T) {
	shown := make(map[string]bool)
	for _, pattern := range []string{"pages/*/findings.txt", "../internal/*/testdata/*.findings"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no findings in %s: %v", pattern, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range ruleName.FindAllSubmatch(text, -1) {
				shown[string(m[1])] = true
			}
		}
	}
	for _, r := range diag.Rules() {
		why, excused := withoutCase[r.ID]
		switch {
		case !shown[r.ID] && !excused:
			t.Errorf("no page shows %s: add one to tests/pages", r.ID)
		case shown[r.ID] && excused:
			t.Errorf("a page shows %s now; take it off the list (%s)", r.ID, why)
		}
		delete(withoutCase, r.ID)
		delete(shown, r.ID)
	}
	for rule := range withoutCase {
		t.Errorf("%s is excused, but it is not a rule", rule)
	}
	for rule := range shown {
		t.Errorf("a golden file has %s, which is not a rule", rule)
	}
}
