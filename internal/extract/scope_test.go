package extract

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// TestScopes: what stands in one scope of a page is none of the operations of another one.
func TestScopes(t *testing.T) {
	p := &page{path: "a.rst", doc: &doc.Page{File: source.New("a.rst", nil)}}
	part := func(method, field string, status int) *scope {
		body := &api.Payload{Type: api.Type{Kind: api.Object, Schema: &api.Schema{Fields: []*api.Field{{Name: field}}}}}
		op := &api.Operation{Method: method, Path: "/v1/boxes", Body: body, Responses: []*api.Response{{Status: status, Body: body}}}
		s := &scope{ops: []*api.Operation{op}}
		for _, section := range []dialect.SectionRole{dialect.SectionExampleRequest, dialect.SectionExampleResponse} {
			block := &doc.Code{Lines: []doc.Seg{{Text: `{"` + field + `": 1}`, Pos: source.Pos{Line: 1, Col: 1}}}}
			s.codes = append(s.codes, &code{page: p, doc: block, ctx: context{section: section}})
		}
		s.tables = []*table{{page: p, role: dialect.TableBody, doc: &doc.Table{}, body: []*doc.Row{{}}, rows: []*row{{inSpec: true}}}}
		return s
	}
	first, second := part("POST", "lid", 201), part("PUT", "rim", 202)
	for _, c := range []struct {
		scope  *scope
		status int
		text   string
	}{{first, 201, `{"lid": 1}`}, {second, 202, `{"rim": 1}`}} {
		c.scope.examples(p, nil)
		got := c.scope.ops[0].Examples
		if len(got) != 2 || got[0].Side != api.SideRequest || got[1].Status != c.status || got[0].Body != c.text || got[1].Body != c.text {
			t.Errorf("the examples of %s are %+v", c.scope.ops[0].Method, got)
		}
		var s Stats
		if s.count(c.scope); s.Examples != 2 || s.ExamplesJSON != 2 || s.Tables != 1 || s.Rows != 1 || s.RowsInSpec != 1 || s.Blocks.All() != 2 {
			t.Errorf("the counts of %s are %+v", c.scope.ops[0].Method, s)
		}
	}
}
