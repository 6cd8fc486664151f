package dialect

import "strings"

// FieldPointer finds the field that a sentence beside the tables gives a table to: "For
// details about the **lid** field, see Table 3", "Table 3 describes the **lid** parameter". The
// field's name must be marked, with a word for a field after it. It does not apply to what a
// sentence tells of a field in passing ("For details about how to use the **lid** field …").
func FieldPointer(sentence Text) string {
	words := captionWords(sentence)
	for i := 1; i+1 < len(words); i++ {
		w := words[i]
		if !w.marked || !looksLikeName(w.text) {
			continue
		}
		if pointerWords[words[i-1].key] && fieldWords[words[i+1].key] {
			return w.text
		}
	}
	return ""
}

var (
	pointerWords = map[string]bool{"about": true, "of": true, "on": true, "describes": true, "describe": true, "lists": true}
	fieldWords   = map[string]bool{"field": true, "parameter": true, "object": true, "structure": true, "element": true}
)

// IsTableNumber reports whether a text is the number of a table and nothing else: "Table 3".
func IsTableNumber(text string) bool {
	number, ok := strings.CutPrefix(fold(text), "table ")
	return ok && strings.Trim(number, "0123456789-.") == ""
}

// pointing are the words of sentences that only point to another place, without what they point to.
var pointing = words("", "see", "see also", "refer to", "please see", "please refer to", "for details, see", "for more information, see",
	"for details, see section", "see section", "see the section", "for details, refer to", "the response is described in", "the response is the same as that of",
	"the response is the same as that in", "same as", "the same as")

// RefersOnly reports whether a paragraph, of which the label of its reference is left out, says no more than where to
// look: "See .", "The response is the same as that of … For details, see .".
func RefersOnly(around string) bool {
	s := strings.TrimRight(fold(around), " .")
	if i := strings.LastIndex(s, ". "); i >= 0 {
		first := s[:i]
		if !strings.Contains(first, " is the same as ") || !strings.HasPrefix(first, "the response") {
			return false
		}
		s = s[i+2:]
	}
	return pointing[strings.TrimSpace(s)]
}

// failurePointing stand before and after the name of what a sentence points to.
var failurePointing = []struct{ before, after string }{
	{"for details about ", ", see"}, {"for details on ", ", see"}, {"for more information about ", ", see"}, {"for details about ", ", refer to"}, {"for ", ", see"},
}

// RefersToFailure reports whether a paragraph, of which the label of its reference is left out, says no more than where
// the response to a failed call is described: "For details about abnormal responses, see .".
func RefersToFailure(around string) bool {
	s := strings.TrimRight(fold(around), " .")
	for _, p := range failurePointing {
		rest, begins := strings.CutPrefix(s, p.before)
		if what, ends := strings.CutSuffix(rest, p.after); begins && ends {
			return !strings.ContainsAny(what, ",.;") && IsAbnormal(what)
		}
	}
	return false
}
