package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// lampPage is a page with one operation, whose response has a field of a wrong type.
const lampPage = "Showing a Lamp\n==============\n\nURI\n---\n\nGET /v1/lamps\n\nResponse Parameters\n-------------------\n\n" +
	".. table:: **Table 1** Response body parameters\n\n" +
	"   ========== ======= ===========\n" +
	"   Parameter  Type    Description\n" +
	"   ========== ======= ===========\n" +
	"   colour     String  Words\n" +
	"   brightness Integer Words\n" +
	"   ========== ======= ===========\n"

const lampOverlay = `overlay: 1.0.0
info: {title: Corrections of lamps, version: 1.0.0}
actions:
  - target: $.components.schemas.ShowLampResponseBody.properties.brightness
    update: {type: number}
    x-evidence:
      seen: https://example.com/issues/7
      date: 2024-05-31
      docs: {page: lamp.rst, line: 19, row: brightness | Integer}
`

func TestOverlay(t *testing.T) {
	swap := func(old, new string) string {
		if !strings.Contains(lampOverlay, old) {
			t.Fatalf("no %q", old)
		}
		return strings.Replace(lampOverlay, old, new, 1)
	}
	for name, c := range map[string]struct {
		overlay string
		code    int
		want    string // in the document, or on stderr
	}{
		"a correction": {lampOverlay, exitOK, "        brightness:\n          type: number\n          description: Words\n" +
			"          x-corrected: https://example.com/issues/7\n"},
		"no evidence":              {lampOverlay[:strings.Index(lampOverlay, "    x-evidence")], exitUsage, "action 1 ($.components.schemas.ShowLampResponseBody.properties.brightness): x-evidence is missing"},
		"no overlay":               {"openapi: 3.0.3\n", exitUsage, "is not an overlay"},
		"version 1.1":              {swap("1.0.0", "1.1.0"), exitUsage, `of version "1.1.0"`},
		"no JSONPath":              {swap("target: $", "target: $["), exitUsage, "the target is not a JSONPath"},
		"no target":                {swap("ShowLamp", "ShowTorch"), exitInput, "the target matches nothing"},
		"no change":                {swap("number", "integer"), exitInput, "it changes nothing any more"},
		"another row":              {swap("| Integer", "| Float"), exitInput, `no row of lamp.rst says "brightness | Float" any more (brightness stands at line 18)`},
		"another page":             {swap("lamp.rst", "torch.rst"), exitInput, "there is no page torch.rst any more"},
		"a value that no type has": {swap("type: number", "type: float"), exitInput, "the corrected document is not valid OpenAPI"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			pages, file, out := filepath.Join(dir, "lamps"), filepath.Join(dir, "o.yaml"), filepath.Join(dir, "out.yaml")
			write(t, filepath.Join(pages, "lamp.rst"), lampPage)
			write(t, file, c.overlay)
			code, stdout, stderr := command("convert", pages, "-o", out, "--overlay", file)
			text, err := os.ReadFile(out)
			if code != c.code || stdout != "" || (err == nil) != (code == exitOK) {
				t.Errorf("exit %d, stdout %q, stderr %q, %v", code, stdout, stderr, err)
			}
			if code != exitOK {
				text = []byte(stderr)
			}
			if !strings.Contains(string(text), c.want) {
				t.Errorf("got %s", text)
			}
		})
	}
}

func TestOverlays(t *testing.T) {
	dir := t.TempDir()
	pages, out := filepath.Join(dir, "lamps"), filepath.Join(dir, "out.json")
	write(t, filepath.Join(pages, "lamp.rst"), lampPage)
	one, two := filepath.Join(dir, "1.yaml"), filepath.Join(dir, "2.yaml")
	write(t, one, lampOverlay)
	write(t, two, strings.NewReplacer("type: number", "minimum: 0.5", "issues/7", "issues/8").Replace(lampOverlay))
	if code, _, stderr := command("convert", pages, "-o", out, "--overlay", one, "--overlay", two); code != exitOK {
		t.Fatalf("exit %d, %s", code, stderr)
	}
	text, err := os.ReadFile(out)
	if err != nil || !strings.Contains(string(text), `"x-corrected": "https://example.com/issues/7, https://example.com/issues/8"`) {
		t.Errorf("%v %s", err, text)
	}
	if code, _, stderr := command("convert", "--all", dir, "-o", dir, "--overlay", one); code != exitUsage || !strings.Contains(stderr, "--all") {
		t.Errorf("exit %d, %s", code, stderr)
	}
	if code, _, stderr := command("convert", pages, "-o", out, "--overlay", filepath.Join(dir, "3.yaml")); code != exitInput || !strings.Contains(stderr, "3.yaml does not exist\n") {
		t.Errorf("exit %d, %s", code, stderr)
	}
}

func TestExplain(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "lamp.rst")
	write(t, page, lampPage)
	for name, c := range map[string]struct {
		args []string
		code int
		want string
	}{
		"a field":               {[]string{dir, "ShowLamp.brightness"}, exitOK, "    type  integer  column  lamp.rst:18:15\n"},
		"of a page":             {[]string{page, "ShowLamp.brightness"}, exitOK, "    type  integer  column  " + page + ":18:15\n"},
		"no such field":         {[]string{dir, "ShowLamp.brighness"}, exitInput, `ShowLamp has no field "brighness"; near that: ShowLamp.brightness, ShowLamp.colour`},
		"nothing inside":        {[]string{dir, "ShowLamp.brightness.unit"}, exitInput, `ShowLamp has no field "brightness.unit"`},
		"no such operation":     {[]string{dir, "ShowLump.brightness"}, exitInput, `there is no operation "ShowLump"; near that: ShowLamp`},
		"an operation only":     {[]string{dir, "ShowLamp"}, exitInput, "name a field or parameter of ShowLamp, as in ShowLamp.brightness"},
		"pages only":            {[]string{dir}, exitUsage, "explain takes the pages and what to explain"},
		"no pages of that name": {[]string{filepath.Join(dir, "x"), "ShowLamp.colour"}, exitInput, "does not exist"},
	} {
		code, stdout, stderr := command(append([]string{"explain"}, c.args...)...)
		if code != c.code || !strings.Contains(stdout+stderr, c.want) || (code == exitOK) != (stderr == "") {
			t.Errorf("%s: exit %d, %q, %q", name, code, stdout, stderr)
		}
	}
}
