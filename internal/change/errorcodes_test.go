package change

import (
	"slices"
	"testing"
)

// TestErrorCodes: codes that came and went are told once, whether the document or a schema lists them,
// with the place of the first.
func TestErrorCodes(t *testing.T) {
	old := side(t, "{type: object, properties: {a: {type: string}}, x-error-codes: [{code: L.1}, {status: 404, code: L.2}, {code: L.3}]}", "")
	old.Sources = Sources{"/components/schemas/Lamp/x-error-codes/1": {{Page: "errors.rst", Line: 9}}}
	is := side(t, "{type: object, properties: {a: {type: string}}}", "x-error-codes: [{code: L.1}, {status: 409, code: L.2}, {code: L.4}]")
	is.Sources = Sources{"/x-error-codes/1": {{Page: "errors.rst", Line: 7}}}
	r, err := Compare("lamps", old, is)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"error codes: gone 404 L.2, L.3, compatible readers", "error codes: new 409 L.2, L.4, compatible readers"}
	if got := lines(r); !slices.Equal(got, want) {
		t.Fatalf("%q, want %q", got, want)
	}
	if went, came := r.Changes[0], r.Changes[1]; went.Old == nil || went.Old.Line != 9 || went.New != nil || came.New == nil || came.New.Line != 7 || came.Old != nil {
		t.Errorf("places %v → %v and %v → %v", went.Old, went.New, came.Old, came.New)
	}
}
