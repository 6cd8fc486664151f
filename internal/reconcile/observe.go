package reconcile

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// seen is one value that an example shows.
type seen struct {
	value *payload.Value
	page  string
	pos   source.Pos
}

// observed is what the examples show for one type.
type observed struct {
	values []seen
}

// members are what examples show in a structure beyond its table.
type members struct {
	names  []string
	values map[string][]seen
}

// observe walks each example along the type that it is an instance of, and what rows print.
func (r *reconciler) observe() {
	r.eachOperation(func(op *api.Operation) {
		r.undocumentedBodies(op)
		for _, e := range op.Examples {
			v, body := r.evidenceOf(e), bodyOf(op, e)
			if v == nil || body == nil {
				continue
			}
			t, v := r.meant(op, e, &body.Type, v)
			if t == &body.Type && v.Kind == payload.Object && !e.Torn {
				r.bodies[t.Schema] = append(r.bodies[t.Schema], v)
			}
			r.walk(t, v, e, 0)
		}
	})
	r.observePrinted()
}

// observePrinted walks the lists that descriptions print for their own fields.
func (r *reconciler) observePrinted() {
	for _, s := range r.svc.Schemas {
		for _, f := range s.Fields {
			for _, c := range claimsOf(f, api.FactPrinted, false) {
				if v, _, err := payload.Parse(c.Values[0]); err == nil {
					r.walk(&f.Type, v, &api.Example{Origin: c.Origin}, 0)
				}
			}
		}
	}
}

// evidenceOf is what an example shows, nil where it cannot be read, which the reader of examples has reported.
func (r *reconciler) evidenceOf(e *api.Example) *payload.Value {
	if !e.JSON && !e.Torn {
		return nil
	}
	return r.printed(e)
}

// observeAgain walks the examples again where types have changed since they were walked.
func (r *reconciler) observeAgain() {
	clear(r.types)
	clear(r.bodies)
	clear(r.unknown)
	r.order = nil
	r.observe()
}

// listsOf reports whether v is a list of instances of s: a table says "Version structure"
// where the response has several.
func listsOf(s *api.Schema, v *payload.Value) bool {
	for _, item := range v.Items {
		if known(s, item) == 0 {
			return false
		}
	}
	return len(v.Items) > 0
}

// known counts the members of v that s lists.
func known(s *api.Schema, v *payload.Value) int {
	n := 0
	for _, m := range v.Members {
		if s.Field(m.Name) != nil {
			n++
		}
	}
	return n
}

// maxDepth bounds the walk along structures that stand for themselves; payloads are bounded by
// their reader.
const maxDepth = 100

func (r *reconciler) walk(t *api.Type, v *payload.Value, e *api.Example, depth int) {
	if depth > maxDepth {
		return
	}
	o := r.types[t]
	if o == nil {
		o = &observed{}
		r.types[t] = o
	}
	o.values = append(o.values, seen{v, e.Origin.Page, e.At(v.Off)})
	switch {
	case t.Kind == api.Array && v.Kind == payload.Array:
		for _, item := range v.Items {
			r.walk(t.Elem, item, e, depth+1)
		}
	case t.Kind == api.Map:
		for _, m := range v.Members {
			r.walk(t.Elem, m.Value, e, depth+1)
		}
	case t.Schema != nil && t.Schema.Root != nil:
		r.walk(t.Schema.Root, v, e, depth+1)
	case t.Schema != nil && listsOf(t.Schema, v):
		t.AlsoElem = &api.Type{Kind: api.Object, Schema: t.Schema}
		for _, item := range v.Items {
			r.walk(t.AlsoElem, item, e, depth+1)
		}
	case t.Kind == api.Array && t.Elem.Schema != nil && known(t.Elem.Schema, v) > 0:
		r.walkObject(t.Elem.Schema, v, e, depth)
	case t.Schema != nil:
		r.walkObject(t.Schema, v, e, depth)
	}
}

func (r *reconciler) walkObject(s *api.Schema, v *payload.Value, e *api.Example, depth int) {
	for _, m := range v.Members {
		if f := s.Field(m.Name); f != nil {
			r.walk(&f.Type, m.Value, e, depth+1)
			continue
		}
		if s.Extra != nil {
			r.walk(s.Extra, m.Value, e, depth+1)
			continue
		}
		r.addUnknown(s, m.Name, seen{m.Value, e.Origin.Page, e.At(m.Off)})
	}
}

// addUnknown notes what examples show for a member that a structure does not list.
func (r *reconciler) addUnknown(s *api.Schema, name string, values ...seen) {
	u := r.unknown[s]
	if u == nil {
		u = &members{values: make(map[string][]seen)}
		r.unknown[s] = u
		r.order = append(r.order, s)
	}
	if u.values[name] == nil {
		u.names = append(u.names, name)
	}
	u.values[name] = append(u.values[name], values...)
}
