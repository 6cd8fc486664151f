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
	return mentions(lower, "separated by comma", "separated with comma", "separated using comma", "comma-separated", "comma separated") ||
		mentions(lower, "separate ", "separating ") && mentions(lower, "with comma", "by comma", "using comma")
}
