package change

import (
	"cmp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// pair is one operation as both sides have it.
type pair struct{ old, new *document.Operation }

// moved reports whether the operation has another endpoint now.
func (p pair) moved() bool { return endpoint(p.old) != endpoint(p.new) }

// matching is how the operations of two documents belong together.
type matching struct {
	pairs   []pair
	removed []*document.Operation
	added   []*document.Operation
	// took are the operations of the new side whose id meant an operation with another
	// endpoint, or another use of its endpoint, before.
	took []pair
}

// endpoint is what a request line says, whatever the parameters of the path are called.
func endpoint(op *document.Operation) string { return op.Method + " " + template(op.Path) }

// template is a path with its parameters by place.
func template(path string) string {
	parts, _ := document.PathParts(path) // of a broken path those that can be told
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(cmp.Or(p.Text, "{}"))
	}
	return b.String()
}

// match pairs the operations of two documents: first those with the same endpoint, where several
// operations share one by the page that describes them, by id, and by what is in their bodies;
// then, of those left over, the ones that have one id. Page and id come first together: a page
// may describe several operations. Of an endpoint, a page comes before an id: ids are made of
// titles, and an edited title must not give an operation the past of another one. Only where
// both send the same, as of a page that was copied, the id tells more.
func match(old, new []*document.Operation) matching {
	var m matching
	left := map[string][]*document.Operation{}
	for _, op := range new {
		left[endpoint(op)] = append(left[endpoint(op)], op)
	}
	groups := map[string][]*document.Operation{}
	var order []string
	for _, op := range old {
		e := endpoint(op)
		if groups[e] == nil {
			order = append(order, e)
		}
		groups[e] = append(groups[e], op)
	}
	var gone []*document.Operation
	for _, e := range order {
		pairs, removed, added := matchEndpoint(groups[e], left[e])
		m.pairs = append(m.pairs, pairs...)
		gone = append(gone, removed...)
		left[e] = added
	}
	var came []*document.Operation
	for _, op := range new {
		if slices.Contains(left[endpoint(op)], op) {
			came = append(came, op)
		}
	}
	var pairs []pair
	pairs, m.removed, m.added = take(nil, gone, came, func(a, b *document.Operation) bool { return a.Named && b.Named && a.ID == b.ID })
	m.pairs = append(m.pairs, pairs...)
	m.took = m.taken(old, new)
	return m
}

// matchEndpoint pairs the operations of one endpoint.
func matchEndpoint(old, new []*document.Operation) (pairs []pair, removed, added []*document.Operation) {
	if len(old) == 1 && len(new) == 1 {
		return []pair{{old[0], new[0]}}, nil, nil
	}
	page := func(a, b *document.Operation) bool { return a.Source != "" && a.Source == b.Source }
	id := func(a, b *document.Operation) bool { return a.ID == b.ID }
	for _, same := range []func(a, b *document.Operation) bool{
		func(a, b *document.Operation) bool { return page(a, b) && id(a, b) },
		func(a, b *document.Operation) bool { return id(a, b) && equal(a, b) },
		page, id, alike,
	} {
		pairs, old, new = take(pairs, old, new, same)
	}
	return pairs, old, new
}

// take moves the operations that belong together, and to no other one, to the pairs.
func take(pairs []pair, old, new []*document.Operation, same func(a, b *document.Operation) bool) (all []pair, restOld, restNew []*document.Operation) {
	used := map[*document.Operation]bool{}
	for _, a := range old {
		var found *document.Operation
		n := 0
		for _, b := range new {
			if same(a, b) {
				found = b
				n++
			}
		}
		if n != 1 {
			continue
		}
		back := 0
		for _, other := range old {
			if same(other, found) {
				back++
			}
		}
		if back == 1 {
			pairs = append(pairs, pair{a, found})
			used[a], used[found] = true, true
		}
	}
	isUsed := func(op *document.Operation) bool { return used[op] }
	return pairs, slices.DeleteFunc(slices.Clone(old), isUsed), slices.DeleteFunc(slices.Clone(new), isUsed)
}

// alike reports whether two operations of one endpoint send nearly the same body: at least half
// of the members at its top, or no body at all.
func alike(a, b *document.Operation) bool {
	if !slices.Equal(a.Fixed, b.Fixed) {
		return false
	}
	x, y := members(a), members(b)
	common := 0
	for _, name := range x {
		if slices.Contains(y, name) {
			common++
		}
	}
	return 2*common >= len(x)+len(y)-common
}

// members are the names at the top of the body of a request.
func members(op *document.Operation) []string {
	if op.Body == nil {
		return nil
	}
	ref := op.Body.Schema()
	if ref == nil || ref.Value == nil {
		return nil
	}
	s, err := document.Merged(ref.Value)
	if err != nil {
		return nil
	}
	return document.Sorted(s.Properties)
}

// taken lists the ids that mean something else now, as the operation that had the id and the
// one that has it: programs that use the name go on to compile.
func (m *matching) taken(old, new []*document.Operation) []pair {
	now := map[string]*document.Operation{}
	for _, op := range new {
		if op.Named {
			now[op.ID] = op
		}
	}
	partner := map[*document.Operation]*document.Operation{}
	for _, p := range m.pairs {
		partner[p.old] = p.new
	}
	var out []pair
	for _, op := range old {
		if n := now[op.ID]; op.Named && n != nil && partner[op] != n && !equal(op, n) {
			out = append(out, pair{op, n})
		}
	}
	return out
}

// equal reports whether a request that does one thing is a request that does the other one: the
// same endpoint, words of the query and body.
func equal(a, b *document.Operation) bool {
	if endpoint(a) != endpoint(b) || !slices.Equal(a.Fixed, b.Fixed) || (a.Body == nil) != (b.Body == nil) {
		return false
	}
	return a.Body == nil || equalSchemas(a.Body.Schema(), b.Body.Schema(), 0)
}

// maxDepth bounds how deep schemas are looked into that have themselves as parts.
const maxDepth = 12

// equalSchemas reports whether two schemas describe values of the same form.
func equalSchemas(a, b *openapi3.SchemaRef, depth int) bool {
	if a == nil || b == nil || a.Value == nil || b.Value == nil || depth > maxDepth {
		return a == b || depth > maxDepth
	}
	x, err := document.Merged(a.Value)
	y, err2 := document.Merged(b.Value)
	if err != nil || err2 != nil || !slices.Equal(x.Type.Slice(), y.Type.Slice()) || len(x.Properties) != len(y.Properties) ||
		!slices.EqualFunc(x.Enum, y.Enum, func(v, w any) bool { return text(v) == text(w) }) {
		return false
	}
	for name, p := range x.Properties {
		if !equalSchemas(p, y.Properties[name], depth+1) {
			return false
		}
	}
	return equalSchemas(x.Items, y.Items, depth+1)
}
