package main

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// TestReadFolder says which files of a folder are its pages.
func TestReadFolder(t *testing.T) {
	for name, c := range map[string]struct {
		files    []string
		pages    []string
		contents string
	}{
		"RST":        {[]string{"a/conf.py", "a/index.rst", "a/b/page.rst", "notes.txt", "a.png"}, []string{"a/b/page.rst", "a/index.rst"}, ""},
		"exports":    {[]string{"api/a.html", "api/b.htm", "api/CLASS.TXT.json", "api/ALL_META.TXT.json", "api/PARAMETERS.txt"}, []string{"api/a.html", "api/b.htm"}, "api/CLASS.TXT.json"},
		"two tables": {[]string{"z/CLASS.TXT.json", "a/b/CLASS.TXT.json", "a.html"}, []string{"a.html"}, "z/CLASS.TXT.json"},
		"text":       {[]string{"a.txt", "b/c.txt", "PARAMETERS.txt"}, []string{"a.txt", "b/c.txt"}, ""},
		"mixed":      {[]string{"a.rst", "b.html", "c.txt"}, []string{"a.rst", "b.html"}, ""},
		"hidden":     {[]string{".git/a.rst", "b.rst"}, []string{"b.rst"}, ""},
		"none":       {[]string{"a.md", "PARAMETERS.txt"}, nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, f := range c.files {
				write(t, filepath.Join(dir, f), f)
			}
			set, err := readFolder(testConverter(t), dir)
			if errors.Is(err, errNoPage) != (len(c.pages) == 0) {
				t.Fatal(err)
			}
			if got := slices.Sorted(maps.Keys(set.Pages)); !slices.Equal(got, c.pages) {
				t.Errorf("the pages are %v, want %v", got, c.pages)
			}
			if got := source.Files(set.Beside).Nearest("CLASS.TXT.json"); got != c.contents {
				t.Errorf("the table of contents is %q, want %q", got, c.contents)
			}
		})
	}
}

func testConverter(t *testing.T) *convert.Converter {
	t.Helper()
	p, _, err := readProfile("otc")
	if err != nil {
		t.Fatal(err)
	}
	return convert.New(p)
}
