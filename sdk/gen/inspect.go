package gen

import (
	"reflect"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/redact"
)

// NewInspector makes a Checker for a response: it also records what the response has that the
// document does not. It records the first 1,000 members that are not documented, and the
// first 1,000 other violations.
func NewInspector() *Checker { return &Checker{inspect: true} }

// undocumented is the rule of members that the document does not have.
const undocumented = "undocumented"

// Inspects reports whether a response is checked.
func (c *Checker) Inspects() bool { return c.inspect }

// Found are the violations recorded so far.
func (c *Checker) Found() sdk.Violations { return c.found }

// Kept records what was decoded into the struct that owner points at but fits none of its
// fields: the rule is type where there is such a field, and undocumented where there is
// none. When a request is checked it does nothing, since what is kept there the caller has
// put in on purpose.
func (c *Checker) Kept(owner any, keep sdk.Kept) {
	if !c.inspect || keep.IsZero() {
		return
	}
	if whole, ok := keep.Whole(); ok {
		c.Add("type", redact.JSON(whole), "object")
		return
	}
	var fields map[string]bool
	for _, name := range keep.Names() {
		if fields == nil {
			fields = memberNames(owner)
		}
		rule := undocumented
		if fields[name] {
			rule = "type"
		}
		text, _ := keep.Get(name)
		c.In(name)
		c.Add(rule, redact.JSON(text), nil)
		c.Out()
	}
	for _, m := range (*keep.Members()).List() {
		if m.As != nil && m.Fits { // it fills its field, and came as another type
			c.In(m.Name)
			c.Add("type", redact.JSON(m.Text), nil)
			c.Out()
		}
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
