package dialect

import (
	"strconv"
	"strings"
)

// fold brings a title, caption or header cell to the form in which the word tables are
// keyed: no marks, lower case, one space between words, no colon or full stop at the end,
// no bullet or "-" before it, and no wide characters.
func fold(s string) string {
	s = Narrow(s)
	var short [256]byte // most texts are: they need no memory but their own
	b := short[:0]
	space := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			space = true
			continue
		case c == '*' || c == '`':
			continue
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c == fixedSpace[0] && i+1 < len(s) && s[i+1] == fixedSpace[1]:
			space = true
			i++
			continue
		}
		if space {
			b = append(b, ' ')
		}
		space = false
		b = append(b, c)
	}
	f := strings.TrimRight(string(b), ":. ")
	for {
		t := strings.TrimLeft(f, " ")
		t = strings.TrimPrefix(t, "•")
		t = strings.TrimPrefix(t, "- ")
		if t == f {
			return f
		}
		f = t
	}
}

// Narrow writes the wide forms of ASCII characters and the punctuation of Chinese, which authors type by mistake, as
// ASCII: "Status code：２００" as "Status code:200", and leaves out what nobody sees.
func Narrow(s string) string {
	wide := func(r rune) bool { return narrow(r) != r }
	if strings.IndexFunc(s, wide) < 0 {
		return s
	}
	return strings.Map(narrow, s)
}

func narrow(r rune) rune {
	switch {
	case r < 0xad:
		return r
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r >= '\u2000' && r <= '\u200a' || r == '\u202f' || r == '\u3000':
		return ' '
	case r == '\u00ad' || r >= '\u200b' && r <= '\u200d' || r == '\ufeff':
		return -1
	case r == '。':
		return '.'
	case r == '、':
		return ','
	case r == '【':
		return '['
	case r == '】':
		return ']'
	}
	return r
}

// fixedSpace is the space at which no line is broken.
const fixedSpace = "\u00a0"

// singular folds the plural of the nouns that titles and captions use in either number,
// and drops the articles, so that a table holds one row for "Status Codes", "Status Code"
// and "The status code".
func singular(folded string) string {
	b := make([]byte, 0, len(folded))
	for w := range strings.FieldsSeq(folded) {
		if w == "the" || w == "a" || w == "an" {
			continue
		}
		if s, ok := plurals[w]; ok {
			w = s
		}
		if len(b) > 0 {
			b = append(b, ' ')
		}
		b = append(b, w...)
	}
	return string(b)
}

// A writer may call the response an answer or a reply.
var plurals = map[string]string{
	"answer":       "response",
	"answers":      "response",
	"reply":        "response",
	"replies":      "response",
	"attributes":   "attribute",
	"bodies":       "body",
	"codes":        "code",
	"constraints":  "constraint",
	"descriptions": "description",
	"elements":     "element",
	"errors":       "error",
	"examples":     "example",
	"fields":       "field",
	"functions":    "function",
	"headers":      "header",
	"messages":     "message",
	"methods":      "method",
	"objects":      "object",
	"params":       "parameter",
	"param":        "parameter",
	"parameters":   "parameter",
	"requests":     "request",
	"responses":    "response",
	"samples":      "sample",
	"scenarios":    "scenario",
	"structures":   "structure",
	"syntaxes":     "syntax",
	"urls":         "url",
	"arguments":    "argument",
	"variables":    "variable",
	"values":       "value",
}

// isEmpty: the ways in which writers fill a cell that has nothing to say.
func isEmpty(cell string) bool {
	if s := strings.TrimLeft(cell, " \t\r\n*`-•\u00a0"); s != "" && strings.IndexByte("nN/—:.：。\u00ad", s[0]) < 0 {
		return false // most cells begin with another letter than these ways do
	}
	switch fold(cell) {
	case "", "-", "--", "—", "–", "/", "n/a", "na", "none", "nil", "not applicable", "not involved", "not available":
		return true
	}
	return false
}

// tablePointer finds the number after the word "Table". The word alone, "tables" and
// "routetable 3" are none.
func tablePointer(text string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], "able")
		if i < 0 {
			return 0
		}
		i += from
		from = i + len("able")
		if i == 0 || text[i-1] != 'T' && text[i-1] != 't' || i > 1 && isWordByte(text[i-2]) {
			continue
		}
		rest := strings.TrimLeft(text[from:], " *`\n\u00a0")
		if len(rest) == len(text)-from {
			continue
		}
		digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
		if n, _ := strconv.Atoi(digits); n > 0 && n < 10000 {
			return n
		}
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isAlpha(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func isWordByte(c byte) bool { return isAlpha(c) || isDigit(c) || c == '_' || c >= 0x80 }
