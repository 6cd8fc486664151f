package merge

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// pageJar is a structure as a page describes it: "lid string" is a field with its type, "lid string!" a
// mandatory one, and "lid string max=3 text=Oak" has claims and a description. Each has a line of its own.
func pageJar(name, label string, fields ...string) *api.Schema {
	s := &api.Schema{Label: label, Origin: api.Origin{Page: name}}
	for i, field := range fields {
		words := strings.Fields(field)
		if len(words) == 0 {
			continue
		}
		at := api.Origin{Page: name}
		at.Pos.Line = i + 1
		typ, mandatory := strings.CutSuffix(words[1], "!")
		f := &api.Field{Name: words[0], Type: kind(typ), Need: api.NeedNo, Origin: at}
		f.Type.Each(func(t *api.Type) {
			if t.Schema != nil {
				t.Schema.Origin = at
			}
		})
		if mandatory {
			f.Need = api.NeedYes
		}
		for _, said := range words[2:] {
			fact, value, _ := strings.Cut(said, "=")
			if fact == "text" {
				f.Text = value
				continue
			}
			c := api.Claim{Fact: api.Fact(fact), Origin: at}
			if value != "" {
				c.Values = strings.Split(value, ",")
			}
			f.Claims = append(f.Claims, c)
		}
		s.Fields = append(s.Fields, f)
	}
	return s
}

// outcome writes the structures that are left, and the findings.
func outcome(schemas []*api.Schema, found []diag.Finding) string {
	var out []string
	for _, s := range schemas {
		var fields []string
		for _, f := range s.Fields {
			text := f.Name + " " + f.Type.String()
			if f.Need == api.NeedYes {
				text += "!"
			}
			if f.Text != "" {
				text += " " + f.Text
			}
			for _, c := range f.Claims {
				text += fmt.Sprintf(" %s=%s@%s", c.Fact, strings.Join(c.Values, ","), c.Origin.Page)
			}
			fields = append(fields, text)
		}
		var also string
		for _, o := range s.Also {
			also += "+" + o.Page
		}
		if s.Extra != nil {
			fields = append(fields, "others "+s.Extra.String())
		}
		out = append(out, s.Name+"@"+s.Origin.Page+also+"{"+strings.Join(fields, "; ")+"}")
	}
	for _, f := range found {
		text := fmt.Sprintf("! %s:%d", f.Page, f.Pos.Line)
		for _, r := range f.Related {
			text += fmt.Sprintf(" and %s:%d", r.Page, r.Pos.Line)
		}
		_, of, _ := strings.Cut(f.Message, "something else of ")
		out = append(out, text+" "+of)
	}
	return strings.Join(out, " ")
}

// TestDecisionsOnTypes: what three pages say of the type of one field, and of what is beside it.
func TestDecisionsOnTypes(t *testing.T) {
	types := []string{"string", "integer:int64", "number", "boolean", "any", "object", "lid", "cap", "{any", "{object", "{string", "[string", "[integer", "[lid", "[object", "string+integer"}
	beside := []string{"name string, tap string, rim string", "name string", "name integer, tap string, rim string, cup string", ""}
	extras := []string{"", "string", "integer", "{any", "any", "lid"}
	golden.EqualCombined(t, "testdata/types.txt", 400, [][]string{types, types, append([]string{""}, types[:9]...), beside[:2], beside, {"jar", "jars", "tub", ""}, extras, extras}, func(c []string) string {
		jar := func(page, label, typ, beside, extra string) *api.Schema {
			s := pageJar(page, label, append([]string{"id string", "size " + typ}, strings.Split(beside, ", ")...)...)
			if extra != "" {
				own := kind(extra)
				s.Extra = &own
			}
			return s
		}
		list := []*api.Schema{jar("a", "jar", c[0], c[3], c[6]), jar("b", c[5], c[1], c[4], c[7])}
		if c[2] != "" {
			list = append(list, jar("c", "jar", c[2], beside[0], ""))
		}
		return outcome(joined(list...))
	})
}

// TestDecisionsOnStructuresInside: fields of one page that have one structure, where those of another page
// have several.
func TestDecisionsOnStructuresInside(t *testing.T) {
	inner := []string{"knob string", "knob [string", "knob integer; rim string", "wood string", "knob lid", "knob string; wood any", "knob any"}
	golden.EqualCombined(t, "testdata/inside.txt", 400, [][]string{inner, inner, inner, {"one", "two", "list", "self", "three"}, {"one", "two"}}, func(c []string) string {
		made := map[string]*api.Schema{}
		jar := func(page string, top, bottom string) *api.Schema {
			s := pageJar(page, "jar", "id string", "name string", "tap string")
			for i, fields := range []string{top, bottom} {
				if made[page+fields] == nil {
					made[page+fields] = pageJar(page, "part "+page+string(rune('a'+i)), strings.Split(fields, "; ")...)
				}
				typ := object(made[page+fields])
				switch {
				case c[3] == "list":
					typ = list(typ)
				case c[3] == "self":
					typ.Schema.Fields = append(typ.Schema.Fields[:1:1], &api.Field{Name: "parts", Type: list(object(typ.Schema))})
				}
				s.Fields = append(s.Fields, &api.Field{Name: []string{"top", "bottom"}[i], Type: typ})
			}
			return s
		}
		second := c[2]
		if c[4] == "one" {
			second = c[1]
		}
		pages := []*api.Schema{jar("a", c[0], c[0]), jar("b", c[1], second)}
		switch c[3] {
		case "two":
			pages[0], pages[1] = pages[1], pages[0]
		case "three":
			pages = append(pages, jar("c", c[2], c[0]))
		}
		return outcome(joined(pages...))
	})
}

// TestDecisionsOnFacts: what three pages say of the limits of one field, its default and the like.
func TestDecisionsOnFacts(t *testing.T) {
	facts := []string{"", "maximum=3", "maximum=4", "maximum=3 maximum=4", "minimum=1", "default=2", "default=3", "deprecated", "enum=1,2", "enum=2,1", "enum=3", "pattern=^a$", "const=2", "text=Oak", "text=Elm example=3", "example=4"}
	ends := []string{"", "!"}
	golden.EqualCombined(t, "testdata/facts.txt", 400, [][]string{facts, facts, facts, ends, ends, {"integer", "string"}, {"", "sides"}}, func(c []string) string {
		jar := func(page, typ, facts string) *api.Schema {
			return pageJar(page, "jar", "id string", "name string", "tap string", "size "+typ+" "+facts)
		}
		list := []*api.Schema{jar("a", "integer"+c[3], c[0]), jar("b", c[5]+c[4], c[1]), jar("c", "integer", c[2])}
		if c[6] != "" { // what is sent keeps what its own page says
			svc := &api.Service{}
			for i, s := range list {
				op := withResponse(string(rune('A'+i)), s)
				if i != 1 {
					s.Request = true
					op = &api.Operation{ID: op.ID, Body: body(object(s))}
				}
				svc.Operations = append(svc.Operations, op)
			}
			found := new(diag.List)
			Schemas(svc, found)
			return outcome(svc.Schemas, found.Sorted())
		}
		return outcome(joined(list...))
	})
}

// TestDecisionsOnNames: the names of structures that operations have at several places.
func TestDecisionsOnNames(t *testing.T) {
	labels := []string{"jar", "Jar", "JAR", "jar response", "ListJars", "list jars request", "errorBody", "lid", ""}
	places := []string{"200", "201", "404", "default", "errors", "sent", "list", "inside", "parameter", "variant"}
	paths := []string{"/jars", "/jars/{id}", "/v1/jars", "/box"}
	fields := []string{"id string", "id string; name string", "knob integer"}
	golden.EqualCombined(t, "testdata/names.txt", 400, [][]string{labels, places, fields, paths, labels, places, fields, {"ListJars", "ShowJar", "Jar"}}, func(c []string) string {
		svc := &api.Service{Operations: []*api.Operation{
			placed("CreateJar", c[3], c[1], pageJar("a", c[0], strings.Split(c[2], "; ")...)), placed(c[7], "/jars/{id}", c[5], pageJar("b", c[4], strings.Split(c[6], "; ")...)),
			placed("CheckJar", "/jars/{id}/check", "200", pageJar("c", "jar", "id string", "lid lid")),
		}}
		found := new(diag.List)
		Schemas(svc, found)
		return outcome(svc.Schemas, found.Sorted())
	})
}

// TestDecisionsOnPages: pages that describe one method and path, and what readers are told of them.
func TestDecisionsOnPages(t *testing.T) {
	titles, pages := []string{"Making a Jar", "Making a jar", "Filling a Jar", ""}, []string{"a", "b", "c"}
	golden.EqualCombined(t, "testdata/pages.txt", 400, [][]string{titles, pages, titles, pages, titles, pages, titles, pages, {"", "cases", "cases of two"}}, func(c []string) string {
		var ops []*api.Operation
		for i := 0; i < 8; i += 2 {
			op := &api.Operation{ID: "MakeJar", Method: "POST", Path: "/v1/jars", Summary: c[i], Origin: api.Origin{Page: c[i+1]}}
			if op.Origin.Pos.Line = i; c[8] != "" {
				op.Origin.Pos.Line = 0
				op.Whole, op.Case = op.ID, string(rune('A'+i))
				op.ID += op.Case
				if c[8] == "cases of two" && i > 3 {
					op.Whole = "FillJar"
				}
			}
			ops = append(ops, op)
		}
		found := new(diag.List)
		var out []string
		for _, op := range Operations(ops, found) {
			out = append(out, op.ID+" “"+op.Summary+"”")
			for _, v := range op.Variants {
				out = append(out, v.ID+" of "+v.Whole)
			}
		}
		for _, f := range found.Sorted() {
			out = append(out, fmt.Sprintf("! %s:%d and %s:%d", f.Page, f.Pos.Line, f.Related[0].Page, f.Related[0].Pos.Line))
		}
		return strings.Join(out, ", ")
	})
}

// placed is an operation that has a structure at a place.
func placed(id, path, place string, s *api.Schema) *api.Operation {
	op := &api.Operation{ID: id, Path: path, Method: "POST"}
	respond := func(status int, t api.Type) {
		op.Responses = append(op.Responses, &api.Response{Status: status, Body: body(t)})
	}
	switch place {
	case "200":
		respond(200, object(s))
	case "201":
		respond(201, object(s))
		respond(200, object(pageJar("d", "", "done boolean")))
	case "404":
		respond(404, object(s))
	case "default":
		respond(api.DefaultStatus, object(s))
	case "errors":
		respond(404, object(s))
		respond(400, object(pageJar("d", "", "code string")))
		respond(403, object(pageJar("d", "", "why string")))
		respond(500, object(pageJar("d", "", "trace string", "code string")))
	case "sent":
		s.Request = true
		op.Body = body(object(s))
		respond(200, object(s))
	case "list":
		respond(200, list(object(s)))
	case "inside":
		outer := pageJar("d", "", "count integer")
		outer.Fields = append(outer.Fields, &api.Field{Name: "jars", Type: list(object(s))})
		respond(200, object(outer))
	case "parameter":
		s.Request = true
		op.Params = append(op.Params, &api.Param{In: api.InQuery, Field: api.Field{Name: "filter", Type: object(s)}})
	case "variant":
		op.Variants = []*api.Operation{{ID: id + "Wide", Path: path, Method: "POST", Whole: id}, {ID: id + "Deep", Path: path, Method: "POST", Whole: id}}
		for _, v := range op.Variants {
			v.Responses = []*api.Response{{Status: 200, Body: body(object(s))}}
		}
	}
	return op
}
