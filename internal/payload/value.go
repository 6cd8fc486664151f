// Package payload reads the JSON that documentation prints.
//
// Much of it is not quite JSON: a comma is missing, a quote inside a string is not
// escaped, a comment explains a line, "..." stands for more of the same. Parse repairs what
// can be repaired with certainty and tells each repair with its place; anything else is a
// syntax error with its place. Values keep the order of members, the text of numbers and
// where each value stands, so that a finding can point at the line of the example.
package payload

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// Kind is the kind of a JSON value.
type Kind int

// The kinds of JSON values.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

// String names the kind in words for messages.
func (k Kind) String() string {
	return [...]string{"null", "a boolean", "a number", "a string", "an array", "an object"}[k]
}

// Value is a JSON value with its place in the text.
type Value struct {
	Kind    Kind
	Text    string // of a String, decoded; of a Number or Bool, as written
	Items   []*Value
	Members []Member
	Off     int // byte offset of its first character

	last    map[string]int // of an Object with many members, see add
	indexed int            // how many of the members are in last
}

// Member is a member of an object.
type Member struct {
	Name  string
	Off   int
	Value *Value
}

// add appends a member. Objects with many have an index of their names: the last of each.
func (v *Value) add(m Member) {
	const many = 32
	v.Members = append(v.Members, m)
	if len(v.Members) <= many {
		return
	}
	if v.indexed == 0 || v.indexed > len(v.Members)-1 {
		v.last, v.indexed = make(map[string]int, 2*many), 0
	}
	for ; v.indexed < len(v.Members); v.indexed++ {
		v.last[v.Members[v.indexed].Name] = v.indexed
	}
}

// Member finds the member of that name, the last one where a name comes twice (as
// encoding/json does), or nil.
func (v *Value) Member(name string) *Value {
	if v.indexed > 0 && v.indexed == len(v.Members) {
		if i, ok := v.last[name]; ok {
			return v.Members[i].Value
		}
		return nil
	}
	for i := len(v.Members) - 1; i >= 0; i-- {
		if v.Members[i].Name == name {
			return v.Members[i].Value
		}
	}
	return nil
}

// IsInteger reports whether v is a number without a fraction.
func (v *Value) IsInteger() bool {
	if v.Kind != Number {
		return false
	}
	if !strings.ContainsAny(v.Text, ".eE") {
		return true
	}
	mantissa, fraction, _ := strings.Cut(v.Text, ".")
	return mantissa != "" && fraction != "" && strings.Trim(fraction, "0") == ""
}

// JSON gives v as compact JSON, members in their order.
func (v *Value) JSON() string {
	var b strings.Builder
	v.write(&b)
	return b.String()
}

func (v *Value) write(b *strings.Builder) {
	switch v.Kind {
	case Null:
		b.WriteString("null")
	case Bool, Number:
		b.WriteString(v.Text)
	case String:
		writeQuoted(b, v.Text)
	case Array:
		b.WriteByte('[')
		for i, item := range v.Items {
			if i > 0 {
				b.WriteByte(',')
			}
			item.write(b)
		}
		b.WriteByte(']')
	case Object:
		b.WriteByte('{')
		first := true
		for i, m := range v.Members {
			if v.hasLater(i) {
				continue
			}
			if !first {
				b.WriteByte(',')
			}
			first = false
			writeQuoted(b, m.Name)
			b.WriteByte(':')
			m.Value.write(b)
		}
		b.WriteByte('}')
	}
}

// hasLater reports whether a later member of v has the name of member i.
func (v *Value) hasLater(i int) bool {
	if v.indexed > 0 && v.indexed == len(v.Members) {
		return v.last[v.Members[i].Name] != i
	}
	for _, m := range v.Members[i+1:] {
		if m.Name == v.Members[i].Name {
			return true
		}
	}
	return false
}

// Quote gives s as a JSON string, with HTML characters left as they are.
func Quote(s string) string {
	if isPlain(s) {
		return `"` + s + `"`
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err) // a string always encodes
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// writeQuoted writes what Quote gives.
func writeQuoted(b *strings.Builder, s string) {
	if !isPlain(s) {
		b.WriteString(Quote(s))
		return
	}
	b.WriteByte('"')
	b.WriteString(s)
	b.WriteByte('"')
}

// isPlain reports whether a text stands in JSON as it is.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
