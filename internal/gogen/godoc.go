package gogen

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// maxMarkdown bounds the bytes of a description that is read as Markdown; a longer one stays as it is.
const maxMarkdown = 16 << 10

// godoc gives CommonMark as the text of a Go doc comment: lists and code are indented, links show
// their address, and no mark of Markdown is left. Lists inside lists are one list there.
func godoc(markdown string) string {
	if len(markdown) > maxMarkdown || !strings.ContainsAny(markdown, "\\`*_[<&#>-+|~=\n.)") {
		return strings.TrimSpace(markdown)
	}
	src := []byte(markdown)
	p := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
	g := &godocWriter{src: src}
	g.blocks(p.Parse(text.NewReader(src)))
	return strings.Trim(strings.TrimRight(strings.Join(g.out, "\n"), " \t\n"), "\n")
}

// godocWriter writes the lines of a comment.
type godocWriter struct {
	src []byte
	out []string
}

func (g *godocWriter) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		g.block(c)
	}
}

func (g *godocWriter) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.List:
		g.gap()
		g.list(n)
	case *ast.Blockquote:
		g.blocks(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		g.gap()
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			g.out = append(g.out, "\t"+strings.TrimRight(string(line.Value(g.src)), "\r\n"))
		}
	case *tables.Table:
		g.gap()
		g.table(n)
	case *ast.ThematicBreak:
	default:
		g.gap()
		g.out = append(g.out, g.inline(n))
	}
}

// gap parts two blocks by an empty line.
func (g *godocWriter) gap() {
	if len(g.out) > 0 {
		g.out = append(g.out, "")
	}
}

// list writes the entries of a list, with those of the lists inside after the entry that they are in.
func (g *godocWriter) list(l *ast.List) {
	for it := l.FirstChild(); it != nil; it = it.NextSibling() {
		inner := &godocWriter{src: g.src}
		var below []*ast.List
		for c := it.FirstChild(); c != nil; c = c.NextSibling() {
			if nested, ok := c.(*ast.List); ok {
				below = append(below, nested)
				continue
			}
			inner.block(c)
		}
		g.item(strings.Join(inner.out, "\n"))
		for _, nested := range below {
			g.list(nested)
		}
	}
}

// item is one entry: its lines after a mark, without the empty ones.
func (g *godocWriter) item(text string) {
	mark := "  - "
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			g.out = append(g.out, mark+line)
			mark = "    "
		}
	}
}

// table writes each row as an entry of a list: "name: meaning; more".
func (g *godocWriter) table(t *tables.Table) {
	for r := t.FirstChild(); r != nil; r = r.NextSibling() {
		var cells []string
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			if text := strings.TrimSpace(g.inline(c)); text != "" {
				cells = append(cells, text)
			}
		}
		if len(cells) > 1 {
			cells = []string{cells[0] + ": " + strings.Join(cells[1:], "; ")}
		}
		g.item(strings.Join(cells, ""))
	}
}

// inline gives the text inside a node.
func (g *godocWriter) inline(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(g.shown(c))
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte('\n')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(g.src))
		case *ast.RawHTML:
			for i := range c.Segments.Len() {
				s := c.Segments.At(i)
				b.Write(s.Value(g.src))
			}
		case *ast.Link:
			text, to := g.inline(c), string(c.Destination)
			b.WriteString(text)
			if to != "" && text != to {
				b.WriteString(" (" + to + ")")
			}
		default:
			b.WriteString(g.inline(c))
		}
	}
	return b.String()
}

// shown is the text of a node without escapes; code has none.
func (g *godocWriter) shown(t *ast.Text) []byte {
	raw := t.Value(g.src)
	if _, code := t.Parent().(*ast.CodeSpan); code || t.IsRaw() {
		return raw
	}
	var out []byte
	for len(raw) > 0 { // an escaped ampersand begins no reference
		end := len(raw)
		for i := 0; i+1 < len(raw); i++ {
			if raw[i] == '\\' {
				if raw[i+1] == '&' {
					end = i
					break
				}
				i++
			}
		}
		out = append(out, util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(raw[:end])))...)
		if end == len(raw) {
			break
		}
		out = append(out, '&')
		raw = raw[end+2:]
	}
	return out
}
