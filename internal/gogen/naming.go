package gogen

import (
	"fmt"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// Names that a configuration gives. Each function finds the name of one thing and what a
// message says of it, should another thing have the same name.

// schemaName names a schema under #/components/schemas.
func (b *builder) schemaName(name string) (string, origin) {
	by := origin{where: schemaPrefix + plain(name), list: "schemas", key: name, target: "$.components.schemas[" + single(name) + "]"}
	if e := b.wishes.named("schemas", name); e != nil {
		by.chosen = e
		return e.value, by
	}
	var chosen map[string]any
	if ref := b.doc.Components.Schemas[name]; ref != nil && ref.Value != nil && ref.Ref == "" {
		chosen = ref.Value.Extensions
	}
	return b.chosenName(name, document.GoName.Of(chosen)), by
}

// methodName names an operation or a variant of one.
func (b *builder) methodName(c call) (string, origin) {
	by := origin{where: c.where + " (" + plain(c.id()) + ")", list: "operations", key: c.key(), target: c.target()}
	if e := b.wishes.named("operations", c.id(), c.line()); e != nil {
		by.chosen = e
		return e.value, by
	}
	return b.chosenName(c.id(), c.GoName), by
}

// key is how a configuration calls an operation.
func (c call) key() string {
	if !c.Named {
		return c.line()
	}
	return c.id()
}

// fieldName names a property.
func (b *builder) fieldName(nt *namedType, name string, ref *openapi3.SchemaRef) (string, origin) {
	owner := nt.Name
	by := origin{where: nt.where + "/properties/" + name, list: "properties"}
	if schema, ok := strings.CutPrefix(nt.where, schemaPrefix); ok && b.names[schema] == nt.Name {
		owner = schema
		if b.doc.Components.Schemas[schema].Value.Properties[name] == ref { // and not from allOf
			by.target = fmt.Sprintf("$.components.schemas[%s].properties[%s]", single(schema), single(name))
		}
	}
	by.key = owner + "." + name
	if e := b.wishes.named("properties", by.key); e != nil {
		by.chosen = e
		return e.value, by
	}
	return b.chosenName(name, document.GoName.Of(ref.Extensions, unlessRef(ref))), by
}

// parameterName names a parameter, and gives the second choice where there is one.
func (b *builder) parameterName(c call, p *openapi3.Parameter, where string) ([]string, origin) {
	by := origin{where: where, list: "parameters", key: c.key() + "." + p.Name}
	if e := b.wishes.named("parameters", c.id()+"."+p.Name, c.line()+"."+p.Name); e != nil {
		by.chosen = e
		return []string{e.value}, by
	}
	if name := document.GoName.Of(p.Extensions); name != "" {
		return []string{name}, by
	}
	// The same name may be used in two places, so the place is the second choice.
	return []string{b.namer.name(p.Name), b.namer.name(p.In + " " + p.Name)}, by
}

// single is text in single quotes, as JSONPath has it.
func single(text string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(text) + "'"
}

// allUsed complains about the first line of names that named nothing.
func (b *builder) allUsed(all []call) error {
	for _, list := range nameLists {
		for _, e := range b.wishes.names[list] {
			if !b.wishes.used[e] {
				return e.errorf("%s: %s", e.list, b.unused(list, e.key, all))
			}
		}
	}
	return nil
}

// unused says why a name had no effect.
func (b *builder) unused(list, key string, all []call) string {
	const away = "%s is not in the package: include, exclude and unused leave it out"
	switch list {
	case "operations":
		c, ok := callOf(all, key)
		switch {
		case !ok:
			return b.noCall(key, all)
		case slices.ContainsFunc(b.wishes.names[list], func(e *entry) bool {
			return b.wishes.used[e] && (e.key == c.id() || e.key == c.line())
		}):
			return key + " has another name in this file already"
		}
		return fmt.Sprintf(away, key)
	case "schemas":
		if b.hasSchema(key) {
			return fmt.Sprintf(away, key)
		}
		return b.noSchema(key)
	case "parameters":
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
					return fmt.Sprintf("%s has no name in Go: it is left out, or filled in by the client", key)
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
	owner, name, ok := cutLast(key)
	if !ok {
		return "write schema.property"
	}
	for _, t := range b.view.types {
		schema, isSchema := strings.CutPrefix(t.where, schemaPrefix)
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
	if b.hasSchema(owner) {
		if _, ok := b.names[owner]; !ok {
			return fmt.Sprintf(away, owner)
		}
		return owner + " is no structure with properties of its own"
	}
	return b.noSchema(owner)
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
