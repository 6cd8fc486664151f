package document

import (
	"maps"
	"slices"
)

// Sorted gives the keys of a map in order.
func Sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
