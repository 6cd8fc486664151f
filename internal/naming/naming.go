// Package naming makes names that read well from what the pages call things: operation
// ids from titles, schema names from captions. It takes and returns plain strings; the
// words themselves are data of package dialect.
package naming

import (
	"strings"
	"unicode"
)

// Pascal makes a PascalCase name of a label: "protect_param" gives ProtectParam, and
// "VaultBackup" stays. Letters and digits outside ASCII are left out; the result is empty
// where nothing is left, and never starts with a digit.
func Pascal(label string) string {
	var b strings.Builder
	start := true // of a word
	for i := range len(label) {
		c := label[i]
		switch {
		case !isASCIIWord(rune(c)):
			start = true
			continue
		case start && c >= 'a':
			c -= 'a' - 'A'
		}
		b.WriteByte(c)
		start = false
	}
	name := b.String()
	if name != "" && name[0] <= '9' { // of letters and digits, the digits come first
		name = "N" + name
	}
	return name
}

func pascal(w string) string {
	if w == "" {
		return ""
	}
	return strings.ToUpper(w[:1]) + w[1:]
}

// IsName reports whether s can be the name of a parameter or member: what a program sends,
// at most 128 bytes, of ASCII letters, digits and the marks that real names have.
func IsName(s string) bool {
	if len(s) > 128 {
		return false
	}
	word := false
	for i := range len(s) {
		switch c := s[i]; {
		case isASCIIWord(rune(c)) || c == '_' || c == '$' || c == '@':
			word = true
		case c == '-' || c == '.' || c == ':' || c == '/' || c == '[' || c == ']' || c == '~' || c == '#':
		default:
			return false
		}
	}
	return word
}

func isASCIIWord(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// Member names the structure of a member by the structure that it stands in: Jar and "lid" give JarLid. A word that
// both have there comes once: JarLid and "lidHooks" give JarLidHooks. A member of the same name as its structure keeps
// both words, since it is not that structure.
func Member(of, member string) string {
	name := Pascal(member)
	end := 1
	for end < len(name) && !unicode.IsUpper(rune(name[end])) {
		end++
	}
	if 1 < end && end < len(name) && strings.HasSuffix(of, name[:end]) {
		return of + name[end:]
	}
	return of + name
}
