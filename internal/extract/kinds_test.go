package extract

import (
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

func TestKindOfWords(t *testing.T) {
	number := func(fact api.Fact, values ...string) api.Claim { return api.Claim{Fact: fact, Values: values} }
	elems, some := number(api.FactMin, "1"), number(api.FactMin, "1")
	elems.Elems, some.Conditional = true, true
	for what, c := range map[string]struct {
		claims []api.Claim
		want   api.Kind
	}{
		"nothing":                       {nil, api.String},
		"a bound":                       {[]api.Claim{number(api.FactMin, "1")}, api.Integer},
		"a bound of some cases":         {[]api.Claim{some}, api.String},
		"a bound that is not whole":     {[]api.Claim{number(api.FactMax, "1.5")}, api.String},
		"a bound of elements":           {[]api.Claim{number(api.FactMin, "1"), elems}, api.String},
		"a bound and a default":         {[]api.Claim{number(api.FactMin, "1"), number(api.FactDefault, "7")}, api.Integer},
		"a bound and a word as default": {[]api.Claim{number(api.FactMin, "1"), number(api.FactDefault, "oak")}, api.String},
		"a bound and words as values":   {[]api.Claim{number(api.FactMin, "1"), number(api.FactEnum, "1", "oak")}, api.String},
		"a bound and other words":       {[]api.Claim{number(api.FactMin, "1"), number(api.FactValues, "oak")}, api.String},
		"a bound and a fixed word":      {[]api.Claim{number(api.FactMin, "1"), number(api.FactConst, "oak")}, api.String},
		"a bound and a length":          {[]api.Claim{number(api.FactMin, "1"), number(api.FactMaxLength, "9")}, api.String},
		"a bound and a least length":    {[]api.Claim{number(api.FactMin, "1"), number(api.FactMinLength, "9")}, api.String},
		"a bound and a pattern":         {[]api.Claim{number(api.FactMin, "1"), number(api.FactPattern, "a")}, api.String},
		"three examples":                {[]api.Claim{number(api.FactExample, "1", "2", "3")}, api.Integer},
		"two examples":                  {[]api.Claim{number(api.FactExample, "1", "2")}, api.String},
		"three values":                  {[]api.Claim{number(api.FactEnum, "1", "2", "3")}, api.String},
		"something of elements":         {[]api.Claim{number(api.FactMin, "1"), {Fact: api.FactUnique, Elems: true}}, api.Integer},
	} {
		if got := kindOfWords(c.claims); got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
}

func TestListsValues(t *testing.T) {
	for what, c := range map[string]struct {
		claim api.Claim
		want  bool
	}{
		"all values":        {api.Claim{Fact: api.FactEnum, Values: []string{"a"}}, true},
		"all of some cases": {api.Claim{Fact: api.FactEnum, Values: []string{"a"}, Conditional: true}, false},
		"two values":        {api.Claim{Fact: api.FactValues, Values: []string{"a", "b"}}, true},
		"two of some cases": {api.Claim{Fact: api.FactValues, Values: []string{"a", "b"}, Conditional: true}, false},
		"one value":         {api.Claim{Fact: api.FactValues, Values: []string{"a"}}, false},
		"two examples":      {api.Claim{Fact: api.FactExample, Values: []string{"a", "b"}}, false},
	} {
		if got := listsValues(&api.Field{Claims: []api.Claim{c.claim}}); got != c.want {
			t.Errorf("%s: %t", what, got)
		}
	}
}

func TestOtherNumber(t *testing.T) {
	for name, want := range map[string][]string{"lid": {"lids"}, "lids": {"lid", "lidss"}, "boxes": {"boxe", "box", "boxess"}, "s": {"ss"}, "es": {"e", "ess"}} {
		if got := otherNumber(name); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestAnchor(t *testing.T) {
	for label, want := range map[string]string{"lid": "lid", "a z": "a-z", "Lid_09": "lid-09", "09lid": "lid", "-lid-": "lid", "a--z": "a-z", "a1": "a1", "é{a": "a", "0": ""} {
		if got := anchor(label); got != want {
			t.Errorf("%q: %q, want %q", label, got, want)
		}
	}
}

func TestCutText(t *testing.T) {
	run := func(kind doc.InlineKind, text string) doc.Inline {
		return doc.Inline{Kind: kind, Segs: []doc.Seg{{Text: text}}}
	}
	text := doc.Text{run(doc.Strong, "Range"), run(doc.Image, "lid.png"), run(doc.Regular, ": 1 to 9"), run(doc.Strong, " cm")}
	for n, want := range map[int]string{0: "Rangelid.png: 1 to 9 cm", 5: ": 1 to 9 cm", 6: " 1 to 9 cm", 7: "1 to 9 cm", 13: " cm", 16: ""} {
		got := ""
		for _, in := range cutText(text, n) {
			got += in.Segs[0].Text
		}
		if got != want {
			t.Errorf("%d bytes: %q, want %q", n, got, want)
		}
	}
}

func TestJoinWords(t *testing.T) {
	for text, want := range map[string]string{"lid": "lid", "lid _id": "lid_id", " lid\t.\u00a0rim ": "lid.rim", "": ""} {
		if got := joinWords(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
