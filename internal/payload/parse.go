package payload

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Repair is a change that made the text JSON.
type Repair struct {
	Off  int
	What string // in words, such as "a comma is missing"
}

// SyntaxError says why text is not JSON and could not be repaired.
type SyntaxError struct {
	Off int
	Msg string
}

func (e *SyntaxError) Error() string { return e.Msg }

// maxDepth bounds nesting: no documented payload comes near it, and an input made of
// brackets must not exhaust the stack.
const maxDepth = 100

// Parse reads one JSON value, which must be all of text but for white space and comments.
// The error is always a *SyntaxError.
func Parse(text string) (*Value, []Repair, error) {
	v, end, repairs, err := ParsePrefix(text)
	if err != nil {
		return nil, repairs, err
	}
	if rest := strings.TrimSpace(text[end:]); rest != "" {
		return nil, repairs, &SyntaxError{end, "text follows the value: " + snippet(rest)}
	}
	return v, repairs, nil
}

// ParsePrefix reads the JSON value that text starts with and tells where it ends.
func ParsePrefix(text string) (v *Value, end int, repairs []Repair, err error) {
	p := &parser{text: text}
	v, err = p.value(0)
	if err != nil {
		return nil, p.off, p.repairs, err
	}
	p.space()
	return v, p.off, p.repairs, nil
}

// ParseTorn reads what stands before the first error in a payload that Parse refuses: each
// value up to there counts, and the objects and arrays around the error as far as they go, but
// for two: the first of two objects that stand side by side as if in a list is not a member of
// what they stand in, and a name in a list that was not closed is not an element of it. ParseTorn
// gives nil where nothing counts.
func ParseTorn(text string) *Value {
	p := &parser{text: text, torn: true}
	if v, _ := p.value(0); v.holds() {
		return v
	}
	return nil
}

// part is what counts of v, in which an error stands; see ParseTorn.
func (p *parser) part(v *Value) *Value {
	if !p.torn {
		return nil
	}
	if n := len(v.Members); n > 0 && (p.peek() == '{' || p.peek() == '[') {
		v.Members = v.Members[:n-1]
	}
	if n := len(v.Items); n > 0 && p.peek() == ':' {
		v.Items = v.Items[:n-1]
	}
	return v
}

// holds reports whether anything is in v, which may be nil.
func (v *Value) holds() bool { return v != nil && len(v.Members)+len(v.Items) > 0 }

// parser reads JSON. Where torn is set, its methods return, beside an error, what ParseTorn
// wants.
type parser struct {
	text    string
	off     int
	repairs []Repair
	// repaired has the repairs: a value may be read again where another reading failed.
	repaired map[Repair]bool
	torn     bool
}

func (p *parser) repair(off int, what string) {
	r := Repair{off, what}
	if p.repaired[r] {
		return
	}
	if p.repaired == nil {
		p.repaired = map[Repair]bool{}
	}
	p.repaired[r] = true
	p.repairs = append(p.repairs, r)
}

func (p *parser) fail(format string, args ...any) error {
	return &SyntaxError{min(p.off, len(p.text)), fmt.Sprintf(format, args...)}
}

func snippet(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	if utf8.RuneCountInString(s) > 30 {
		s = string([]rune(s)[:30]) + "…"
	}
	return strconv.Quote(s)
}

func (p *parser) peek() byte {
	if p.off < len(p.text) {
		return p.text[p.off]
	}
	return 0
}

// space skips white space, comments and "..." that stands for more of the same. The
// comment form "#" counts only at the end of a line that it follows with a space before
// it: a bare # elsewhere is not a comment in any payload.
func (p *parser) space() {
	for p.off < len(p.text) {
		rest := p.text[p.off:]
		switch {
		case rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\t' || rest[0] == '\r':
			p.off++
		case strings.HasPrefix(rest, "\u00a0"), strings.HasPrefix(rest, "\u3000"):
			p.repair(p.off, "a character that is not JSON white space stands between values")
			_, n := utf8.DecodeRuneInString(rest)
			p.off += n
		case strings.HasPrefix(rest, "//"), rest[0] == '#':
			p.repair(p.off, "a comment stands in the payload")
			if i := strings.IndexByte(rest, '\n'); i >= 0 {
				p.off += i
			} else {
				p.off = len(p.text)
			}
		case strings.HasPrefix(rest, "/*"):
			p.repair(p.off, "a comment stands in the payload")
			if i := strings.Index(rest, "*/"); i >= 0 {
				p.off += i + 2
			} else {
				p.off = len(p.text)
			}
		case strings.HasPrefix(rest, "..."):
			p.repair(p.off, `"..." stands for something left out`)
			p.off += 3
			for p.peek() == '.' {
				p.off++
			}
		case strings.HasPrefix(rest, "…"):
			p.repair(p.off, `"…" stands for something left out`)
			p.off += len("…")
		default:
			return
		}
	}
}

func (p *parser) value(depth int) (*Value, error) {
	if depth > maxDepth {
		return nil, p.fail("the payload is nested deeper than %d levels", maxDepth)
	}
	p.space()
	start := p.off
	switch c := p.peek(); {
	case c == '{':
		return p.object(depth)
	case c == '[':
		return p.array(depth)
	case p.atQuote():
		s, err := p.string(false)
		if err != nil {
			return nil, err
		}
		return &Value{Kind: String, Text: s, Off: start}, nil
	case c == '-' || c >= '0' && c <= '9':
		return p.number()
	case p.off >= len(p.text):
		return nil, p.fail("the payload ends where a value should stand")
	default:
		return p.word()
	}
}

func (p *parser) object(depth int) (*Value, error) {
	v := &Value{Kind: Object, Off: p.off}
	p.off++
	for {
		p.space()
		switch c := p.peek(); {
		case c == '}':
			p.off++
			return v, nil
		case c == ',':
			p.repair(p.off, "a comma too many")
			p.off++
			continue
		case p.off >= len(p.text):
			return p.part(v), p.fail("a closing } is missing")
		}
		nameOff := p.off
		name, err := p.name()
		if err != nil {
			return p.part(v), err
		}
		p.space()
		if p.peek() != ':' {
			return p.part(v), p.fail("a colon is missing after the name %s", strconv.Quote(name))
		}
		p.off++
		item, err := p.value(depth + 1)
		if err != nil {
			if item.holds() {
				v.add(Member{name, nameOff, item})
			}
			return v, err
		}
		if trimmed := strings.TrimSpace(name); trimmed != name && trimmed != "" {
			p.repair(nameOff, "a name has white space at its end")
			name = trimmed
		}
		if v.Member(name) != nil {
			p.repair(nameOff, "a name comes twice; the last one counts")
		}
		v.add(Member{name, nameOff, item})
		if done, err := p.separator('}'); err != nil {
			return p.part(v), err
		} else if done {
			return v, nil
		}
	}
}

func (p *parser) array(depth int) (*Value, error) {
	v := &Value{Kind: Array, Off: p.off}
	p.off++
	for {
		p.space()
		switch c := p.peek(); {
		case c == ']':
			p.off++
			return v, nil
		case c == ',':
			p.repair(p.off, "a comma too many")
			p.off++
			continue
		case p.off >= len(p.text):
			return p.part(v), p.fail("a closing ] is missing")
		}
		item, err := p.value(depth + 1)
		if err != nil {
			if item.holds() {
				v.Items = append(v.Items, item)
			}
			return v, err
		}
		v.Items = append(v.Items, item)
		if done, err := p.separator(']'); err != nil {
			return p.part(v), err
		} else if done {
			return v, nil
		}
	}
}

// separator reads what stands after an element: a comma, or the closing bracket (then
// done is true). A comma may be missing where the next element plainly starts.
func (p *parser) separator(closing byte) (done bool, err error) {
	end := p.off
	p.space()
	switch c := p.peek(); {
	case c == closing:
		p.off++
		return true, nil
	case c == ',':
		p.off++
		comma := p.off - 1
		p.space()
		if p.peek() == closing {
			p.repair(comma, "a comma stands before the closing bracket")
		}
		return false, nil
	case strings.HasPrefix(p.text[p.off:], "，"):
		p.repair(p.off, "a full-width comma stands for a comma")
		p.off += len("，")
		return false, nil
	case p.off >= len(p.text):
		return false, p.fail("a closing %c is missing", closing)
	case p.atQuote() || closing == ']' && (c == '{' || c == '['):
		p.repair(end, "a comma is missing")
		return false, nil
	}
	return false, p.fail("neither a comma nor %c stands before %s", closing, snippet(p.text[p.off:]))
}
