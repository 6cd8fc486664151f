package dialect

import (
	"slices"
	"testing"
)

func TestDescriptionLabelOf(t *testing.T) {
	for text, want := range map[string]struct {
		kind DescriptionLabel
		rest string
	}{
		"Definition: The jar.":            {MeaningLabel, "The jar."},
		"Constraints：\u00a0None":          {OtherLabel, "None"},
		"Default  value: 10":              {DefaultLabel, "10"},
		"Value range: 1-64":               {LimitLabel, "1-64"},
		"Range":                           {LimitLabel, ""},
		"Regular expression: ^a$":         {PatternLabel, "^a$"},
		"Constraints":                     {OtherLabel, ""},
		"The options are as follows: a":   {LimitLabel, "a"},
		"Type: string":                    {TypeLabel, "string"},
		"Parent node: Box":                {ParentLabel, "Box"},
		"Children: Lid":                   {ChildLabel, "Lid"},
		"Unit: GB":                        {OtherLabel, "GB"},
		"Example: 10":                     {NoLabel, "Example: 10"},
		"Value":                           {NoLabel, "Value"},
		"It is one of the jars: a, b":     {NoLabel, "It is one of the jars: a, b"},
		"default jar: 10":                 {NoLabel, "default jar: 10"},
		"http://a.example is the address": {NoLabel, "http://a.example is the address"},
		"":                                {NoLabel, ""},
	} {
		kind, n := DescriptionLabelOf(text)
		if kind != want.kind || text[n:] != want.rest {
			t.Errorf("%q: %d, rest %q", text, kind, text[n:])
		}
	}
}

func TestStatedValues(t *testing.T) {
	for text, want := range map[string][]string{
		"1 to 64 characters":                    {"1", "64"},
		"The value ranges from 1-64.":           {"1", "64"},
		"0～9":                                   {"0", "9"},
		"1\u00a0to\u00a064":                     {"1", "64"},
		"1\tor\n2;3|4":                          {"1", "2", "3", "4"},
		"\"oak\", 'ash' or `elm`.":              {"oak", "ash", "elm"},
		"• oak\n• ash":                          {"oak", "ash"},
		"1 to 64. Larger jars take longer.":     {"1", "64", "Larger", "jars", "take", "longer"},
		"(0, 100]":                              {"(0", "100]"},
		"not 5":                                 {"not", "5"},
		"-1":                                    {"-1"},
		"10 MB":                                 {"10", "MB"},
		"The value can be one of the following": nil,
		"2026-01-02":                            {"2026-01-02"},
	} {
		if got := StatedValues(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSaysNothing(t *testing.T) {
	for text, want := range map[string]bool{"": true, "N/A": true, "None.": true, " - ": true, "No constraints.": true, "null": false, "None of the jars.": false, "0": false} {
		if SaysNothing(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
