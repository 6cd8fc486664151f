package gogen

import (
	"fmt"
	"regexp"
	"strings"
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
			text, err := goEscape(runes[i], inClass)
			if err != nil {
				return "", err
			}
			b.WriteString(text)
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

func goEscape(r rune, inClass bool) (string, error) {
	switch {
	case r == 's' && inClass:
		return space, nil
	case r == 's':
		return "[" + space + "]", nil
	case r == 'S' && !inClass:
		return "[^" + space + "]", nil
	case strings.ContainsRune("dDwWbBtnvfr", r) && !(inClass && (r == 'b' || r == 'B')):
		return `\` + string(r), nil
	case r < 0x80 && !strings.ContainsRune("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", r):
		return `\` + string(r), nil
	}
	return "", fmt.Errorf("it uses \\%c, which regexp reads differently or not at all", r)
}
