package reconcile

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// claim makes a claim as a description states it.
func claim(fact api.Fact, values ...string) api.Claim {
	return api.Claim{Fact: fact, Values: values, Origin: api.Origin{Page: "a.rst", Pos: source.Pos{Line: 3, Col: 1}, How: api.FromLabel}}
}

func elems(c api.Claim) api.Claim { c.Elems = true; return c }

// field makes a row of a table with a Type column.
func field(name string, kind api.Kind, claims ...api.Claim) *api.Field {
	f := untyped(name, claims...)
	f.Type = api.Type{Kind: kind}
	if kind == api.Array {
		f.Type.Elem = &api.Type{Kind: api.String}
	}
	f.Claims = append(f.Claims, claim(api.FactKind, string(kind)))
	return f
}

// untyped makes a row of a table without one.
func untyped(name string, claims ...api.Claim) *api.Field {
	return &api.Field{Name: name, Type: api.Type{Kind: api.String}, Claims: claims,
		Origin: api.Origin{Page: "a.rst", Pos: source.Pos{Line: 2, Col: 1}, How: api.FromColumn}}
}

// decided runs the decisions over one response with the given fields and examples.
func decided(t *testing.T, body *api.Schema, examples ...string) (*api.Operation, []diag.Finding) {
	t.Helper()
	op := &api.Operation{ID: "ShowBox", Method: "GET", Path: "/box",
		Responses: []*api.Response{{Status: 200, Body: &api.Payload{Type: api.Type{Kind: api.Object, Schema: body}}}}}
	for _, text := range examples {
		op.Examples = append(op.Examples, &api.Example{Side: api.SideResponse, Status: 200, Raw: text, Body: text, JSON: true,
			Lines: []source.Pos{{Line: 9, Col: 4}}, Origin: api.Origin{Page: "a.rst", Pos: source.Pos{Line: 9, Col: 4}}})
	}
	svc := &api.Service{Operations: []*api.Operation{op}}
	var add func(s *api.Schema)
	add = func(s *api.Schema) {
		svc.Schemas = append(svc.Schemas, s)
		for _, f := range s.Fields {
			for u := &f.Type; u != nil; u = u.Elem {
				if u.Schema != nil {
					add(u.Schema)
				}
			}
		}
	}
	add(body)
	var found diag.List
	Service(svc, &found)
	return op, found.Sorted()
}

func rules(found []diag.Finding) string {
	var out []string
	for _, f := range found {
		out = append(out, f.Rule)
	}
	return strings.Join(out, " ")
}

// limitsOf encodes what was decided of a field, so that a table can say it in one word.
func limitsOf(t *testing.T, f *api.Field) string {
	t.Helper()
	d := f.Decided
	d.Contradicted = nil
	text, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// elsewhere makes a claim that of another page.
func elsewhere(c api.Claim) api.Claim {
	c.Origin.Page = "elsewhere.rst"
	return c
}

// between are the claims of a range.
func between(low, high string) [2]api.Claim {
	return [2]api.Claim{claim(api.FactMin, low), claim(api.FactMax, high)}
}

// inCell says of a field that a cell tells its type.
func inCell(f *api.Field) *api.Field {
	for i := range f.Claims {
		if f.Claims[i].Fact == api.FactKind {
			f.Claims[i].Origin.How = api.FromColumn
		}
	}
	return f
}

// inCase makes a claim one that holds in some cases only, said in a line.
func inCase(line int, c api.Claim) api.Claim {
	c.Conditional, c.Origin.Pos.Line = true, line
	return c
}

func TestDecisions(t *testing.T) {
	for _, c := range []struct {
		what         string
		field        *api.Field
		example      string // of the field, "" for none
		typ          string
		decided      string
		rules        string
		contradicted int
	}{
		// Bounds.
		{"a bound counts", field("f", api.Integer, claim(api.FactMin, "1")), "7", "integer", `{"Limits":{"Min":"1"}}`, "", 0},
		{"a value on the bound keeps it", field("f", api.Integer, claim(api.FactMin, "1")), "1", "integer", `{"Limits":{"Min":"1"}}`, "", 0},
		{"a value beyond it drops it", field("f", api.Integer, claim(api.FactMin, "1")), "-1", "integer", `{}`, "docs/limit-contradicted", 1},
		{"a default beyond it drops it", field("f", api.Integer, claim(api.FactMin, "1"), claim(api.FactDefault, "-1")), "", "integer", `{"Default":{"JSON":"-1"}}`, "docs/limit-contradicted", 1},
		{"of two the looser counts", field("f", api.Integer, claim(api.FactMax, "9"), claim(api.FactMax, "99")), "", "integer", `{"Limits":{"Max":"99"}}`, "docs/limits-disagree", 1},
		{"numbers compare as numbers", field("f", api.Integer, claim(api.FactMin, "10"), claim(api.FactMin, "9")), "", "integer", `{"Limits":{"Min":"9"}}`, "docs/limits-disagree", 1},
		{"two sentences may be about two cases", field("f", api.Integer, said(claim(api.FactMax, "9")), said(claim(api.FactMax, "99"))), "", "integer", `{"Limits":{"Max":"99"}}`, "tool/several-limits", 1},
		{"a sentence and a label are about one value", field("f", api.Integer, said(claim(api.FactMax, "9")), claim(api.FactMax, "99")), "", "integer", `{"Limits":{"Max":"99"}}`, "docs/limits-disagree", 1},
		{"two defaults in sentences", field("f", api.Integer, said(claim(api.FactDefault, "9")), said(claim(api.FactDefault, "99"))), "", "integer", `{}`, "tool/several-limits", 2},
		{"what another page says", field("f", api.Integer, elsewhere(claim(api.FactMax, "9"))), "10", "integer", `{}`, "docs/pages-disagree", 1},
		{"a text in a sentence may show what is made of the value", field("f", api.String, claim(api.FactMaxLength, "2"), said(claim(api.FactExample, "abc"))), "", "string", `{"Example":{"JSON":"\"abc\""}}`, "tool/several-limits", 1},
		{"a number in a sentence is the value", field("f", api.Integer, claim(api.FactMax, "2"), said(claim(api.FactExample, "3"))), "", "integer", `{"Example":{"JSON":"3"}}`, "docs/limit-contradicted", 1},
		{"the mode of a file is octal", field("f", api.Integer, claim(api.FactDefault, "0644")), "", "integer", `{"Default":{"JSON":"420"}}`, "", 0},
		{"but not what only has a zero before it", field("f", api.Integer, claim(api.FactDefault, "007")), "", "integer", `{}`, "docs/default-not-of-type", 0},
		{"nor what has no octal digits", field("f", api.Integer, claim(api.FactDefault, "0689")), "", "integer", `{}`, "docs/default-not-of-type", 0},
		{"JSON in a text is not a placeholder", field("f", api.String, claim(api.FactMaxLength, "2")), `"{\"a\": 1}"`, "string", `{}`, "docs/limit-contradicted", 1},
		{"JSON in a text is not an item of a list", field("f", api.String, claim(api.FactEnum, "a", "b")), `"{\"a\": 1}"`, "string", `{}`, "docs/limit-contradicted", 1},
		{"two lines are none, either", field("f", api.String, claim(api.FactEnum, "a", "b")), `"c\nd"`, "string", `{}`, "docs/limit-contradicted", 1},
		{"but a brace may be in one", field("f", api.String, claim(api.FactEnum, "a", "b")), `"[c"`, "string", `{"Limits":{"Enum":[{"JSON":"\"a\""},{"JSON":"\"b\""},{"JSON":"\"[c\""}],"Shown":[{"JSON":"\"[c\""}]}}`, "docs/enum-lacks-value", 0},
		{"the same twice does not disagree", field("f", api.Integer, claim(api.FactMax, "9"), claim(api.FactMax, "9.0")), "", "integer", `{"Limits":{"Max":"9"}}`, "", 0},
		{"bounds that cross both go", field("f", api.Integer, claim(api.FactMin, "9"), claim(api.FactMax, "1")), "", "integer", `{}`, "docs/limits-disagree", 2},
		{"a bound of numbers leaves strings alone", field("f", api.String, claim(api.FactMin, "9")), `"a"`, "string", `{}`, "", 0},
		{"a range of numbers is not a check of a text", inCell(field("f", api.String, between("1", "9")[0], between("1", "9")[1])), `"5"`, "string", `{}`, "tool/range-of-text", 0},
		{"nor is one that no cell calls a text", field("f", api.String, between("1", "9")[0], between("1", "9")[1]), `"5"`, "string", `{}`, "", 0},
		{"one end alone may be a special value", inCell(field("f", api.String, claim(api.FactMin, "0"))), `"5"`, "string", `{}`, "", 0},
		{"nor do ends of two pages make a range", inCell(field("f", api.String, elsewhere(between("1", "9")[0]), between("1", "9")[1])), `"5"`, "string", `{}`, "", 0},
		{"a range of one of two pages", inCell(field("f", api.String, elsewhere(between("1", "9")[1]), between("1", "9")[0], between("1", "9")[1])), `"5"`, "string", `{}`, "tool/range-of-text", 0},
		{"nor does a range of some cases tell", inCell(field("f", api.String, inCase(3, between("1", "9")[0]), inCase(3, between("1", "9")[1]))), `"5"`, "string", `{}`, "", 0},
		{"a range of the texts in a list", inCell(field("f", api.Array, elems(between("1", "9")[0]), elems(between("1", "9")[1]))), `["5"]`, "array of string", `{}`, "tool/range-of-text", 0},
		{"a length counts characters, not bytes", field("f", api.String, claim(api.FactMaxLength, "2")), `"öö"`, "string", `{"Limits":{"MaxLength":2}}`, "", 0},
		{"a longer text drops it", field("f", api.String, claim(api.FactMaxLength, "2")), `"abc"`, "string", `{}`, "docs/limit-contradicted", 1},
		{"a placeholder contradicts nothing", field("f", api.String, claim(api.FactMaxLength, "2")), `"{box_id}"`, "string", `{"Limits":{"MaxLength":2}}`, "docs/placeholder-in-example", 0},
		{"a range for some cases gives way", field("f", api.Integer, between("1", "100")[0], between("1", "100")[1], inCase(3, between("0", "5")[0]), inCase(3, between("0", "5")[1])), "", "integer", `{"Limits":{"Min":"0","Max":"100"}}`, "", 0},
		{"a range for some cases inside the other", field("f", api.Integer, between("1", "100")[0], between("1", "100")[1], inCase(3, between("2", "5")[0]), inCase(3, between("2", "5")[1])), "", "integer", `{"Limits":{"Min":"1","Max":"100"}}`, "", 0},
		{"one end for some cases", field("f", api.Integer, between("1", "100")[0], between("1", "100")[1], inCase(3, between("0", "5")[0])), "", "integer", `{"Limits":{"Min":"1","Max":"100"}}`, "", 0},
		{"two ends for some cases, of two sentences", field("f", api.Integer, between("1", "100")[0], between("1", "100")[1], inCase(3, between("0", "500")[0]), inCase(4, between("0", "500")[1])), "", "integer", `{"Limits":{"Min":"1","Max":"100"}}`, "", 0},
		{"a range for some cases, and one end of all", field("f", api.Integer, between("1", "100")[0], inCase(3, between("0", "5")[0]), inCase(3, between("0", "5")[1])), "", "integer", `{"Limits":{"Min":"1"}}`, "", 0},
		{"a value of some cases below the range", field("f", api.Integer, between("1", "100")[0], between("1", "100")[1], inCase(3, claim(api.FactConst, "0"))), "", "integer", `{"Limits":{"Min":"0","Max":"100"}}`, "", 0},
		{"values of some cases above the range", field("f", api.Integer, between("1", "100")[0], between("1", "100")[1], inCase(3, claim(api.FactEnum, "7", "200", "150"))), "", "integer", `{"Limits":{"Min":"1","Max":"200"}}`, "", 0},
		{"a default of some cases stays outside", field("f", api.Integer, between("1", "100")[0], between("1", "100")[1], inCase(3, claim(api.FactDefault, "0"))), "", "integer", `{"Limits":{"Min":"1","Max":"100"}}`, "", 0},
		{"a value of some cases that is not a number", field("f", api.Integer, claim(api.FactMin, "1"), inCase(3, claim(api.FactConst, "none"))), "", "integer", `{"Limits":{"Min":"1"}}`, "", 0},
		{"a value of some cases makes no bound", field("f", api.Integer, inCase(3, claim(api.FactConst, "0"))), "", "integer", `{}`, "", 0},
		{"a value of elements in some cases", field("f", api.Integer, claim(api.FactMin, "1"), elems(inCase(3, claim(api.FactConst, "0")))), "", "integer", `{"Limits":{"Min":"1"}}`, "", 0},
		{"a claim for some cases is not a check", field("f", api.Integer, api.Claim{Fact: api.FactMin, Values: []string{"1"}, Conditional: true}), "", "integer", `{}`, "", 0},
		{"elements are counted", field("f", api.Array, claim(api.FactMaxItems, "1")), `["a","b"]`, "array of string", `{}`, "docs/limit-contradicted", 1},
		{"elements have bounds of their own", field("f", api.Array, elems(claim(api.FactMaxLength, "1"))), `["a","b"]`, "array of string", `{"Elems":{"MaxLength":1}}`, "", 0},
		{"unique elements", field("f", api.Array, claim(api.FactUnique)), `["a","b"]`, "array of string", `{"Limits":{"Unique":true}}`, "", 0},
		{"an element twice", field("f", api.Array, claim(api.FactUnique)), `["a","a"]`, "array of string", `{}`, "docs/limit-contradicted", 1},
		{"of two lower ones the looser counts", field("f", api.Integer, claim(api.FactMin, "1"), claim(api.FactMin, "5")), "", "integer", `{"Limits":{"Min":"1"}}`, "docs/limits-disagree", 1},
		{"of two upper ones, the looser first", field("f", api.Integer, claim(api.FactMax, "99"), claim(api.FactMax, "9")), "", "integer", `{"Limits":{"Max":"99"}}`, "docs/limits-disagree", 1},
		{"bounds that leave one value stay", field("f", api.Integer, claim(api.FactMin, "5"), claim(api.FactMax, "5")), "", "integer", `{"Limits":{"Min":"5","Max":"5"}}`, "", 0},
		{"lengths that cross both go", field("f", api.String, claim(api.FactMinLength, "9"), claim(api.FactMaxLength, "1")), "", "string", `{}`, "docs/limits-disagree", 2},
		{"counts that cross both go", field("f", api.Array, claim(api.FactMinItems, "9"), claim(api.FactMaxItems, "1")), "", "array of string", `{}`, "docs/limits-disagree", 2},
		{"a shorter text drops it", field("f", api.String, claim(api.FactMinLength, "2")), `"a"`, "string", `{}`, "docs/limit-contradicted", 1},
		{"a shorter list drops it", field("f", api.Array, claim(api.FactMinItems, "2")), `["a"]`, "array of string", `{}`, "docs/limit-contradicted", 1},
		{"a list of just as many keeps it", field("f", api.Array, claim(api.FactMinItems, "1"), claim(api.FactMaxItems, "1")), `["a"]`, "array of string", `{"Limits":{"MinItems":1,"MaxItems":1}}`, "", 0},
		{"an upper bound alone", field("f", api.String, claim(api.FactMaxLength, "3")), "", "string", `{"Limits":{"MaxLength":3}}`, "", 0},
		{"a lower bound alone", field("f", api.String, claim(api.FactMinLength, "3")), "", "string", `{"Limits":{"MinLength":3}}`, "", 0},
		{"what is not a number bounds no text", field("f", api.String, claim(api.FactMaxLength, "many")), "", "string", `{}`, "", 0},
		{"a broken bound of a labelled pair drops the other", field("f", api.Integer, labelled(claim(api.FactMin, "1")), labelled(claim(api.FactMax, "13"))), "1605952700911", "integer", `{}`, "docs/limit-contradicted", 2},
		{"one of two sentences stays", field("f", api.Integer, said(claim(api.FactMin, "1")), said(claim(api.FactMax, "13"))), "1605952700911", "integer", `{"Limits":{"Min":"1"}}`, "docs/limit-contradicted", 1},
		{"a pair of the elements, too", field("f", api.Array, elems(labelled(claim(api.FactMinLength, "1"))), elems(labelled(claim(api.FactMaxLength, "2")))), `["abc"]`, "array of string", `{}`, "docs/limit-contradicted", 2},
		// Patterns.
		{"a pattern counts", field("f", api.String, claim(api.FactPattern, "^[a-z]+$")), `"abc"`, "string", `{"Limits":{"Pattern":"^[a-z]+$"}}`, "", 0},
		{"a text that breaks it drops it", field("f", api.String, claim(api.FactPattern, "^[a-z]+$")), `"A"`, "string", `{}`, "docs/limit-contradicted", 1},
		{"one that Go cannot read is left out", field("f", api.String, claim(api.FactPattern, "(?=a)")), `"A"`, "string", `{}`, "", 0},
		{"the first that holds counts", field("f", api.String, claim(api.FactPattern, "^a$"), claim(api.FactPattern, "^.$")), `"b"`, "string", `{"Limits":{"Pattern":"^.$"}}`, "docs/limit-contradicted", 1},
		{"a weak one that a text breaks accuses nobody", field("f", api.String, weak(claim(api.FactPattern, "^[a-z]+$"))), `"A"`, "string", `{}`, "", 1},
		{"an empty text accuses nobody", field("f", api.String, claim(api.FactPattern, "^[a-z]+$")), `""`, "string", `{}`, "", 1},
		{"a masked text has no length", field("f", api.String, claim(api.FactMinLength, "9")), `"a...z"`, "string", `{}`, "", 0},
		{"read-only", field("f", api.String, claim(api.FactReadOnly)), "", "string", `{"ReadOnly":true}`, "", 0},
		// Lists of values.
		{"listed values", field("f", api.String, claim(api.FactEnum, "a", "b")), `"a"`, "string", `{"Limits":{"Enum":[{"JSON":"\"a\""},{"JSON":"\"b\""}]}}`, "", 0},
		{"a value that the list lacks joins it", field("f", api.String, claim(api.FactEnum, "a")), `"c"`, "string", `{"Limits":{"Enum":[{"JSON":"\"a\""},{"JSON":"\"c\""}],"Shown":[{"JSON":"\"c\""}]}}`, "docs/enum-lacks-value", 0},
		{"a default that the list lacks joins it", field("f", api.Integer, claim(api.FactEnum, "1"), claim(api.FactDefault, "0")), "", "integer", `{"Limits":{"Enum":[{"JSON":"1"},{"JSON":"0"}],"Shown":[{"JSON":"0"}]},"Default":{"JSON":"0"}}`, "docs/enum-lacks-value", 0},
		{"a placeholder does not", field("f", api.String, claim(api.FactEnum, "a")), `"xxx"`, "string", `{"Limits":{"Enum":[{"JSON":"\"a\""}]}}`, "docs/placeholder-in-example", 0},
		{"values of another type are not a check", field("f", api.Integer, claim(api.FactEnum, "on", "off")), "", "integer", `{}`, "docs/enum-not-of-type", 1},
		{"booleans need no list", field("f", api.Boolean, claim(api.FactEnum, "true")), "", "boolean", `{}`, "", 0},
		{"a value twice in the list", field("f", api.String, claim(api.FactEnum, "a", "a")), "", "string", `{"Limits":{"Enum":[{"JSON":"\"a\""}]}}`, "", 0},
		{"two lists that agree", field("f", api.String, claim(api.FactEnum, "a"), claim(api.FactEnum, "a")), "", "string", `{"Limits":{"Enum":[{"JSON":"\"a\""}]}}`, "", 0},
		{"two lists that do not", field("f", api.String, claim(api.FactEnum, "a"), claim(api.FactEnum, "b")), "", "string", `{"Limits":{"Enum":[{"JSON":"\"a\""},{"JSON":"\"b\""}]}}`, "docs/limits-disagree", 0},
		{"values that nobody says are all", field("f", api.String, claim(api.FactValues, "a", "b")), `"a"`, "string", `{"Limits":{"Enum":[{"JSON":"\"a\""},{"JSON":"\"b\""}]}}`, "", 0},
		{"an example with another one", field("f", api.String, claim(api.FactValues, "a", "b")), `"c"`, "string", `{}`, "", 1},
		{"a placeholder is another one", field("f", api.String, claim(api.FactValues, "a", "b")), `"xxx"`, "string", `{}`, "", 1},
		{"a value that another page's list lacks joins it", field("f", api.String, elsewhere(claim(api.FactEnum, "a"))), `"c"`, "string", `{"Limits":{"Enum":[{"JSON":"\"a\""},{"JSON":"\"c\""}],"Shown":[{"JSON":"\"c\""}]}}`, "docs/pages-disagree", 0},
		{"one that is in another page's list", field("f", api.String, elsewhere(claim(api.FactEnum, "a"))), `"a"`, "string", `{"Limits":{"Enum":[{"JSON":"\"a\""}]}}`, "", 0},
		{"two lists are one", field("f", api.String, claim(api.FactValues, "a"), claim(api.FactValues, "b")), "", "string", `{"Limits":{"Enum":[{"JSON":"\"a\""},{"JSON":"\"b\""}]}}`, "", 0},
		{"one value is not a list", field("f", api.String, claim(api.FactValues, "a")), "", "string", `{}`, "", 0},
		{"values of another type, named only", field("f", api.Integer, claim(api.FactValues, "on", "off")), "", "integer", `{}`, "", 1},
		{"a list that is all counts alone", field("f", api.String, claim(api.FactEnum, "a"), claim(api.FactValues, "b", "c")), "", "string", `{"Limits":{"Enum":[{"JSON":"\"a\""}]}}`, "", 0},
		{"values listed for an object are its members", field("f", api.Map, claim(api.FactEnum, "normal")), "", "map", `{}`, "", 0},
		// Constants and defaults.
		{"a fixed value that is not of the type", field("f", api.Integer, claim(api.FactConst, "a")), "", "integer", `{}`, "", 0},
		{"a fixed value without a value", field("f", api.String, claim(api.FactConst)), "", "string", `{}`, "", 0},
		{"the same fixed value twice", field("f", api.String, claim(api.FactConst, "a"), claim(api.FactConst, "a")), "", "string", `{"Const":{"JSON":"\"a\""}}`, "", 0},
		{"a placeholder for a fixed value", field("f", api.String, claim(api.FactConst, "a")), `"xxx"`, "string", `{"Const":{"JSON":"\"a\""}}`, "docs/placeholder-in-example", 0},
		{"a default without a value", field("f", api.String, claim(api.FactDefault)), "", "string", `{}`, "", 0},
		{"space around a default", field("f", api.Boolean, claim(api.FactDefault, " True ")), "", "boolean", `{"Default":{"JSON":"true"}}`, "", 0},
		{"a default of yes is not a boolean", field("f", api.Boolean, claim(api.FactDefault, "yes")), "", "boolean", `{}`, "docs/default-not-of-type", 0},
		{"a fraction is not a default of an integer", field("f", api.Integer, claim(api.FactDefault, "1.5")), "", "integer", `{}`, "docs/default-not-of-type", 0},
		{"a fraction is one of a number", field("f", api.Number, claim(api.FactDefault, "1.5")), "", "number", `{"Default":{"JSON":"1.5"}}`, "", 0},
		{"what must be repaired is not a number", field("f", api.Number, claim(api.FactDefault, "1,")), "", "number", `{}`, "docs/default-not-of-type", 0},
		{"a text is not a number", field("f", api.Number, claim(api.FactDefault, `"1"`)), "", "number", `{}`, "docs/default-not-of-type", 0},
		{"a list for a default", field("f", api.Array, claim(api.FactDefault, `["a"]`)), "", "array of string", `{"Default":{"JSON":"[\"a\"]"}}`, "", 0},
		{"a list that must be repaired is none", field("f", api.Array, claim(api.FactDefault, `["a",]`)), "", "array of string", `{}`, "", 0},
		{"words are not a list", field("f", api.Array, claim(api.FactDefault, "none")), "", "array of string", `{}`, "", 0},
		{"a text is not a list", field("f", api.Array, claim(api.FactDefault, `"a"`)), "", "array of string", `{}`, "", 0},
		{"anything has no default", field("f", api.Any, claim(api.FactDefault, "1")), "", "any", `{}`, "", 0},
		{"an example beyond a limit is none", field("f", api.String, claim(api.FactEnum, "a"), claim(api.FactConst, "a"), claim(api.FactExample, "a")), "", "string", `{"Limits":{"Enum":[{"JSON":"\"a\""}]},"Const":{"JSON":"\"a\""},"Example":{"JSON":"\"a\""}}`, "", 0},
		{"a fixed value", field("f", api.String, claim(api.FactConst, "a")), `"a"`, "string", `{"Const":{"JSON":"\"a\""}}`, "", 0},
		{"another value in an example", field("f", api.String, claim(api.FactConst, "a")), `"b"`, "string", `{}`, "docs/limit-contradicted", 1},
		{"a value of another kind, which is told once", field("f", api.String, claim(api.FactConst, "5")), `5`, "string or integer", `{}`, "docs/example-contradicts-type", 1},
		{"another value where the words were weak", field("f", api.String, weak(claim(api.FactConst, "a"))), `"b"`, "string", `{}`, "", 1},
		{"two fixed values", field("f", api.String, claim(api.FactConst, "a"), claim(api.FactConst, "b")), "", "string", `{}`, "docs/limits-disagree", 2},
		{"a default is typed", field("f", api.Boolean, claim(api.FactDefault, "True")), "", "boolean", `{"Default":{"JSON":"true"}}`, "", 0},
		{"a default of another type", field("f", api.Integer, claim(api.FactDefault, "ten")), "", "integer", `{}`, "docs/default-not-of-type", 0},
		{"a default of more than 64 bits", ofFormat(field("f", api.Integer, claim(api.FactDefault, "9223372036854775808")), "int64"), "", "integer (int64)", `{}`, "docs/default-not-of-type", 0},
		{"a default of 64 bits", ofFormat(field("f", api.Integer, claim(api.FactDefault, "9223372036854775807")), "int64"), "", "integer (int64)", `{"Default":{"JSON":"9223372036854775807"}}`, "", 0},
		{"a default of more than 32 bits", ofFormat(field("f", api.Integer, claim(api.FactDefault, "2147483648")), "int32"), "", "integer (int32)", `{}`, "docs/default-not-of-type", 0},
		{"a word for an integer of 32 bits", ofFormat(field("f", api.Integer, claim(api.FactDefault, "ten")), "int32"), "", "integer (int32)", `{}`, "docs/default-not-of-type", 0},
		{"the mode of a file", field("f", api.Integer, claim(api.FactDefault, "0644")), "", "integer", `{"Default":{"JSON":"420"}}`, "", 0},
		{"a number with four digits", field("f", api.Integer, claim(api.FactDefault, "1644")), "", "integer", `{"Default":{"JSON":"1644"}}`, "", 0},
		{"a number that only looks like a mode", field("f", api.Integer, claim(api.FactDefault, "0899")), "", "integer", `{}`, "docs/default-not-of-type", 0},
		{"a default in words accuses nobody", field("f", api.Integer, claim(api.FactDefault, "half of (a + b)")), "", "integer", `{}`, "", 0},
		{"two defaults", field("f", api.Integer, claim(api.FactDefault, "1"), claim(api.FactDefault, "2")), "", "integer", `{}`, "docs/limits-disagree", 2},
		{"the first example in the text", field("f", api.Integer, claim(api.FactExample, "x", "2", "3")), "", "integer", `{"Example":{"JSON":"2"}}`, "", 0},
		{"deprecated", field("f", api.String, claim(api.FactDeprecated)), "", "string", `{"Deprecated":true}`, "", 0},
		// Kinds.
		{"null", field("f", api.String), "null", "string, nullable", `{}`, "docs/undocumented-null", 0},
		{"null that the text allows", field("f", api.String, claim(api.FactNullable)), "null", "string, nullable", `{}`, "", 0},
		{"a number for a text", field("f", api.String), "5", "string or integer", `{}`, "docs/example-contradicts-type", 0},
		{"a fraction for an integer", field("f", api.Integer), "2.5", "number", `{}`, "docs/example-contradicts-type", 0},
		{"a text for an integer", field("f", api.Integer), `"a"`, "integer or string", `{}`, "docs/example-contradicts-type", 0},
		{"a text for a file", field("f", api.Binary), `"a"`, "binary", `{}`, "", 0},
		{"an integer for a number", field("f", api.Number), "2", "number", `{}`, "", 0},
		{"a number for an untyped field", untyped("f"), "5", "integer", `{}`, "", 0},
		{"a text for an untyped field", untyped("f"), `"5"`, "string", `{}`, "", 0},
		{"a list for an untyped field", untyped("f"), `[1.5, 2]`, "array of number", `{}`, "", 0},
		{"null for an untyped field", untyped("f"), `null`, "string, nullable", `{}`, "docs/undocumented-null", 0},
	} {
		var examples []string
		if c.example != "" {
			examples = []string{`{"f": ` + c.example + `}`}
		}
		op, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{c.field}}, examples...)
		f := op.Responses[0].Body.Type.Schema.Fields[0]
		if f.Type.String() != c.typ || limitsOf(t, f) != c.decided || rules(found) != c.rules || len(f.Decided.Contradicted) != c.contradicted {
			t.Errorf("%s: %s with %s, findings %q, %d claims overruled;\nwant %s with %s, findings %q, %d claims",
				c.what, f.Type, limitsOf(t, f), rules(found), len(f.Decided.Contradicted), c.typ, c.decided, c.rules, c.contradicted)
		}
	}
}

func ofFormat(f *api.Field, format string) *api.Field { f.Type.Format = format; return f }

func TestIsPlaceholder(t *testing.T) {
	for text, want := range map[string]bool{
		"{box_id}": true, "<box>": true, "$box": true, "xxxx": true, "XX*.x": true, "***": true, "...": true, "string": true,
		"": false, "box": false, "{box": false, "box}": false, "max": false, "x1": false, "strings": false,
	} {
		if got := isPlaceholder(&payload.Value{Kind: payload.String, Text: text}); got != want {
			t.Errorf("isPlaceholder(%q) = %v", text, got)
		}
	}
	if isPlaceholder(&payload.Value{Kind: payload.Number, Text: "0"}) {
		t.Error("a number stands for itself")
	}
}

func TestCompareNumbers(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"9", "10", -1}, {"1e3", "1000", 0}, {"0.1", "0.10", 0}, {"-1", "1", -1}, {"9223372036854775808", "9223372036854775807", 1}} {
		if got := compareNumbers(c.a, c.b); got != c.want {
			t.Errorf("compareNumbers(%s, %s) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func weak(c api.Claim) api.Claim {
	c.Weak = true
	return c
}

func said(c api.Claim) api.Claim {
	c.Origin.How = api.FromProse
	return c
}

func labelled(c api.Claim) api.Claim {
	c.Origin.How = api.FromLabel
	return c
}

// TestRangeOfTextOfAnotherPage: a range of a text points to the row of its own page.
func TestRangeOfTextOfAnotherPage(t *testing.T) {
	f := inCell(field("f", api.String, elsewhere(between("1", "9")[0]), elsewhere(between("1", "9")[1])))
	row := elsewhere(claim(api.FactKind)).Origin
	f.Also = []api.Row{{Origin: row}}
	_, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{f}})
	if len(found) != 1 || found[0].Page != row.Page || len(found[0].Related) != 1 || found[0].Related[0].Page != row.Page {
		t.Errorf("%v, want the row on %s", found, row.Page)
	}
}
