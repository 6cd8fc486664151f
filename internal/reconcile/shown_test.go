package reconcile

import (
	"fmt"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

func TestShown(t *testing.T) {
	body, inner := box()
	tags := field("tags", api.Array)
	tags.Type.Elem = &api.Type{Kind: api.String}
	inner.Fields = append(inner.Fields, tags)
	decided(t, body, `{"boxes": [{"size": 1}, {"size": null}, {"size": 2, "tags": ["a", 1]}, {"size": 3}, {"size": 4}]}`)
	for _, c := range []struct {
		field int
		want  string
	}{
		{0, ""}, // never shown
		{2, "integer false 4 3; null false 1 1; "},
		{3, "array false 1 1; string true 1 1; integer true 1 1; "},
	} {
		f := inner.Fields[c.field]
		got := ""
		for _, o := range f.Observed {
			got += fmt.Sprintln(o.Kind, o.Elems, o.Count, len(o.First))
			got = got[:len(got)-1] + "; "
			if o.First[0].How != api.FromExample || !o.First[0].Pos.IsValid() {
				t.Errorf("%s: origin %v", f.Name, o.First[0])
			}
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", f.Name, got, c.want)
		}
	}
}
