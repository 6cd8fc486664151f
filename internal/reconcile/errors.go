package reconcile

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// errorType gives the type of a printed error that no table describes. The pages of a set
// print the same errors again and again, so those with the same members share one
// structure, named after what they have: {"itemNotFound": {…}} is an ItemNotFoundBody. It
// does not apply to errors whose members differ in name, or one of which holds others on one
// page only.
func (r *reconciler) errorType(op *api.Operation, values []seen) api.Type {
	v := values[0].value
	key := shapeOf(v)
	if t, ok := r.errors[key]; ok {
		return t
	}
	name := "ErrorBody"
	if len(v.Members) == 1 && naming.IsName(v.Members[0].Name) {
		name = naming.Pascal(v.Members[0].Name) + "Body"
	}
	if r.names[strings.ToLower(name)] && r.names[strings.ToLower(name+naming.Pascal(string(api.SideResponse)))] {
		name = op.ID + name // a third error says whose it is
	}
	t := r.infer(name, values, api.SideResponse)
	r.errors[key] = t
	return t
}

// shapeOf writes down the members of a value and of what is in it, whatever their order and the
// kinds of the texts and numbers in it.
func shapeOf(v *payload.Value) string {
	switch v.Kind {
	case payload.Object:
		var members []string
		for _, m := range v.Members {
			members = append(members, "{"+m.Name+":"+shapeOf(m.Value)+"}")
		}
		slices.Sort(members)
		return "o" + strings.Join(members, "")
	case payload.Array:
		var b strings.Builder
		for _, item := range v.Items {
			b.WriteString("[" + shapeOf(item) + "]")
		}
		return b.String()
	}
	return "s"
}
