package gogen

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// goPattern rewrites a pattern of the document for package regexp. The two agree on most
// of what documents use; where they do not, the error says why the pattern is not
// checked, since refusing a value the server takes is worse than not checking.
//
// OpenAPI 3.0.3, Schema Object: pattern "SHOULD be a valid regular expression, according
// to the Ecma-262 Edition 5.1 regular expression dialect".
func goPattern(source string) (string, error) {
	var b strings.Builder
	inClass := false
	runes := []rune(source)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case r == '\\' && i+1 < len(runes):
			i++
			text, digits, err := goEscape(runes[i:], inClass)
			if err != nil {
				return "", err
			}
			b.WriteString(text)
			i += digits
			continue
		case r == '[' && inClass:
			b.WriteString(`\[`) // only Go reads [[:alpha:]] as a class of its own
			continue
		case r == '[':
			inClass = true
		case r == ']':
			inClass = false
		case r == '(' && i+1 < len(runes) && runes[i+1] == '?' && (i+2 >= len(runes) || runes[i+2] != ':'):
			return "", fmt.Errorf("it uses (? in a way that regexp reads differently or not at all")
		}
		b.WriteRune(r)
	}
	if _, err := regexp.Compile(b.String()); err != nil {
		return "", fmt.Errorf("regexp cannot compile it: %s", oneLine(err))
	}
	return b.String(), nil
}

// space is what \s means in ECMA-262, section 15.10.2.12; Go's \s knows ASCII only.
const space = `\t\n\v\f\r\x{FEFF}\p{Z}`

// goEscape rewrites what follows a backslash. digits is how many characters of rest belong to it
// after the first.
func goEscape(rest []rune, inClass bool) (text string, digits int, err error) {
	r := rest[0]
	switch {
	case r == 's' && inClass:
		return space, 0, nil
	case r == 's':
		return "[" + space + "]", 0, nil
	case r == 'S' && !inClass:
		return "[^" + space + "]", 0, nil
	case strings.ContainsRune("dDwWbBtnvfr", r) && !(inClass && (r == 'b' || r == 'B')):
		return `\` + string(r), 0, nil
	case r == 'x' && isCode(rest[1:], 2):
		return `\x{` + string(rest[1:3]) + `}`, 2, nil
	case r == 'u' && isCode(rest[1:], 4):
		return `\x{` + string(rest[1:5]) + `}`, 4, nil
	case r < 0x80 && !strings.ContainsRune("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", r):
		return `\` + string(r), 0, nil
	}
	return "", 0, fmt.Errorf("it uses \\%c, which regexp reads differently or not at all", r)
}

// isCode reports whether a text begins with n hexadecimal digits of a character. Half of one in
// UTF-16 is none.
func isCode(text []rune, n int) bool {
	if len(text) < n {
		return false
	}
	code, err := strconv.ParseUint(string(text[:n]), 16, 32)
	return err == nil && !utf16.IsSurrogate(rune(code))
}
