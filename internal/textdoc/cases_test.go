package textdoc_test

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
	"github.com/rst2openapi/rst2openapi/internal/source"
	"github.com/rst2openapi/rst2openapi/internal/textdoc"
)

// words are a few words, enough for the cases; the real ones are dialect's.
var words = textdoc.Words{
	Section: func(s string) bool {
		switch s {
		case "Function", "URI", "Request", "Response", "Status Codes", "Example", "Parameter", "Constraints":
			return true
		}
		return false
	},
	Label: func(s string) bool { return s == "Constraints" },
	Column: func(s string) textdoc.Column {
		switch strings.ToLower(s) {
		case "parameter", "name", "header":
			return textdoc.Name
		case "mandatory":
			return textdoc.Mandatory
		case "type":
			return textdoc.Type
		case "status code":
			return textdoc.Status
		case "description", "meaning":
			return textdoc.Description
		case "location", "error code", "error message":
			return textdoc.OtherColumn
		}
		return textdoc.NoColumn
	},
	Type: func(s string) bool {
		switch s {
		case "String", "Integer", "Boolean":
			return true
		}
		return strings.HasSuffix(s, "_spec")
	},
	Mandatory: func(s string) bool { return s == "Yes" || s == "No" },
}

// TestCases reads testdata/*.txt and compares the tree with x.dump and the findings with
// x.findings beside it; a missing file means none. Add a case by adding a page.
func TestCases(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range cases {
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			f := source.New(name+".txt", text)
			if !textdoc.Looks(f, words) {
				t.Error("the page does not look like one")
			}
			var found diag.List
			page := textdoc.Parse(f, words, &found)
			base := strings.TrimSuffix(path, ".txt")
			golden.Equal(t, base+".dump", []byte(doc.Dump(page)))
			var lines bytes.Buffer
			for _, f := range found.Sorted() {
				fmt.Fprintln(&lines, f)
			}
			golden.Equal(t, base+".findings", lines.Bytes())
			if wrong := checkPage(name+".txt", text); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}

func TestLooks(t *testing.T) {
	for text, want := range map[string]bool{
		"URI\n\nGET /v1/lamps":                      true,
		"Request\n\nParameter\n\nType\n\nlamp":      true,
		"Request\n\nParameter\n\nParameter\n\nlamp": false,
		"GET /v1/lamps":                             false,
		"URI":                                       false,
		"  URI\n\nGET /v1/lamps":                    false,
		"Dear all,\n\nthe lamps are on.":            false,
		"":                                          false,
	} {
		if got := textdoc.Looks(source.New("x.txt", []byte(text)), words); got != want {
			t.Errorf("Looks(%q) = %v", text, got)
		}
	}
}
