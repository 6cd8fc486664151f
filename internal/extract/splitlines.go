package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// titledCalls are the calls of a section without sections that sets their titles in bold:
//
//	**Creating a Buoy**     POST /v1/buoys, and tables
//	**Deleting a Buoy**     DELETE /v1/buoys/{buoy_id}
//
// It does not apply where a request line, a table, or a title for the request or the response stands
// above the first of them, for the operations share these, nor where none has a table. A call of an
// operation above, with values, starts none.
func titledCalls(top *doc.Section) (calls []*doc.Section, rest []doc.Block) {
	var starts []int
	var above linesAbove
	title, tables := -1, false // the title has no table below it
	for i, b := range top.Blocks {
		table := holdsTable(top.Blocks[i : i+1])
		role, bold := boldTitle(b)
		line, ok := lineOf(b)
		switch {
		case bold && role == dialect.SectionUnknown:
			title = i
		case ok && above.show(line):
			title = -1
		case ok && title >= 0:
			starts, title = append(starts, title), -1
			above.add(line)
		case len(starts) == 0 && (ok || table || sharedRole(role)):
			return nil, nil
		case table:
			title, tables = -1, true
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
	var above linesAbove
	for i, b := range top.Blocks {
		line, ok := lineOf(b)
		if !ok || above.show(line) {
			continue
		}
		if len(starts) > 0 && !slices.ContainsFunc(top.Blocks[starts[len(starts)-1]:i], listsBody) {
			return nil, nil
		}
		above.add(line)
		if len(starts) > 0 && isLead(top.Blocks[i-1]) {
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
	if calls, rest = callsOfLists(top, top.Blocks); calls != nil {
		return calls, rest
	}
	for i, b := range top.Blocks {
		s, ok := b.(*doc.Section)
		if !ok || dialect.Section(s.Title.String()) != dialect.SectionURI {
			continue
		}
		if inner, left := callsOfLists(top, s.Blocks); inner != nil {
			shell := *s
			shell.Blocks = left
			rest = slices.Clone(top.Blocks)
			rest[i] = &shell
			return inner, rest
		}
	}
	return nil, nil
}

// callsOfLists makes sections of the entries of the first list among blocks that has a call in each, and
// gives the blocks without that list.
func callsOfLists(top *doc.Section, blocks []doc.Block) (calls []*doc.Section, rest []doc.Block) {
	for i, b := range blocks {
		list, ok := b.(*doc.List)
		if !ok {
			continue
		}
		if calls = callsOfItems(top, list); calls != nil {
			return calls, slices.Delete(slices.Clone(blocks), i, i+1)
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

// linesAbove are the request lines that start the calls of a section so far.
type linesAbove struct {
	keys      map[string]bool
	templates []requestLine // those with placeholders
}

// add notes a line.
func (a *linesAbove) add(l requestLine) {
	if a.keys == nil {
		a.keys = make(map[string]bool)
	}
	a.keys[l.key()] = true
	if path, _ := l.parts(); strings.Contains(path, "{") {
		a.templates = append(a.templates, l)
	}
}

// show reports whether a request line is one of those above it once more, or a call with values, see exampleOf.
// It does not apply to one without an id, "POST /jars/batch" below "POST /jars/{jar_id}", which has tables of its own.
func (a *linesAbove) show(l requestLine) bool {
	if a.keys[l.key()] {
		return true
	}
	path, _ := l.parts()
	switch l.exampleOf(a.templates) {
	case isExample:
		return true
	case maybeExample:
		return slices.ContainsFunc(strings.Split(path, "/"), naming.IsKey)
	}
	return false
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
