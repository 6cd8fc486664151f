package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// described gives the description of a field whose cell holds text; the model knows that the
// default is 10, that values are 1 to 64 and match ^[0-9]$.
func described(text string) string {
	var found diag.List
	f := &api.Field{Type: api.Type{Kind: api.Integer}, Passages: new(page).passages(rst.Parse(source.New("a.rst", []byte(text)), &found).Blocks)}
	f.Decided.Default, f.Decided.Limits = &api.Value{JSON: "10"}, api.Limits{Min: "1", Max: "64", Pattern: "^[0-9]$"}
	return f.Describe()
}

func TestDescriptions(t *testing.T) {
	for text, want := range map[string]string{
		"Size of the jar.": "Size of the jar.",
		"**Definition**: Size.\n\n**Constraints**: N/A\n\n**Range**: 1 to 64\n\n**Default value**: 10": "Size.",
		"**Definition**\n\nSize.\n\n**Constraints**\n\nNone\n\n**Range**\n\n-  **1**\n-  **64**":       "Size.",
		"**Definition**: Size.\n\n**Constraints**:\n\n-  Only jars.\n-  Only lids.":                    "Size.\n\n**Constraints**:\n\n- Only jars.\n- Only lids.",
		"Size.\n\n**Range**: 1 to 64. Large ones are slow.":                                            "Size.\n\n**Range**: 1 to 64. Large ones are slow.",
		"Size.\n\n**Regular expression matching**: ^[0-9]$":                                            "Size.",
		"Size.\n\nRegular expression:\n\n.. code::\n\n   ^[0-9]$":                                      "Size.",
		"Size.\n\nRegular expression: ^[0-8]$":                                                         "Size.\n\nRegular expression: ^\\[0-8\\]$",
		"Size.\n\n**Range**: 1 to 65":                                                                  "Size.\n\n**Range**: 1 to 65",
		"Size.\n\n**Default value**: 64":                                                               "Size.\n\n**Default value**: 64",
		"Size.\n\n**Default value**: N/A\n\n.. note::\n\n   Mind <the> lid.":                           "Size.\n\n> **Note:** Mind \\<the> lid.",
		"Size.\n\nDefinition: a *size*.":                                                               "Size.\n\nDefinition: a *size*.",
		"-  Definition: Size.\n-  Constraints: None\n-  Range: N/A\n-  Default value: N/A":             "Size.",
		"-  Definition: Size.\n-  Range:\n\n   -  **1**: small\n   -  **64**: large\n\nMore.":          "Size.\n\nRange:\n\n- **1**: small\n- **64**: large\n\nMore.",
		"-  Definition: Size.\n-  small: of no use":                                                    "- Definition: Size.\n- small: of no use",
		"-  Range: N/A\n-  Definition: Size.":                                                          "- Range: N/A\n- Definition: Size.",
		"#. Definition: Size.\n#. Range: N/A":                                                          "1. Definition: Size.\n2. Range: N/A",
		"Size.\n\nType: Integer":                                                                       "Size.",
		"Size.\n\nType: string":                                                                        "Size.\n\nType: string",
		"Size.\n\nType: integer, which must be even":                                                   "Size.\n\nType: integer, which must be even",
		"Size.\n\nUnit: N/A\n\nParent: Box":                                                            "Size.\n\nParent: Box",
		"**Constraints**\n\n**Range**\n\n**Default value**":                                            "",
	} {
		if got := described(text); got != want {
			t.Errorf("%s\ngives\n%s\nnot\n%s", text, got, want)
		}
	}
}

func TestDescriptionsOfVariants(t *testing.T) {
	of := func(summary, url, text string) *api.Operation {
		return &api.Operation{Summary: summary, DocURL: url, Description: text}
	}
	for name, c := range map[string]struct {
		variants []*api.Operation
		want     string
	}{
		"no variants": {nil, "Opens."},
		"pages": {[]*api.Operation{of("Opening", "https://a.example/open.html", "Opens\\\nit.\n\nMore."), of("Shutting <all>", "", "- a list"), of("Locking", "javascript:x", "")},
			"Several calls have this method and path:\n\n- [Opening](https://a.example/open.html): Opens\\\n  it.\n- Shutting \\<all>\n- Locking"},
		"cases of a page": {[]*api.Operation{of("Opening: lid", "", "Opens."), of("Opening: box", "", "Opens.")},
			"Opens.\n\nSeveral calls have this method and path:\n\n- Opening: lid\n- Opening: box"},
	} {
		op := &api.Operation{Description: "Opens.", Variants: c.variants}
		if describeVariants(op); op.Description != c.want {
			t.Errorf("%s: %q, want %q", name, op.Description, c.want)
		}
	}
}

func TestReferencesInDescriptions(t *testing.T) {
	pages := func(url string) string {
		var found diag.List
		text := title("Jars") + "See :ref:`Table 9 <Jar_2__t>`.\n\n.. _jar_2__t:\n\n" + tableText("**Table 9** Lids", "a|b", "c|d")
		d := rst.Parse(source.New("a.rst", []byte(text)), &found)
		d.URL = url
		x := &extraction{found: &found}
		x.index([]*page{{doc: d, path: "a.rst"}}, new(doc.Contents))
		shown, address := x.reference(x.pages[0], "Jar_2__t", "Table 9")
		return strings.TrimSpace(shown + " " + address)
	}
	if got, want := pages("https://a.example/jars.html"), "Table 9 https://a.example/jars.html#jar-2-t"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := pages(""), "Table 9 (Lids)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
