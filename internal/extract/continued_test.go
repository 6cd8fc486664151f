package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// TestContinuedCases: a table that continues another one adds to the case of that, whichever stands between. One
// whose caption no table has is a table of its own.
func TestContinuedCases(t *testing.T) {
	glass := tableText("**Table 1** Request body parameters for glass jars", mandatory, "size|Yes|String|X", "glass|Yes|String|X")
	clay := tableText("**Table 2** Request body parameters for clay jars", mandatory, "size|Yes|String|X", "clay|Yes|String|X")
	for _, c := range []struct{ what, caption, want string }{
		{"the first", "**Table 1** Request body parameters for glass jars (continued)", "glass: size glass lid; clay: size clay"},
		{"the second", "**Table 2** Request body parameters for clay jars (continued)", "glass: size glass; clay: size clay lid"},
		{"the caption with another number", "**Table 3** Request body parameters for glass jars (continued)", "glass: size glass lid; clay: size clay"},
		{"the number alone", "**Table 1** (continued)", "glass: size glass lid; clay: size clay"},
		{"none of these", "**Table 3** Request body parameters for tin jars (continued)", "glass: size glass lid; clay: size clay lid"},
	} {
		e := extractPage(title("Storing a Jar") + section("URI", "POST /v1/jars") + section("Request", glass+clay+tableText(c.caption, mandatory, "lid|Yes|String|X")))
		var got []string
		for _, op := range e.op(t).Variants {
			s := op.Case + ":"
			for _, f := range op.Body.Type.Schema.Fields {
				s += " " + f.Name
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != c.want || e.rules() != "docs/several-body-tables" {
			t.Errorf("%s: %q, findings %q, want %q", c.what, s, e.rules(), c.want)
		}
	}
}

// TestContinuedStructures: the rows of a table that continues a structure are its fields, as mandatory as they are said
// to be. One that continues none is told of.
func TestContinuedStructures(t *testing.T) {
	body := tableText("**Table 1** Request body parameters", mandatory, "note|Yes|Object|Note. See Table 2.", "tag|Yes|Object|Tag. See Table 3.")
	note := tableText("**Table 2** note", mandatory, "text|Yes|String|X")
	tag := tableText("**Table 3** tag", mandatory, "key|Yes|String|X")
	for _, c := range []struct{ what, caption, want, rules string }{
		{"the note", "**Table 2** note (continued)", "text! lang!", ""},
		{"the caption", "**Table 5** Note (cont.)", "text! lang!", ""},
		{"another one", "**Table 5** lid (continued)", "text!", "docs/unused-structure"},
	} {
		e := extractPage(title("Storing a Jar") + section("URI", "POST /v1/jars") + section("Request", body+note+tag+tableText(c.caption, mandatory, "lang|Yes|String|X")))
		got := ""
		for _, f := range e.op(t).Body.Type.Schema.Field("note").Type.Schema.Fields {
			got += " " + f.Name
			if f.Need == api.NeedYes {
				got += "!"
			}
		}
		if got != " "+c.want || e.rules() != c.rules {
			t.Errorf("%s: %q, findings %q, want %q, %q", c.what, got, e.rules(), c.want, c.rules)
		}
	}
}

// TestMeantBesideImage: a reference without words, such as an image, takes no words from a description.
func TestMeantBesideImage(t *testing.T) {
	text := func(s string) []doc.Block {
		return []doc.Block{&doc.Paragraph{Text: doc.Text{{Segs: []doc.Seg{{Text: s}}}}}}
	}
	lids, jars := &table{caption: "States of lids"}, &table{caption: "States of jars"}
	r := &row{desc: &doc.Cell{Blocks: text("The state of the jars.")}, descRefs: []doc.Inline{{Kind: doc.Image, Target: "x"}}}
	if got := r.meant([]*table{lids, jars}); got != jars {
		t.Errorf("the table is %v", got)
	}
}
