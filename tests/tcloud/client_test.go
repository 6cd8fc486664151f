package tcloud

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// TestSameClient holds that what the profile adds changes no client and no server: a caller never
// sees the token as a parameter, and no test sends an example that nobody printed.
func TestSameClient(t *testing.T) {
	want, got := client(t, "otc"), client(t, "tcloud")
	if len(want) != len(got) {
		t.Errorf("%d files, without the profile %d", len(got), len(want))
	}
	for file, text := range want {
		if !bytes.Equal(text, got[file]) {
			t.Errorf("%s is another one than without the profile", file)
		}
	}
}

// client is the package that is generated from the pages of the sample with a profile.
func client(t *testing.T, name string) map[string][]byte {
	t.Helper()
	p, _, ok := profile.BuiltIn(name)
	if !ok {
		t.Fatalf("the profile %s is not built in", name)
	}
	c := convert.New(p)
	set, err := c.ReadSet(os.DirFS(filepath.Join(golden.Root(t), "tests/sample/pages")), "sample")
	if err != nil {
		t.Fatal(err)
	}
	res, err := c.Convert(set)
	if err != nil {
		t.Fatal(err)
	}
	spec, err := res.Encode("sample.yaml", true)
	if err != nil {
		t.Fatal(err)
	}
	if name == "tcloud" && !bytes.Contains(spec, []byte("x-policy-only")) {
		t.Fatal("the profile adds nothing")
	}
	files, err := gogen.Generate(spec, gogen.Options{Package: "sample", Source: "sample.yaml", Server: true})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
