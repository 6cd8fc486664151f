package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// function is functionText, which is read once for all operations of the page.
func (p *page) function() string {
	if p.says == nil {
		text := p.functionText()
		p.says = &text
	}
	return *p.says
}

// functionText is what the page says that its operation does: the paragraphs of the section
// about it. Where that section has no paragraphs, its list tells, or the entry of its list
// that is called so:
//
//	Description
//	-  API name
//	   CreateBox
//	-  Function
//	   Makes a box.
//
// Where there is no such section, the paragraphs between the title of the page and its first
// section are read so.
func (p *page) functionText() string {
	var out []string
	found := false
	doc.WalkAll(p.doc.Blocks, func(b doc.Block) bool {
		s, ok := b.(*doc.Section)
		if !ok || dialect.Section(s.Title.String()) != dialect.SectionFunction {
			return true
		}
		found = true
		out = append(out, functionOf(s.Blocks)...)
		return false
	})
	if !found {
		out = functionOf(beforeSections(p.doc.Blocks))
	}
	return strings.Join(out, "\n\n")
}

// functionOf reads the blocks that tell what an operation does.
func functionOf(blocks []doc.Block) []string {
	if named := namedFunction(blocks); named != nil {
		return paragraphsOf(named)
	}
	if out := paragraphsOf(blocks); len(out) > 0 {
		return out
	}
	var lines []string
	for _, b := range blocks {
		l, ok := b.(*doc.List)
		if !ok {
			continue
		}
		for _, item := range l.Items {
			if text := strings.Join(paragraphsOf(item.Blocks), " "); text != "" {
				lines = append(lines, "- "+text)
			}
		}
	}
	if len(lines) == 1 {
		return []string{strings.TrimPrefix(lines[0], "- ")} // a list of one entry is a sentence
	}
	if len(lines) == 0 {
		return nil
	}
	return []string{strings.Join(lines, "\n")}
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

// paragraphsOf gives the texts of paragraphs, without those that are only a title.
func paragraphsOf(blocks []doc.Block) []string {
	var out []string
	for _, b := range blocks {
		q, ok := b.(*doc.Paragraph)
		if !ok || isFunctionTitle(b) {
			continue
		}
		if t := proseOf(q.Text.Plain()); t != "" {
			out = append(out, t)
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
			if _, _, line := cutRequestLine(q.Text.Plain().Text); line || dialect.LineSection(q.Text.String()) != dialect.SectionUnknown {
				return blocks[:i]
			}
		}
	}
	return nil
}
