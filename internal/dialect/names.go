package dialect

import "strings"

// NameKind is what the text of a name cell stands for.
type NameKind string

// The kinds of names.
const (
	NamePlain NameKind = ""     // the name of a parameter
	NameSelf  NameKind = "self" // nothing: the row describes the value itself, or each element
	NameAny   NameKind = "any"  // any name: the caller makes it up
)

var selfNames = words("-", "--", "—", "array elements", "array element", "[array element]", "[array elements]",
	"array items", "[items]", "[]", "none", "n/a", "anonymous array")

var anyNames = words("user-defined field key and value pair", "{user defined key}", "user-defined key",
	"user defined key", "key_val", "user customization", "custom key", "{key}", "<key>", "additionalproperties",
	"customized key")

// Name says what a name cell stands for. It stays NamePlain for all but the few texts that
// it knows.
func Name(cell string) NameKind {
	text := strings.ToLower(strings.TrimSpace(cell))
	switch {
	case selfNames[text]:
		return NameSelf
	case anyNames[text]:
		return NameAny
	}
	return NamePlain
}
