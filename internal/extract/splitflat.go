package extract

import (
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// flatCalls are the calls of a section whose parts follow each other on one level:
//
//	Creating an Anchor     a title, with words at most below it
//	URI                    POST /v1/anchors
//	Request                a table
//	Deleting an Anchor
//	URI                    DELETE /v1/anchors/{anchor_id}
//	Response               a table
//
// Each call goes from its section for the request line, and the titles above that, to the next one. It
// does not apply where two sections for request lines follow each other, for what comes after belongs
// to both.
func flatCalls(top *doc.Section) (calls []*doc.Section, rest []doc.Block) {
	var starts []int // of each call, with the titles above its request line
	for i, b := range top.Blocks {
		s, ok := b.(*doc.Section)
		if !ok || dialect.Section(s.Title.String()) != dialect.SectionURI {
			continue
		}
		if line, _ := definesCall(s); !line {
			continue
		}
		if len(starts) > 0 && !describes(top.Blocks[starts[len(starts)-1]:i]) {
			return nil, nil
		}
		starts = append(starts, titleAbove(top.Blocks, i))
	}
	if len(starts) < 2 {
		return nil, nil
	}
	for i, from := range starts {
		to := len(top.Blocks)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		calls = append(calls, flatCall(top, top.Blocks[from:to]))
	}
	return calls, top.Blocks[:starts[0]]
}

// titleAbove is the first of the sections directly above one for a request line that do no more than say
// what the call is for.
func titleAbove(blocks []doc.Block, at int) int {
	for i := at - 1; i >= 0; i-- {
		s, ok := blocks[i].(*doc.Section)
		if !ok {
			break
		}
		line, _ := definesCall(s)
		role := dialect.Section(s.Title.String())
		if line || holdsTable(s.Blocks) || role != dialect.SectionUnknown && role != dialect.SectionFunction {
			break
		}
		at = i
		if role == dialect.SectionUnknown {
			break
		}
	}
	return at
}

// describes reports whether a section for the request or the response is among blocks.
func describes(blocks []doc.Block) bool {
	for _, b := range blocks {
		if s, ok := b.(*doc.Section); ok {
			switch dialect.Section(s.Title.String()) {
			case dialect.SectionRequest, dialect.SectionResponse, dialect.SectionExampleRequest, dialect.SectionExampleResponse, dialect.SectionStatus:
				return true
			}
		}
	}
	return false
}

// flatCall makes one section of the sections of a call. Its title is that of the first one, where it has a
// title of its own, or else that of the section around them.
func flatCall(top *doc.Section, blocks []doc.Block) *doc.Section {
	first := blocks[0].(*doc.Section)
	call := doc.Section{At: first.At, Level: 1, Title: top.Title}
	if dialect.Section(first.Title.String()) == dialect.SectionUnknown {
		call.Title, call.Labels = first.Title, first.Labels
		call.Blocks = append(call.Blocks, first.Blocks...)
		blocks = blocks[1:]
	}
	for _, b := range blocks {
		if s, ok := b.(*doc.Section); ok {
			b = lifted(s, top.Level-1)
		}
		call.Blocks = append(call.Blocks, b)
	}
	return &call
}

// holdsTable reports whether a table is among blocks, or in what they hold.
func holdsTable(blocks []doc.Block) bool {
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Table:
			return true
		case *doc.Section:
			if holdsTable(b.Blocks) {
				return true
			}
		case *doc.Quote:
			if holdsTable(b.Blocks) {
				return true
			}
		case *doc.List:
			for _, item := range b.Items {
				if holdsTable(item.Blocks) {
					return true
				}
			}
		}
	}
	return false
}
