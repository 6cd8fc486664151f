package overlay

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	yaml "github.com/pb33f/go-yaml"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// Row is a row of a table of the documentation.
type Row struct {
	Line  int
	Cells []string
}

// Rows gives the rows of all tables of a page; false where there is no such page.
type Rows func(page string) ([]Row, bool)

// Apply corrects a document, given as JSON, by the actions of all files in their order. The
// error names every action that is of no use any more; nothing comes out then.
func Apply(spec []byte, files []*File, rows Rows) ([]byte, error) {
	root, err := parse(spec)
	if err != nil {
		return nil, fmt.Errorf("the document is not JSON: %w", err)
	}
	var errs []error
	for _, f := range files {
		for _, a := range f.actions {
			errs = append(errs, a.stands(rows), a.apply(root))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := write(&b, root); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// stands checks that the documentation still says what the action overrules. Each place of
// an action is a row of its own, so that of two equal rows none is repaired unseen.
func (a *action) stands(rows Rows) error {
	var errs []error
	taken := make(map[string]bool)
	for _, p := range slices.SortedStableFunc(slices.Values(a.docs), exactFirst(rows)) {
		all, ok := rows(p.page)
		switch {
		case !ok:
			errs = append(errs, fmt.Errorf("%s: there is no page %s any more: look again whether the correction is needed", a.name, p.page))
		case p.absent != "":
			if i := slices.IndexFunc(all, func(r Row) bool { return says(r, []string{p.absent}) }); i >= 0 {
				errs = append(errs, fmt.Errorf("%s: %s:%d has a row %s by now: look again whether the correction is needed", a.name, p.page, all[i].Line, p.absent))
			}
		default:
			if !p.take(all, taken) {
				errs = append(errs, fmt.Errorf("%s: no row of %s says %q any more%s: look again whether the correction is needed",
					a.name, p.page, strings.Join(p.row, " | "), p.others(all)))
			}
		}
	}
	return errors.Join(errs...)
}

// exactFirst puts places whose line is still right before those that have moved.
func exactFirst(rows Rows) func(a, b place) int {
	moved := func(p place) int {
		all, _ := rows(p.page)
		if slices.ContainsFunc(all, func(r Row) bool { return r.Line == p.line && says(r, p.row) }) {
			return 0
		}
		return 1
	}
	return func(a, b place) int { return moved(a) - moved(b) }
}

// take finds the row of a place that no other place has: the one at its line, or else the
// first.
func (p place) take(all []Row, taken map[string]bool) bool {
	found := ""
	for i, r := range all {
		key := fmt.Sprint(p.page, "\x00", i)
		if taken[key] || !says(r, p.row) {
			continue
		}
		if r.Line == p.line {
			found = key
			break
		}
		if found == "" {
			found = key
		}
	}
	taken[found] = true
	return found != ""
}

// others tells where the rows of that name stand, for a message.
func (p place) others(all []Row) string {
	var lines []string
	for _, r := range all {
		if says(r, p.row[:1]) {
			lines = append(lines, fmt.Sprint(r.Line))
		}
	}
	if len(lines) == 0 {
		return ""
	}
	return fmt.Sprintf(" (%s stands at line %s)", p.row[0], strings.Join(lines, ", "))
}

// says reports whether the row begins with the first fact and has the others in cells
// after it, in their order.
func says(r Row, facts []string) bool {
	if len(facts) == 0 || len(r.Cells) == 0 || words(r.Cells[0]) != facts[0] {
		return false
	}
	facts = facts[1:]
	for _, cell := range r.Cells[1:] {
		if len(facts) > 0 && words(cell) == facts[0] {
			facts = facts[1:]
		}
	}
	return len(facts) == 0
}

// apply changes what the target selects, and marks the schemas that it changed.
func (a *action) apply(root *yaml.Node) error {
	targets := a.path.Query(root)
	if len(targets) == 0 {
		return fmt.Errorf("%s: the target matches nothing", a.name)
	}
	before := clone(root)
	if a.update == nil {
		gone := make(map[*yaml.Node]bool)
		for _, n := range targets {
			if n == root {
				return fmt.Errorf("%s: the target is the whole document", a.name)
			}
			gone[n] = true
		}
		remove(root, gone)
	} else {
		idle := 0
		for _, n := range targets {
			if n.Kind == yaml.ScalarNode {
				return fmt.Errorf("%s: the target is a single value; an update goes into the object around it", a.name)
			}
			old := clone(n)
			if merge(n, a.update); equal(old, n) {
				idle++
			}
		}
		switch {
		case idle == len(targets):
			return fmt.Errorf("%s: it changes nothing any more: remove it", a.name)
		case idle > 0:
			return fmt.Errorf("%s: it changes nothing any more at %d of its %d targets: narrow the target", a.name, idle, len(targets))
		}
	}
	mark(before, root, false, nil, a.seen[0])
	return nil
}

// schemas are the keys of a schema that hold schemas: one, several by name, or a list.
var schemas = map[string]string{
	"items": "one", "additionalProperties": "one", "not": "one",
	"properties": "each", "allOf": "each", "oneOf": "each", "anyOf": "each",
}

// mark writes the evidence into each schema that differs from before in itself, not only in
// a schema inside it. around is the schema that the two nodes are in, nil outside of all.
func mark(before, after *yaml.Node, isSchema bool, around *yaml.Node, seen string) {
	if equal(before, after) {
		return
	}
	if isSchema && after.Kind == yaml.MappingNode {
		around = after
	}
	pairs, same := align(before, after)
	for _, p := range pairs {
		kind := inside(p.key, isSchema, around != nil)
		switch {
		case around == nil && (p.key == "example" || p.key == "examples"):
			// data: what looks like a schema in there is none
		case kind == "each" && p.before != nil:
			each(p.before, p.after, around, seen)
		case kind == "one" && p.before == nil:
			note(p.after, seen)
		case p.before == nil:
			same = false
		default:
			mark(p.before, p.after, kind == "one", around, seen)
		}
	}
	if (!same || len(pairs) == 0) && around != nil {
		note(around, seen)
	}
}

// each marks inside a mapping or a list whose values are schemas.
func each(before, after, around *yaml.Node, seen string) {
	pairs, same := align(before, after)
	for _, p := range pairs {
		if p.before == nil {
			note(p.after, seen)
			continue
		}
		mark(p.before, p.after, true, around, seen)
	}
	if !same && around != nil {
		note(around, seen)
	}
}

// inside says what the value of a key is: "one" schema, "each" of its values is one, or "".
func inside(key string, isSchema, within bool) string {
	switch {
	case isSchema:
		return schemas[key]
	case within:
		return "" // an example, a default: data
	case key == "schema":
		return "one"
	case key == "schemas":
		return "each"
	}
	return ""
}

type pair struct {
	key           string
	before, after *yaml.Node // before is nil of a new value
}

// align pairs the values of two nodes, and reports whether nothing of before is missing.
func align(before, after *yaml.Node) (pairs []pair, same bool) {
	if before.Kind != after.Kind || before.Kind == yaml.ScalarNode {
		return nil, false
	}
	if before.Kind == yaml.SequenceNode {
		if len(before.Content) > len(after.Content) {
			return nil, false
		}
		for i, c := range after.Content {
			p := pair{after: c}
			if i < len(before.Content) {
				p.before = before.Content[i]
			}
			pairs = append(pairs, p)
		}
		return pairs, true
	}
	same = true
	for i := 0; i+1 < len(after.Content); i += 2 {
		_, old := member(before, after.Content[i].Value)
		pairs = append(pairs, pair{after.Content[i].Value, old, after.Content[i+1]})
	}
	for i := 0; i+1 < len(before.Content); i += 2 {
		if _, v := member(after, before.Content[i].Value); v == nil {
			same = false
		}
	}
	return pairs, same
}

// note adds the evidence to a schema.
func note(schema *yaml.Node, seen string) {
	if schema.Kind != yaml.MappingNode {
		return
	}
	_, v := member(schema, document.Corrected.Name)
	switch {
	case v == nil:
		schema.Content = append(schema.Content,
			&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: document.Corrected.Name},
			&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: seen})
	case !slices.Contains(strings.Split(v.Value, ", "), seen):
		v.Value += ", " + seen
	}
}
