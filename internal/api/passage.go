package api

import (
	"encoding/json"
	"slices"
	"strings"
)

// Aspect is what a part of a description limits.
type Aspect byte

// The aspects.
const (
	OfValue    Aspect = iota // the value: enumerated values, the least and the greatest one
	OfDefault                // the default
	OfPattern                // the value, by a regular expression
	OfType                   // the kind of the value
	OfParents                // in which elements of XML the value stands
	OfChildren               // which elements stand in it
)

// Passage is a part of a description.
type Passage struct {
	Markdown string // CommonMark
	// Says are the values of a part that does nothing but limit the value ("Value range: 1 to
	// 64", "Default value: 10"), nil of others. Such a part needs not be said again where the
	// model has all of it.
	Says []string
	Of   Aspect
}

// Describe gives the description of f as CommonMark, without what its type and decided limits say.
func (f *Field) Describe() string {
	var out []string
	for _, p := range f.Passages {
		if len(p.Says) == 0 || !f.has(p) {
			out = append(out, p.Markdown)
		}
	}
	return strings.Join(out, "\n\n")
}

// has reports whether all values of p are decided ones of f.
func (f *Field) has(p Passage) bool {
	d := &f.Decided
	switch p.Of {
	case OfDefault:
		return d.Default != nil && len(p.Says) == 1 && p.Says[0] == plain(*d.Default)
	case OfType:
		t := &f.Type
		for t.Kind == Array && t.Elem != nil {
			t = t.Elem
		}
		return len(p.Says) == 1 && p.Says[0] == string(t.Kind)
	case OfParents, OfChildren:
		return false // known where the element is made
	case OfPattern:
		return slices.ContainsFunc(slices.Concat(d.Limits.All(), d.Elems.All()), func(l Limit) bool {
			return l.Fact == FactPattern && slices.Equal(l.Values, p.Says)
		})
	}
	var have []string
	for _, l := range slices.Concat(d.Limits.All(), d.Elems.All()) {
		if l.Fact == FactPattern || l.Fact == FactUnique {
			continue
		}
		for _, v := range l.Values {
			have = append(have, plain(Value{v}))
		}
	}
	if d.Const != nil {
		have = append(have, plain(*d.Const))
	}
	if f.Type.Kind == Boolean {
		have = append(have, "true", "false")
	}
	for _, v := range p.Says {
		if !slices.Contains(have, v) {
			return false
		}
	}
	return true
}

// plain is a value as pages write it: a string without quotes.
func plain(v Value) string {
	var s string
	if json.Unmarshal([]byte(v.JSON), &s) == nil {
		return s
	}
	return v.JSON
}
