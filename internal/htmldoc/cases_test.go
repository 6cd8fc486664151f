package htmldoc_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/htmldoc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// TestCases reads testdata/*.html and compares the tree with x.dump and the findings with
// x.findings beside it; a missing file means none. Add a case by adding a page.
func TestCases(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.html")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range cases {
		name := strings.TrimSuffix(filepath.Base(path), ".html")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var found diag.List
			page := htmldoc.Parse(source.New(name+".html", text), &found)
			base := strings.TrimSuffix(path, ".html")
			golden.Equal(t, base+".dump", []byte(doc.Dump(page)))
			var lines bytes.Buffer
			for _, f := range found.Sorted() {
				fmt.Fprintln(&lines, f)
			}
			golden.Equal(t, base+".findings", lines.Bytes())
			if wrong := checkPage(name+".html", text); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}
