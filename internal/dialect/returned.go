package dialect

import "strings"

// SaysReturned reports whether a description of a status says that a body comes with it: "The lid is made, and its
// id is returned." It does not apply to a status, an error or nothing that is returned ("204 is returned", "No lid is
// returned"), nor to the response as a whole, which may have no body.
func SaysReturned(text string) bool {
	for sentence := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(".,;:\n", r) }) {
		w := strings.Fields(sentence)
		for i, word := range w {
			if i > 0 && (word == "is" || word == "are") && wordAt(w, i+1) == "returned" {
				return true
			}
			if notOfBody[strings.Trim(word, "*`()\"'")] || strings.Trim(word, "0123456789") == "" {
				break // the rest tells of something else than a body
			}
		}
	}
	return false
}

var notOfBody = words("no", "nothing", "not", "none", "without", "never", "if", "when", "status", "code", "codes",
	"error", "errors", "failure", "response", "message", "it", "this", "which", "header", "headers")
