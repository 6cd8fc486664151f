package dialect

import (
	"slices"
	"strings"
)

// StatedMedia gives the media types that a text names and does not deny, in the order of MediaTypes, and those of
// them that stand in it only as examples: "It cannot be text/xml." states none, "A type, for example, text/xml" has
// an example.
func StatedMedia(text string) (stated, examples []string) {
	var sure []string
	for _, sentence := range mediaSentences(text) {
		named := MediaTypes(sentence)
		if slices.ContainsFunc(mediaDenials, func(s string) bool { return strings.Contains(sentence, s) }) {
			continue
		}
		surely := beforeExamples(sentence)
		for _, m := range named {
			if before, _, _ := strings.Cut(sentence, m); isDenied(before) {
				break // so are those that are listed after it
			}
			if !slices.Contains(stated, m) {
				stated = append(stated, m)
			}
			if strings.Contains(surely, m) {
				sure = append(sure, m)
			}
		}
	}
	for _, m := range stated {
		if !slices.Contains(sure, m) {
			examples = append(examples, m)
		}
	}
	return stated, examples
}

// mediaSentences are the sentences of a text in lower case, parted where a denial ends, too.
func mediaSentences(text string) []string {
	text = strings.ReplaceAll(strings.ToLower(text), " + ", "+")
	return strings.Split(strings.NewReplacer(". ", "\n", ";", "\n", " but ", "\n", " while ", "\n", ", and ", "\n", "`", "", "*", "", "\u00a0", " ").Replace(text), "\n")
}

// mediaDenials say that what their sentence names is not taken.
var mediaDenials = []string{"not supported", "unsupported", "not allowed", "not permitted", "not accepted", "is rejected", "are rejected", "is invalid", "are invalid"}

var (
	denials     = words("not", "cannot", "never", "except", "than")
	afterDenial = words("be", "use", "set", "to", "send", "accept", "support", "a", "an", "the", "for", "as", "of")
)

// isDenied reports whether words end in a denial of what comes next: "it must not be", "other than". It does not
// apply to "not only", nor to a denial of something else ("if it is not set, it is").
func isDenied(before string) bool {
	w := strings.Fields(before)
	for n := len(w); n > 0; n-- {
		switch {
		case denials[w[n-1]], w[n-1] == "instead":
			return true
		case !afterDenial[w[n-1]]:
			return false
		}
	}
	return false
}

// beforeExamples is a sentence without the examples that it gives.
func beforeExamples(sentence string) string {
	for _, s := range []string{"for example", "e.g.", "such as", "for instance"} {
		sentence, _, _ = strings.Cut(sentence, s)
	}
	return sentence
}
