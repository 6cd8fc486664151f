package outline_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/tests/outline"
)

func TestOutline(t *testing.T) {
	for _, name := range []string{"sample", "cbr"} {
		spec, err := os.ReadFile(filepath.Join(golden.Root(t), "spec", name+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		got, err := outline.Of(spec)
		if err != nil {
			t.Fatal(err)
		}
		golden.Equal(t, filepath.Join("testdata", name+".txt"), []byte(got))
	}
	for _, spec := range []string{"", "openapi: 3.0.3\ninfo: {title: t, version: v}\npaths: {/a: {get: {responses: {'200': {description: ok}}, x-variants: [{}]}}}"} {
		if got, err := outline.Of([]byte(spec)); err == nil {
			t.Errorf("%q has the outline %q", spec, got)
		}
	}
}
