package site

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/source"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// pageFindings are the findings of one docs page.
type pageFindings struct {
	Anchor, Title, Path string
	URL                 string // public address of the page
	Findings            []finding
}

// finding is one as its author wants it: where, what is wrong, how it could read.
type finding struct {
	Level, Rule, Message string
	Line, Col            int
	Lines                []line // those around the place
	Head, Row            []string
	Suggestion           string
	EditURL              string
	Evidence             []evidence
}

// evidence is another place that belongs to a finding.
type evidence struct {
	Message, Path string
	Line          int
	Lines         []line
	Head, Row     []string
	EditURL       string
}

// line is a line of a page. Here is true where a finding is.
type line struct {
	N    int
	Text string
	Here bool
}

// findings puts the findings of the set below their pages: what authors can correct apart from what
// is not read yet.
func (v *service) findings() {
	anchors := newSlugs()
	v.Pages = v.findingsOf("docs", anchors)
	v.Unread = v.findingsOf("tool", anchors)
}

// findingsOf are the findings of a family, by page.
func (v *service) findingsOf(family string, anchors *slugs) (out []*pageFindings) {
	var page *pageFindings
	for _, f := range v.set.Findings {
		if diag.Family(f.Rule) != family {
			continue
		}
		if path := clean(f.Page); page == nil || page.Path != path {
			page = &pageFindings{Anchor: "page-" + anchors.of(f.Page), Path: path, Title: path}
			if p := v.set.Pages[f.Page]; p != nil {
				page.Title, page.URL = cmp.Or(clean(p.Title()), path), webLink(p.URL)
			}
			out = append(out, page)
		}
		page.Findings = append(page.Findings, v.finding(f))
	}
	return out
}

func (v *service) finding(f diag.Finding) finding {
	out := finding{Level: string(f.Level), Rule: f.Rule, Message: clean(f.Message), Line: f.Pos.Line, Col: f.Pos.Col}
	at := v.evidenceAt(f.Page, f.Pos)
	out.Lines, out.Head, out.Row, out.EditURL = at.Lines, at.Head, at.Row, at.EditURL
	for _, r := range f.Related {
		e := v.evidenceAt(r.Page, r.Pos)
		e.Message = upperFirst(clean(r.Message))
		if r.Page != f.Page {
			e.Path = clean(r.Page)
		}
		out.Evidence = append(out.Evidence, e)
	}
	out.Suggestion = suggestion(f.Rule, out.Message)
	return out
}

// evidenceAt is what a page has in a place: its line, and the row of a table that the line is in.
func (v *service) evidenceAt(path string, pos source.Pos) evidence {
	out := evidence{Line: pos.Line}
	page := v.set.Pages[path]
	if page == nil || !pos.IsValid() {
		return out
	}
	if page.EditURL != nil {
		out.EditURL = webLink(page.EditURL(pos.Line))
	}
	if table, row := rowAt(page.Blocks, pos); row != nil {
		if len(table.Head) > 0 {
			out.Head = cells(table.Head[len(table.Head)-1], table.Cols)
		}
		out.Row = cells(row, table.Cols)
		return out
	}
	out.Lines = linesAround(page.File, pos.Line)
	return out
}

// linesAround are the line of a place and its neighbours, blank ones at the ends left out.
func linesAround(file *source.File, n int) []line {
	const longest = 240
	var out []line
	for i := n - 1; i <= n+1; i++ {
		text := shorten(terminal.Printable(strings.ReplaceAll(file.Line(i), "\t", "    ")), longest)
		if i == n || strings.TrimSpace(text) != "" {
			out = append(out, line{i, text, i == n})
		}
	}
	indent := len(out[0].Text)
	for _, l := range out {
		if strings.TrimSpace(l.Text) != "" {
			indent = min(indent, len(l.Text)-len(strings.TrimLeft(l.Text, " ")))
		}
	}
	for i := range out {
		out[i].Text = out[i].Text[min(indent, len(out[i].Text)):]
	}
	return out
}

// upperFirst is a text with a capital at its beginning.
func upperFirst(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return text
	}
	return string(unicode.ToUpper(r)) + text[n:]
}
