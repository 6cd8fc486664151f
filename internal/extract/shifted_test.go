package extract

import (
	"strings"
	"testing"
)

// TestShiftedCells: rows whose cells stand in other columns.
func TestShiftedCells(t *testing.T) {
	for what, c := range map[string]struct{ head, row, want, rules string }{
		"swapped":                       {mandatory, "lid|Integer|No|Lid", "lid integer no", "docs/swapped-cells"},
		"a need that is a name":         {mandatory, "lid|lidType|No|Lid", "lid any", "tool/unknown-mandatory tool/unknown-type"},
		"a type that is empty":          {mandatory, "lid|Integer|-|Lid", "lid any", "docs/no-type tool/unknown-mandatory"},
		"a type that is none":           {mandatory, "lid|Yes|None|Lid", "lid any yes", "docs/no-type"},
		"two needs":                     {mandatory, "lid|Yes|No|Lid", "lid any yes", "tool/unknown-type"},
		"shifted":                       {"Parameter|Type|Description", "lid|No|Integer~~The lid", "lid integer", "docs/swapped-cells"},
		"shifted, beside a need":        {mandatory, "lid|Yes|No|Integer~~The lid", "lid any yes", "tool/unknown-type"},
		"a type word below":             {"Parameter|Type|Description", "lid|No|The lid~~Integer", "lid any", "tool/unknown-type"},
		"a name below":                  {"Parameter|Type|Description", "lid|No|Plank~~The lid", "lid any", "tool/unknown-type"},
		"an unknown type beside a type": {"Parameter|Type|Description", "lid|half a word|Integer~~The lid", "lid any", "tool/unknown-type"},
		"a list in words, of a text":    {"Parameter|Type|Description", "lid|String|A list of lids", "lid string", ""},
		"needed when":                   {mandatory, "lid|No|String|This parameter is mandatory when the box is open.", "lid string conditional", ""},
	} {
		e := extractPage(title("Making a Box") + section("URI", "POST /v1/box") + section("Request", gridText("**Table 1** Request body parameters", c.head, c.row)))
		f := e.op(t).Body.Type.Schema.Fields[0]
		if got := strings.TrimSpace(f.Name + " " + f.Type.String() + " " + string(f.Need)); got != c.want || e.rules() != c.rules {
			t.Errorf("%s: %q, findings %q, want %q, findings %q", what, got, e.rules(), c.want, c.rules)
		}
	}
}

// TestKindsClaimedByWords: which rows a description makes a list, or one that is needed in some cases.
func TestKindsClaimedByWords(t *testing.T) {
	for what, c := range map[string]struct{ row, want string }{
		"an object":    {"lids|Yes|Object|A list of lids, each with a rim.", "mandatory yes, type object, type array"},
		"a text":       {"lids|Yes|String|A list of lids, each with a rim.", "mandatory yes, type string"},
		"a structure":  {"lids|Yes|lidType|A list of lids, each with a rim.", "mandatory yes, type named, type array"},
		"needed":       {"lids|Yes|String|Mandatory when the box is open.", "mandatory yes, type string, mandatory conditional, mandatory conditional"},
		"not needed":   {"lids|No|String|Available when the box is open.", "mandatory no, type string"},
		"says nothing": {"lids|No|String|-", "mandatory no, type string"},
	} {
		e := extractPage(title("Making a Box") + section("URI", "POST /v1/box") + section("Request", tableText("**Table 1** Request body parameters", mandatory, c.row)))
		f := e.op(t).Body.Type.Schema.Fields[0]
		var out []string
		for _, claim := range f.Claims {
			out = append(out, string(claim.Fact)+" "+strings.Join(claim.Values, " "))
		}
		if got := strings.Join(out, ", "); got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
		if what == "says nothing" && f.Text != "" {
			t.Errorf("what says nothing is the description %q", f.Text)
		}
	}
}
