package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// TestTitlesAbove: the first row of a table without a header is one where it reads like one.
func TestTitlesAbove(t *testing.T) {
	for head, want := range map[string]bool{
		"State|Description":                true,
		"Parameter|Type|Description":       true, // all words are known
		"State of Lid|Meaning":             true,
		"description|String|Description":   false, // a field
		"Name|String|Description":          false, // a field in capitals
		"State of the Lid|Description":     false, // too long for a title
		"OPEN|The lid is open.":            false,
		"Box.open|Description":             false,
		"State|Reason":                     false, // nothing is known
		"Description|Lid|Reason":           false, // known is the first one only
		"State||Description":               false,
		"Lids of the box, if any|Type|Why": false,
	} {
		var rows []*doc.Row
		for _, line := range []string{head, strings.Repeat("a|", strings.Count(head, "|")) + "b"} {
			row := &doc.Row{}
			for i, text := range strings.Split(line, "|") {
				row.Cells = append(row.Cells, spanned(text, i, 1, 1))
			}
			rows = append(rows, row)
		}
		tab := &table{doc: &doc.Table{Cols: len(rows[0].Cells)}, body: rows}
		if tab.readColumns(); (len(tab.body) == 1) != want {
			t.Errorf("%s is a header: %t", head, !want)
		}
		alone := &table{doc: &doc.Table{Cols: len(rows[0].Cells)}, body: rows[:1]}
		if alone.readColumns(); head == "State|Description" && len(alone.body) == 0 {
			t.Error("the only row of a table is its header")
		}
	}
}

// TestFieldsWithoutHeader: the first row of a table without a header is a field where it says in the words of the
// rows below it that it is mandatory.
func TestFieldsWithoutHeader(t *testing.T) {
	for text, want := range map[string]bool{
		"Bucket|Mandatory|Bucket name\nOwner|Optional|Owner name":       false,
		"Bucket|Mandatory|Bucket name\nOwner|Mandatory|Owner name":      false,
		"Bucket|Required|Name\nOwner|Yes|Owner name\nAge|Optional|Age":  false,
		"Bucket|Mandatory|Bucket name\nOwner|Conditional|Owner name":    false,
		"Lid|Mandatory|Meaning of It\nbucket|Yes|Bucket name\nage||Age": true,
		"Lid|Mandatory|Remark on It\nbucket|M|Bucket name":              true,
	} {
		var rows []*doc.Row
		for line := range strings.SplitSeq(text, "\n") {
			row := &doc.Row{}
			for i, cell := range strings.Split(line, "|") {
				row.Cells = append(row.Cells, spanned(cell, i, 1, 1))
			}
			rows = append(rows, row)
		}
		tab := &table{doc: &doc.Table{Cols: 3}, body: rows}
		if tab.readColumns(); (len(tab.body) < len(rows)) != want {
			t.Errorf("%q has a header: %t", text, !want)
		}
	}
}

// TestCaptioned: a paragraph right above a table is its caption where it reads like one.
func TestCaptioned(t *testing.T) {
	line := func(s string) *doc.Paragraph {
		return &doc.Paragraph{Text: doc.Text{{Kind: doc.Strong, Segs: []doc.Seg{{Text: s}}}}}
	}
	bare, named := &doc.Table{}, &doc.Table{Caption: line("Table 1 Lids").Text}
	for name, c := range map[string]struct {
		blocks []doc.Block
		want   bool
	}{
		"a caption":              {[]doc.Block{line("Table 2 Lids"), bare}, true},
		"a sentence":             {[]doc.Block{line("Table 2 lists the lids."), bare}, false},
		"a long line":            {[]doc.Block{line("Table 2 " + strings.Repeat("lids ", 40)), bare}, false},
		"a table with a caption": {[]doc.Block{line("Table 2 Lids"), named}, false},
		"something in between":   {[]doc.Block{line("Table 2 Lids"), line("More."), bare}, false},
		"nothing below":          {[]doc.Block{line("Table 2 Lids")}, false},
		"another table above":    {[]doc.Block{named, bare}, false},
	} {
		if tab, above := captioned(c.blocks, 0); (tab != nil) != c.want || c.want && (tab != bare || above != c.blocks[0]) {
			t.Errorf("%s: %t", name, tab != nil)
		}
	}
	if got := titleOf(line("Table 2 Lids").Text); got[0].Kind != doc.Regular {
		t.Error("a bold line is set apart as a title")
	}
}
