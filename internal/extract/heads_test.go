package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// unheaded makes a table without a header; the cells of a row are cut at "|", "~" stands for one that is not there.
func unheaded(rows ...string) *table {
	t := handTable(dialect.TableUnknown, append([]string{rows[0]}, rows...)...)
	t.cols, t.heads = nil, nil
	return t
}

// TestUnmarkedHeads: a first row is the header where its cells are titles, each over a column of its own.
func TestUnmarkedHeads(t *testing.T) {
	for what, c := range map[string]struct {
		rows string
		want bool
	}{
		"known words":                {"Parameter|Type|Description;lid|String|Lid", true},
		"known words alone":          {"Parameter|Type|Description", true},
		"one known word":             {"Zone|Description;lid|Lid", true},
		"the first alone":            {"Parameter|Zone;lid|Lid", false},
		"one column":                 {"Parameter;lid", false},
		"alone":                      {"Zone|Description", false},
		"a cell that is missing":     {"Zone|~|Description;lid|a|Lid", false},
		"the first that is missing":  {"~|Zone|Description;lid|a|Lid", false},
		"a need in words below":      {"Bucket|Mandatory|Notes;lid|Optional|Lid", false},
		"a need of some cases below": {"Bucket|Mandatory|Notes;lid|Conditional|Lid", false},
		"a need below one without":   {"Bucket|Mandatory|Notes;lid|~|Lid;rim|Optional|Rim", false},
		"a need as a word of a row":  {"Bucket|Mandatory|Notes;lid|Yes|Lid", true},
		"a need in another column":   {"Bucket|Notes|Description;lid|Optional|Lid", true},
		"a field":                    {"description|String|Description;lid|String|Lid", false},
	} {
		tab := unheaded(strings.Split(c.rows, ";")...)
		rows := len(tab.body)
		tab.readColumns()
		if got := len(tab.body) < rows; got != c.want || got != (tab.heads != nil) {
			t.Errorf("%s: the first row is the header: %t", what, got)
		}
	}
	wide := unheaded("Zone|Type|Notes", "lid|String|Lid")
	wide.body[0].Cells = []*doc.Cell{spanned("Zone", 0, 1, 1), spanned("Type", 1, 2, 1)}
	if wide.readColumns(); len(wide.body) != 2 {
		t.Error("a title over two columns makes a header")
	}
	wide.body[0].Cells = []*doc.Cell{spanned("Zone", 0, 2, 1), spanned("Type", 2, 1, 1)}
	if wide.readColumns(); len(wide.body) != 2 {
		t.Error("a title over the first two columns makes a header")
	}
}

// TestReportedColumns: a head of unknown words is told once, however many columns it is over, and a column without a
// head is not.
func TestReportedColumns(t *testing.T) {
	for what, c := range map[string]struct {
		head []*doc.Cell
		want int
	}{
		"known":                  {[]*doc.Cell{spanned("Parameter", 0, 1, 1), spanned("Type", 1, 1, 1), spanned("Description", 2, 1, 1)}, 0},
		"two unknown":            {[]*doc.Cell{spanned("Parameter", 0, 1, 1), spanned("Zone", 1, 1, 1), spanned("Price", 2, 1, 1)}, 2},
		"one over two":           {[]*doc.Cell{spanned("Parameter", 0, 1, 1), spanned("Zone", 1, 2, 1)}, 1},
		"one over the first two": {[]*doc.Cell{spanned("Zone", 0, 2, 1), spanned("Type", 2, 1, 1)}, 1},
		"none over the last":     {[]*doc.Cell{spanned("Parameter", 0, 1, 1), spanned("Type", 1, 1, 1)}, 0},
	} {
		tab := handTable(dialect.TableBody, "a|b|c", "lid|String|Lid")
		tab.cols = make([]dialect.Column, 3)
		tab.setColumns(&doc.Row{Cells: c.head})
		tab.rows = []*row{{}}
		p := &page{path: "a.rst"}
		p.reportColumns(tab)
		if got := p.rowFound.list.Len(); got != c.want {
			t.Errorf("%s: %d findings, want %d", what, got, c.want)
		}
		(&page{}).reportColumns(&table{rows: tab.rows, body: tab.body, cols: make([]dialect.Column, 3)})
	}
}

// TestNamesStatuses: most codes of a table are the standard names of the statuses beside them.
func TestNamesStatuses(t *testing.T) {
	for rows, want := range map[string]bool{
		"Code|Status Code;Not Found|404;Bad Request|400": true, "Code|Status Code;not found|404": true, "Code|Status Code;Not Found|404;L.1|400": false, "Code|Status Code;Not Found|404;Bad Request|400;L.1|400": true,
		"Code|Status Code;L.1|404": false, "Code|Status Code;~|~": false, "Code|Status Code;~|404": false, "Code|Status Code;Not Found|~": false, "Code|Status Code;|999": false, "Code|Description;Not Found|Lost": false,
	} {
		if got := handTable(dialect.TableUnknown, strings.Split(rows, ";")...).namesStatuses(); got != want {
			t.Errorf("%q: %t", rows, got)
		}
	}
}

// TestLimitsAndUnits: limits that hold, whatever unit they have, and those that hold in some cases.
func TestLimitsAndUnits(t *testing.T) {
	text, list := dialect.Type{Kind: dialect.KindString}, dialect.Type{Kind: dialect.KindArray, Elem: &dialect.Type{Kind: dialect.KindString}}
	objects := dialect.Type{Kind: dialect.KindArray, Elem: &dialect.Type{Kind: dialect.KindObject}}
	for what, c := range map[string]struct {
		name  string
		typ   dialect.Type
		limit dialect.Limit
		want  bool // it holds in all cases
	}{
		"a bound with a unit":          {"size", text, dialect.Limit{Kind: dialect.LimitMax, Number: "9", Unit: "GB", Of: dialect.OfLength}, true},
		"values of some cases":         {"lid", text, dialect.Limit{Kind: dialect.LimitValues, Conditional: true}, false},
		"values of all cases":          {"lid", text, dialect.Limit{Kind: dialect.LimitValues}, true},
		"unique texts":                 {"lids", list, dialect.Limit{Kind: dialect.LimitUnique, Of: dialect.OfValue}, true},
		"unique lengths of texts":      {"lids", list, dialect.Limit{Kind: dialect.LimitUnique, Of: dialect.OfLength}, false},
		"unique objects":               {"lids", objects, dialect.Limit{Kind: dialect.LimitUnique, Of: dialect.OfValue}, false},
		"a unique value":               {"lid", text, dialect.Limit{Kind: dialect.LimitUnique, Of: dialect.OfValue}, false},
		"of the field by name":         {"lid", text, dialect.Limit{Kind: dialect.LimitMax, Number: "9", Of: dialect.OfLength, Named: "Lid", Conditional: true}, true},
		"of another field by name":     {"lid", text, dialect.Limit{Kind: dialect.LimitMax, Number: "9", Of: dialect.OfLength, Named: "rim", Conditional: true}, false},
		"each of the field's own name": {"lid", text, dialect.Limit{Kind: dialect.LimitMax, Number: "9", Of: dialect.OfLength, Elems: true, Each: "lid"}, true},
		"each of another name":         {"lid", text, dialect.Limit{Kind: dialect.LimitMax, Number: "9", Of: dialect.OfLength, Elems: true, Each: "rim"}, false},
	} {
		r := &row{table: &table{page: &page{}, role: dialect.TableStruct, side: api.SideRequest}, field: &api.Field{Name: c.name}, typ: c.typ, hasType: true}
		if !r.addLimit(c.limit, doc.Flow{}.Places()) || len(r.field.Claims) != 1 || r.field.Claims[0].Conditional == c.want {
			t.Errorf("%s: %+v", what, r.field.Claims)
		}
	}
	r := &row{table: &table{page: &page{}}, field: &api.Field{Name: "lid"}, typ: text}
	if r.addLimit(dialect.Limit{Kind: "other"}, doc.Flow{}.Places()) || len(r.field.Claims) != 0 {
		t.Error("a limit of an unknown kind is claimed")
	}
	if got := wholeBound(dialect.Type{Kind: dialect.KindArray, Elem: &dialect.Type{Kind: dialect.KindInteger}}, dialect.Limit{Kind: dialect.LimitMin, Number: "3", Exclusive: true, Of: dialect.OfValue}); got != "4" {
		t.Errorf("more than 3, of elements: %s", got)
	}
}

// TestUpload: the first command of a method that sends a file, outside of what is printed of the response.
func TestUpload(t *testing.T) {
	const put = "curl -X PUT -T lid.png https://a.example.com/v1/lids/7"
	for what, c := range map[string]struct {
		codes []*code
		want  int // the line of the page
	}{
		"a command":              {[]*code{printing(dialect.SectionExampleRequest, put)}, 10},
		"below words":            {[]*code{printing(dialect.SectionExampleRequest, "Send it:\n\n"+put)}, 12},
		"below a broken command": {[]*code{printing(dialect.SectionExampleRequest, "curl 'a\n"+put)}, 11},
		"of another method":      {[]*code{printing(dialect.SectionExampleRequest, "curl -X POST -T lid.png https://a.example.com/v1/lids/7\n"+put)}, 11},
		"that sends no file":     {[]*code{printing(dialect.SectionExampleRequest, "curl -X PUT https://a.example.com/v1/lids/7\n"+put)}, 11},
		"in the response":        {[]*code{printing(dialect.SectionExampleResponse, put)}, 0},
		"after the response":     {[]*code{printing(dialect.SectionExampleResponse, put), printing(dialect.SectionExampleRequest, put)}, 10},
		"none":                   {[]*code{printing(dialect.SectionExampleRequest, "PUT /v1/lids/7")}, 0},
	} {
		call, at := (&scope{codes: c.codes}).upload("PUT")
		if got := at.Pos.Line; (call != nil) != (c.want != 0) || got != c.want {
			t.Errorf("%s: line %d, want %d", what, got, c.want)
		}
	}
}
