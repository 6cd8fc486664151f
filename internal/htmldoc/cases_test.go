package htmldoc_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

func TestContents(t *testing.T) {
	got, err := htmldoc.Contents([]byte(`[
		{"title": "Lamps", "uri": "lamps.html", "code": "1", "p_code": ""},
		{"title": "Lighting a Lamp", "uri": "a/light.html", "code": "2", "p_code": "1", "desc": "x"},
		{"title": "Lost", "uri": "lost.html", "code": "3", "p_code": "9"},
		{"title": "Its Own Parent", "uri": "own.html", "code": "4", "p_code": "4"}]`))
	want := []htmldoc.Entry{
		{Page: "lamps.html", Title: "Lamps", Parent: -1},
		{Page: "light.html", Title: "Lighting a Lamp", Parent: 0},
		{Page: "lost.html", Title: "Lost", Parent: -1},
		{Page: "own.html", Title: "Its Own Parent", Parent: -1},
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
	for _, bad := range []string{"", "{}", "[1]", `[{"title": 1}]`} {
		if _, err := htmldoc.Contents([]byte(bad)); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}
