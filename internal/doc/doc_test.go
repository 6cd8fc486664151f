package doc_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

func pos(line, col int) source.Pos { return source.Pos{Line: line, Col: col} }

func text(s string, line, col int) doc.Text {
	return doc.Text{{Kind: doc.Regular, Segs: []doc.Seg{{Text: s, Pos: pos(line, col)}}}}
}

func para(s string, line, col int) doc.Block {
	return &doc.Paragraph{At: doc.At{Start: pos(line, col)}, Text: text(s, line, col)}
}

// Pieces of a run on one line follow each other directly: between them stood a backslash.
func TestFlowGluesPiecesOfALine(t *testing.T) {
	in := doc.Text{
		{Kind: doc.Strong, Segs: []doc.Seg{{Text: "a", Pos: pos(1, 3)}, {Text: "_b", Pos: pos(1, 5)}, {Text: "c", Pos: pos(2, 1)}}},
	}
	flow := in.Plain()
	if flow.Text != "a_b c" || !slices.Equal(flow.Marks, []doc.Mark{{Start: 0, End: 5, Kind: doc.Strong}}) {
		t.Errorf("got %q with %v", flow.Text, flow.Marks)
	}
	if at := flow.At(strings.Index(flow.Text, "b")); at != pos(1, 6) {
		t.Errorf("b stands at %v", at)
	}
	if at := flow.At(strings.Index(flow.Text, "c")); at != pos(2, 1) {
		t.Errorf("c stands at %v", at)
	}
}

// TestMarks holds what is set apart, in flows that were put together, too.
func TestMarks(t *testing.T) {
	run := func(kind doc.InlineKind, s string) doc.Inline {
		return doc.Inline{Kind: kind, Segs: []doc.Seg{{Text: s, Pos: pos(1, 1)}}}
	}
	var all doc.FlowBuilder
	all.Append("\n", doc.Text{run(doc.Regular, "a "), run(doc.Literal, "b"), run(doc.Image, "no"), run(doc.Emph, " c "), run(doc.Strong, ""), run(doc.Ref, "d")}.Plain())
	all.Append("\n", doc.Text{run(doc.Strong, "e"), run(doc.Regular, " f"), run(doc.Literal, "g")}.Plain())
	flow := all.Flow()
	want := []doc.Mark{{Start: 2, End: 3, Kind: doc.Literal}, {Start: 8, End: 9, Kind: doc.Strong}, {Start: 11, End: 12, Kind: doc.Literal}}
	if flow.Text != "a b c d\ne fg" || !slices.Equal(flow.Marks, want) {
		t.Errorf("%q with %v", flow.Text, flow.Marks)
	}
	if got, want := flow.Prose(), "a `b` c d\ne f`g`"; got != want {
		t.Errorf("as prose %q, want %q", got, want)
	}
	if got := (doc.Text{run(doc.Strong, "a**")}).Plain().Prose(); got != "a**" {
		t.Errorf("characters of the page became %q", got)
	}
}

// TestItems holds the places of items that were put together.
func TestItems(t *testing.T) {
	item := func(s string, line int) doc.Flow {
		return doc.Text{{Kind: doc.Regular, Segs: []doc.Seg{{Text: s, Pos: pos(line, 5)}}}}.Plain()
	}
	var all doc.FlowBuilder
	all.AppendItem("\n", "- ", pos(2, 3), item("one", 2))
	all.AppendItem("\n", "- ", pos(3, 3), doc.Flow{})
	all.AppendItem("\n", "- ", pos(4, 3), item("two", 4))
	all.Append("\n", item("end", 6))
	flow := all.Flow()
	if want := "- one\n- two\nend"; flow.Text != want {
		t.Fatalf("%q, want %q", flow.Text, want)
	}
	for off, want := range map[int]source.Pos{0: pos(2, 3), 3: pos(2, 6), 6: pos(4, 3), 8: pos(4, 5), 13: pos(6, 6)} {
		if got := flow.At(off); got != want {
			t.Errorf("byte %d stands at %v, want %v", off, got, want)
		}
	}
}

func sample() *doc.Page {
	inner := &doc.Table{At: doc.At{Start: pos(5, 9)}, Cols: 1, Body: []*doc.Row{
		{Cells: []*doc.Cell{{ColSpan: 1, RowSpan: 1, Blocks: []doc.Block{para("in-ner", 6, 11)}}}},
	}}
	outer := &doc.Table{
		At: doc.At{Start: pos(3, 1)}, Form: doc.FormGrid, Cols: 2,
		Caption: text("Table 1: Ports", 3, 12),
		Labels:  []doc.Label{{Name: "ports", Pos: pos(1, 5)}},
		Head: []*doc.Row{{Cells: []*doc.Cell{
			{Col: 0, ColSpan: 1, RowSpan: 1, Blocks: []doc.Block{para("A b", 4, 3)}},
			{Col: 1, ColSpan: 1, RowSpan: 1, Blocks: []doc.Block{para("C", 4, 9)}},
		}}},
		Body: []*doc.Row{{Cells: []*doc.Cell{
			{Col: 0, ColSpan: 2, RowSpan: 1, Blocks: []doc.Block{
				&doc.Quote{Blocks: []doc.Block{para("x", 5, 3)}},
				inner,
				&doc.Other{Kind: "error", Blocks: []doc.Block{para("not seen", 7, 3)}},
			}},
		}}},
	}
	return &doc.Page{Blocks: []doc.Block{outer}}
}

func TestWalk(t *testing.T) {
	var seen []string
	doc.WalkAll(sample().Blocks, func(n doc.Block) bool {
		switch n := n.(type) {
		case *doc.Paragraph:
			seen = append(seen, n.Text.String())
		case *doc.Table:
			seen = append(seen, "table")
		case *doc.Other:
			return false
		}
		return true
	})
	if got := strings.Join(seen, ", "); got != "table, A b, C, x, table, in-ner" {
		t.Errorf("walked %s", got)
	}
}

func TestTableLines(t *testing.T) {
	want := []string{
		"p.rst\t0\tTable1Ports\t2\t1\t1\tAb|C\tfda0d2db", // the crc32 of "xinner"
		"p.rst\t1\t\t1\t0\t1\t\t6d310bc9",                // of "inner"
	}
	got := doc.TableLines(sample(), "p.rst")
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestDump(t *testing.T) {
	want := `page
  3:1 table grid 2 columns label "ports" 1:5
    3:12 caption "Table 1: Ports"
`
	if got := doc.Dump(sample()); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s", got)
	}
}
