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
	listed := func(name string, values ...string) *api.Field {
		f := field(name, api.NeedYes)
		for _, v := range values {
			f.Decided.Limits.Enum = append(f.Decided.Limits.Enum, api.Value{JSON: v})
		}
		return f
	}
	scalar := func(f *api.Field) *api.Field { f.Type.Kind = api.String; return f }
	optional := func(f *api.Field) *api.Field { f.Need = api.NeedNo; return f }
	proven := func(f *api.Field) *api.Field { f.Decided.Proven = true; return f }
	shown := func(fields ...*api.Field) *api.Type {
		return &api.Type{Kind: api.Object, Schema: &api.Schema{Fields: fields}}
	}
	deep := func(n int, t *api.Type) *api.Type {
		for range n {
			t = body(inside("in", t))
		}
		return t
	}
	one := body(field("a", api.NeedYes))
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
		{"a field that only one demands, with values", body(fixed("act", no, `"x"`)), body(fixed("act", yes, `"y"`)), false},
		{"fields of other names", body(fixed("act", yes, `"x"`), field("b", no)), body(fixed("turn", no, `"y"`), field("act", no)), false},
		{"values of two fields", body(fixed("act", yes, `"x"`), fixed("turn", yes, `"y"`)), body(fixed("act", yes, `"x"`), fixed("turn", yes, `"y"`)), false},
		{"values of one side only", body(fixed("act", yes, `"x"`)), body(field("act", yes)), false},
		{"lists of values that share none", body(listed("act", `"x"`, `"y"`)), body(listed("act", `"z"`)), true},
		{"lists of values that share one", body(listed("act", `"x"`, `"y"`)), body(listed("act", `"z"`, `"y"`)), false},
		{"an object and a text inside", body(inside("in", body(field("a", yes)))), body(scalar(inside("in", body(field("b", yes))))), false},
		{"one structure inside", body(inside("in", one)), body(inside("in", one)), false},
		{"objects inside that one leaves out", body(inside("in", body(field("a", yes)))), body(optional(inside("in", body(field("b", yes))))), false},
		{"mandatory fields of responses", shown(field("a", yes)), shown(field("b", yes)), false},
		{"proven fields of responses", shown(proven(field("a", yes))), shown(proven(field("b", yes))), true},
		{"as deep as it looks", deep(maxApart, body(field("a", yes))), deep(maxApart, body(field("b", yes))), true},
		{"deeper than it looks", deep(maxApart+1, body(field("a", yes))), deep(maxApart+1, body(field("b", yes))), false},
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
