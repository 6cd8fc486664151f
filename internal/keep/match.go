package keep

import (
	"maps"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// match finds for each variant of op the one of the file that it is: the id of that, or "". Pairs
// are made from the clearest on; where the evidence for several is the same, none of them is
// made, and unclear has the ids.
func match(before []variant, op *api.Operation) (same []string, unclear map[string]bool) {
	m := &matching{before: before, now: make([]variant, len(op.Variants)), same: make([]string, len(op.Variants)), done: make([]bool, len(before)), unclear: map[string]bool{}}
	for i, v := range op.Variants {
		m.now[i] = variant{id: v.ID, Variant: evidenceOf(v)}
	}
	// What nothing changed, and pages of which only the title did, are found without a comparison of
	// all with all; no other pair is more alike.
	m.identical(func(v *variant) string { return v.id + "\n" + v.evidence() })
	m.identical(func(v *variant) string { return v.Page })
	m.alike()
	return m.same, m.unclear
}

// matching is what is known of the variants of an operation and of those of the file.
type matching struct {
	before, now []variant
	same        []string // by variant, "" where none is found
	done        []bool   // those of the file that are looked at no more
	unclear     map[string]bool
}

// evidence is what a variant is known again by, except for its id.
func (v *variant) evidence() string {
	return strings.Join([]string{v.Page, v.Case, strings.Join(v.Query, "&"), strings.Join(v.Body, "&")}, "\n")
}

// identical pairs a variant with the one of the file that has the same evidence, where a key is that
// of these two only.
func (m *matching) identical(key func(*variant) string) {
	now, before := map[string][]int{}, map[string][]int{}
	for i := range m.now {
		if m.same[i] == "" {
			k := key(&m.now[i])
			now[k] = append(now[k], i)
		}
	}
	for j := range m.before {
		if !m.done[j] {
			k := key(&m.before[j])
			before[k] = append(before[k], j)
		}
	}
	for k, is := range now {
		if js := before[k]; len(is) == 1 && len(js) == 1 && m.now[is[0]].evidence() == m.before[js[0]].evidence() {
			m.same[is[0]], m.done[js[0]] = m.before[js[0]].id, true
		}
	}
}

// pair is a variant of the model and one of the file that may be the same.
type pair struct{ now, before, likeness int }

// mostPairs is how many variants are compared with all those of the file. Beyond it, they are
// unclear.
const mostPairs = 1 << 18

// alike pairs what is left by how much speaks for it.
func (m *matching) alike() {
	var rest, left []int
	for i, id := range m.same {
		if id == "" {
			rest = append(rest, i)
		}
	}
	for j, done := range m.done {
		if !done {
			left = append(left, j)
		}
	}
	if len(rest)*len(left) > mostPairs {
		for _, j := range left {
			m.unclear[m.before[j].id] = true
		}
		return
	}
	byLikeness := map[int][]pair{}
	for _, i := range rest {
		for _, j := range left {
			if n := likeness(&m.before[j], &m.now[i]); n > 0 {
				byLikeness[n] = append(byLikeness[n], pair{i, j, n})
			}
		}
	}
	seen := make([]bool, len(m.now)) // variants that are looked at no more
	for _, n := range slices.Backward(slices.Sorted(maps.Keys(byLikeness))) {
		pairs := slices.DeleteFunc(byLikeness[n], func(p pair) bool { return seen[p.now] || m.done[p.before] })
		ofNow, ofBefore := map[int]int{}, map[int]int{}
		for _, p := range pairs {
			ofNow[p.now]++
			ofBefore[p.before]++
		}
		for _, p := range pairs {
			seen[p.now], m.done[p.before] = true, true
			if ofNow[p.now] > 1 || ofBefore[p.before] > 1 {
				m.unclear[m.before[p.before].id] = true
			} else {
				m.same[p.now] = m.before[p.before].id
			}
		}
	}
}

// likeness is how much speaks for a variant being the one of the file: its page, the id that it
// has without a lock, what its body has. Other query words, or a body that has nothing in common
// with its, speak against it: page and id then must both be the same, as where a table that
// was wrong is right now. 0 is not enough.
func likeness(old, v *variant) int {
	n := 0
	if !slices.Equal(old.Query, v.Query) && len(old.Query) > 0 && len(v.Query) > 0 {
		n -= 3
	}
	if len(old.Body) > 0 && len(v.Body) > 0 {
		if common := inBoth(old.Body, v.Body); common > 0 {
			n += 4 * common / (len(old.Body) + len(v.Body) - common)
		} else {
			n -= 2
		}
	}
	if old.Page == v.Page {
		if n += 3; old.Case != "" && v.Case != "" && old.Case != v.Case {
			n -= 5 // another case of the page, unless all else says that it is the same
		}
	}
	if old.id == v.id {
		n += 2
	}
	if old.Case != "" && old.Case == v.Case {
		n++
	}
	if n < 2 {
		return 0
	}
	return n
}

// inBoth counts the texts that two lists have, each in order and once.
func inBoth(a, b []string) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch c := strings.Compare(a[0], b[0]); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			n, a, b = n+1, a[1:], b[1:]
		}
	}
	return n
}
