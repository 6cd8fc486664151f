package api_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestField: a field is found by its name however many there are, and also after fields were
// added, taken out and copied.
func TestField(t *testing.T) {
	s := &api.Schema{}
	add := func(s *api.Schema, name string) *api.Field {
		f := &api.Field{Name: name}
		s.Fields = append(s.Fields, f)
		return f
	}
	check := func(what string, s *api.Schema) {
		t.Helper()
		for _, f := range s.Fields {
			if s.Field(f.Name) != f {
				t.Fatalf("%s: there is no %s", what, f.Name)
			}
		}
	}
	for i := range 50 {
		add(s, fmt.Sprint("f", i))
		check("added", s)
	}
	if s.Field("none") != nil {
		t.Error("there is a field of no name")
	}
	first := s.Fields[0]
	add(s, "f0")
	if s.Field("f0") != first {
		t.Error("the second of a name counts")
	}
	s.Fields = s.Fields[:50]
	check("cut", s)
	// As many are there as before, and none was asked for meanwhile.
	s.Fields = slices.Delete(s.Fields, 3, 4)
	add(s, "new")
	check("taken out", s)
	if s.Field("f3") != nil {
		t.Error("a field that was taken out is there")
	}
	c := s.Clone()
	check("copied", c)
	check("after the copy", s)
}
