package dialect

import "strings"

// introVerbs are what stands between "Table 3" and what the table lists, in a sentence
// above the table.
var introVerbs = words("describes", "describe", "lists", "list", "shows", "show", "provides", "gives", "contains", "is", "the",
	"required", "following", "related", "detailed")

// TrimIntro turns what follows "Table 3" in a sentence above a table into a caption:
// "describes the request parameters." is "request parameters". It does not apply to a text
// that has no such verb.
func TrimIntro(t Text) Text {
	t = t.Trim()
	t = t.To(len(strings.TrimSuffix(t.Words, ".")))
	for {
		first, rest, more := strings.Cut(t.Words, " ")
		if !introVerbs[strings.ToLower(first)] {
			return t
		}
		if !more {
			return Text{}
		}
		t = t.From(len(t.Words) - len(rest)).Trim()
	}
}
