package dialect

import (
	"encoding/binary"
	"slices"
	"strings"
)

// Text is a text of a page with the parts that the page sets apart in bold or as code: names
// and values mostly, which tells them from words of the sentence.
type Text struct {
	Words string // without marks
	Marks []Mark // in order; none lies in another, or over the end of a line
}

// Mark is a part of a text that is set apart, by its byte offsets.
type Mark struct{ Start, End int }

// Plain is a text that sets nothing apart.
func Plain(words string) Text { return Text{Words: words} }

// From is the text from a byte offset on. What it cuts in two is not set apart any more.
func (t Text) From(off int) Text { return t.part(off, len(t.Words)) }

// To is the text before a byte offset, see From.
func (t Text) To(off int) Text { return t.part(0, off) }

func (t Text) part(from, to int) Text {
	out := Text{Words: t.Words[from:to]}
	for _, m := range t.Marks {
		if from <= m.Start && m.End <= to {
			out.Marks = append(out.Marks, Mark{m.Start - from, m.End - from})
		}
	}
	return out
}

// Trim is the text without white space around it.
func (t Text) Trim() Text {
	t = t.To(len(strings.TrimRight(t.Words, space)))
	return t.From(len(t.Words) - len(strings.TrimLeft(t.Words, space)))
}

// space is white space as strings.TrimSpace knows it, as far as pages have it.
const space = " \t\n\v\f\r\u0085\u00a0"

// markAt gives the mark that starts at a byte offset of the text.
func (t Text) markAt(off int) (Mark, bool) {
	i, ok := slices.BinarySearchFunc(t.Marks, off, func(m Mark, off int) int { return m.Start - off })
	if !ok {
		return Mark{}, false
	}
	return t.Marks[i], true
}

// TextKey is what texts can be found by: those of one key have the same words and marks.
type TextKey struct{ words, marks string }

// Key is the key of a text.
func (t Text) Key() TextKey {
	var marks []byte
	for _, m := range t.Marks {
		marks = binary.AppendUvarint(binary.AppendUvarint(marks, uint64(m.Start)), uint64(m.End))
	}
	return TextKey{t.Words, string(marks)}
}

// wordAt gives one of several words, "" where there is none.
func wordAt(words []string, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return words[i]
}
