package extract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// status is a status that the page documents.
type status struct {
	code int
	text string    // what a line says of it, or
	cell *doc.Cell // the cell of a table that does
	pos  source.Pos
	how  api.How
}

// statusLine is a line of text that names statuses.
type statusLine struct {
	statuses []status
	section  dialect.SectionRole
}

// statusLine keeps the statuses that a line of text names. Pages without a table of them
// say so:
//
//	Status Codes
//	-  Normal
//
//	   202
//
// In a section of statuses a bare number is one. Elsewhere in the response's part of the page
// words must say what the number is: "Returned status code 201", or it is the first that is said of the response. In a section of statuses
// one or two words right below "Normal" that are not a status are kept for a finding; a
// sentence there, or a reference, is not a mistake.
func (p *page) statusLine(t doc.Text, flow doc.Flow, ctx context) {
	if !isOfResponse(ctx.section) {
		return
	}
	l, ok := dialect.ParseStatusLine(flow.Text)
	if l.Prose && ctx.section == dialect.SectionExampleResponse {
		return
	}
	if ok && (l.Named || ctx.section == dialect.SectionStatus || dialect.IsStatusLabel(ctx.intro.Text) || l.Colon && p.opensResponse(ctx)) {
		line := statusLine{section: ctx.section}
		for _, code := range l.Codes {
			line.statuses = append(line.statuses, status{code: code, text: strings.TrimSpace(l.Text), pos: flow.At(0), how: api.FromLabel})
		}
		p.statusLines = append(p.statusLines, line)
		return
	}
	if ctx.section == dialect.SectionStatus && dialect.IsStatusLabel(ctx.intro.Text) && !dialect.IsStatusLabel(flow.Text) &&
		!dialect.IsEmpty(flow.Text) && len(strings.Fields(flow.Text)) <= 2 && len(t.Refs()) == 0 {
		p.oddStatuses = append(p.oddStatuses, flow)
	}
}

// opensResponse reports whether a line is the first of the response's part of the page, or follows a line of
// statuses there: "204: The box is gone". It does not apply below a table or another line, as numbers there may be
// values: "The states are:", "201: The box opens".
func (p *page) opensResponse(ctx context) bool {
	if ctx.intro.Text != "" {
		n := len(p.statusLines)
		return n > 0 && p.statusLines[n-1].statuses[0].pos == ctx.intro.At(0)
	}
	return len(p.tables) == 0 || !isOfResponse(p.tables[len(p.tables)-1].ctx.section)
}

func isOfResponse(section dialect.SectionRole) bool {
	switch section {
	case dialect.SectionStatus, dialect.SectionResponse, dialect.SectionExampleResponse, dialect.SectionHeaders:
		return true
	}
	return false
}

// statuses lists the statuses that the page documents, each once, in the order of the page.
// Evidence: the tables of statuses and the lines of a section of statuses. Where neither
// names the status of a good response, lines about the response do ("Returned status code 201"
// above the table of its body), and where there are none, the responses that are printed
// whole ("HTTP/1.1 204 No Content"). Such a line may stand there for one case of several,
// so beside stronger evidence only its redirects count.
func (s *scope) statuses() []status {
	if s.documented == nil {
		s.documented = s.readStatuses()
	}
	return s.documented
}

func (s *scope) readStatuses() []status {
	out := s.statusRows()
	for _, l := range s.statusLines {
		if l.section == dialect.SectionStatus {
			out = append(out, l.statuses...)
		}
	}
	slices.SortStableFunc(out, func(a, b status) int {
		return cmp.Or(cmp.Compare(a.pos.Line, b.pos.Line), cmp.Compare(a.pos.Col, b.pos.Col))
	})
	unsaid := !slices.ContainsFunc(out, status.succeeds)
	for _, l := range s.statusLines {
		if l.section != dialect.SectionStatus {
			out = append(out, askedOf(l.statuses, unsaid)...)
		}
	}
	out = append(out, askedOf(s.printedStatuses(), !slices.ContainsFunc(out, status.succeeds))...)
	once := []status{} // not nil, which asks again
	for _, st := range out {
		if !slices.ContainsFunc(once, func(o status) bool { return o.code == st.code }) {
			once = append(once, st)
		}
	}
	return once
}

// askedOf are the statuses of weaker evidence that count: all where no stronger one names a 2xx, else the redirects,
// which are further cases of the call beside its 2xx and do not speak against it.
func askedOf(weaker []status, unsaid bool) []status {
	if unsaid {
		return weaker
	}
	return slices.DeleteFunc(slices.Clone(weaker), func(st status) bool { return st.code < 300 || st.code >= 400 })
}

func (s status) good() bool { return s.code >= 200 && s.code < 400 }

func (s status) succeeds() bool { return s.code >= 200 && s.code < 300 }

// mayHaveBody reports a 2xx with which HTTP has a body.
func (s status) mayHaveBody() bool {
	return s.code >= 200 && s.code < 300 && s.code != 204 && s.code != 205
}

// statusRows reads the tables of statuses.
func (s *scope) statusRows() []status {
	var out []status
	for _, t := range s.tables {
		if t.role != dialect.TableStatus {
			continue
		}
		col := max(0, t.statusCol())
		for _, r := range t.body {
			cell := cellIn(r, col)
			if cell == nil {
				continue
			}
			flow := cellText(cell)
			code := statusCode(flow.Text)
			if code == 0 && !dialect.IsDefaultStatus(flow.Text) {
				continue
			}
			var text *doc.Cell
			if last := r.Cells[len(r.Cells)-1]; last.Col > col {
				text = last
			}
			out = append(out, status{code: code, cell: text, pos: flow.At(0), how: api.FromColumn})
		}
	}
	return out
}

// printedStatuses are the statuses of the good responses that code blocks print whole.
func (s *scope) printedStatuses() []status {
	var out []status
	for _, c := range s.codes {
		if c.sideOf() == api.SideRequest {
			continue
		}
		for _, seg := range c.segs() {
			code, _ := printedStatus(strings.TrimSpace(seg.Text))
			if st := (status{code: code, pos: seg.Pos, how: api.FromExample}); st.good() {
				out = append(out, st)
			}
		}
	}
	return out
}

// statusCol is the first column of a table whose cells all begin with a status, -1 where
// there is none. Some tables have another one before it ("Normal | 202").
func (t *table) statusCol() int {
	for col := range t.doc.Cols {
		some, all := false, true
		for _, r := range t.body {
			if cell := cellIn(r, col); cell != nil {
				text := cellText(cell).Text
				some = some || statusCode(text) != 0
				all = all && (statusCode(text) != 0 || dialect.IsEmpty(text))
			}
		}
		if some && all {
			return col
		}
	}
	return -1
}

func cellIn(r *doc.Row, col int) *doc.Cell {
	for _, c := range r.Cells {
		if c.Col == col {
			return c
		}
	}
	return nil
}

// checkStatuses reports rows of status-code tables that name no HTTP status: what they say
// is in no response.
func (p *page) checkStatuses(t *table) {
	col := max(0, t.statusCol())
	for _, r := range t.body {
		if cell := cellIn(r, col); cell != nil {
			if flow := cellText(cell); !dialect.IsEmpty(flow.Text) && statusCode(flow.Text) == 0 && !dialect.IsDefaultStatus(flow.Text) {
				p.oddStatus(flow)
			}
		}
	}
}

func (p *page) oddStatus(flow doc.Flow) {
	p.found.addf("docs/odd-status", flow.At(0), "%s is not an HTTP status code", diag.Quote(strings.TrimSpace(flow.Text)))
}

// statusCode finds the HTTP status code that a cell starts with: "200", "200 OK".
func statusCode(s string) int {
	s = strings.TrimLeft(strings.TrimSpace(s), "*`")
	if len(s) < 3 || len(s) > 3 && s[3] >= '0' && s[3] <= '9' {
		return 0
	}
	n, _ := strconv.Atoi(s[:3])
	if n < 100 || n > 599 {
		return 0
	}
	return n
}
