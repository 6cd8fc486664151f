package extract

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// errors reads the tables of error codes: first those of pages without an operation, which
// describe codes for all, then those of operations. A payload that a page of the first kind
// prints shows the body of error responses.
func (x *extraction) errors() {
	var ofOperations []*page
	for _, p := range x.pages {
		if len(p.operations()) > 0 {
			ofOperations = append(ofOperations, p)
			continue
		}
		n := len(x.errorCodes)
		x.errorCodes = append(x.errorCodes, p.listedErrors()...)
		if len(x.errorCodes) > n && x.errorBody == nil {
			x.errorBody = p.printedErrorBody()
		}
	}
	if x.errorBody == nil {
		x.errorBody = x.agreedErrorBody()
	}
	for _, p := range ofOperations {
		x.errorCodes = append(x.errorCodes, p.listedErrors()...)
		for _, op := range p.operations() {
			x.addErrorBody(op)
		}
	}
}

// listedErrors reads the codes of all tables of a page that list some.
func (p *page) listedErrors() []api.ErrorCode {
	var out []api.ErrorCode
	for _, t := range p.tables {
		if t.role == dialect.TableErrors {
			out = append(out, p.errorRows(t)...)
		}
	}
	return out
}

// errorRows reads the codes of a table. A row that has words for the reader in the place of a code gives none, and
// is told; an empty cell gives none.
func (p *page) errorRows(t *table) []api.ErrorCode {
	var out []api.ErrorCode
	grid := t.grid()
	text := func(i int, col dialect.Column) string {
		if c := t.col(col); c >= 0 {
			return proseOf(cellText(grid[i][c]))
		}
		return ""
	}
	for i, r := range t.body {
		code := text(i, dialect.ColumnErrorCode)
		if dialect.IsEmpty(code) {
			continue
		}
		if !dialect.IsErrorCode(code) {
			p.found.addf("tool/unreadable-name", grid[i][t.col(dialect.ColumnErrorCode)].Pos(), "%s is not an error code; the row is left out", diag.Quote(code))
			continue
		}
		out = append(out, api.ErrorCode{
			Status: statusCode(text(i, dialect.ColumnStatus)), Code: code,
			Message: text(i, dialect.ColumnErrorMsg), Origin: p.at(r.Pos()).origin(api.FromColumn),
		})
	}
	return out
}

// printedErrorBody makes a schema of the first JSON object that the page prints.
func (p *page) printedErrorBody() *api.Schema {
	for _, c := range p.codes {
		joined := join(c.segs())
		at := func(off int) source.Pos { return joined.at(0, off) }
		v, repairs, err := payload.Parse(joined.text)
		if err != nil || v.Kind != payload.Object || len(v.Members) == 0 {
			continue
		}
		for _, m := range repairs {
			p.found.addf("docs/example-repaired", at(m.Off), "this example is not JSON as printed: %s", m.What)
		}
		s := &api.Schema{Label: api.ErrorBodyName, Origin: p.at(at(0)).origin(api.FromExample)}
		for _, m := range v.Members {
			if !naming.IsName(m.Name) || m.Value.Kind == payload.Object || m.Value.Kind == payload.Array {
				s = nil
				break
			}
			s.Fields = append(s.Fields, &api.Field{
				Name: m.Name, Type: api.Type{Kind: api.String}, Origin: p.at(at(m.Off)).origin(api.FromExample),
			})
		}
		if s != nil {
			return s
		}
	}
	return nil
}

// agreedErrorBody is the body of error responses that operation pages document, provided
// that all that do agree on its fields. A body with structures inside does not count: some
// pages print the table of the good response under "Status code: 404" again.
func (x *extraction) agreedErrorBody() *api.Schema {
	var agreed *api.Schema
	for _, p := range x.pages {
		for _, op := range p.operations() {
			for _, r := range op.Responses {
				s := bodyOf(r)
				if r.Status < 400 || s == nil || !s.IsFlat() {
					continue
				}
				if agreed != nil && !sameFields(agreed, s) {
					return nil
				}
				if agreed == nil {
					agreed = s
				}
			}
		}
	}
	if agreed == nil {
		return nil
	}
	out := *agreed
	out.Label = api.ErrorBodyName
	return &out
}

// addErrorBody gives the error responses of an operation the set's error body where the
// page documents none, and a default response with it: a call can fail with statuses that no
// page lists. It does not apply where the page documents another body of errors.
func (x *extraction) addErrorBody(op *api.Operation) {
	if x.errorBody == nil || op.Method == "HEAD" {
		return // from HEAD nothing but headers comes back
	}
	body := func() *api.Payload {
		return &api.Payload{MediaType: jsonType, Origin: x.errorBody.Origin, Type: api.Type{Kind: api.Object, Schema: x.errorBody}}
	}
	other := false
	for _, r := range op.Responses {
		if !api.IsError(r.Status) {
			continue
		}
		if r.Body == nil {
			r.Body = body()
		}
		other = other || r.Body.Type.Schema == nil || !sameFields(r.Body.Type.Schema, x.errorBody)
	}
	if !other && op.Response(api.DefaultStatus) == nil {
		op.Responses = append(op.Responses, &api.Response{Status: api.DefaultStatus, Body: body(), Origin: x.errorBody.Origin})
	}
}

// sameFields reports whether two structures have the same fields of the same kinds.
func sameFields(a, b *api.Schema) bool {
	return slices.EqualFunc(a.Fields, b.Fields, func(a, b *api.Field) bool {
		return a.Name == b.Name && a.Type.Kind == b.Type.Kind
	})
}
