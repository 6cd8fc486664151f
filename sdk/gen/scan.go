package gen

import (
	"bytes"
	"encoding/json"
	"errors"
	"unicode/utf8"
)

// What walks over JSON text. encoding/json has checked the text before it calls an
// UnmarshalJSON, so these functions look only for where values end; text that is not JSON
// is an error or stays in pieces that encoding/json refuses later, and never a panic.

var errSyntax = errors.New("the text is not JSON")

func skipSpace(data []byte, i int) int {
	for i < len(data) && (data[i] == ' ' || data[i] == '\n' || data[i] == '\t' || data[i] == '\r') {
		i++
	}
	return i
}

// skipString gives the place after the string that starts at i, or -1.
func skipString(data []byte, i int) int {
	for i++; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return -1
}

// maxDepth is how deep a value may be nested that is decoded. Each struct, list and map
// looks for the ends of what is in it, so text is read once for each level around it; a
// value of a type that contains itself would else take the square of its length. Documents
// have no values that are nested so deep.
const maxDepth = 100

// skipValue gives the place after the value that starts at i, or -1, and how deep the value
// is nested: 0 for a scalar.
func skipValue(data []byte, i int) (end, depth int) {
	if i >= len(data) {
		return -1, 0
	}
	switch data[i] {
	case '"':
		return skipString(data, i), 0
	case '{', '[':
		open := 0
		for i < len(data) {
			switch data[i] {
			case '"':
				if i = skipString(data, i); i < 0 {
					return -1, 0
				}
				continue
			case '{', '[':
				open++
				depth = max(depth, open)
			case '}', ']':
				if open--; open == 0 {
					return i + 1, depth
				}
			}
			i++
		}
		return -1, 0
	}
	for start := i; ; i++ {
		if i < len(data) {
			switch data[i] {
			case ',', ']', '}', ':', ' ', '\t', '\r', '\n':
			default:
				continue
			}
		}
		if i == start {
			return -1, 0
		}
		return i, 0
	}
}

// each calls f for each part of the object or list that data is, with how deep the part is
// nested. The name is nil in a list; in an object it is without quotes and escapes.
func each(data []byte, f func(name, value []byte, depth int) error) error {
	i := skipSpace(data, 0)
	if i >= len(data) || data[i] != '{' && data[i] != '[' {
		return errSyntax
	}
	object := data[i] == '{'
	if i = skipSpace(data, i+1); i < len(data) && (data[i] == '}' || data[i] == ']') {
		return nil
	}
	for {
		var name []byte
		if object {
			if i >= len(data) || data[i] != '"' {
				return errSyntax
			}
			end := skipString(data, i)
			if end < 0 {
				return errSyntax
			}
			name = unquoted(data[i:end])
			if i = skipSpace(data, end); i >= len(data) || data[i] != ':' {
				return errSyntax
			}
			i = skipSpace(data, i+1)
		}
		end, depth := skipValue(data, i)
		if end < 0 {
			return errSyntax
		}
		if err := f(name, data[i:end], depth); err != nil {
			return err
		}
		if i = skipSpace(data, end); i >= len(data) {
			return errSyntax
		}
		switch data[i] {
		case ',':
			i = skipSpace(data, i+1)
		case '}', ']':
			return nil
		default:
			return errSyntax
		}
	}
}

// unquoted is the text of a JSON string, part of data itself where nothing is escaped.
func unquoted(data []byte) []byte {
	if inner := data[1 : len(data)-1]; bytes.IndexByte(inner, '\\') < 0 && utf8.Valid(inner) {
		return inner
	}
	var s string
	if json.Unmarshal(data, &s) != nil {
		return data
	}
	return []byte(s)
}

func isNull(text []byte) bool { return string(text) == "null" }

// isNumber reports whether a JSON value is a number.
func isNumber(text []byte) bool {
	return len(text) > 0 && (text[0] == '-' || text[0] >= '0' && text[0] <= '9')
}
