package gogen

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// build makes the Go view of a document. The order of the passes is that of precedence
// for names: schemas, then operations, then what has to be named by us.
func build(doc *openapi3.T, opts Options) (*view, error) {
	b := &builder{
		doc: doc, types: newScope("type"), methods: newScope("method"),
		done: map[string]*typeRef{}, busy: map[string]bool{}, names: map[string]string{},
		view: &view{pkg: opts.Package, source: plain(opts.Source)},
	}
	if doc.Info != nil {
		b.view.title, b.view.version = plain(doc.Info.Title), plain(doc.Info.Version)
	}
	for _, s := range doc.Servers {
		b.view.servers = append(b.view.servers, plain(s.URL))
	}
	b.auth()
	if err := b.claimComponents(); err != nil {
		return nil, err
	}
	var err error
	if b.view.client, err = b.types.free("the client", "Client", "APIClient", "ServiceClient"); err != nil {
		return nil, err
	}
	if err := b.types.claim("New"+b.view.client, "the function that makes the client"); err != nil {
		return nil, err
	}
	if err := b.components(); err != nil {
		return nil, err
	}
	if err := b.operations(); err != nil {
		return nil, err
	}
	breakCycles(b.view.types)
	markRequests(b.view)
	slices.SortFunc(b.view.types, func(a, b *namedType) int { return strings.Compare(a.Name, b.Name) })
	return b.view, nil
}

// breakCycles makes a field a pointer where its struct would contain itself, which Go
// cannot lay out.
func breakCycles(types []*namedType) {
	var contains func(t, target *namedType, seen map[*namedType]bool) bool
	contains = func(t, target *namedType, seen map[*namedType]bool) bool {
		if t == target {
			return true
		}
		if seen[t] || t.Kind != kindStruct {
			return false
		}
		seen[t] = true
		return slices.ContainsFunc(t.Fields, func(f *field) bool {
			return f.inPlace() && contains(f.typ.named, target, seen)
		})
	}
	for _, t := range types {
		for _, f := range t.Fields {
			if f.inPlace() && contains(f.typ.named, t, map[*namedType]bool{}) {
				f.pointer = true
			}
		}
	}
}

// inPlace reports whether the field holds a struct itself, not a pointer to one.
func (f *field) inPlace() bool { return !f.pointer && !f.wrapped && f.typ.shape == shapeNamed }

// markRequests finds the types that can be sent: they get a Validate method.
func markRequests(v *view) {
	var walk func(t *typeRef)
	mark := func(nt *namedType) {
		if nt == nil || nt.request && nt.walked {
			return
		}
		nt.request, nt.walked = true, true
		for _, f := range nt.Fields {
			walk(f.typ)
		}
		if nt.base != nil {
			walk(nt.base)
		}
		if nt.extra != nil {
			walk(nt.extra)
		}
		for _, o := range nt.members {
			walk(o)
		}
	}
	walk = func(t *typeRef) {
		if t == nil {
			return
		}
		mark(t.named)
		walk(t.elem)
	}
	for _, op := range v.ops {
		walk(op.bodyType)
		mark(op.params)
		for _, p := range op.PathArgs {
			walk(p.typ)
		}
	}
}

// sorted gives the keys of a map in order.
func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// ordered gives property names by x-order, and by name where there is none.
func ordered(properties openapi3.Schemas) []string {
	names := sorted(properties)
	slices.SortStableFunc(names, func(a, b string) int {
		return cmp.Compare(orderOf(properties[a]), orderOf(properties[b]))
	})
	return names
}

func orderOf(ref *openapi3.SchemaRef) float64 {
	const last = 1 << 30
	if ref == nil {
		return last
	}
	maps := []map[string]any{ref.Extensions}
	if ref.Ref == "" && ref.Value != nil {
		maps = append(maps, ref.Value.Extensions)
	}
	for _, m := range maps {
		switch n := m["x-order"].(type) {
		case float64:
			return n
		case int:
			return float64(n)
		case json.Number:
			if f, err := n.Float64(); err == nil {
				return f
			}
		}
	}
	return last
}
