package payload

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mend is a change that made the text JSON.
type Mend struct {
	Off  int
	What string // in words, such as "a comma is missing"
}

// SyntaxError says why text is not JSON and could not be mended.
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
func Parse(text string) (*Value, []Mend, error) {
	v, end, mends, err := ParsePrefix(text)
	if err != nil {
		return nil, mends, err
	}
	if rest := strings.TrimSpace(text[end:]); rest != "" {
		return nil, mends, &SyntaxError{end, "text follows the value: " + snippet(rest)}
	}
	return v, mends, nil
}

// ParsePrefix reads the JSON value that text starts with and tells where it ends.
func ParsePrefix(text string) (v *Value, end int, mends []Mend, err error) {
	p := &parser{text: text}
	v, err = p.value(0)
	if err != nil {
		return nil, p.off, p.mends, err
	}
	p.space()
	return v, p.off, p.mends, nil
}

type parser struct {
	text  string
	off   int
	mends []Mend
}

func (p *parser) mend(off int, what string) {
	for _, m := range p.mends {
		if m.Off == off && m.What == what {
			return
		}
	}
	p.mends = append(p.mends, Mend{off, what})
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
// it: a bare # elsewhere is no comment in any payload.
func (p *parser) space() {
	for p.off < len(p.text) {
		rest := p.text[p.off:]
		switch {
		case rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\t' || rest[0] == '\r':
			p.off++
		case strings.HasPrefix(rest, "\u00a0"), strings.HasPrefix(rest, "\u3000"):
			p.mend(p.off, "a character that is no JSON white space stands between values")
			_, n := utf8.DecodeRuneInString(rest)
			p.off += n
		case strings.HasPrefix(rest, "//"), rest[0] == '#':
			p.mend(p.off, "a comment stands in the payload")
			if i := strings.IndexByte(rest, '\n'); i >= 0 {
				p.off += i
			} else {
				p.off = len(p.text)
			}
		case strings.HasPrefix(rest, "/*"):
			p.mend(p.off, "a comment stands in the payload")
			if i := strings.Index(rest, "*/"); i >= 0 {
				p.off += i + 2
			} else {
				p.off = len(p.text)
			}
		case strings.HasPrefix(rest, "..."):
			p.mend(p.off, `"..." stands for something left out`)
			p.off += 3
			for p.peek() == '.' {
				p.off++
			}
		case strings.HasPrefix(rest, "…"):
			p.mend(p.off, `"…" stands for something left out`)
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
			p.mend(p.off, "a comma too many")
			p.off++
			continue
		case p.off >= len(p.text):
			return nil, p.fail("a closing } is missing")
		}
		nameOff := p.off
		name, err := p.name()
		if err != nil {
			return nil, err
		}
		p.space()
		if p.peek() != ':' {
			return nil, p.fail("a colon is missing behind the name %s", strconv.Quote(name))
		}
		p.off++
		item, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		if trimmed := strings.TrimSpace(name); trimmed != name && trimmed != "" {
			p.mend(nameOff, "a name has white space at its end")
			name = trimmed
		}
		if v.Member(name) != nil {
			p.mend(nameOff, "a name comes twice; the last one counts")
		}
		v.Members = append(v.Members, Member{name, nameOff, item})
		if done, err := p.separator('}'); err != nil {
			return nil, err
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
			p.mend(p.off, "a comma too many")
			p.off++
			continue
		case p.off >= len(p.text):
			return nil, p.fail("a closing ] is missing")
		}
		item, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		v.Items = append(v.Items, item)
		if done, err := p.separator(']'); err != nil {
			return nil, err
		} else if done {
			return v, nil
		}
	}
}

// separator reads what stands behind an element: a comma, or the closing bracket (then
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
			p.mend(comma, "a comma stands before the closing bracket")
		}
		return false, nil
	case strings.HasPrefix(p.text[p.off:], "，"):
		p.mend(p.off, "a full-width comma stands for a comma")
		p.off += len("，")
		return false, nil
	case p.off >= len(p.text):
		return false, p.fail("a closing %c is missing", closing)
	case p.atQuote() || closing == ']' && (c == '{' || c == '['):
		p.mend(end, "a comma is missing")
		return false, nil
	}
	return false, p.fail("neither a comma nor %c stands before %s", closing, snippet(p.text[p.off:]))
}

func (p *parser) name() (string, error) {
	if p.atQuote() {
		return p.string(true)
	}
	start := p.off
	for p.off < len(p.text) && isWord(p.text[p.off]) {
		p.off++
	}
	if p.off == start {
		return "", p.fail("a name should stand here, not %s", snippet(p.text[p.off:]))
	}
	name := p.text[start:p.off]
	if p.peek() == '"' {
		p.mend(start, "a name lacks its opening quote")
		p.off++
		return name, nil
	}
	p.mend(start, "a name has no quotes")
	return name, nil
}

func (p *parser) number() (*Value, error) {
	start := p.off
	for p.off < len(p.text) && strings.IndexByte("+-.eE0123456789", p.text[p.off]) >= 0 {
		p.off++
	}
	text := p.text[start:p.off]
	if p.off < len(p.text) && isWord(p.text[p.off]) || !isNumber(text) {
		p.off = start
		return p.word()
	}
	return &Value{Kind: Number, Text: text, Off: start}, nil
}

// isNumber follows RFC 8259, section 6.
func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole := digits(s)
	if whole == 0 || whole > 1 && s[0] == '0' {
		return false
	}
	s = s[whole:]
	if strings.HasPrefix(s, ".") {
		n := digits(s[1:])
		if n == 0 {
			return false
		}
		s = s[1+n:]
	}
	if s != "" && (s[0] == 'e' || s[0] == 'E') {
		s = s[1:]
		if s != "" && (s[0] == '+' || s[0] == '-') {
			s = s[1:]
		}
		return s != "" && digits(s) == len(s)
	}
	return s == ""
}

func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

func isWord(c byte) bool {
	return c == '_' || c == '-' || c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// word reads a value without quotes: a JSON literal, one of Python's, or a placeholder
// such as xxxx, which is taken for the string that it stands for.
func (p *parser) word() (*Value, error) {
	start := p.off
	for p.off < len(p.text) && isWord(p.text[p.off]) {
		p.off++
	}
	word := p.text[start:p.off]
	switch word {
	case "":
		return nil, p.fail("a value should stand here, not %s", snippet(p.text[p.off:]))
	case "true", "false":
		return &Value{Kind: Bool, Text: word, Off: start}, nil
	case "null":
		return &Value{Kind: Null, Off: start}, nil
	case "True", "False":
		p.mend(start, word+" is not how JSON spells it")
		return &Value{Kind: Bool, Text: strings.ToLower(word), Off: start}, nil
	case "None":
		p.mend(start, "None is not how JSON spells null")
		return &Value{Kind: Null, Off: start}, nil
	}
	p.mend(start, "a string has no quotes")
	return &Value{Kind: String, Text: word, Off: start}, nil
}

// quotes are the characters that open a string and what closes it. All but the first are
// mends: word processors turn quotes into curly ones.
var quotes = []struct{ open, shut string }{
	{`"`, `"`}, {"“", "”"}, {"”", "”"}, {"‘", "’"}, {"'", "'"},
}

func (p *parser) atQuote() bool {
	for _, q := range quotes {
		if strings.HasPrefix(p.text[p.off:], q.open) {
			return true
		}
	}
	return false
}

func (p *parser) string(name bool) (string, error) {
	start := p.off
	shut := ""
	for _, q := range quotes {
		if strings.HasPrefix(p.text[p.off:], q.open) {
			p.off += len(q.open)
			shut = q.shut
			if q.open != `"` {
				p.mend(start, "a string has other quotes than \"")
			}
			break
		}
	}
	var b strings.Builder
	for p.off < len(p.text) {
		r, n := utf8.DecodeRuneInString(p.text[p.off:])
		switch {
		case strings.HasPrefix(p.text[p.off:], shut) || shut == "”" && (r == '"' || r == '“'):
			if p.closes(p.off+n, name) {
				p.off += n
				return b.String(), nil
			}
			end := p.innerEnd(shut)
			if rest := strings.TrimLeft(p.text[p.off+n:], " \t"); !strings.ContainsAny(b.String(), "{[") && strings.HasPrefix(rest, ":") {
				end = -1 // a name, which stands where a value should: a bracket is wrong somewhere
			}
			if end < 0 {
				p.off += n
				return b.String(), nil // the caller will say what is wrong behind it
			}
			p.mend(p.off, "a quote inside a string is not escaped")
			b.WriteString(strings.ToValidUTF8(p.text[p.off:end], "\uFFFD"))
			p.off = end + len(shut)
			return b.String(), nil
		case r == '\\':
			p.escape(&b)
		case r == '\n':
			if end := strings.IndexByte(p.text[p.off+1:], '\n'); end < 0 && !strings.Contains(p.text[p.off:], shut) {
				return "", p.fail("a string has no closing quote")
			}
			p.mend(p.off, "a string is broken over two lines")
			b.WriteByte(' ')
			p.off++
			for p.peek() == ' ' {
				p.off++
			}
		case r < ' ':
			p.mend(p.off, "a control character stands in a string")
			b.WriteRune(r)
			p.off += n
		default:
			b.WriteRune(r)
			p.off += n
		}
	}
	p.off = start
	return "", p.fail("a string has no closing quote")
}

// closes reports whether a quote that ends at off may close a string: a name is followed
// by a colon, a value by a comma, a bracket, a comment or the end of its line.
func (p *parser) closes(off int, name bool) bool {
	rest := strings.TrimLeft(p.text[off:], " \t")
	if name {
		return strings.HasPrefix(strings.TrimLeft(rest, "\n"), ":") || rest == "" || rest[0] != ',' && !isWord(rest[0])
	}
	return rest == "" || strings.IndexByte(",}]\n\r#", rest[0]) >= 0 || strings.HasPrefix(rest, "//") ||
		strings.HasPrefix(rest, "/*") || strings.HasPrefix(rest, "，") || strings.HasPrefix(rest, "...") ||
		rest[0] == '"' && len(rest) < len(p.text[off:]) // a space, then the next string: a comma is missing
}

// innerEnd finds the quote that closes a string whose inner quotes are not escaped:
//
//	"extra_info": "{"created_by": "manual"}"
//
// It is the last quote of the line, provided that only commas and brackets follow it.
// Where that is not so the mend is not certain and the answer is -1.
func (p *parser) innerEnd(shut string) int {
	line := p.text[p.off:]
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	i := strings.LastIndex(line, shut)
	if i <= 0 || strings.Trim(line[i+len(shut):], " \t,}]\r") != "" {
		return -1
	}
	return p.off + i
}

var escapes = map[byte]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

func (p *parser) escape(b *strings.Builder) {
	start := p.off
	p.off++
	c := p.peek()
	if r, ok := escapes[c]; ok {
		b.WriteByte(r)
		p.off++
		return
	}
	if c == 'u' && len(p.text) >= p.off+5 {
		if n, err := strconv.ParseUint(p.text[p.off+1:p.off+5], 16, 16); err == nil {
			p.off += 5
			r := rune(n)
			if 0xD800 <= r && r < 0xDC00 && strings.HasPrefix(p.text[p.off:], `\u`) && len(p.text) >= p.off+6 {
				if low, err := strconv.ParseUint(p.text[p.off+2:p.off+6], 16, 16); err == nil && 0xDC00 <= low && low < 0xE000 {
					r = (r-0xD800)<<10 | (rune(low) - 0xDC00) + 0x10000
					p.off += 6
				}
			}
			if !utf8.ValidRune(r) {
				r = unicode.ReplacementChar
			}
			b.WriteRune(r)
			return
		}
	}
	p.mend(start, "a backslash inside a string is not escaped")
	b.WriteByte('\\')
}
