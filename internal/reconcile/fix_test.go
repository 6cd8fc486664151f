package reconcile

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// TestFix: the values of the field that the path's last segment names, in two variants.
func TestFix(t *testing.T) {
	for _, c := range []struct {
		what, path   string
		need         api.Need
		first, other []string // printed requests
		enum         []string
		want         string
	}{
		{"each variant prints its own", "/v1/tags/action", api.NeedYes, []string{`{"action":"add"}`}, []string{`{"action":"drop"}`}, nil, `"add" "drop"`},
		{"both are listed", "/v1/tags/action", api.NeedYes, []string{`{"action":"add"}`}, []string{`{"action":"drop"}`}, []string{"add", "drop"}, `"add" "drop"`},
		{"the path names no field", "/v1/tags", api.NeedYes, []string{`{"action":"add"}`}, []string{`{"action":"drop"}`}, nil, " "},
		{"it may be left out", "/v1/tags/action", api.NeedNo, []string{`{"action":"add"}`}, []string{`{"action":"drop"}`}, nil, " "},
		{"both print one value", "/v1/tags/action", api.NeedYes, []string{`{"action":"add"}`}, []string{`{"action":"add"}`}, nil, " "},
		{"one prints several", "/v1/tags/action", api.NeedYes, []string{`{"action":"add"}`, `{"action":"new"}`}, []string{`{"action":"drop"}`}, nil, " "},
		{"one prints none", "/v1/tags/action", api.NeedYes, nil, []string{`{"action":"drop"}`}, nil, " "},
		{"a placeholder", "/v1/tags/action", api.NeedYes, []string{`{"action":"xxx"}`}, []string{`{"action":"drop"}`}, nil, " "},
	} {
		op := &api.Operation{ID: "TagsAction", Method: "POST", Path: c.path}
		svc := &api.Service{Operations: []*api.Operation{op}}
		var fields []*api.Field
		for i, printed := range [][]string{c.first, c.other} {
			f := &api.Field{Name: "action", Need: c.need, Type: api.Type{Kind: api.String}}
			if c.enum != nil {
				f.Claims = []api.Claim{{Fact: api.FactEnum, Values: c.enum}}
			}
			s := &api.Schema{Name: "Body" + itoa(i), Request: true, Fields: []*api.Field{f}}
			v := &api.Operation{ID: "V" + itoa(i), Method: "POST", Path: c.path,
				Body: &api.Payload{MediaType: "application/json", Type: api.Type{Kind: api.Object, Schema: s}}}
			for _, text := range printed {
				v.Examples = append(v.Examples, &api.Example{Side: api.SideRequest, JSON: true, Raw: text, Body: text, Lines: []source.Pos{{Line: 1, Col: 1}}})
			}
			fields = append(fields, f)
			op.Variants = append(op.Variants, v)
			svc.Schemas = append(svc.Schemas, s)
		}
		Service(svc, new(diag.List))
		got := constText(fields[0]) + " " + constText(fields[1])
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func constText(f *api.Field) string {
	if f.Decided.Const == nil {
		return ""
	}
	return f.Decided.Const.JSON
}
