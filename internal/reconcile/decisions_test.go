package reconcile

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// typeIn reads a type: a kind, perhaps with a format, the name of a structure, or "array" or "map" with the type of what it holds.
func typeIn(words string, structures map[string]*api.Schema) api.Type {
	first, rest, _ := strings.Cut(words, " ")
	if s := structures[first]; s != nil {
		return api.Type{Kind: api.Object, Schema: s}
	}
	kind, format, _ := strings.Cut(first, ":")
	t := api.Type{Kind: api.Kind(kind), Format: format}
	if kind == "array" || kind == "map" {
		elem := typeIn(rest, structures)
		t.Elem = &elem
	}
	return t
}

// claimsIn reads claims: "maximum=3", "enum=a,b", with the words before that say more: "label", "cell", "each" of the
// elements, "if" in some cases only, "weak", "b" of another page. Each stands on a line of its own.
func claimsIn(t *testing.T, words string, line int) []api.Claim {
	t.Helper()
	var out []api.Claim
	for i, said := range strings.Split(words, "; ") {
		c := api.Claim{Origin: api.Origin{Page: "a", Pos: source.Pos{Line: line + i, Col: 1}, How: api.FromProse}}
		for word := range strings.FieldsSeq(said) {
			switch fact, value, valued := strings.Cut(word, "="); {
			case valued:
				c.Fact = api.Fact(fact)
				if c.Values = []string{value}; fact == "enum" || fact == "values" {
					c.Values = strings.Split(value, ",")
				}
			case word == "label":
				c.Origin.How = api.FromLabel
			case word == "cell":
				c.Origin.How = api.FromColumn
			case word == "each":
				c.Elems = true
			case word == "if":
				c.Conditional = true
			case word == "weak":
				c.Weak = true
			case word == "b":
				c.Origin.Page = "b"
			case word == "beside":
				c.Origin.Pos.Line--
			default:
				c.Fact = api.Fact(word)
			}
		}
		if c.Fact != "" {
			out = append(out, c)
		}
	}
	return out
}

// decision writes what was decided of a field.
func decision(f *api.Field) string {
	out, d := f.Type.String(), f.Decided
	out += bounded("", d.Limits) + bounded("each ", d.Elems)
	for _, v := range []struct {
		name  string
		value *api.Value
	}{{"default", d.Default}, {"const", d.Const}, {"lowest version", d.LowestVersion}, {"example", d.Example}} {
		if v.value != nil {
			out += ", " + v.name + " " + v.value.JSON
		}
	}
	for _, flag := range []struct {
		name string
		set  bool
	}{{"deprecated", d.Deprecated}, {"read only", d.ReadOnly}, {"only in examples", d.OnlyInExamples}, {"timestamp", d.Timestamp}} {
		if flag.set {
			out += ", " + flag.name
		}
	}
	for _, c := range d.Contradicted {
		out += fmt.Sprintf(", not %s of %s:%d", c.Fact, c.Origin.Page, c.Origin.Pos.Line)
	}
	return out
}

// bounded writes limits, "" for none.
func bounded(of string, l api.Limits) string {
	var out string
	for _, b := range []struct{ name, value string }{{"at least", l.Min}, {"at most", l.Max}, {"matches", l.Pattern}} {
		if b.value != "" {
			out += ", " + of + b.name + " " + b.value
		}
	}
	for _, b := range []struct {
		name  string
		value *uint64
	}{{"%d characters or more", l.MinLength}, {"%d characters or less", l.MaxLength}, {"%d elements or more", l.MinItems}, {"%d elements or less", l.MaxItems}} {
		if b.value != nil {
			out += ", " + of + fmt.Sprintf(b.name, *b.value)
		}
	}
	for i, v := range l.Enum {
		if i == 0 {
			out += ", " + of + "one of"
		}
		if out += " " + v.JSON; slices.Contains(l.Shown, v) {
			out += " (shown)"
		}
	}
	if l.Unique {
		out += ", none twice"
	}
	return out
}

// told writes findings, each with its place, its rule, its words where they are asked for, and the further lines.
func told(found []diag.Finding, words bool) string {
	var out strings.Builder
	for _, f := range found {
		fmt.Fprintf(&out, "\n\t  ! %s:%d %s", f.Page, f.Pos.Line, strings.TrimPrefix(f.Rule, "docs/"))
		if words {
			out.WriteString(": " + f.Message)
		}
		for _, r := range f.Related {
			fmt.Fprintf(&out, " (%s:%d)", r.Page, r.Pos.Line)
		}
	}
	return out.String()
}

// shownOn is an example of the field f on a page, at a line; nothing where there is no value.
func shownOn(page string, line int, side api.Side, value string) []*api.Example {
	if value == "" {
		return nil
	}
	e := printedAt(line, side, 200, value)
	if e.Origin.Page = page; side == api.SideRequest {
		e.Status = 0
	}
	return []*api.Example{e}
}

// TestDecisionsOnLimits: what two statements, a third one and two examples come to.
func TestDecisionsOnLimits(t *testing.T) {
	said := map[string][]string{
		"string": {"", "maxLength=3", "label maxLength=3; label minLength=2", "minLength=2; maxLength=1", "if maxLength=9; beside if minLength=1", "b maxLength=4", "pattern=^[a-z]+$", "weak pattern=^a", "enum=a,abc",
			"values=a,abc", "if values=a,b", "const=abc", "weak const=abc", "default=abcde", "label default=b", "example=abcde; example=b", "example=2020-01-08T09:59:49Z", "nullable", "deprecated", "readOnly", "if deprecated"},
		"integer": {"", "maximum=3", "label maximum=3; label minimum=2", "minimum=9; maximum=1", "maximum=4; minimum=1; if minimum=0; beside if maximum=9", "maximum=4; minimum=1; if minimum=9; beside if maximum=5", "maximum=4; minimum=1; if minimum=9; beside if maximum=9", "maximum=4; minimum=1; if minimum=0; b beside if maximum=9", "b maximum=400", "enum=1,5", "enum=on,off", "values=1,2",
			"const=5", "const=x", "default=5", "default=1.5", "default=none (0)", "default=ten", "default=0644", "default=1644", "default=0899", "label default=2", "example=x; example=5", "minimum=1; minimum=2", "label minimum=1; b minimum=2", "lowestVersion=2", "if maximum=9"},
		"array string": {"", "maxItems=1", "label minItems=2; label maxItems=3", "minItems=3; maxItems=1", "uniqueItems", "each maxLength=1", "label each minLength=2; label each maxLength=9", "each enum=a,b", "enum=a,c", "each values=a,b", "values=a", "each pattern=^a$", "each example=b",
			`default=["a"]`, "default=a", "if enum=a,b", "b enum=a,b,c", "each const=a", "each maxLength=3; each minLength=1; if maxLength=9; beside if minLength=0", "default=]"},
	}
	shown := map[string][]string{
		"string":       {"", `"a"`, `"abc"`, `" abc"`, `"b"`, `"xxxx"`, `"a...z"`, `""`, `null`, `5`, `"2020-01-08T09:59:49Z"`, `"$id"`},
		"integer":      {"", `1`, `5`, `300`, `2.5`, `"5"`, `"xxxx"`, `null`, `-1`},
		"array string": {"", `[]`, `["a"]`, `["a","a"]`, `["abc","b","c"]`, `["xxxx"]`, `[null]`, `[1]`, `"a"`, `null`, `[["a"]]`},
	}
	for _, typ := range []string{"string", "integer", "array string"} {
		name, _, _ := strings.Cut(typ, " ")
		golden.EqualCombined(t, "testdata/decisions/limits_"+name+".txt", 160, [][]string{said[typ], said[typ], {"", "label maximum=4; label maxLength=4; label maxItems=4"}, shown[typ], shown[typ], {"one page", "two pages"}, {"response", "request"}}, func(c []string) string {
			return weighed(t, typ, c[:3], c[3], c[4], c[5], api.Side(c[6]))
		})
	}
}

// TestDecisionsOnValues: what three lists of values and two examples come to.
func TestDecisionsOnValues(t *testing.T) {
	lists := map[string][]string{
		"string":       {"", "enum=a,abc", "label enum=abc,b", "b enum=abc,q,r", "b enum=a", "values=a,abc", "b values=a,b,zz", "values=a,abc,zz", "b values=zz", "values=abc,a", "if values=a,b,c", "b values=b"},
		"integer":      {"", "enum=1,5", "label enum=5,2", "enum=1,off", "b enum=5,1", "values=1,2", "values=1,x", "values=1,5,7", "b values=1,5,x", "b values=7"},
		"array string": {"", "each enum=a,abc", "enum=a,b", "b each enum=abc,q", "each values=a,abc,zz", "values=a", "b values=a,c", "if enum=a"},
	}
	shown := map[string][]string{
		"string":       {"", `"a"`, `" abc"`, `"b"`, `"c"`, `"a abc"`, `"a,"`, `"[a]"`, `"{\"a\": 1}"`, `"[1,]"`, `"[\"a\"]"`, `"{"`, `"a\nb"`, `"` + strings.Repeat("y", 200) + `"`, `"` + strings.Repeat("y", 201) + `"`, `"$id"`, `5`, `null`},
		"integer":      {"", `1`, `5`, `7`, `9`, `2.5`, `"5"`, `null`},
		"array string": {"", `[]`, `["a"]`, `["abc","c"]`, `["xxxx"]`, `["a abc"]`, `"a"`},
	}
	for _, typ := range []string{"string", "integer", "array string"} {
		name, _, _ := strings.Cut(typ, " ")
		golden.EqualCombined(t, "testdata/decisions/values_"+name+".txt", 150, [][]string{lists[typ], lists[typ], lists[typ], shown[typ], shown[typ], {"one page", "two pages"}}, func(c []string) string {
			return weighed(t, typ, c[:3], c[3], c[4], c[5], api.SideResponse)
		})
	}
}

// weighed decides a field by claims and by two examples, the second of which may be on another page.
func weighed(t *testing.T, typ string, claims []string, first, second, pages string, side api.Side) string {
	t.Helper()
	f := field("f", "")
	f.Type, f.Claims, f.Origin.Page = typeIn(typ, nil), nil, "a"
	for i, words := range claims {
		f.Claims = append(f.Claims, claimsIn(t, words, 20+10*i)...)
	}
	page := "a"
	if pages == "two pages" {
		page = "b"
	}
	examples := append(shownOn("a", 50, side, member(first)), shownOn(page, 60, side, member(second))...)
	body := &api.Schema{Name: "Box", Label: "box", Request: side == api.SideRequest, Fields: []*api.Field{f}, Origin: api.Origin{Page: "a", Pos: source.Pos{Line: 1, Col: 1}}}
	_, found := reconciled([]*api.Schema{body}, exchange(side, body, examples))
	return decision(f) + fit(examples) + told(found, true)
}

// exchange is an operation with a body on one side.
func exchange(side api.Side, body *api.Schema, examples []*api.Example) *api.Operation {
	op := &api.Operation{ID: "Op", Method: "POST", Path: "/box", Examples: examples}
	if side == api.SideRequest {
		op.Body = bodyIs(body)
	} else {
		op.Responses = []*api.Response{{Status: 200, Body: bodyIs(body)}}
	}
	return op
}

// member is a body with a value for the field f, "" without one.
func member(value string) string {
	if value == "" {
		return ""
	}
	return `{"f": ` + value + `}`
}

// fit says of each example whether it satisfies the tables alone and what was decided.
func fit(examples []*api.Example) string {
	var out string
	for _, e := range examples {
		switch {
		case e.ByTables && e.Valid:
			out += " fits"
		case e.Valid:
			out += " fits now"
		case e.ByTables:
			out += " fits the table only"
		default:
			out += " breaks"
		}
	}
	return out
}

// TestDecisionsOnKinds: what a table and examples say of the kind of a field.
func TestDecisionsOnKinds(t *testing.T) {
	kinds := []string{"string", "integer", "integer:int32", "integer:int64", "number", "boolean", "any", "object", "binary", "Lid", "array string", "array any", "array Lid", "map integer", "map any", "map Lid", "array object", "Code"}
	values := []string{"", "absent", `"a"`, `""`, `5`, `5000000000`, `2.5`, `2.0`, `true`, `null`, `{}`, `{"wood": "oak"}`, `{"wood": "oak", "rim": 1}`, `{"5f0c": {"wood": "oak"}}`, `{"p q": 1}`, `[]`, `["a"]`, `[1, 2.5]`, `[{"wood": "oak"}]`, `[{"wood": "oak"}, {"wood": "elm"}]`, `[{"rim": 1}]`, `[null, "a"]`, `"$id"`}
	golden.EqualCombined(t, "testdata/decisions/kinds.txt", 380, [][]string{kinds, values, values, {"", "nullable", "default=5", `default={"wood":"oak"}`, "default=true", "enum=5,a", "example=5", "type=array", "default=99999999999", "default=9223372036854775808", "default=ten", "mandatory=conditional", "const=5", "minimum=1; maximum=9", "each enum=5,7", "enum=5,7", "if each enum=5,7", "cell mandatory=yes"}, {"row", "only in examples", "a cell that says JSON"}, {"f", "fs", "status"}, {"response", "request"}, {"yes", "no", "conditional"}}, func(c []string) string {
		lid := &api.Schema{Name: "Lid", Label: "lid", Request: c[6] == "request", Origin: api.Origin{Page: "a", Pos: source.Pos{Line: 5, Col: 1}}, Fields: []*api.Field{field("wood", api.String)}}
		code := &api.Schema{Name: "Code", Label: "code", Request: lid.Request, Origin: lid.Origin, Root: &api.Type{Kind: api.String}}
		f := field(c[5], "")
		f.Type, f.Need, f.Claims = typeIn(c[0], map[string]*api.Schema{"Lid": lid, "Code": code}), api.Need(c[7]), claimsIn(t, c[3], 20)
		kind := claim(api.FactKind, string(f.Type.Kind))
		switch kind.Origin.How = api.FromColumn; c[4] {
		case "a cell that says JSON":
			kind.Words = "JSON"
			fallthrough
		case "row":
			f.Claims = append(f.Claims, kind)
		case "only in examples":
			f.Origin.How, f.Decided.OnlyInExamples = api.FromExample, true
		}
		f.Origin.Page = "a"
		body := &api.Schema{Name: "Box", Label: "box", Request: c[6] == "request", Fields: []*api.Field{f, field("id", api.String)}, Origin: api.Origin{Page: "a", Pos: source.Pos{Line: 1, Col: 1}}}
		side, examples := api.Side(c[6]), []*api.Example(nil)
		for i, value := range c[1:3] {
			switch value {
			case "":
			case "absent":
				examples = append(examples, shownOn("a", 50+i, side, `{"id": "b"}`)...)
			default:
				examples = append(examples, shownOn("a", 50+i, side, `{"`+c[5]+`": `+value+`}`)...)
			}
		}
		svc, found := reconciled([]*api.Schema{body, lid, code}, exchange(side, body, examples))
		return decision(f) + " " + string(f.Need) + fit(examples) + " " + outlines(svc, "Code(") + told(found, true)
	})
}

// outlines writes the structures of a service but those that are as before, and what members of other names are.
func outlines(svc *api.Service, before ...string) string {
	var out []string
	for _, s := range svc.Schemas {
		text := s.Name + "("
		for i, f := range s.Fields {
			if i > 0 {
				text += ", "
			}
			text += f.Name + " " + f.Type.String()
		}
		if s.Extra != nil {
			text += " + " + s.Extra.String()
		}
		if text += ")"; !slices.ContainsFunc(before, func(old string) bool { return strings.HasPrefix(text, old) }) {
			out = append(out, text)
		}
	}
	return strings.Join(out, " ")
}
