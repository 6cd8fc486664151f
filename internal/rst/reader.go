package rst

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// Reader reads the pages of a set in RST.
type Reader struct{}

// extension is how the names of pages in RST end.
const extension = ".rst"

// indexName is the page of a folder that lists the others.
const indexName = "index" + extension

// Role tells pages by their names.
func (Reader) Role(file string) source.Role {
	if path.Ext(file) == extension {
		return source.PageFile
	}
	return source.NotRead
}

// Recognizes reports whether a text is a page in RST, by what these pages have: a field or
// label at the start, a directive, or a title line. An .rst file is taken at its name.
func (Reader) Recognizes(f *source.File) bool {
	if path.Ext(f.Path()) == extension {
		return true
	}
	first := true
	for _, line := range f.Lines() {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if first && line[0] == '<' {
			return false
		}
		if first && strings.HasPrefix(line, ":original_name:") {
			return true
		}
		first = false
		if len(line) > 2 && (strings.Trim(line, "=") == "" || strings.Trim(line, "-") == "") {
			return true
		}
		if strings.HasPrefix(line, ".. ") && (strings.Contains(line, "::") || strings.HasPrefix(line, ".. _")) {
			return true
		}
	}
	return false
}

// Read reads a page, see Parse.
func (Reader) Read(f *source.File, _ source.Files, found *diag.List) []*doc.Page {
	return []*doc.Page{Parse(f, found)}
}

// target is the page that an entry of a toctree names: "a" and "Its Title <a>" name a.
func target(entry string) string {
	if i := strings.LastIndexByte(entry, '<'); i > 0 && strings.HasSuffix(entry, ">") {
		return entry[i+1 : len(entry)-1]
	}
	return entry
}

// Contents lists the pages that toctrees lead to, from the index page nearest to the top on.
// A page that no toctree lists stands below the index page of its folder, or of the nearest
// folder above that has one; such pages are in the order of their paths.
func (r Reader) Contents(_ source.Files, pages []*doc.Page, into *doc.Contents) {
	pages = slices.SortedFunc(slices.Values(pages), func(a, b *doc.Page) int { return cmp.Compare(a.File.Path(), b.File.Path()) })
	byPath := make(map[string]*doc.Page, len(pages))
	var indexes []*doc.Page
	for _, p := range pages {
		byPath[p.File.Path()] = p
		if path.Base(p.File.Path()) == indexName {
			indexes = append(indexes, p)
		}
	}
	find := func(from *doc.Page, link string) *doc.Page {
		name := path.Join(path.Dir(from.File.Path()), target(link))
		if p := byPath[name]; p != nil {
			return p
		}
		return byPath[name+extension]
	}
	// index is the entry of the nearest index page in the folder of p or above.
	index := func(p *doc.Page) *doc.Entry {
		for dir := path.Dir(p.File.Path()); ; dir = path.Dir(dir) {
			if at := byPath[path.Join(dir, indexName)]; at != nil && at != p {
				return into.Entry(at)
			}
			if dir == "." || dir == "/" {
				return nil
			}
		}
	}
	slices.SortStableFunc(indexes, func(a, b *doc.Page) int {
		return cmp.Compare(strings.Count(a.File.Path(), "/"), strings.Count(b.File.Path(), "/"))
	})
	for _, p := range indexes {
		if into.Entry(p) == nil {
			into.Follow(index(p), p, find)
		}
	}
	for _, p := range pages {
		if at := index(p); at != nil && into.Entry(p) == nil && r.Recognizes(p.File) {
			into.Follow(at, p, find)
		}
	}
}
