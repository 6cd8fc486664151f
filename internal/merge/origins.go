package merge

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// addOrigin notes a further page that documents a schema.
func addOrigin(s *api.Schema, o api.Origin) {
	if o != s.Origin && !slices.Contains(s.Also, o) {
		s.Also = append(s.Also, o)
	}
}

// addOrigins notes the pages that document another schema.
func addOrigins(s, other *api.Schema) {
	addOrigin(s, other.Origin)
	for _, o := range other.Also {
		addOrigin(s, o)
	}
}

// addRows notes the rows of further pages that describe a field, each once, whose claims are those of a page.
func addRows(f, other *api.Field, claims string) {
	for _, row := range append([]api.Row{{Origin: other.Origin, Claims: claims}}, other.Also...) {
		if row.Origin != f.Origin && !slices.ContainsFunc(f.Also, func(r api.Row) bool { return r.Origin == row.Origin }) {
			f.Also = append(f.Also, row)
		}
	}
}

// addFurther adds to the fields of a schema what other, which limits them in the same way, has in
// addition: examples, and descriptions where the first page has none.
func addFurther(s, other *api.Schema) {
	for i, f := range other.Fields {
		addRows(s.Fields[i], f, s.Fields[i].Origin.Page)
		if own := s.Fields[i]; own.Text == "" {
			own.Text, own.Passages = f.Text, f.Passages
		}
		for _, c := range f.Claims {
			if c.Fact == api.FactExample || c.Fact == api.FactPrinted {
				s.Fields[i].Claims = append(slices.Clip(s.Fields[i].Claims), c)
			}
		}
	}
}
