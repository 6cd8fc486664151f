package dialect

import "strings"

var contentWords = words("content", "contents", "byte", "bytes", "data")

// IsContent reports whether a line of a printed message stands for bytes of any kind:
// "<object Content>", "[1024 Byte data content]". It does not apply to an XML element
// ("<Contents>") and on a JSON array, which have no bare words side by side.
func IsContent(line string) bool {
	s := strings.TrimSpace(line)
	if len(s) < 3 || !(s[0] == '<' && s[len(s)-1] == '>' || s[0] == '[' && s[len(s)-1] == ']') || strings.ContainsAny(s[1:len(s)-1], "<>[]\"'=,/") {
		return false
	}
	ws := strings.Fields(strings.ToLower(s[1 : len(s)-1]))
	for _, w := range ws {
		if len(ws) > 1 && contentWords[w] {
			return true
		}
	}
	return false
}
