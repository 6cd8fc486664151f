package merge

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// Operations gives the operations of all pages, in the order of the pages, ids of their own
// and makes one operation of those that share a method and path: to a server they are one,
// to a caller they are several things to do.
func Operations(ops []*api.Operation, found *diag.List) []*api.Operation {
	shareParamNames(ops, found)
	groups := byRequestLine(ops)
	wholes := decideIDs(groups)
	var out []*api.Operation
	for i, group := range groups {
		if len(group) == 1 {
			out = append(out, group[0])
			continue
		}
		samePages(group, found)
		out = append(out, merged(group, wholes[i]))
	}
	return out
}

// byRequestLine groups the operations that share a method and path, in the order of the first.
func byRequestLine(ops []*api.Operation) [][]*api.Operation {
	index := make(map[string]int)
	var groups [][]*api.Operation
	for _, op := range ops {
		key := op.Method + " " + urlpath.Shape(op.Path)
		i, ok := index[key]
		if !ok {
			i = len(groups)
			index[key] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], op)
	}
	return groups
}

// samePages reports pages that describe one operation under one title: readers cannot know
// which of them is right, and a change of one is easily forgotten in the other.
func samePages(group []*api.Operation, found *diag.List) {
	first := make(map[string][]*api.Operation) // by title; the first two are of two pages
	for _, op := range group {
		if op.Summary == "" {
			continue
		}
		title := strings.ToLower(op.Summary)
		one := first[title]
		j := slices.IndexFunc(one, func(o *api.Operation) bool { return o.Origin.Page != op.Origin.Page })
		if len(one) == 0 || j == 0 {
			first[title] = append(one, op)
		}
		if j < 0 {
			continue
		}
		found.Addf("docs/page-twice", op.Origin.Page, op.Origin.Pos, "another page describes %s %s under the title %s, too", op.Method, op.Path, diag.Quote(op.Summary)).
			Related(diag.Related{Page: one[j].Origin.Page, Pos: one[j].Origin.Pos, Message: "the other page"})
	}
}

// shareParamNames gives the parameters of each path the names that the set used first:
// OpenAPI has one path where only the names differ.
func shareParamNames(ops []*api.Operation, found *diag.List) {
	written := make(map[string]*api.Operation) // shape of a path → the operation that first has it
	for _, op := range ops {
		shape := urlpath.Shape(op.Path)
		switch first := written[shape]; {
		case first == nil:
			written[shape] = op
		case first.Path != op.Path:
			renamePathParams(op, first, found)
		}
	}
}

func renamePathParams(op, first *api.Operation, found *diag.List) {
	from, to := urlpath.Params(op.Path), urlpath.Params(first.Path)
	rename := make(map[string]string)
	for i, name := range from {
		if i >= len(to) || name == to[i] {
			continue
		}
		rename[name] = to[i]
		found.Addf("docs/path-parameter-name-differs", op.Origin.Page, op.Origin.Pos,
			"this page calls the path parameter {%s}, another page of the same path calls it {%s}", name, to[i]).
			Related(diag.Related{Page: first.Origin.Page, Pos: first.Origin.Pos, Message: "the path with the name that is taken"})
	}
	for _, q := range op.Params {
		if name, ok := rename[q.Name]; ok && q.In == api.InPath {
			q.Name = name
		}
	}
	op.Path = first.Path
}

// merged makes one operation of several. It takes a parameter that any variant has, and
// demands one only where all do.
func merged(group []*api.Operation, id string) *api.Operation {
	first := group[0]
	op := &api.Operation{
		ID: id, Method: first.Method, Path: first.Path, Summary: summary(group),
		Tag: first.Tag, DocURL: first.DocURL, Origin: first.Origin, Variants: group, Deprecated: true,
	}
	for _, v := range group {
		op.Deprecated = op.Deprecated && v.Deprecated
		for _, q := range v.Params {
			if have := sameParam(op.Params, q); have != nil {
				have.Claims = commonClaims(have.Claims, q.Claims)
				continue
			}
			c := *q
			c.Claims = slices.Clone(q.Claims)
			op.Params = append(op.Params, &c)
		}
	}
	for _, q := range op.Params {
		if q.In != api.InPath && !demandedByAll(group, q) {
			q.Need = api.NeedNo
		}
	}
	slices.SortStableFunc(op.Params, api.CompareParams)
	return op
}

// Join makes one operation of some that share a method and path; one is enough.
func Join(group []*api.Operation, id string) *api.Operation { return merged(group, id) }

// isWhole reports whether all operations are cases of one that one page describes.
func isWhole(group []*api.Operation) bool {
	return !slices.ContainsFunc(group, func(op *api.Operation) bool {
		return op.Whole == "" || op.Whole != group[0].Whole || op.Origin != group[0].Origin
	})
}

func demandedByAll(group []*api.Operation, q *api.Param) bool {
	for _, v := range group {
		if p := sameParam(v.Params, q); p == nil || p.Need != api.NeedYes {
			return false
		}
	}
	return true
}

// sameParam is the one of params that stands where q stands, under q's name, or nil.
func sameParam(params []*api.Param, q *api.Param) *api.Param {
	for _, p := range params {
		if p.In == q.In && p.Name == q.Name {
			return p
		}
	}
	return nil
}

// maxSummaries is how many titles the summary of an operation lists before it counts.
const maxSummaries = 5

// summary joins the different titles of the variants.
func summary(group []*api.Operation) string {
	if isWhole(group) {
		return strings.TrimSuffix(group[0].Summary, ": "+group[0].Case)
	}
	var titles []string
	for _, v := range group {
		if v.Summary != "" && !slices.Contains(titles, v.Summary) {
			titles = append(titles, v.Summary)
		}
	}
	if n := len(titles) - maxSummaries; n > 0 {
		titles = append(titles[:maxSummaries], strconv.Itoa(n)+" more")
	}
	return strings.Join(titles, " / ")
}

// commonClaims are the claims of a that b makes too. What one page says of a parameter
// need not hold for the operation that another page describes.
func commonClaims(a, b []api.Claim) []api.Claim {
	return slices.DeleteFunc(a, func(x api.Claim) bool {
		return !slices.ContainsFunc(b, func(y api.Claim) bool {
			return x.Fact == y.Fact && x.Elems == y.Elems && slices.Equal(x.Values, y.Values)
		})
	})
}
