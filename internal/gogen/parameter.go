package gogen

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// parameters sorts the parameters of a call: those in the path become arguments of the
// method, the others fields of a params struct. A parameter with x-constant is neither:
// the client fills it in. The header that carries the token is left to the connection.
func (b *builder) parameters(op *operation, c call) error {
	constants := map[string]string{} // in the path
	var inPath, others []*openapi3.Parameter
	for _, param := range c.Params {
		p := param.Parameter
		if v := param.Constant; v != nil {
			if p.In == "path" {
				constants[p.Name] = pathConstant(v)
			} else if p.In != "query" || !inQuery(c.Path, p.Name) {
				op.Fixed = append(op.Fixed, fixedValue{In: p.In, Name: p.Name, Value: constantText(v)})
			}
			continue
		}
		switch {
		case p.In == "path":
			inPath = append(inPath, p)
		case param.Ignored(b.doc.TokenHeaders(c.Operation)...) && !b.isOwnToken(p):
		default:
			others = append(others, p)
		}
	}
	for i := range op.Fixed {
		f := &op.Fixed[i]
		if f.In == "header" && !document.IsHeader(f.Name) {
			return fmt.Errorf("%s: %q cannot be the name of a header", c.where, f.Name)
		}
		f.plain = f.Value
		if f.In == "query" {
			f.Value = url.QueryEscape(f.Name) + "=" + url.QueryEscape(f.Value)
		}
	}
	if err := b.path(op, c, constants, inPath); err != nil {
		return err
	}
	if len(others) == 0 {
		return nil
	}
	return b.paramsStruct(op, c, others)
}

// inQuery reports whether the document writes a word of the query into a path, as in "/blob?comp=list".
func inQuery(path, name string) bool {
	path, _, _ = strings.Cut(path, "#")
	_, query, _ := strings.Cut(path, "?")
	words, err := url.ParseQuery(query)
	return err == nil && words.Has(name)
}

// isOwnToken reports whether a header is all that the document says of credentials: without security
// schemes nobody but the caller can fill Authorization in, whatever OpenAPI says of such parameters.
func (b *builder) isOwnToken(p *openapi3.Parameter) bool {
	header, _ := document.TokenHeader(b.doc.T)
	return header == "" && len(b.doc.SecuritySchemes()) == 0 && strings.EqualFold(p.Name, "Authorization") && p.In == openapi3.ParameterInHeader
}

// scopes are the methods of a call that give the caller's scope.
var scopes = map[document.Scope]string{document.ScopeProject: "ProjectID", document.ScopeDomain: "DomainID"}

// path splits the path at its parameters.
func (b *builder) path(op *operation, c call, constants map[string]string, params []*openapi3.Parameter) error {
	locals := newScope("parameter", b.warn)
	path, _, found := strings.Cut(c.Path, "#")
	if found {
		b.warn(c.where + ": what comes after # in its path tells it from others in the document and is not sent")
	}
	parts, err := document.PathParts(path)
	if err != nil {
		return fmt.Errorf("%s: %w", c.where, err)
	}
	literal := ""
	flush := func() {
		if literal != "" {
			op.PathParts = append(op.PathParts, pathPart{Literal: literal})
			literal = ""
		}
	}
	for _, part := range parts {
		if fixed, ok := constants[part.Param]; ok && part.Text == "" {
			literal += fixed
			op.path += fixed
			continue
		}
		if part.Text != "" {
			literal += literalPath(part.Text)
			op.path += part.Text
			continue
		}
		flush()
		// One parameter may stand in two places of a path.
		at := slices.IndexFunc(op.PathArgs, func(arg *param) bool { return arg.Name == part.Param })
		if at < 0 {
			arg, err := b.pathArg(op, c, part.Param, params, locals)
			if err != nil {
				return err
			}
			at = len(op.PathArgs)
			op.PathArgs = append(op.PathArgs, arg)
		}
		op.path += "{" + part.Param + "}"
		op.PathParts = append(op.PathParts, pathPart{Arg: at})
	}
	if flush(); len(op.PathParts) == 0 {
		op.PathParts = []pathPart{{}}
	}
	return nil
}

// pathArg is the argument for a parameter that stands after op.path.
func (b *builder) pathArg(op *operation, c call, name string, params []*openapi3.Parameter, locals *scope) (*param, error) {
	i := slices.IndexFunc(params, func(p *openapi3.Parameter) bool { return p.Name == name })
	if i < 0 {
		return nil, fmt.Errorf("%s: the path parameter {%s} is not described", c.where, printable(name))
	}
	by, origin := b.parameterName(c, params[i], c.where+" parameter "+printable(name))
	t, err := b.paramType(params[i], op.Name+by[0], origin.where)
	if err != nil {
		return nil, err
	}
	unique, err := locals.firstFree(origin, by...)
	if err != nil {
		return nil, err
	}
	b.lasting.note(keptParameters, parameterKey(c, params[i]), unique)
	local := b.namer.local(unique)
	for slices.ContainsFunc(op.PathArgs, func(arg *param) bool { return arg.Local == local }) {
		local += "Param" // as pageParam beside page, which has the suffix already
	}
	arg := newParam(params[i], t)
	arg.Local, arg.TypeName = local, t.expr()
	if t.expr() == "string" {
		arg.Scope = scopes[document.ScopeOf(name, op.path)]
	}
	return arg, nil
}

// literalPath escapes a fixed piece of a path where it holds what a URL cannot.
func literalPath(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		ch := text[i]
		switch {
		case ch == '%' && i+2 < len(text) && isHex(text[i+1]) && isHex(text[i+2]):
			b.WriteByte(ch)
		case ch > ' ' && ch < 0x7f && !strings.ContainsRune("\"%#<>\\^`{|}", rune(ch)):
			b.WriteByte(ch)
		default:
			fmt.Fprintf(&b, "%%%02X", ch)
		}
	}
	return b.String()
}

func isHex(ch byte) bool {
	return ch >= '0' && ch <= '9' || ch >= 'a' && ch <= 'f' || ch >= 'A' && ch <= 'F'
}

// pathConstant is the text of a constant inside a path.
func pathConstant(value any) string { return url.PathEscape(constantText(value)) }

// constantText is a value as parameters and members have it: a number with all of its digits, where Go would
// write 1000000 as 1e+06.
func constantText(value any) string {
	if f, ok := value.(float64); ok {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return fmt.Sprint(value)
}

// paramsStruct makes the struct that holds the query, header and cookie parameters.
func (b *builder) paramsStruct(op *operation, c call, params []*openapi3.Parameter) error {
	name, err := b.freeKept(keptTypes, c.id()+" parameters", "the parameters of "+c.where, op.Name+"Params", op.Name+"Query", op.Name+"Parameters")
	if err != nil {
		return err
	}
	nt := &namedType{
		Name: name, Kind: kindStruct, where: c.where, request: true,
		Comment: comment(name + " are the parameters of " + op.Name + "."),
	}
	fields := newScope("field", b.warn)
	for _, p := range params {
		where := fmt.Sprintf("%s parameter %s in %s", c.where, printable(p.Name), printable(p.In))
		if p.In == "header" && !document.IsHeader(p.Name) {
			return fmt.Errorf("%s: this cannot be the name of a header", where)
		}
		choices, by := b.parameterName(c, p, where)
		if free := slices.IndexFunc(choices, func(name string) bool { return fields.taken[name] == "" }); free > 0 {
			choices = choices[free:]
		}
		goField, err := fields.firstFree(by, choices...)
		if err != nil {
			return err
		}
		b.lasting.note(keptParameters, parameterKey(c, p), goField)
		if goField == "Validate" {
			goField = "ValidateField"
		}
		t, err := b.paramType(p, op.Name+goField, where)
		if err != nil {
			return err
		}
		plainType := *t
		plainType.nullable = false // a parameter is there or not; null has no text
		f := &field{
			Name: goField, JSON: p.Name, param: true, typ: &plainType, required: p.Required, where: where,
			Comment: comment(prose(p.Description), "It is sent in the "+printable(p.In)+".", deprecated(p.Deprecated)),
		}
		f.pointer = !p.Required && !t.nilable()
		nt.Fields = append(nt.Fields, f)
		arg := newParam(p, t)
		arg.Field = f
		f.several = !arg.JSON && (t.shape == shapeSlice || t.shape == shapeMap)
		if arg.fallback = document.VersionHeader(p); arg.fallback != "" {
			f.Comment += "\n//\n" + comment("Left out, it is "+printable(arg.fallback)+".")
		}
		switch p.In {
		case "query":
			op.QueryArgs = append(op.QueryArgs, arg)
		case "header":
			op.HeaderArgs = append(op.HeaderArgs, arg)
		case "cookie":
			op.CookieArgs = append(op.CookieArgs, arg)
		default:
			return fmt.Errorf("%s: a parameter is in path, query, header or cookie", where)
		}
	}
	op.Params, op.params = name, nt
	b.add(nt)
	return nil
}
