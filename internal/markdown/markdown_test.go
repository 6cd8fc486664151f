package markdown

import (
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

func seg(s string) []doc.Seg { return []doc.Seg{{Text: s}} }

func inline(kind doc.InlineKind, s string) doc.Inline { return doc.Inline{Kind: kind, Segs: seg(s)} }

func para(s string) *doc.Paragraph { return &doc.Paragraph{Text: doc.Text{inline(doc.Regular, s)}} }

func linked(s, to string) *doc.Paragraph {
	return &doc.Paragraph{Text: doc.Text{{Kind: doc.Link, Segs: seg(s), Target: to}}}
}

func list(ordered bool, items ...[]doc.Block) *doc.List {
	l := &doc.List{Ordered: ordered, First: 1}
	for _, b := range items {
		l.Items = append(l.Items, &doc.Item{Blocks: b})
	}
	return l
}

func cells(texts ...string) *doc.Row {
	r := &doc.Row{}
	for i, s := range texts {
		r.Cells = append(r.Cells, &doc.Cell{Col: i, ColSpan: 1, RowSpan: 1, Blocks: []doc.Block{para(s)}})
	}
	return r
}

func TestBlocks(t *testing.T) {
	mixed := func(in ...doc.Inline) []doc.Block { return []doc.Block{&doc.Paragraph{Text: in}} }
	for name, c := range map[string]struct {
		blocks []doc.Block
		want   string
	}{
		"paragraphs":           {[]doc.Block{para("One."), para("Two.")}, "One.\n\nTwo."},
		"marks as text":        {[]doc.Block{para("a * b <key> [c] ~ d` \\")}, "a \\* b \\<key> \\[c\\] \\~ d\\` \\\\"},
		"names stay readable":  {[]doc.Block{para("vault_id and _x")}, "vault_id and \\_x"},
		"entity":               {[]doc.Block{para("R&D &lt;b&gt;")}, "R&D \\&lt;b\\&gt;"},
		"starts of lines":      {[]doc.Block{para("# a"), para("> a"), para("- a"), para("+ a"), para("12. a"), para("1) a"), para("---"), para("=="), para("-1 is less")}, "\\# a\n\n\\> a\n\n\\- a\n\n\\+ a\n\n12\\. a\n\n1\\) a\n\n\\---\n\n\\==\n\n-1 is less"},
		"a line break":         {[]doc.Block{para("a\n- b")}, "a\\\n\\- b"},
		"bold and code":        {mixed(inline(doc.Strong, "on"), inline(doc.Regular, " or "), inline(doc.Literal, "a`b")), "**on** or ``a`b``"},
		"no end of a comment":  {mixed(inline(doc.Strong, "/"), inline(doc.Regular, " or */ or "), inline(doc.Emph, "a"), inline(doc.Regular, "/b")), "**\\/** or \\*\\/ or *a*\\/b"},
		"nor after plain bold": {mixed(inline(doc.Emph, "a"), inline(doc.Strong, "/b"), inline(doc.Regular, " "), inline(doc.Link, "c")), "*a*\\/b c"},
		"nor in an address":    {[]doc.Block{linked("a", "https://a.example/*/b*c")}, "[a](https://a.example/%2A/b*c)"},
		"bold in a word":       {mixed(inline(doc.Regular, "x"), inline(doc.Strong, "(y)"), inline(doc.Regular, "z")), "x(y)z"},
		"spaces in bold":       {mixed(inline(doc.Strong, " on "), inline(doc.Regular, "it")), " **on** it"[1:]},
		"nested lists": {[]doc.Block{list(false, []doc.Block{para("a"), list(false, []doc.Block{para("b")})}, []doc.Block{para("c")})},
			"- a\n  - b\n- c"},
		"loose list":       {[]doc.Block{list(false, []doc.Block{para("a"), para("b")}, []doc.Block{para("c")})}, "- a\n\n  b\n\n- c"},
		"two ordered":      {[]doc.Block{list(true, []doc.Block{para("a")}), list(true, []doc.Block{para("b")})}, "1. a\n\n1) b"},
		"bullet lines":     {[]doc.Block{para("Values:"), para("• a: b"), para("•c")}, "Values:\n\n- a: b\n- c"},
		"note":             {[]doc.Block{&doc.Note{Kind: "note", Blocks: []doc.Block{para("Mind."), list(false, []doc.Block{para("a")})}}}, "> **Note:** Mind.\n>\n> - a"},
		"note said twice":  {[]doc.Block{&doc.Note{Kind: "note", Blocks: []doc.Block{para("NOTE:"), para("Mind.")}}, &doc.Note{Kind: "note", Blocks: []doc.Block{para("Note：")}}, &doc.Note{Kind: "note", Blocks: []doc.Block{para("Note well.")}}}, "> **Note:** Mind.\n\n> **Note:** Note well."},
		"note of a list":   {[]doc.Block{&doc.Note{Kind: "caution", Blocks: []doc.Block{list(false, []doc.Block{para("a")})}}}, "> **Caution:**\n>\n> - a"},
		"code":             {[]doc.Block{&doc.Code{Lang: "json", Lines: []doc.Seg{{Text: "{"}, {Text: "  ```"}, {Text: "}"}}}}, "````json\n{\n  ```\n}\n````"},
		"definitions":      {[]doc.Block{&doc.DefinitionList{Items: []*doc.Definition{{Term: doc.Text{inline(doc.Regular, "a")}, Blocks: []doc.Block{para("b")}}}}}, "- a\n\n  b"},
		"table":            {[]doc.Block{&doc.Table{Cols: 2, Head: []*doc.Row{cells("A", "B")}, Body: []*doc.Row{cells("a|b", "c")}}}, "| A | B |\n| --- | --- |\n| a\\|b | c |"},
		"headless table":   {[]doc.Block{&doc.Table{Cols: 1, Body: []*doc.Row{cells("a")}}}, "|  |\n| --- |\n| a |"},
		"link":             {[]doc.Block{linked("here", "https://a.example/b c?x=1&y=(2)")}, "[here](https://a.example/b%20c?x=1&amp;y=%282%29)"},
		"script":           {[]doc.Block{linked("here", "javascript:alert(1)")}, "here"},
		"data":             {[]doc.Block{linked("here", "data:text/html,x")}, "here"},
		"relative":         {[]doc.Block{linked("here", "../x.html")}, "here"},
		"images are gone":  {mixed(doc.Inline{Kind: doc.Image, Segs: seg("x"), Target: "https://a.example/x.png"}, inline(doc.Regular, "a")), "a"},
		"comments as well": {[]doc.Block{&doc.Other{Kind: "comment", Blocks: []doc.Block{para("x")}}, para("a")}, "a"},
	} {
		if got := Blocks(c.blocks, Options{}); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", name, got, c.want)
		}
	}
}

func TestReferences(t *testing.T) {
	ref := []doc.Block{&doc.Paragraph{Text: doc.Text{inline(doc.Regular, "See "), {Kind: doc.Ref, Segs: seg("Table 9"), Target: "jars"}}}}
	opt := Options{Ref: func(label, text string) (string, string) { return text, "https://a.example/p.html#" + label }}
	if got, want := Blocks(ref, opt), "See [Table 9](https://a.example/p.html#jars)"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := Blocks(ref, Options{}); got != "See Table 9" {
		t.Error(got)
	}
}

// TestShowsTheWordsOfThePage writes random pages of hostile texts and reads them with a library:
// the words of the page come back in their order, and nothing that a viewer would run or load.
func TestShowsTheWordsOfThePage(t *testing.T) {
	for seed := range uint64(1000) {
		g := &generator{rand.New(rand.NewPCG(seed, 1))}
		blocks := g.blocks(0)
		source := Blocks(blocks, Options{Ref: func(label, text string) (string, string) { return text, label }})
		got, bad := read(source)
		if bad != "" {
			t.Fatalf("seed %d: %s in\n%s", seed, bad, source)
		}
		if want := wordsOf(blocks); !slices.Equal(got, want) {
			t.Fatalf("seed %d:\n%q\nwant\n%q\nof\n%s", seed, got, want, source)
		}
	}
}

// read gives the words that a viewer shows, and what it must not be made to do.
func read(source string) (words []string, bad string) {
	src := []byte(source)
	root := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser().Parse(text.NewReader(src))
	var b strings.Builder
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			if n.Type() == ast.TypeBlock {
				b.WriteByte(' ')
			}
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.RawHTML, *ast.HTMLBlock, *ast.Image:
			bad = n.Kind().String()
		case *ast.Link:
			if u, err := url.Parse(string(n.Destination)); err != nil || !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) {
				bad = "link to " + string(n.Destination)
			}
		case *ast.AutoLink:
			b.Write(n.Label(src))
		case *ast.Text:
			b.Write(unescaped(n, src))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.FencedCodeBlock:
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				b.Write(line.Value(src))
			}
		}
		return ast.WalkContinue, nil
	})
	return fields(b.String()), bad
}

// unescaped is the text of a node as it is shown: backslash escapes are part of the node's source.
func unescaped(n *ast.Text, src []byte) []byte {
	raw := n.Segment.Value(src)
	if _, code := n.Parent().(*ast.CodeSpan); code || n.IsRaw() {
		return raw
	}
	out := strings.Builder{}
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\\' && i+1 < len(raw) && raw[i+1] < 0x80 && (unicode.IsPunct(rune(raw[i+1])) || unicode.IsSymbol(rune(raw[i+1]))) {
			i++
		} else if raw[i] == '&' {
			if end := strings.IndexByte(string(raw[i:]), ';'); end > 1 && !strings.ContainsAny(string(raw[i:i+end]), " \\") {
				out.WriteString(" ENTITY ")
				i += end
				continue
			}
		}
		out.WriteByte(raw[i])
	}
	return []byte(out.String())
}

// fields are the words of a text, and each mark of it but those that the writer adds: a word that
// was lost, or a mark that was, is seen.
func fields(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == ';' || r == ':' || r == '•' || r == 0
	})
}

// wordsOf are the words of blocks, as fields gives them.
func wordsOf(blocks []doc.Block) []string {
	var b strings.Builder
	var texts func([]doc.Block)
	texts = func(blocks []doc.Block) {
		for _, x := range blocks {
			switch x := x.(type) {
			case *doc.Paragraph:
				for _, in := range x.Text {
					b.WriteString(doc.Text{in}.String())
				}
			case *doc.Code:
				for _, l := range x.Lines {
					b.WriteString(l.Text + "\n")
				}
			case *doc.List:
				for _, it := range x.Items {
					texts(it.Blocks)
				}
			case *doc.Note:
				b.WriteString("Note ")
				texts(x.Blocks)
			case *doc.Quote:
				texts(x.Blocks)
			case *doc.Table:
				for _, r := range append(x.Head[:len(x.Head):len(x.Head)], x.Body...) {
					for _, c := range r.Cells {
						texts(c.Blocks)
					}
				}
			}
			b.WriteByte(' ')
		}
	}
	texts(blocks)
	return fields(b.String())
}

type generator struct{ *rand.Rand }

var hostile = []string{
	"*", "**", "_", "__", "`", "```", "~", "~~", "<b>", "</b>", "<script>alert(1)</script>", "<!-- x -->", "[a](javascript:x)", "![i](https://a.example/i.png)",
	"[a]", "[a] x", "#", "##", ">", "-", "---", "+", "1.", "12)", "=", "===", "|", "a|b", "\\", "\\*", "\\|", "&amp;", "&#42;", "&", "<https://a.example>",
	"word", "vault_id", "_x_", "x", "10", "a*b*c", "a\nb", "\n- b", "\n===", "\n| --- |", "é", "(y)", "\"q\"", "!", "!", "    four", "\ttab", "-1", "[x] done",
}

func (g *generator) text() doc.Text {
	var out doc.Text
	for range 1 + g.IntN(5) {
		var b strings.Builder
		for range 1 + g.IntN(4) {
			b.WriteString(hostile[g.IntN(len(hostile))])
			if g.IntN(3) > 0 {
				b.WriteByte(' ')
			}
		}
		in := inline([]doc.InlineKind{doc.Regular, doc.Regular, doc.Strong, doc.Emph, doc.Literal, doc.Link, doc.Ref}[g.IntN(7)], b.String())
		if in.Kind == doc.Link || in.Kind == doc.Ref {
			in.Target = []string{"https://a.example/x y", "javascript:alert(1)", "data:text/html,x", "//a.example", "https://a.example/)<b>", "https://a.example/\n\n# x", ""}[g.IntN(7)]
		}
		out = append(out, in)
	}
	return out
}

func (g *generator) blocks(depth int) []doc.Block {
	var out []doc.Block
	for range 1 + g.IntN(3) {
		out = append(out, g.block(depth))
	}
	return out
}

func (g *generator) block(depth int) doc.Block {
	kind := g.IntN(8)
	if depth > 2 {
		kind = 0
	}
	switch kind {
	case 1, 2:
		l := list(g.IntN(2) == 0)
		for range 1 + g.IntN(3) {
			l.Items = append(l.Items, &doc.Item{Blocks: g.blocks(depth + 1)})
		}
		return l
	case 3:
		// A note without words is not shown, nor is its name.
		return &doc.Note{Kind: "note", Blocks: append([]doc.Block{para("word")}, g.blocks(depth+1)...)}
	case 4:
		return &doc.Quote{Blocks: g.blocks(depth + 1)}
	case 5:
		c := &doc.Code{Lang: "js`on"}
		for range 1 + g.IntN(3) {
			c.Lines = append(c.Lines, doc.Seg{Text: strings.ReplaceAll(g.text().String(), "\n", " ")})
		}
		return c
	case 6:
		t := &doc.Table{Cols: 2}
		for i := range 1 + g.IntN(3) {
			r := &doc.Row{}
			for col := range 2 {
				r.Cells = append(r.Cells, &doc.Cell{Col: col, ColSpan: 1, RowSpan: 1, Blocks: []doc.Block{&doc.Paragraph{Text: g.text()}}})
			}
			if i == 0 && g.IntN(2) == 0 {
				t.Head = append(t.Head, r)
			} else {
				t.Body = append(t.Body, r)
			}
		}
		return t
	}
	return &doc.Paragraph{Text: g.text()}
}

// TestLongAmpersands: what is longer than each name that there is makes no character reference, so
// nobody looks for its end.
func TestLongAmpersands(t *testing.T) {
	name := strings.Repeat("a", 50)
	for text, want := range map[string]string{"&" + name + ";": "&" + name + ";", "&amp;": `\&amp;`, "&CounterClockwiseContourIntegral;": `\&CounterClockwiseContourIntegral;`} {
		if got := Text(doc.Text{{Segs: []doc.Seg{{Text: text}}}}, Options{}); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

// TestBlocksInCells: what stands in a cell is shown, whatever kind of block it is.
func TestBlocksInCells(t *testing.T) {
	text := func(s string) doc.Text { return doc.Text{{Segs: []doc.Seg{{Text: s}}}} }
	paragraph := []doc.Block{&doc.Paragraph{Text: text("below")}}
	for name, c := range map[string]struct {
		block doc.Block
		want  string
	}{
		"fields":  {&doc.Fields{Fields: []doc.Field{{Name: "lid", Body: text("a part"), Blocks: paragraph}, {Name: "rim"}}}, "lid: a part below rim:"},
		"section": {&doc.Section{Title: text("Lids"), Blocks: paragraph}, "**Lids** below"},
		"quote":   {&doc.Quote{Blocks: paragraph}, "below"},
		"terms":   {&doc.DefinitionList{Items: []*doc.Definition{{Term: text("lid"), Blocks: paragraph}}}, "lid: below"},
	} {
		table := &doc.Table{Cols: 1, Body: []*doc.Row{{Cells: []*doc.Cell{{Blocks: []doc.Block{c.block}}}}}}
		if got, want := Blocks([]doc.Block{table}, Options{}), "|  |\n| --- |\n| "+c.want+" |"; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestReferenceToBullet(t *testing.T) {
	ref := func(text string) []doc.Block {
		return []doc.Block{&doc.Paragraph{Text: doc.Text{{Kind: doc.Ref, Target: "x", Segs: seg(text)}}}}
	}
	opt := Options{Ref: func(_, text string) (string, string) { return text, "https://a.example/" }}
	for text, want := range map[string]string{"•Lids of a jar": "[Lids of a jar](https://a.example/)", "• ": "[•](https://a.example/)", "Lids • jars": "[Lids • jars](https://a.example/)"} {
		if got := Blocks(ref(text), opt); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestLead(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "One\\\ntwo.\n\nThree.": "One\\\ntwo.", "- a\n- b": "", "1. a": "", "2) a": "", "> **Note:** a": "", "```\na\n```": "", "| a |": "",
		"`a` is": "`a` is", "12 jars": "12 jars", "-1 is less": "-1 is less", "**a**": "**a**",
	} {
		if got := Lead(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
