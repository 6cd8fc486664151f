package openapi

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

func TestApart(t *testing.T) {
	body := func(fields ...*api.Field) *api.Type {
		return &api.Type{Kind: api.Object, Schema: &api.Schema{Request: true, Fields: fields}}
	}
	field := func(name string, need api.Need) *api.Field {
		return &api.Field{Name: name, Need: need, Type: api.Type{Kind: api.String}}
	}
	fixed := func(name string, need api.Need, value string) *api.Field {
		f := field(name, need)
		f.Decided.Const = &api.Value{JSON: value}
		return f
	}
	inside := func(name string, t *api.Type) *api.Field {
		return &api.Field{Name: name, Need: api.NeedYes, Type: *t}
	}
	xml := func(root string) *api.Type {
		return &api.Type{Kind: api.Object, Schema: &api.Schema{Request: true, XMLName: root}}
	}
	yes, no := api.NeedYes, api.NeedNo
	for _, c := range []struct {
		what string
		a, b *api.Type
		want bool
	}{
		{"each demands its own", body(field("a", yes)), body(field("b", yes)), true},
		{"only one demands", body(field("a", yes)), body(field("b", no)), false},
		{"values of a demanded field", body(fixed("act", yes, `"x"`)), body(fixed("act", yes, `"y"`)), true},
		{"values of one that may be left out", body(fixed("act", yes, `"x"`)), body(fixed("act", no, `"y"`)), false},
		{"one value", body(fixed("act", yes, `"x"`)), body(fixed("act", yes, `"x"`)), false},
		{"further inside", body(inside("in", body(field("a", yes)))), body(inside("in", body(field("b", yes)))), true},
		{"roots of XML", xml("A"), xml("B"), true},
		{"one root of XML", xml("A"), xml("A"), false},
		{"one of JSON", xml("A"), body(field("a", no)), false},
		{"no structure", &api.Type{Kind: api.Binary}, xml("A"), false},
	} {
		if apart(c.a, c.b, 0) != c.want || apart(c.b, c.a, 0) != c.want {
			t.Errorf("%s: not %v", c.what, c.want)
		}
	}
	loop := body()
	loop.Schema.Fields = []*api.Field{inside("in", loop)}
	other := body()
	other.Schema.Fields = []*api.Field{inside("in", other)}
	if apart(loop, other, 0) {
		t.Error("structures that hold themselves")
	}
}
