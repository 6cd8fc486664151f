package keep

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/merge"
)

// inOrder sorts the variants of an operation as the file lists them. What the operation has of the
// first of them then is as it was, too.
func (n *Names) inOrder(op *api.Operation) *api.Operation {
	if len(op.Variants) == 0 {
		return op
	}
	variants := kept(n, op.ID+" variants", op.Variants, func(v *api.Operation) string { return v.ID })
	if slices.Equal(variants, op.Variants) {
		return op
	}
	return merge.Join(variants, op.ID)
}

// order sorts what else stands in the order of the pages as the file lists it.
func (n *Names) order(svc *api.Service) {
	svc.Tags = kept(n, "tags", svc.Tags, func(t api.Tag) string { return t.Name })
	for _, op := range svc.Operations {
		for _, one := range op.All() {
			one.Params = kept(n, one.ID+" parameters", one.Params, (*api.Param).Key)
			n.nameParameters(one)
			slices.SortStableFunc(one.Params, api.CompareParams)
			for _, q := range one.Params {
				n.values(one.ID+" "+q.Key(), &q.Type, &q.Decided)
			}
		}
	}
	for _, s := range svc.Schemas {
		n.nameProperties(s)
		for _, f := range s.Fields {
			n.values(s.Name+"."+f.Name, &f.Type, &f.Decided)
		}
	}
}

// values sorts the enumerations of a field, and the kinds of one that has several.
func (n *Names) values(of string, t *api.Type, d *api.Decided) {
	for at := of; t != nil; t, at = t.Elem, at+" items" {
		if len(t.Also) > 0 {
			t.Order = kept(n, at+" kinds", t.Kinds(), func(k api.Kind) string { return string(k) })
		}
	}
	text := func(v api.Value) string { return v.JSON }
	d.Limits.Enum = kept(n, of+" values", d.Limits.Enum, text)
	d.Elems.Enum = kept(n, of+" item values", d.Elems.Enum, text)
	n.nameValues(of+" values", d, d.Limits)
	n.nameValues(of+" item values", d, d.Elems)
}

// kept sorts a list as the file lists it under a key, and writes it into the new file.
func kept[T any](n *Names, key string, list []T, name func(T) string) []T {
	list = sortedAs(list, n.old.Order[key], name)
	if len(list) > 1 {
		names := make([]string, len(list))
		for i, item := range list {
			names[i] = name(item)
		}
		n.next.Order[key] = names
	}
	return list
}

// sortedAs sorts a list as its items are listed; a new one comes after the one that the pages have
// before it.
func sortedAs[T any](list []T, listed []string, name func(T) string) []T {
	if len(listed) == 0 {
		return list
	}
	at := make(map[string]int, len(list)) // where an item is in the list, which the file has
	for i, item := range list {
		at[name(item)] = i
	}
	known := make([]bool, len(list))
	var order []int
	for _, item := range listed {
		if i, ok := at[item]; ok && !known[i] {
			known[i] = true
			order = append(order, i)
		}
	}
	sorted := make([]T, 0, len(list))
	addNew := func(i int) { // those from i on
		for ; i < len(list) && !known[i]; i++ {
			sorted = append(sorted, list[i])
		}
	}
	addNew(0)
	for _, i := range order {
		sorted = append(sorted, list[i])
		addNew(i + 1)
	}
	return sorted
}
