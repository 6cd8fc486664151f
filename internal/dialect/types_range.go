package dialect

import "strings"

// TypeAndRange reads a type cell that goes on with what it says of values, "Integer, 1 to 64" or "String (max. 64
// characters)": its type, and the bytes from..to that say the rest. It does not apply to the name of a structure.
func TypeAndRange(cell string) (typ Type, from, to int, ok bool) {
	depth := 0
	for i, r := range cell[:min(len(cell), maxTypeWords)] {
		switch r {
		case '<', '[':
			depth++
		case '>', ']':
			depth--
		}
		if depth != 0 || !strings.ContainsRune(",;(:，；（：\n", r) {
			continue
		}
		typ, ok = parseType(cell[:i])
		if !ok || typ.Kind == KindNamed || typ.Kind == KindNull {
			continue
		}
		from, to = i+len(string(r)), len(cell)
		if r == '(' || r == '（' {
			to = len(strings.TrimRight(cell, ")） .\n"))
		}
		if from < to && strings.TrimSpace(cell[from:to]) != "" {
			return typ, from, to, true
		}
	}
	return Type{}, 0, 0, false
}

// maxTypeWords is how long the words of a type are before what is said of values, in bytes: long texts have many
// places where a type could end.
const maxTypeWords = 64
