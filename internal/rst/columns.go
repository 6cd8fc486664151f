package rst

import (
	"strings"
	"unicode/utf8"
)

// columnMap leads from a screen column of one line to the byte and the code point there.
// Tables are cut by columns, and a wide character takes two. The zero map is that of an
// ASCII line, where all three are the same.
type columnMap struct {
	offsets []int32
	runes   []int32
}

func (m columnMap) offset(col, size int) int {
	if m.offsets == nil {
		return min(col, size)
	}
	return int(m.offsets[min(col, len(m.offsets)-1)])
}

// at gives the part of l between two columns, with nothing but the text's own place.
func (m columnMap) at(l line, from, to int) line {
	a, b := m.offset(from, len(l.text)), m.offset(to, len(l.text))
	col := l.col + int32(a) // at most the place after the line's end
	if m.runes != nil {
		col = l.col + m.runes[min(from, len(m.runes)-1)]
	}
	return line{trimRight(l.text[a:b]), l.num, col}
}

// shape gives one byte for each screen column of s, and the way back; s itself where it
// is ASCII.
func shape(s string) (string, columnMap) {
	if isASCII(s) {
		return s, columnMap{}
	}
	var b strings.Builder
	var m columnMap
	n := int32(0)
	for i, r := range s {
		c := byte('x')
		if r < utf8.RuneSelf {
			c = byte(r)
		}
		for k := gridColumns(r); k > 0; k-- {
			b.WriteByte(c)
			m.offsets = append(m.offsets, int32(i))
			m.runes = append(m.runes, n)
			c = 'x'
		}
		n++
	}
	m.offsets = append(m.offsets, int32(len(s)))
	m.runes = append(m.runes, n)
	return b.String(), m
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// gridColumns is what docutils counts for a character in a table: two for a wide one,
// one for all else, also for combining ones (StringList.pad_double_width).
func gridColumns(r rune) int {
	if isWide(r) {
		return 2
	}
	return 1
}
