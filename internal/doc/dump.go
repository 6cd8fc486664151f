package doc

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/source"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// Dump prints the tree of a page, a line for each node and each piece of text, every one
// with its place (line and column):
//
//	page CreateThing.html
//	  5:1 section 1 "Creating a Thing" label "CreateThing" 3:4
//	    8:1 paragraph
//	      8:1 text "Creates a "
//	      8:11 strong "thing"
//
// A text of one unmarked piece stands on the line of its node. A text's further lines
// begin with "+", a cell tells its spans where it has any.
func Dump(page *Page) string {
	d := &dumper{}
	d.b.WriteString("page")
	if page.OriginalName != "" {
		d.b.WriteString(" " + terminal.Printable(page.OriginalName))
	}
	d.b.WriteByte('\n')
	d.blocks(1, page.Blocks)
	return d.b.String()
}

type dumper struct{ b strings.Builder }

func (d *dumper) line(depth int, pos source.Pos, words ...string) {
	for range depth {
		d.b.WriteString("  ")
	}
	d.b.WriteString(pos.String())
	for _, w := range words {
		if w != "" {
			d.b.WriteByte(' ')
			d.b.WriteString(w)
		}
	}
	d.b.WriteByte('\n')
}

// short gives the word for the node's own line, or the pieces to print below it.
func short(t Text) (word string, rest Text) {
	if len(t) == 1 && t[0].Kind == Regular && len(t[0].Segs) == 1 {
		return strconv.Quote(t[0].Segs[0].Text), nil
	}
	return "", t
}

func (d *dumper) text(depth int, t Text) {
	for _, in := range t {
		for i, s := range in.Segs {
			kind, target := string(in.Kind), ""
			if i > 0 {
				kind = "+"
			} else if in.Target != "" {
				target = "-> " + strconv.Quote(in.Target)
			}
			d.line(depth, s.Pos, kind, strconv.Quote(s.Text), target)
		}
	}
}

// titled prints a node with a text: on one line where the text stands where the node
// does, else with the text's place before it.
func (d *dumper) titled(depth int, pos source.Pos, t Text, words ...string) {
	word, rest := short(t)
	if word != "" && t[0].Segs[0].Pos != pos {
		word = t[0].Segs[0].Pos.String() + " " + word
	}
	d.line(depth, pos, append(words[:1:1], append([]string{word}, words[1:]...)...)...)
	d.text(depth+1, rest)
}

func labels(ls []Label) string {
	var b strings.Builder
	for i, l := range ls {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString("label " + strconv.Quote(l.Name) + " " + l.Pos.String())
	}
	return b.String()
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return strconv.Quote(s)
}

func (d *dumper) blocks(depth int, blocks []Block) {
	for _, n := range blocks {
		d.block(depth, n)
	}
}

func (d *dumper) block(depth int, n Block) {
	switch n := n.(type) {
	case *Section:
		d.titled(depth, n.Start, n.Title, "section "+strconv.Itoa(n.Level), labels(n.Labels))
		d.blocks(depth+1, n.Blocks)
	case *Paragraph:
		d.titled(depth, n.Start, n.Text, "paragraph", labels(n.Labels))
	case *List:
		kind := "bullets"
		if n.Ordered {
			kind = "enumeration"
			if n.First != 1 {
				kind += " from " + strconv.Itoa(n.First)
			}
		}
		d.line(depth, n.Start, kind, labels(n.Labels))
		for _, item := range n.Items {
			d.line(depth+1, item.Start, "item")
			d.blocks(depth+2, item.Blocks)
		}
	case *DefinitionList:
		d.line(depth, n.Start, "definitions", labels(n.Labels))
		for _, item := range n.Items {
			d.titled(depth+1, item.Start, item.Term, "term")
			d.blocks(depth+2, item.Blocks)
		}
	case *Quote:
		d.line(depth, n.Start, "quote", labels(n.Labels))
		d.blocks(depth+1, n.Blocks)
	case *Note:
		d.titled(depth, n.Start, n.Title, n.Kind, labels(n.Labels))
		d.blocks(depth+1, n.Blocks)
	case *Table:
		d.table(depth, n)
	case *Code:
		d.line(depth, n.Start, "code", quoted(n.Lang), labels(n.Labels))
		for _, l := range n.Lines {
			d.line(depth+1, l.Pos, strconv.Quote(l.Text))
		}
	case *Fields:
		d.line(depth, n.Start, "fields", labels(n.Labels))
		for _, f := range n.Fields {
			d.titled(depth+1, f.Start, f.Body, "field "+strconv.Quote(f.Name))
			d.blocks(depth+2, f.Blocks)
		}
	case *Other:
		d.line(depth, n.Start, "other", n.Kind, quoted(n.Args), labels(n.Labels))
		for _, e := range n.Entries {
			d.b.WriteString(strings.Repeat("  ", depth+1) + "entry " + strconv.Quote(e) + "\n")
		}
		d.blocks(depth+1, n.Blocks)
	}
}

func (d *dumper) table(depth int, t *Table) {
	d.line(depth, t.Start, "table", string(t.Form), strconv.Itoa(t.Cols), "columns", labels(t.Labels))
	if len(t.Caption) > 0 {
		d.titled(depth+1, t.Caption[0].Segs[0].Pos, t.Caption, "caption")
	}
	d.rows(depth+1, "head", t.Head)
	d.rows(depth+1, "row", t.Body)
}

func (d *dumper) rows(depth int, word string, rows []*Row) {
	for _, row := range rows {
		d.line(depth, row.Start, word)
		for _, c := range row.Cells {
			spans := ""
			if c.ColSpan > 1 {
				spans = fmt.Sprintf("colspan %d", c.ColSpan)
			}
			if c.RowSpan > 1 {
				spans = strings.TrimSpace(spans + fmt.Sprintf(" rowspan %d", c.RowSpan))
			}
			d.line(depth+1, c.Start, "cell", strconv.Itoa(c.Col), spans)
			d.blocks(depth+2, c.Blocks)
		}
	}
}
