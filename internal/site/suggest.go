package site

import "strings"

// suggestion says how the page could read, "" for a finding that nothing in the page repairs.
func suggestion(rule, message string) string {
	for _, w := range wordings[rule] {
		if values, ok := w.match(message); ok {
			return strings.NewReplacer(values...).Replace(w.text)
		}
	}
	return ""
}

// wording is what a page could say. The pattern is a message of the rule with placeholders in
// braces for what differs, and a text may have these too; the pattern "" fits each message.
type wording struct{ pattern, text string }

// match gives the placeholders of a pattern with their values, in the form of strings.NewReplacer.
func (w wording) match(message string) (values []string, ok bool) {
	rest, pattern := message, w.pattern
	if pattern == "" {
		return nil, true
	}
	for {
		before, after, more := strings.Cut(pattern, "{")
		if !more {
			return values, strings.HasPrefix(rest, before)
		}
		if rest, ok = strings.CutPrefix(rest, before); !ok {
			return nil, false
		}
		name, tail, _ := strings.Cut(after, "}")
		until, _, _ := strings.Cut(tail, "{")
		value, found := rest, true
		if until != "" {
			value, rest, found = strings.Cut(rest, until)
			tail = tail[len(until):]
		} else {
			rest = ""
		}
		if !found || value == "" {
			return nil, false
		}
		values = append(values, "{"+name+"}", unquoted(name, value))
		pattern = tail
	}
}

// unquoted is what stands for a placeholder. The quotes of diag.Quote go, since a wording sets its own; a
// text that is a value keeps some, so that it is told from the words around it. A parameter of a path
// loses its braces.
func unquoted(name, s string) string {
	n := len(s)
	if n < 2 {
		return s
	}
	inside := s[1 : n-1]
	switch quoted := s[0] == s[n-1] && (s[0] == '"' || s[0] == '\''); {
	case quoted && name == "value" && inside == "":
		return "an empty text"
	case quoted && name == "value":
		return "“" + inside + "”"
	case quoted, s[0] == '{' && s[n-1] == '}' && !strings.ContainsAny(inside, "{}"):
		return inside
	}
	return s
}
