package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// joined is the text of lines, joined once: what is read of a block mostly starts at several of
// its lines.
type joined struct {
	text   string
	lines  []doc.Seg
	starts []int // of each line in text
	all    []source.Pos
}

func join(lines []doc.Seg) joined {
	j := joined{lines: lines, starts: make([]int, len(lines)), all: make([]source.Pos, len(lines))}
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		j.starts[i], j.all[i] = b.Len(), l.Pos
		b.WriteString(l.Text)
	}
	j.text = b.String()
	return j
}

// from is the text from line i on.
func (j joined) from(i int) string { return j.text[j.starts[i]:] }

// places are those of the lines from line i on.
func (j joined) places(i int) []source.Pos { return slices.Clip(j.all[i:]) }

// at is the place of a byte of from(i).
func (j joined) at(i, off int) source.Pos {
	off = min(j.starts[i]+off, len(j.text))
	k, found := slices.BinarySearch(j.starts, off)
	if !found {
		k--
	}
	l := j.lines[k]
	return source.Pos{Line: l.Pos.Line, Col: max(1, l.Pos.Col+utf8.RuneCountInString(j.text[j.starts[k]:off]))}
}
