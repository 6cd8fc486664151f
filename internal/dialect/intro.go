package dialect

import "strings"

// introVerbs are what stands between "Table 3" and what the table lists, in a sentence
// above the table.
var introVerbs = words("describes", "describe", "lists", "list", "shows", "show", "provides", "gives", "contains", "is", "the",
	"required", "following", "related", "detailed")

// TrimIntro turns what follows "Table 3" in a sentence above a table into a caption:
// "describes the request parameters." is "request parameters". It does not apply to a text
// that has no such verb.
func TrimIntro(s string) string {
	s = strings.TrimSuffix(strings.TrimSpace(s), ".")
	for {
		first, rest, ok := strings.Cut(s, " ")
		if !ok || !introVerbs[strings.ToLower(first)] {
			if introVerbs[strings.ToLower(s)] {
				return ""
			}
			return s
		}
		s = strings.TrimSpace(rest)
	}
}
