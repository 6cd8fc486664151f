package merge

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// combined writes what comes out of combinations of one choice of each axis, any three of which meet.
func combined(t *testing.T, name string, axes [][]string, result func(pick []string) string) {
	t.Helper()
	var sizes []int
	for _, axis := range axes {
		sizes = append(sizes, len(axis))
	}
	var out strings.Builder
	for _, pick := range golden.Combined(sizes, 400) {
		var words []string
		for i, n := range pick {
			words = append(words, axes[i][n])
		}
		out.WriteString(strings.Join(words, " | ") + "\n\t→ " + result(words) + "\n")
	}
	golden.Equal(t, "testdata/"+name+".txt", []byte(out.String()))
}

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
	beside := []string{"", "name string", "name string, tap string, rim string", "name integer, tap string, rim string, cup string"}
	combined(t, "types", [][]string{types, types, append([]string{""}, types[:9]...), beside, beside, {"jar", "Jar", "jars", "tub", ""}}, func(c []string) string {
		jar := func(page, label, typ, beside string) *api.Schema {
			return pageJar(page, label, append([]string{"id string", "size " + typ}, strings.Split(beside, ", ")...)...)
		}
		list := []*api.Schema{jar("a", "jar", c[0], c[3]), jar("b", c[5], c[1], c[4])}
		if c[2] != "" {
			list = append(list, jar("c", "jar", c[2], beside[1]))
		}
		return outcome(joined(list...))
	})
}

// TestDecisionsOnFacts: what three pages say of the limits of one field, its default and the like.
func TestDecisionsOnFacts(t *testing.T) {
	facts := []string{"", "maximum=3", "maximum=4", "maximum=3 maximum=4", "minimum=1", "default=2", "default=3", "deprecated", "enum=1,2", "enum=2,1", "enum=3", "pattern=^a$", "const=2", "text=Oak", "text=Elm example=3", "example=4"}
	ends := []string{"", "!"}
	combined(t, "facts", [][]string{facts, facts, facts, ends, ends, {"integer", "string"}, {"", "sides"}}, func(c []string) string {
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
	places := []string{"200", "201", "404", "default", "sent", "list", "inside", "parameter", "variant"}
	paths := []string{"/jars", "/jars/{id}", "/v1/jars", "/box"}
	fields := []string{"id string", "id string; name string", "knob integer"}
	combined(t, "names", [][]string{labels, places, fields, paths, labels, places, fields, {"ListJars", "ShowJar", "Jar"}}, func(c []string) string {
		svc := &api.Service{Operations: []*api.Operation{
			placed("CreateJar", c[3], c[1], pageJar("a", c[0], strings.Split(c[2], "; ")...)), placed(c[7], "/jars/{id}", c[5], pageJar("b", c[4], strings.Split(c[6], "; ")...)),
			placed("CheckJar", "/jars/{id}/check", "200", pageJar("c", "jar", "id string", "lid lid")),
		}}
		found := new(diag.List)
		Schemas(svc, found)
		return outcome(svc.Schemas, found.Sorted())
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
