package extract

import (
	"fmt"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// done hands the model to the one who watches the passes, as far as it is made.
func (x *extraction) done(pass string) {
	if x.after == nil {
		return
	}
	svc := &api.Service{ErrorBody: x.errorBody}
	for _, p := range x.pages {
		svc.Operations = append(svc.Operations, p.operations()...)
	}
	var problems []string
	if pass == "account" {
		problems = x.lostRows(svc)
	}
	x.after(pass, svc, problems)
}

// problems are the counts that do not add up: each row ends somewhere, and once.
func (s Stats) problems() []string {
	if s.Rows == s.RowsInSpec+s.RowsInFindings+s.RowsOther {
		return nil
	}
	return []string{fmt.Sprintf("of %d rows %d are in the document, %d in findings, %d of other tables",
		s.Rows, s.RowsInSpec, s.RowsInFindings, s.RowsOther)}
}

// lostRows lists the rows that are said to be in the document although no field of it
// comes from them.
func (x *extraction) lostRows(svc *api.Service) []string {
	fields := fieldsOf(svc)
	var out []string
	for _, p := range x.pages {
		if len(p.operations()) == 0 {
			continue
		}
		for _, s := range p.scopes() {
			out = append(out, s.lostRows(p, fields)...)
		}
	}
	return out
}

func (s *scope) lostRows(p *page, fields map[place]bool) []string {
	var out []string
	for _, t := range s.tables {
		for _, r := range t.rows {
			if r.inSpec && !r.reported && !r.implied && r.stands == dialect.NamePlain && !fields[placeOf(r.field.Origin)] {
				out = append(out, fmt.Sprintf("%s:%s: the row %s counts as read, and is in nothing", p.path, r.pos, r.field.Name))
			}
		}
	}
	return out
}

// fieldsOf lists the places that the fields and parameters of the operations come from.
func fieldsOf(svc *api.Service) map[place]bool {
	from := make(map[place]bool)
	seen := make(map[*api.Schema]bool)
	var visit func(t *api.Type)
	field := func(f *api.Field) {
		from[placeOf(f.Origin)] = true
		f.Type.Each(visit)
	}
	visit = func(t *api.Type) {
		if t.Schema == nil || seen[t.Schema] {
			return
		}
		seen[t.Schema] = true
		for _, f := range t.Schema.Fields {
			field(f)
		}
		t.Schema.Root.Each(visit)
		t.Schema.Extra.Each(visit)
	}
	for _, op := range svc.Operations {
		for _, q := range op.Params {
			field(&q.Field)
		}
		for _, r := range op.Responses {
			for _, h := range r.Headers {
				field(&h.Field)
			}
		}
		op.EachType(visit)
	}
	return from
}
