package dialect

import (
	"slices"
	"strings"
)

// NameKind is what the text of a name cell stands for.
type NameKind string

// The kinds of names.
const (
	NamePlain NameKind = ""     // the name of a parameter
	NameSelf  NameKind = "self" // nothing: the row describes the value itself, or each element
	NameAny   NameKind = "any"  // any name: the caller makes it up
)

var selfNames = words("-", "--", "—", "array elements", "array element", "array items", "none", "n/a", "anonymous array")

// selfNouns are the words that stand in square brackets in place of a name: "[Array]",
// "[Array of objects]".
var selfNouns = words("array", "arrays", "element", "elements", "entry", "item", "items", "list", "object", "objects", "of", "string", "strings")

var anyNames = words("user-defined field key and value pair", "{user defined key}", "user-defined key",
	"user defined key", "key_val", "user customization", "custom key", "{key}", "<key>", "additionalproperties",
	"customized key")

// Name says what a name cell stands for. It stays NamePlain for all but the few texts that
// it knows.
func Name(cell string) NameKind {
	text := strings.ToLower(strings.TrimSpace(cell))
	switch {
	case selfNames[text], isBracketed(text):
		return NameSelf
	case anyNames[text], isPlaceholder(text):
		return NameAny
	}
	return NamePlain
}

// isPlaceholder reports whether a name cell has one word in angle brackets, which stands for
// the names that callers choose: "<operator>".
func isPlaceholder(text string) bool {
	inside, ok := strings.CutPrefix(text, "<")
	inside, closed := strings.CutSuffix(inside, ">")
	return ok && closed && inside != "" && !strings.ContainsAny(inside, "<> ")
}

// IsPossession reports whether a text says of what a thing is: "Name of the shelf".
func IsPossession(text string) bool {
	words := strings.Fields(text)
	i := slices.Index(words, "of")
	return i > 0 && i < len(words)-1
}

// IsSchemaWord reports whether a name is, in a schema of JSON, the one that stands for any
// other name.
func IsSchemaWord(name string) bool { return name == "additionalProperties" }

// isBracketed reports whether a name cell has nothing but words for a list or its elements in
// square brackets. It does not apply to a name in brackets ("[name]"), which is optional.
func isBracketed(text string) bool {
	if !strings.HasPrefix(text, "[") || !strings.HasSuffix(text, "]") {
		return false
	}
	for _, w := range strings.Fields(strings.Trim(text, "[]")) {
		if !selfNouns[w] {
			return false
		}
	}
	return true
}

// TwoNames are the names in a cell that describes two parameters: "pageSize/size", "name or id". It does not
// apply to a name that has a slash in it, as those with a domain do: "example.com/lid".
func TwoNames(cell string) (first, second string, ok bool) {
	first, second, found := strings.Cut(cell, "/")
	if !found {
		first, second, _ = strings.Cut(cell, " or ")
	}
	first, second = strings.TrimSpace(first), strings.TrimSpace(second)
	return first, second, isPlainName(first) && isPlainName(second) && first != second
}

// isPlainName reports whether s is a name in most programming languages.
func isPlainName(s string) bool {
	for i := range len(s) {
		if c := s[i]; !isAlpha(c) && c != '_' && (i == 0 || !isDigit(c)) {
			return false
		}
	}
	return s != ""
}
