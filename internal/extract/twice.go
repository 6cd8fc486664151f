package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// namedOnce gives the placeholders of a path names of their own where a page has one name
// twice, since OpenAPI knows parameters by their names:
//
//	/v2/{project_id}/os-quota-sets/{project_id} → /v2/{project_id}/os-quota-sets/{project_id_2}
//
// The two may be one value or two: that of the token, and that of what is asked for. again are
// the further names of each.
func (p *page) namedOnce(line requestLine, path string) (named string, again map[string][]string) {
	names := urlpath.Params(path)
	taken, next := make(map[string]bool, len(names)), make(map[string]int) // next is the number to try for a further name
	for _, name := range names {
		taken[name] = true
	}
	seen := make(map[string]bool, len(names))
	var b strings.Builder
	for _, name := range names {
		before, after, _ := strings.Cut(path, "{"+name+"}")
		path = after
		b.WriteString(before)
		own := name
		if seen[name] {
			n := max(next[name], 2)
			for own = name + "_" + itoa(n); taken[own]; own = name + "_" + itoa(n) {
				n++
			}
			taken[own], next[name] = true, n+1
			if again == nil {
				again = make(map[string][]string)
			}
			again[name] = append(again[name], own)
			p.found.addf("docs/path-parameter-twice", line.pos, "the request line has {%s} twice; this one is taken for {%s}", name, own)
		}
		seen[name] = true
		b.WriteString("{" + own + "}")
	}
	b.WriteString(path)
	return b.String(), again
}

// nextName is the name of the path parameter that a further row of one name describes, the name
// itself where the path has no further placeholder of that name.
func (b *builder) nextName(name string) string {
	for _, own := range b.again[name] {
		if b.param(api.InPath, name) != nil && b.param(api.InPath, own) == nil {
			return own
		}
	}
	return name
}

// sameRow adds a further placeholder of a name that one row describes: it says the same of both.
func (b *builder) sameRow(own string) bool {
	for name, further := range b.again {
		first := b.param(api.InPath, name)
		if first == nil || !slices.Contains(further, own) {
			continue
		}
		f := *first
		f.Name = own
		f.Claims = slices.Clone(first.Claims)
		b.op.Params = append(b.op.Params, &api.Param{In: api.InPath, Field: f})
		return true
	}
	return false
}
