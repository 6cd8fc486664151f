package reconcile

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// prove marks the fields that tell the responses of variants apart. No page says that a
// field of a response is always there, but of two responses to one method and path,
//
//	{"protectable": […]}   and   {"restorable": […]}
//
// a reader must be able to say which one it is. A field counts as proven where no other
// variant's response of that status has it and either each printed response shows it, or it
// is the only field and none is printed. It does not apply where the responses share a field.
func (r *reconciler) prove() {
	for _, op := range r.svc.Operations {
		for _, v := range op.Variants {
			for _, res := range v.Responses {
				if res.Body == nil || res.Body.Type.Schema == nil || res.Body.Type.Schema.XMLName != "" {
					continue // XML tells by the element that it starts with
				}
				s := res.Body.Type.Schema
				if apart(op, v, res.Status, s) {
					r.proveFields(s)
				}
			}
		}
	}
}

// apart reports whether s shares no field with the responses of the other variants.
func apart(op, self *api.Operation, status int, s *api.Schema) bool {
	others := 0
	for _, v := range op.Variants {
		for _, res := range v.Responses {
			if v == self || res.Status != status || res.Body == nil || res.Body.Type.Schema == nil {
				continue
			}
			other := res.Body.Type.Schema
			if slices.ContainsFunc(other.Fields, func(f *api.Field) bool { return s.Field(f.Name) != nil }) {
				return false
			}
			others++
		}
	}
	return others > 0
}

func (r *reconciler) proveFields(s *api.Schema) {
	bodies := r.bodies[s]
	for _, f := range s.Fields {
		always := len(bodies) > 0 || len(s.Fields) == 1
		for _, b := range bodies {
			always = always && b.Member(f.Name) != nil
		}
		if always && f.Need != api.NeedNo {
			f.Need, f.Decided.Proven = api.NeedYes, true
		}
	}
}

// fix decides the field that tells the requests of variants apart by its value. Pages of a
// path such as "…/tags/action" list one table each,
//
//	action   Yes   String   create or delete
//
// and print the value that is theirs. Where the last segment of the path names the field,
// each variant demands it, and all that a variant prints has one value that no other
// variant prints, that value is the variant's constant. It does not apply to any other field:
// two pages print different names without demanding them.
func (r *reconciler) fix() {
	for _, op := range r.svc.Operations {
		name := op.Path[strings.LastIndexByte(op.Path, '/')+1:]
		var fields []*api.Field
		var values []string
		for _, v := range op.Variants {
			if f, value := r.printedValue(v, name); f != nil && !slices.Contains(values, value) && !slices.Contains(fields, f) {
				fields, values = append(fields, f), append(values, value)
			}
		}
		if len(fields) < 2 || len(fields) < len(op.Variants) {
			continue
		}
		for i, f := range fields {
			f.Decided.Const = &api.Value{JSON: values[i]}
			f.Decided.Limits.Enum = nil
		}
	}
}

// printedValue is the demanded text of that name in a variant's request, with the value
// that all its printed requests show; nil where they show several, none, or one that the
// list of its values lacks.
func (r *reconciler) printedValue(v *api.Operation, name string) (*api.Field, string) {
	if v.Body == nil || v.Body.Type.Schema == nil {
		return nil, ""
	}
	f := v.Body.Type.Schema.Field(name)
	if f == nil || f.Need != api.NeedYes || f.Type.Kind != api.String || f.Type.Nullable || len(f.Type.Also) > 0 {
		return nil, ""
	}
	value := ""
	for _, body := range r.bodies[v.Body.Type.Schema] {
		m := body.Member(name)
		if m == nil || isPlaceholder(m) || value != "" && value != m.JSON() {
			return nil, ""
		}
		value = m.JSON()
	}
	if enum := f.Decided.Limits.Enum; value == "" || len(enum) > 0 && !slices.Contains(enum, api.Value{JSON: value}) {
		return nil, ""
	}
	return f, value
}
