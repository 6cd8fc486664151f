package rst

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// line is a physical line, or the part of one that lies inside a block or a table's
// cell.
type line struct {
	text string // without white space at its end
	num  int32  // the physical line, from 1
	col  int32  // the column of text's first code point, from 1, tabs expanded
}

func (l line) blank() bool { return l.text == "" }

// tabStop is where docutils puts tabs ("tab_width", 8 unless configured).
const tabStop = 8

// lines prepares the physical lines: no white space at their ends, tabs expanded, form
// feeds as spaces (docutils.statemachine.string2lines). A line with tabs gets a row in
// p.tabbed that leads from its expanded columns back to the physical ones.
func (p *parser) lines(physical []string) []line {
	ls := make([]line, len(physical))
	for i, s := range physical {
		if strings.IndexByte(s, '\t') >= 0 || strings.IndexByte(s, '\v') >= 0 || strings.IndexByte(s, '\f') >= 0 {
			s = p.expand(s, int32(i+1))
		}
		s = trimRight(s)
		if !startsTable(s) {
			s = p.text.own(s)
		}
		ls[i] = line{s, int32(i + 1), 1}
	}
	return ls
}

// startsTable reports whether a line looks like one of a grid table.
func startsTable(s string) bool {
	n := indent(s)
	return n < len(s) && (s[n] == '|' || s[n] == '+')
}

func (p *parser) expand(s string, num int32) string {
	var b strings.Builder
	var back []int32 // physical column of each expanded column
	col := int32(1)
	for _, r := range s {
		switch r {
		case '\t':
			for n := tabStop - len(back)%tabStop; n > 0; n-- {
				b.WriteByte(' ')
				back = append(back, col)
			}
		case '\v', '\f':
			b.WriteByte(' ')
			back = append(back, col)
		default:
			b.WriteRune(r)
			back = append(back, col)
		}
		col++
	}
	if p.tabbed == nil {
		p.tabbed = make(map[int32][]int32)
	}
	p.tabbed[num] = append(back, col)
	return b.String()
}

// pos is the place of the byte at offset off of l.
func (p *parser) pos(l line, off int) source.Pos {
	return p.physical(int(l.num), int(l.col)+utf8.RuneCountInString(l.text[:min(off, len(l.text))]))
}

// physical leads from a column with tabs expanded to the one in the page.
func (p *parser) physical(num, col int) source.Pos {
	if p.tabbed != nil {
		if back := p.tabbed[int32(num)]; back != nil {
			col = int(back[min(col-1, len(back)-1)])
		}
	}
	return source.Pos{Line: num, Col: col}
}

func (p *parser) at(l line) doc.At { return doc.At{Start: p.pos(l, 0)} }

// from is l without its first n bytes.
func (l line) from(n int) line {
	if n >= len(l.text) {
		return line{"", l.num, l.col + int32(utf8.RuneCountInString(l.text))}
	}
	col := l.col + int32(n)
	for i := 0; i < n; i++ {
		if l.text[i] >= utf8.RuneSelf {
			col = l.col + int32(utf8.RuneCountInString(l.text[:n]))
			break
		}
	}
	return line{l.text[n:], l.num, col}
}

// shelve copies lines to the shelf. The shelf only lends: nested takes the space back
// when the blocks of the lines have been read, and no node keeps a line.
func (p *parser) shelve(ls []line) []line {
	from := len(p.shelf)
	p.shelf = append(p.shelf, ls...)
	return p.shelf[from:len(p.shelf):len(p.shelf)]
}

// indent is the number of spaces that s starts with.
func indent(s string) int {
	n := 0
	for n < len(s) && s[n] == ' ' {
		n++
	}
	return n
}

// indentedEnd is the end of the block of indented and blank lines that starts at i.
func indentedEnd(ls []line, i int) int {
	for i < len(ls) && (ls[i].blank() || ls[i].text[0] == ' ') {
		i++
	}
	return i
}

// dedent takes the indent that all lines of ls have in common off them.
func dedent(ls []line) {
	least := -1
	for _, l := range ls {
		if !l.blank() {
			if n := indent(l.text); least < 0 || n < least {
				least = n
			}
		}
	}
	if least <= 0 {
		return
	}
	for i, l := range ls {
		if !l.blank() {
			ls[i] = l.from(least)
		}
	}
}

// indented gives the block of indented lines that starts at i, its indent removed
// (docutils StateMachineWS.get_indented), and the index after it.
func (p *parser) indented(ls []line, i int) ([]line, int) {
	end := indentedEnd(ls, i)
	block := p.shelve(ls[i:end])
	dedent(block)
	return block, end
}

// firstKnown gives line i without its first n bytes and the indented lines below with
// their own indent removed (docutils get_first_known_indented), and the index after.
func (p *parser) firstKnown(ls []line, i, n int) ([]line, int) {
	end := indentedEnd(ls, i+1)
	block := p.shelve(ls[i:end])
	block[0] = block[0].from(n)
	dedent(block[1:])
	return block, end
}

// known gives line i without its first n bytes and the lines below that are indented by
// at least n, each without them (docutils get_known_indented), and the index after.
func (p *parser) known(ls []line, i, n int) ([]line, int) {
	columns := utf8.RuneCountInString(ls[i].text[:n])
	end := i + 1
	for end < len(ls) && (ls[end].blank() || indent(ls[end].text) >= columns) {
		end++
	}
	block := p.shelve(ls[i:end])
	block[0] = block[0].from(n)
	for k := 1; k < len(block); k++ {
		if !block[k].blank() {
			block[k] = block[k].from(columns)
		}
	}
	return block, end
}

// trimBlank takes blank lines off both ends.
func trimBlank(ls []line) []line {
	for len(ls) > 0 && ls[0].blank() {
		ls = ls[1:]
	}
	for len(ls) > 0 && ls[len(ls)-1].blank() {
		ls = ls[:len(ls)-1]
	}
	return ls
}

// trimRight takes white space off the end as Python's rstrip does.
func trimRight(s string) string {
	n := len(s)
	for n > 0 {
		c := s[n-1]
		if c == ' ' {
			n--
			continue
		}
		if c > ' ' && c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeLastRuneInString(s[:n])
		if !isSpace(r) {
			break
		}
		n -= size
	}
	return s[:n]
}

// isSpace is Python's idea of white space: Unicode's, and the four separators of ASCII.
func isSpace(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }
