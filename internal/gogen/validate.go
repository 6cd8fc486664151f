package gogen

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/getkin/kin-openapi/openapi3"
)

// validators prints the Validate methods of everything that can be sent, and the Inspect
// methods of the bodies of responses.
//
// The code it prints compares in place, without reflection, and allocates only when a
// limit is broken (see gen.Checker).
type validators struct {
	view     *view
	patterns map[string]int // Go pattern → its number
	order    []string
	vars     []jen.Code // declarations at its start
	notes    []jen.Code // what cannot be checked in the function being printed
}

// validate prints the file of validators.
func validate(v *view) ([]byte, error) {
	g := &validators{view: v, patterns: map[string]int{}}
	f := jen.NewFile(v.pkg)
	f.HeaderComment(v.header())
	f.ImportName(sdkPath, "sdk")
	f.ImportName(genPath, "gen")
	for _, t := range v.types {
		if t.same == nil && (t.request || t.response) && (t.Kind == kindStruct || t.Kind == kindDefined || t.Kind == kindUnion) {
			g.methods(f, t)
		}
	}
	for i, source := range g.order {
		f.Var().Id(fmt.Sprintf("pattern%d", i)).Op("=").Qual(genPath, "NewPattern").Call(jen.Lit(source))
	}
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		return nil, fmt.Errorf("printing the validators: %s", oneLine(err))
	}
	return b.Bytes(), nil
}

// methods prints Validate, and the function that does the work for a value inside others.
func (g *validators) methods(f *jen.File, t *namedType) {
	g.vars, g.notes = nil, nil
	body := g.checks(t)
	if t.request {
		f.Line()
		f.Comment("Validate gives all documented limits that v breaks, as sdk.Violations, or nil.")
		g.validate(f, t, len(body) == 0)
	}
	if t.body {
		f.Line()
		f.Comment("Inspect gives all in which a response differs from the document: limits that it breaks, members\n" +
			"that are not documented, and values of another type.")
		f.Func().Params(jen.Id("v").Id(t.Name)).Id("Inspect").Params().Qual(sdkPath, "Violations").Block(
			jen.Id("c").Op(":=").Qual(genPath, "NewInspector").Call(),
			jen.Id(t.checker()).Call(jen.Op("&").Id("v"), jen.Id("c")),
			jen.Return(jen.Id("c").Dot("Found").Call()),
		)
	}
	value, checker := "v", "c"
	if len(body) == 0 {
		value, checker = "_", "_"
	}
	f.Line()
	f.Func().Id(t.checker()).Params(
		jen.Id(value).Op("*").Id(t.Name), jen.Id(checker).Op("*").Qual(genPath, "Checker"),
	).Block(slices.Concat(g.vars, g.notes, body)...)
}

// validate prints Validate; nothing says that a type has no limits.
func (g *validators) validate(f *jen.File, t *namedType, nothing bool) {
	if nothing {
		f.Func().Params(jen.Id(t.Name)).Id("Validate").Params().Error().Block(jen.Return(jen.Nil()))
		return
	}
	f.Func().Params(jen.Id("v").Id(t.Name)).Id("Validate").Params().Error().Block(
		jen.Var().Id("c").Qual(genPath, "Checker"),
		jen.Id(t.checker()).Call(jen.Op("&").Id("v"), jen.Op("&").Id("c")),
		jen.Return(jen.Id("c").Dot("Err").Call()),
	)
}

// checks checks a value v of a type.
func (g *validators) checks(t *namedType) (body []jen.Code) {
	switch t.Kind {
	case kindDefined:
		return g.value(t.base, place{expr: "(*v)"})
	case kindUnion:
		return g.union(t)
	}
	in := false // a member: the step to the next one is one call
	for _, field := range t.Fields {
		if code := g.short(field); code != nil {
			if in {
				body, in = append(body, jen.Id("c").Dot("Out").Call()), false
			}
			body = append(body, code)
		} else if code := g.field(field); len(code) > 0 {
			how := "In"
			if in {
				how = "Next"
			}
			body, in = append(append(body, jen.Id("c").Dot(how).Call(jen.Lit(field.JSON))), code...), true
		}
	}
	if in {
		body = append(body, jen.Id("c").Dot("Out").Call())
	}
	if t.schema != nil {
		body = append(append(body, g.memberCount(t)...), g.presence(t)...)
	}
	body = append(body, g.extra(t)...)
	if t.response && t.IsJSON() {
		body = append(body, keptCheck(t)...)
	}
	return g.variants(t, body)
}

// checker is the name of the function that checks a value inside others. It is not a method, since
// the compiler describes each method of a type four times, used or not.
func (t *namedType) checker() string { return "check" + t.declared() }

// union checks a value of several types: that it is one of them, and the limits of that one.
func (g *validators) union(t *namedType) []jen.Code {
	checks := []jen.Code{jen.Id("v").Dot("raw"), jen.Id(t.VariantsVar())}
	for _, o := range t.Options {
		checks = append(checks, g.option(o))
	}
	if t.heirs {
		return []jen.Code{jen.Id("c").Dot("Family").Call(slices.Insert(checks, 2, t.familyValues())...)}
	}
	return []jen.Code{jen.Id("c").Dot("Union").Call(checks...)}
}

// option is the function that checks a value of one of the types of a union, or nil.
func (g *validators) option(o unionOption) jen.Code {
	if o.typ.hasValidate() {
		return jen.Id(o.typ.named.checker())
	}
	outer := g.vars
	g.vars = nil
	code := g.value(o.typ, place{expr: "(*v)"})
	code, g.vars = append(g.vars, code...), outer
	if len(code) == 0 {
		return jen.Nil()
	}
	return jen.Func().Params(jen.Id("v").Op("*").Id(o.Type), jen.Id("c").Op("*").Qual(genPath, "Checker")).Block(code...)
}

// keptCheck reports what is kept, but not the members that are kept for want of a field:
// they are documented.
func keptCheck(t *namedType) []jen.Code {
	kept := jen.Id("v").Dot("Kept")
	if len(t.unnamed) == 0 {
		return []jen.Code{jen.Id("c").Dot("Kept").Call(jen.Id("v"), kept)}
	}
	code := []jen.Code{jen.Id("kept").Op(":=").Add(kept)}
	for _, name := range t.unnamed {
		code = append(code, jen.Id("kept").Dot("Delete").Call(jen.Lit(name)))
	}
	return append(code, jen.Id("c").Dot("Kept").Call(jen.Id("v"), jen.Id("kept")))
}

// inside surrounds code by a step into the value and back.
func inside(key jen.Code, how string, code []jen.Code) []jen.Code {
	out := append([]jen.Code{jen.Id("c").Dot(how).Call(key)}, code...)
	return append(out, jen.Id("c").Dot("Out").Call())
}

// place is a value being checked: its Go expression, and how deep in loops it is.
type place struct {
	expr   string
	depth  int
	secret bool // the value must not be in messages
}

// address is the Go expression of the address of the value.
func (p place) address() string {
	if inner, ok := strings.CutPrefix(p.expr, "(*"); ok && strings.IndexByte(inner, ')') == len(inner)-1 {
		return inner[:len(inner)-1]
	}
	return "&" + p.expr
}

func (p place) add(rule string, value, limit jen.Code) jen.Code {
	if p.secret && rule != "minLength" && rule != "maxLength" {
		value = jen.Nil()
	}
	return jen.Id("c").Dot("Add").Call(jen.Lit(rule), value, limit)
}

// when is an if statement, or nothing when there is nothing to do.
func when(cond string, then []jen.Code) []jen.Code {
	if len(then) == 0 {
		return nil
	}
	return []jen.Code{jen.If(jen.Id(cond)).Block(then...)}
}

// whenElse is an if statement with two branches; the first one may be empty.
func whenElse(cond, opposite string, then, otherwise []jen.Code) []jen.Code {
	if len(then) == 0 {
		return when(opposite, otherwise)
	}
	if len(otherwise) == 0 {
		return when(cond, then)
	}
	return []jen.Code{jen.If(jen.Id(cond)).Block(then...).Else().Block(otherwise...)}
}

// field checks one field. What is read-only is not sent on purpose,
// and what the client fills in may be empty.
func (g *validators) field(f *field) []jen.Code {
	if f.readOnly {
		return nil
	}
	p := place{expr: "v." + f.Name, secret: f.secret}
	var missing []jen.Code
	if f.required && f.Constant == "" {
		missing = []jen.Code{jen.Id("c").Dot("Missing").Call()}
	}
	inner := p
	switch {
	case f.wrapped:
		inner.expr = "(*p)"
		code := whenElse("p != nil", "p == nil", g.value(f.typ, inner), when("v."+f.Name+".IsZero()", missing))
		if len(code) == 0 {
			return nil
		}
		return []jen.Code{jen.Block(append([]jen.Code{jen.Id("p").Op(":=").Id(p.expr).Dot("Ptr").Call()}, code...)...)}
	case f.pointer:
		inner.expr = "(*" + p.expr + ")"
		return whenElse(p.expr+" != nil", p.expr+" == nil", g.value(f.typ, inner), missing)
	case f.typ.shape == shapeScalar, f.typ.shape == shapeFile, f.typ.shape == shapeNamed && f.typ.named.Kind == kindUnion:
		return whenElse("!"+p.expr+".IsZero()", p.expr+".IsZero()", g.value(f.typ, p), missing)
	case f.several && missing != nil:
		return whenElse("len("+p.expr+") > 0", "len("+p.expr+") == 0", g.value(f.typ, p), missing)
	case f.typ.nilable():
		return whenElse(p.expr+" != nil", p.expr+" == nil", g.value(f.typ, p), missing)
	}
	return g.inPlace(f, p, missing)
}

// inPlace checks a required field that holds its value itself. An empty string counts as
// missing only where it could not be meant: where it breaks a limit anyway.
func (g *validators) inPlace(f *field, p place, missing []jen.Code) []jen.Code {
	base := f.typ
	if base.shape == shapeNamed && base.named.Kind == kindEnum {
		base = base.named.base
	}
	code := g.value(f.typ, p)
	if f.Constant != "" && !f.guessed && g.view.server != nil && base.shape != shapeBool {
		// A client fills it in; a server tells operations of one method and path apart by it.
		other := jen.If(jen.Id(p.expr).Op("!=").Id(f.Constant)).Block(p.add("const", jen.Id(p.expr), jen.Id(f.Constant)))
		code = append(code, other)
	}
	switch {
	case base.shape == shapeString && (f.typ.shape == shapeNamed && !hasConst(f.typ.named, `""`) || f.typ.schema.MinLength > 0 || f.Constant != ""):
		return whenElse(p.expr+` != ""`, p.expr+` == ""`, code, missing)
	case f.Constant != "" && base.shape != shapeBool:
		return when(p.expr+" != 0", code)
	}
	return code
}

func hasConst(t *namedType, literal string) bool {
	for _, c := range t.Consts {
		if c.Literal == literal {
			return true
		}
	}
	return false
}

// value checks a value that is there.
func (g *validators) value(t *typeRef, p place) []jen.Code {
	switch t.shape {
	case shapeString:
		if t.under == timeType {
			p.expr = "string(" + p.expr + ")"
		}
		return g.text(t.schema, p)
	case shapeInt, shapeFloat:
		return g.number(t, p)
	case shapeBool:
		return boolean(t.schema, p)
	case shapeScalar:
		return g.scalar(t, p)
	case shapeSlice:
		return g.list(t, p)
	case shapeMap:
		return g.members(t, p)
	case shapeObject:
		return append(counts(p, "Properties", t.schema.MinProps, t.schema.MaxProps), needed(t.schema, p)...)
	case shapeNamed:
		return named(t.named, p)
	}
	return nil
}

func named(t *namedType, p place) []jen.Code {
	switch t.Kind {
	case kindStruct, kindDefined, kindUnion:
		return []jen.Code{jen.Id(t.checker()).Call(jen.Id(p.address()), jen.Id("c"))}
	case kindEnum:
		var values []string
		for _, c := range t.Consts {
			values = append(values, c.Literal)
		}
		return []jen.Code{jen.If(jen.Op("!").Id(p.expr).Dot("Valid").Call()).Block(
			p.add("enum", jen.Id(p.expr), jen.Lit(strings.Join(values, ", "))))}
	}
	return nil
}

// kindSet is the sdk.ScalarKinds of JSON types.
func kindSet(kinds []string) jen.Code {
	var set *jen.Statement
	for _, k := range kinds {
		one := jen.Qual(sdkPath, "Scalar"+strings.ToUpper(k[:1])+k[1:])
		if set == nil {
			set = one
		} else {
			set = set.Op("|").Add(one)
		}
	}
	return set
}

// boolean checks an enumeration of booleans, which allows one value or says nothing.
func boolean(s *openapi3.Schema, p place) []jen.Code {
	seen := map[bool]bool{}
	for _, v := range s.Enum {
		if b, ok := v.(bool); ok {
			seen[b] = true
		}
	}
	if len(seen) != 1 {
		return nil
	}
	cond := p.expr
	if seen[true] {
		cond = "!" + cond
	}
	return when(cond, []jen.Code{p.add("enum", jen.Id(p.expr), jen.Lit(seen[true]))})
}
