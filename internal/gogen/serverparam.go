package gogen

import (
	"fmt"
	"slices"

	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"
)

// definedParam is a parameter with what oapi-codegen has found out about it.
type definedParam struct {
	*param
	codegen.ParameterDefinition
	op *operation
}

// Definition is the Go expression of a genserver.Param.
func (p definedParam) Definition() string {
	def := &p.ParameterDefinition
	text := fmt.Sprintf("genserver.Param{In: %q, Name: %q", def.In, def.ParamName)
	if p.deep() {
		text += `, Style: "deepObject"`
	} else if def.IsJson() {
		text += ", JSON: true"
	} else {
		text += fmt.Sprintf(", Style: %q, Explode: %v", def.Style(), def.Explode())
		if p.varied() {
			text += ", Varied: true"
		}
		if kind := def.SchemaType(); kind != "" {
			text += fmt.Sprintf(", Type: %q", kind)
		}
		if format := def.SchemaFormat(); format != "" {
			text += fmt.Sprintf(", Format: %q", format)
		}
	}
	if def.Required {
		text += ", Required: true"
	}
	if others := p.otherWords(); len(others) > 0 {
		text += ", Others: " + quoteList(others)
	}
	kinds := p.typ
	if kinds.shape == shapeSlice {
		kinds = kinds.elem
	}
	if kinds.shape == shapeScalar && len(kinds.kinds) > 0 {
		text += ", Kinds: " + quoteList(kinds.kinds)
	}
	return text + "}"
}

// spreadMembers are the members of an object that are words of the query themselves.
func (p *param) spreadMembers() []string {
	if !p.typ.isStruct() || p.JSON || !isSpread(p.spec) {
		return nil
	}
	var out []string
	for _, f := range p.typ.named.Fields {
		if f.JSON != "" {
			out = append(out, f.JSON)
		}
	}
	return out
}

// otherWords are the names of the other query parameters, and of the members of those that are objects,
// for a map that takes all words.
func (p definedParam) otherWords() []string {
	t := p.typ
	if t.shape == shapeNamed && t.named.Kind == kindDefined {
		t = t.named.base
	}
	if p.spec.In != "query" || t.shape != shapeMap && t.shape != shapeObject && !p.varied() {
		return nil
	}
	var out []string
	for _, other := range p.op.QueryArgs {
		if other != p.param {
			out = append(out, other.Name)
			out = append(out, other.spreadMembers()...)
		}
	}
	for _, fixed := range p.op.Fixed {
		if fixed.In == "query" {
			out = append(out, fixed.Name)
		}
	}
	return out
}

// Defined joins the parameters of some places with what oapi-codegen says of them.
func (op *operation) Defined(places ...string) []definedParam {
	var out []definedParam
	for _, place := range places {
		args := op.in(place)
		for _, def := range map[string][]codegen.ParameterDefinition{
			"path": op.defined.PathParams, "query": op.defined.QueryParams,
			"header": op.defined.HeaderParams, "cookie": op.defined.CookieParams,
		}[place] {
			at := slices.IndexFunc(args, func(p *param) bool { return p.Name == def.ParamName })
			if place == "path" {
				at = slices.IndexFunc(args, func(p *param) bool { return neutral(slices.Index(args, p), p.Name) == def.ParamName })
				def.ParamName = args[at].Name
			}
			out = append(out, definedParam{args[at], def, op})
		}
	}
	return out
}

// in are the parameters of one place.
func (op *operation) in(place string) []*param {
	switch place {
	case "path":
		return op.PathArgs
	case "query":
		return op.QueryArgs
	case "header":
		return op.HeaderArgs
	}
	return op.CookieArgs
}
