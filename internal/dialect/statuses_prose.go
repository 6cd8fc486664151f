package dialect

import (
	"net/http"
	"slices"
	"strings"
)

// statusesAmong are the statuses that a sentence names in other words: "Returns status code 204 if the box is gone",
// "A 204 status code means", "Upon success, the server responds with 204." The subject must be the call itself, or
// there is none. It does not apply to a sentence that says what the status is not, nor to one about an example, about
// what another program sends or earlier versions sent, nor to a number that is not a status of HTTP.
func statusesAmong(s string) []int {
	if !strings.ContainsAny(s, "2345") {
		return nil // as nearly all lines: each code begins with one of these
	}
	var codes []int
	foreign := false // what a sentence is about, the next one may be, too: "The system calls the URL. It responds with 204."
	for _, sentence := range strings.Split(s, ". ") {
		var found []int
		found, foreign = statusesOfSentence(sentence, foreign)
		codes = append(codes, found...)
	}
	return codes
}

// statusesOfSentence are the statuses of a sentence, and whether it or one before it is about something else.
func statusesOfSentence(s string, foreign bool) (codes []int, still bool) {
	s = statusSigns.Replace(strings.TrimRight(s, ". "))
	all := strings.FieldsFunc(strings.ToLower(s), isBetweenWords)
	for i, w := range all {
		if noStatusWords[w] || w == "not" && !notNames[wordAt(all, i+1)] {
			return nil, foreign
		}
	}
	foreign = foreign || slices.ContainsFunc(all, func(w string) bool { return elsewhereWords[w] })
	for _, clause := range strings.FieldsFunc(s, func(r rune) bool { return r != ' ' && isBetweenWords(r) }) {
		codes = append(codes, statusesOfClause(strings.Fields(clause), foreign)...)
	}
	return codes, foreign
}

// statusSigns are what stands between a word for a status and the status.
var statusSigns = strings.NewReplacer("code:", "code", "code :", "code", "status:", "status", "=", " ")

func isBetweenWords(r rune) bool { return strings.ContainsRune(" ,;:()", r) }

// statusesOfClause are the statuses of a clause. With foreign, its sentence is about something else, too, so that
// the clause itself must say whose status it is.
func statusesOfClause(words []string, foreign bool) []int {
	lower := strings.Fields(strings.ToLower(strings.Join(words, " ")))
	if slices.ContainsFunc(lower, func(w string) bool { return elsewhereWords[w] }) {
		return nil
	}
	var codes []int
	for i, w := range words {
		code, rest := statusAt(w)
		if code < 200 || rest != "" || http.StatusText(code) == "" {
			continue
		}
		before, after := lower[:i], words[i+1:]
		isStatus := startsAsStatus(after, code) || len(after) == 0 && (endsInResponds(before) || endsInReturnsOne(before))
		if endsInStatus(before) {
			isStatus = endsStatus(after, code) // not "the status code 204 is recorded in the log"
		}
		if !isStatus {
			continue
		}
		if ofCall, said := isOfCall(before); ofCall && (said || !foreign) {
			codes = append(codes, code)
		}
	}
	return codes
}

// isOfCall reports whether what stands before a status in its clause can be about the response of the call, and
// whether it says so: "the API returns".
func isOfCall(before []string) (ofCall, said bool) {
	received := slices.Contains(before, "you") // "it is accepted if you receive 202"
	for len(before) > 0 && statusNouns[before[len(before)-1]] {
		before = before[:len(before)-1]
	}
	switch n := len(before); {
	case wordAt(before, n-1) == "when":
		return true, false // "when the status code is 204, it is gone"
	case wordAt(before, n-1) == "if":
		return received, false // "if the status code is 204, none is there": there are others, too
	}
	for _, w := range before {
		if !callWords[w] && !isStatusName(w) {
			return false, false
		}
		said = said || callSubjects[w]
	}
	return true, said
}

// isStatusName reports whether a word is a status or a part of the name of one, as those before a second status are.
func isStatusName(w string) bool {
	code, rest := statusAt(w)
	return code != 0 && rest == "" || statusNameWords[w]
}

var (
	// statusNouns stand between what is said of a status and its number.
	statusNouns = words("a", "an", "the", "http", "status", "code", "codes", "is", "of", "response", "return", "returned", "you", "receive", "get")
	// callSubjects are what a response comes from.
	callSubjects = words("api", "server", "service", "system", "request", "operation", "call", "response")
	// callWords are all that may stand before a status of the call's own.
	callWords = words("api", "server", "service", "system", "request", "operation", "call", "response", "it", "the", "this", "a", "an", "returns", "return", "returned",
		"responds", "respond", "with", "sends", "gives", "has", "have", "will", "is", "upon", "on", "success", "successful", "then", "and", "or", "either", "empty", "body", "no",
		"http", "status", "code", "codes", "of", "there", "otherwise", "-", "–")
	statusNameWords = words("ok", "created", "accepted", "content", "found", "not", "bad", "conflict", "gone", "forbidden", "unauthorized")
)

// noStatusWords are in sentences whose status no response has.
var noStatusWords = words("other", "except", "unless", "example", "e.g.", "than")

// elsewhereWords are in sentences about a status of another program, time or place.
var elsewhereWords = words("backend", "backends", "callback", "callbacks", "webhook", "webhooks", "health", "probe", "target", "upstream", "origin", "url", "address", "calls", "endpoint", "its", "their",
	"must", "expects", "expected", "expect", "should", "earlier", "previously", "formerly", "used", "version", "versions", "was", "were", "member", "field", "parameter", "attribute", "value", "column")

// notNames are what follows "not" in names of statuses: "404 Not Found".
var notNames = words("found", "modified", "acceptable", "implemented", "extended")

// endsStatus reports whether what follows "the status code 204" leaves it the status of the response: its name, or when
// it comes. It does not apply to "the status code 204 is recorded in the log".
func endsStatus(after []string, code int) bool {
	if len(after) == 0 || startsAsStatus(after, code) {
		return true
	}
	first := strings.ToLower(after[0])
	if first == "is" || first == "are" || first == "will" {
		return slices.ContainsFunc(after[1:min(len(after), 4)], func(w string) bool { return givenWords[strings.ToLower(w)] })
	}
	return afterStatus[first] || isStatusName(first)
}

// statusHeads are what a code is of, which may be another one: "when the code is 201" is about a member.
var statusHeads = words("status", "http", "response", "success")

var (
	givenWords  = words("returned", "sent", "received", "displayed", "reported", "issued", "given")
	afterStatus = words("when", "if", "with", "without", "and", "or", "indicates", "means", "indicating", "upon", "on", "in", "for", "to", "after", "response", "as", "–", "-")
)

// endsInStatus reports whether words end in one for a status: "status code", "code is".
func endsInStatus(words []string) bool {
	for n := len(words); n > 0; n-- {
		switch words[n-1] {
		case "is", "of", "the", "response":
			continue
		case "code":
			return n > 1 && (statusHeads[words[n-2]] || strings.HasPrefix(words[n-2], "return"))
		case "status":
			return n > 1 && (words[n-2] == "http" || words[n-2] == "with" || strings.HasPrefix(words[n-2], "return"))
		}
		return false
	}
	return false
}

// endsInResponds reports whether words end in "responds with".
func endsInResponds(words []string) bool {
	n := len(words)
	return n > 1 && words[n-1] == "with" && strings.HasPrefix(words[n-2], "respond")
}

// endsInReturnsOne reports whether words end in "returns a": what comes back is one with that number.
func endsInReturnsOne(words []string) bool {
	n := len(words)
	return wordAt(words, n-1) == "a" && (wordAt(words, n-2) == "returns" || wordAt(words, n-2) == "return")
}

// startsAsStatus reports whether words begin with the name of a status, or with "status code". Names have capitals:
// "302 found lids" names none.
func startsAsStatus(words []string, code int) bool {
	if wordAt(words, 0) == "status" && wordAt(words, 1) == "code" {
		return true
	}
	name := strings.Fields(http.StatusText(code))
	return len(words) >= len(name) && slices.Equal(words[:len(name)], name)
}
