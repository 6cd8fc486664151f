// Package textdoc reads a help-centre page that was saved as plain text into the tree of
// package doc.
//
// Such a text has lost its tables: each cell is a paragraph of its own, row after row.
//
//   - Parameter description
//
//     Parameter
//
//     Type
//
//     Description
//
//     colour
//
//     String
//
//     Colour of the lamp
//
// The words of the head tell how many columns there are; the words that only a Type or a
// Mandatory cell has tell whether the cells below are still in step. Which words these are
// is not known here: the caller hands in Words.
//
// The way through the package: units.go cuts the lines of the page into paragraphs, lists
// and code by indent and blank lines, table.go puts cells into tables, and this file makes
// sections of lone lines with a known title.
//
// The reader never panics on a page, bounds depth, and keeps no state between pages.
package textdoc

import (
	"strings"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// Column is what a word of a table's head announces.
type Column int

// The columns that the reader tells apart.
const (
	NoColumn    Column = iota // not a word of a head
	Name                      // of a parameter: one word
	Mandatory                 // Yes, No
	Type                      // a type word
	Status                    // a status code: a number
	Description               // text, of one or more paragraphs
	OtherColumn
)

// Words are the words that the reader needs to know.
type Words struct {
	Section   func(line string) bool   // the line is the title of a section
	Label     func(line string) bool   // the title is also a label in descriptions
	Column    func(cell string) Column // what the head of a column says
	Type      func(cell string) bool   // the cell is a type
	Mandatory func(cell string) bool   // the cell says whether something is mandatory
}

const (
	maxDepth   = 50  // lists inside each other, as in package rst
	maxTitle   = 80  // bytes of a section's title
	maxWord    = 200 // bytes of a cell that is looked up
	maxPerKind = 200 // findings of one rule
)

// Parse reads a page. Findings go to found, which must not be shared with another
// goroutine. The tree is complete even where findings were made.
func Parse(f *source.File, words Words, found *diag.List) *doc.Page {
	r := &reader{file: f, words: words, found: found}
	if !f.Valid() {
		r.report("docs/not-utf8", firstReplaced(f.Lines()),
			"the page is not UTF-8 from here on and the bytes that could not be read were replaced; save it as UTF-8")
	}
	page := &doc.Page{File: f}
	r.page(page, r.units(r.lines(), 0))
	return page
}

// Looks reports whether a text reads like a page saved from the help centre: it has the
// title of a section on a line of its own, and the head of a table or a request line.
func Looks(f *source.File, words Words) bool {
	r := &reader{file: f, words: words, found: new(diag.List)}
	section, api := false, false
	column := NoColumn
	for _, l := range r.lines() {
		if l.text == "" {
			continue
		}
		section = section || l.indent == 0 && r.isTitle(l.text)
		_, text, _ := bullet(l.text)
		col := r.column(text)
		api = api || startsWithMethod(text) || col != NoColumn && column != NoColumn && col != column
		column = col
		if section && api {
			return true
		}
	}
	return false
}

// reader is the state of reading one page.
type reader struct {
	file   *source.File
	words  Words
	found  *diag.List
	counts map[string]int // findings so far, by rule
}

// report adds a finding, unless the page has had its share of the rule.
func (r *reader) report(rule string, pos source.Pos, message string) {
	if r.counts == nil {
		r.counts = make(map[string]int)
	}
	r.counts[rule]++
	switch n := r.counts[rule]; {
	case n > maxPerKind:
		return
	case n == maxPerKind:
		message += " (there are more in this page; only the first ones are listed)"
	}
	r.found.Add(rule, r.file.Path(), pos, message)
}

func firstReplaced(lines []string) source.Pos {
	for i, l := range lines {
		if off := strings.IndexRune(l, utf8.RuneError); off >= 0 {
			return source.Pos{Line: i + 1, Col: utf8.RuneCountInString(l[:off]) + 1}
		}
	}
	return source.Pos{Line: 1, Col: 1}
}

// isTitle knows the title of a section; the field "description" is none.
func (r *reader) isTitle(s string) bool {
	return s != "" && (s[0] < 'a' || s[0] > 'z') && len(s) <= maxTitle && !strings.ContainsAny(s[len(s)-1:], ".:;,") && r.words.Section(s)
}

func (r *reader) column(s string) Column {
	// Heads begin with a capital, the field "name" does not; "Range:" is a label.
	if s == "" || len(s) > maxWord || s[0] >= 'a' && s[0] <= 'z' || strings.ContainsAny(s[len(s)-1:], ".:;,") {
		return NoColumn
	}
	return r.words.Column(s)
}

// isShortName reports whether a line can be the short name of a service: "csbs".
func isShortName(s string) bool {
	return s != "" && len(s) <= maxWord && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// helpCenter is the first step of the way to a page.
const helpCenter = "Help Center"

// page finds the title and cuts what follows into sections.
//
// The way to the page ("1. Help Center … 6. Executing a Policy") stands above the title as
// a numbered list that ends with it. Its last entry but one is the folder, which gives
// the page its tag. A page without such a list has its title in the first lone line.
func (r *reader) page(page *doc.Page, us []unit) {
	i := 0
	for k, u := range us {
		if u.kind == list && u.items[0].ordered && k+1 < len(us) && us[k+1].kind == para &&
			(u.last() == us[k+1].text() || u.items[0].text() == helpCenter) {
			if n := len(u.items); n > 1 {
				page.Above = u.items[n-2].text()
			}
			// The short name of the service stands alone above the way to the page.
			if k > 0 && us[k-1].kind == para && isShortName(us[k-1].text()) {
				page.Service = us[k-1].text()
			}
			i = k + 1
			break
		}
		if u.kind == para && r.isTitle(u.text()) {
			break
		}
	}
	if i == 0 {
		for i < len(us) && us[i].kind != para {
			i++
		}
	}
	if i == len(us) || r.isTitle(us[i].text()) {
		page.Blocks = r.sections(us, 0)
		return
	}
	title := &doc.Section{At: us[i].at(), Level: 1, Title: us[i].inline()}
	title.Blocks = r.sections(us, i+1)
	page.Blocks = []doc.Block{title}
}

// opens reports whether unit i is the title of a section: a lone line at the page's edge
// with a known title. "Parameter" is one, but not as the first word of a table's head.
func (r *reader) opens(us []unit, i int) bool {
	return us[i].kind == para && us[i].top() && r.isTitle(us[i].text()) && len(r.heads(us, i)) == 0
}

// sections reads the units from i on; a lone line with a known title opens a section.
func (r *reader) sections(us []unit, i int) []doc.Block {
	var out []doc.Block
	for i < len(us) {
		if !r.opens(us, i) {
			i = r.block(us, i, &out)
			continue
		}
		s := &doc.Section{At: us[i].at(), Level: 2, Title: us[i].inline()}
		i++
		for i < len(us) && !r.opens(us, i) {
			i = r.block(us, i, &s.Blocks)
		}
		out = append(out, s)
	}
	return out
}

// blocks makes nodes of units that stand in a list.
func (r *reader) blocks(us []unit) []doc.Block {
	var out []doc.Block
	for i := 0; i < len(us); {
		i = r.block(us, i, &out)
	}
	return out
}

// block makes a node of unit i, or of it and those after it, and gives the next one.
func (r *reader) block(us []unit, i int, out *[]doc.Block) int {
	switch u := us[i]; u.kind {
	case para:
		if heads := r.heads(us, i+1); len(heads) > 0 && isCaption(u.text()) {
			t, end := r.table(us, i+1, heads)
			t.Start, t.Caption = u.start(), u.inline()
			*out = append(*out, t)
			return end
		}
		if heads := r.heads(us, i); len(heads) > 0 {
			t, end := r.table(us, i, heads)
			*out = append(*out, t)
			return end
		}
		*out = append(*out, &doc.Paragraph{At: u.at(), Text: u.inline()})
	case list:
		*out = append(*out, r.list(u))
	case code:
		*out = append(*out, u.code())
	}
	return i + 1
}

// isCaption reports whether the line above a table's head is its title: "Table 2 Lamps",
// but not "Table 2 lists the lamps."
func isCaption(s string) bool {
	return isTableLine(s) && len(s) <= maxWord && !strings.ContainsAny(s[len(s)-1:], ".:")
}

func (r *reader) list(u unit) *doc.List {
	l := &doc.List{At: doc.At{Start: u.items[0].pos}, Ordered: u.items[0].ordered}
	if l.Ordered {
		l.First = u.items[0].number
	}
	for _, it := range u.items {
		l.Items = append(l.Items, &doc.Item{At: doc.At{Start: it.pos}, Blocks: r.blocks(it.units)})
	}
	return l
}
