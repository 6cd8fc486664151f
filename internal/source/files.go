package source

import (
	"cmp"
	"path"
	"strings"
)

// Files are files of a documentation set by path, with forward slashes and relative to the top
// of the set.
type Files map[string][]byte

// Nearest gives the path of the file of that name that lies nearest to the top of the set, of
// several the first by path; "" where there is none.
func (f Files) Nearest(name string) string {
	best := ""
	for file := range f {
		if path.Base(file) != name {
			continue
		}
		if best == "" || cmp.Or(cmp.Compare(strings.Count(file, "/"), strings.Count(best, "/")), strings.Compare(file, best)) < 0 {
			best = file
		}
	}
	return best
}

// Role says what a file is to a reader of pages.
type Role int

// The roles.
const (
	NotRead  Role = iota // nothing that the reader knows
	PageFile             // a page
	// NoteFile is a page where the set has none of another role: a folder of pages often
	// holds notes in files of the same kind.
	NoteFile
	BesideFile // no page, but it tells something of pages
)
