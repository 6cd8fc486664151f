package openapi_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/openapi"
)

// TestNamesOfValues: values that tools cannot tell apart have names, the same in any order.
func TestNamesOfValues(t *testing.T) {
	for _, c := range []struct {
		values string // as JSON
		kind   api.Kind
		want   string
	}{
		{`["low", "high"]`, api.String, ""},
		{`["low", "Low", "high"]`, api.String, "Low2 Low High"},
		{`["high", "Low", "low"]`, api.String, "High Low Low2"},
		{`["UTC+01:00", "UTC-01:00"]`, api.String, "UTCPlus0100 UTC0100"},
		{`["a b", "a_b", "Ab2"]`, api.String, "AB AB3 Ab2"},
		{`["http", "HTTP"]`, api.String, "HTTP2 HTTP"},
		{`["1x", "1-x", ""]`, api.String, "N1x2 N1X Empty"},
		{`["<", ">"]`, api.String, ""},
		{`[1, -1]`, api.Integer, ""},
	} {
		var values []json.RawMessage
		if err := json.Unmarshal([]byte(c.values), &values); err != nil {
			t.Fatal(err)
		}
		f := &api.Field{Name: "level", Type: api.Type{Kind: c.kind}}
		for _, v := range values {
			f.Decided.Limits.Enum = append(f.Decided.Limits.Enum, api.Value{JSON: string(v)})
		}
		list := &api.Field{Name: "levels", Type: api.Type{Kind: api.Array, Elem: &api.Type{Kind: c.kind}}, Decided: api.Decided{Elems: f.Decided.Limits}}
		d := openapi.Of(boxes(&api.Schema{Name: "Box", Fields: []*api.Field{f, list}}), openapi.Options{})
		box := d.Components.Schemas["Box"].Value.Properties
		for what, extensions := range map[string]map[string]any{"a value": box["level"].Value.Extensions, "an element": box["levels"].Value.Items.Value.Extensions} {
			if got := strings.Join(document.EnumNames.Of(extensions), " "); got != c.want {
				t.Errorf("%s of %s: %q, want %q", what, c.values, got, c.want)
			}
			if document.EnumNames.Has(extensions) != (c.want != "") {
				t.Errorf("%s of %s: names are there: %v", what, c.values, c.want == "")
			}
		}
	}
}

// TestNamesOfShownValues: a value that only an example shows is named last, and values keep the names that they had.
func TestNamesOfShownValues(t *testing.T) {
	limits := api.Limits{Enum: []api.Value{{JSON: `"PENDING CREATE"`}, {JSON: `"PENDING_CREATE"`}}, Shown: []api.Value{{JSON: `"PENDING CREATE"`}}}
	had := map[string]string{"PENDING_CREATE": "Waiting"}
	list := api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.String}}
	for want, f := range map[string]*api.Field{
		"PENDINGCREATE2 PENDINGCREATE": {Name: "level", Type: list, Decided: api.Decided{Elems: limits}},
		"PENDINGCREATE Waiting":        {Name: "level", Type: list, Decided: api.Decided{Elems: limits, ValueNames: had}},
	} {
		d := openapi.Of(boxes(&api.Schema{Name: "Box", Fields: []*api.Field{f}}), openapi.Options{})
		if got := strings.Join(document.EnumNames.Of(d.Components.Schemas["Box"].Value.Properties["level"].Value.Items.Value.Extensions), " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestNamesOfValuesInBranches: values of one of several kinds have names in the branch of their kind.
func TestNamesOfValuesInBranches(t *testing.T) {
	f := &api.Field{Name: "level", Type: api.Type{Kind: api.String, Also: []api.Kind{api.Integer}}}
	f.Decided.Limits.Enum = []api.Value{{JSON: `"Low"`}, {JSON: `"low"`}}
	s := openapi.Of(boxes(&api.Schema{Name: "Box", Fields: []*api.Field{f}}), openapi.Options{}).Components.Schemas["Box"].Value.Properties["level"].Value
	if got := document.EnumNames.Of(s.OneOf[0].Value.Extensions); !reflect.DeepEqual(got, []string{"Low", "Low2"}) {
		t.Errorf("%q", got)
	}
}

// TestNamesOfValuesWithNull: each value has a name, null too.
func TestNamesOfValuesWithNull(t *testing.T) {
	f := &api.Field{Name: "level", Type: api.Type{Kind: api.String, Nullable: true}}
	f.Decided.Limits.Enum = []api.Value{{JSON: `"Low"`}, {JSON: `"low"`}}
	d := openapi.Of(boxes(&api.Schema{Name: "Box", Fields: []*api.Field{f}}), openapi.Options{})
	s := d.Components.Schemas["Box"].Value.Properties["level"].Value
	if got := document.EnumNames.Of(s.Extensions); len(s.Enum) != 3 || !reflect.DeepEqual(got, []string{"Low", "Low2", "Null"}) {
		t.Errorf("%q for %v", got, s.Enum)
	}
}

// TestNamesOfParameters: those of the query and of headers are in one structure.
func TestNamesOfParameters(t *testing.T) {
	svc := boxes(&api.Schema{Name: "Box"})
	op := svc.Operations[0]
	op.Path = "/box/{name}"
	for _, q := range [][2]string{{"path", "name"}, {"query", "name"}, {"query", "name~"}, {"query", "size"}, {"header", "Name"}, {"query", "name-"}} {
		op.Params = append(op.Params, &api.Param{In: api.In(q[0]), Field: api.Field{Name: q[1], Type: api.Type{Kind: api.String}}})
	}
	var got []string
	for _, p := range openapi.Of(svc, openapi.Options{}).Paths.Value(op.Path).Get.Parameters {
		got = append(got, p.Value.Name+"="+document.GoName.Of(p.Value.Extensions))
	}
	if want := "name= name= name~=QueryName size= Name=HeaderName name-=QueryName2"; strings.Join(got, " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestNamesOfProperties: a property whose name in Go is that of another one has one of its own.
func TestNamesOfProperties(t *testing.T) {
	lid := &api.Schema{Name: "Lid", Fields: []*api.Field{{Name: "size", Type: api.Type{Kind: api.Integer}}}}
	box := &api.Schema{Name: "Box"}
	for _, name := range []string{"rows_sent", "rowsSent", "id", "Id", "project_id", "projectid", "sql-text", "lid"} {
		box.Fields = append(box.Fields, &api.Field{Name: name, Type: api.Type{Kind: api.String}})
	}
	box.Fields = append(box.Fields, &api.Field{Name: "Lid", Type: object(lid)})
	svc := boxes(box)
	svc.Schemas = append(svc.Schemas, lid)
	d := openapi.Of(svc, openapi.Options{})
	got := map[string]string{}
	for name, ref := range d.Components.Schemas["Box"].Value.Properties {
		if ref.Ref != "" {
			t.Errorf("%s is a reference: tools ignore what is beside it", name)
		}
		if goName := document.GoName.Of(ref.Value.Extensions); goName != "" {
			got[name] = goName
		}
	}
	if want := map[string]string{"rowsSent": "RowsSent2", "Id": "ID2", "Lid": "Lid2"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
