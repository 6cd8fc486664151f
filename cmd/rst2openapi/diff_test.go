package main

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

const (
	creating = "creating_a_lantern.rst"
	listing  = "listing_lanterns.rst"
	deleting = "deleting_a_lantern.rst"
)

// edit is a change of one page, by what is replaced; a page that becomes empty goes.
type edit struct{ page, old, new string }

// step is a state of a set, an edit of the one before.
type step struct {
	name  string
	code  int
	edits []edit
}

var steps = []step{
	{"nothing", exitOK, nil},
	{"page retitled", exitInput, []edit{{listing, "Listing Lanterns\n================", "Inspecting Lanterns\n==================="}}},
	{"page retitled in other words", exitInput, []edit{{listing, "Inspecting Lanterns\n===================", "Querying Lanterns\n================="}}},
	{"field added", exitOK, []edit{
		{creating, "   wicks     No        Integer  The number", "   keeper    No        String   Who keeps it.\n   wicks     No        Integer  The number"},
		{creating, "   state     String  The state", "   keeper    String  Who keeps it.\n   state     String  The state"},
	}},
	{"field made mandatory", exitInput, []edit{{creating, "keeper    No ", "keeper    Yes"}, {creating, `"wicks": 7`, `"wicks": 7, "keeper": "Ada"`}}},
	{"type changed", exitInput, []edit{
		{listing, "height    Integer The height", "height    String  The height"},
		{listing, `"height": 12`, `"height": "12 m"`},
	}},
	{"enum value removed", exitInput, []edit{{creating, "**red**, **green**, or **blue**", "**red** or **blue**"}}},
	{"enum value added", exitOK, []edit{
		{creating, "**red** or **blue**", "**red**, **amber**, or **blue**"},
		{creating, "**dark** or **lit**", "**dark**, **lit**, or **lost**"},
	}},
	{"limit tightened", exitInput, []edit{{creating, "1 to 64 characters", "1 to 32 characters"}}},
	{"limit loosened", exitOK, []edit{{creating, "ranges from 1 to 8", "ranges from 1 to 12"}}},
	{"example outside of a limit", exitInput, []edit{
		{creating, "ranges from 1 to 12", "ranges from 1 to 6"},
		{creating, `"wicks": 7,`, `"wicks": 5,`},
	}},
	{"table reordered", exitOK, []edit{
		{listing, "   id        String  The ID of the lantern.\n   height    String  The height above the sea.\n", "   height    String  The height above the sea.\n   id        String  The ID of the lantern.\n"},
	}},
	{"prose edited", exitOK, []edit{
		{creating, "The colour of the glass.", "What colour its glass has."},
		{"change_history.rst", "2024-01-08  This is", "2024-02-09  Described the colour anew.\n2024-01-08  This is"},
	}},
	{"query parameter added", exitOK, []edit{{listing, "   colour    No        String  Only", "   keeper    No        String  Only lanterns of this keeper.\n   colour    No        String  Only"}}},
	{"response field removed", exitInput, []edit{{creating, "   state     String  The state of the lantern. The value can be **dark**, **lit**, or **lost**.\n", ""}, {creating, "\"harbour\",\n     \"state\": \"dark\"", `"harbour"`}}},
	{"endpoint moved", exitInput, []edit{{deleting, "DELETE /v1/{project_id}/lanterns/{lantern_id}", "DELETE /v2/{project_id}/lamps/{lantern_id}"}}},
	{"path parameter renamed", exitOK, []edit{{deleting, "lamps/{lantern_id}", "lamps/{lamp_id}"}, {deleting, "lantern_id Yes", "lamp_id    Yes"}}},
	{"page moved", exitOK, []edit{{deleting, "*", ""}, {"lamps/deleting_a_lantern.rst", "", deleting}}},
	{"page copied", exitInput, []edit{{"copy.rst", "", "lamps/deleting_a_lantern.rst"}}},
	{"copy removed", exitInput, []edit{{"copy.rst", "*", ""}}},
	{"operation removed", exitInput, []edit{{"lamps/deleting_a_lantern.rst", "*", ""}}},
	{"two uses of one endpoint", exitOK, []edit{{"starting.rst", "", "starting.rst"}, {"stopping.rst", "", "stopping.rst"}}},
	{"their names swapped", exitInput, []edit{
		{"starting.rst", "Starting a Lantern\n", "Stopping a Lantern\n"}, {"stopping.rst", "Stopping a Lantern\n", "Starting a Lantern\n"},
	}},
	{"names swapped", exitInput, []edit{
		{listing, "Querying Lanterns\n=================", "Creating a Lantern\n=================="},
		{creating, "Creating a Lantern\n==================", "Querying Lanterns\n================="},
	}},
}

// TestDiffOfHistory: each edit of the pages is told as what it is, and as nothing else.
func TestDiffOfHistory(t *testing.T) {
	more := map[string]string{"starting.rst": actionPage("Starting a Lantern", "start"), "stopping.rst": actionPage("Stopping a Lantern", "stop")}
	tellHistory(t, "pages", "history.txt", steps, more)
}

// tellHistory compares each state of a set with the one before, and keeps what is told. flags are further
// ones of diff.
func tellHistory(t *testing.T, dir, file string, steps []step, more map[string]string, flags ...string) {
	t.Helper()
	pages := map[string]string{}
	dir = filepath.Join("testdata", "diff", dir)
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		pages[e.Name()] = string(text)
	}
	var told strings.Builder
	for _, s := range steps {
		before := maps.Clone(pages)
		copies := maps.Clone(pages)
		maps.Copy(copies, more)
		for _, e := range s.edits {
			editPage(t, pages, copies, e)
		}
		root := t.TempDir()
		old, new := filepath.Join(root, "old", "lanterns"), filepath.Join(root, "new", "lanterns")
		writePages(t, old, before)
		writePages(t, new, pages)
		code, stdout, stderr := command(append(append([]string{"diff"}, flags...), old, new)...)
		if code != s.code {
			t.Errorf("%s: exit %d, want %d: %s", s.name, code, s.code, stderr)
		}
		told.WriteString("== " + s.name + "\n" + stdout + stderr + "\n")
	}
	golden.Equal(t, filepath.Join("testdata", "diff", file), []byte(told.String()))
}

// actionPage describes one of the uses of an endpoint.
func actionPage(title, word string) string {
	return title + `
==================

Function
--------

This API starts or stops a lantern.

URI
---

POST /v1/{project_id}/lanterns/{lantern_id}/action

Request
-------

.. table:: **Table 1** Request body parameters

   ========= ========= ======== ======================================
   Parameter Mandatory Type     Description
   ========= ========= ======== ======================================
   ` + word + strings.Repeat(" ", 10-len(word)) + `Yes       String   Why. It can contain 1 to 64 characters.
   ========= ========= ======== ======================================

Example request
---------------

.. code-block::

   {
     "` + word + `": "storm"
   }

Status Code
-----------

=========== ===========
Status Code Description
=========== ===========
204         No Content
=========== ===========
`
}

// editPage applies an edit. An old text of "*" is all of a page; without one, the page is a copy of
// the one that new names.
func editPage(t *testing.T, pages, before map[string]string, e edit) {
	t.Helper()
	switch {
	case e.old == "*":
		delete(pages, e.page)
	case e.old == "":
		pages[e.page] = before[e.new]
	case strings.Count(pages[e.page], e.old) != 1:
		t.Fatalf("%s has %q %d times, want it once", e.page, e.old, strings.Count(pages[e.page], e.old))
	default:
		pages[e.page] = strings.Replace(pages[e.page], e.old, e.new, 1)
	}
}

func writePages(t *testing.T, dir string, pages map[string]string) {
	t.Helper()
	for name, text := range pages {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
}

// lampDocument is one state of a document.
const lampDocument = `openapi: 3.0.3
info: {title: lamps, version: v1}
paths:
  /v1/lamps:
    post:
      operationId: CreateLamp
      x-source: creating_a_lamp.rst
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {name: {type: string, maxLength: 64}, size: {type: integer}}}
      responses:
        "200": {description: OK}
`

// TestDiffInputs: documents, folders of them and folders of sets are compared; what lies beside a
// document tells the places.
func TestDiffInputs(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
		return filepath.Join(dir, filepath.FromSlash(name))
	}
	file("b/shades.yaml", strings.ReplaceAll(strings.Replace(lampDocument, "size: {type", "height: {type: integer}, size: {type", 1), "lamps", "shades"))
	shorter := strings.Replace(lampDocument, "maxLength: 64", "maxLength: 32", 1)
	old, new := file("a/lamps.yaml", lampDocument), file("b/lamps.yaml", shorter)
	file("a/other.yaml", "no: document\n")
	file("a/stands.yaml", strings.ReplaceAll(lampDocument, "lamps", "stands"))
	const pointer = "/paths/~1v1~1lamps/post/requestBody/content/application~1json/schema/properties/name/maxLength"
	sources := file("s.json", `{"`+pointer+`": [{"page": "creating_a_lamp.rst", "line": 40, "column": 1, "how": "prose"}]}`)
	file("c/lamps.yaml", shorter)
	file("c/lamps.sources.json", `{"`+pointer+`": [{"page": "creating_a_lamp.rst", "line": 42, "column": 1, "how": "prose"}]}`)
	file("c/lamps.findings.json", `[{"rule": "docs/no-type", "level": "warning", "page": "p.rst", "pos": {"line": 7}, "message": "no type"}]`)
	file("d/lamps.yaml", lampDocument)
	file("d/lamps.findings.json", `[]`)
	allow := file("allow.yaml", "allow:\n  - {rule: request-property-max-length-decreased, subject: \"CreateLamp body.name\", reason: the service refused them}\n")
	mandatory := file("m/lamps.yaml", strings.Replace(lampDocument, "{type: object, ", "{type: object, required: [name], ", 1))
	allowGo := file("go.yaml", "allow:\n  - {rule: go-incompatible, subject: \"CreateLampBody.*\", reason: nobody builds it by hand}\n")
	file("two/lamps.yaml", lampDocument)
	file("two/lamps.yml", shorter)
	file("old/lamps/lamp.rst", lampPage)
	file("new/lamps/lamp.rst", strings.Replace(lampPage, "brightness", "shine     ", 1))
	file("retitled/lamps/lamp.rst", strings.Replace(lampPage, "Showing a Lamp\n", "Inspecting a Lamp\n===", 1))
	for name, c := range map[string]struct {
		args []string
		code int
		want []string
	}{
		"documents":         {[]string{old, new}, exitInput, []string{"lamps: 1 breaking", "CreateLamp body.name: maxLength 64 → 32, for callers [request-property-max-length-decreased] (creating_a_lamp.rst)"}},
		"the other way":     {[]string{new, old}, exitOK, []string{"lamps: 0 breaking", "maxLength 32 → 64"}},
		"of other names":    {[]string{old, filepath.Join(dir, "b", "shades.yaml")}, exitInput, []string{"lamps: 1 breaking", "CreateLamp: calls POST /v1/shades, was POST /v1/lamps"}},
		"with sources":      {[]string{"--old-sources", sources, old, filepath.Join(dir, "c", "lamps.yaml")}, exitInput, []string{"(creating_a_lamp.rst:40 → 42)"}},
		"findings":          {[]string{filepath.Join(dir, "d", "lamps.yaml"), filepath.Join(dir, "c", "lamps.yaml")}, exitInput, []string{"Findings of the pages that came (1)\n    no type [docs/no-type] (p.rst:7)"}},
		"folders":           {[]string{filepath.Join(dir, "a"), filepath.Join(dir, "b")}, exitInput, []string{"stands: gone\n", "shades: new\n", "lamps: 1 breaking"}},
		"sets":              {[]string{"--all", filepath.Join(dir, "old"), filepath.Join(dir, "new")}, exitInput, []string{"lamps: ", ".brightness: gone", ".shine: new"}},
		"names kept":        {[]string{"--lock", filepath.Join(dir, "names.yaml"), filepath.Join(dir, "old", "lamps"), filepath.Join(dir, "retitled", "lamps")}, exitOK, []string{"0 breaking"}},
		"sets, names kept":  {[]string{"--all", "--lock", dir, filepath.Join(dir, "old"), filepath.Join(dir, "retitled")}, exitOK, []string{"0 breaking"}},
		"names not kept":    {[]string{filepath.Join(dir, "old", "lamps"), filepath.Join(dir, "retitled", "lamps")}, exitInput, []string{"was named ShowLamp"}},
		"allowed":           {[]string{"--allow", allow, old, new}, exitOK, []string{"lamps: 0 breaking, 0 warnings, 0 compatible, 1 breaking and allowed", "; allowed: the service refused them"}},
		"allowed in vain":   {[]string{"--allow", allow, new, old}, exitInput, []string{"allow.yaml:2: nothing breaks request-property-max-length-decreased at CreateLamp body.name: delete the entry"}},
		"none fails":        {[]string{"--fail-on", "none", old, new}, exitOK, []string{"lamps: 1 breaking"}},
		"json":              {[]string{"--format", "json", old, new}, exitInput, []string{`"breaks": true`, `"rule": "request-property-max-length-decreased"`}},
		"markdown":          {[]string{"--format", "markdown", old, new}, exitInput, []string{"## API changes\n\n**Breaking changes.**", "\n### lamps\n", "- `CreateLamp body.name`: maxLength 64 → 32"}},
		"go":                {[]string{"--go", "--fail-on", "none", old, filepath.Join(dir, "b", "shades.yaml")}, exitOK, []string{"Compatible for Go programs"}},
		"go breaks":         {[]string{"--go", mandatory, old}, exitInput, []string{"lamps: 0 breaking, 0 warnings, 1 compatible, 1 breaking for Go programs", "CreateLampBody.Name: changed from string to *string, for Go programs [go-incompatible]"}},
		"go allowed":        {[]string{"--go", "--allow", allowGo, mandatory, old}, exitOK, []string{"1 breaking and allowed", "; allowed: nobody builds it by hand"}},
		"go not asked for":  {[]string{mandatory, old}, exitOK, []string{"lamps: 0 breaking, 0 warnings, 1 compatible\n"}},
		"two of one name":   {[]string{filepath.Join(dir, "a"), filepath.Join(dir, "two")}, exitUsage, []string{"has two documents of the set lamps"}},
		"one state":         {[]string{old}, exitUsage, []string{"diff takes two states"}},
		"another format":    {[]string{"--format", "xml", old, new}, exitUsage, []string{`not "xml"`}},
		"another level":     {[]string{"--fail-on", "all", old, new}, exitUsage, []string{`not "all"`}},
		"no such file":      {[]string{old, filepath.Join(dir, "x.yaml")}, exitInput, []string{"x.yaml does not exist: name a document, a folder of documents or a folder of pages\n"}},
		"no document":       {[]string{old, filepath.Join(dir, "a", "other.yaml")}, exitInput, []string{"other.yaml: not an OpenAPI document"}},
		"wrong sources":     {[]string{"--old-sources", old, old, new}, exitInput, []string{"not a file of convert --sources"}},
		"sources of pages":  {[]string{"--new-sources", sources, old, filepath.Join(dir, "new", "lamps")}, exitUsage, []string{"is not a document"}},
		"wrong allow":       {[]string{"--allow", old, old, new}, exitUsage, []string{"lamps.yaml:1:1: there is no key \"openapi\" here: accepted changes are a list under allow"}},
		"pages to document": {[]string{filepath.Join(dir, "old", "lamps"), new}, exitInput, []string{"CreateLamp: new: POST /v1/lamps"}},
	} {
		code, stdout, stderr := command(append([]string{"diff"}, c.args...)...)
		if code != c.code {
			t.Errorf("%s: exit %d, want %d: %s", name, code, c.code, stderr)
		}
		for _, want := range c.want {
			if !strings.Contains(stdout+stderr, want) {
				t.Errorf("%s: no %q in\n%s%s", name, want, stdout, stderr)
			}
		}
	}
	report := filepath.Join(dir, "report.md")
	if code, stdout, _ := command("diff", "--format", "markdown", "-o", report, old, new); code != exitInput || stdout != "" {
		t.Errorf("-o: exit %d and %q printed", code, stdout)
	}
	if text, err := os.ReadFile(report); err != nil || !strings.HasPrefix(string(text), "## API changes") {
		t.Errorf("-o: %s, %v", text, err)
	}
}
