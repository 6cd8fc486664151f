package change

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// Rules of ours, for what oasdiff cannot see or sees otherwise.
const (
	ruleMoved         = "operation-moved"
	ruleTaken         = "operation-id-means-another"
	ruleRemoved       = "operation-removed"
	ruleAdded         = "operation-added"
	ruleRenamed       = "operation-id-renamed"
	rulePathParameter = "path-parameter-renamed"
)

// changes tells of operations that came, went, moved or have another id.
func (m *matching) changes(a, b *form) (moved, others []Change) {
	for _, p := range m.took {
		moved = append(moved, change(p.new.ID, ruleTaken, Breaking, a, b, p, fmt.Sprintf(
			"calls %s, which is another operation; what it called, %s, is %s", called(p.new, p.old), called(p.old, p.new), m.fate(p.old))))
	}
	for _, p := range m.pairs {
		if p.moved() {
			moved = append(moved, change(p.new.ID, ruleMoved, Breaking, a, b, p, fmt.Sprintf("calls %s, was %s", called(p.new, p.old), called(p.old, p.new))))
		}
		if p.old.Named && p.new.Named && p.old.ID != p.new.ID {
			c := change(p.new.ID, ruleRenamed, Breaking, a, b, p, "was named "+p.old.ID)
			c.Effects = []Effect{{GoUsers, Breaking, ruleRenamed, []string{p.new.ID}}}
			others = append(others, c)
		}
		if from, to := urlpath.Params(p.old.Path), urlpath.Params(p.new.Path); !p.moved() && !slices.Equal(from, to) {
			others = append(others, change(p.new.ID, rulePathParameter, Compatible, a, b, p, "path "+p.old.Path+" is written "+p.new.Path))
		}
	}
	successors := m.successors()
	for _, op := range m.removed {
		text := "gone: " + called(op, op)
		if next := successors[op.Source]; next != nil {
			text += "; its page describes " + next.ID + " now"
		}
		others = append(others, change(op.ID, ruleRemoved, Breaking, a, b, pair{old: op}, text))
	}
	for _, op := range m.added {
		others = append(others, change(op.ID, ruleAdded, Compatible, a, b, pair{new: op}, "new: "+called(op, op)))
	}
	return moved, others
}

// successors are the new operations by the pages of those that are gone: of pages that lost one operation and
// got one.
func (m *matching) successors() map[string]*document.Operation {
	lost, got := map[string]int{}, map[string][]*document.Operation{}
	for _, op := range m.removed {
		lost[op.Source]++
	}
	for _, op := range m.added {
		got[op.Source] = append(got[op.Source], op)
	}
	out := map[string]*document.Operation{}
	for page, n := range lost {
		if page != "" && n == 1 && len(got[page]) == 1 {
			out[page] = got[page][0]
		}
	}
	return out
}

// fate says what became of an operation.
func (m *matching) fate(op *document.Operation) string {
	for _, p := range m.pairs {
		if p.old == op {
			return "now " + p.new.ID
		}
	}
	return "gone"
}

// called is the request line of an operation, with what tells it from the other one where both
// have one endpoint: the words of its query, and the members of its body.
func called(op, other *document.Operation) string {
	out := op.Method + " " + op.Path
	var words []string
	for _, f := range op.Fixed {
		words = append(words, f.Name+"="+f.Value)
	}
	if len(words) > 0 {
		out += "?" + strings.Join(words, "&")
	}
	if all := members(op); len(all) > 0 && (op != other || op.Variant >= 0) && endpoint(op) == endpoint(other) {
		out += " with " + strings.Join(all, ", ")
	}
	return out
}

func change(id, rule string, l Level, a, b *form, p pair, text string) Change {
	c := Change{Subject: document.OneLine(id), Text: document.OneLine(text)}
	c.add(Callers, l, rule, id)
	c.Old, c.New = where(a.of(p.old), b.of(p.new), "")
	return c
}

// of is the element of an operation as a whole.
func (f *form) of(op *document.Operation) *element {
	if op == nil {
		return nil
	}
	return &element{form: f, pointer: op.Pointer, label: op.ID, page: op.Source}
}
