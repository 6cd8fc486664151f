package document_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestPresences: lists of required members are read with what must not be beside them, those of each member of
// allOf by themselves; what has a type, or says something else, is none.
func TestPresences(t *testing.T) {
	for schema, want := range map[string]string{
		"{type: object, properties: {a: {}}, oneOf: [{required: [a]}, {required: [b, c]}]}":                                        "oneOf a|b and c",
		"{type: object, properties: {a: {}}, anyOf: [{title: A, required: [a]}, {type: object, required: [b]}]}":                   "anyOf a|b",
		"{properties: {a: {}}, oneOf: [{required: [a], not: {required: [b, c]}}, {not: {required: [a]}}]}":                         "oneOf a without b and c|without a",
		"{properties: {a: {}}, not: {required: [a, b]}}":                                                                           "not a and b",
		"{properties: {a: {}}, not: {anyOf: [{required: [a]}, {type: object, required: [b]}]}}":                                    "not a; not b",
		"{allOf: [{properties: {a: {}}, oneOf: [{required: [a]}, {required: [b]}]}, {oneOf: [{required: [c]}, {required: [d]}]}]}": "oneOf a|b; oneOf c|d",
		"{properties: {a: {}}, oneOf: [{properties: {b: {}}, required: [b]}, {properties: {c: {}}}]}":                              "",
		"{properties: {a: {}}, oneOf: [{required: [a]}, {properties: {c: {}}}]}":                                                   "unread oneOf",
		"{properties: {a: {}}, oneOf: [{required: [a]}, {minProperties: 2}]}":                                                      "unread oneOf",
		"{properties: {a: {}}, not: {required: [a], properties: {a: {enum: [x]}}}}":                                                "unread not",
		"{properties: {a: {}}, not: {anyOf: [{required: [a]}, {required: [b], not: {required: [c]}}]}}":                            "unread not",
		"{properties: {a: {}}, not: {}}": "unread not",
	} {
		d, ref := schemasOf(t, "A: "+schema)
		s, err := d.Merged(ref.Value)
		if err != nil {
			t.Fatal(err)
		}
		found, unread := d.Presences(s)
		var out []string
		for _, p := range found {
			choices := strings.Trim(strings.Join(strings.Split(fmt.Sprintf("%q", p.Choices), `" "`), "|"), `[]"`)
			out = append(out, p.Rule+" "+choices)
		}
		for _, rule := range unread {
			out = append(out, "unread "+rule)
		}
		if got := strings.Join(out, "; "); got != want {
			t.Errorf("%s: got %s, want %s", schema, got, want)
		}
	}
}
