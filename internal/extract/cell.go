package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// cellText gives the text of a cell: its blocks joined by line ends, the items of lists
// as lines of their own. A nil cell has no text.
func cellText(c *doc.Cell) doc.Flow {
	var out doc.Flow
	if c != nil {
		appendBlocks(&out, c.Blocks)
	}
	return out
}

// appendBlocks adds the text of blocks; readers bound how deep these stand in each other.
func appendBlocks(out *doc.Flow, blocks []doc.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			out.Append("\n", b.Text.Plain())
		case *doc.List:
			for _, item := range b.Items {
				var inner doc.Flow
				appendBlocks(&inner, item.Blocks)
				if inner.Text == "" {
					continue
				}
				var line doc.Flow
				line.Add(dialect.Bullet, item.Pos())
				line.Append("", inner)
				out.Append("\n", line)
			}
		case *doc.DefinitionList:
			for _, item := range b.Items {
				out.Append("\n", item.Term.Plain())
				appendBlocks(out, item.Blocks)
			}
		case *doc.Quote:
			appendBlocks(out, b.Blocks)
		case *doc.Note:
			appendBlocks(out, b.Blocks)
		case *doc.Code:
			for _, line := range b.Lines {
				var flow doc.Flow
				flow.Add(line.Text, line.Pos)
				out.Append("\n", flow)
			}
		case *doc.Table:
			for _, r := range b.Body {
				var row doc.Flow
				for _, c := range r.Cells {
					row.Append(": ", cellText(c))
				}
				out.Append("\n", row)
			}
		case *doc.Other:
			appendBlocks(out, b.Blocks)
		}
	}
}

// words is a text as package dialect reads it.
func words(f doc.Flow) dialect.Text {
	t := dialect.Text{Words: f.Text}
	for _, m := range f.Marks {
		t.Marks = append(t.Marks, dialect.Mark{Start: m.Start, End: m.End})
	}
	return t
}

// cellRefs lists the cross references of a cell.
func cellRefs(c *doc.Cell) []doc.Inline {
	if c == nil {
		return nil
	}
	var refs []doc.Inline
	doc.WalkAll(c.Blocks, func(b doc.Block) bool {
		if p, ok := b.(*doc.Paragraph); ok {
			refs = append(refs, p.Text.Refs()...)
		}
		return true
	})
	return refs
}

// typeText gives the text of a type cell with a RefRune for each cross reference.
func typeText(c *doc.Cell) (string, []doc.Inline) {
	if c == nil {
		return "", nil
	}
	var parts []string
	var refs []doc.Inline
	doc.WalkAll(c.Blocks, func(b doc.Block) bool {
		p, ok := b.(*doc.Paragraph)
		if !ok {
			return true
		}
		var line strings.Builder
		for _, in := range p.Text {
			switch in.Kind {
			case doc.Ref:
				line.WriteRune(dialect.RefRune(len(refs)))
				refs = append(refs, in)
			case doc.Image:
			default:
				line.WriteString(doc.Text{in}.String())
			}
		}
		parts = append(parts, line.String())
		return true
	})
	return strings.TrimSpace(strings.Join(parts, "\n")), refs
}
