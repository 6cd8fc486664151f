package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// account sums up what became of the rows of an operation page, and reports structures
// that nothing points at.
func (p *page) account(reached map[*api.Schema]bool) {
	if len(p.operations()) == 0 {
		p.reportPassed()
		if p.rest {
			p.accountRest(reached)
		}
		return
	}
	for _, odd := range p.oddStatuses {
		p.oddStatus(odd)
	}
	for _, s := range p.scopes() {
		s.account(p, reached)
	}
	p.reportMentioned()
}

// accountRest reports the tables of fields that stand beside the sections of calls: no operation has them.
func (p *page) accountRest(reached map[*api.Schema]bool) {
	for _, t := range p.tables {
		if t.tellsTypes() && (t.role == dialect.TableUnknown || t.carriesFields()) && !t.reachedIn(reached) {
			p.reportUnknown(t)
		}
	}
}

func (p *page) reportUnknown(t *table) {
	p.found.addf("tool/unknown-table", t.doc.Pos(), "what this table lists is not known: caption %s, header %s", diag.Quote(t.caption), diag.Quote(headText(t)))
}

// account reports the tables of a scope that are in no request or response, and notes which
// of the rows are.
func (s *scope) account(p *page, reached map[*api.Schema]bool) {
	for _, t := range s.tables {
		switch {
		case t.role == dialect.TableStatus:
			p.checkStatuses(t)
		case t.role == dialect.TableUnknown:
			p.reportUnknown(t)
		case t.roleOfRows() == dialect.TableStruct && !t.reachedIn(reached):
			p.reportForgotten(t)
		}
		if t.schema == nil {
			continue
		}
		for _, r := range t.rows {
			r.inSpec = t.reachedIn(reached)
		}
	}
}

// reportForgotten reports a structure that is in no request or response, and why. What only a description leads
// to is reported by reportMentioned.
func (p *page) reportForgotten(t *table) {
	name := diag.Quote(t.label())
	switch {
	case t.pointedBy != nil:
		p.reportScalar(t, "the type counts, and the table is left out")
	case t.used:
		p.found.addf("docs/unreachable-structure", t.doc.Pos(), "only structures that no request or response has use the type %s that this table describes", name)
	case t.mentionedBy != nil:
		p.mentioned = append(p.mentioned, t)
	default:
		p.found.addf("docs/unused-structure", t.doc.Pos(), "no field has the type %s that this table describes", name)
	}
}

// reportMentioned reports the tables that only descriptions lead to: all those of one row in one finding, as a
// list of kinds has a table for each.
func (p *page) reportMentioned() {
	byRow := map[*row][]*table{}
	for _, t := range p.mentioned {
		byRow[t.mentionedBy] = append(byRow[t.mentionedBy], t)
	}
	for _, first := range p.mentioned {
		r, all := first.mentionedBy, byRow[first.mentionedBy]
		if all[0] != first {
			continue
		}
		what, rest := "the table "+diag.Quote(first.label()), "the table is left out"
		if len(all) > 1 {
			what, rest = strconv.Itoa(len(all))+" tables, such as "+diag.Quote(first.label()), "the tables are left out"
		}
		var tables []diag.Related
		for _, t := range all {
			tables = append(tables, p.at(t.doc.Pos()).related("the table"))
		}
		p.found.add("docs/structure-only-mentioned", r.pos,
			"the description of "+r.field.Name+" leads to "+what+", but its type is "+strings.TrimSpace(r.field.Type.String())+"; "+rest, tables...)
	}
}

func (t *table) label() string {
	if t.name != "" {
		return t.name
	}
	return t.caption
}

func headText(t *table) string {
	if n := len(t.doc.Head); n > 0 {
		var parts []string
		for _, c := range t.doc.Head[n-1].Cells {
			parts = append(parts, cellText(c).Text)
		}
		return strings.Join(parts, "|")
	}
	return ""
}

// keepRowFindings keeps the findings about table rows of pages whose rows are in use: those with an
// operation, and those with a structure that another page uses. The tables of a guide (a
// list of metrics, of ports) look like parameters too, and are none.
func (p *page) keepRowFindings() {
	if len(p.operations()) > 0 || slices.ContainsFunc(p.tables, func(t *table) bool { return t.used }) {
		p.found.list.Merge(&p.rowFound.list)
	}
}

// reachedIn reports whether the structure that the table describes, alone or as one of its
// cases, is one of these.
func (t *table) reachedIn(reached map[*api.Schema]bool) bool {
	return reached[t.schema] || slices.ContainsFunc(t.mergedInto, func(into *table) bool { return reached[into.schema] })
}

// reach lists the schemas that some operation of the set uses.
func (x *extraction) reach() map[*api.Schema]bool {
	reached := make(map[*api.Schema]bool)
	for _, p := range x.pages {
		for _, op := range p.operations() {
			op.EachType(func(t *api.Type) { markReached(t.Schema, reached) })
		}
	}
	return reached
}

func markReached(s *api.Schema, reached map[*api.Schema]bool) {
	if s == nil || reached[s] {
		return
	}
	reached[s] = true
	s.EachType(func(t *api.Type) { markReached(t.Schema, reached) })
}

// stats counts what became of the pages.
func (x *extraction) stats(svc *api.Service) Stats {
	s := Stats{Pages: len(x.pages), Operations: len(svc.Operations)}
	for _, op := range svc.Operations {
		s.Variants += max(0, len(op.Variants)-1)
	}
	for _, p := range x.pages {
		if p.anyLine && !p.foreign {
			s.RequestLinePages++
		}
		if p.guideOf != nil {
			s.PagesConverted++
		}
		if len(p.operations()) == 0 {
			s.PagesWithoutOp++
			continue
		}
		if p.anyLine {
			s.PagesConverted++
		}
		for _, part := range p.scopes() {
			s.count(part)
		}
	}
	return s
}

// count adds what became of the examples, blocks and rows of a scope.
func (s *Stats) count(part *scope) {
	for _, op := range part.ops {
		for _, e := range op.Examples {
			if e.Shared {
				continue
			}
			s.Examples++
			if e.JSON {
				s.ExamplesJSON++
			}
			if e.Repaired {
				s.ExamplesRepaired++
			}
		}
	}
	for _, c := range part.codes {
		s.Blocks.add(c.class)
	}
	for _, t := range part.tables {
		s.Tables++
		s.Rows += len(t.body)
		switch {
		case t.rowsMoved(): // counted with the rows of the other table
		case t.role == dialect.TableUnknown:
			s.RowsInFindings += len(t.body)
		case !t.carriesFields():
			s.RowsOther += len(t.body)
		default:
			for _, r := range t.rows {
				switch {
				case r.made: // no row of the page
				case r.again: // counted with the row before
				case r.inSpec && !r.reported:
					s.RowsInSpec++
				default:
					s.RowsInFindings++
				}
			}
		}
	}
}

// reportScalar reports a table of fields that the description of a scalar leads to.
func (p *page) reportScalar(t *table, decision string) {
	f := t.pointedBy.field
	p.found.add("docs/structure-of-scalar", t.pointedBy.pos,
		"the description of "+f.Name+" leads to a table of fields, but its type is "+f.Type.String()+"; "+decision,
		p.at(t.doc.Pos()).related("the table"))
}
