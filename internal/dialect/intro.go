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
		first, rest, _ := strings.Cut(t.Words, " ")
		if !introVerbs[strings.ToLower(first)] {
			return t
		}
		t = t.From(len(t.Words) - len(rest)).Trim()
	}
}

// LeadCaption turns a sentence that leads to the table below it into a caption: "The following table describes the query
// parameters." and "The query parameters are as follows:" are "query parameters". ok is false for any other text.
func LeadCaption(t Text) (caption Text, ok bool) {
	t = t.Trim()
	t = t.To(len(strings.TrimRight(t.Words, ".: ")))
	low := strings.ToLower(t.Words)
	if len(low) != len(t.Words) {
		return t, false
	}
	for _, start := range leadStarts {
		if strings.HasPrefix(low, start) {
			trimmed := TrimIntro(t.From(len(start)))
			return trimmed, len(trimmed.Words) > 0 && len(trimmed.Words) < len(t.Words)-len(start)
		}
	}
	for _, end := range leadEnds {
		if strings.HasSuffix(low, end) {
			return t.To(len(low) - len(end)).Trim(), true
		}
	}
	return t, false
}

var (
	leadStarts = []string{"the following table ", "the table below ", "this table "}
	leadEnds   = []string{" are as follows", " is as follows", " are described below", " is described below", " are listed below", " is listed below", " are shown below", " are given below",
		" are described in the following table", " are listed in the following table", " is described in the following table", " are shown in the following table", " are described as follows",
		" is described as follows", " are listed as follows"}
)
