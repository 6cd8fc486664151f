package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// cellText gives the text of a cell: its blocks joined by line ends, the items of lists
// as lines of their own. A nil cell has no text.
func cellText(c *doc.Cell) doc.Flow {
	if c == nil {
		return doc.Flow{}
	}
	return flowOf(c.Blocks)
}

// flowOf gives the text of blocks.
func flowOf(blocks []doc.Block) doc.Flow {
	var out doc.FlowBuilder
	appendBlocks(&out, blocks)
	return out.Flow()
}

// appendBlocks adds the text of blocks; readers bound how deep these stand in each other.
func appendBlocks(out *doc.FlowBuilder, blocks []doc.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			out.Append("\n", b.Text.Plain())
		case *doc.List:
			for _, item := range b.Items {
				out.AppendItem("\n", dialect.Bullet, item.Pos(), flowOf(item.Blocks))
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
				out.Append("\n", doc.Text{{Kind: doc.Regular, Segs: []doc.Seg{line}}}.Plain())
			}
		case *doc.Table:
			for _, r := range b.Body {
				var row doc.FlowBuilder
				for _, c := range r.Cells {
					row.Append(": ", cellText(c))
				}
				out.Append("\n", row.Flow())
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
	if text, ok := plainText(c.Blocks); ok {
		return strings.TrimSpace(text), nil
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

// plainText is the text of a cell with one paragraph and no markup, as most have.
func plainText(blocks []doc.Block) (string, bool) {
	if len(blocks) != 1 {
		return "", false
	}
	p, ok := blocks[0].(*doc.Paragraph)
	if !ok || len(p.Text) != 1 || p.Text[0].Kind != doc.Regular {
		return "", false
	}
	return p.Text.String(), true
}
