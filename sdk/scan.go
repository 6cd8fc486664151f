package sdk

import (
	"bytes"
	"encoding/json"
	"errors"
	"unicode/utf8"
)

// What walks over JSON text. encoding/json has checked the text before it calls an
// UnmarshalJSON, so these functions look only for where values end; text that is no JSON
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

// skipValue gives the place after the value that starts at i, or -1.
func skipValue(data []byte, i int) int {
	if i >= len(data) {
		return -1
	}
	switch data[i] {
	case '"':
		return skipString(data, i)
	case '{', '[':
		depth := 0
		for i < len(data) {
			switch data[i] {
			case '"':
				if i = skipString(data, i); i < 0 {
					return -1
				}
				continue
			case '{', '[':
				depth++
			case '}', ']':
				if depth--; depth == 0 {
					return i + 1
				}
			}
			i++
		}
		return -1
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
			return -1
		}
		return i
	}
}

// each calls f for each part of the object or list that data is. The name is nil in a
// list; in an object it is without quotes and escapes.
func each(data []byte, f func(name, value []byte) error) error {
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
		end := skipValue(data, i)
		if end < 0 {
			return errSyntax
		}
		if err := f(name, data[i:end]); err != nil {
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
