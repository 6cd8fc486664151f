package naming

import (
	"unicode"
)

// IsProviderID reports whether the name of a page ("CreateCheckpoint" of
// ":original_name: CreateCheckpoint.html") is the provider's own operation id and not a
// topic number such as en-us_topic_0059304219 or cbr_04_0015: PascalCase, at least two
// words, and starting with a verb or a name in capitals, never with a number in it that
// is longer than a version's.
func IsProviderID(name string) bool {
	if name == "" || !unicode.IsUpper(rune(name[0])) {
		return false
	}
	words, digits := 0, 0
	for i, r := range name {
		switch {
		case unicode.IsUpper(r):
			if i == 0 || !unicode.IsUpper(rune(name[i-1])) {
				words++
			}
			digits = 0
		case r >= '0' && r <= '9':
			if digits++; digits > 3 {
				return false
			}
		case r >= 'a' && r <= 'z':
			digits = 0
		default:
			return false
		}
	}
	return words >= 2
}
