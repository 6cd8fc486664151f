package dialect

import (
	"slices"
	"strings"
)

// IsAbnormal reports whether a caption, a heading or the line above a table is about the response to a call that
// failed: "Abnormal response", "Example response (request failed)", "If the query fails, an error is returned:".
//
// It does not apply to "Normal response", to a structure that is merely called error, to what is done when a call
// fails ("Lids with the action on failure"), to a value that a response has then ("If the query fails, the list is
// empty"), nor to a line that tells of success, too, or where else the details are.
func IsAbnormal(s string) bool {
	lower := strings.ToLower(s)
	if !slices.ContainsFunc(failureStems, func(stem string) bool { return strings.Contains(lower, stem) }) {
		return false // nearly all lines are of nothing else
	}
	sentences := strings.Split(lower, ". ")
	abnormal := false
	for _, sentence := range sentences {
		w := failureWords(sentence)
		rest := w
		if wordAt(w, 0) == "otherwise" {
			rest = w[1:] // "otherwise" later in a sentence tells of success before it
		}
		switch {
		case slices.ContainsFunc(rest, func(w string) bool { return succeeding[w] }):
			return false
		case slices.ContainsFunc(w, func(w string) bool { return notFailing[w] }):
		case slices.Contains(w, "see") && TablePointer(sentence) == 0:
			return false
		default:
			failed := namesFailedResponse(w) || whenItFails(w) || len(sentences) == 1 && isErrorReturned(w)
			if abnormal && !failed && slices.ContainsFunc(w, func(w string) bool { return responseParts[w] }) {
				return false // what stands last is about the response as such
			}
			abnormal = abnormal || failed
		}
	}
	return abnormal
}

// IsFailureLabel reports whether a line is no more than a word for a failed call, "Error", "On failure:", which as a
// caption may be the name of a structure.
func IsFailureLabel(line string) bool { return failureLabels[singular(fold(line))] }

var failureLabels = words("error", "failure", "failed", "on error", "on failure", "in case of error", "in case of failure", "if it fails", "error case", "unsuccessful",
	"failed call", "failed request", "bad request", "abnormal")

// failureStems are parts of words of which a line about a failed call has at least one.
var failureStems = []string{"fail", "error", "abnormal", "exception", "reject", "succe", "fault"}

// responseParts are words of sentences that lead to a table of the response.
var responseParts = words("response", "fields", "parameters", "table")

var (
	// succeeding are words of lines that tell of a good response, too.
	succeeding = words("succeeds", "succeeded", "successful", "successfully", "normal", "otherwise", "else", "good")
	// notFailing are words of sentences about something else that can fail, or about a field.
	notFailing = words("also", "even", "still", "no", "never", "whether", "number", "count", "rate", "steps")

	// failedResponses name what a failed call gives back. What may follow them is failedParts.
	failedResponses = wordLists("error response", "exception response", "failed response", "failure response", "unsuccessful response", "failed sample", "failed example",
		"error responses", "exception responses", "failed responses", "failure responses", "unsuccessful responses", "failed samples", "failed examples")
	failedParts = words("body", "element", "elements", "parameter", "parameters", "description", "format", "example", "examples", "sample", "message", "messages", "structure", "response",
		"field", "fields", "header", "headers", "for", "is", "are", "in", "to", "when", "if", "has", "contains", "with", "as", "using", "of", "and", "or", "code", "codes", ",", ":", "(", ")")
	// abnormalParts follow "abnormal" where it is about a response.
	abnormalParts = words("response", "responses", "value", "values", "status", "return", "returned", "result", "results", "request", "code", "codes", "example", "message", ",", ":", "(", ")")
	// errorExamples are whole titles, together with titleParts.
	errorExamples = wordLists("error example", "error examples", "example error", "sample error", "failure example", "failure examples", "error case", "error cases", "request failed", "response failed")
	titleParts    = words("the", "a", "an", "of", "request", "response", "code", "message", "body", "output", "result", "json", "example", "sample", ",", ":", "(", ")")
)

// wordLists are the words of each of several phrases.
func wordLists(all ...string) [][]string {
	out := make([][]string, len(all))
	for i, s := range all {
		out[i] = strings.Fields(s)
	}
	return out
}

// clauseMarks set apart what parts clauses, and take out marks of bold and code.
var clauseMarks = strings.NewReplacer(",", " , ", ":", " : ", "(", " ( ", ")", " ) ", "*", "", "`", "")

// failureWords are the words of a sentence, and what parts its clauses: "," ":" "(" ")".
func failureWords(s string) []string {
	return strings.Fields(clauseMarks.Replace(strings.TrimRight(strings.TrimSpace(s), ".: ")))
}

// namesFailedResponse reports whether a sentence names the response to a failed call.
func namesFailedResponse(w []string) bool {
	for i := range w {
		if w[i] == "abnormal" && (len(w) == i+1 || abnormalParts[w[i+1]]) {
			return true
		}
		for _, p := range failedResponses {
			if end := i + len(p); hasWords(w[i:], p) && (end == len(w) || failedParts[w[end]]) {
				return true
			}
		}
	}
	return slices.ContainsFunc(titleSegments(w), func(w []string) bool {
		return slices.ContainsFunc(errorExamples, func(p []string) bool {
			i := slices.IndexFunc(w, func(s string) bool { return s == p[0] })
			return i >= 0 && hasWords(w[i:], p) && areAll(w[:i], titleParts) && areAll(w[i+len(p):], titleParts)
		})
	})
}

// titleSegments are a title, and the parts of it that brackets and colons set apart.
func titleSegments(w []string) [][]string {
	out, from := [][]string{w}, 0
	for i, s := range w {
		if s == ":" || s == "(" || s == ")" {
			out, from = append(out, w[from:i]), i+1
		}
	}
	return append(out, w[from:])
}

func hasWords(w, p []string) bool { return len(w) >= len(p) && slices.Equal(w[:len(p)], p) }

func areAll(w []string, of map[string]bool) bool {
	return !slices.ContainsFunc(w, func(s string) bool { return !of[s] })
}

// whenItFails reports whether a sentence says what comes back when a call fails:
//
//	In case of failure:
//	If the query fails, an error is returned
//	Parameters of the response when the request fails
//
// The condition begins the sentence or ends it.
func whenItFails(w []string) bool {
	if end := failureAt(w); end != 0 {
		end = max(end, slices.Index(w, ",")+1)
		return end == len(w) || tellsErrorBody(w[end:])
	}
	for i := 1; i < len(w) && w[len(w)-2] != "it"; i++ { // "when it fails" is about what the title has named
		if n := failureAt(w[i:]); n == len(w)-i || n != 0 && w[i+n] == ")" && i+n+1 == len(w) {
			head := w[:i]
			if last := head[len(head)-1]; last == "(" || last == "," || last == ":" {
				head = head[:len(head)-1]
			}
			return len(head) > 0 && (tellsErrorBody(head) || endsInResponse(head))
		}
	}
	return false
}

var (
	failureNouns = words("failure", "failures", "error", "errors")
	callNouns    = words("request", "call", "calling", "operation", "query", "creation", "deletion", "modification", "update", "api", "invocation", "response", "it")
	articles     = words("the", "a", "an", "this", "your", "any")
	failing      = wordLists("fails", "failed", "is rejected", "is unsuccessful", "does not succeed")
	occurring    = wordLists("error occurs", "error is encountered", "error happens", "exception occurs")
)

// maxSubject is the number of words that name the call that fails: "the lid creation".
const maxSubject = 4

// failureAt is the number of words at the beginning that say that the call failed, 0 where they do not.
func failureAt(w []string) int {
	skip := func(n int) int {
		if articles[wordAt(w, n)] {
			n++
		}
		return n
	}
	switch {
	case hasWords(w, []string{"in", "case", "of"}), hasWords(w, []string{"in", "the", "case", "of"}), hasWords(w, []string{"in", "the", "event", "of"}):
		n := skip(slices.Index(w, "of") + 1)
		return nounEnd(w, n)
	case wordAt(w, 0) == "on", wordAt(w, 0) == "upon":
		return nounEnd(w, skip(1))
	case wordAt(w, 0) != "if" && wordAt(w, 0) != "when":
		return 0
	}
	n := skip(1)
	for _, p := range occurring {
		if hasWords(w[n:], p) {
			return n + len(p)
		}
	}
	for i := n; i < min(len(w), n+maxSubject); i++ {
		if !callNouns[w[i]] {
			continue
		}
		for _, p := range failing {
			if hasWords(w[i+1:], p) {
				return i + 1 + len(p)
			}
		}
	}
	return 0
}

// nounEnd is n+1 where the word at n is a failure and a clause ends with it.
func nounEnd(w []string, n int) int {
	if failureNouns[wordAt(w, n)] && (n+1 == len(w) || w[n+1] == "," || w[n+1] == ":" || w[n+1] == ")") {
		return n + 1
	}
	return 0
}

var (
	errorWords   = words("error", "errors", "exception", "fault")
	returnWords  = words("returned", "returns", "return", "displayed", "responds", "response", "sent")
	shownWords   = words("returned", "returns", "return", "displayed", "responds", "response", "shown", "error", "message", "body", "information")
	hasVerbs     = words("is", "has", "contains", "includes")
	responseEnds = words("response", "responses", "returned", "example", "examples", "body", "follows", "sample")
)

// ownStates are words of clauses about a member that tells of a failure.
var ownStates = words("empty", "state", "states", "field", "member")

// tellsErrorBody reports whether a clause says that an error, or what follows, comes back.
func tellsErrorBody(w []string) bool {
	in := func(of map[string]bool) bool {
		return slices.ContainsFunc(w, func(s string) bool { return of[s] })
	}
	switch {
	case in(ownStates): // "the response has the state error"
		return false
	case slices.Contains(w, "following") || slices.Contains(w, "below") || slices.Contains(w, "follows"):
		return in(shownWords)
	case hasWords(w, []string{"the", "response"}):
		return slices.ContainsFunc(w[:min(len(w), maxSubject+1)], func(s string) bool { return hasVerbs[s] })
	}
	return in(errorWords) && in(returnWords)
}

// endsInResponse reports whether a title before "when the request fails" names a response.
func endsInResponse(w []string) bool {
	last := w[len(w)-1]
	return responseEnds[last] || last == "parameters" && slices.Contains(w, "response")
}

var errorsReturned = wordLists("error", "error message", "error code", "error information", "error code and error message", "error code and message")

// isErrorReturned reports whether a sentence says only that an error comes back: "The following error is returned".
// It does not apply where it says when, which may not be when the table below it is sent.
func isErrorReturned(w []string) bool {
	if wordAt(w, 0) == "otherwise" {
		w = w[1:]
	}
	for articles[wordAt(w, 0)] || wordAt(w, 0) == "following" || wordAt(w, 0) == "," {
		w = w[1:]
	}
	return slices.ContainsFunc(errorsReturned, func(p []string) bool {
		return hasWords(w, p) && (strings.Join(w[len(p):], " ") == "is returned" || strings.Join(w[len(p):], " ") == "will be returned" || strings.Join(w[len(p):], " ") == "are returned")
	})
}
