package openapi

import (
	"slices"
)

// Ordered writes a JSON text with the members of its objects in the order that they have in the
// objects at the same places of another one; those that it alone has come last, by name.
func Ordered(text, like []byte) ([]byte, error) {
	n, err := treeOfJSON(text)
	if err != nil {
		return nil, err
	}
	model, err := parse(like)
	if err != nil {
		return nil, err
	}
	n.orderLike(&model)
	return n.json(), nil
}

func (n *node) orderLike(model *node) {
	if n.kind != model.kind {
		return
	}
	switch n.kind {
	case aList:
		for i := range min(len(n.items), len(model.items)) {
			n.items[i].orderLike(&model.items[i])
		}
	case anObject:
		place := make(map[string]int, len(model.items))
		for i := range model.items {
			place[model.items[i].key] = i
		}
		for i := range n.items {
			at, there := place[n.items[i].key]
			if !there {
				at = len(place)
			} else {
				n.items[i].orderLike(&model.items[at])
			}
			n.items[i].rank = at
		}
		slices.SortStableFunc(n.items, func(a, b node) int { return a.rank - b.rank })
	}
}
