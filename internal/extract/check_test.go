package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// TestAfter: whoever watches the passes gets the model after each.
func TestAfter(t *testing.T) {
	var found diag.List
	page := rst.Parse(source.New("a.rst", []byte(title("Showing a Box")+section("URI", "GET /v1/box"))), &found)
	var passes []string
	Set(Input{Pages: []*doc.Page{page}, Contents: &doc.Contents{}, Profile: otc, After: func(pass string, svc *api.Service, problems []string) {
		if len(svc.Operations) != 1 || len(problems) > 0 {
			t.Errorf("after %s: %d operations, problems %q", pass, len(svc.Operations), problems)
		}
		passes = append(passes, pass)
	}}, &found)
	if got, want := strings.Join(passes, " "), "operate errors examples account merge"; got != want {
		t.Errorf("passes %q, want %q", got, want)
	}
}

// TestLostRows: a row that counts as read must be in the model.
func TestLostRows(t *testing.T) {
	at := func(line int) api.Origin { return api.Origin{Page: "a.rst", Pos: source.Pos{Line: line, Col: 1}} }
	rowOf := func(line int) *row {
		return &row{field: &api.Field{Name: "lid", Origin: at(line)}, pos: source.Pos{Line: line, Col: 1}, inSpec: true}
	}
	reported, implied, self := rowOf(1), rowOf(2), rowOf(3)
	reported.reported, implied.implied, self.stands = true, true, "self"
	inner := &api.Schema{Fields: []*api.Field{rowOf(4).field}}
	root := &api.Schema{Fields: []*api.Field{{Name: "top", Origin: at(5), Type: api.Type{Kind: api.Object, Schema: inner}}}}
	op := &api.Operation{
		Params:    []*api.Param{{Field: *rowOf(6).field}},
		Responses: []*api.Response{{Headers: []*api.Param{{Field: *rowOf(7).field}}, Body: &api.Payload{Type: api.Type{Kind: api.Object, Schema: root}}}},
	}
	p := &page{path: "a.rst", scope: scope{ops: []*api.Operation{op}, tables: []*table{{rows: []*row{reported, implied, self, rowOf(4), rowOf(5), rowOf(6), rowOf(7)}}}}}
	guide := &page{path: "a.rst", scope: scope{tables: []*table{{rows: []*row{rowOf(8)}}}}}
	x := &extraction{pages: []*page{p, guide}}
	svc := &api.Service{Operations: p.operations()}
	if got := x.lostRows(svc); got != nil {
		t.Errorf("all rows are there, but %q", got)
	}
	p.tables[0].rows = append(p.tables[0].rows, rowOf(9))
	if got, want := strings.Join(x.lostRows(svc), "\n"), "a.rst:9:1: the row lid counts as read, and is in nothing"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestStatsProblems(t *testing.T) {
	if got := (Stats{Rows: 6, RowsInSpec: 1, RowsInFindings: 2, RowsOther: 3}).problems(); got != nil {
		t.Errorf("%q", got)
	}
	if got := (Stats{Rows: 6, RowsInSpec: 1, RowsInFindings: 2, RowsOther: 2}).problems(); len(got) != 1 {
		t.Errorf("%q", got)
	}
}
