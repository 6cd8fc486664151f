package reconcile

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestFieldLikeTheOthers: an object that only an example shows, beside fields of tables that all have one structure.
func TestFieldLikeTheOthers(t *testing.T) {
	lid, cup := structure("Lid", "wood size"), structure("Cup", "wood size")
	of := func(name string, s *api.Schema) *api.Field {
		f := field(name, api.Object)
		f.Type.Schema = s
		return f
	}
	for _, c := range []struct {
		what   string
		fields []*api.Field
		shown  string
		want   string
	}{
		{"one more", []*api.Field{of("small", lid), of("large", lid)}, `{"huge": {"wood": "fir"}}`, "object Lid"},
		{"one field only", []*api.Field{of("small", lid)}, `{"huge": {"wood": "fir"}}`, "object BoxHuge"},
		{"several structures", []*api.Field{of("small", lid), of("large", cup)}, `{"huge": {"wood": "fir"}}`, "object BoxHuge"},
		{"a text beside them", []*api.Field{of("small", lid), of("large", lid), field("name", api.String)}, `{"huge": {"wood": "fir"}}`, "object BoxHuge"},
		{"a further member", []*api.Field{of("small", lid), of("large", lid)}, `{"huge": {"wood": "fir", "age": 3}}`, "object BoxHuge"},
		{"nothing in it", []*api.Field{of("small", lid), of("large", lid)}, `{"huge": {}}`, "object"},
		{"a list", []*api.Field{of("small", lid), of("large", lid)}, `{"huge": [{"wood": "fir"}]}`, "array of object BoxHuge"},
		{"a text", []*api.Field{of("small", lid), of("large", lid)}, `{"huge": "fir"}`, "string"},
	} {
		s := &api.Schema{Name: "Box", Fields: c.fields}
		decided(t, s, `{"small": {"wood": "oak"}}`, c.shown)
		if got := s.Field("huge").Type.String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// TestNameOfMember: a structure that examples show for a member that repeats a word of its structure's name.
func TestNameOfMember(t *testing.T) {
	s := &api.Schema{Name: "BoxLid", Fields: []*api.Field{field("id", api.String)}}
	decided(t, s, `{"id": "a", "lidHook": {"size": 3}, "lid": {"size": 3, "id": "b"}}`)
	for member, want := range map[string]string{"lidHook": "object BoxLidHook", "lid": "object BoxLidLid"} {
		if got := s.Field(member).Type.String(); got != want {
			t.Errorf("%s: %s, want %s", member, got, want)
		}
	}
}
