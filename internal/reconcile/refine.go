package reconcile

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// refine gives types that no table tells ("Array", or a structure that no table describes)
// the type that all printed values have. It does not apply where the values differ in kind:
// the type then remains any, nor where a table says that any value may come.
func (r *reconciler) refine() {
	for _, s := range r.svc.Schemas {
		for _, f := range s.Fields {
			for t := &f.Type; t != nil; t = t.Elem {
				o := r.types[t]
				if t.Kind != api.Any || t.Open || o == nil || !oneKind(o.values) {
					continue
				}
				*t = r.infer(s.Name+naming.Pascal(f.Name), o.values, s.Side())
			}
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
