package reconcile

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// nest makes rows of a flat table members of the row whose value holds them. Some tables
// list an object and what is in it one beside the other:
//
//	the table:   shelf (Object), jars (Array), lid (String), wood (String)
//	the example: {"shelf": {"jars": [{"lid": "oak"}]}}
//
// Read as it stands the object would have no members, and its members would never come. Only
// the examples can prove that: a row moves where they show its name in the value of one other
// row and nowhere else, and that row has no structure. At least half of what is printed in it
// must be rows, and two of them or one that stands below it, because a lone name in an object
// of free form fits anything. It does not apply where a name is shown at two places. A row that
// no example shows stays where it is, but see unprinted.
func (r *reconciler) nest() {
	in := r.instances()
	for _, s := range slices.Clone(r.svc.Schemas) {
		if len(in[s]) > 0 {
			n := &nesting{s: s, holds: map[*api.Field]map[string]bool{}, under: map[*api.Field]map[*api.Field]bool{}, first: map[*api.Field]api.Origin{}}
			for _, i := range in[s] {
				n.look(nil, i.value, i.in)
			}
			r.nestRows(n)
		}
	}
}

// instance is an object that an example shows for a structure.
type instance struct {
	value *payload.Value
	in    *api.Example
}

// instances finds the printed objects of each structure.
func (r *reconciler) instances() map[*api.Schema][]instance {
	out := make(map[*api.Schema][]instance)
	var visit func(t *api.Type, v *payload.Value, e *api.Example)
	visit = func(t *api.Type, v *payload.Value, e *api.Example) {
		for _, item := range v.Items {
			elem := t
			if t.Elem != nil {
				elem = t.Elem
			}
			visit(elem, item, e)
		}
		if v.Kind != payload.Object {
			return
		}
		for t.Kind == api.Array {
			t = t.Elem
		}
		if t.Kind == api.Map {
			for _, m := range v.Members {
				visit(t.Elem, m.Value, e)
			}
		}
		if t.Schema == nil {
			return
		}
		out[t.Schema] = append(out[t.Schema], instance{v, e})
		for _, m := range v.Members {
			if f := t.Schema.Field(m.Name); f != nil {
				visit(&f.Type, m.Value, e)
			}
		}
	}
	r.eachOperation(func(op *api.Operation) {
		for _, e := range op.Examples {
			if body := bodyOf(op, e); e.JSON && body != nil {
				if v := r.printed(e); v != nil {
					visit(&body.Type, v, e)
				}
			}
		}
	})
	return out
}

// nesting is where the examples show the rows of one structure.
type nesting struct {
	s     *api.Schema
	holds map[*api.Field]map[string]bool     // the names in the value of a row without a structure
	under map[*api.Field]map[*api.Field]bool // the rows in whose value a row is shown; nil is the structure itself
	first map[*api.Field]api.Origin          // where that is shown first

	// What index finds: the rows by the row in whose value alone they are shown, the place of
	// each, and how many are shown in the structure itself.
	in    map[*api.Field][]*api.Field
	at    map[*api.Field]int
	roots int
}

// look notes which rows stand in the value of a row, or in the structure itself. It goes on
// through rows only: what is in an object that no row names belongs to that.
func (n *nesting) look(in *api.Field, v *payload.Value, e *api.Example) {
	for _, item := range v.Items {
		n.look(in, item, e)
	}
	for _, m := range v.Members {
		if in != nil {
			if n.holds[in] == nil {
				n.holds[in] = map[string]bool{}
			}
			n.holds[in][m.Name] = true
		}
		f := n.s.Field(m.Name)
		if f == nil || f.Origin.How != api.FromColumn {
			continue
		}
		if n.under[f] == nil {
			n.under[f] = map[*api.Field]bool{}
		}
		n.under[f][in] = true
		if _, ok := n.first[f]; !ok {
			n.first[f] = api.Origin{Page: e.Origin.Page, Pos: e.At(m.Off), How: api.FromExample}
		}
		if freeForm(&f.Type) {
			n.look(f, m.Value, e)
		}
	}
}

// freeForm reports whether the tables do not tell what an object of the type, or the objects
// of a list, have in them.
func freeForm(t *api.Type) bool {
	for t.Kind == api.Array {
		t = t.Elem
	}
	return t.Schema == nil && (t.Kind == api.Object || t.Kind == api.Any)
}

// index is called once all is looked at.
func (n *nesting) index() {
	n.in, n.at = map[*api.Field][]*api.Field{}, make(map[*api.Field]int, len(n.s.Fields))
	for i, f := range n.s.Fields {
		n.at[f] = i
		if n.under[f][nil] {
			n.roots++
		}
		if len(n.under[f]) == 1 {
			for in := range n.under[f] {
				n.in[in] = append(n.in[in], f)
			}
		}
	}
}

// members are the rows that belong into a row.
func (n *nesting) members(in *api.Field) []*api.Field {
	out := n.in[in]
	below := len(out) > 0 && n.at[out[len(out)-1]] > n.at[in]
	if 2*len(out) < len(n.holds[in]) || len(out) == 1 && !below {
		return nil
	}
	return out
}

// unprinted are the rows that go along with the members of a row although no example shows
// them. Above all examples of requests leave out much that one may send:
//
//	{"shelf": {"jars": []}}   wood is printed nowhere
//
// Beside the members they would be out of reach. They go along where that row is all that is
// printed of the body, and they stand between it and its members. In a request they also do
// so after the last member where the row is one object. In a response they do not: a list may
// have a count beside it, and an object the members of an error.
func (n *nesting) unprinted(in *api.Field, members []*api.Field) []*api.Field {
	if n.roots > 1 {
		return nil
	}
	from, to := n.at[in], n.at[in]
	for _, f := range members {
		from, to = min(from, n.at[f]), max(to, n.at[f])
	}
	if n.s.Request && in.Type.Kind == api.Object {
		to = len(n.s.Fields) - 1
	}
	var out []*api.Field
	for _, f := range n.s.Fields[from : to+1] {
		if len(n.under[f]) == 0 && f.Origin.How == api.FromColumn {
			out = append(out, f)
		}
	}
	return out
}

func (r *reconciler) nestRows(n *nesting) {
	n.index()
	parent := make(map[*api.Field]*api.Field)
	for _, in := range n.s.Fields {
		members := n.members(in)
		if len(members) == 0 {
			continue
		}
		for _, f := range members {
			parent[f] = in
			r.found.Add("docs/flat-rows", f.Origin.Page, f.Origin.Pos,
				f.Name+" stands beside "+in.Name+" in the table, but the example shows it only inside of that",
				relatedAt(in.Origin, "the row that it belongs to"), relatedAt(n.first[f], "the example"))
		}
		if n.under[in][nil] {
			for _, f := range n.unprinted(in, members) {
				parent[f] = in
				r.found.Add("docs/flat-rows", f.Origin.Page, f.Origin.Pos,
					f.Name+" stands beside "+in.Name+" in the table, but the example has all that it shows of the table inside of that",
					relatedAt(in.Origin, "the row that it belongs to"), relatedAt(n.first[in], "the example"))
			}
		}
	}
	all := n.s.Fields
	n.s.Fields = nil
	for _, f := range all {
		in := parent[f]
		if in == nil {
			n.s.Fields = append(n.s.Fields, f)
			continue
		}
		t := &in.Type
		for t.Kind == api.Array {
			t = t.Elem
		}
		if t.Schema == nil {
			t.Kind = api.Object
			t.Schema = &api.Schema{Name: r.unique(naming.Member(n.s.Name, in.Name), n.s.Side()), Label: in.Name, Request: n.s.Request, Origin: in.Origin}
			r.svc.Schemas = append(r.svc.Schemas, t.Schema)
		}
		t.Schema.Fields = append(t.Schema.Fields, f)
	}
}
