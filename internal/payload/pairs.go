package payload

import (
	"net/url"
	"strings"
)

// ParsePairs reads the body of an HTML form (application/x-www-form-urlencoded, see the URL standard of WHATWG) as an
// object of texts, in their order:
//
//	grant_type=password&user=ann
//
// It is nil for all other text. A pair whose escapes cannot be read is as it is printed.
func ParsePairs(text string) *Value {
	start := len(text) - len(strings.TrimLeft(text, " \t\r\n"))
	text, off := strings.TrimRight(text, " \t\r\n"), start
	out := &Value{Kind: Object, Off: start}
	for pair := range strings.SplitSeq(text[min(start, len(text)):], "&") {
		name, value, ok := strings.Cut(pair, "=")
		if !ok || !isPairName(strings.TrimSuffix(name, "[]")) || strings.ContainsAny(value, " \t\r\n\"'") {
			return nil
		}
		at := off + len(name) + 1
		if plain, err := url.QueryUnescape(value); err == nil {
			value = plain
		}
		out.addPair(name, off, &Value{Kind: String, Text: value, Off: at})
		off += len(pair) + 1
	}
	return out
}

// addPair adds a pair. Several of one name, and those of a name that ends in [], are a list.
func (v *Value) addPair(name string, off int, value *Value) {
	name, isList := strings.CutSuffix(name, "[]")
	first := v.Member(name)
	switch {
	case first == nil && isList:
		v.add(Member{Name: name, Off: off, Value: &Value{Kind: Array, Items: []*Value{value}, Off: value.Off}})
	case first == nil:
		v.add(Member{Name: name, Off: off, Value: value})
	case first.Kind == Array:
		first.Items = append(first.Items, value)
	default:
		one := *first
		*first = Value{Kind: Array, Items: []*Value{&one, value}, Off: one.Off}
	}
}

// isPairName reports whether a text can be the name in a pair: letters, digits and what joins words.
func isPairName(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("_-.[]", c) >= 0) {
			return false
		}
	}
	return s != ""
}

// As gives a text of a pair, or each of a list, as the kind that a table says the member has:
// Number or Bool where the text is one, else as it is.
func (v *Value) As(kind Kind) *Value {
	if v.Kind == Array {
		for i, item := range v.Items {
			v.Items[i] = item.As(kind)
		}
		return v
	}
	if v.Kind != String || kind != Number && kind != Bool {
		return v
	}
	as, err := parseWhole(v.Text)
	if err != nil || as.Kind != kind {
		return v
	}
	as.Off = v.Off
	return as
}

func parseWhole(text string) (*Value, error) {
	v, repairs, err := Parse(text)
	if err == nil && len(repairs) > 0 {
		err = &SyntaxError{0, "the text has repairs"}
	}
	return v, err
}
