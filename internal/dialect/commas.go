package dialect

import "strings"

// JoinsByCommas reports whether the description of a list says that its elements are sent as one text with commas
// between: "Multiple IDs are separated by commas (,)". It does not apply where the name is said to be repeated,
// "in the format of id=xxx&id=xxx", since the commas are then inside of an element.
func JoinsByCommas(text, name string) bool {
	lower := strings.ToLower(text)
	if strings.Contains(lower, "&"+strings.ToLower(name)+"=") {
		return false
	}
	for sentence := range strings.SplitSeq(lower, ". ") {
		if saysCommas(sentence) {
			return true
		}
	}
	return false
}

// saysCommas reports whether a sentence says so. What is said of each element, or is forbidden, is not about the list.
func saysCommas(sentence string) bool {
	first := strings.TrimSpace(sentence)
	if strings.HasPrefix(first, "each ") || strings.HasPrefix(first, "every ") || mentions(sentence, " not ", "cannot", "never") || strings.HasPrefix(first, "not ") {
		return false
	}
	return mentions(sentence, "separated by comma", "separated with comma", "separated using comma", "comma-separated", "comma separated") ||
		mentions(sentence, "separate ", "separating ") && mentions(sentence, "with comma", "by comma", "using comma")
}
