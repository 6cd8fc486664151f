package keep

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/merge"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// Operations gives the operations their ids. An operation that had variants keeps that form with
// the last of them, because callers call variants; one that had none and gets some keeps its id,
// which the variant has, too, that was the operation before. The result takes the place of ops.
func (n *Names) Operations(ops []*api.Operation) []*api.Operation {
	known, variants := n.lines()
	var fresh []func() // what has no name in the file gets one after all that has
	out := make([]*api.Operation, len(ops))
	for i, op := range ops {
		line := lineOf(op)
		old, isKnown := known[line]
		before := variants[line]
		if isKnown && len(before) == 0 && len(op.Variants) > 0 { // the operation itself was what is a variant now
			before = []variant{{old.ID, old.live, lock.Variant{Of: op.Method + " " + op.Path, Page: old.Page}}}
		}
		if len(before) > 0 && len(op.Variants) == 0 {
			op = merge.Join([]*api.Operation{op}, op.ID)
		}
		out[i] = op
		if isKnown {
			op.ID = old.ID
		} else {
			fresh = append(fresh, func() { op.ID = n.freeID(op, op.ID) })
		}
		if len(op.Variants) > 0 {
			fresh = append(fresh, n.variants(op, before)...)
		}
	}
	for _, name := range fresh {
		name()
	}
	for i := range out {
		out[i] = n.inOrder(out[i])
		n.note(out[i])
	}
	n.goneOperations()
	return out
}

// operation and variant are entries of the file.
type (
	operation struct {
		live bool
		lock.Operation
	}
	variant struct {
		id   string
		live bool
		lock.Variant
	}
)

// lines lists the operations of the file, and their variants, by method and shape of path.
// Those that are gone are listed too: what comes back is known again.
func (n *Names) lines() (map[string]operation, map[string][]variant) {
	known, variants := map[string]operation{}, map[string][]variant{}
	for i, names := range []lock.Names{n.old.Names, n.old.Gone} {
		for line, op := range names.Operations {
			known[urlpath.Shape(line)] = operation{i == 0, op}
		}
		for _, id := range sorted(names.Variants) {
			v := names.Variants[id]
			v.Query, v.Body = slices.Sorted(slices.Values(v.Query)), slices.Sorted(slices.Values(v.Body))
			line := urlpath.Shape(v.Of)
			variants[line] = append(variants[line], variant{id, i == 0, v})
		}
	}
	return known, variants
}

func lineOf(op *api.Operation) string { return urlpath.Shape(op.Method + " " + op.Path) }

// variants names the variants of an operation that are those of the file, and gives what
// names the others.
func (n *Names) variants(op *api.Operation, before []variant) (fresh []func()) {
	first := op.Variants[0]
	whole := first.Whole != "" && !slices.ContainsFunc(op.Variants, func(v *api.Operation) bool {
		return v.Whole != first.Whole || v.Origin != first.Origin
	})
	same, unclear := match(before, op)
	found := map[string]bool{}
	for _, id := range same {
		found[id] = true
	}
	for i, v := range op.Variants {
		if whole { // one page describes all, so the operation's id is that of the page
			fresh = append(fresh, func() { v.Whole = op.ID })
		}
		if same[i] != "" {
			v.ID = same[i]
			continue
		}
		fresh = append(fresh, func() { v.ID = n.freeID(v, v.ID) })
	}
	for _, old := range before {
		if found[old.id] {
			continue
		}
		n.next.Gone.Variants[old.id] = old.Variant
		if !old.live {
			continue
		}
		why := "no page describes this use of " + op.Method + " " + op.Path + " any more"
		if unclear[old.id] {
			why = "the pages that describe uses of " + op.Method + " " + op.Path + " now cannot be told apart"
		}
		n.changed("variant", old.id, "", why)
	}
	return fresh
}

// note writes the operation into the new file.
func (n *Names) note(op *api.Operation) {
	line := op.Method + " " + op.Path
	n.next.Operations[line] = lock.Operation{ID: op.ID, Page: op.Origin.Page}
	for _, v := range op.Variants {
		e := evidenceOf(v)
		n.next.Variants[v.ID] = lock.Variant{Of: line, Page: e.Page, Case: e.Case, Query: e.Query, Body: e.Body}
	}
}

// goneOperations lists what the file had and the model has not.
func (n *Names) goneOperations() {
	have := map[string]bool{}
	for line := range n.next.Operations {
		have[urlpath.Shape(line)] = true
	}
	for _, names := range []lock.Names{n.old.Names, n.old.Gone} {
		for _, line := range sorted(names.Operations) {
			if have[urlpath.Shape(line)] {
				continue
			}
			n.next.Gone.Operations[line] = names.Operations[line]
			if _, live := n.old.Operations[line]; live {
				n.changed("operation", names.Operations[line].ID, "", "no page describes "+line+" any more")
			}
		}
		for _, id := range sorted(names.Variants) {
			if v := names.Variants[id]; !have[urlpath.Shape(v.Of)] {
				n.next.Gone.Variants[id] = v
				if _, live := n.old.Variants[id]; live && n.old.Operations[v.Of].ID != id {
					n.changed("variant", id, "", "no page describes "+v.Of+" any more")
				}
			}
		}
	}
}

// evidenceOf is what a variant is known again by.
func evidenceOf(v *api.Operation) lock.Variant {
	out := lock.Variant{Page: v.Origin.Page, Case: v.Case}
	for _, w := range v.Query {
		out.Query = append(out.Query, strings.TrimSuffix(w.Name+"="+w.Value, "="))
	}
	if v.Body != nil && v.Body.Type.Schema != nil {
		for _, f := range v.Body.Type.Schema.Fields {
			out.Body = append(out.Body, f.Name)
		}
	}
	slices.Sort(out.Query)
	slices.Sort(out.Body)
	out.Body = slices.Compact(out.Body)
	return out
}
