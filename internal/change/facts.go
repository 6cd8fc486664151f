package change

import (
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oasdiff/oasdiff/checker"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// fact is what verdicts of several operations, and of both directions, have in common.
type fact struct {
	keyword  string
	old, new *element
	Change
}

// facts makes one change of all verdicts on one fact: a schema is part of many operations.
func facts(verdicts []verdict, pairs []pair, w *walk) []Change {
	var all []*fact
	byKey := map[string]*fact{}
	for _, v := range verdicts {
		f := newFact(v, w)
		if f == nil {
			continue
		}
		key := strings.Join([]string{f.Subject, f.keyword, f.Text, placeText(f.Old), placeText(f.New)}, "\x00")
		if byKey[key] == nil {
			byKey[key] = f
			all = append(all, f)
		}
		for _, audience := range audiences(v.rule.Direction) {
			byKey[key].add(audience, f.level(v, audience), v.rule.Id, pairs[v.pair].new.ID)
		}
	}
	out := make([]Change, len(all))
	for i, f := range all {
		out[i] = f.Change
	}
	return out
}

// level is that of a verdict, or another one where types tell more than it knows.
func (f *fact) level(v verdict, audience Audience) Level {
	switch {
	case f.keyword == "type" && audience == Callers && isList(f.old) && !isList(f.new):
		return Breaking // to oasdiff each text of a query is a string, but two items are two texts
	case f.keyword == "type" && isLong(f.old) && isLong(f.new):
		return Compatible // an integer without a format may have 64 bits
	case f.keyword == "enum" && isList(f.old) != isList(f.new) && schemaOf(f.old) != nil && schemaOf(f.new) != nil:
		return valuesLevel(schemaOf(f.old), schemaOf(f.new), audience)
	}
	return levelOf(v)
}

// valuesLevel is the level of a change of allowed values, of which oasdiff knows only one side: the other
// one's are those of items.
func valuesLevel(a, b *openapi3.Schema, audience Audience) Level {
	old, new := valued(a, b)
	narrower, wider := len(old.Enum) == 0, len(new.Enum) == 0
	if !narrower && !wider {
		narrower = len(lacking(old.Enum, new.Enum)) > 0
		wider = len(lacking(new.Enum, old.Enum)) > 0
	}
	switch {
	case audience == Callers && narrower:
		return Breaking
	case audience == Readers && wider:
		return Warning
	}
	return Compatible
}

func placeText(p *Place) string {
	if p == nil {
		return ""
	}
	return p.String()
}

func audiences(d checker.Direction) []Audience {
	switch d {
	case checker.DirectionRequest:
		return []Audience{Callers}
	case checker.DirectionResponse:
		return []Audience{Readers}
	}
	return []Audience{Callers, Readers}
}

// add notes that a change reaches an operation.
func (c *Change) add(audience Audience, l Level, rule, operation string) {
	c.Level = max(c.Level, l)
	i := slices.IndexFunc(c.Effects, func(e Effect) bool { return e.For == audience })
	if i < 0 {
		c.Effects = append(c.Effects, Effect{For: audience, Level: l, Rule: rule})
		slices.SortStableFunc(c.Effects, func(a, b Effect) int { return strings.Compare(string(a.For), string(b.For)) })
		i = slices.IndexFunc(c.Effects, func(e Effect) bool { return e.For == audience })
	}
	e := &c.Effects[i]
	if l > e.Level {
		e.Level, e.Rule = l, rule
	}
	if at, there := slices.BinarySearch(e.Operations, operation); !there {
		e.Operations = slices.Insert(e.Operations, at, operation)
	}
}

// newFact says in our words what a verdict is about; nil where it is about nothing that
// matters to anybody.
func newFact(v verdict, w *walk) *fact {
	f := &fact{keyword: keyword(v.rule)}
	whole := v.old == 0 && v.new == 0 // oasdiff tells no place of it, as of media types
	if whole {
		v.old, v.new = w.operations[v.pair].old, w.operations[v.pair].new
	}
	if v.old == 0 && v.new != 0 {
		v.old = w.partners[v.new]
	}
	if v.new == 0 && v.old != 0 {
		v.new = w.partners[v.old]
	}
	f.old, f.new = w.numbers.at(v.old), w.numbers.at(v.new)
	switch {
	case f.new != nil:
		f.Subject = f.new.label
	case f.old != nil:
		f.Subject = f.old.label
	default:
		return nil
	}
	f.Subject = document.OneLine(f.Subject)
	f.Old, f.New = where(f.old, f.new, f.keyword)
	if f.keyword == "nullable" && (untyped(f.old) || untyped(f.new)) {
		return nil // any value may be null: the change of the type says it
	}
	if whole {
		f.Text = document.OneLine(v.text)
		return f
	}
	f.Text = document.OneLine(words(f, v, w.enums))
	switch f.Text {
	case "":
		return nil
	case gone:
		f.New = nil
	case fresh, freshOptional, freshMandatory:
		f.Old = nil
	}
	return f
}

// keyword is the part of a document that a rule is about: "maxLength" of
// "paths.*.*.requestBody.content.*.schema.maxLength:increase".
func keyword(r *checker.BackwardCompatibilityRule) string {
	if len(r.Locations) == 0 {
		return ""
	}
	where, _, _ := strings.Cut(r.Locations[0], ":")
	steps := strings.Split(where, ".")
	last := steps[len(steps)-1]
	if last == "*" && len(steps) > 1 {
		return steps[len(steps)-2]
	}
	return last
}

func isList(e *element) bool {
	s := schemaOf(e)
	return s != nil && isListSchema(s)
}

func isListSchema(s *openapi3.Schema) bool { return s.Type.Is(openapi3.TypeArray) }

// isLong reports whether an element is an integer of up to 64 bits.
func isLong(e *element) bool {
	s := schemaOf(e)
	return s != nil && s.Type.Is(openapi3.TypeInteger) && (s.Format == "" || s.Format == "int64")
}

func untyped(e *element) bool {
	s := schemaOf(e)
	return s != nil && len(s.Type.Slice()) == 0 && len(s.OneOf) == 0
}
