package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSources: the places of the facts come beside the document, for one set and for all, and
// stay with what a correction leaves as it was.
func TestSources(t *testing.T) {
	dir := t.TempDir()
	pages, out, file := filepath.Join(dir, "sets", "lamps"), filepath.Join(dir, "out.yaml"), filepath.Join(dir, "sources.json")
	write(t, filepath.Join(pages, "lamp.rst"), lampPage)
	gone := filepath.Join(dir, "o.yaml")
	write(t, gone, strings.Replace(lampOverlay, "update: {type: number}", "remove: true", 1))
	const colour, brightness = "/components/schemas/ShowLampResponseBody/properties/colour", "/components/schemas/ShowLampResponseBody/properties/brightness"
	for name, c := range map[string]struct {
		args []string
		set  string
		has  map[string]int // pointer → line, 0 for one that must not be there
	}{
		"one set":      {[]string{pages, "-o", out}, "", map[string]int{colour: 17, colour + "/type": 17, brightness: 18}},
		"a correction": {[]string{pages, "-o", out, "--overlay", gone}, "", map[string]int{colour: 17, brightness: 0}},
		"all sets":     {[]string{"--all", filepath.Join(dir, "sets"), "-o", filepath.Join(dir, "all")}, "lamps", map[string]int{colour: 17, brightness: 18}},
	} {
		code, _, stderr := command(append([]string{"convert", "--sources", file}, c.args...)...)
		text, err := os.ReadFile(file)
		if code != exitOK || err != nil {
			t.Fatalf("%s: exit %d, %s, %v", name, code, stderr, err)
		}
		type places []struct {
			Page, How    string
			Line, Column int
		}
		got := map[string]places{}
		if c.set == "" {
			err = json.Unmarshal(text, &got)
		} else {
			sets := map[string]map[string]places{}
			err = json.Unmarshal(text, &sets)
			got = sets[c.set]
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for pointer, line := range c.has {
			p := got[pointer]
			if line == 0 && p != nil || line > 0 && (len(p) != 1 || p[0].Page != "lamp.rst" || p[0].Line != line || p[0].Column < 1 || p[0].How != "column") {
				t.Errorf("%s: %s comes from %+v, want line %d", name, pointer, p, line)
			}
		}
	}
}
