// Package markdown writes blocks of a page as CommonMark, with tables as GitHub writes them.
//
// The text of pages is not trusted: what it says is shown, and none of it is markup. No raw HTML,
// no image and no link but to http, https and mailto comes out. Markup of the page stays: lists,
// code, bold, tables; notes become quotes.
package markdown

import (
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// Options say what the blocks cannot.
type Options struct {
	// Ref gives the text and the address of a reference by its label and its text on the
	// page; an address of "" is not known. nil: no address is.
	Ref func(label, text string) (shown, address string)
}

// Blocks gives blocks as CommonMark, without a line end at the end.
func Blocks(blocks []doc.Block, opt Options) string {
	w := &writer{opt: opt}
	if len(blocks) == 1 { // as most cells have
		if p, ok := blocks[0].(*doc.Paragraph); ok && bulletLines(blocks) == 0 {
			return w.paragraph(p)
		}
	}
	return strings.Join(w.blocks(blocks), "\n\n")
}

// Text gives a text as one paragraph.
func Text(t doc.Text, opt Options) string {
	w := &writer{opt: opt}
	return w.inline(t)
}

type writer struct {
	opt    Options
	inCell bool
	lists  int // ordered lists right after each other, whose marks take turns
}

// blocks gives each block that has something to show.
func (w *writer) blocks(blocks []doc.Block) []string {
	var out []string
	ordered := false
	for i := 0; i < len(blocks); i++ {
		if n := bulletLines(blocks[i:]); n > 0 {
			out, ordered = append(out, w.bullets(blocks[i:i+n])), false
			i += n - 1
			continue
		}
		l, isList := blocks[i].(*doc.List)
		if ordered = isList && l.Ordered && ordered; !ordered {
			w.lists = 0
		}
		out = append(out, w.block(blocks[i])...)
		ordered = isList && l.Ordered
	}
	return out
}

func (w *writer) block(b doc.Block) []string {
	switch b := b.(type) {
	case *doc.Paragraph:
		return some(w.paragraph(b))
	case *doc.List:
		return some(w.list(b))
	case *doc.DefinitionList:
		var items []string
		for _, d := range b.Items {
			items = append(items, item("- ", append(some(w.inline(d.Term)), w.blocks(d.Blocks)...), "\n\n"))
		}
		return some(strings.Join(items, "\n\n"))
	case *doc.Quote:
		return w.blocks(b.Blocks)
	case *doc.Note:
		return some(w.note(b))
	case *doc.Code:
		return some(code(b))
	case *doc.Table:
		return w.table(b)
	case *doc.Fields:
		var items []string
		for _, f := range b.Fields {
			head := strings.TrimSpace(escape(f.Name) + ": " + w.inline(f.Body))
			items = append(items, item("- ", append([]string{startOfLine(head)}, w.blocks(f.Blocks)...), "\n\n"))
		}
		return some(strings.Join(items, "\n"))
	case *doc.Section:
		return append(some(w.title(b.Title)), w.blocks(b.Blocks)...)
	case *doc.Other:
		if b.Kind == "comment" || b.Kind == doc.PageList {
			return nil
		}
		return w.blocks(b.Blocks)
	}
	return nil
}

// paragraph writes a paragraph, "" where it has nothing to show.
func (w *writer) paragraph(p *doc.Paragraph) string {
	if text := w.inline(p.Text); strings.TrimSpace(text) != "" {
		return text
	}
	return ""
}

func some(text string) []string {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return []string{text}
}

// title is a title as a line in bold.
func (w *writer) title(t doc.Text) string {
	return emphasisLine(strings.Join(strings.Fields(t.String()), " "))
}

func emphasisLine(text string) string {
	if text == "" {
		return ""
	}
	return "**" + escape(text) + "**"
}

// list writes a list; its entries stand close together where each is one paragraph, with a list
// below it at most.
func (w *writer) list(l *doc.List) string {
	end := "."
	if l.Ordered {
		if w.lists++; w.lists%2 == 0 {
			end = ")" // another mark, or the two lists would be one
		}
	}
	loose := false
	for _, it := range l.Items {
		loose = loose || !isShort(it.Blocks)
	}
	between := "\n"
	if loose {
		between = "\n\n"
	}
	var items []string
	for i, it := range l.Items {
		inner := &writer{opt: w.opt, inCell: w.inCell}
		parts := inner.blocks(it.Blocks)
		if len(parts) == 0 {
			continue
		}
		mark := "- "
		if l.Ordered {
			mark = strconv.Itoa(min(max(0, l.First)+i, 999999999)) + end + " "
		}
		items = append(items, item(mark, parts, between))
	}
	return strings.Join(items, between)
}

// isShort reports whether the blocks are one paragraph, with a list below it at most.
func isShort(blocks []doc.Block) bool {
	for i, b := range blocks {
		switch b.(type) {
		case *doc.Paragraph:
			if i > 0 {
				return false
			}
		case *doc.List:
			if i != 1 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// item is an entry of a list: its blocks after the mark.
func item(mark string, parts []string, between string) string {
	return mark + indent(strings.Join(parts, between), strings.Repeat(" ", len(mark)), true)
}

// indent puts prefix before each line that is not empty, but the first where butFirst is set.
func indent(text, prefix string, butFirst bool) string {
	var b strings.Builder
	first := true
	for line := range strings.SplitSeq(text, "\n") {
		if !first {
			b.WriteByte('\n')
		}
		if line != "" && !(first && butFirst) {
			b.WriteString(prefix)
		}
		b.WriteString(line)
		first = false
	}
	return b.String()
}

// noteNames are the kinds of notes that are shown by another name.
var noteNames = map[string]string{"admonition": ""}

// note is a quote that begins with the kind of the note, or its title, in bold.
func (w *writer) note(n *doc.Note) string {
	name, known := noteNames[n.Kind]
	if !known && n.Kind != "" {
		name = strings.ToUpper(n.Kind[:1]) + n.Kind[1:]
	}
	if t := strings.Join(strings.Fields(n.Title.String()), " "); t != "" {
		name = t
	}
	blocks := withoutName(n.Blocks, name)
	parts := w.blocks(blocks)
	if len(parts) == 0 {
		return ""
	}
	if name != "" {
		name = "**" + escape(strings.TrimSuffix(name, ":")) + ":**"
		if isParagraph(blocks[0]) && bulletLines(blocks) == 0 {
			parts[0] = name + " " + parts[0]
		} else {
			parts = append([]string{name}, parts...)
		}
	}
	var lines []string
	for line := range strings.SplitSeq(strings.Join(parts, "\n\n"), "\n") {
		lines = append(lines, strings.TrimRight("> "+line, " "))
	}
	return strings.Join(lines, "\n")
}

// withoutName gives the blocks of a note without a first paragraph that only says again what it is: "Note:".
func withoutName(blocks []doc.Block, name string) []doc.Block {
	if len(blocks) == 0 || name == "" {
		return blocks
	}
	if p, ok := blocks[0].(*doc.Paragraph); ok && strings.EqualFold(strings.TrimRight(strings.TrimSpace(p.Text.String()), ":："), strings.TrimSuffix(name, ":")) {
		return blocks[1:]
	}
	return blocks
}

func isParagraph(b doc.Block) bool {
	_, ok := b.(*doc.Paragraph)
	return ok
}

// code is a fenced block; its fence is longer than each row of backquotes in it.
func code(c *doc.Code) string {
	var lines []string
	most := 2
	for _, l := range c.Lines {
		text := strings.TrimRight(l.Text, " \t\r")
		lines = append(lines, text)
		most = max(most, longest(text, '`'))
	}
	text := strings.Trim(strings.Join(lines, "\n"), "\n")
	if strings.TrimSpace(text) == "" {
		return ""
	}
	fence := strings.Repeat("`", most+1)
	return fence + language(c.Lang) + "\n" + text + "\n" + fence
}

// language is the name of a language as it may stand after a fence.
func language(name string) string {
	for _, c := range name {
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '+') {
			return ""
		}
	}
	return strings.ToLower(name)
}
