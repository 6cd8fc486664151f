// Package doc is the tree of one page of documentation, the same whether the page was
// written in RST, exported as HTML or saved as plain text.
//
// A page such as
//
//	:original_name: CreateThing.html
//
//	.. _CreateThing:
//
//	Creating a Thing
//	================
//
//	URI
//	---
//
//	POST /v1/things
//
// becomes
//
//	Page{OriginalName: "CreateThing.html", Blocks: [
//	  Section{Level: 1, Title: "Creating a Thing", Labels: [CreateThing], Blocks: [
//	    Section{Level: 2, Title: "URI", Blocks: [Paragraph("POST /v1/things")]}]}]}
//
// The tree knows structure (sections, lists, tables with spans, code, references) and
// places; it does not know what "Mandatory" means. Nodes are built by the readers (rst,
// htmldoc, textdoc) and are read-only afterwards. Block is a closed set: a switch over
// the types of this file sees every node there is.
package doc

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/source"
)

// Page is one page of documentation.
type Page struct {
	File *source.File
	// OriginalName is the value of the page's :original_name: field ("CreateVault.html"),
	// empty where there is none.
	OriginalName string
	Blocks       []Block
	// Above is the title of the chapter that the page itself says it belongs to, "" where it
	// says nothing.
	Above string
	// Service is the short name of the service that the page itself says it is of, "" where it
	// says none.
	Service string
	// URL is the public address of the page, "" where it is not known.
	URL string
	// EditURL is the address where a line of the page's source can be edited, "" where none is
	// known; nil of a page of which nobody looked for one.
	EditURL func(line int) string
}

// Title is the title of the page on one line, "" where it has none.
func (p *Page) Title() string {
	for _, b := range p.Blocks {
		if s, ok := b.(*Section); ok {
			return oneLine(s.Title.String())
		}
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Block is a node of the tree: *Section, *Paragraph, *List, *DefinitionList, *Quote,
// *Note, *Table, *Code, *Fields or *Other.
type Block interface {
	// Pos is where the node starts.
	Pos() source.Pos
	block()
}

// At is the place of a node; every node embeds it.
type At struct{ Start source.Pos }

// Pos is where the node starts.
func (a At) Pos() source.Pos { return a.Start }

func (At) block() {}

// Label is a hyperlink target (".. _name:") that stands before a node.
type Label struct {
	Name string // as written; references compare by NormLabel
	Pos  source.Pos
}

// Section is a titled part of a page. Level 1 is the page's own title.
type Section struct {
	At
	Level  int
	Title  Text
	Labels []Label
	Blocks []Block
}

// Paragraph is a run of text.
type Paragraph struct {
	At
	Text   Text
	Labels []Label
}

// List is a bullet or an enumerated list.
type List struct {
	At
	Ordered bool
	First   int // the number of the first entry of an ordered list, mostly 1
	Items   []*Item
	Labels  []Label
}

// Item is one entry of a List.
type Item struct {
	At
	Blocks []Block
}

// DefinitionList is a list of terms, each with its definition.
type DefinitionList struct {
	At
	Items  []*Definition
	Labels []Label
}

// Definition is a term and the blocks that explain it.
type Definition struct {
	At
	Term   Text
	Blocks []Block
}

// Quote is an indented block without another meaning.
type Quote struct {
	At
	Blocks []Block
	Labels []Label
}

// Note is an admonition. Kind is its directive: note, important, caution, warning, …
type Note struct {
	At
	Kind   string
	Title  Text // of the generic "admonition" directive
	Blocks []Block
	Labels []Label
}

// TableForm says how a table was written.
type TableForm string

// The ways of writing a table.
const (
	FormGrid   TableForm = "grid"
	FormSimple TableForm = "simple"
	FormList   TableForm = "list-table"
	FormCSV    TableForm = "csv-table"
	FormHTML   TableForm = "html"
	FormText   TableForm = "text" // cells as paragraphs
)

// Table is a table with a rectangular grid of Cols columns; cells may span rows and
// columns, so a Row lists only the cells that start in it.
type Table struct {
	At
	Form    TableForm
	Caption Text // the title of ".. table::" or <caption>, with its "Table 1" prefix
	Labels  []Label
	Cols    int
	Head    []*Row
	Body    []*Row
}

// Row is a row of a table.
type Row struct {
	At
	Cells []*Cell
}

// Cell is one cell. Col is its first column, counted from 0; ColSpan and RowSpan count
// the columns and rows that it covers and are at least 1.
type Cell struct {
	At
	Col     int
	ColSpan int
	RowSpan int
	Blocks  []Block
}

// Code is a literal or code block. Lang is the directive's argument ("" where none).
type Code struct {
	At
	Lang   string
	Lines  []Seg // one a physical line, with the common indent removed
	Labels []Label
}

// Fields is a field list (":name: value"). The page's own :original_name: is also kept
// in Page.OriginalName.
type Fields struct {
	At
	Fields []Field
	Labels []Label
}

// Field is one entry of a field list.
type Field struct {
	At
	Name string
	Body Text // the first paragraph
	// Blocks are the nodes after the first paragraph, mostly none.
	Blocks []Block
}

// PageList is the Kind of an Other that lists the pages of a chapter.
const PageList = "toctree"

// Other is a node that carries no API facts (image, toctree, comment, a directive that
// is not understood), kept so that nothing of a page disappears from the tree.
type Other struct {
	At
	Kind string // "image", "comment", PageList, the directive's name, "error"
	Args string // the directive's argument, or the comment's first line
	// Entries are the pages that a PageList lists, in order, as written.
	Entries []string
	// Blocks are the nodes inside a directive whose body is ordinary text; of an "error"
	// and a comment, its lines as Code.
	Blocks []Block
	Labels []Label
}
