package doc

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/source"
)

// FlowBuilder joins texts to one, in time that grows with their length.
type FlowBuilder struct {
	flow Flow
	text []byte // of several texts; nil while flow has it all
}

// Append adds g, after sep where there is text already.
func (b *FlowBuilder) Append(sep string, g Flow) { b.append(sep, "", source.Pos{}, g) }

// AppendItem is Append for an item of a list, whose bullet stands at pos.
func (b *FlowBuilder) AppendItem(sep, bullet string, pos source.Pos, g Flow) {
	b.append(sep, bullet, pos, g)
}

func (b *FlowBuilder) append(sep, bullet string, pos source.Pos, g Flow) {
	switch {
	case g.Text == "":
		return
	case b.flow.Text == "" && bullet == "": // most cells have one paragraph only
		b.flow = Flow{Text: g.Text, Marks: slices.Clip(g.Marks), start: g.start, places: slices.Clip(g.places)}
		return
	case b.flow.Text != "":
		if b.flow.places == nil {
			b.flow.places = []place{{0, b.flow.start}}
		}
		if b.text == nil {
			b.text = append(make([]byte, 0, 2*(len(b.flow.Text)+len(g.Text))), b.flow.Text...)
		}
		b.text = append(b.text, sep...)
	}
	f := &b.flow
	if bullet != "" {
		f.places = append(f.places, place{len(b.text), pos})
		b.text = append(b.text, bullet...)
	}
	base := len(b.text)
	if g.places == nil {
		f.places = append(f.places, place{base, g.start})
	}
	for _, p := range g.places {
		f.places = append(f.places, place{base + p.off, p.pos})
	}
	for _, m := range g.Marks {
		f.Marks = append(f.Marks, Mark{base + m.Start, base + m.End, m.Kind})
	}
	b.text = append(b.text, g.Text...)
	if f.Text == "" {
		f.Text = g.Text // there is text from now on
	}
}

// Flow gives the text.
func (b *FlowBuilder) Flow() Flow {
	f := b.flow
	if b.text != nil {
		f.Text = string(b.text)
	}
	return f
}
