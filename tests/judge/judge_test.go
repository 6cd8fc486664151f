package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// wanted is the share of the judged findings of each rule that must be true.
const wanted = 0.95

// TestShares holds each rule to its judgements: nearly all that it accuses must be true.
func TestShares(t *testing.T) {
	for _, file := range files {
		judged, err := parse(file)
		if err != nil {
			t.Fatal(err)
		}
		for rule, s := range sharesOf(judged) {
			if s.part() < wanted {
				t.Errorf("%s: of %d judged findings of %s only %d are true", file.name, s.all, rule, s.good)
			}
		}
		if text := write(file.text, judged); text != file.text {
			t.Errorf("%s is not as the program writes it", file.name)
		}
	}
}

// TestJudgements holds the judgements to the real documentation: what is judged exists, or is
// listed as gone, and nearly all that is drawn is judged. GOLDEN=refresh notes what is gone.
func TestJudgements(t *testing.T) {
	for _, file := range files {
		t.Run(file.folder, func(t *testing.T) { checkJudgements(t, file) })
	}
}

func checkJudgements(t *testing.T, file judgementFile) {
	found, err := findings(golden.Shared(t, file.folder))
	if err != nil {
		t.Fatal(err)
	}
	there := map[[2]string]bool{}
	for _, f := range found {
		there[f.key()] = true
	}
	judged, err := parse(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, j := range judged {
		judged[i].gone = !there[[2]string{j.rule, j.place}]
	}
	golden.Equal(t, file.name, []byte(write(file.text, judged)))
	known, open := byPlace(judged), 0
	drawn := draw(found, drawSeed, file.size)
	for _, f := range drawn {
		if _, ok := known[f.key()]; !ok {
			open++
		}
	}
	if open*10 > len(drawn) {
		t.Errorf("nobody has judged %d of the %d findings that are drawn; -print -open -n %d prints them", open, len(drawn), file.size)
	}
}

// TestDraw takes the same findings for a seed whatever else is found, and few of each rule.
func TestDraw(t *testing.T) {
	var all []finding
	for line := range 30 {
		for _, rule := range []string{"docs/a", "docs/b"} {
			all = append(all, finding{Finding: diag.Finding{Rule: rule, Page: "p.rst", Pos: source.Pos{Line: line + 1, Col: 1}}, set: "s"})
		}
	}
	first := draw(all, 7, 5)
	if len(first) != 10 {
		t.Fatalf("%d findings drawn", len(first))
	}
	drawn := map[[2]string]bool{}
	for _, f := range first {
		drawn[f.key()] = true
	}
	kept := 0
	for _, f := range draw(all[2:], 7, 5) {
		if drawn[f.key()] {
			kept++
		}
	}
	if kept < 8 {
		t.Errorf("only %d of 10 are drawn again when two findings go", kept)
	}
	same := 0
	for _, f := range draw(all, 8, 5) {
		if drawn[f.key()] {
			same++
		}
	}
	if same == 10 {
		t.Error("another seed draws the same")
	}
}

// TestParseRefuses says what is wrong with a file of judgements.
func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"docs/no-type\tp.rst:1:1\ttrue\there":                                    "are wanted",
		"docs/no-type\tp.rst:1:1\tperhaps\there\tr":                              "neither true nor false",
		"docs/no-type\tp.rst:1:1\ttrue\tthere\tr":                                "neither here nor gone",
		"docs/nothing\tp.rst:1:1\ttrue\there\tr":                                 "no rule",
		"docs/no-type\tp:1:1\ttrue\there\tr\ndocs/no-type\tp:1:1\ttrue\there\tr": "judged twice",
	} {
		if _, err := parse(judgementFile{name: "judgements.tsv", text: text}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// TestRun prints what a page says beside a finding, and the table of shares.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "lamps", "lamp.rst")
	if err := os.MkdirAll(filepath.Dir(page), 0o755); err != nil {
		t.Fatal(err)
	}
	text := "Showing a Lamp\n==============\n\nURI\n---\n\nGET /v1/lamps/{lamp_id}\n"
	if err := os.WriteFile(page, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{dir}, "docs/undocumented-path-parameter          1      0"},
		{[]string{"-print", "-open", dir}, "lamps/lamp.rst:7:1"},
		{[]string{"-print", "-rule", "docs/undocumented-path-parameter", dir}, "   7: GET /v1/lamps/{lamp_id}"},
	} {
		var out strings.Builder
		if err := run(c.args, &out); err != nil || !strings.Contains(out.String(), c.want) {
			t.Errorf("%v prints %q (%v), want %q", c.args, out.String(), err, c.want)
		}
	}
	if err := run(nil, &strings.Builder{}); err == nil {
		t.Error("a missing folder is not an error")
	}
}
