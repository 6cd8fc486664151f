package dialect

import (
	"slices"
	"strings"
)

// stateNames are members that tell the state of a thing.
var stateNames = words("phase", "state", "status")

// IsState reports whether a member is, by its name, the state of what it is in.
func IsState(member string) bool { return stateNames[nameKey(member)] }

// stateHeads are words of a head of a column that lists states.
var stateHeads = words("phase", "phases", "state", "states", "status", "statuses")

// IsStateHead reports whether a column lists the states of a thing: "Status", "Box Status (API)".
// A column of HTTP status codes does not, and neither does one of what people see instead
// ("Status (Console)").
func IsStateHead(head string) bool {
	found := false
	for _, w := range strings.FieldsFunc(strings.ToLower(head), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if w == "code" || w == "codes" || w == "console" || w == "http" {
			return false
		}
		found = found || stateHeads[w]
	}
	return found
}

// NameWords are the words of what a thing is called, each once, in small letters and the singular: "States of
// labels" and "The label's state" share two.
func NameWords(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		switch {
		case strings.HasSuffix(w, "ses"):
			w = strings.TrimSuffix(w, "es")
		case len(w) > 2 && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us"):
			w = strings.TrimSuffix(w, "s")
		}
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// IsStateWord reports whether a cell is a state as an API has it: one word, which begins with a
// letter ("error_deleting", "in-use"), or words in capitals ("ROLLING BACK").
func IsStateWord(cell string) bool {
	if first, rest, ok := strings.Cut(cell, " "); ok && cell == strings.ToUpper(cell) {
		return IsStateWord(first) && IsStateWord(rest)
	}
	for i, r := range cell {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || r != '_' && r != '-' && (r < '0' || r > '9')) {
			return false
		}
	}
	return cell != ""
}
