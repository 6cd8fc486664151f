package naming

import "strings"

// IsKey reports whether the name of a member is not the name of a field but a value that somebody
// chose for a key: a UUID or another id, a number, an address, several words.
func IsKey(name string) bool {
	switch {
	case name == "":
		return false
	case strings.ContainsAny(name, " <>{}"):
		return true
	case strings.HasPrefix(name, "additionalProp"):
		return true
	case name[0] >= '0' && name[0] <= '9' && strings.Trim(name, "0123456789.-:/_") == "":
		return true // a number, an IPv4 address, a date
	}
	hex, digits := 0, 0
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c >= '0' && c <= '9':
			digits++
			hex++
		case c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F':
			hex++
		case c == '-' || c == ':':
		default:
			return false
		}
	}
	return hex >= 16 && digits > 0 || strings.Count(name, ":") > 1 && hex > 0
}
