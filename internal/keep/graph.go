package keep

import (
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// graph is how operations and schemas use schemas, each use by its key in the file.
type graph struct {
	*Names
	svc *api.Service
	// winner is the structure that a name of the file stays with, and won the name that stays with
	// a structure.
	winner  map[string]*api.Schema
	won     map[*api.Schema]string
	nodes   map[*api.Schema][]*node // what becomes of each structure
	order   []*node
	at      map[string]*node           // by use
	queue   []use                      // uses to look at
	late    []use                      // uses that the file does not list
	fields  map[string]map[string]bool // the properties that the file lists for a name
	orphans map[string][]string        // names without a use when it was made, by properties; see sharing
	// taken are the names of schemas, and those of the file, in small letters; reserved are the
	// names that client generators derive from the ids of operations.
	taken, reserved map[string]bool
}

// use is a place that uses a structure.
type use struct {
	key    string
	schema *api.Schema
	op     *api.Operation // that leads to it
}

// node is a schema that the document will have. Structures that are one now and have several
// names in the file become several.
type node struct {
	name   string
	schema *api.Schema // as it was
	out    *api.Schema // as it is built
	op     *api.Operation
	uses   int
}

// uses lists the uses in a type. A value that may be of two structures has two.
func uses(t *api.Type, key string, op *api.Operation) []use {
	var out []use
	each(t, func(t *api.Type) { out = append(out, use{keyOf(out, t.Schema, key), t.Schema, op}) })
	return out
}

// each calls f for the types in t that are structures.
func each(t *api.Type, f func(*api.Type)) {
	for ; t != nil; t = t.Elem {
		if t.Schema != nil {
			f(t)
		}
		each(t.AlsoElem, f)
	}
}

// eachType calls f for the types of an operation, each with its key.
func eachType(op *api.Operation, f func(t *api.Type, key string)) {
	if op.Body != nil {
		f(&op.Body.Type, op.ID+" request")
	}
	for _, r := range op.Responses {
		key := op.ID + " " + strconv.Itoa(r.Status)
		if r.Status == api.DefaultStatus {
			key = op.ID + " default"
		}
		if r.Body != nil {
			f(&r.Body.Type, key)
		}
		for _, h := range r.Headers {
			f(&h.Type, key+" header "+h.Name)
		}
	}
	for _, q := range op.Params {
		f(&q.Type, op.ID+" "+string(q.In)+" "+q.Name)
	}
}

// inside calls f for the types of a structure, each with the key that it has where the
// structure has the name.
func inside(s *api.Schema, name string, f func(t *api.Type, key string)) {
	for _, field := range s.Fields {
		f(&field.Type, name+"."+field.Name)
	}
	f(s.Root, name+" []")
	f(s.Extra, name+" *")
}

// roots lists the uses in operations.
func (g *graph) roots() []use {
	var out []use
	for _, op := range g.svc.Operations {
		for _, one := range op.All() {
			eachType(one, func(t *api.Type, key string) { out = append(out, uses(t, key, one)...) })
		}
	}
	return out
}

// follow places the uses that the file lists.
func (g *graph) follow() {
	for len(g.queue) > 0 {
		u := g.queue[0]
		g.queue = g.queue[1:]
		name := g.listed(u.key)
		if name != "" && g.winner[name] == nil {
			g.winner[name] = u.schema
		}
		if name == "" || g.winner[name] != u.schema {
			g.late = append(g.late, u)
			continue
		}
		n := g.node(u.schema, name)
		if n == nil {
			n = g.add(name, u)
		}
		g.use(u.key, n)
	}
}

func (g *graph) use(key string, n *node) {
	if g.at[key] == nil {
		g.at[key] = n
		n.uses++
	}
}

func (g *graph) node(s *api.Schema, name string) *node {
	for _, n := range g.nodes[s] {
		if n.name == name {
			return n
		}
	}
	return nil
}

// existing is what a use that the file does not list shares with others that it lists: of
// several the one that is used most.
func (g *graph) existing(s *api.Schema) *node {
	var best *node
	for _, n := range g.nodes[s] {
		if best == nil || n.uses > best.uses {
			best = n
		}
	}
	return best
}

func (g *graph) add(name string, u use) *node {
	n := &node{name: name, schema: u.schema, op: u.op}
	g.nodes[u.schema] = append(g.nodes[u.schema], n)
	g.order = append(g.order, n)
	g.taken[strings.ToLower(name)] = true
	if g.winner[name] == nil {
		g.winner[name] = u.schema
	}
	inside(u.schema, name, func(t *api.Type, key string) { g.queue = append(g.queue, uses(t, key, u.op)...) })
	return n
}
