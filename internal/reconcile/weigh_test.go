package reconcile

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// conditional makes a claim that holds in some cases only.
func conditional(c api.Claim) api.Claim {
	c.Conditional = true
	return c
}

// facts lists what was overruled of a field.
func facts(f *api.Field) string {
	var out []string
	for _, c := range f.Decided.Contradicted {
		out = append(out, string(c.Fact))
	}
	return strings.Join(out, " ")
}

// TestWeighing: what several values of a field, or values of another kind, do to its claims.
func TestWeighing(t *testing.T) {
	const otherType = "docs/example-contradicts-type"
	for _, c := range []struct {
		what      string
		field     *api.Field
		examples  []string
		typ       string
		decided   string
		overruled string
		rules     string
	}{
		// Values that have no such measure.
		{"a number has no length", field("f", api.String, claim(api.FactMaxLength, "2")), []string{"12345"}, "string or integer", `{"Limits":{"MaxLength":2}}`, "", otherType},
		{"a text has no elements", field("f", api.Array, claim(api.FactMinItems, "1")), []string{`"a"`}, "array of string or string", `{"Limits":{"MinItems":1}}`, "", otherType},
		{"a text is not above a number", field("f", api.Integer, claim(api.FactMax, "9")), []string{`"zzz"`}, "integer or string", `{"Limits":{"Max":"9"}}`, "", otherType},
		{"a text is not below a number", field("f", api.Integer, claim(api.FactMin, "1")), []string{`"a"`}, "integer or string", `{"Limits":{"Min":"1"}}`, "", otherType},
		{"a number has no pattern", field("f", api.String, claim(api.FactPattern, "^[a-z]+$")), []string{"5"}, "string or integer", `{"Limits":{"Pattern":"^[a-z]+$"}}`, "", otherType},
		{"a number is not listed among texts", field("f", api.String, claim(api.FactEnum, "a")), []string{"5"}, "string or integer", `{"Limits":{"Enum":[{"JSON":"\"a\""}]}}`, "", otherType},
		{"a number is not named among texts", field("f", api.String, claim(api.FactValues, "a", "b")), []string{"5"}, "string or integer", `{"Limits":{"Enum":[{"JSON":"\"a\""},{"JSON":"\"b\""}]}}`, "", otherType},
		{"a named value twice is one", field("f", api.String, claim(api.FactValues, "a", "a")), nil, "string", `{}`, "", ""},
		{"a fixed value beside named ones", field("f", api.String, claim(api.FactConst, "a"), claim(api.FactValues, "a", "b")), nil, "string", `{"Const":{"JSON":"\"a\""}}`, "", ""},
		{"values listed for a list", field("f", api.Array, elems(claim(api.FactEnum, "a"))), []string{`["a"]`}, "array of string", `{"Elems":{"Enum":[{"JSON":"\"a\""}]}}`, "", ""},
		{"values listed for an object are not its own", field("f", api.Object, claim(api.FactEnum, "a")), nil, "object", `{}`, "", ""},
		{"values listed for anything", field("f", api.Any, claim(api.FactEnum, "a")), nil, "any", `{}`, "", ""},
		// Placeholders and masks.
		{"a placeholder has no pattern", field("f", api.String, claim(api.FactPattern, "^[0-9]+$")), []string{`"{f_id}"`}, "string", `{"Limits":{"Pattern":"^[0-9]+$"}}`, "", "docs/placeholder-in-example"},
		{"masked by x", field("f", api.String, claim(api.FactMinLength, "19")), []string{`"68fcxxxx22"`}, "string", `{}`, "", ""},
		{"masked by stars", field("f", api.String, claim(api.FactMinLength, "19")), []string{`"68fc***22"`}, "string", `{}`, "", ""},
		{"two x hide nothing", field("f", api.String, claim(api.FactMinLength, "19")), []string{`"68fcxx22"`}, "string", `{}`, "minLength", "docs/limit-contradicted"},
		// Several values.
		{"a pattern that two texts break is reported once", field("f", api.String, claim(api.FactPattern, "^[a-z]+$")), []string{`"A"`, `"B"`}, "string", `{}`, "pattern", "docs/limit-contradicted"},
		{"a bound that two values break is reported once", field("f", api.Integer, claim(api.FactMax, "1")), []string{"2", "3"}, "integer", `{}`, "maximum", "docs/limit-contradicted"},
		{"a fixed value that two values break is reported once", field("f", api.String, claim(api.FactConst, "a")), []string{`"b"`, `"c"`}, "string", `{}`, "const", "docs/limit-contradicted"},
		{"weak words that two values break", field("f", api.String, weak(claim(api.FactConst, "a"))), []string{`"b"`, `"c"`}, "string", `{}`, "const", ""},
		{"equal elements in the second list", field("f", api.Array, claim(api.FactUnique)), []string{`["a"]`, `["b","b"]`, `["c","c"]`}, "array of string", `{}`, "uniqueItems", "docs/limit-contradicted"},
		{"several of the listed values are one", field("f", api.String, claim(api.FactEnum, "mint", "dill")), []string{`"mint dill"`}, "string", `{}`, "enum", "docs/limit-contradicted"},
		{"with commas", field("f", api.String, claim(api.FactEnum, "mint", "dill")), []string{`"dill,mint"`, `"dill, mint"`}, "string", `{}`, "enum", "docs/limit-contradicted"},
		{"one of several is not listed", field("f", api.String, claim(api.FactEnum, "mint", "dill")), []string{`"mint sage"`}, "string", `{"Limits":{"Enum":[{"JSON":"\"mint\""},{"JSON":"\"dill\""},{"JSON":"\"mint sage\""}],"Shown":[{"JSON":"\"mint sage\""}]}}`, "", "docs/enum-lacks-value"},
		// Pairs.
		{"the upper one breaks: both go", field("f", api.Integer, labelled(claim(api.FactMin, "1")), labelled(claim(api.FactMax, "13"))), []string{"99"}, "integer", `{}`, "maximum minimum", "docs/limit-contradicted"},
		{"the lower one breaks: both go", field("f", api.Integer, labelled(claim(api.FactMin, "10")), labelled(claim(api.FactMax, "13"))), []string{"5"}, "integer", `{}`, "minimum maximum", "docs/limit-contradicted"},
		{"the lower one of a sentence", field("f", api.Integer, said(claim(api.FactMin, "1")), labelled(claim(api.FactMax, "13"))), []string{"99"}, "integer", `{"Limits":{"Min":"1"}}`, "maximum", "docs/limit-contradicted"},
		{"the upper one of a sentence", field("f", api.Integer, labelled(claim(api.FactMin, "1")), said(claim(api.FactMax, "13"))), []string{"99"}, "integer", `{"Limits":{"Min":"1"}}`, "maximum", "docs/limit-contradicted"},
		{"only an upper one, and it breaks", field("f", api.Integer, labelled(claim(api.FactMax, "13"))), []string{"99"}, "integer", `{}`, "maximum", "docs/limit-contradicted"},
		{"lengths of a whole text do not count as a pair", field("f", api.String, labelled(claim(api.FactMinLength, "1")), labelled(claim(api.FactMaxLength, "2"))), []string{`"abc"`}, "string", `{"Limits":{"MinLength":1}}`, "maxLength", "docs/limit-contradicted"},
		// Defaults and examples of the description.
		{"an object for a default", field("f", api.Object, claim(api.FactDefault, `{"a":1}`)), nil, "object", `{"Default":{"JSON":"{\"a\":1}"}}`, "", ""},
		{"an object for a default of a map", mapOfTexts(claim(api.FactDefault, `{"a":"b"}`)), nil, "map of string", `{"Default":{"JSON":"{\"a\":\"b\"}"}}`, "", ""},
		{"a name in place of a default", field("f", api.Integer, claim(api.FactDefault, "Integer.MAX")), nil, "integer", `{}`, "", ""},
		{"digits with a dot are not a name", field("f", api.Integer, claim(api.FactDefault, "v1.5")), nil, "integer", `{}`, "", "docs/default-not-of-type"},
		{"a number with a comment is not a default", field("f", api.Number, claim(api.FactDefault, "1 # a")), nil, "number", `{}`, "", ""},
		{"two equal defaults", field("f", api.Integer, claim(api.FactDefault, "1"), claim(api.FactDefault, "1")), nil, "integer", `{"Default":{"JSON":"1"}}`, "", ""},
		{"an example that breaks a limit is left out", field("f", api.String, claim(api.FactMaxLength, "2"), claim(api.FactExample, "xxxx")), nil, "string", `{"Limits":{"MaxLength":2}}`, "", ""},
		{"an example that is not the fixed value is left out", field("f", api.String, claim(api.FactConst, "a"), claim(api.FactExample, "xxxx")), nil, "string", `{"Const":{"JSON":"\"a\""}}`, "", ""},
		{"an example of an element", field("f", api.Array, elems(claim(api.FactMaxLength, "1")), elems(claim(api.FactExample, "bcd"))), nil, "array of string", `{}`, "maxLength", "docs/limit-contradicted"},
		// What holds in some cases only.
		{"deprecated in some cases", field("f", api.String, conditional(claim(api.FactDeprecated))), nil, "string", `{}`, "", ""},
		{"read-only in some cases", field("f", api.String, conditional(claim(api.FactReadOnly))), nil, "string", `{}`, "", ""},
		{"null in some cases", field("f", api.String, conditional(claim(api.FactNullable))), nil, "string", `{}`, "", ""},
		// Kinds.
		{"a fraction for a text", field("f", api.String), []string{"2.5"}, "string or number", `{}`, "", otherType},
		{"an integer, then a fraction", field("f", api.String), []string{"1", "1.5"}, "string or number", `{}`, "", otherType},
		{"a fraction, then an integer", field("f", api.String), []string{"1.5", "1"}, "string or number", `{}`, "", otherType},
		{"an integer, then a boolean", field("f", api.String), []string{"1", "true"}, "string or integer or boolean", `{}`, "", otherType + " " + otherType},
		{"a boolean for an integer", field("f", api.Integer), []string{"true"}, "integer or boolean", `{}`, "", otherType},
		{"null twice", field("f", api.String), []string{"null", "null"}, "string, nullable", `{}`, "", "docs/undocumented-null"},
		{"an object for a map", mapOfTexts(), []string{`{"a": "b"}`}, "map of string", `{}`, "", ""},
		{"a list for a text", field("f", api.String), []string{`["a"]`}, "string or array", `{}`, "", otherType},
		{"an object for a list of texts", field("f", api.Array), []string{`{"a": 1}`}, "array of string or object", `{}`, "", otherType},
		// Types that no table tells.
		{"a number and a text for an untyped field", untyped("f"), []string{"5", `"5"`}, "string or integer", `{}`, "", otherType},
		{"a number for a field that is not a row", inProse(untyped("f")), []string{"5"}, "string or integer", `{}`, "", otherType},
		{"an untyped field that is not a text", ofKind(untyped("f"), api.Integer), []string{"5.5"}, "number", `{}`, "", otherType},
	} {
		var examples []string
		for _, e := range c.examples {
			examples = append(examples, `{"f": `+e+`}`)
		}
		op, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{c.field}}, examples...)
		f := op.Responses[0].Body.Type.Schema.Fields[0]
		if f.Type.String() != c.typ || limitsOf(t, f) != c.decided || facts(f) != c.overruled || rules(found) != c.rules {
			t.Errorf("%s: %s with %s, overruled %q, findings %q;\nwant %s with %s, overruled %q, findings %q",
				c.what, f.Type, limitsOf(t, f), facts(f), rules(found), c.typ, c.decided, c.overruled, c.rules)
		}
	}
}

// TestTypeOfTheRow: what examples add to a type is not what the table says.
func TestTypeOfTheRow(t *testing.T) {
	for _, c := range []struct {
		what string
		with api.Claim
	}{
		{"the value \"oak\" that f lists is not of the type integer", claim(api.FactEnum, "oak")},
		{"the default \"oak\" of f is not of the type integer", claim(api.FactDefault, "oak")},
	} {
		_, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{field("f", api.Integer, c.with)}}, `{"f": "fir"}`)
		if !slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Message == c.what }) {
			t.Errorf("no finding %s in %v", c.what, found)
		}
	}
}

func mapOfTexts(claims ...api.Claim) *api.Field {
	f := field("f", api.Map, claims...)
	f.Type.Elem = &api.Type{Kind: api.String}
	return f
}

func inProse(f *api.Field) *api.Field { f.Origin.How = api.FromProse; return f }

func ofKind(f *api.Field, k api.Kind) *api.Field { f.Type.Kind = k; return f }

// TestTimestampLimits: a text that is of one form by other facts is not called a timestamp.
func TestTimestampLimits(t *testing.T) {
	const day = `"2020-01-08T09:59:49Z"`
	for _, c := range []struct {
		what  string
		field *api.Field
		shown []string
		want  bool
	}{
		{"a timestamp", field("f", api.String), []string{day}, true},
		{"another kind, too", field("f", api.String), []string{day, "5"}, false},
		{"an untyped integer", field("f", api.Integer), []string{day}, false},
		{"a fixed value", field("f", api.String, claim(api.FactConst, "2020-01-08T09:59:49Z")), []string{day}, false},
		{"one listed value", field("f", api.String, claim(api.FactEnum, "2020-01-08T09:59:49Z")), []string{day}, false},
	} {
		var examples []string
		for _, e := range c.shown {
			examples = append(examples, `{"f": `+e+`}`)
		}
		decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{c.field}}, examples...)
		if c.field.Decided.Timestamp != c.want {
			t.Errorf("%s: %v", c.what, c.field.Decided.Timestamp)
		}
	}
	also := field("f", api.String, claim(api.FactExample, "2020-01-08T09:59:49Z"))
	also.Type.Also = []api.Kind{api.Integer}
	if (&reconciler{}).timestamp(also) {
		t.Error("a field that may be a number is a timestamp")
	}
}

// TestDecidesEverything: fields, parameters and headers are decided once, wherever they are.
func TestDecidesEverything(t *testing.T) {
	two := func() []api.Claim { return []api.Claim{claim(api.FactMax, "9"), claim(api.FactMax, "99")} }
	param := func() *api.Param {
		return &api.Param{In: api.InQuery, Field: api.Field{Name: "q", Type: api.Type{Kind: api.Integer}, Claims: two()}}
	}
	query, whole, part, header := param(), param(), param(), param()
	shared := field("f", api.Integer, two()...)
	one := &api.Schema{Name: "One", Fields: []*api.Field{shared}}
	other := &api.Schema{Name: "Other", Fields: []*api.Field{shared}}
	svc := &api.Service{Schemas: []*api.Schema{one, other}, Operations: []*api.Operation{
		{ID: "A", Params: []*api.Param{query}, Responses: []*api.Response{{Status: 200, Headers: []*api.Param{header}}}},
		{ID: "B", Params: []*api.Param{whole}, Variants: []*api.Operation{{ID: "C", Params: []*api.Param{part}}}},
	}}
	Service(svc, new(diag.List))
	for what, f := range map[string]*api.Field{"a parameter": &query.Field, "a header": &header.Field, "one of several pages": &whole.Field, "one of a variant": &part.Field, "a shared field": shared} {
		if f.Decided.Limits.Max != "99" || len(f.Decided.Contradicted) != 1 {
			t.Errorf("%s: %+v", what, f.Decided)
		}
	}
}

// TestCompareWords: what cannot be read as a number is compared as text.
func TestCompareWords(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"many", "2", 1}, {"2", "many", -1}, {"a", "b", -1}, {"a", "a", 0}} {
		if got := compareNumbers(c.a, c.b); got != c.want {
			t.Errorf("compareNumbers(%s, %s) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
	if isMasked(&payload.Value{Kind: payload.String, Text: "a.b"}) {
		t.Error("a dot masks nothing")
	}
}
