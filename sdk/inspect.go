package sdk

import (
	"reflect"
	"strings"
)

// NewInspector makes a Checker for an answer: it also records what the answer has that the
// document does not.
func NewInspector() *Checker { return &Checker{inspect: true} }

// Found are the violations recorded so far.
func (c *Checker) Found() Violations { return c.found }

// Kept records what was decoded into the struct that owner points at but fits none of its
// fields: the rule is type where there is such a field, and undocumented where there is
// none. When a request is checked it does nothing, since what is kept there the caller has
// put in on purpose.
func (c *Checker) Kept(owner any, kept Kept) {
	if !c.inspect || kept.in == nil {
		return
	}
	if kept.in.whole != nil {
		c.Add("type", redactJSON(kept.in.whole), "object")
		return
	}
	var fields map[string]bool
	for _, member := range kept.in.members {
		if !member.shown() {
			continue
		}
		if fields == nil {
			fields = memberNames(owner)
		}
		rule := "undocumented"
		if fields[member.name] {
			rule = "type"
		}
		c.In(member.name)
		c.Add(rule, redactJSON(member.text), nil)
		c.Out()
	}
}

// memberNames are the JSON names of the fields of the struct that owner points at.
func memberNames(owner any) map[string]bool {
	t := reflect.TypeOf(owner).Elem()
	names := make(map[string]bool, t.NumField())
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		names[name] = true
	}
	return names
}
