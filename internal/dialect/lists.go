package dialect

import "strings"

// SaysList reports whether a description starts by calling what it describes a list: "A list
// of boxes". It does not apply to "The list of boxes" and "Box list": writers call the one
// object that holds a list so, too.
func SaysList(description string) bool {
	return saysList(fold(description))
}

func saysList(text string) bool {
	for _, w := range listVerbs {
		if rest, ok := strings.CutPrefix(text, w); ok {
			text = rest
			break
		}
	}
	return strings.HasPrefix(text, "a list of ")
}

// listVerbs are the words between the start of a description and its subject.
var listVerbs = []string{"specifies ", "indicates ", "lists ", "definition ", "returns "}
