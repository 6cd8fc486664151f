package dialect

import "strings"

// What a sentence may call the body of a request, and how it says that something else decides on it.
var (
	bodyNames = []string{
		"request body", "requested body", "body of the request", "request content", "requested content", "content of the request", "contents of the request",
		"content of the request body", "contents of the request body", "request payload", "payload of the request", "structure of the request body",
		"body parameters", "request body parameters", "parameters in the request body",
	}
	decidedBy = []string{
		"is determined by", "are determined by", "is decided by", "is defined by", "are defined by", "depends on", "depend on", "is dependent on", "are dependent on",
		"varies with", "vary with", "varies depending on", "vary depending on", "varies according to", "vary according to", "varies by",
	}
)

// IsOpenBody reports whether a sentence says of the body of a request only that something else decides
// what is in it: "The requested content is determined by the resource that the signal is for." It does not
// apply to a guide's sentence, by which APIs differ ("The request body varies according to the
// APIs."), nor where the sentence is about whether there is a body.
func IsOpenBody(sentence string) bool {
	s := " " + strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(sentence, "*", ""))), " ") + " "
	for _, article := range []string{" the ", " a ", " "} {
		rest, found := strings.CutPrefix(s, article)
		if !found {
			continue
		}
		for _, name := range bodyNames {
			if after, ok := strings.CutPrefix(rest, name+" "); ok && startsWithAny(after, decidedBy) {
				return !strings.Contains(after, " api") && !strings.Contains(after, " interface")
			}
		}
	}
	return false
}

func startsWithAny(s string, beginnings []string) bool {
	for _, b := range beginnings {
		if strings.HasPrefix(s, b+" ") {
			return true
		}
	}
	return false
}
