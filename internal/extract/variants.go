package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// mergeVariants makes one operation of the pages that share a method and path: to a server
// they are one, to a caller they are several things to do.
func (x *extraction) mergeVariants(ops []*api.Operation) []*api.Operation {
	groups := make(map[string][]*api.Operation)
	var order []string
	written := make(map[string]*api.Operation) // shape of a path → the operation that first has it
	for _, op := range ops {
		shape := pathShape(op.Path)
		if first := written[shape]; first == nil {
			written[shape] = op
		} else if first.Path != op.Path {
			x.renamePathParams(op, first)
		}
		key := op.Method + " " + shape
		if len(groups[key]) == 0 {
			order = append(order, key)
		}
		groups[key] = append(groups[key], op)
	}
	taken := make(map[string]bool)
	for _, op := range ops {
		taken[op.ID] = true
	}
	var out []*api.Operation
	for _, key := range order {
		group := groups[key]
		if len(group) == 1 {
			out = append(out, group[0])
			continue
		}
		out = append(out, merged(group, taken))
	}
	return out
}

// renamePathParams gives the parameters of op's path the names that the set used first:
// OpenAPI has one path where only the names differ.
func (x *extraction) renamePathParams(op, first *api.Operation) {
	from, to := pathParams(op.Path), pathParams(first.Path)
	rename := make(map[string]string)
	for i, name := range from {
		if i >= len(to) || name == to[i] {
			continue
		}
		rename[name] = to[i]
		x.found.Addf("docs/path-parameter-name-differs", op.Origin.Page, op.Origin.Pos,
			"this page calls the path parameter {%s}, another page of the same path calls it {%s}", name, to[i])
		x.found.Relate(diag.Related{Page: first.Origin.Page, Pos: first.Origin.Pos, Message: "the path with the name that is taken"})
	}
	for _, q := range op.Params {
		if name, ok := rename[q.Name]; ok && q.In == api.InPath {
			q.Name = name
		}
	}
	op.Path = first.Path
}

// maxSummaries is how many titles the summary of an operation lists before it counts.
const maxSummaries = 5

// merged makes one operation of several. It takes a parameter that any variant has, and
// demands one only where all do.
func merged(group []*api.Operation, taken map[string]bool) *api.Operation {
	first := group[0]
	op := &api.Operation{
		Method: first.Method, Path: first.Path, Tag: first.Tag, DocURL: first.DocURL,
		Origin: first.Origin, Variants: group, Deprecated: true,
	}
	var summaries []string
	for _, v := range group {
		if !slices.Contains(summaries, v.Summary) {
			summaries = append(summaries, v.Summary)
		}
		op.Deprecated = op.Deprecated && v.Deprecated
	}
	if n := len(summaries) - maxSummaries; n > 0 {
		summaries = append(summaries[:maxSummaries], itoa(n)+" more")
	}
	op.Summary = strings.Join(summaries, " / ")
	op.ID = actionID(first, taken)
	for _, v := range group {
		for _, q := range v.Params {
			have := slices.IndexFunc(op.Params, func(r *api.Param) bool { return r.In == q.In && r.Name == q.Name })
			if have < 0 {
				c := *q
				c.Claims = slices.Clone(q.Claims)
				op.Params = append(op.Params, &c)
				continue
			}
			op.Params[have].Claims = commonClaims(op.Params[have].Claims, q.Claims)
		}
	}
	for _, q := range op.Params {
		for _, v := range group {
			has := slices.ContainsFunc(v.Params, func(r *api.Param) bool {
				return r.In == q.In && r.Name == q.Name && r.Need == api.NeedYes
			})
			if !has && q.In != api.InPath {
				q.Need = api.NeedNo
			}
		}
	}
	slices.SortStableFunc(op.Params, func(a, b *api.Param) int { return cmp.Compare(inRank(a.In), inRank(b.In)) })
	return op
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

// actionID names an operation that stands for several: its path says what they have in
// common, as "…/resources/{id}/action" is ResourcesAction.
func actionID(op *api.Operation, taken map[string]bool) string {
	var words []string
	for seg := range strings.SplitSeq(op.Path, "/") {
		if seg != "" && !strings.HasPrefix(seg, "{") && versionOf("/"+seg) == "" {
			words = append(words, naming.Pascal(seg))
		}
	}
	id := strings.Join(words[max(0, len(words)-2):], "")
	if names := pathParams(op.Path); id == "" && len(names) > 0 {
		id = naming.Pascal(names[len(names)-1])
	}
	if id == "" {
		id = "Root"
	}
	if len(words) < 2 || taken[id] {
		id = naming.Pascal(strings.ToLower(op.Method)) + id
	}
	for base, i := id, 2; taken[id]; i++ {
		id = base + itoa(i)
	}
	taken[id] = true
	return id
}

// uniqueIDs tells operations apart whose titles give one id: by the query words that only one
// has, by the version in brackets behind the title, by the path's version, by the folder,
// else by a number.
func uniqueIDs(ops []*api.Operation) {
	byID := make(map[string][]*api.Operation)
	taken := make(map[string]bool)
	for _, op := range ops {
		byID[op.ID] = append(byID[op.ID], op)
		taken[op.ID] = true
	}
	for _, op := range ops {
		same := byID[op.ID]
		if len(same) < 2 || same[0] == op {
			continue
		}
		base := op.ID
		for _, id := range []string{
			base + ownWords(op, same[0]),
			base + naming.Pascal(noteVersion(op.Summary)),
			base + naming.Pascal(versionOf(op.Path)),
			base + "In" + naming.Pascal(op.Tag),
		} {
			if !taken[id] && id != base && id != base+"In" {
				op.ID = id
				break
			}
		}
		for i := 2; op.ID == base; i++ {
			if id := base + itoa(i); !taken[id] {
				op.ID = id
			}
		}
		taken[op.ID] = true
	}
}

// ownWords are the query words of op that first lacks, as the end of an id.
func ownWords(op, first *api.Operation) string {
	out := ""
	for _, w := range op.Query {
		if !slices.Contains(first.Query, w) && w.Value == "" {
			out += naming.Pascal(w.Name)
		}
	}
	return out
}

// noteVersion is the version in brackets at the end of a title: "V2" of "Listing Things
// (V2)", or "".
func noteVersion(title string) string {
	head, ok := strings.CutSuffix(title, ")")
	if !ok {
		return ""
	}
	note := head[strings.LastIndexByte(head, '(')+1:]
	if versionOf("/"+note) == "" {
		return ""
	}
	return strings.ToUpper(note)
}
