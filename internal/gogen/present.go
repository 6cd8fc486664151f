package gogen

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// What the templates ask of the view. Everything here returns finished Go text, so that
// no template has to quote anything.

// Tag is the struct tag of a field. Absent fields are left out by omitzero, which,
// unlike omitempty, keeps lists that are empty but there.
func (f *field) Tag() string {
	if f.param {
		return ""
	}
	options := ""
	if f.JSON == "-" {
		options = "," // without it, encoding/json takes the name for an option that leaves the field out
	}
	if f.omit() {
		options = ",omitzero"
	}
	xml := ""
	if f.xml {
		xml = f.xmlTag()
	}
	readOnly := ""
	if f.readOnly {
		readOnly = ` readonly:"true"`
	}
	constant := ""
	if f.Constant != "" {
		constant = ` constant:"true"`
	}
	return "`json:\"" + f.JSON + options + "\"" + xml + readOnly + constant + "`"
}

// Fill is the statement that sets a constant where the caller left the field empty.
// What was decoded stays as it came.
func (f *field) Fill() string {
	target := "v." + f.Name
	empty, set := target+" == 0", target+" = "+f.Constant
	base := f.typ
	if base.shape == shapeNamed {
		base = base.named.base
	}
	switch {
	case f.pointer:
		empty, set = target+" == nil", fmt.Sprintf("%s = new(%s)\n*%s = %s", target, f.typ.expr(), target, f.Constant)
	case base.shape == shapeString:
		empty = target + ` == ""`
	case base.shape == shapeScalar:
		empty = target + ".IsZero()"
	case base.shape == shapeBool: // false and empty are the same, so the constant always wins
		empty = ""
	}
	if empty != "" {
		empty += " && "
	}
	return fmt.Sprintf("if %s!gen.Decides(v.Kept, %s) {\n%s\n}", empty, f.Quoted(), set)
}

// Same is the name of the type that t is an alias of, or empty.
func (t *namedType) Same() string {
	if t.same == nil {
		return ""
	}
	return t.same.Name
}

// declared is the name under which the type is declared.
func (t *namedType) declared() string { return cmp.Or(t.Same(), t.Name) }

// Pruned reports whether a request has less of a value than its fields and what is kept.
func (t *namedType) Pruned() bool { return t.pruned }

// Plain reports whether a structure is written as its fields say: nothing is filled in, and there
// are no additional properties.
func (t *namedType) Plain() bool { return t.Extra() == "" && len(t.Constants()) == 0 }

// Constants are the fields that MarshalJSON fills in.
func (t *namedType) Constants() []*field {
	var out []*field
	for _, f := range t.Fields {
		if f.Constant != "" {
			out = append(out, f)
		}
	}
	return out
}

// Extra is the type of additional properties, or empty.
func (t *namedType) Extra() string {
	if t.extra == nil {
		return ""
	}
	return t.extra.item()
}

// Base is the type that an enumeration, a list, a map or an alias is declared as.
func (t *namedType) Base() string { return t.base.expr() }

// ValuesVar is the name of the variable with the values of an enumeration.
func (t *namedType) ValuesVar() string { return "valuesOf" + t.declared() }

// Values is the Go list of the values of an enumeration: of texts, or of its own type.
func (t *namedType) Values() string {
	var list []string
	for _, c := range t.Consts {
		if t.base.shape == shapeString {
			list = append(list, c.Literal)
		} else {
			list = append(list, c.Name)
		}
	}
	of := t.Name
	if t.base.shape == shapeString {
		of = "string"
	}
	return "[]" + of + "{" + strings.Join(list, ", ") + "}"
}

// Among is the Go condition that a value is one of them.
func (t *namedType) Among() string {
	if t.base.shape == shapeString {
		return "gen.AmongTexts(" + t.ValuesVar() + ", string(v))"
	}
	return "gen.Among(" + t.ValuesVar() + ", v)"
}

// Args are the parameters of the function that makes the request, after the call itself:
// path parameters, then params.
func (op *operation) Args() string {
	var b strings.Builder
	for _, p := range op.PathArgs {
		b.WriteString(", " + p.Local + " " + p.TypeName)
	}
	if op.Params != "" {
		b.WriteString(", params *" + op.Params)
	}
	if op.HasBody {
		b.WriteString(", contentType string, body io.Reader")
	}
	return b.String()
}

// Body are the arguments that pass the body on.
func (op *operation) Body() string {
	if op.HasBody {
		return "contentType, body"
	}
	return `"", nil`
}

// Path is the Go expression of the escaped path.
func (op *operation) Path() string {
	var parts []string
	for _, p := range op.PathParts {
		if p.Literal != "" {
			parts = append(parts, strconv.Quote(p.Literal))
		} else {
			parts = append(parts, "path"+strconv.Itoa(p.Arg))
		}
	}
	if len(parts) == 0 {
		return `""`
	}
	return strings.Join(parts, " + ")
}

// hasBody is the Go condition under which an optional body is sent.
func (op *operation) hasBody() string {
	t := op.bodyType
	if t.nullable || t.shape == shapeScalar || t.shape == shapeNamed && t.named.Kind == kindUnion {
		return "!body.IsZero()"
	}
	return "body != nil"
}

// Payload is the call that writes the body.
func (op *operation) Payload() string {
	if op.XMLRoot != "" {
		return "call.XML(" + strconv.Quote(op.XMLRoot) + ", body)"
	}
	if op.Form != "" {
		return op.formPayload()
	}
	return "call.JSON(body)"
}

// JSONMedia is the media type of the JSON body, quoted.
func (op *operation) JSONMedia() string { return strconv.Quote(op.JSONType) }

// Headers are those with a fixed value.
func (op *operation) Headers() []fixedValue { return append(op.In("header"), op.Media...) }

// In gives the fixed values of one place: query, header or cookie.
func (op *operation) In(place string) []fixedValue {
	var out []fixedValue
	for _, f := range op.Fixed {
		if f.In == place {
			out = append(out, f)
		}
	}
	return out
}

// Quoted is the name of a parameter as Go text.
func (p *param) Quoted() string { return strconv.Quote(p.Name) }

// Fallback is what is sent where the parameter is not there, quoted, or empty.
func (p *param) Fallback() string {
	if p.fallback == "" || p.Guard() == "" {
		return ""
	}
	return strconv.Quote(p.fallback)
}

// Guard is the Go condition under which a parameter is there, or empty.
func (p *param) Guard() string {
	target := "params." + p.Field.Name
	switch {
	case p.Field.pointer:
		return target + " != nil"
	case p.Required:
		return ""
	case p.typ.shape == shapeScalar || p.typ.shape == shapeNamed && p.typ.named.Kind == kindUnion:
		return "!" + target + ".IsZero()"
	case (p.typ.shape == shapeSlice || p.typ.shape == shapeMap) && p.spec.In != openapi3.ParameterInPath && !p.JSON:
		return "len(" + target + ") > 0" // an empty list has no text: "tags=" would be one with an empty item
	}
	return target + " != nil"
}

// Value is the Go expression of a parameter's value.
func (p *param) Value() string {
	if p.Field == nil {
		return p.Local
	}
	if p.Field.pointer {
		return "*params." + p.Field.Name
	}
	return "params." + p.Field.Name
}

// deep reports whether the parts of a parameter are sent in brackets.
func (p *param) deep() bool {
	return p.spec.In == openapi3.ParameterInQuery && p.spec.Schema != nil && p.spec.Style == openapi3.SerializationDeepObject
}

// Styled is the call that turns the value into text for its place in the request.
func (p definedParam) Styled(place string) string {
	def := &p.ParameterDefinition
	if p.deep() {
		return fmt.Sprintf("gen.DeepObject(%q, %s)", def.ParamName, p.Value())
	}
	if def.IsJson() {
		return "gen.JSONText(" + p.Value() + ")"
	}
	style := def.Style()
	if place == "Cookie" {
		style = "simple" // the runtime's "form" would repeat the name
	}
	if p.free() {
		reserved := ""
		if def.Spec.AllowReserved {
			reserved = ", AllowReserved: true"
		}
		return fmt.Sprintf("gen.Styled(gen.Style{In: %q, Name: %q, Style: %q, Explode: %v%s}, %s)", strings.ToLower(place), def.ParamName, style, def.Explode(), reserved, p.Value())
	}
	return fmt.Sprintf("runtime.StyleParamWithOptions(%q, %v, %q, %s, runtime.StyleParamOptions{ParamLocation: runtime.ParamLocation%s, Type: %q, Format: %q})",
		style, def.Explode(), def.ParamName, p.Value(), place, def.SchemaType(), def.SchemaFormat())
}
