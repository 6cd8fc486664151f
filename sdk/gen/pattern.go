package gen

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"sync"
	"unicode/utf8"
)

// Pattern is a regular expression that is compiled when it is first needed. Most patterns of
// documents are classes of characters in a row, such as ^[A-Za-z][A-Za-z0-9_-]*$; these are
// matched by a loop, in a tenth of the time that regexp takes.
type Pattern struct {
	source string
	once   sync.Once
	runs   []run
	toEnd  bool           // the last run must end the text
	re     *regexp.Regexp // of an expression that is more than runs
}

// NewPattern makes a Pattern of an expression that regexp can compile; the generator has
// made sure of it.
func NewPattern(source string) *Pattern { return &Pattern{source: source} }

// Match reports whether the expression matches somewhere in s.
func (p *Pattern) Match(s string) bool {
	p.once.Do(p.compile)
	if p.re != nil {
		return p.re.MatchString(s)
	}
	at := 0
	for i := range p.runs {
		if at = p.runs[i].match(s, at); at < 0 {
			return false
		}
	}
	return !p.toEnd || at == len(s)
}

func (p *Pattern) compile() {
	if tree, err := syntax.Parse(p.source, syntax.Perl); err == nil {
		if runs, toEnd, ok := runsOf(tree); ok {
			p.runs, p.toEnd = runs, toEnd
			return
		}
	}
	p.re = regexp.MustCompile(p.source)
}

// run is a number of characters of one class.
type run struct {
	ascii       [2]uint64
	beyond      []rune // ranges of the characters that are not ASCII, low and high in turn
	least, most int    // most is -1 where there is no limit
}

// match gives the place after the run that starts at a place, which is as long as it can be,
// or -1.
func (r *run) match(s string, at int) int {
	n := 0
	for ; at < len(s) && n != r.most; n++ {
		c, size := rune(s[at]), 1
		if c < utf8.RuneSelf {
			if r.ascii[c>>6]&(1<<(c&63)) == 0 {
				break
			}
		} else if c, size = utf8.DecodeRuneInString(s[at:]); !r.hasBeyond(c) {
			break
		}
		at += size
	}
	if n < r.least {
		return -1
	}
	return at
}

func (r *run) hasBeyond(c rune) bool {
	for i := 0; i < len(r.beyond); i += 2 {
		if c <= r.beyond[i+1] {
			return c >= r.beyond[i]
		}
	}
	return false
}

// runsOf reads an expression as runs after the start of the text. It is not ok where it is
// something else, or where a run would have to give characters back to the next one.
func runsOf(re *syntax.Regexp) (runs []run, toEnd, ok bool) {
	parts := flat(nil, re)
	if len(parts) == 0 || parts[0].Op != syntax.OpBeginText {
		return nil, false, false
	}
	parts = parts[1:]
	if n := len(parts); n > 0 && parts[n-1].Op == syntax.OpEndText {
		parts, toEnd = parts[:n-1], true
	}
	for _, part := range parts {
		one, isRun := runOf(part)
		if !isRun {
			return nil, false, false
		}
		runs = joined(runs, one)
	}
	for i := range runs {
		if runs[i].least != runs[i].most && !apart(runs[i], runs[i+1:]) {
			return nil, false, false
		}
	}
	return runs, toEnd, true
}

// flat takes groups and concatenations apart.
func flat(parts []*syntax.Regexp, re *syntax.Regexp) []*syntax.Regexp {
	switch re.Op {
	case syntax.OpCapture, syntax.OpConcat:
		for _, sub := range re.Sub {
			parts = flat(parts, sub)
		}
	case syntax.OpLiteral:
		for _, c := range re.Rune {
			parts = append(parts, &syntax.Regexp{Op: syntax.OpLiteral, Flags: re.Flags, Rune: []rune{c}})
		}
	case syntax.OpEmptyMatch:
	default:
		parts = append(parts, re)
	}
	return parts
}

func runOf(re *syntax.Regexp) (run, bool) {
	r := run{least: 1, most: 1}
	switch re.Op {
	case syntax.OpStar:
		r.least, r.most = 0, -1
	case syntax.OpPlus:
		r.most = -1
	case syntax.OpQuest:
		r.least = 0
	case syntax.OpRepeat:
		r.least, r.most = re.Min, re.Max
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase != 0 {
			return r, false
		}
		r.add(re.Rune[0], re.Rune[0])
		return r, true
	case syntax.OpCharClass:
		for i := 0; i < len(re.Rune); i += 2 {
			r.add(re.Rune[i], re.Rune[i+1])
		}
		return r, true
	case syntax.OpAnyChar:
		r.add(0, utf8.MaxRune)
		return r, true
	case syntax.OpAnyCharNotNL:
		r.add(0, '\n'-1)
		r.add('\n'+1, utf8.MaxRune)
		return r, true
	default:
		return r, false
	}
	inner := flat(nil, re.Sub[0])
	if len(inner) != 1 {
		return r, false
	}
	one, ok := runOf(inner[0])
	if !ok || one.least != 1 || one.most != 1 {
		return r, false
	}
	r.ascii, r.beyond = one.ascii, one.beyond
	return r, true
}

// add puts a range of characters into the class; ranges come in order.
func (r *run) add(low, high rune) {
	for c := low; c <= high && c < utf8.RuneSelf; c++ {
		r.ascii[c>>6] |= 1 << (c & 63)
	}
	if high >= utf8.RuneSelf {
		r.beyond = append(r.beyond, max(low, utf8.RuneSelf), high)
	}
}

// joined adds a run; next to one of the same class they are one longer run.
func joined(runs []run, one run) []run {
	n := len(runs)
	if n == 0 || runs[n-1].ascii != one.ascii || !slices.Equal(runs[n-1].beyond, one.beyond) {
		return append(runs, one)
	}
	last := &runs[n-1]
	last.least += one.least
	if last.most < 0 || one.most < 0 {
		last.most = -1
	} else {
		last.most += one.most
	}
	return runs
}

// apart reports whether no character of a run can start what comes after it, so that it is
// right to take all that there are.
func apart(r run, after []run) bool {
	for i := range after {
		if r.overlaps(&after[i]) {
			return false
		}
		if after[i].least > 0 {
			break
		}
	}
	return true
}

func (r *run) overlaps(other *run) bool {
	if r.ascii[0]&other.ascii[0]|r.ascii[1]&other.ascii[1] != 0 {
		return true
	}
	for i := 0; i < len(r.beyond); i += 2 {
		for j := 0; j < len(other.beyond); j += 2 {
			if r.beyond[i] <= other.beyond[j+1] && other.beyond[j] <= r.beyond[i+1] {
				return true
			}
		}
	}
	return false
}
