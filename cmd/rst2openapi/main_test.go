package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// command runs the command and gives its exit code and what it printed.
func command(args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(args, &out, &errs)
	return code, out.String(), errs.String()
}

func samplePages(t *testing.T) string {
	t.Helper()
	return filepath.Join(golden.Root(t), "tests", "sample", "pages")
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestConvert(t *testing.T) {
	dir := t.TempDir()
	spec, findings, stats := filepath.Join(dir, "s.json"), filepath.Join(dir, "f.sarif"), filepath.Join(dir, "n.json")
	// Flags may stand after the pages.
	code, stdout, stderr := command("convert", samplePages(t), "-o", spec, "--prose", "none", "--findings", findings, "--stats", stats)
	if code != 0 || stdout != "" || strings.Count(stderr, "\n") != 1 {
		t.Fatalf("exit %d, stdout %q, stderr %q", code, stdout, stderr)
	}
	for _, name := range []string{spec, findings, stats} {
		text, err := os.ReadFile(name)
		if err != nil || !json.Valid(text) {
			t.Errorf("%s is not JSON: %v", name, err)
		}
		info, err := os.Stat(name)
		if err != nil || info.Mode().Perm() != 0o644 {
			t.Errorf("%s: %v %v", name, info.Mode(), err)
		}
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 3 {
		t.Errorf("left after: %v %v", left, err)
	}
	var n struct {
		Sets  map[string]map[string]any `json:"sets"`
		Total map[string]any            `json:"total"`
	}
	text, _ := os.ReadFile(stats)
	if err := json.Unmarshal(text, &n); err != nil {
		t.Fatal(err)
	}
	for _, counts := range []map[string]any{n.Total, n.Sets["pages"]} {
		sum := counts["rows_in_spec"].(float64) + counts["rows_in_findings"].(float64) + counts["rows_other"].(float64)
		if counts["operations"] != 4.0 || counts["request_line_pages"] != 4.0 || counts["pages_without_operation"] != counts["pages"].(float64)-4 || counts["rows"] != sum || sum == 0 {
			t.Errorf("counts %v", counts)
		}
		if _, ok := counts["findings"].(map[string]any); !ok {
			t.Errorf("no findings by rule: %v", counts)
		}
	}
	if text, _ := os.ReadFile(spec); bytes.Contains(text, []byte("Stores a copy")) {
		t.Error("--prose none lets a description through")
	}
}

func TestConvertProse(t *testing.T) {
	spec := filepath.Join(t.TempDir(), "s.yaml")
	if code, _, stderr := command("convert", "-o", spec, samplePages(t)); code != 0 {
		t.Fatal(stderr)
	}
	if text, err := os.ReadFile(spec); err != nil || !bytes.Contains(text, []byte("Stores a copy of the named disks")) {
		t.Errorf("the description is missing: %v", err)
	}
}

func TestConvertAll(t *testing.T) {
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "made", "here")
	page := "T\n=\n\nURI\n---\n\nGET /v1/things/{id}\n"
	write(t, filepath.Join(in, "one", "api-ref", "source", "a.rst"), page)
	write(t, filepath.Join(in, "two", "b.rst"), page)
	write(t, filepath.Join(in, "guide", "c.rst"), "Words\n=====\n\nNothing to call.\n")
	findings := filepath.Join(in, "f.txt")
	code, _, stderr := command("convert", "--all", in, "-o", out, "--findings", findings)
	if code != 0 || !strings.Contains(stderr, "3 sets, 1 without an operation") {
		t.Fatalf("exit %d, %q", code, stderr)
	}
	entries, err := os.ReadDir(out)
	if err != nil || len(entries) != 2 || entries[0].Name() != "one.yaml" || entries[1].Name() != "two.yaml" {
		t.Errorf("%v %v", entries, err)
	}
	if text, _ := os.ReadFile(findings); !bytes.Contains(text, []byte("one/api-ref/source/a.rst:7:1: ")) {
		t.Errorf("findings %s", text)
	}
}

func TestDump(t *testing.T) {
	for what, want := range map[string]string{
		"tables": "page\ttable\tcaption\t", "doc": "Filling a Vault", "api": `"id": "FillVault"`,
		"pages": "\toperation\tFillVault\tFilling a Vault\n", "contents": "Filling a Vault\t", "unread": "place\tform\tfield\ttext\n",
	} {
		code, stdout, stderr := command("dump", what, samplePages(t))
		if code != 0 || !strings.Contains(stdout, want) || stderr != "" {
			t.Errorf("%s: exit %d, stderr %q, stdout %.80q", what, code, stderr, stdout)
		}
	}
}

func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	good := "T\n=\n\nURI\n---\n\nGET /v1/things\n"
	torn := good + "\n.. table:: **Table 1** Query Parameters\n\n   +------+------+\n   | a    | b    |\n   +======+=====\n   | c    |\n"
	write(t, filepath.Join(dir, "good", "a.rst"), good)
	write(t, filepath.Join(dir, "torn", "a.rst"), torn)
	write(t, filepath.Join(dir, "latin", "a.rst"), strings.Replace(good, "T\n", "Caf\xe9\n", 1))
	write(t, filepath.Join(dir, "guide", "a.rst"), "T\n=\n\nWords.\n")
	write(t, filepath.Join(dir, "empty", "readme.md"), "x")
	write(t, filepath.Join(dir, "file"), "x")
	if err := os.Mkdir(filepath.Join(dir, "none"), 0o755); err != nil {
		t.Fatal(err)
	}
	at := func(name string) string { return filepath.Join(dir, name) }
	out := at("out.yaml")
	for _, c := range []struct {
		name string
		args []string
		code int
		want string
	}{
		{"missing folder", []string{"convert", at("nowhere"), "-o", out}, exitInput, "does not exist"},
		{"empty set", []string{"convert", at("empty"), "-o", out}, exitInput, "holds no page"},
		{"empty folder of sets", []string{"convert", "--all", at("none"), "-o", at("d")}, exitInput, "holds no folder"},
		{"no operation", []string{"convert", at("guide"), "-o", out}, exitInput, "no page has a request line"},
		{"no UTF-8", []string{"convert", at("latin"), "-o", at("latin.yaml")}, exitInput, "a.rst:1:4: "},
		{"torn table", []string{"convert", at("torn"), "-o", at("torn.yaml")}, exitInput, "a.rst:1"},
		{"no such output folder", []string{"convert", at("good"), "-o", at("no/such/o.yaml")}, exitOutput, "cannot be written"},
		{"output below a file", []string{"convert", "--all", dir, "-o", at("file/x")}, exitOutput, "cannot be made"},
		{"unknown output format", []string{"convert", at("good"), "-o", at("o.txt")}, exitUsage, "must end in .yaml"},
		{"unknown findings format", []string{"convert", at("good"), "-o", out, "--findings", "f.doc"}, exitUsage, "must end in .txt"},
		{"no output", []string{"convert", at("good")}, exitUsage, "-o is missing"},
		{"no pages", []string{"convert", "-o", out}, exitUsage, "name the folder"},
		{"unknown prose", []string{"convert", at("good"), "-o", out, "--prose", "some"}, exitUsage, "full or none"},
		{"unknown flag", []string{"convert", at("good"), "--fast"}, exitUsage, "not defined"},
		{"unknown command", []string{"translate"}, exitUsage, "no command"},
		{"no command", nil, exitUsage, "a command is missing"},
		{"unknown dump", []string{"dump", "words", at("good")}, exitUsage, "tables, doc, contents, api, pages, unread or profile"},
		{"dump without pages", []string{"dump", "doc"}, exitUsage, "what to print"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, stdout, stderr := command(c.args...)
			if code != c.code || !strings.Contains(stderr, c.want) || stdout != "" {
				t.Errorf("exit %d, want %d; stderr %q, want %q", code, c.code, stderr, c.want)
			}
			if strings.Contains(stderr, "panic") {
				t.Errorf("panic: %s", stderr)
			}
		})
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a failing run left its output")
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			t.Errorf("a temporary file is left: %s", e.Name())
		}
	}
}

func TestHelp(t *testing.T) {
	code, stdout, stderr := command("help")
	if code != 0 || stderr != "" || !strings.Contains(stdout, "exit codes:") {
		t.Errorf("exit %d, %q, %q", code, stdout, stderr)
	}
}

// TestSeveralSets holds that services that lie in one folder do not end in one document.
func TestSeveralSets(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"boxes", "lids"} {
		write(t, filepath.Join(dir, name, "conf.py"), "otcdocs_service_type = '"+name+"'\n")
		write(t, filepath.Join(dir, name, "a.rst"), "Listing "+name+"\n=============\n\nURI\n---\n\nGET /v1/"+name+"\n")
	}
	out := filepath.Join(dir, "out.yaml")
	for _, args := range [][]string{{"convert", dir, "-o", out}, {"lint", dir}} {
		code, stdout, stderr := command(args...)
		if code != exitUsage || stdout != "" || !strings.Contains(stderr, "two documentation sets, not one: boxes, lids. ") || !strings.Contains(stderr, "--all "+dir) {
			t.Errorf("%s: exit %d, stdout %q, stderr %q", args[0], code, stdout, stderr)
		}
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a document was written")
	}
	if code, _, stderr := command("convert", "--all", dir, "-o", filepath.Join(dir, "docs")); code != 0 || !strings.Contains(stderr, "2 sets") {
		t.Errorf("--all: exit %d, stderr %q", code, stderr)
	}
}

// TestLost holds that the summary says what of the pages is not in the document, and nothing
// where all is.
func TestLost(t *testing.T) {
	dir := t.TempDir()
	page := "Making a Box\n============\n\nURI\n---\n\nPOST /v1/boxes\n\nRequest\n-------\n\n" +
		"========= ========= ======= ===========\nParameter Mandatory Type    Description\n========= ========= ======= ===========\n" +
		"name      Yes       String  Its name\n%s========= ========= ======= ===========\n\nExample Request\n---------------\n\n.. code-block::\n\n   %s\n"
	for row, want := range map[string]string{
		"": "",
		"a b c     Yes       String  What is it\n": "; not in the document: 1 row and 1 example (rst2openapi lint " + dir + " says which and why, --findings FILE keeps it)",
	} {
		example := `{"name": "a"}`
		if row != "" {
			example = `{"name": `
		}
		write(t, filepath.Join(dir, "a.rst"), fmt.Sprintf(page, row, example))
		code, _, stderr := command("convert", dir, "-o", filepath.Join(dir, "out.yaml"))
		_, got, _ := strings.Cut(strings.TrimSpace(stderr), " findings")
		if code != 0 || got != want {
			t.Errorf("exit %d, got %q, want %q", code, stderr, want)
		}
	}
}
