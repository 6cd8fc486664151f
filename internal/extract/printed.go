package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// readPrinted notes the list that a description prints for its own field, as evidence against a
// type that tells less:
//
//	lids | Object | Each lid has a shape. Example: "lids": [{"shape": "round"}, {"shape": "oval"}]
//
// It does not apply where the Type column tells of what the list is, or that the value is none of
// the two, nor to a list that is empty or needs repair.
func (r *row) readPrinted(flow doc.Flow) {
	if !tellsNoList(r.typ) {
		return
	}
	before, rest, _ := strings.Cut(flow.Text, `"`+r.field.Name+`"`)
	list, ok := strings.CutPrefix(strings.TrimLeft(rest, " "), ":")
	if list = strings.TrimLeft(list, " \n"); !ok || !strings.HasPrefix(list, "[") {
		return
	}
	v, end, repairs, err := payload.ParsePrefix(list)
	if err != nil || len(repairs) > 0 || len(v.Items) == 0 {
		return
	}
	r.field.Claims = append(r.field.Claims, api.Claim{
		Fact: api.FactPrinted, Values: []string{strings.TrimSpace(list[:end])}, Origin: r.table.page.at(flow.At(len(before))).origin(api.FromProse),
	})
}

// tellsNoList reports whether a type is of an object, or does not say of what.
func tellsNoList(t dialect.Type) bool {
	switch t.Kind {
	case dialect.KindObject, dialect.KindNamed, dialect.KindAny:
		return true
	case dialect.KindArray:
		return t.Elem == nil || t.Elem.Kind == dialect.KindAny
	}
	return false
}
