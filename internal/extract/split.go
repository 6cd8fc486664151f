package extract

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// splitPages makes a page of each section that describes an operation of its own:
//
//	Labels of a Crate        a chapter on one page
//	  Adding a Label           POST /v1/labels, and tables
//	  Deleting a Label         DELETE /v1/labels/{label_id}, and tables
//
// Read as one page, each operation would get the tables of the others. It does not apply where a
// section for the request line, the request or the response stands beside these, for the operations
// share it, nor to a single section of that kind, nor where none has a table, as the steps of a guide.
func splitPages(pages []*doc.Page) []pageTree {
	out := make([]pageTree, 0, len(pages))
	for _, p := range pages {
		for i, part := range splitPage(p) {
			out = append(out, pageTree{part, i > 0, i == 0 && part != p})
		}
	}
	return out
}

// pageTree is a page, or a section of one that describes a call.
type pageTree struct {
	*doc.Page
	call bool
	rest bool // a page without its sections that describe calls
}

func splitPage(p *doc.Page) []*doc.Page {
	at := slices.IndexFunc(p.Blocks, func(b doc.Block) bool { _, ok := b.(*doc.Section); return ok })
	if at < 0 {
		return []*doc.Page{p}
	}
	top := p.Blocks[at].(*doc.Section)
	rest := *top
	rest.Blocks = nil
	var parts []*doc.Page
	tables := false
	for _, b := range top.Blocks {
		s, ok := b.(*doc.Section)
		if !ok {
			rest.Blocks = append(rest.Blocks, b)
			continue
		}
		switch dialect.Section(s.Title.String()) {
		case dialect.SectionUnknown:
		case dialect.SectionURI, dialect.SectionRequest, dialect.SectionResponse:
			return []*doc.Page{p}
		default:
			rest.Blocks = append(rest.Blocks, b)
			continue
		}
		line, table := definesCall(s)
		tables = tables || table
		if !line {
			rest.Blocks = append(rest.Blocks, b)
			continue
		}
		part := *p
		part.OriginalName, part.Blocks = "", []doc.Block{raised(s)}
		parts = append(parts, &part)
	}
	if len(parts) < 2 || !tables {
		return []*doc.Page{p}
	}
	whole := *p
	whole.Blocks = slices.Clone(p.Blocks)
	whole.Blocks[at] = &rest
	return append([]*doc.Page{&whole}, parts...)
}

// definesCall reports whether a section has a request line in its running text, and whether it has a
// table beside it.
func definesCall(s *doc.Section) (line, table bool) {
	var walk func([]doc.Block)
	walk = func(blocks []doc.Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case *doc.Section:
				if role := dialect.Section(b.Title.String()); role != dialect.SectionOther && role != dialect.SectionErrors {
					walk(b.Blocks)
				}
			case *doc.Paragraph:
				line = line || isRequestLine(b.Text.Plain().Text)
			case *doc.List:
				for _, item := range b.Items {
					walk(item.Blocks)
				}
			case *doc.Quote:
				walk(b.Blocks)
			case *doc.Table:
				table = true
			}
		}
	}
	walk(s.Blocks)
	return line, line && table
}

// raised is a section one level higher, with those in it.
func raised(s *doc.Section) *doc.Section {
	up := *s
	up.Level--
	up.Blocks = make([]doc.Block, len(s.Blocks))
	for i, b := range s.Blocks {
		if inner, ok := b.(*doc.Section); ok {
			b = raised(inner)
		}
		up.Blocks[i] = b
	}
	return &up
}
