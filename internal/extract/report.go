package extract

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// place is a position on a page.
type place struct {
	page string
	pos  source.Pos
}

// at gives a position of the page.
func (p *page) at(pos source.Pos) place { return place{p.path, pos} }

// placeOf is the place that a fact comes from.
func placeOf(o api.Origin) place { return place{o.Page, o.Pos} }

// origin is that of a fact that was read at the place.
func (a place) origin(how api.How) api.Origin { return api.Origin{Page: a.page, Pos: a.pos, How: how} }

// related is the place as one that a finding about another place tells of.
func (a place) related(message string) diag.Related {
	return diag.Related{Page: a.page, Pos: a.pos, Message: message}
}

// findings are those about one page.
type findings struct {
	page string
	list diag.List
}

// add records a finding of a rule of the catalogue at a position of the page; see diag.List.
func (f *findings) add(rule string, pos source.Pos, message string, related ...diag.Related) {
	f.list.Add(rule, f.page, pos, message, related...)
}

// addf is add with a formatted message.
func (f *findings) addf(rule string, pos source.Pos, format string, args ...any) {
	f.list.Addf(rule, f.page, pos, format, args...)
}
