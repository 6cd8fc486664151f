// Package headerlist reads and writes lists in the values of HTTP headers, RFC 9110, section 5.6.1. An item
// may have commas: as a quoted string, section 5.6.4, or inside of the angle brackets that it begins with, as
// the address of a link, RFC 8288, section 3.
package headerlist

import "strings"

// Split gives the items of a list that came in one or more lines. An item loses its quotes where it has escapes,
// or could not be written without quotes: it has a comma, is empty, or has spaces at an end. Others keep them,
// since they may be part of what the item says, as of an entity tag. Empty items without quotes are none. In a
// line whose quotes do not pair each comma separates.
func Split(lines []string) []string {
	items := []string{}
	for _, line := range lines {
		for _, item := range elements(line) {
			if item = strings.Trim(item, " \t"); item == "" {
				continue
			}
			if plain, ok := unquoted(item); ok && (!isElement(plain) || len(plain) < len(item)-2) {
				item = plain
			}
			items = append(items, item)
		}
	}
	return items
}

// Join writes a list. An item that would be read as another one, or as several, is quoted.
func Join(items []string) string {
	out := make([]string, len(items))
	for i, item := range items {
		if out[i] = item; !isKept(item) {
			out[i] = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(item) + `"`
		}
	}
	return strings.Join(out, ",")
}

// isKept reports whether Split gives a text back as it is.
func isKept(text string) bool {
	back := Split([]string{text})
	return isElement(text) && len(back) == 1 && back[0] == text
}

// isElement reports whether a text is one item of a list; a quoted one may lose its quotes.
func isElement(text string) bool {
	list, ok := split(text)
	return ok && text != "" && len(list) == 1 && strings.Trim(text, " \t") == text
}

// elements are the parts of a line between the commas that separate items.
func elements(line string) []string {
	if list, ok := split(line); ok {
		return list
	}
	return strings.Split(line, ",")
}

// split is not ok where a quote or a bracket is not closed.
func split(line string) (list []string, ok bool) {
	from, quoted, bracketed, blank := 0, false, false, true
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case quoted && c == '\\':
			i++
		case quoted:
			quoted = c != '"'
		case bracketed:
			bracketed = c != '>'
		case c == '"':
			quoted = true
		case c == '<' && blank:
			bracketed = true
		case c == ',':
			list, from = append(list, line[from:i]), i+1
		}
		blank = c == ',' && !quoted && !bracketed || blank && (c == ' ' || c == '\t')
	}
	return append(list, line[from:]), !quoted && !bracketed
}

// unquoted is what a quoted string says; not ok for any other text.
func unquoted(text string) (plain string, ok bool) {
	if len(text) < 2 || text[0] != '"' || text[len(text)-1] != '"' {
		return "", false
	}
	var b strings.Builder
	for inner := text[1 : len(text)-1]; inner != ""; {
		switch {
		case inner[0] == '"':
			return "", false // it ends before, as of "a" and "b"
		case inner[0] == '\\' && len(inner) > 1:
			inner = inner[1:]
		case inner[0] == '\\':
			return "", false
		}
		b.WriteByte(inner[0])
		inner = inner[1:]
	}
	return b.String(), true
}
