package keep

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// match finds for each variant of op the one of the file that it is: the id of that, or "". Pairs
// are made from the clearest on; where the evidence for several is the same, none of them is
// made, and unclear has the ids.
func match(before []variant, op *api.Operation) (same []string, unclear map[string]bool) {
	same, unclear = make([]string, len(op.Variants)), map[string]bool{}
	var pairs []pair
	for i, v := range op.Variants {
		e := evidenceOf(v)
		for j := range before {
			if n := likeness(&before[j], v.ID, e.Page, e.Case, e.Query, e.Body); n > 0 {
				pairs = append(pairs, pair{i, j, n})
			}
		}
	}
	for len(pairs) > 0 {
		best := slices.MaxFunc(pairs, func(a, b pair) int { return a.likeness - b.likeness }).likeness
		var now []pair
		for _, p := range pairs {
			if p.likeness == best {
				now = append(now, p)
			}
		}
		done := map[[2]int]bool{}
		for _, p := range now {
			done[[2]int{0, p.now}], done[[2]int{1, p.before}] = true, true
			if slices.ContainsFunc(now, func(q pair) bool { return q != p && (q.now == p.now || q.before == p.before) }) {
				unclear[before[p.before].id] = true
			} else {
				same[p.now] = before[p.before].id
			}
		}
		pairs = slices.DeleteFunc(pairs, func(p pair) bool { return done[[2]int{0, p.now}] || done[[2]int{1, p.before}] })
	}
	return same, unclear
}

// pair is a variant of the model and one of the file that may be the same.
type pair struct{ now, before, likeness int }

// likeness is how much speaks for a variant being the one of the file: its page, the id that it
// has without a lock, what its body has. Other query words, or a body that has nothing in common
// with its, speak against it: page and id then must both be the same, as where a table that
// was wrong is right now. 0 is not enough.
func likeness(old *variant, id, page, aCase string, query, body []string) int {
	n := 0
	if !slices.Equal(old.Query, query) && len(old.Query) > 0 && len(query) > 0 {
		n -= 3
	}
	if len(old.Body) > 0 && len(body) > 0 {
		if common := inBoth(old.Body, body); common > 0 {
			n += 4 * common / (len(old.Body) + len(body) - common)
		} else {
			n -= 2
		}
	}
	if old.Page == page {
		if n += 3; old.Case != "" && aCase != "" && old.Case != aCase {
			n -= 5 // another case of the page, unless all else says that it is the same
		}
	}
	if old.id == id {
		n += 2
	}
	if old.Case != "" && old.Case == aCase {
		n++
	}
	if n < 2 {
		return 0
	}
	return n
}

// inBoth counts the texts of a that b has.
func inBoth(a, b []string) int {
	n := 0
	for _, text := range a {
		if slices.Contains(b, text) {
			n++
		}
	}
	return n
}
