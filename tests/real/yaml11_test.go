package real

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/tests/yaml11"
)

// TestYAML11 has all documents, descriptions included, read alike by YAML 1.1 and 1.2.
func TestYAML11(t *testing.T) {
	corpus := golden.Shared(t, "corpus")
	read := 0
	for _, name := range setNames(t, corpus) {
		res, err := otc.Convert(readSet(t, filepath.Join(corpus, name)))
		if errors.Is(err, convert.ErrNoOperations) {
			continue // a guide: there is no document to check
		}
		if err != nil {
			t.Fatal(err)
		}
		spec, err := res.Encode("spec.yaml", false)
		if err != nil {
			t.Fatal(err)
		}
		odd, err := yaml11.Differences(spec)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, difference := range odd {
			t.Errorf("%s: %s", name, difference)
		}
		read++
	}
	if read == 0 {
		t.Error("no set has a document")
	}
}

// compare loads YAML from the first file and JSON from the second, and fails where they
// differ. The C loader of PyYAML has the resolvers of the other one, and is faster.
const compare = `
import json, sys, yaml
a = yaml.load(open(sys.argv[1], encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
b = json.load(open(sys.argv[2], encoding="utf-8"))
def same(a, b, at):
    if type(a) != type(b) and not {type(a), type(b)} == {int, float}:
        sys.exit("%s: %r and %r" % (at or "/", a, b))
    if isinstance(a, dict):
        if a.keys() != b.keys():
            sys.exit("%s: %r and %r" % (at or "/", sorted(map(str, a)), sorted(b)))
        for k in a:
            same(a[k], b[k], at + "/" + k)
    elif isinstance(a, list):
        if len(a) != len(b):
            sys.exit("%s: %d and %d members" % (at, len(a), len(b)))
        for i in range(len(a)):
            same(a[i], b[i], "%s/%d" % (at, i))
    elif a != b:
        sys.exit("%s: %r and %r" % (at, a, b))
same(a, b, "")
`

// TestPyYAML has a reader of YAML 1.1 load the committed documents to the trees that one of 1.2
// does.
func TestPyYAML(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(golden.Root(t), "spec", "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no document in spec/: %v", err)
	}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var tree any
		if err := yaml.Unmarshal(text, &tree); err != nil {
			t.Fatal(err)
		}
		inJSON, err := json.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(f), func(t *testing.T) { samePython(t, text, inJSON) })
	}
}

// samePython fails where PyYAML loads a document as something else than its JSON.
func samePython(t *testing.T, inYAML, inJSON []byte) {
	t.Helper()
	if out, err := exec.Command("python3", "-c", "import yaml").CombinedOutput(); err != nil {
		t.Skipf("python3 has no PyYAML, so that it cannot read the document: %v: %s", err, bytes.TrimSpace(out))
	}
	dir := t.TempDir()
	files := []string{filepath.Join(dir, "a.yaml"), filepath.Join(dir, "a.json")}
	for i, text := range [][]byte{inYAML, inJSON} {
		if err := os.WriteFile(files[i], text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := exec.Command("python3", "-c", compare, files[0], files[1]).CombinedOutput(); err != nil {
		t.Errorf("PyYAML loads the document as something else: %s (%v)", bytes.TrimSpace(out), err)
	}
}
