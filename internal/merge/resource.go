package merge

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// resource is what the operations whose responses have a structure tell of what it describes.
type resource struct {
	versions    map[string]bool // of the API; none where no path has one
	collections map[string]bool // what the paths speak of: "vaults/policies"
	named       map[string]bool // the words of the paths that are called as the structure, or end so: "vault"
	nouns       map[string]bool // the last words of the paths: "Policy"
}

func (r *resource) init() {
	if r.collections == nil {
		*r = resource{versions: make(map[string]bool), collections: make(map[string]bool), named: make(map[string]bool), nouns: make(map[string]bool)}
	}
}

// add notes an operation whose response has the structure.
func (r *resource) add(op *api.Operation, s *api.Schema) {
	r.init()
	if v := urlpath.Version(op.Path); v != "" {
		r.versions[v] = true
	}
	words, name := naming.Collection(op.Path, urlpath.IsVersion), resourceName(s)
	r.collections[strings.Join(words, "/")+"?"+queryWords(op)] = true
	noun := ""
	for _, w := range words {
		noun = naming.Singular(w)
		if w = strings.ToLower(noun); name != "" && strings.HasSuffix(w, name) {
			r.named[w] = true
		}
	}
	r.nouns[noun] = true
}

// join adds what another page tells.
func (r *resource) join(o *resource) {
	r.init()
	maps.Copy(r.versions, o.versions)
	maps.Copy(r.collections, o.collections)
	maps.Copy(r.named, o.named)
	maps.Copy(r.nouns, o.nouns)
}

// noun is what all paths speak of last, as a name, or "".
func (r *resource) noun() string {
	for noun := range r.nouns {
		if len(r.nouns) == 1 {
			return noun
		}
	}
	return ""
}

// without is the name of a structure without what all paths speak of: the "ClusterStatus" of a cluster is what other pages
// call its "status".
func (r *resource) without(s *api.Schema) string {
	name, noun := naming.Singular(naming.Pascal(s.Label)), r.noun()
	if n := len(noun); n < len(name) && strings.EqualFold(name[:n], noun) && unicode.IsUpper(rune(name[n])) {
		name = name[n:]
	}
	return strings.ToLower(name)
}

// version is the version of the operations as a text; a structure has one of several only where other
// ones became part of it.
func (r *resource) version() string {
	return strings.Join(slices.Sorted(maps.Keys(r.versions)), " ")
}

// sameVersion reports whether nothing says that two structures are of different versions of the API.
func (r *resource) sameVersion(o *resource) bool {
	return len(r.versions) == 0 || len(o.versions) == 0 || intersect(r.versions, o.versions)
}

// isOf reports whether the paths say that two structures of the name describe one resource: they speak of
// one collection, or each has the name in it. "flink-jobs" are jobs as "jobs" are, but
// "training-jobs" and "test-jobs" are two things.
func (r *resource) isOf(o *resource, name string) bool {
	return intersect(r.collections, o.collections) || intersect(r.named, o.named) ||
		r.named[name] && len(o.named) > 0 || o.named[name] && len(r.named) > 0
}

func intersect(a, b map[string]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}
