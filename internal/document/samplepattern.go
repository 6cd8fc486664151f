package document

import (
	"regexp/syntax"
	"strings"
	"unicode"
)

// patternWriter writes a text that an expression may match.
type patternWriter struct {
	out    strings.Builder
	repeat int // how often that is written which may be there any number of times
}

func (w *patternWriter) node(re *syntax.Regexp, depth int) {
	if depth > 100 || w.out.Len() > maxSampleText {
		return
	}
	times := func(n int) {
		for range n {
			if w.out.Len() > maxSampleText {
				return
			}
			w.node(re.Sub[0], depth+1)
		}
	}
	switch re.Op {
	case syntax.OpLiteral:
		w.out.WriteString(string(re.Rune))
	case syntax.OpCharClass:
		w.out.WriteRune(oneOf(re.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		w.out.WriteByte('a')
	case syntax.OpCapture:
		times(1)
	case syntax.OpStar:
		times(w.repeat)
	case syntax.OpPlus:
		times(max(w.repeat, 1))
	case syntax.OpQuest:
		times(min(w.repeat, 1))
	case syntax.OpRepeat:
		n := max(re.Min, w.repeat)
		if re.Max >= 0 {
			n = min(n, re.Max)
		}
		times(n)
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			w.node(sub, depth+1)
		}
	case syntax.OpAlternate:
		w.node(re.Sub[0], depth+1)
	}
}

// oneOf is a letter or digit of a class where it has one.
func oneOf(class []rune) rune {
	best := 'a'
	for i := 0; i+1 < len(class); i += 2 {
		for _, r := range []rune{'a', 'A', '0', class[i]} {
			if r < class[i] || r > class[i+1] {
				continue
			}
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			best = r
		}
	}
	return best
}
