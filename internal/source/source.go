// Package source holds the text of one page of documentation and the places in it.
//
// It is the lowest package: the tree (doc), the findings (diag) and the model (api) all
// use places in a page and none of them should have to import another for it.
// A File is built from bytes that somebody else read; this package opens nothing.
package source

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Pos is a place in a page: line and column, both counted from 1, the column in
// Unicode code points (what an editor shows). The zero Pos is "no place known".
type Pos struct {
	Line int `json:"line"`
	Col  int `json:"col"`
}

// IsValid reports whether p names a place.
func (p Pos) IsValid() bool { return p.Line > 0 }

// Before reports whether p stands before q in the page.
func (p Pos) Before(q Pos) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Col < q.Col
}

// String gives "line:col".
func (p Pos) String() string {
	return strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Col)
}

// File is the text of one page. It never changes after New.
type File struct {
	path   string
	lines  []string // nil where packed has them
	packed *packed
	clean  bool
	tabs   bool
}

// New splits text into physical lines. path is the name that findings print: relative
// to the documentation set, with forward slashes. Text that is not UTF-8 is kept with
// each bad byte replaced, and Valid then reports false.
func New(path string, text []byte) *File { return Of(path, string(text)) }

// Of is New for a text that is a string already, which the file holds on to.
func Of(path, s string) *File {
	clean := utf8.ValidString(s)
	if !clean {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	s = strings.TrimPrefix(s, "\uFEFF")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	lines := strings.Split(s, "\n")
	if n := len(lines); n > 0 && lines[n-1] == "" {
		lines = lines[:n-1]
	}
	return &File{path: path, lines: lines, clean: clean, tabs: strings.IndexByte(s, '\t') >= 0}
}

// Path is the page's name as given to New.
func (f *File) Path() string { return f.path }

// Valid reports whether the text was UTF-8 as it came.
func (f *File) Valid() bool { return f.clean }

// HasTabs reports whether there is a tab in the page.
func (f *File) HasTabs() bool { return f.tabs }

// Lines are the physical lines without their line ends. The slice is shared: read only.
func (f *File) Lines() []string {
	if f.packed == nil {
		return f.lines
	}
	lines := make([]string, f.Len())
	for i := range lines {
		lines[i] = f.packed.line(i)
	}
	return lines
}

// Len is the number of physical lines.
func (f *File) Len() int {
	if f.packed != nil {
		return len(f.packed.at)
	}
	return len(f.lines)
}

// Line gives physical line n, counted from 1, or "" outside the page.
func (f *File) Line(n int) string {
	switch {
	case n < 1 || n > f.Len():
		return ""
	case f.packed != nil:
		return f.packed.line(n - 1)
	}
	return f.lines[n-1]
}

// Contains reports whether p lies inside the page (the column right after a line's
// last character counts, because an empty span may sit there).
func (f *File) Contains(p Pos) bool {
	return p.Line >= 1 && p.Line <= f.Len() && p.Col >= 1 &&
		p.Col <= utf8.RuneCountInString(f.Line(p.Line))+1
}
