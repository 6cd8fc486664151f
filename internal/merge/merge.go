// Package merge makes one API of the operations that the pages of a set describe, each page
// by itself:
//
//	Operations  ids that are unique; pages that share a method and path become variants of
//	            one operation
//	Schemas     schemas that say the same become one; each gets a name that is unique
//	Version     the version that most paths have
//
// It takes and gives the model. Where pages contradict each other it chooses the one that
// comes first, and reports the choice.
package merge

import (
	"maps"
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// Version is the version that most paths have, "" where none has one; of two that as many
// have it is the first by name.
func Version(ops []*api.Operation) string {
	count := make(map[string]int)
	for _, op := range ops {
		if v := api.PathVersion(op.Path); v != "" {
			count[v]++
		}
	}
	best := ""
	for _, v := range slices.Sorted(maps.Keys(count)) {
		if count[v] > count[best] {
			best = v
		}
	}
	return best
}
