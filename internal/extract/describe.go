package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/markdown"
)

// describe writes the descriptions of all rows as CommonMark, once it is known where references
// lead.
func (x *extraction) describe() {
	for _, p := range x.pages {
		p.shown = markdown.Options{Ref: func(label, text string) (string, string) { return x.reference(p, label, text) }}
		for _, t := range p.tables {
			for _, r := range t.rows {
				if r.desc != nil {
					r.field.Passages = p.passages(r.desc.Blocks)
				}
			}
		}
	}
}

// reference gives the text and the address of a reference on page p. "Table 9" says nothing to
// those who do not see the page: where its address is not known, the name of the table follows.
func (x *extraction) reference(p *page, label, text string) (shown, address string) {
	to, ok := x.label(p, label)
	if !ok {
		return text, ""
	}
	if to.page.doc.URL != "" {
		return text, to.page.doc.URL + "#" + anchor(label)
	}
	if to.table == nil || dialect.TablePointer(text) == 0 {
		return text, ""
	}
	name := strings.Join(strings.Fields(to.table.Caption.String()), " ")
	name = strings.TrimLeft(strings.TrimPrefix(name, text), " :.")
	if name == "" {
		return text, ""
	}
	return text + " (" + name + ")", ""
}

// anchor is the fragment that docutils makes of a label.
func anchor(label string) string {
	var b strings.Builder
	for _, c := range doc.NormLabel(label) {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9' && b.Len() > 0:
			b.WriteRune(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimRight(b.String(), "-")
}

// describedStatus is what the page says of a status, as CommonMark.
func (p *page) describedStatus(s status) string {
	if s.cell != nil {
		var out []string
		for _, passage := range p.passages(s.cell.Blocks) {
			out = append(out, passage.Markdown)
		}
		return strings.Join(out, "\n\n")
	}
	return markdown.Text(doc.Text{{Kind: doc.Regular, Segs: []doc.Seg{{Text: s.text}}}}, p.shown)
}

// passages writes a description in parts: those with a label that say nothing are left out, and
// those that only limit the value are kept apart. The label "Definition" goes where it is the
// first, since what follows is the description.
func (p *page) passages(blocks []doc.Block) []api.Passage {
	blocks = unlisted(blocks)
	var out []api.Passage
	add := func(blocks []doc.Block, says []string, of api.Aspect) {
		if text := markdown.Blocks(blocks, p.shown); text != "" {
			out = append(out, api.Passage{Markdown: text, Says: says, Of: of})
		}
	}
	start := 0 // of the blocks that are not written yet
	for i := 0; i < len(blocks); {
		l := labelledAt(blocks[i:])
		if l.kind == dialect.NoLabel || l.kind == dialect.MeaningLabel && len(out)+i-start > 0 {
			i++
			continue
		}
		add(blocks[start:i], nil, api.OfValue)
		switch {
		case dialect.SaysNothing(l.value):
		case l.kind == dialect.MeaningLabel:
			add(l.rest, nil, api.OfValue)
		case l.kind == dialect.LimitLabel:
			add(blocks[i:i+l.size], dialect.StatedValues(l.value), api.OfValue)
		case l.kind == dialect.DefaultLabel:
			add(blocks[i:i+l.size], dialect.StatedValues(l.value), api.OfDefault)
		case l.kind == dialect.PatternLabel:
			add(blocks[i:i+l.size], []string{strings.TrimSpace(l.value)}, api.OfPattern)
		default:
			says, of := structureOf(l)
			add(blocks[i:i+l.size], says, of)
		}
		i += l.size
		start = i
	}
	add(blocks[start:], nil, api.OfValue)
	return out
}

// structureOf gives what a label says of the structure of the document: "Type: string", "Parent: Rule".
func structureOf(l labelled) ([]string, api.Aspect) {
	if strings.Contains(l.value, "\n") {
		return nil, api.OfValue // what the further lines say is not of the structure
	}
	switch l.kind {
	case dialect.TypeLabel:
		if t, _ := dialect.ParseType(l.value); t.Kind != dialect.KindNamed && t.Kind != dialect.KindUnknown {
			return []string{string(t.Kind)}, api.OfType
		}
	case dialect.ParentLabel:
		return dialect.ElementNames(l.value), api.OfParents
	case dialect.ChildLabel:
		return dialect.ElementNames(l.value), api.OfChildren
	}
	return nil, api.OfValue
}

// unlisted gives the entries of a list of labels as paragraphs of their own, since nothing is
// listed there:
//
//   - Definition: the size of the jar
//   - Constraints: N/A
//
// It does not apply to a list of values with their meanings, whose entries begin with values.
func unlisted(blocks []doc.Block) []doc.Block {
	if len(blocks) == 0 {
		return blocks
	}
	l, ok := blocks[0].(*doc.List)
	if !ok || l.Ordered {
		return blocks
	}
	var out []doc.Block
	for i, item := range l.Items {
		if len(item.Blocks) == 0 {
			return blocks
		}
		kind, _ := labelOf(item.Blocks[0])
		if kind == dialect.NoLabel || i == 0 && kind != dialect.MeaningLabel {
			return blocks
		}
		out = append(out, item.Blocks...)
	}
	return append(out, blocks[1:]...)
}

// labelled is a label with what it is of: the rest of its paragraph, or the block after it where
// it stands alone.
type labelled struct {
	kind  dialect.DescriptionLabel
	size  int         // of its blocks
	rest  []doc.Block // without the label
	value string      // the words of rest
}

// labelOf gives the label at the start of a block, see dialect.DescriptionLabelOf.
func labelOf(b doc.Block) (dialect.DescriptionLabel, int) {
	if q, ok := b.(*doc.Paragraph); ok {
		return dialect.DescriptionLabelOf(q.Text.String())
	}
	return dialect.NoLabel, 0
}

func labelledAt(blocks []doc.Block) labelled {
	kind, n := labelOf(blocks[0])
	if kind == dialect.NoLabel {
		return labelled{}
	}
	q := blocks[0].(*doc.Paragraph)
	l := labelled{kind: kind, size: 1}
	if rest := cutText(q.Text, n); strings.TrimSpace(rest.String()) != "" {
		l.rest = []doc.Block{&doc.Paragraph{At: q.At, Text: rest}}
	} else if len(blocks) > 1 {
		if next, _ := labelOf(blocks[1]); next == dialect.NoLabel {
			l.rest, l.size = blocks[1:2], 2
		}
	}
	l.value = flowOf(l.rest).Text
	return l
}

// cutText gives a text without its first n bytes.
func cutText(t doc.Text, n int) doc.Text {
	for i, in := range t {
		if in.Kind == doc.Image {
			continue
		}
		size := len((doc.Text{in}).String())
		if n >= size {
			n -= size
			continue
		}
		if n == 0 {
			return t[i:]
		}
		// What is left of a run is on one line: no place is asked of it any more.
		rest := in
		rest.Segs = []doc.Seg{{Text: (doc.Text{in}).String()[n:], Pos: in.Segs[0].Pos}}
		return append(doc.Text{rest}, t[i+1:]...)
	}
	return nil
}
