package dialect

import "strings"

// leaveCodeOut empties the lines of a structure that a description prints, which tell of an example and not of
// the field:
//
//	For example, in the following template the type is string:
//	variable "lid" {
//	  default = "oak"
//	}
//
// It does not apply to a brace that is not closed in a later line: "^[a-z]{".
func (r *reader) leaveCodeOut() {
	for i := range r.lines {
		for j := range structureEnd(r.lines[i:]) {
			l := &r.lines[i+j]
			l.used, l.toks, l.cut = true, nil, true
		}
	}
}

// maxCodeLines bounds the lines of a printed structure.
const maxCodeLines = 100

// structureEnd gives the number of the lines of a printed structure that begins in the first one, 0 where none does.
func structureEnd(lines []line) int {
	if !strings.HasSuffix(strings.TrimRight(lines[0].text, " "), "{") {
		return 0
	}
	depth := 0
	for i, l := range lines[:min(len(lines), maxCodeLines)] {
		depth += strings.Count(l.text, "{") - strings.Count(l.text, "}")
		if depth <= 0 {
			if i == 0 {
				return 0
			}
			return i + 1
		}
	}
	return 0
}
