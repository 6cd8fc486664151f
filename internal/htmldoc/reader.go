package htmldoc

import (
	"path"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// Reader reads the pages of a set in HTML.
type Reader struct{}

// Role tells pages and their table of contents by their names.
func (Reader) Role(file string) source.Role {
	switch ext := path.Ext(file); {
	case ext == ".html" || ext == ".htm":
		return source.PageFile
	case path.Base(file) == contentsName:
		return source.BesideFile
	}
	return source.NotRead
}

// Recognizes reports whether a text is HTML, by its first character that says something: a
// tag, a comment or a doctype. Pages are saved under any name; one that ends in .rst is RST.
func (Reader) Recognizes(f *source.File) bool {
	if path.Ext(f.Path()) == ".rst" {
		return false
	}
	for _, line := range f.Lines() {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if line[0] != '<' || len(line) < 2 {
			return false
		}
		c := line[1] | 0x20
		return c >= 'a' && c <= 'z' || line[1] == '!' || line[1] == '?'
	}
	return false
}

// Read reads a page, see Parse.
func (Reader) Read(f *source.File, _ source.Files, found *diag.List) []*doc.Page {
	return []*doc.Page{Parse(f, found)}
}
