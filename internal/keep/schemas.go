package keep

import (
	"cmp"
	"maps"
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// Schemas gives the schemas of a service their names, and their properties the order that the
// file has. The ids of the operations must be final.
func (n *Names) Schemas(svc *api.Service) {
	g := &graph{
		Names: n, svc: svc, winner: map[string]*api.Schema{}, won: map[*api.Schema]string{}, nodes: map[*api.Schema][]*node{}, at: map[string]*node{},
		fields: map[string]map[string]bool{}, taken: map[string]bool{}, reserved: map[string]bool{},
	}
	g.takeNames()
	g.keepers()
	g.assign()
	g.build()
	n.noteSchemas(g)
	n.order(svc)
}

func keyOf(before []use, s *api.Schema, key string) string {
	if len(before) > 0 && before[0].schema != s {
		return key + " also"
	}
	return key
}

// listed is the name that the file has for a use, "" where it lists none.
func (n *Names) listed(key string) string {
	if name := n.old.Schemas[key]; name != "" {
		return name
	}
	return n.old.Gone.Schemas[key]
}

// keepers decides which structure each name of the file stays with: of several at its uses the
// one that is most like what had it, then the one that is used more. What stands inside of structures
// that do not keep their name counts only where nothing else has the name.
func (g *graph) keepers() {
	g.choose(g.candidates(nil))
	g.choose(g.candidates(g.winner))
	for _, name := range slices.Sorted(maps.Keys(g.winner)) {
		s := g.winner[name]
		if other, ok := g.won[s]; !ok || g.likeFields(name, s) > g.likeFields(other, s) {
			g.won[s] = name
		}
	}
}

// candidate is a structure at uses for which the file lists a name, and how many these are.
type candidate struct {
	schema *api.Schema
	uses   int
}

// candidates are the structures at the uses of each name of the file. Where keep is given, what stands inside of a
// structure counts only where that is the one that keeps its name.
func (g *graph) candidates(keep map[string]*api.Schema) map[string][]candidate {
	at := map[string]map[*api.Schema]int{}
	out := map[string][]candidate{}
	queue := g.roots()
	for len(queue) > 0 {
		u := queue[0]
		queue = queue[1:]
		name := g.listed(u.key)
		if name == "" {
			continue
		}
		if at[name] == nil {
			at[name] = map[*api.Schema]int{}
		}
		if i, ok := at[name][u.schema]; ok {
			out[name][i].uses++
			continue
		}
		at[name][u.schema] = len(out[name])
		out[name] = append(out[name], candidate{u.schema, 1})
		if keep != nil && keep[name] != u.schema {
			continue
		}
		inside(u.schema, name, func(t *api.Type, key string) { queue = append(queue, uses(t, key, u.op)...) })
	}
	return out
}

// choose lets the best of its candidates keep each name.
func (g *graph) choose(candidates map[string][]candidate) {
	for name, all := range candidates {
		g.winner[name] = slices.MaxFunc(all, func(a, b candidate) int {
			return cmp.Or(g.likeFields(name, a.schema)-g.likeFields(name, b.schema), a.uses-b.uses)
		}).schema
	}
}

// likeFields is how much of the properties that the file lists for a name a structure has, and
// of its own that the file lists, in percent.
func (g *graph) likeFields(name string, s *api.Schema) int {
	listed := g.old.Fields[name]
	has := g.fields[name]
	if has == nil {
		has = make(map[string]bool, len(listed))
		for _, field := range listed {
			has[field] = true
		}
		g.fields[name] = has
	}
	common := 0
	for _, f := range s.Fields {
		if has[f.Name] {
			common++
		}
	}
	if all := len(s.Fields) + len(listed) - common; all > 0 {
		return 100 * common / all
	}
	return 100
}

// assign decides what each structure becomes, and which of that each use uses.
func (g *graph) assign() {
	g.queue = g.roots()
	g.follow()
	for len(g.late) > 0 {
		u := g.late[0]
		g.late = g.late[1:]
		if g.at[u.key] != nil {
			continue
		}
		n := g.existing(u.schema)
		if n == nil {
			n = g.add(g.lastingName(u), u)
		}
		g.use(u.key, n)
		g.follow()
	}
	for _, s := range g.svc.Schemas { // those that no operation uses
		if len(g.nodes[s]) == 0 {
			u := use{schema: s}
			g.add(g.newName(u), u)
			g.follow()
		}
	}
}

// lastingName is the name of a structure that no use has any more which the file lists: the one
// that it had inside of a structure that has another name now, or a new one.
func (g *graph) lastingName(u use) string {
	if name := g.won[u.schema]; name != "" && g.likeFields(name, u.schema) >= enoughAlike {
		return name
	}
	return g.newName(u)
}

// enoughAlike is how much of its properties, in percent, a structure must have in common with what
// had a name, to have it where it is used otherwise.
const enoughAlike = 50

// build makes the schemas: the first of each structure is the structure itself, the others are
// copies of it. Then it points all types at them.
func (g *graph) build() {
	g.svc.Schemas = withCopies(g.svc.Schemas, g.nodes)
	for _, n := range g.order {
		n.out.Name = n.name
	}
	if nodes := g.nodes[g.svc.ErrorBody]; len(nodes) > 0 {
		i := slices.IndexFunc(nodes, func(n *node) bool { return n.name == api.ErrorBodyName })
		g.svc.ErrorBody = nodes[max(i, 0)].out
	}
	for _, op := range g.svc.Operations {
		for _, one := range op.All() {
			eachType(one, g.point)
		}
	}
	for _, n := range g.order {
		inside(n.out, n.name, g.point)
		n.out.Fields = sortedAs(n.out.Fields, g.old.Fields[n.name], func(f *api.Field) string { return f.Name })
	}
}

// withCopies puts the copies of each schema right after it.
func withCopies(schemas []*api.Schema, nodes map[*api.Schema][]*node) []*api.Schema {
	var out []*api.Schema
	for _, s := range schemas {
		for i, n := range nodes[s] {
			if n.out = s; i > 0 {
				n.out = s.Clone()
			}
			out = append(out, n.out)
		}
	}
	return out
}

// point points a type at what its uses became.
func (g *graph) point(t *api.Type, key string) {
	var before []use
	each(t, func(t *api.Type) {
		was := t.Schema
		if n := g.at[keyOf(before, was, key)]; n != nil {
			t.Schema = n.out
		}
		before = append(before, use{schema: was})
	})
}
