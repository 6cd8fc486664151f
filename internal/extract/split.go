package extract

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// splitPages makes a page of each part of one that describes an operation of its own:
//
//	Labels of a Crate        a chapter on one page
//	  Adding a Label           POST /v1/labels, and tables
//	  Deleting a Label         DELETE /v1/labels/{label_id}, and tables
//
// Read as one page, each operation would get the tables of the others. Where the parts are not sections
// they are found as splitflat.go and splitlines.go say.
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
	calls, rest := callsOf(top)
	if len(calls) == 0 {
		return []*doc.Page{p}
	}
	whole := *p
	whole.Blocks = slices.Clone(p.Blocks)
	left := *top
	left.Blocks = rest
	whole.Blocks[at] = &left
	out := []*doc.Page{&whole}
	for _, s := range calls {
		part := *p
		part.OriginalName, part.Blocks = "", []doc.Block{s}
		out = append(out, &part)
	}
	return out
}

// callsOf are the parts of a section that describe an operation each, as sections of the first level,
// and what is left without them; none where the section describes one operation, or several that share
// their tables.
func callsOf(top *doc.Section) (calls []*doc.Section, rest []doc.Block) {
	ways := []func(*doc.Section) ([]*doc.Section, []doc.Block){sectionCalls, flatCalls, itemCalls}
	if !slices.ContainsFunc(top.Blocks, isSection) {
		ways = []func(*doc.Section) ([]*doc.Section, []doc.Block){titledCalls, bareCalls, itemCalls}
	}
	for _, way := range ways {
		if calls, rest = way(top); calls != nil {
			return calls, rest
		}
	}
	return nil, nil
}

func isSection(b doc.Block) bool {
	_, ok := b.(*doc.Section)
	return ok
}

// sectionCalls are the sections with a request line each, or what they have of these in them. It does not
// apply where a section for the request line, the request or the response stands beside them, for the
// operations share it, nor to a single section of that kind, nor where none has a table, as the steps of a guide.
func sectionCalls(top *doc.Section) (calls []*doc.Section, rest []doc.Block) {
	tables := false
	for _, b := range top.Blocks {
		s, ok := b.(*doc.Section)
		if !ok {
			rest = append(rest, b)
			continue
		}
		switch dialect.Section(s.Title.String()) {
		case dialect.SectionUnknown:
		case dialect.SectionURI, dialect.SectionRequest, dialect.SectionResponse:
			return nil, nil
		default:
			rest = append(rest, b)
			continue
		}
		line, table := definesCall(s)
		if !line {
			rest = append(rest, b)
			continue
		}
		tables = tables || table
		inner, left := callsOf(s)
		if len(inner) == 0 {
			calls = append(calls, raised(s))
			continue
		}
		calls = append(calls, inner...)
		shell := *s
		shell.Blocks = left
		rest = append(rest, &shell)
	}
	if len(calls) < 2 || !tables {
		return nil, nil
	}
	return calls, rest
}

// definesCall reports whether a section has a request line, in its title, in running text or as a block
// of its own, and whether it has a table beside it.
func definesCall(s *doc.Section) (line, table bool) {
	line = isRequestLine(s.Title.Plain().Text)
	var walk func(blocks []doc.Block, example bool)
	walk = func(blocks []doc.Block, example bool) {
		for _, b := range blocks {
			switch b := b.(type) {
			case *doc.Section:
				switch dialect.Section(b.Title.String()) {
				case dialect.SectionOther, dialect.SectionErrors:
				case dialect.SectionExample, dialect.SectionExampleRequest, dialect.SectionExampleResponse:
					walk(b.Blocks, true)
				default:
					walk(b.Blocks, example)
				}
			case *doc.Paragraph:
				_, ok := lineOf(b)
				line = line || ok
			case *doc.Code:
				_, ok := lineOf(b)
				line = line || ok && !example // a call of the operation that some other line defines
			case *doc.List:
				for _, item := range b.Items {
					walk(item.Blocks, example)
				}
			case *doc.Quote:
				walk(b.Blocks, example)
			case *doc.Table:
				table = true
			}
		}
	}
	walk(s.Blocks, false)
	return line, table
}

// lineOf reads the request line that a paragraph begins with, or that is all of a code block.
func lineOf(b doc.Block) (requestLine, bool) {
	switch b := b.(type) {
	case *doc.Paragraph:
		l, _, ok := cutRequestLine(b.Text.Plain().Text)
		return l, ok
	case *doc.Code:
		if textLines(b) != 1 {
			return requestLine{}, false
		}
		for _, line := range b.Lines {
			if l, _, ok := cutRequestLine(line.Text); ok {
				return l, true
			}
		}
	}
	return requestLine{}, false
}

// raised is a section as one of the first level, with those in it.
func raised(s *doc.Section) *doc.Section { return lifted(s, s.Level-1) }

// lifted is a section by some levels higher, with those in it.
func lifted(s *doc.Section, by int) *doc.Section {
	up := *s
	up.Level = max(1, s.Level-by)
	up.Blocks = make([]doc.Block, len(s.Blocks))
	for i, b := range s.Blocks {
		if inner, ok := b.(*doc.Section); ok {
			b = lifted(inner, by)
		}
		up.Blocks[i] = b
	}
	return &up
}
