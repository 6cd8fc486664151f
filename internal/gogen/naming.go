package gogen

import (
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// Names that a configuration gives. Each function finds the name of one thing and what a
// message says of it, should another thing have the same name.

// schemaName names a schema under #/components/schemas.
func (b *builder) schemaName(name string) (string, origin) {
	by := origin{where: document.SchemaPrefix + printable(name), list: "schemas", key: name, target: "$.components.schemas[" + single(name) + "]"}
	if e := b.settings.named("schemas", name); e != nil {
		by.chosen = e
		return e.value, by
	}
	var chosen map[string]any
	if ref := b.doc.Components.Schemas[name]; ref != nil && ref.Value != nil && ref.Ref == "" {
		chosen = ref.Value.Extensions
	}
	if own := document.GoName.Of(chosen); own != "" {
		return own, by
	}
	return b.lasting.choices(keptTypes, name, b.namer.name(name))[0], by
}

// methodName names an operation or a variant of one.
func (b *builder) methodName(c call) (string, origin) {
	by := origin{where: c.where + " (" + printable(c.id()) + ")", list: "operations", key: c.key(), target: c.target()}
	if e := b.settings.named("operations", c.id(), c.line()); e != nil {
		by.chosen = e
		return e.value, by
	}
	if c.GoName != "" {
		return c.GoName, by
	}
	return b.lasting.choices(keptMethods, c.id(), b.namer.name(c.id()))[0], by
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
	if schema, ok := strings.CutPrefix(nt.where, document.SchemaPrefix); ok && b.names[schema] == nt.Name {
		owner = schema
		if b.doc.Components.Schemas[schema].Value.Properties[name] == ref { // and not from allOf
			by.target = fmt.Sprintf("$.components.schemas[%s].properties[%s]", single(schema), single(name))
		}
	}
	by.key = owner + "." + name
	if e := b.settings.named("properties", by.key); e != nil {
		by.chosen = e
		return e.value, by
	}
	if own := document.GoName.Of(ref.Extensions, unlessRef(ref)); own != "" {
		return own, by
	}
	return b.lasting.choices(keptFields, by.key, b.namer.name(name))[0], by
}

// parameterName names a parameter, and gives the second choice where there is one.
func (b *builder) parameterName(c call, p *openapi3.Parameter, where string) ([]string, origin) {
	by := origin{where: where, list: "parameters", key: c.key() + "." + p.Name}
	if e := b.settings.named("parameters", c.id()+"."+p.Name, c.line()+"."+p.Name); e != nil {
		by.chosen = e
		return []string{e.value}, by
	}
	if name := document.GoName.Of(p.Extensions); name != "" {
		return []string{name}, by
	}
	// The same name may be used in two places, so the place is the second choice.
	return b.lasting.choices(keptParameters, parameterKey(c, p), b.namer.name(p.Name), b.namer.name(p.In+" "+p.Name)), by
}

// parameterKey is how a lock file calls a parameter.
func parameterKey(c call, p *openapi3.Parameter) string { return c.id() + " " + p.In + " " + p.Name }

// single is text in single quotes, as JSONPath has it.
func single(text string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(text) + "'"
}
