package api

import "testing"

func TestDescribeLeavesOutWhatTheFieldHas(t *testing.T) {
	number := func(n uint64) *uint64 { return &n }
	for name, c := range map[string]struct {
		field Field
		want  string
	}{
		"default": {Field{Decided: Decided{Default: &Value{"10"}}, Passages: []Passage{{Markdown: "A."}, {Markdown: "Default: 10", Says: []string{"10"}, Of: OfDefault}}}, "A."},
		"other default": {Field{Decided: Decided{Default: &Value{"11"}}, Passages: []Passage{{Markdown: "A."}, {Markdown: "Default: 10", Says: []string{"10"}, Of: OfDefault}}},
			"A.\n\nDefault: 10"},
		"no default decided": {Field{Passages: []Passage{{Markdown: "Default: 10", Says: []string{"10"}, Of: OfDefault}}}, "Default: 10"},
		"default that is only a limit": {Field{Decided: Decided{Limits: Limits{Max: "10"}}, Passages: []Passage{{Markdown: "Default: 10", Says: []string{"10"}, Of: OfDefault}}},
			"Default: 10"},
		"limits": {Field{Decided: Decided{Limits: Limits{MinLength: number(1), MaxLength: number(64)}}, Passages: []Passage{{Markdown: "Length: 1 to 64", Says: []string{"1", "64"}}, {Markdown: "B."}}}, "B."},
		"values": {Field{Decided: Decided{Limits: Limits{Enum: []Value{{`"oak"`}, {`"ash"`}}}}, Passages: []Passage{{Markdown: "Values: oak, ash", Says: []string{"oak", "ash"}}}}, ""},
		"a value more": {Field{Decided: Decided{Limits: Limits{Enum: []Value{{`"oak"`}}}}, Passages: []Passage{{Markdown: "Values: oak, ash", Says: []string{"oak", "ash"}}}},
			"Values: oak, ash"},
		"pattern":             {Field{Decided: Decided{Limits: Limits{Pattern: "^a$"}}, Passages: []Passage{{Markdown: "Pattern: ^a$", Says: []string{"^a$"}, Of: OfPattern}}}, ""},
		"pattern of elements": {Field{Decided: Decided{Elems: Limits{Pattern: "^a$"}}, Passages: []Passage{{Markdown: "Pattern: ^a$", Says: []string{"^a$"}, Of: OfPattern}}}, ""},
		"another pattern": {Field{Decided: Decided{Limits: Limits{Pattern: "^[ab]$"}}, Passages: []Passage{{Markdown: "Pattern: ^a$", Says: []string{"^a$"}, Of: OfPattern}}},
			"Pattern: ^a$"},
		"a pattern that is only a value": {Field{Decided: Decided{Limits: Limits{Enum: []Value{{`"a"`}}}}, Passages: []Passage{{Markdown: "Pattern: a", Says: []string{"a"}, Of: OfPattern}}},
			"Pattern: a"},
		"boolean":                {Field{Type: Type{Kind: Boolean}, Passages: []Passage{{Markdown: "Range: true, false", Says: []string{"true", "false"}}}}, ""},
		"elements":               {Field{Decided: Decided{Elems: Limits{Max: "9"}}, Passages: []Passage{{Markdown: "Maximum: 9", Says: []string{"9"}}}}, ""},
		"type":                   {Field{Type: Type{Kind: String}, Passages: []Passage{{Markdown: "A."}, {Markdown: "Type: string", Says: []string{"string"}, Of: OfType}}}, "A."},
		"type of elements":       {Field{Type: Type{Kind: Array, Elem: &Type{Kind: String}}, Passages: []Passage{{Markdown: "Type: string", Says: []string{"string"}, Of: OfType}}}, ""},
		"another type":           {Field{Type: Type{Kind: Integer}, Passages: []Passage{{Markdown: "Type: string", Says: []string{"string"}, Of: OfType}}}, "Type: string"},
		"place":                  {Field{Passages: []Passage{{Markdown: "Parent: Box", Says: []string{"Box"}, Of: OfParents}}}, "Parent: Box"},
		"a label without values": {Field{Passages: []Passage{{Markdown: "Range: any", Says: nil}}}, "Range: any"},
	} {
		if got := c.field.Describe(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
