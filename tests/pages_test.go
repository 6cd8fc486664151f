// Package tests holds what is tested over all packages at once: pages written for this
// project with all that must come out of them, and what is true of any page.
package tests

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/openapi"
)

// TestPages converts each folder of pages/ and compares what comes out with the files
// beside the pages: the document and the findings always, earlier stages where
// pages/stages.yaml says so. README.md says how to add a folder.
func TestPages(t *testing.T) {
	kept := stages(t)
	for name, set := range cases(t) {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join("pages", name)
			res, err := otc.Convert(set)
			golden.Equal(t, filepath.Join(dir, "findings.txt"), diag.Text(res.Findings))
			for file, write := range map[string]func() []byte{
				treeFile:  func() []byte { return printedTrees(set) },
				modelFile: func() []byte { return view(t, res.Service) },
			} {
				var want []byte // of a file that is not kept
				if kept[name][file] != "" {
					want = write()
				}
				golden.Equal(t, filepath.Join(dir, file), want)
			}
			var refused, spec []byte
			switch {
			case errors.Is(err, convert.ErrNoPages), errors.Is(err, convert.ErrNoOperations):
				refused = []byte(err.Error() + "\n")
			case err != nil:
				t.Fatal(err)
			default:
				if spec, err = res.Encode("spec.yaml", true); err != nil {
					t.Fatal(err)
				}
				valid(t, spec)
				direct(t, res)
			}
			golden.Equal(t, filepath.Join(dir, "spec.yaml"), spec)
			golden.Equal(t, filepath.Join(dir, "error.txt"), refused)
		})
	}
}

// The stages that a case may keep besides the document.
const (
	treeFile  = "tree.txt"   // what the reader saw
	modelFile = "model.json" // the API with its claims and what was decided of them
)

// stages reads which cases keep which stages, and why.
func stages(t *testing.T) map[string]map[string]string {
	t.Helper()
	text, err := os.ReadFile("pages/stages.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var kept map[string]map[string]string
	if err := yaml.Unmarshal(text, &kept); err != nil {
		t.Fatal(err)
	}
	for name, files := range kept {
		if _, err := os.Stat(filepath.Join("pages", name)); err != nil {
			t.Errorf("pages/stages.yaml lists a case that is not there: %v", err)
		}
		for file, why := range files {
			if file != treeFile && file != modelFile || why == "" {
				t.Errorf("pages/stages.yaml: %s: %s is not a stage with a reason", name, file)
			}
		}
	}
	return kept
}

// printedTrees prints the pages of a set as the reader saw them.
func printedTrees(set convert.Set) []byte {
	var b bytes.Buffer
	for _, p := range trees(set, new(diag.List)) {
		b.WriteString("== " + p.File.Path() + "\n" + doc.Dump(p))
	}
	return b.Bytes()
}

// direct holds the tree that documents are written from against the JSON that package
// openapi3 makes of them: nothing that a document has may be missing.
func direct(t *testing.T, res *convert.Result) {
	t.Helper()
	for _, prose := range []bool{true, false} {
		d := res.Document(prose)
		text, err := d.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		written, err := openapi.JSON(d)
		if err != nil {
			t.Fatal(err)
		}
		var got, want any
		if err := errors.Join(json.Unmarshal(written, &got), json.Unmarshal(text, &want)); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("prose %v: what is written is not the document (%v)", prose, err)
		}
		for what, f := range map[string][2]func() ([]byte, error){
			"YAML": {func() ([]byte, error) { return openapi.YAML(d) }, func() ([]byte, error) { return openapi.YAMLOf(written) }},
			"JSON": {func() ([]byte, error) { return openapi.JSON(d) }, func() ([]byte, error) { return openapi.JSONOf(written) }},
		} {
			got, err := f[0]()
			want, err2 := f[1]()
			if err != nil || err2 != nil || !bytes.Equal(got, want) {
				t.Errorf("%s, prose %v: what is read again and written differs (%v, %v)", what, prose, err, err2)
			}
		}
	}
}

// view encodes the model as "dump api" prints it, with each origin on one line.
func view(t testing.TB, svc *api.Service) []byte {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(api.View(svc)); err != nil {
		t.Fatal(err)
	}
	return origin.ReplaceAll(b.Bytes(), []byte(`"$1:$2:$3 $4"`))
}

// origin is where a fact comes from, as the model encodes it. The golden files say it on
// one line, so that a person can read them.
var origin = regexp.MustCompile(`\{\s+"page": "([^"]*)",\s+"pos": \{\s+"line": (\d+),\s+"col": (\d+)\s+\},\s+"how": "([a-z]+)"\s+\}`)

// valid fails the test unless an independent reader takes the document, examples included.
func valid(t *testing.T, spec []byte) {
	t.Helper()
	loader := openapi3.NewLoader()
	d, err := loader.LoadFromData(spec)
	if err == nil {
		err = d.Validate(loader.Context, openapi3.EnableExamplesValidation())
	}
	if err != nil {
		t.Errorf("the document is not valid OpenAPI: %v", err)
	}
}

// cases reads the folders of pages/ by name.
func cases(t testing.TB) map[string]convert.Set {
	t.Helper()
	entries, err := os.ReadDir("pages")
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]convert.Set)
	for _, e := range entries {
		if e.IsDir() {
			out[e.Name()] = readSet(t, filepath.Join("pages", e.Name()), e.Name())
		}
	}
	if len(out) == 0 {
		t.Fatal("pages/ has no folder")
	}
	return out
}

// results are the files that the test itself writes into the folder of a case.
var results = []string{treeFile, modelFile, "findings.txt", "spec.yaml", "error.txt"}

// readSet reads the pages below dir and the files beside them that tell something of them.
func readSet(t testing.TB, dir, name string) convert.Set {
	t.Helper()
	set := convert.Set{Name: name, Pages: map[string][]byte{}, Beside: map[string][]byte{}}
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		rel, err := filepath.Rel(dir, file)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		switch {
		case slices.Contains(results, rel):
		case d.Name() == "conf.py", d.Name() == "CLASS.TXT.json":
			set.Beside[rel] = text
		case slices.Contains([]string{".rst", ".html", ".txt"}, filepath.Ext(rel)):
			set.Pages[rel] = text
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return set
}
