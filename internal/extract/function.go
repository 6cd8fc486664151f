package extract

import (
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/markdown"
)

// function is functionText, which is read once for all operations of the page.
func (p *page) function() string {
	if p.says == nil {
		text := p.functionText()
		p.says = &text
	}
	return *p.says
}

// functionText is what the page says that its operation does, as CommonMark: the text of the
// section about it. Where a list of that section has an entry that is called so, that entry tells:
//
//	Description
//	-  API name
//	   CreateBox
//	-  Function
//	   Makes a box.
//
// Where there is no such section, what stands between the title of the page and its first
// section is read so.
func (p *page) functionText() string {
	var out []doc.Block
	found := false
	doc.WalkSections(p.doc.Blocks, func(s *doc.Section) bool {
		if dialect.Section(s.Title.String()) != dialect.SectionFunction {
			return true
		}
		found = true
		out = append(out, functionOf(s.Blocks)...)
		return false
	})
	if !found {
		out = functionOf(beforeSections(p.doc.Blocks))
	}
	return markdown.Blocks(out, p.shown)
}

// functionOf gives the blocks that tell what an operation does. Sections inside, tables, printed code and
// what is not text of the page are not part of it.
func functionOf(blocks []doc.Block) []doc.Block {
	if named := namedFunction(blocks); named != nil {
		return textOf(named)
	}
	out := textOf(blocks)
	if len(out) != 1 {
		return out
	}
	if l, ok := out[0].(*doc.List); ok && len(l.Items) == 1 {
		return l.Items[0].Blocks // a list of one entry is a sentence
	}
	return out
}

// namedFunction gives what stands in the entry of a list that is called after what an operation
// does, nil where no list has one.
func namedFunction(blocks []doc.Block) []doc.Block {
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.List:
			for _, item := range b.Items {
				if len(item.Blocks) > 1 && isFunctionTitle(item.Blocks[0]) {
					return item.Blocks[1:]
				}
			}
		case *doc.DefinitionList:
			for _, item := range b.Items {
				if dialect.LineSection(item.Term.String()) == dialect.SectionFunction {
					return item.Blocks
				}
			}
		}
	}
	return nil
}

func isFunctionTitle(b doc.Block) bool {
	q, ok := b.(*doc.Paragraph)
	return ok && dialect.LineSection(q.Text.String()) == dialect.SectionFunction
}

// textOf gives the blocks of text, without paragraphs that are only a title.
func textOf(blocks []doc.Block) []doc.Block {
	var out []doc.Block
	for _, b := range blocks {
		switch b.(type) {
		case *doc.Paragraph, *doc.List, *doc.DefinitionList, *doc.Quote, *doc.Note:
			if !isFunctionTitle(b) {
				out = append(out, b)
			}
		}
	}
	return out
}

// beforeSections gives what stands between the title of a page and its first section, or the
// first line that stands for the title of one.
func beforeSections(blocks []doc.Block) []doc.Block {
	for len(blocks) == 1 {
		s, ok := blocks[0].(*doc.Section)
		if !ok || s.Level > 1 {
			break
		}
		blocks = s.Blocks
	}
	for i, b := range blocks {
		if s, ok := b.(*doc.Section); ok {
			if s.Level <= 1 {
				return beforeSections(s.Blocks)
			}
			return blocks[:i]
		}
		if q, ok := b.(*doc.Paragraph); ok && !isFunctionTitle(b) {
			if isRequestLine(q.Text.Plain().Text) || dialect.LineSection(q.Text.String()) != dialect.SectionUnknown {
				return blocks[:i]
			}
		}
	}
	return nil
}
