package tests

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/explain"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// TestExplain explains fields of the sets in pages/ that differ in what describes them.
func TestExplain(t *testing.T) {
	var out strings.Builder
	for _, c := range []struct{ set, path string }{
		{"examples_disagree", "WeighGoose.ring"},           // two kinds of values
		{"examples_disagree", "WeighGoose.owner"},          // null
		{"examples_disagree", "WeighGoose.mood"},           // a value that the list lacks
		{"examples_disagree", "WeighGoose.eggs"},           // a list and its elements
		{"examples_disagree", "WeighGoose.feathers.count"}, // in no table
		{"limits", "FillJar.spoons"},                       // limits that a default and an example break
		{"limits", "FillJar.name"},                         // two limits that disagree
		{"limits", "FillJar.stir"},                         // a default of another type
		{"variants", "CutRope.cut.length"},                 // a variant by its own name
		{"variants", "RopesAction.rope_id"},                // all variants
		{"recursion", "ShowTree.root.children.parent.branches.name"},
	} {
		res, err := otc.Convert(readSet(t, filepath.Join("pages", c.set), c.set))
		if err != nil {
			t.Fatal(err)
		}
		text, err := explain.Field(res.Service, res.Findings, c.path)
		if err != nil {
			t.Errorf("%s: %v", c.path, err)
		}
		out.WriteString("== " + c.set + " " + c.path + "\n" + text)
	}
	golden.Equal(t, filepath.Join("testdata", "explain.txt"), []byte(out.String()))
}

// TestExplainReal explains two fields of the real documentation.
func TestExplainReal(t *testing.T) {
	res, err := otc.Convert(readSet(t, golden.Shared(t, "corpus/cloud-backup-recovery"), "cbr"))
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string][]string{
		"CreatePolicy.policy.operation_definition.max_backups": {
			"request body", "response 200 body", // both sides
			"querying_the_policy_list.rst:115:32",                                  // the cell with the type
			"\n    minimum  -1       prose   ", "\n    minimum  1        label   ", // they disagree
			"\n    integer  2 times  ",                                                       // the example
			"\n    overruled  minimum 1 (label ", "\n    because ", "[docs/limits-disagree]", // the outcome
		},
		"ListBackups.limit":        {"query parameter", "\n    minimum    1"},
		"ListBackups.used_percent": {"query parameter", "\n    type       string"},
	} {
		text, err := explain.Field(res.Service, res.Findings, path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
		}
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s lacks %q:\n%s", path, w, text)
			}
		}
	}
}

// TestCorrectionsHold applies the overlays of spec/ to the real documentation: one that
// corrects nothing any more fails here.
func TestCorrectionsHold(t *testing.T) {
	sets := map[string]string{"csbs": "cloud-server-backup-service"}
	files, err := filepath.Glob(filepath.Join(golden.Root(t), "spec", "overlays", "*.yaml"))
	if err != nil || len(files) != len(sets) {
		t.Fatalf("%v; the test knows %d sets, but the overlays are %v", err, len(sets), files)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		res, err := otc.Convert(readSet(t, golden.Shared(t, "corpus/"+sets[name]), name))
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		o, err := convert.ParseOverlay(file, text)
		if err != nil {
			t.Fatal(err)
		}
		text, err = res.Encode("x.yaml", false, o)
		if err != nil || !strings.Contains(string(text), "x-corrected: https://") {
			t.Errorf("%s: %v", file, err)
		}
		if _, err := res.Encode("x.yaml", false, o, o); err == nil || !strings.Contains(err.Error(), "changes nothing") {
			t.Errorf("%s applied twice: %v", file, err)
		}
	}
}
