package dialect

import (
	"strings"
	"unicode"
)

// SaysDelete reports whether a caption or a line speaks of what a DELETE does: "Body for removing a lid".
func SaysDelete(text string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return r != '_' && !unicode.IsLetter(r) }) {
		if deleteWords[w] {
			return true
		}
	}
	return false
}

var deleteWords = words("delete", "deletes", "deleting", "deletion", "remove", "removes", "removing", "removal", "unbind", "unbinding",
	"detach", "detaching", "disassociate", "disassociating", "cancel", "canceling", "cancelling")
