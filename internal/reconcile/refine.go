package reconcile

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// refine gives types that no table tells ("Array", or a structure that no table describes)
// the type that all printed values have. It does not apply where the values differ in kind:
// the type then remains any, nor where a table says that any value may come.
func (r *reconciler) refine() {
	r.eachOperation(func(op *api.Operation) {
		for _, q := range op.Params {
			r.unixTime(&q.Field)
			r.listedElems(&q.Field)
		}
	})
	for _, s := range r.svc.Schemas {
		for _, f := range s.Fields {
			r.unixTime(f)
			r.listedElems(f)
			for t := &f.Type; t != nil; t = t.Elem {
				o := r.types[t]
				if t.Kind != api.Any || t.Open || o == nil || !oneKind(o.values) {
					continue
				}
				*t = r.infer(naming.Member(s.Name, f.Name), o.values, s.Side())
			}
		}
	}
}

// unixTime makes an integer of what a table calls a timestamp where the values in its
// description are all seconds or milliseconds of our days:
//
//	since | TimeStamp | …, in milliseconds. For example, 1562032041362
//
// It does not apply where printed payloads show a value.
func (r *reconciler) unixTime(f *api.Field) {
	if f.Type.Kind != api.Any || f.Type.Open || r.isShown(&f.Type) {
		return
	}
	shown := 0
	for _, c := range claimsOf(f, api.FactExample, false) {
		for _, text := range c.Values {
			if !isUnixTime(text) {
				return
			}
			shown++
		}
	}
	if shown > 0 {
		f.Type.Kind = api.Integer
	}
}

// isUnixTime reports whether a text is a number of seconds or milliseconds since 1970 that is between the years
// 2001 and 2033.
func isUnixTime(text string) bool {
	if len(text) != len("1562032041") && len(text) != len("1562032041362") || text[0] != '1' {
		return false
	}
	return strings.Trim(text, "0123456789") == ""
}

// listedElems makes texts of the elements of a list of which the table does not say what they are, where
// its description lists their values:
//
//	kinds | Array | Filter by kind. The value can be **oak** or **fir**.
//
// It does not apply where payloads show elements, nor to values that are all whole numbers, which payloads may
// send as numbers. Bounds tell nothing: those of numbers are read as lengths where no type is known.
func (r *reconciler) listedElems(f *api.Field) {
	elem := f.Type.Elem
	if f.Type.Kind != api.Array || elem.Kind != api.Any || elem.Open || r.isShown(elem) {
		return
	}
	for _, c := range f.Claims {
		if c.Fact == api.FactEnum && c.Elems && !c.Conditional &&
			slices.ContainsFunc(c.Values, func(v string) bool { return strings.Trim(v, "0123456789") != "" }) {
			elem.Kind = api.String
		}
	}
}

func oneKind(values []seen) bool {
	kind := payload.Null
	for _, s := range values {
		if s.value.Kind == payload.Null {
			continue
		}
		if kind != payload.Null && kind != s.value.Kind {
			return false
		}
		kind = s.value.Kind
	}
	return kind != payload.Null
}
