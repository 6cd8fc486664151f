package gogen

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// Names of a configuration that had no effect are errors, so that none of them outlives what it
// was written for. Here is what is said of them.

// allUsed complains about the first line of names that named nothing.
func (b *builder) allUsed(all []call) error {
	for _, list := range nameLists {
		for _, e := range b.settings.names[list] {
			if !b.settings.used[e] {
				return e.errorf("%s: %s", e.list, b.unused(list, e.key, all))
			}
		}
	}
	return nil
}

// leftOut says of a name that what it is for is not generated.
func leftOut(key string) string {
	return key + " is not in the package: include, exclude and unused leave it out"
}

// unused says why a name had no effect.
func (b *builder) unused(list, key string, all []call) string {
	switch list {
	case "operations":
		return b.unusedOperation(key, all)
	case "schemas":
		if b.hasSchema(key) {
			return leftOut(key)
		}
		return b.noSchema(key)
	case "parameters":
		return b.unusedParameter(key, all)
	}
	return b.unusedProperty(key)
}

func (b *builder) unusedOperation(key string, all []call) string {
	c, ok := callOf(all, key)
	switch {
	case !ok:
		return b.noCall(key, all)
	case slices.ContainsFunc(b.settings.names["operations"], func(e *entry) bool {
		return b.settings.used[e] && (e.key == c.id() || e.key == c.line())
	}):
		return key + " has another name in this file already"
	}
	return leftOut(key)
}

func (b *builder) unusedParameter(key string, all []call) string {
	for _, c := range all {
		for _, id := range []string{c.id(), c.line()} {
			name, ok := strings.CutPrefix(key, id+".")
			if !ok {
				continue
			}
			var names []string
			for _, p := range c.Params {
				names = append(names, p.Name)
			}
			if slices.Contains(names, name) {
				return key + " has no name in Go: it is left out, or filled in by the client"
			}
			return fmt.Sprintf("%s has no parameter %q%s", id, name, nearest(name, names, "did you mean %s?"))
		}
	}
	id, _, ok := cutLast(key)
	if !ok {
		return "write operation.parameter"
	}
	return b.noCall(id, all)
}

func (b *builder) unusedProperty(key string) string {
	owner, name, ok := cutLast(key)
	if !ok {
		return "write schema.property"
	}
	for _, t := range b.view.types {
		schema, isSchema := strings.CutPrefix(t.where, document.SchemaPrefix)
		if t.Kind != kindStruct || t.params() || t.Name != owner && !(isSchema && b.names[schema] == t.Name && schema == owner) {
			continue
		}
		var names []string
		for _, f := range t.Fields {
			names = append(names, f.JSON)
		}
		if slices.Contains(names, name) && isSchema {
			return fmt.Sprintf("call the schema as the document does: %s.%s", schema, name)
		}
		return fmt.Sprintf("%s has no property %q%s", owner, name, nearest(name, names, "did you mean %s?"))
	}
	if !b.hasSchema(owner) {
		return b.noSchema(owner)
	}
	if _, ok := b.names[owner]; !ok {
		return leftOut(owner)
	}
	return owner + " is not a structure with properties of its own"
}

// params reports whether t is made of parameters.
func (t *namedType) params() bool { return len(t.Fields) > 0 && t.Fields[0].param }

func (b *builder) hasSchema(name string) bool {
	return b.doc.Components != nil && b.doc.Components.Schemas[name] != nil
}

func (b *builder) noSchema(name string) string {
	var all []string
	if b.doc.Components != nil {
		all = sorted(b.doc.Components.Schemas)
	}
	return fmt.Sprintf("there is no schema %q%s", name, nearest(name, all, "did you mean %s?"))
}

func (b *builder) noCall(key string, all []call) string {
	var ids []string
	for _, c := range all {
		ids = append(ids, c.key())
	}
	return fmt.Sprintf("there is no operation %q%s", key, nearest(key, ids, "did you mean %s?"))
}

func callOf(all []call, key string) (call, bool) {
	for _, c := range all {
		if c.id() == key || c.line() == key {
			return c, true
		}
	}
	return call{}, false
}

func cutLast(key string) (before, after string, ok bool) {
	i := strings.LastIndexByte(key, '.')
	if i <= 0 || i == len(key)-1 {
		return "", "", false
	}
	return key[:i], key[i+1:], true
}
