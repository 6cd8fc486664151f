package release_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/release"
)

const lamps = `openapi: 3.0.3
info: {title: Lamps, version: v1}
externalDocs: {url: https://docs.example.com/lamps/}
paths:
  /v1/lamps/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: ShowLamp
      deprecated: true
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Lamp'}
              examples: {one: {value: {watts: 5, id: z, text: '"$ref": "#/components/schemas/lamp"'}}}
components:
  schemas:
    Lamp: {type: object, required: [watts], properties: {watts: {type: integer, exclusiveMinimum: true, minimum: 0, example: 5}, id: {type: string, nullable: true}, twin: {$ref: '#/components/schemas/lamp'}, text: {type: string}}}
    lamp: {type: object, properties: {z: {type: string}, a: {$ref: '#/components/schemas/Any'}}}
    Any: {}
`

func files(t *testing.T, sets []release.Set, o release.Options) map[string]string {
	t.Helper()
	all, err := release.Files(sets, o)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for name, text := range all {
		out[name] = string(text)
	}
	return out
}

func TestFiles(t *testing.T) {
	set := release.Set{
		Name: "lamps", Text: []byte(lamps), Sources: []byte("{}\n"), Repository: "https://example.com/lamps.git", Commit: "c0ffee",
		Findings: []byte(`[{"level": "error"}, {"level": "note"}, {"level": "note"}]`),
	}
	out := files(t, []release.Set{set}, release.Options{Generator: "test", Beside: map[string][]byte{"bom.json": []byte("{}")}})
	want := []string{
		"SHA256SUMS", "bom.json", "index.json", "lamps/lamps.3.1.yaml", "lamps/lamps.findings.json", "lamps/lamps.json", "lamps/lamps.sources.json",
		"lamps/lamps.yaml", "lamps/schemas/Any.schema.json", "lamps/schemas/Lamp.schema.json", "lamps/schemas/lamp-2.schema.json",
	}
	if got := slices.Sorted(maps.Keys(out)); !slices.Equal(got, want) {
		t.Errorf("the files are\n%q, want\n%q", got, want)
	}
	if !strings.Contains(out["lamps/lamps.3.1.yaml"], "openapi: 3.1.1") || !strings.Contains(out["lamps/lamps.3.1.yaml"], "exclusiveMinimum: 0") {
		t.Errorf("the copy in 3.1 is\n%s", out["lamps/lamps.3.1.yaml"])
	}
	for _, file := range []string{"lamps/lamps.yaml", "lamps/lamps.3.1.yaml"} {
		text := out[file]
		if strings.Index(text, "watts: 5") > strings.Index(text, "id: z") || strings.Index(text, " z:\n") > strings.Index(text, " a:\n") {
			t.Errorf("%s does not keep the order of members:\n%s", file, text)
		}
	}
	var index release.Index
	if err := json.Unmarshal([]byte(out["index.json"]), &index); err != nil || len(index.Sets) != 1 {
		t.Fatalf("the index: %v\n%s", err, out["index.json"])
	}
	e := index.Sets[0]
	if e.Title != "Lamps" || e.Commit != "c0ffee" || e.Docs != "https://docs.example.com/lamps/" || e.Counts.Operations != 1 || e.Counts.Deprecated != 1 ||
		e.Counts.Schemas != 3 || e.Counts.Examples != 1 || e.Counts.Findings["note"] != 2 || e.Files["schemas"] != "lamps/schemas/" {
		t.Errorf("the index says %+v", e)
	}
	for _, known := range []bool{true, false} { // no finding is a number, too
		lamp := release.Set{Name: "lamps", Text: []byte(lamps)}
		if known {
			lamp.Findings = []byte("[]")
		}
		text := files(t, []release.Set{lamp}, release.Options{})["index.json"]
		if counts, _, _ := strings.Cut(text, `"files"`); strings.Contains(counts, `"findings": {}`) != known {
			t.Errorf("findings known: %t; the index is\n%s", known, text)
		}
	}
	for what, file := range e.Files {
		if out[file] == "" && what != "schemas" {
			t.Errorf("%s is the file %s, which is not there", what, file)
		}
	}
	for line := range strings.Lines(out["SHA256SUMS"]) {
		sum, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if sum != fmt.Sprintf("%x", sha256.Sum256([]byte(out[name]))) {
			t.Errorf("the sum of %s is wrong", name)
		}
	}
	if n := strings.Count(out["SHA256SUMS"], "\n"); n != len(out)-1 {
		t.Errorf("%d sums for %d files", n, len(out))
	}
}

// TestSameBytes: the same documents are the same files, in whatever order they are named.
func TestSameBytes(t *testing.T) {
	sets := []release.Set{{Name: "lamps", Text: []byte(lamps), Findings: []byte(`[{"level": "note"}, {"level": "error"}]`)}, {Name: "bulbs", Text: []byte(lamps)}, {Name: "Cords", Text: []byte(lamps)}}
	o := release.Options{Generator: "test", Beside: map[string][]byte{"bom.json": []byte("{}"), "CHANGELOG.md": []byte("none")}}
	want := files(t, slices.Clone(sets), o)
	for range 5 {
		slices.Reverse(sets)
		if got := files(t, slices.Clone(sets), o); !maps.Equal(got, want) {
			t.Fatalf("in another order the files are\n%s\n, were\n%s", got["index.json"], want["index.json"])
		}
	}
}

// TestCommitted makes a release of the committed documents: their YAML is as it is committed, and
// the same comes out again.
func TestCommitted(t *testing.T) {
	var sets []release.Set
	for _, name := range []string{"sample", "cbr", "iam"} {
		text, err := os.ReadFile(filepath.Join(golden.Root(t), "spec", name+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		sets = append(sets, release.Set{Name: name, Text: text})
	}
	out := files(t, sets, release.Options{})
	for _, s := range sets {
		if out[s.Name+"/"+s.Name+".yaml"] != string(s.Text) {
			t.Errorf("%s.yaml is not as it is committed", s.Name)
		}
		d, err := openapi3.NewLoader().LoadFromData([]byte(out[s.Name+"/"+s.Name+".3.1.yaml"]))
		if err != nil || !strings.HasPrefix(d.OpenAPI, "3.1.") {
			t.Errorf("%s in 3.1: %v", s.Name, err)
		}
	}
	slices.Reverse(sets)
	if again := files(t, sets, release.Options{}); !maps.Equal(out, again) {
		t.Error("another run, with the sets in another order, makes other files")
	}
}

func TestMistakes(t *testing.T) {
	good := release.Set{Name: "lamps", Text: []byte(lamps)}
	for want, in := range map[string][]release.Set{
		"lamps: not a YAML or JSON document": {{Name: "lamps", Text: []byte("{")}},
		"lamps: the findings are not":        {{Name: "lamps", Text: []byte(lamps), Findings: []byte("findings")}},
		"two files of the release":           {good, {Name: "Lamps", Text: bytes.Clone(good.Text)}},
	} {
		if _, err := release.Files(in, release.Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if _, err := release.Files([]release.Set{good}, release.Options{Beside: map[string][]byte{"INDEX.json": nil}}); err == nil {
		t.Error("a further file takes the place of the index")
	}
}
