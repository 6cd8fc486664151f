package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// lintPages writes three sets: one with an error of its author, one with a note and a
// warning only, one with an error of ours.
func lintPages(t *testing.T) (dir, bad, fair, odd string) {
	t.Helper()
	dir = t.TempDir()
	// TYPE is not a known type word.
	page := "T\n=\n\nURI\n---\n\nGET /v1/things\n\n.. table:: **Table 1** Query Parameters\n\n" +
		"   ========= ========= ====== ===========\n" +
		"   Parameter Mandatory Type   Description\n" +
		"   ========= ========= ====== ===========\n" +
		"   limit     No        TYPE   Words\n" +
		"   ========= ========= ====== ===========\n"
	bad, fair, odd = filepath.Join(dir, "bad"), filepath.Join(dir, "fair"), filepath.Join(dir, "odd")
	write(t, filepath.Join(bad, "a b.rst"), strings.Replace(page, "limit     No        TYPE  ", "\\         No        String", 1))
	write(t, filepath.Join(fair, "sub", "a.rst"), strings.Replace(page, "GET /v1/things\n", "GET /v1/things/{id}\n\n**open\n", 1))
	write(t, filepath.Join(odd, "a.rst"), strings.Replace(page, "TYPE  ", "Florin", 1))
	return dir, bad, fair, odd
}

// rulesOf lists the rules of the findings in a JSON text, in order.
func rulesOf(t *testing.T, text string) string {
	t.Helper()
	var found []diag.Finding
	if err := json.Unmarshal([]byte(text), &found); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	var out []string
	for _, f := range found {
		out = append(out, f.Rule)
	}
	return strings.Join(out, " ")
}

func TestLint(t *testing.T) {
	dir, bad, fair, odd := lintPages(t)
	guide := filepath.Join(dir, "guide", "a.rst")
	write(t, guide, "T\n=\n\nWords.\n")
	const fairRules = "docs/undocumented-path-parameter docs/unclosed-markup tool/unknown-type"
	for _, c := range []struct {
		name string
		args []string
		code int
		want string // the rules, in order
	}{
		{"an error of the pages", []string{bad}, exitInput, "docs/no-name"},
		{"no error of the pages", []string{fair}, exitOK, fairRules},
		{"an error of the tool only", []string{odd}, exitOK, "tool/unknown-type"},
		{"nothing to tell", []string{guide}, exitOK, ""},
		{"a page", []string{filepath.Join(odd, "a.rst")}, exitOK, "tool/unknown-type"},
		{"several folders and a page", []string{odd, bad, guide}, exitInput, "tool/unknown-type docs/no-name"},
		{"a folder of sets", []string{"--all", dir}, exitInput, "docs/no-name " + fairRules + " tool/unknown-type"},
		{"one family", []string{fair, "--family", "docs"}, exitOK, "docs/undocumented-path-parameter docs/unclosed-markup"},
		{"the other family", []string{odd, bad, "--family", "tool"}, exitOK, "tool/unknown-type"},
		{"warnings and worse", []string{fair, "--level", "warning"}, exitOK, "docs/undocumented-path-parameter tool/unknown-type"},
		{"errors", []string{fair, "--level", "error"}, exitOK, "tool/unknown-type"},
		{"all levels", []string{fair, "--level", "note"}, exitOK, fairRules},
		{"a rule", []string{fair, bad, "--rule", "docs/unclosed-markup"}, exitOK, "docs/unclosed-markup"},
		{"rules in a list", []string{fair, bad, "--rule", "docs/unclosed-markup,docs/no-name"}, exitInput, "docs/unclosed-markup docs/no-name"},
		{"rules one by one", []string{fair, bad, "--rule", "tool/unknown-type", "--rule", "docs/no-name"}, exitInput, "tool/unknown-type docs/no-name"},
		{"a rule and a level", []string{fair, "--rule", "docs/unclosed-markup", "--level", "error"}, exitOK, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, stdout, stderr := command(append([]string{"lint", "--format", "json"}, c.args...)...)
			if got := rulesOf(t, stdout); code != c.code || got != c.want {
				t.Errorf("exit %d, rules %s, want %d, %s", code, got, c.code, c.want)
			}
			if (code == exitOK) != (stderr == "") {
				t.Errorf("exit %d, but stderr is %q", code, stderr)
			}
		})
	}
}

// TestLintForms holds the three forms, on stdout and in a file, and that pages are named
// from where the command runs.
func TestLintForms(t *testing.T) {
	dir, _, _, _ := lintPages(t)
	t.Chdir(dir)
	file := filepath.Join(dir, "f.sarif")
	code, text, _ := command("lint", "bad", "--findings", file)
	if code != exitInput || !strings.HasPrefix(text, "bad/a b.rst:14:4: ") || !strings.HasSuffix(text, " [docs/no-name]\n") {
		t.Errorf("exit %d, %q", code, text)
	}
	_, sarif, _ := command("lint", "bad", "--format", "sarif")
	saved, err := os.ReadFile(file)
	if err != nil || string(saved) != sarif || !strings.Contains(sarif, `"uri": "bad/a%20b.rst"`) {
		t.Errorf("the file is not what stdout has: %v\n%s", err, sarif)
	}
	if _, text, _ := command("lint", "./bad/a b.rst"); !strings.HasPrefix(text, "bad/a b.rst:14:4: ") {
		t.Errorf("a page by itself: %q", text)
	}
	t.Chdir("bad")
	if _, text, _ := command("lint", "."); !strings.HasPrefix(text, "a b.rst:14:4: ") {
		t.Errorf("the working folder: %q", text)
	}
}

func TestLintUsage(t *testing.T) {
	dir, bad, _, _ := lintPages(t)
	for _, c := range []struct {
		name string
		args []string
		code int
		want string
	}{
		{"no pages", nil, exitUsage, "name the folder"},
		{"unknown level", []string{bad, "--level", "fatal"}, exitUsage, "error, warning and note"},
		{"unknown family", []string{bad, "--family", "doc"}, exitUsage, "docs and tool"},
		{"unknown rule", []string{bad, "--rule", "docs/no-name,no-name"}, exitUsage, `no rule "no-name": the rules are docs/`},
		{"renamed rule", []string{bad, "--rule", "tool/escaped-body"}, exitUsage, `"tool/escaped-body" has another name now: tool/unread-body`},
		{"unknown form", []string{bad, "--format", "xml"}, exitUsage, "text, json or sarif"},
		{"unknown form of the file", []string{bad, "--findings", "f.xml"}, exitUsage, "must end in .txt"},
		{"unknown flag", []string{bad, "--fast"}, exitUsage, "not defined"},
		{"a folder too many", []string{"--all", dir, bad}, exitUsage, "one too many"},
		{"no such folder", []string{filepath.Join(dir, "nowhere")}, exitInput, "does not exist"},
		{"no such folder of sets", []string{"--all", filepath.Join(dir, "nowhere")}, exitInput, "does not exist"},
		{"no such place for the file", []string{bad, "--findings", filepath.Join(dir, "no", "f.txt")}, exitOutput, "cannot be written"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, stdout, stderr := command(append([]string{"lint"}, c.args...)...)
			if code != c.code || !strings.Contains(stderr, c.want) || stdout != "" {
				t.Errorf("exit %d, want %d; stderr %q, want %q; stdout %q", code, c.code, stderr, c.want, stdout)
			}
		})
	}
}
