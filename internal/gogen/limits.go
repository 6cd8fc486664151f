package gogen

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// text checks a string. Length is counted in code points (JSON Schema Validation,
// section 3.2.1: "the number of its characters as defined by RFC 7159").
func (g *validators) text(s *openapi3.Schema, p place) []jen.Code {
	var code []jen.Code
	length := func(rule, op string, limit uint64) {
		code = append(code, jen.If(
			jen.Id("n").Op(":=").Qual("unicode/utf8", "RuneCountInString").Call(jen.Id(p.expr)),
			jen.Id("n").Op(op).Lit(int(limit)),
		).Block(p.add(rule, jen.Id("n"), jen.Lit(int(limit)))))
	}
	if s.MinLength > 0 && s.MinLength <= math.MaxInt32 {
		length("minLength", "<", s.MinLength)
	}
	if s.MaxLength != nil && *s.MaxLength <= math.MaxInt32 {
		length("maxLength", ">", *s.MaxLength)
	}
	if s.Pattern == "" {
		return code
	}
	source, err := goPattern(s.Pattern)
	if err != nil {
		g.notes = append(g.notes, jen.Comment(printable(fmt.Sprintf("%s: the pattern %q is not checked: %v.", p.expr, s.Pattern, err))))
		return code
	}
	number, ok := g.patterns[source]
	if !ok {
		number = len(g.order)
		g.patterns[source] = number
		g.order = append(g.order, source)
	}
	return append(code, jen.If(jen.Op("!").Id(fmt.Sprintf("pattern%d", number)).Dot("Match").Call(jen.Id(p.expr))).Block(
		p.add("pattern", jen.Id(p.expr), jen.Lit(s.Pattern))))
}

// number checks limits of an integer or a number.
func (g *validators) number(t *typeRef, p place) []jen.Code {
	s := t.schema
	var code []jen.Code
	compare := func(rule string, limit *float64, op string) {
		if limit == nil {
			return
		}
		left, right, ok := comparable(t, p.expr, *limit)
		if ok {
			code = append(code, jen.If(jen.Id(left).Op(op).Id(right)).Block(p.add(rule, jen.Id(p.expr), jen.Id(right))))
		}
	}
	if exclusive(s.ExclusiveMin) {
		compare("exclusiveMinimum", s.Min, "<=")
	} else {
		compare("minimum", s.Min, "<")
	}
	if exclusive(s.ExclusiveMax) {
		compare("exclusiveMaximum", s.Max, ">=")
	} else {
		compare("maximum", s.Max, ">")
	}
	if m := s.MultipleOf; m != nil && *m > 0 && !math.IsInf(*m, 0) {
		right := literal(*m)
		cond := jen.Op("!").Qual(genPath, "IsMultiple").Call(jen.Id("float64").Call(jen.Id(p.expr)), jen.Id(right))
		if t.shape == shapeInt && whole(*m) {
			// float64 would round integers beyond 2^53.
			cond = jen.Id(p.expr).Op("%").Id(strconv.FormatInt(int64(*m), 10)).Op("!=").Lit(0)
			if t.under == "int32" && *m > math.MaxInt32 {
				cond = jen.Id(p.expr).Op("!=").Lit(0)
			}
		} else if t.shape == shapeFloat {
			cond = jen.Op("!").Qual(genPath, "IsMultiple").Call(jen.Id(p.expr), jen.Id(right))
		}
		code = append(code, jen.If(cond).Block(p.add("multipleOf", jen.Id(p.expr), jen.Id(right))))
	}
	return code
}

func exclusive(b openapi3.ExclusiveBound) bool { return b.Bool != nil && *b.Bool }

// comparable gives both sides of a comparison with a limit, in a type that holds them
// exactly. ok is false for a limit beyond 2^53: the reader has already rounded it, and a
// check against a rounded limit could refuse a good value.
func comparable(t *typeRef, expr string, limit float64) (left, right string, ok bool) {
	switch {
	case math.IsNaN(limit) || math.IsInf(limit, 0):
		return "", "", false
	case t.shape == shapeFloat:
		return expr, literal(limit), true
	case math.Abs(limit) > 1<<53:
		return "", "", false
	case t.under == "uint64" || !whole(limit):
		return "float64(" + expr + ")", literal(limit), true
	case t.under == "int32":
		return "int64(" + expr + ")", literal(limit), true
	}
	return expr, literal(limit), true
}

func whole(f float64) bool { return f == math.Trunc(f) && math.Abs(f) <= 1<<53 }

// literal writes a number as Go source, whole numbers without exponent.
func literal(f float64) string {
	if whole(f) {
		return strconv.FormatInt(int64(f), 10)
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}

// scalar checks a value of several scalar types: that it has one of them, and the limits
// of that one and those beside the alternatives. Two alternatives of one type allow what either allows, which is not
// checked; a whole number is checked as integer only where no other number is allowed.
func (g *validators) scalar(t *typeRef, p place) []jen.Code {
	code := []jen.Code{jen.If(jen.Op("!").Id(p.expr).Dot("Is").Call(kindSet(t.kinds))).Block(
		p.add("type", jen.Id(p.expr).Dot("String").Call(), jen.Lit(strings.Join(t.kinds, " or "))))}
	byKind := map[string][]*openapi3.Schema{}
	for _, ref := range document.Alternatives(t.schema) {
		kind := ref.Value.Type.Slice()[0]
		byKind[kind] = append(byKind[kind], ref.Value)
	}
	is := func(kind string, inner []jen.Code) {
		if len(inner) > 0 {
			code = append(code, jen.If(jen.Id(p.expr).Dot("Is").Call(kindSet([]string{kind}))).Block(inner...))
		}
	}
	q := p
	q.expr = p.expr + ".String()"
	if one := byKind["string"]; len(one) > 0 {
		texts := g.text(t.schema, q)
		if len(one) == 1 {
			texts = append(append(texts, g.text(one[0], q)...), oneOfTexts(one[0], q)...)
		}
		is("string", texts)
	}
	code = append(code, oneOfScalars(t.schema, q)...)
	number := func(kind, method string, as *typeRef) {
		q := p
		q.expr = "number"
		beside := *as
		beside.schema = t.schema
		inner := g.number(&beside, q)
		if as.schema != nil {
			inner = append(inner, g.number(as, q)...)
		}
		if len(inner) > 0 {
			is(kind, []jen.Code{jen.If(
				jen.List(jen.Id("number"), jen.Err()).Op(":=").Id(p.expr).Dot(method).Call(), jen.Err().Op("==").Nil(),
			).Block(inner...)})
		}
	}
	switch integers, numbers := byKind["integer"], byKind["number"]; {
	case len(integers) > 0 && len(numbers) == 0:
		number("integer", "Int64", &typeRef{shape: shapeInt, name: "int64", under: "int64", schema: sole(integers)})
	case len(numbers) > 0:
		numbers = append(numbers, integers...) // whole numbers are numbers, too
		number("number", "Float64", &typeRef{shape: shapeFloat, name: "float64", under: "float64", schema: sole(numbers)})
	}
	return code
}

// sole is the only one of some schemas, nil where there are several.
func sole(all []*openapi3.Schema) *openapi3.Schema {
	if len(all) != 1 {
		return nil
	}
	return all[0]
}

// oneOfScalars checks an enumeration of values of several types, which stands beside the alternatives.
func oneOfScalars(s *openapi3.Schema, p place) []jen.Code {
	var tests, values []string
	for _, v := range s.Enum {
		if v != nil {
			tests = append(tests, p.expr+" != "+strconv.Quote(constantText(v)))
			values = append(values, constantText(v))
		}
	}
	if len(tests) == 0 {
		return nil
	}
	return []jen.Code{jen.If(jen.Id(strings.Join(tests, " && "))).Block(
		p.add("enum", jen.Id(p.expr), jen.Lit(strings.Join(values, ", "))))}
}

// oneOfTexts checks an enumeration of strings that has no Go type of its own.
func oneOfTexts(s *openapi3.Schema, p place) []jen.Code {
	var tests, values []string
	for _, v := range s.Enum {
		if text, ok := v.(string); ok {
			tests = append(tests, p.expr+" != "+strconv.Quote(text))
			values = append(values, strconv.Quote(text))
		}
	}
	if len(tests) == 0 {
		return nil
	}
	return []jen.Code{jen.If(jen.Id(strings.Join(tests, " && "))).Block(
		p.add("enum", jen.Id(p.expr), jen.Lit(strings.Join(values, ", "))))}
}

// counts checks how many items or members there are.
func counts(p place, what string, least uint64, most *uint64) []jen.Code {
	var code []jen.Code
	one := func(rule, op string, limit uint64) {
		code = append(code, jen.If(
			jen.Id("n").Op(":=").Len(jen.Id(p.expr)), jen.Id("n").Op(op).Lit(int(limit)),
		).Block(p.add(rule+what, jen.Id("n"), jen.Lit(int(limit)))))
	}
	if least > 0 && least <= math.MaxInt32 {
		one("min", "<", least)
	}
	if most != nil && *most <= math.MaxInt32 {
		one("max", ">", *most)
	}
	return code
}

// list checks a list and its items.
func (g *validators) list(t *typeRef, p place) []jen.Code {
	code := counts(p, "Items", t.schema.MinItems, t.schema.MaxItems)
	if t.schema.UniqueItems && equatable(t.elem) {
		code = append(code, jen.If(
			jen.Id("i").Op(":=").Qual(genPath, "Duplicate").Call(jen.Id(p.expr)), jen.Id("i").Op(">=").Lit(0),
		).Block(p.add("uniqueItems", jen.Id(p.expr).Index(jen.Id("i")), jen.Nil())))
	}
	i := fmt.Sprintf("i%d", p.depth)
	item := g.item(t.elem, p.expr+"["+i+"]", p)
	if len(item) == 0 {
		return code
	}
	return append(code, jen.For(jen.Id(i).Op(":=").Range().Id(p.expr)).Block(inside(jen.Id(i), "At", item)...))
}

// item checks an element of a list or map; one that may be null is held by a pointer.
func (g *validators) item(t *typeRef, expr string, outer place) []jen.Code {
	p := place{expr: expr, depth: outer.depth + 1, secret: outer.secret}
	switch {
	case t.itemPointer():
		p.expr = "(*" + expr + ")"
		return when(expr+" != nil", g.value(t, p))
	case t.shape == shapeScalar:
		return when("!"+expr+".IsZero()", g.value(t, p))
	}
	return g.value(t, p)
}

// equatable reports whether items can be compared with ==.
func equatable(t *typeRef) bool {
	if t.itemPointer() {
		return false
	}
	switch t.shape {
	case shapeString, shapeInt, shapeFloat, shapeBool, shapeScalar:
		return true
	case shapeNamed:
		return t.named.Kind == kindEnum
	}
	return false
}

// members checks a map and its values. Violations are put in order afterwards: Go walks
// a map in another order each time.
func (g *validators) members(t *typeRef, p place) []jen.Code {
	code := append(counts(p, "Properties", t.schema.MinProps, t.schema.MaxProps), needed(t.schema, p)...)
	return append(code, g.values(t.elem, p)...)
}

// values checks the values of a map. The copy that a method is called on is declared at
// the start of the function: inside the loop it would be moved to the heap.
func (g *validators) values(elem *typeRef, p place) []jen.Code {
	item := fmt.Sprintf("item%d", p.depth)
	key, mark := fmt.Sprintf("key%d", p.depth), fmt.Sprintf("mark%d", p.depth)
	if !elem.itemPointer() && elem.shape == shapeNamed && elem.named.Kind != kindEnum {
		copied := fmt.Sprintf("copy%d", len(g.vars))
		g.vars = append(g.vars, jen.Var().Id(copied).Id(elem.expr()))
		code := g.item(elem, copied, p)
		if len(code) == 0 { // a union, which is not checked
			g.vars = g.vars[:len(g.vars)-1]
			return nil
		}
		return loop(p, mark, key, item, append([]jen.Code{jen.Id(copied).Op("=").Id(item)}, inside(jen.Id(key), "In", code)...))
	}
	code := g.item(elem, item, p)
	if len(code) == 0 {
		return nil
	}
	return loop(p, mark, key, item, inside(jen.Id(key), "In", code))
}

// loop walks a map and puts what it finds in order.
func loop(p place, mark, key, item string, body []jen.Code) []jen.Code {
	return []jen.Code{
		jen.Id(mark).Op(":=").Id("c").Dot("Mark").Call(),
		jen.For(jen.List(jen.Id(key), jen.Id(item)).Op(":=").Range().Id(p.expr)).Block(body...),
		jen.Id("c").Dot("SortSince").Call(jen.Id(mark)),
	}
}

// extra checks additional properties and the number of all properties, where the
// document limits it.
func (g *validators) extra(t *namedType) []jen.Code {
	if t.extra == nil {
		return nil
	}
	return g.values(t.extra, place{expr: "v.AdditionalProperties"})
}
