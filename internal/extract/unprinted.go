package extract

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// maxElements bounds how many elements the rows of a page add to what is printed.
const maxElements = 500

// growth adds elements to a skeleton, up to maxElements.
type growth struct {
	root  *node
	added int
}

// add adds an element to a parent, and reports whether there was room for it.
func (g *growth) add(parent *node, name string, origin api.Origin) bool {
	if g.added >= maxElements {
		return false
	}
	parent.add(name, origin)
	g.added++
	return true
}

// addUnprinted adds the elements that only the rows show: below the parents that they name,
// else beside the element of the row above. A row may name a parent that a later row adds, so
// it is done again while something was added.
func addUnprinted(root *node, rows []*row) {
	g := &growth{root: root}
	shown := shownElsewhere(root, rows)
	for again := true; again; {
		again = false
		for _, r := range rows {
			below := !shown[r] && g.addToParents(r)
			inside := g.addChildren(r, rows)
			again = again || below || inside
		}
	}
	g.addBeside(rows)
}

// shownElsewhere are the rows whose element is printed in another parent than they name: what
// is printed overrules that.
func shownElsewhere(root *node, rows []*row) map[*row]bool {
	same := make(map[string]int)
	for _, r := range rows {
		same[r.field.Name]++
	}
	out := make(map[*row]bool)
	for _, r := range rows {
		at, parents := root.find(r.field.Name), r.parents()
		out[r] = len(at) >= same[r.field.Name] && !slices.ContainsFunc(at, func(n *node) bool { return n.isIn(parents) })
	}
	return out
}

// addToParents adds the element of a row to each parent that the row names and that lacks it.
func (g *growth) addToParents(r *row) (added bool) {
	for _, path := range r.parents() {
		if path == dialect.NoParent {
			continue
		}
		for _, parent := range g.root.find(path) {
			if parent.kid(r.field.Name) == nil && parent.name != r.field.Name && g.add(parent, r.field.Name, r.field.Origin) {
				added = true
			}
		}
	}
	return added
}

// addChildren adds the elements that a row names as those inside its own, where rows describe
// them and they stand nowhere yet.
func (g *growth) addChildren(r *row, rows []*row) (added bool) {
	for _, name := range dialect.ElementChildren(r.field.Text) {
		if !slices.ContainsFunc(rows, func(q *row) bool { return q.field.Name == name }) {
			continue
		}
		for _, parent := range g.root.find(r.field.Name) {
			if len(g.root.find(name)) == 0 && g.add(parent, name, r.field.Origin) {
				added = true
			}
		}
	}
	return added
}

// addBeside adds the elements that still stand nowhere beside the element of the row above, or
// into that where it holds others.
func (g *growth) addBeside(rows []*row) {
	last := g.root
	for _, r := range rows {
		at := g.root.find(r.field.Name)
		switch {
		case len(at) == 0:
			g.add(last, r.field.Name, r.field.Origin)
		case len(at[0].kids) > 0:
			last = at[0]
		case at[0].parent != nil:
			last = at[0].parent
		}
	}
}
