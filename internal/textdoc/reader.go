package textdoc

import (
	"path"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// Reader reads the pages of a set that were saved as text.
type Reader struct{ Words Words }

// Role tells pages by their names. PARAMETERS.txt lies beside exported pages and is none.
func (Reader) Role(file string) source.Role {
	if path.Ext(file) == ".txt" && path.Base(file) != "PARAMETERS.txt" {
		return source.NoteFile
	}
	return source.NotRead
}

// Recognizes reports whether a text reads like a page saved from the help centre, see Looks.
func (r Reader) Recognizes(f *source.File) bool { return Looks(f, r.Words) }

// Read reads a page, see Parse.
func (r Reader) Read(f *source.File, _ source.Files, found *diag.List) []*doc.Page {
	return []*doc.Page{Parse(f, r.Words, found)}
}

// Contents lists nothing: a text says only which chapter it belongs to.
func (Reader) Contents(source.Files, []*doc.Page, *doc.Contents) {}
