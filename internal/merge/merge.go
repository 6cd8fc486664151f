// Package merge makes one API of the operations that the pages of a set describe, each page
// by itself:
//
//	Operations  ids that are unique, each made of the operation's own page, method and path;
//	            pages that share a method and path become variants of one operation
//	Schemas     schemas that say the same become one, and those of responses that describe one
//	            resource in one version of the API, with the looser facts; each gets a name that
//	            is unique
//	Version     the version that most paths have
//
// It takes and gives the model. Which page comes first names nothing. Where pages contradict each
// other it reports what it chose.
package merge

import (
	"maps"
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// Version is the version that most paths have, "" where none has one; of two that as many
// have it is the first by name.
func Version(ops []*api.Operation) string {
	count := make(map[string]int)
	for _, op := range ops {
		if v := urlpath.Version(op.Path); v != "" {
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
