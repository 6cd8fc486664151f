package rst

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// body reads a run of lines into blocks (docutils states.Body).
type body struct {
	p   *parser
	ls  []line
	i   int
	out *[]doc.Block

	// top says that section titles may stand here. docutils takes them only outside
	// lists, notes and cells ("match_titles").
	top      bool
	root     *[]doc.Block   // the page's blocks
	sections []*doc.Section // the open sections, outermost first
	styles   []string       // the adornment of each level, in order of appearance
}

func (b *body) run() {
	b.root = b.out
	for b.i < len(b.ls) {
		if b.ls[b.i].blank() {
			b.i++
			continue
		}
		b.block()
	}
}

func (b *body) add(n doc.Block) { *b.out = append(*b.out, n) }

// block reads the block at b.i, which is not blank. The order of the tries is docutils'
// Body.initial_transitions.
func (b *body) block() {
	l := b.ls[b.i]
	s := l.text
	switch c := s[0]; c {
	case ' ':
		b.quote()
		return
	case '-', '*', '+', 0xe2: // 0xe2 is the first byte of the bullets •, ‣ and ⁃
		if bulletLen(s) > 0 {
			b.bulletList()
			return
		}
		if c == 0xe2 {
			break
		}
		if c != '*' && b.optionList() {
			return
		}
		if c == '+' && isGridTop(s) {
			b.gridTable()
			return
		}
	case '/':
		if b.optionList() {
			return
		}
	case ':':
		if n, _ := fieldMarker(s); n > 0 {
			b.fieldList()
			return
		}
	case '>':
		if s == ">>>" || strings.HasPrefix(s, ">>> ") {
			b.doctest()
			return
		}
	case '|':
		if s == "|" || strings.HasPrefix(s, "| ") {
			b.lineBlock()
			return
		}
	case '=':
		if isSimpleTop(s) {
			b.simpleTable()
			return
		}
	case '.':
		if s == ".." || strings.HasPrefix(s, ".. ") {
			b.explicit()
			return
		}
	case '_':
		if s == "__" || strings.HasPrefix(s, "__ ") {
			b.anonymousTarget()
			return
		}
	}
	if mark, ok := parseEnumerator(s, ""); ok && b.enumeratedList(mark) {
		return
	}
	if isLine(s) && b.lineOrTitle() {
		return
	}
	b.text()
}

// isLine reports whether s is one ASCII punctuation character repeated: a title's
// adornment or a transition.
func isLine(s string) bool {
	if s == "" || !isPunct(s[0]) {
		return false
	}
	for i := 1; i < len(s); i++ {
		if s[i] != s[0] {
			return false
		}
	}
	return true
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

// needBlank reports a block that ends without a blank line, at the line that follows it.
// Readers of the source and docutils often disagree about such lines.
func (b *body) needBlank(what string) {
	if b.i > 0 && b.i < len(b.ls) && !b.ls[b.i-1].blank() && !b.ls[b.i].blank() {
		b.p.report("docs/blank-line", b.p.pos(b.ls[b.i], 0),
			what+" ends right above this line; put a blank line between the two, or indent this line if it belongs to the block above")
	}
}

// needBlankOrMarkup is needBlank after explicit markup, which may follow each other
// without blank lines (docutils Body.explicit_list).
func (b *body) needBlankOrMarkup(what string) {
	if b.i < len(b.ls) {
		if s := b.ls[b.i].text; s == ".." || s == "__" || strings.HasPrefix(s, ".. ") || strings.HasPrefix(s, "__ ") {
			return
		}
	}
	b.needBlank(what)
}
