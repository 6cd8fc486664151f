package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// titledCalls are the calls of a section without sections that sets their titles in bold:
//
//	**Creating a Buoy**     POST /v1/buoys, and tables
//	**Deleting a Buoy**     DELETE /v1/buoys/{buoy_id}
//
// It does not apply where a request line, a table, or a title for the request or the response stands
// above the first of them, for the operations share these, nor where none has a table.
func titledCalls(top *doc.Section) (calls []*doc.Section, rest []doc.Block) {
	var starts []int
	title, tables := -1, false
	for i, b := range top.Blocks {
		tables = tables || holdsTable(top.Blocks[i:i+1])
		role, bold := boldTitle(b)
		_, line := lineOf(b)
		switch {
		case bold && role == dialect.SectionUnknown:
			title = i
		case line && title >= 0 && !holdsTable(top.Blocks[title:i]):
			starts, title = append(starts, title), -1
		case len(starts) == 0 && (line || holdsTable(top.Blocks[i:i+1]) || sharedRole(role)):
			return nil, nil
		}
	}
	if len(starts) < 2 || !tables {
		return nil, nil
	}
	for i, from := range starts {
		to := len(top.Blocks)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		title := top.Blocks[from].(*doc.Paragraph)
		calls = append(calls, &doc.Section{At: title.At, Level: 1, Title: title.Text, Labels: title.Labels, Blocks: top.Blocks[from+1 : to]})
	}
	return calls, top.Blocks[:starts[0]]
}

// boldTitle reports whether a block is a line that is a title but for its form, and what it is the title of.
func boldTitle(b doc.Block) (dialect.SectionRole, bool) {
	p, ok := b.(*doc.Paragraph)
	if !ok || len(p.Text) != 1 || p.Text[0].Kind != doc.Strong {
		return dialect.SectionUnknown, false
	}
	text := strings.TrimSpace(p.Text.String())
	if len(text) > maxHeading || isRequestLine(text) {
		return dialect.SectionUnknown, false
	}
	return dialect.Section(text), true
}

// sharedRole reports whether what stands below a title of that role belongs to all calls after it.
func sharedRole(role dialect.SectionRole) bool {
	return role == dialect.SectionURI || role == dialect.SectionRequest || role == dialect.SectionResponse
}

// bareCalls are the calls of a section without sections in which each request line has tables below it:
//
//	POST /v1/cables                   Table 1 Request body parameters
//	DELETE /v1/cables/{cable_id}      Table 2 Path parameters
//
// A line of text directly above a request line goes with it. It does not apply where no table of a body
// stands between two lines: those of a path stand below each line where operations share the rest. A
// call of an operation above, with values, starts none.
func bareCalls(top *doc.Section) (calls []*doc.Section, rest []doc.Block) {
	var starts []int
	var lines []requestLine
	for i, b := range top.Blocks {
		line, ok := lineOf(b)
		if !ok || slices.ContainsFunc(lines, line.calls) {
			continue
		}
		if len(lines) > 0 && !slices.ContainsFunc(top.Blocks[starts[len(starts)-1]:i], listsBody) {
			return nil, nil
		}
		lines = append(lines, line)
		if len(lines) > 1 && isLead(top.Blocks[i-1]) {
			i--
		}
		starts = append(starts, i)
	}
	if len(starts) < 2 {
		return nil, nil
	}
	starts[0] = 0
	for i, from := range starts {
		to := len(top.Blocks)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		calls = append(calls, &doc.Section{At: doc.At{Start: top.Blocks[from].Pos()}, Level: 1, Title: top.Title, Blocks: top.Blocks[from:to]})
	}
	return calls, nil
}

// itemCalls are the calls of a page that gives each an entry of one list, with tables in it:
//
//   - Create a dock
//
//     POST /v1/docks
//
//     Table 1 Request body parameters
//
// It does not apply where the request or the response has a section, which belongs to all calls, nor where
// no entry has a table of a body.
func itemCalls(top *doc.Section) (calls []*doc.Section, rest []doc.Block) {
	if describes(top.Blocks) {
		return nil, nil
	}
	for i, b := range top.Blocks {
		switch b := b.(type) {
		case *doc.List:
			calls = callsOfItems(top, b)
		case *doc.Section:
			if dialect.Section(b.Title.String()) != dialect.SectionURI {
				continue
			}
			at := slices.IndexFunc(b.Blocks, func(b doc.Block) bool { _, ok := b.(*doc.List); return ok })
			if at < 0 {
				continue
			}
			calls = callsOfItems(top, b.Blocks[at].(*doc.List))
		}
		if calls != nil {
			return calls, slices.Delete(slices.Clone(top.Blocks), i, i+1)
		}
	}
	return nil, nil
}

// callsOfItems makes a section of each entry of a list, whose title is its first line where that is short; none
// where not all of them have a request line of their own, and one at least a table of a body.
func callsOfItems(top *doc.Section, list *doc.List) (calls []*doc.Section) {
	bodies := false
	for _, item := range list.Items {
		if !slices.ContainsFunc(item.Blocks, func(b doc.Block) bool { _, ok := lineOf(b); return ok }) {
			return nil
		}
		bodies = bodies || slices.ContainsFunc(item.Blocks, listsBody)
		call := &doc.Section{At: item.At, Level: 1, Title: top.Title, Blocks: item.Blocks}
		if p, ok := item.Blocks[0].(*doc.Paragraph); ok && len(p.Text.String()) <= maxHeading && !isRequestLine(p.Text.String()) {
			call.Title, call.Labels = p.Text, p.Labels
		}
		calls = append(calls, call)
	}
	if len(calls) < 2 || !bodies {
		return nil
	}
	return calls
}

// calls reports whether a request line is a call of the operation that another one defines.
func (l requestLine) calls(of requestLine) bool {
	path, _ := l.parts()
	pattern, _ := of.parts()
	return l.method == of.method && instanceOf(path, pattern)
}

// listsBody reports whether a block is a table whose caption says that it lists a body.
func listsBody(b doc.Block) bool {
	t, ok := b.(*doc.Table)
	if !ok {
		return false
	}
	_, caption := splitCaption(words(t.Caption.Plain()))
	switch dialect.ParseCaption(caption).Role {
	case dialect.TableBody, dialect.TableRequest, dialect.TableResponse:
		return true
	}
	return false
}

// isLead reports whether a block is a line of text that leads to what stands below it.
func isLead(b doc.Block) bool {
	p, ok := b.(*doc.Paragraph)
	return ok && strings.HasSuffix(strings.TrimSpace(p.Text.String()), ":")
}
