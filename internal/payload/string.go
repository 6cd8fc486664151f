package payload

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotes are the characters that open a string and what closes it. All but the first are
// repairs: word processors turn quotes into curly ones.
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

// string reads a string from its opening quote on; name tells that it is the name of a member.
func (p *parser) string(name bool) (text string, err error) {
	start := p.off
	shut := p.opening()
	if n := plainLen(p.text[p.off:]); shut == `"` && strings.HasPrefix(p.text[p.off+n:], shut) && p.closes(p.off+n+1, name) {
		s := p.text[p.off : p.off+n] // as most strings are
		p.off += n + 1
		return s, nil
	}
	var b strings.Builder
	broken, breaks := 0, 0 // where the string's first line ends, and how many of its lines end
	defer func() {
		if breaks > 0 && err == nil {
			p.repair(broken, brokenOver(breaks+1))
		}
	}()
	for p.off < len(p.text) {
		if n := plainLen(p.text[p.off:]); n > 0 {
			b.WriteString(p.text[p.off : p.off+n])
			p.off += n
			continue
		}
		r, n := utf8.DecodeRuneInString(p.text[p.off:])
		switch {
		case strings.HasPrefix(p.text[p.off:], shut) || shut == "”" && (r == '"' || r == '“'):
			if !p.closes(p.off+n, name) && p.innerQuote(&b, shut, n) {
				return b.String(), nil
			}
			p.off += n // if it does not close the string, the caller will say what is wrong after it
			return b.String(), nil
		case r == '\\':
			p.escape(&b)
		case r == '\n':
			if end := strings.IndexByte(p.text[p.off+1:], '\n'); end < 0 && !strings.Contains(p.text[p.off:], shut) {
				return "", p.fail("a string has no closing quote")
			}
			if breaks++; breaks == 1 {
				broken = p.off
			}
			p.joinLines(&b)
		case r < ' ':
			p.repair(p.off, "a control character stands in a string")
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

// opening reads the quote that opens a string, and gives the one that shuts it.
func (p *parser) opening() (shut string) {
	start := p.off
	for _, q := range quotes {
		if strings.HasPrefix(p.text[p.off:], q.open) {
			p.off += len(q.open)
			if q.open != `"` {
				p.repair(start, "a string has other quotes than \"")
			}
			return q.shut
		}
	}
	return ""
}

// innerQuote reads the rest of a string in which a quote of n bytes is not escaped, and reports whether the string
// ends further on. It does not apply to a name, which stands where a value should: a bracket is wrong somewhere.
func (p *parser) innerQuote(b *strings.Builder, shut string, n int) bool {
	end := p.innerEnd(shut)
	rest := strings.TrimLeft(p.text[p.off+n:], " \t")
	if isName := !strings.ContainsAny(b.String(), "{[") && strings.HasPrefix(rest, ":"); isName || end < 0 {
		return false
	}
	p.repair(p.off, "a quote inside a string is not escaped")
	b.WriteString(strings.ToValidUTF8(p.text[p.off:end], "\uFFFD"))
	p.off = end + len(shut)
	return true
}

// joinLines reads the end of a line inside of a string, and the spaces that the next one begins with, as one space.
func (p *parser) joinLines(b *strings.Builder) {
	b.WriteByte(' ')
	p.off++
	for p.peek() == ' ' {
		p.off++
	}
}

// brokenOver says what is wrong with a string that stands on several lines: one thing, however
// many lines a printed key or certificate has.
func brokenOver(lines int) string {
	if lines == 2 {
		return "a string is broken over two lines"
	}
	return fmt.Sprintf("a string is broken over %d lines", lines)
}

// plainLen is how much of a string that begins with s stands for itself and needs no look: ASCII
// that ends no string, by any quote.
func plainLen(s string) int {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == '"' || c == '\'' || c == '`' || c == '\\' {
			return i
		}
	}
	return len(s)
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
// Where that is not so the repair is not certain and the result is -1.
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
	p.repair(start, "a backslash inside a string is not escaped")
	b.WriteByte('\\')
}
