package payload

import (
	"strings"
)

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
		p.repair(start, "a name lacks its opening quote")
		p.off++
		return name, nil
	}
	p.repair(start, "a name has no quotes")
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
		p.repair(start, word+" is not how JSON spells it")
		return &Value{Kind: Bool, Text: strings.ToLower(word), Off: start}, nil
	case "None":
		p.repair(start, "None is not how JSON spells null")
		return &Value{Kind: Null, Off: start}, nil
	}
	p.repair(start, "a string has no quotes")
	return &Value{Kind: String, Text: word, Off: start}, nil
}
