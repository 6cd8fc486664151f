package openapi_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/openapi"
)

// typeOf reads a type: a kind, a name of a structure, or "array" or "map" with the type of what it holds.
func typeOf(words string, structures map[string]*api.Schema) api.Type {
	first, rest, _ := strings.Cut(words, " ")
	if s := structures[first]; s != nil {
		return object(s)
	}
	t := api.Type{Kind: api.Kind(first)}
	if first == "array" || first == "map" {
		elem := typeOf(rest, structures)
		t.Elem = &elem
	}
	return t
}

// limitsOf reads limits of a type's values, as far as they fit it.
func limitsOf(words string) (l api.Limits) {
	switch words {
	case "enum":
		l.Enum = []api.Value{{JSON: `"tall"`}, {JSON: `"flat"`}}
	case "enum with null":
		l.Enum = []api.Value{{JSON: `"tall"`}, {JSON: "null"}}
	case "bounds":
		l.Min, l.Max = "1", "9"
	case "least of 64 bits":
		l.Min, l.Max = "-9223372036854775808", "9"
	case "most of 53 bits":
		l.Max = "9007199254740992"
	case "most of 64 bits":
		l.Max = "9007199254740994"
	case "length":
		l.MinLength, l.MaxLength, l.Pattern = num(1), num(8), "^[a-z]*$"
	case "items":
		l.MinItems, l.MaxItems, l.Unique = num(2), num(5), true
	}
	return l
}

// TestDecisionsOnFields: what a document says of a field, and where it says that this comes from.
func TestDecisionsOnFields(t *testing.T) {
	lid := &api.Schema{Name: "Lid", Origin: from(70), Fields: []*api.Field{field("wood", api.String)}}
	structures := map[string]*api.Schema{"Lid": lid}
	golden.EqualCombined(t, "testdata/decisions/fields.txt", 450, [][]string{
		{"string", "integer", "number", "boolean", "binary", "any", "object", "Lid", "array string", "array any", "array Lid", "array array integer", "map integer", "map any", "map Lid"},
		{"no other kind", "or integer", "or string", "or array", "or array of Lid", "or object", "or number, string first"},
		{"never null", "or null"},
		{"any value", "enum", "enum with null", "bounds", "least of 64 bits", "most of 53 bits", "most of 64 bits", "length", "items"},
		{"any element", "enum", "bounds"},
		{"optional", "mandatory", "proven", "conditional"},
		{"", `default "oak"`, "default 5", "default 0.5", "default true", "default [1]", "default {}", "default null", `const "tall"`, "lowest", "named", "timestamp", "int32"},
		{"", "deprecated", "read only", "attribute", "attribute of a namespace", "only in examples", "example", "contradicted", "contradicted weakly"},
		{"described", "not described"},
		{"of a request", "of a response", "query", "header", "response header"},
		{"", "claimed", "claimed of elements", "claimed and contradicted"},
		{"facts", "prose"},
	}, func(c []string) string {
		f := field("kind", "")
		f.Type = typeOf(c[0], structures)
		switch c[1] {
		case "or integer", "or string", "or array", "or object":
			f.Type.Also = []api.Kind{api.Kind(c[1][3:])}
		case "or array of Lid":
			f.Type.Also, f.Type.AlsoElem = []api.Kind{api.Array}, &api.Type{Kind: api.Object, Schema: lid}
		case "or number, string first":
			f.Type.Also = []api.Kind{api.Number, api.String}
			f.Type.Order = []api.Kind{api.String, f.Type.Kind, api.Number}
		}
		if kinds := f.Type.Kinds(); len(slices.Compact(slices.Sorted(slices.Values(kinds)))) < len(kinds) {
			f.Type.Also, f.Type.AlsoElem, f.Type.Order = nil, nil, nil // no type is the same kind twice
		}
		f.Type.Nullable = c[2] == "or null"
		f.Decided.Limits, f.Decided.Elems = limitsOf(c[3]), limitsOf(c[4])
		switch c[5] {
		case "mandatory", "proven":
			f.Need, f.Decided.Proven = api.NeedYes, c[5] == "proven"
		case "conditional":
			f.Need = api.NeedConditional
		}
		kind, value, _ := strings.Cut(c[6], " ")
		switch kind {
		case "default":
			f.Decided.Default = &api.Value{JSON: value}
		case "const":
			f.Decided.Const = &api.Value{JSON: value}
		case "lowest":
			f.Decided.LowestVersion = &api.Value{JSON: `"2.9"`}
		case "named":
			f.Decided.ValueNames = map[string]string{`"tall"`: "KindHigh", `"flat"`: "KindLow"}
		case "timestamp":
			f.Decided.Timestamp = true
		case "int32":
			f.Type.Format = "int32"
		}
		switch c[7] {
		case "deprecated":
			f.Decided.Deprecated = true
		case "read only":
			f.Decided.ReadOnly = true
		case "attribute":
			f.Attribute = true
		case "attribute of a namespace":
			f.Attribute, f.Name = true, "xsi:kind"
		case "only in examples":
			f.Decided.OnlyInExamples = true
		case "example":
			f.Decided.Example = &api.Value{JSON: `"oak"`}
		case "contradicted", "contradicted weakly":
			f.Decided.Contradicted = []api.Claim{{Fact: api.FactMax, Values: []string{"3"}, Weak: c[7] != "contradicted", Origin: from(12)}, {Fact: api.FactEnum, Values: []string{"round"}, Origin: from(13)}, {Fact: api.FactMax, Values: []string{"3"}, Origin: from(14)}}
		}
		if c[8] == "not described" {
			f.Passages = nil
		}
		for i, fact := range []api.Fact{api.FactNeed, api.FactMax, api.FactEnum, api.FactDefault, api.FactConst, api.FactLowestVersion, api.FactUnlisted} {
			if c[10] != "" {
				f.Claims = append(f.Claims, api.Claim{Fact: fact, Elems: c[10] == "claimed of elements" && (fact == api.FactMax || fact == api.FactEnum), Origin: from(40 + i)})
			}
			if c[10] == "claimed and contradicted" && fact != api.FactDefault {
				f.Decided.Contradicted = append(f.Decided.Contradicted, api.Claim{Fact: fact, Weak: true, Origin: from(40 + i)})
			}
		}
		return documented(t, f, c[9], c[11] == "prose", lid)
	})
}

// documented gives what a document has of a field at a place of it: the lines on one, and the places of each.
func documented(t *testing.T, f *api.Field, at string, prose bool, others ...*api.Schema) string {
	t.Helper()
	box := &api.Schema{Name: "Box", Request: at == "of a request", Fields: []*api.Field{f}}
	op := &api.Operation{ID: "TurnBox", Method: "POST", Path: "/box", Responses: []*api.Response{{Status: 200, Origin: from(30)}}}
	svc := &api.Service{Title: "Boxes", Operations: []*api.Operation{op}, Schemas: others}
	pointers := []string{"/components/schemas/Box"}
	switch at {
	case "query", "header":
		op.Params, pointers = []*api.Param{param(api.In(at), f)}, []string{"/paths/~1box/post/parameters/0"}
	case "response header":
		op.Responses[0].Headers, pointers = []*api.Param{param(api.InHeader, f)}, []string{"/paths/~1box/post/responses/200"}
	case "of a request":
		op.Body = &api.Payload{MediaType: "application/json", Type: object(box), Origin: from(31)}
		pointers = append(pointers, "/paths/~1box/post/requestBody")
		fallthrough
	default:
		svc.Schemas = append(svc.Schemas, box)
	}
	doc := openapi.Of(svc, openapi.Options{Prose: prose})
	return inside(t, doc, pointers...)
}

// inside gives what a document has where a JSON pointer leads to, and the lines that parts of it come from.
func inside(t *testing.T, doc *openapi.Document, pointers ...string) string {
	t.Helper()
	text, err := openapi.JSON(doc)
	if err != nil {
		t.Fatal(err)
	}
	places, err := openapi.Sources(doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	var from map[string][]struct{ Line int }
	if err := json.Unmarshal(places, &from); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, pointer := range pointers {
		rest := json.RawMessage(text)
		for step := range strings.SplitSeq(pointer[1:], "/") {
			var members map[string]json.RawMessage
			if json.Unmarshal(rest, &members) == nil {
				rest = members[strings.ReplaceAll(step, "~1", "/")]
				continue
			}
			var items []json.RawMessage
			if err := json.Unmarshal(rest, &items); err != nil {
				t.Fatal(pointer, err)
			}
			rest = items[step[0]-'0']
		}
		var line strings.Builder
		for l := range strings.Lines(string(rest)) {
			line.WriteString(strings.TrimSpace(l) + " ")
		}
		out = append(out, strings.TrimSpace(line.String()))
		var known []string
		for at, list := range from {
			if below, ok := strings.CutPrefix(at, pointer); ok {
				for _, p := range list {
					known = append(known, fmt.Sprintf("%s=%d", below, p.Line))
				}
			}
		}
		slices.Sort(known)
		out = append(out, strings.Join(known, " "))
	}
	return strings.Join(out, "\n\t  ")
}
