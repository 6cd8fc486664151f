package document

import (
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// States are the documented states of a resource, for a client that waits for one.
type States struct {
	State  []string // the members that lead from the resource to its state
	Values []string
	Failed []string // those that the resource does not leave by itself
	Gone   []string // those of a resource that no longer exists
	Reason string   // the member that says why it has failed, or ""
	// Filter is where the values are listed, if not at the state itself: a parameter by which a list of such
	// resources is narrowed to those in a state. nil for most.
	Filter *StateFilter
}

// StateFilter is a parameter in the query of a GET.
type StateFilter struct{ Path, Name string }

// States finds the states of what an operation reads: a GET whose path ends in the id of one
// resource. One that needs a query or a body is left alone, since it may not be the resource
// that it asks for; so is a list with pages. nil where the document lists no states.
func (d *Document) States(op *Operation, result Result, paged bool) *States {
	if op.Method != http.MethodGet || op.Body != nil && len(op.Body.Content) > 0 || paged || result.Kind != ResultValue || !d.readsOne(op) {
		return nil
	}
	thing, err := d.Shape(result.Bodies[0].Schema())
	if err == nil && result.Root != "" {
		thing, err = d.Shape(thing.Schema.Properties[result.Root])
	}
	if err != nil || thing.Kind != KindObject {
		return nil
	}
	words := stateWordsOf(op.Path)
	path, values := d.stateOf(thing.Schema, words)
	var filter *StateFilter
	if path == nil {
		path, values, filter = d.filtered(op.Path, thing.Schema, words)
	}
	if path == nil || ofVersions(op.Path, values) {
		return nil
	}
	out := &States{State: path, Values: values, Filter: filter, Reason: d.memberOf(thing.Schema, reasonWords, func(Shape) bool { return true })}
	for _, v := range values {
		switch {
		case isFailure(v):
			out.Failed = append(out.Failed, v)
		case isGone(v):
			out.Gone = append(out.Gone, v)
		}
	}
	return out
}

// stateWordsOf are the members that may hold the state of the resource that a path ends in: status, and
// stack_status of what {stack_id} identifies.
func stateWordsOf(path string) []string {
	words := slices.Clone(stateWords)
	open := strings.LastIndexByte(path, '{')
	if open < 0 {
		return words
	}
	id := Folded(strings.Trim(path[open:], "{}"))
	for _, end := range []string{"id", "name"} {
		if stem, ok := strings.CutSuffix(id, end); ok && stem != "" {
			words = append(words, stem+"status", stem+"state")
		}
	}
	return words
}

// filtered finds the states of a resource whose documentation lists them at the list of such resources only: at
// the parameter of the name of the member that holds the state. Such a list may lack a state, which nobody
// can wait for then.
func (d *Document) filtered(path string, s *openapi3.Schema, words []string) (state, values []string, filter *StateFilter) {
	name := d.memberOf(s, words, func(shape Shape) bool { return shape.Kind == KindText })
	if name == "" {
		return nil, nil, nil
	}
	all := path[:max(0, strings.LastIndexByte(path, '/'))]
	for _, list := range []string{all, all + "/detail"} {
		item := d.Paths.Value(list)
		if item == nil || item.Get == nil {
			continue
		}
		for _, p := range joined(item.Parameters, item.Get.Parameters) {
			if p.In != openapi3.ParameterInQuery || Folded(p.Name) != Folded(name) {
				continue
			}
			if values := d.texts(p.Schema); len(values) > 1 {
				return []string{name}, values, &StateFilter{list, p.Name}
			}
		}
	}
	return nil, nil, nil
}

// texts are the documented texts of a schema, or of the items of a list.
func (d *Document) texts(ref *openapi3.SchemaRef) []string {
	shape, err := d.Shape(ref)
	if err == nil && shape.Kind == KindList {
		shape, err = d.Shape(shape.Schema.Items)
	}
	if err != nil || shape.Kind != KindEnum || EnumKind(shape.Schema) != KindText {
		return nil
	}
	var out []string
	for _, v := range shape.Schema.Enum {
		if text, ok := v.(string); ok && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// ofVersions reports whether values are those of the version of an API, which stays what it is
// for as long as anyone would wait: CURRENT, SUPPORTED. So are all of a path that has nothing
// but a parameter.
func ofVersions(path string, values []string) bool {
	if strings.HasPrefix(path, "/{") && strings.IndexByte(path, '}') == len(path)-1 {
		return true
	}
	return !slices.ContainsFunc(values, func(v string) bool { return !slices.Contains(versionWords, Folded(v)) })
}

// readsOne reports whether the path of an operation ends in an id, and nothing but the path is
// needed.
func (d *Document) readsOne(op *Operation) bool {
	parts, err := PathParts(op.Path)
	if err != nil || len(parts) == 0 || parts[len(parts)-1].Param == "" {
		return false
	}
	id := parts[len(parts)-1].Param
	for _, p := range op.Params {
		if p.In == openapi3.ParameterInPath {
			if p.Name == id && p.Constant != nil {
				return false
			}
			continue
		}
		if p.Required && p.Constant == nil && !p.Ignored(d.TokenHeaders(op)...) {
			return false
		}
	}
	return ScopeOf(id, op.Path[:len(op.Path)-len(id)-2]) == ""
}

// stateOf finds the member whose documented values are the states of a resource: a member of
// it, or else the only such member of the structures in it, as a vault has its state in
// billing. Two of them may be the states of two things, so neither counts.
func (d *Document) stateOf(s *openapi3.Schema, words []string) (path, values []string) {
	listed := func(shape Shape) bool { return shape.Kind == KindEnum && EnumKind(shape.Schema) == KindText }
	found := func(in *openapi3.Schema, name string) []string { return d.texts(in.Properties[name]) }
	if name := d.memberOf(s, words, listed); name != "" {
		return []string{name}, found(s, name)
	}
	for _, outer := range d.Properties(s) {
		inner, err := d.Shape(s.Properties[outer])
		if err != nil || inner.Kind != KindObject {
			continue
		}
		if name := d.memberOf(inner.Schema, stateWords, listed); name != "" {
			if path != nil {
				return nil, nil
			}
			path, values = []string{outer, name}, found(inner.Schema, name)
		}
	}
	return path, values
}

// memberOf finds the member whose name comes first in a list of words.
func (d *Document) memberOf(s *openapi3.Schema, words []string, fits func(Shape) bool) string {
	for _, word := range words {
		for _, name := range d.Properties(s) {
			if Folded(name) != word {
				continue
			}
			if shape, err := d.Shape(s.Properties[name]); err == nil && fits(shape) {
				return name
			}
		}
	}
	return ""
}
