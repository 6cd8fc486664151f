package document_test

import (
	"slices"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// TestComposed: a schema is composed of those in its allOf, oneOf and anyOf, each once, however many they are and also
// where one of them is composed of it; what stands in its members and items is inside of it only.
func TestComposed(t *testing.T) {
	named := func(title string) *openapi3.SchemaRef {
		return &openapi3.SchemaRef{Value: &openapi3.Schema{Title: title}}
	}
	titles := func(all []*openapi3.Schema) (out []string) {
		for _, s := range all {
			out = append(out, s.Title)
		}
		return out
	}
	lid, rim, hook, knob, tag := named("lid"), named("rim"), named("hook"), named("knob"), named("tag")
	jar := named("jar")
	jar.Value.AllOf = openapi3.SchemaRefs{lid, nil, {Ref: "#/nowhere"}}
	jar.Value.OneOf = openapi3.SchemaRefs{rim, lid}
	jar.Value.AnyOf = openapi3.SchemaRefs{hook}
	jar.Value.Items, jar.Value.Properties = knob, openapi3.Schemas{"tag": tag}
	rim.Value.AllOf = openapi3.SchemaRefs{jar}
	jar.Value.Not = named("what it is not")
	if got := titles(document.Composed(jar)); !slices.Equal(got, []string{"jar", "lid", "rim", "hook"}) {
		t.Errorf("composed of %q", got)
	}
	var inside []string
	for _, ref := range document.Inside(jar.Value) {
		inside = append(inside, ref.Value.Title)
	}
	if slices.Sort(inside); !slices.Equal(inside, []string{"hook", "knob", "lid", "lid", "rim", "tag"}) {
		t.Errorf("inside are %q", inside)
	}
	if document.Composed(nil) != nil || document.Inside(nil) != nil {
		t.Error("nothing is composed of something")
	}
	many := named("many")
	for range 200 {
		many.Value.OneOf = append(many.Value.OneOf, named("one"))
	}
	last := many.Value.OneOf[199].Value
	last.Properties = openapi3.Schemas{"lid": lid}
	if document.Member(many.Value, "lid") != lid {
		t.Error("a member of the last of 200 alternatives is not found")
	}
}
