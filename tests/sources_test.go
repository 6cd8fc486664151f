package tests

import (
	"bytes"
	"encoding/json"
	"maps"
	"path"
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// TestCommentLine puts a line of comment on top of each page: no byte of a document or of a
// client changes, and the sources tell the lines as they are now.
func TestCommentLine(t *testing.T) {
	moved := 0
	for name, set := range cases(t) {
		before, err := otc.Convert(set)
		if err != nil {
			continue // a set that gives no document
		}
		commented := set
		commented.Pages = map[string][]byte{}
		for page, text := range set.Pages {
			commented.Pages[page] = withComment(page, text)
		}
		after, err := otc.Convert(commented)
		if err != nil {
			t.Fatal(name, err)
		}
		a, b := written(t, before), written(t, after)
		if !bytes.Equal(a, b) {
			t.Errorf("%s: the document is another one", name)
			continue
		}
		if x, y := client(t, a), client(t, b); !maps.EqualFunc(x, y, bytes.Equal) {
			t.Errorf("%s: the client is another one", name)
		}
		moved += moves(t, name, before, after)
	}
	if moved < 1000 {
		t.Errorf("%d facts have moved, want more", moved)
	}
}

// withComment puts a comment on top of a page.
func withComment(page string, text []byte) []byte {
	if path.Ext(page) == ".rst" {
		return slices.Concat([]byte(".. A comment.\n\n"), text)
	}
	return text
}

func written(t *testing.T, res *convert.Result) []byte {
	t.Helper()
	out, err := res.Encode("spec.yaml", true)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func client(t *testing.T, spec []byte) map[string][]byte {
	t.Helper()
	files, err := gogen.Generate(spec, gogen.Options{Package: "p", Source: "spec.yaml"})
	if err != nil {
		t.Logf("no client: %v", err)
	}
	return files
}

// place is an entry of the sources.
type place struct {
	Page         string
	Line, Column int
	How          string
}

// moves counts the facts whose lines are two more in pages of RST; all else must be the same.
func moves(t *testing.T, name string, before, after *convert.Result) int {
	t.Helper()
	a, b := sources(t, before), sources(t, after)
	n := 0
	for pointer, places := range a {
		for i := range places {
			if path.Ext(places[i].Page) == ".rst" && places[i].Line > 0 {
				places[i].Line += 2
				n++
			}
		}
		if !slices.Equal(places, b[pointer]) {
			t.Errorf("%s: %s comes from %v, want %v", name, pointer, b[pointer], places)
		}
	}
	if len(a) != len(b) {
		t.Errorf("%s: %d facts, want %d", name, len(b), len(a))
	}
	return n
}

func sources(t *testing.T, res *convert.Result) map[string][]place {
	t.Helper()
	text, err := res.Sources(true)
	if err != nil {
		t.Fatal(err)
	}
	var out map[string][]place
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestSources: each operation, parameter, property, response and example of a document says
// where it comes from beside it; in the document stands no page.
func TestSources(t *testing.T) {
	for name, set := range cases(t) {
		res, err := otc.Convert(set)
		if err != nil {
			continue
		}
		spec := written(t, res)
		for line := range bytes.Lines(spec) {
			if bytes.Contains(line, []byte(document.Source.Name)) {
				t.Errorf("%s: %s tells a page, which may move", name, line)
			}
		}
		d, err := document.Load(spec)
		if err != nil {
			t.Fatal(name, err)
		}
		from := sources(t, res)
		for pointer, places := range from {
			if d.Line(pointer) == 0 {
				t.Errorf("%s: %s is not in the document", name, pointer)
			}
			for _, p := range places {
				if set.Pages[p.Page] == nil || p.Line < 1 || p.Column < 1 || p.How == "" {
					t.Errorf("%s: %s comes from %+v", name, pointer, p)
				}
			}
		}
		ops, err := d.Operations()
		if err != nil {
			t.Fatal(name, err)
		}
		for _, op := range ops {
			if len(from[op.Pointer]) == 0 {
				t.Errorf("%s: nobody knows where %s comes from", name, op.ID)
			}
		}
		for schema, ref := range d.Components.Schemas {
			for _, property := range d.Properties(ref.Value) {
				if at := document.Pointer("components", "schemas", schema, "properties", property); len(from[at]) == 0 {
					t.Errorf("%s: nobody knows where %s comes from", name, at)
				}
			}
		}
	}
}
