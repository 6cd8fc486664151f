package markdown

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// bulletMarks begin paragraphs that stand for the entries of a list.
var bulletMarks = []string{"•", "●", "·", "▪", "◦"}

// bulletLines counts the paragraphs at the start of blocks that begin with a bullet: pages write
// lists so where their editor has none.
func bulletLines(blocks []doc.Block) int {
	for i, b := range blocks {
		p, ok := b.(*doc.Paragraph)
		if !ok || bulletOf(p.Text) == "" {
			return i
		}
	}
	return len(blocks)
}

func bulletOf(t doc.Text) string {
	if len(t) == 0 || t[0].Kind != doc.Regular || len(t[0].Segs) == 0 {
		return ""
	}
	text := strings.TrimSpace(t[0].Segs[0].Text)
	for _, m := range bulletMarks {
		if strings.HasPrefix(text, m) {
			return m
		}
	}
	return ""
}

// withoutBullet is the text of a reference to an entry of such a list.
func withoutBullet(text string) string {
	for _, m := range bulletMarks {
		if rest, ok := strings.CutPrefix(text, m); ok && strings.TrimSpace(rest) != "" {
			return strings.TrimSpace(rest)
		}
	}
	return text
}

// bullets writes paragraphs that begin with bullets as a list.
func (w *writer) bullets(blocks []doc.Block) string {
	var items []string
	for _, b := range blocks {
		t := b.(*doc.Paragraph).Text
		mark := bulletOf(t)
		first := t[0]
		first.Segs = append([]doc.Seg(nil), first.Segs...)
		first.Segs[0].Text = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(first.Segs[0].Text), mark))
		rest := append(doc.Text{first}, t[1:]...)
		if len(t) > 1 && first.Segs[0].Text != "" && len(first.Segs) == 1 && strings.HasSuffix(t[0].Segs[0].Text, " ") {
			rest[0].Segs[0].Text += " "
		}
		if text := w.inline(rest); text != "" {
			items = append(items, item("- ", []string{text}, "\n"))
		}
	}
	return strings.Join(items, "\n")
}
