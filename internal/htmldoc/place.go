package htmldoc

import (
	"sort"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/source"
)

// places is the text of a page in one piece, with the place of each byte.
type places struct {
	text   string
	starts []int   // offset of each line
	runes  []int32 // code points before each chunk of the text
}

// chunk is how many bytes share a count in places.runes: a page may be one long line, and
// columns must not be counted from its start each time.
const chunk = 256

func newPlaces(lines []string) places {
	s := places{text: strings.Join(lines, "\n")}
	off := 0
	for _, l := range lines {
		s.starts = append(s.starts, off)
		off += len(l) + 1
	}
	n := int32(0)
	for i := range len(s.text) {
		if i%chunk == 0 {
			s.runes = append(s.runes, n)
		}
		if s.text[i]&0xC0 != 0x80 {
			n++
		}
	}
	return s
}

// count is the number of code points that start before offset off.
func (s *places) count(off int) int {
	if off <= 0 || len(s.runes) == 0 {
		return 0
	}
	k := min(off/chunk, len(s.runes)-1)
	n := int(s.runes[k])
	for i := k * chunk; i < off; i++ {
		if s.text[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// pos is the place of the byte at offset off.
func (s *places) pos(off int) source.Pos {
	off = max(0, min(off, len(s.text)))
	line := sort.SearchInts(s.starts, off+1) - 1
	if line < 0 {
		return source.Pos{Line: 1, Col: 1}
	}
	return source.Pos{Line: line + 1, Col: s.count(off) - s.count(s.starts[line]) + 1}
}
