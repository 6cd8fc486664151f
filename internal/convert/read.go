package convert

import (
	"bytes"
	"path"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/htmldoc"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/source"
	"github.com/rst2openapi/rst2openapi/internal/textdoc"
)

// readPage chooses the reader by the text, not by the file's name: people save pages
// under any name.
func readPage(name string, text []byte, found *diag.List) *doc.Page {
	f := source.New(name, text)
	switch {
	case path.Ext(name) != ".rst" && looksLikeHTML(text):
		return htmldoc.Parse(f, found)
	case looksLikeRST(name, text):
		return rst.Parse(f, found)
	case textdoc.Looks(f, textWords):
		return textdoc.Parse(f, textWords, found)
	}
	found.Add("tool/unknown-format", name, source.Pos{Line: 1, Col: 1},
		"this page is in none of the forms that are read: RST, HTML, or text saved from the help centre")
	return nil
}

// looksLikeHTML recognises HTML by its first character that says something: a tag, a
// comment or a doctype.
func looksLikeHTML(text []byte) bool {
	head := bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\uFEFF")))
	if len(head) < 2 || head[0] != '<' {
		return false
	}
	c := head[1] | 0x20
	return c >= 'a' && c <= 'z' || head[1] == '!' || head[1] == '?'
}

// looksLikeRST recognises RST by what the pages have: a field or label at the start, a
// directive, or a title line. An .rst file is taken at its name.
func looksLikeRST(name string, text []byte) bool {
	if path.Ext(name) == ".rst" {
		return true
	}
	head := bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\uFEFF")))
	if bytes.HasPrefix(head, []byte("<")) {
		return false
	}
	if bytes.HasPrefix(head, []byte(":original_name:")) {
		return true
	}
	for line := range bytes.Lines(text) {
		line = bytes.TrimSpace(line)
		if len(line) > 2 && (len(bytes.Trim(line, "=")) == 0 || len(bytes.Trim(line, "-")) == 0) {
			return true
		}
		if bytes.HasPrefix(line, []byte(".. ")) && (bytes.Contains(line, []byte("::")) || bytes.HasPrefix(line, []byte(".. _"))) {
			return true
		}
	}
	return false
}

// contents gives the entry of each page by the name of its file. A table of contents that
// cannot be read counts as none: it gives the pages their order and their tags, and no
// page is wrong without it.
func contents(text []byte) map[string]doc.Entry {
	list, err := htmldoc.Contents(text)
	if err != nil {
		return nil
	}
	byPage := make(map[string]doc.Entry, len(list))
	for i, e := range list {
		if _, twice := byPage[e.Page]; twice {
			continue
		}
		entry := doc.Entry{Order: i + 1}
		if e.Parent >= 0 {
			entry.Above = list[e.Parent].Title
		}
		byPage[e.Page] = entry
	}
	return byPage
}
