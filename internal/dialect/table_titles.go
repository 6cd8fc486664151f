package dialect

import "strings"

// IsTableTitle reports whether a line above a table is its title: "Table 2 Request parameters". It does not apply to a
// sentence about the table: "Table 2 lists the parameters."
func IsTableTitle(line string) bool {
	rest, ok := strings.CutPrefix(line, "Table")
	after := strings.TrimLeft(rest, " \u00a0")
	title := strings.TrimLeft(after, "0123456789")
	if !ok || len(after) == len(rest) || len(title) == len(after) {
		return false
	}
	title = strings.TrimLeft(title, " \u00a0.:-")
	first, _, _ := strings.Cut(strings.ToLower(title), " ")
	return title != "" && !strings.ContainsAny(title[len(title)-1:], ".:") && !tellsOfTable[first]
}

// tellsOfTable begin what a sentence says after "Table 2".
var tellsOfTable = words("lists", "describes", "shows", "is", "contains", "provides", "explains", "gives", "defines", "and", "to", "for", "in", "below", "above", "has", "can")
