package keep

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/merge"
)

// takeNames notes the names that new schemas must not have.
func (g *graph) takeNames() {
	for _, names := range []lock.Names{g.old.Names, g.old.Gone} {
		for _, name := range names.Schemas {
			g.taken[strings.ToLower(name)] = true
		}
	}
	for _, op := range g.svc.Operations {
		for _, one := range op.All() {
			for _, name := range merge.Derived(one.ID) {
				g.reserved[name] = true
			}
		}
	}
}

// newName is the name of a structure that the file does not list where it is used: that of one
// whose uses are gone, where the two are alike, else a free one.
func (g *graph) newName(u use) string {
	if name := g.orphan(u.schema); name != "" {
		return name
	}
	own := u.schema.Name
	names := []string{own}
	if u.op != nil && !strings.HasPrefix(own, u.op.ID) {
		names = append(names, u.op.ID+own)
	}
	side := "Response"
	if u.schema.Request {
		side = "Request"
	}
	for _, name := range append(names, own+side, own+side+"Body") {
		if g.free(name) {
			return name
		}
	}
	return g.numbered(names[len(names)-1], g.free)
}

func (g *graph) free(name string) bool { return !g.taken[strings.ToLower(name)] && !g.reserved[name] }

// How much two structures must be alike, in percent of their properties, to be one that moved:
// less is enough where it would have the name without a lock, too.
const (
	alikeByName   = 50
	alikeByFields = 80
	fewFields     = 3 // with less, all structures are alike
)

// orphan is the name of the file that a structure had where it was used before: no use of it is
// left, and the two are alike. It is "" where there is none, or more than one.
func (g *graph) orphan(s *api.Schema) string {
	if g.isOrphan(s.Name) && len(s.Fields) > 0 && g.likeFields(s.Name, s) >= alikeByName {
		return s.Name
	}
	if len(s.Fields) < fewFields {
		return ""
	}
	found := ""
	for name := range g.sharing(s) {
		if g.likeFields(name, s) >= alikeByFields {
			if found != "" {
				return ""
			}
			found = name
		}
	}
	return found
}

// sharing are names of structures without a use, among them all that are alikeByFields: of two that
// are, one has all but few properties of the other, so one of any few more.
func (g *graph) sharing(s *api.Schema) map[string]bool {
	if g.orphans == nil {
		g.orphans = map[string][]string{}
		for name, fields := range g.old.Fields {
			if g.isOrphan(name) {
				for _, field := range fields {
					g.orphans[field] = append(g.orphans[field], name)
				}
			}
		}
	}
	names := make([]string, len(s.Fields))
	for i, f := range s.Fields {
		names[i] = f.Name
	}
	slices.SortFunc(names, func(a, b string) int { return len(g.orphans[a]) - len(g.orphans[b]) })
	out := map[string]bool{}
	for _, field := range names[:len(names)*(100-alikeByFields)/100+1] { // the rarest
		for _, name := range g.orphans[field] {
			if g.isOrphan(name) {
				out[name] = true
			}
		}
	}
	return out
}

func (g *graph) isOrphan(name string) bool { return g.old.Fields[name] != nil && g.winner[name] == nil }

// noteSchemas writes the schemas into the new file.
func (n *Names) noteSchemas(g *graph) {
	have := map[string]bool{}
	for key, at := range g.at {
		n.next.Schemas[key] = at.name
		have[at.name] = true
	}
	for _, at := range g.order {
		for _, f := range at.out.Fields {
			if have[at.name] {
				n.next.Fields[at.name] = append(n.next.Fields[at.name], f.Name)
			}
		}
	}
	reported := map[string]bool{}
	for i, names := range []lock.Names{n.old.Names, n.old.Gone} {
		for _, key := range sorted(names.Schemas) {
			name := names.Schemas[key]
			now := n.next.Schemas[key]
			live := i == 0
			switch {
			case !have[name]:
				if now == "" {
					n.next.Gone.Schemas[key] = name
				}
				if live && !reported[name] {
					n.changed("schema", name, now, "nothing uses it any more")
					reported[name] = true
				}
			case live && now != "" && now != name:
				n.changed("schema", name, now, "at "+key+" there is another structure now than at other uses of it")
			}
		}
	}
}
