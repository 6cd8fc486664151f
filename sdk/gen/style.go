package gen

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/oapi-codegen/runtime"

	"github.com/rst2openapi/rst2openapi/sdk/internal/headerlist"
)

// Style says how a parameter becomes text.
type Style struct {
	In, Name      string
	Style         string // of OpenAPI
	Explode       bool
	AllowReserved bool
}

// Styled writes a parameter whose form only its value tells (one of several types, or any), or
// whose members have names of the caller's: a list is written as one and an object as one, whose lists
// may be parameters that come several times. What
// OpenAPI has no text for, such as a list of objects, is written as JSON. Of null, of an empty list
// and of an empty object in a query nothing is written.
func Styled(s Style, value any) (string, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return "", s.failed(err)
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var plain any
	if err := d.Decode(&plain); err != nil {
		return "", s.failed(err)
	}
	if object, ok := plain.(map[string]any); ok && s.In == "query" && s.Style == "form" && s.Explode {
		if pieces, ok := s.spread(object); ok {
			return strings.Join(pieces, "&"), nil
		}
	}
	flat, ok := s.flat(plain)
	if !ok {
		flat = string(text)
	}
	switch v := flat.(type) {
	case []string:
		if len(v) == 0 && s.In == "query" {
			return "", nil
		}
	case map[string]string:
		if len(v) == 0 && s.In == "query" {
			return "", nil
		}
	case nil:
		return "", nil
	}
	return s.write(flat)
}

// spread are the members of an object as parameters of their own; a list is its name several times.
// It is not ok where one of them holds more than scalars.
func (s Style) spread(object map[string]any) (pieces []string, ok bool) {
	for _, name := range slices.Sorted(maps.Keys(object)) {
		items, list := object[name].([]any)
		if !list && object[name] != nil {
			items = []any{object[name]}
		}
		for _, item := range items {
			text, ok := scalarText(item)
			if !ok {
				return nil, false
			}
			piece := s.escapedName(name) + "=" + url.QueryEscape(text)
			if s.AllowReserved {
				piece = reserved(piece, true)
			}
			pieces = append(pieces, piece)
		}
	}
	return pieces, true
}

func (s Style) failed(err error) error {
	return fmt.Errorf("writing the parameter %s: %w", s.Name, err)
}

// flat is a value as a text, a list of texts or an object of texts; not ok where it is none.
func (s Style) flat(value any) (any, bool) {
	switch v := value.(type) {
	case nil:
		return nil, true
	case []any:
		list := make([]string, len(v))
		for i, item := range v {
			text, ok := scalarText(item)
			if !ok {
				return nil, false
			}
			list[i] = text
		}
		return list, true
	case map[string]any:
		object := make(map[string]string, len(v))
		for name, item := range v {
			text, ok := scalarText(item)
			switch {
			case item == nil:
				continue
			case !ok:
				return nil, false
			}
			object[s.escapedName(name)] = text
		}
		return object, true
	}
	return scalarText(value)
}

// escapedName is the name of a member, which the library writes as it is.
func (s Style) escapedName(name string) string {
	switch s.In {
	case "query":
		return url.QueryEscape(name)
	case "path":
		return url.PathEscape(name)
	}
	return name
}

func scalarText(value any) (string, bool) {
	switch v := value.(type) {
	case string:
		return v, true
	case json.Number:
		return v.String(), true
	case bool:
		return fmt.Sprint(v), true
	}
	return "", false
}

var locations = map[string]runtime.ParamLocation{
	"query": runtime.ParamLocationQuery, "path": runtime.ParamLocationPath, "header": runtime.ParamLocationHeader, "cookie": runtime.ParamLocationCookie,
}

// delimiters separate items in a way that no item can have.
var delimiters = map[string]string{"spaceDelimited": " ", "pipeDelimited": "|"}

func (s Style) write(value any) (string, error) {
	if text, ok, err := s.line(value); ok || err != nil {
		return text, err
	}
	style := s.Style
	_, object := value.(map[string]string)
	_, single := value.(string)
	if single && strings.HasSuffix(style, "Delimited") || object && strings.HasSuffix(style, "Delimited") || style == "deepObject" {
		style = "form" // that which the style has no text for
	}
	mark := delimiters[style]
	if list, ok := value.([]string); ok && mark != "" && !s.Explode && slices.ContainsFunc(list, func(item string) bool { return strings.Contains(item, mark) }) {
		return "", s.failed(fmt.Errorf("an item has %q, which separates the items", mark))
	}
	text, err := runtime.StyleParamWithOptions(style, s.Explode, s.Name, value, runtime.StyleParamOptions{ParamLocation: locations[s.In]})
	switch {
	case err != nil:
		return "", s.failed(err)
	case s.In != "query":
		return text, nil
	}
	if mark != "" {
		text = strings.ReplaceAll(text, mark, url.PathEscape(mark)) // RFC 3986 has no bare one in a query
	}
	if s.AllowReserved {
		_, list := value.([]string)
		text = reserved(text, list || object)
	}
	return text, nil
}

// line writes a list for a header, where RFC 9110 quotes an item with a comma. A list in a cookie, and an object in
// either, has no such way; ok is false for what is written as elsewhere.
func (s Style) line(value any) (text string, ok bool, err error) {
	const mark = ","
	if s.In != "header" && s.In != "cookie" {
		return "", false, nil
	}
	switch v := value.(type) {
	case []string:
		if s.In == "header" {
			return headerlist.Join(v), true, nil
		}
		for _, item := range v {
			if strings.Contains(item, mark) {
				return "", false, s.failed(fmt.Errorf("an item has %q, which separates the items", mark))
			}
		}
	case map[string]string:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if strings.Contains(name+v[name], mark) {
				return "", false, s.failed(fmt.Errorf("the member %s has %q, which separates the members", name, mark))
			}
		}
	}
	return "", false, nil
}

// reserved takes the escapes of reserved characters out of the values of a piece of a query, but of
// those that would end the value or be read as others: "&", "#", "+" and, between values, ",".
func reserved(piece string, several bool) string {
	pairs := strings.Split(piece, "&")
	for i, pair := range pairs {
		name, value, _ := strings.Cut(pair, "=")
		for _, c := range ":/?@!$'()*,;=[]" {
			if c != ',' || !several {
				value = strings.ReplaceAll(value, url.QueryEscape(string(c)), string(c))
			}
		}
		pairs[i] = name + "=" + value
	}
	return strings.Join(pairs, "&")
}

// ListForms are Forms for a list.
func ListForms(s Style, words []string) [][]byte {
	var out [][]byte
	if len(words) == 1 {
		word := words[0]
		if trimmed := strings.TrimSpace(word); strings.HasPrefix(trimmed, "[") && json.Valid([]byte(trimmed)) {
			out = append(out, []byte(trimmed)) // it has what OpenAPI has no text for
		}
		if !s.Explode {
			separator := delimiters[s.Style]
			words = strings.Split(word, cmp.Or(separator, ","))
		}
	}
	typed := make([]any, len(words))
	for i, word := range words {
		typed[i] = word
		if json.Valid([]byte(word)) && !strings.ContainsAny(word, `"[{`) && word != "null" {
			typed[i] = json.RawMessage(word)
		}
	}
	for _, list := range []any{typed, words} {
		if text, err := json.Marshal(list); err == nil {
			out = append(out, text)
		}
	}
	return out
}

// Forms are the values that a parameter written by Styled may stand for, as JSON, the likeliest
// first. words are those of its name.
func Forms(s Style, words []string) [][]byte {
	var out [][]byte
	add := func(value any) {
		if text, err := json.Marshal(value); err == nil && !slices.ContainsFunc(out, func(b []byte) bool { return bytes.Equal(b, text) }) {
			out = append(out, text)
		}
	}
	if len(words) != 1 {
		add(words)
		return out
	}
	word := words[0]
	if trimmed := strings.TrimSpace(word); json.Valid([]byte(trimmed)) {
		out = append(out, []byte(trimmed))
	}
	separator := delimiters[s.Style]
	if separator == "" {
		separator = ","
	}
	if !s.Explode && strings.Contains(word, separator) {
		add(strings.Split(word, separator))
	}
	add(word)
	add([]string{word})
	return out
}
