package gogen

import (
	"slices"
	"strings"
	"unicode"
)

// The words by which this package recognizes what OpenAPI has no key for. They are names of
// members and parameters, so they are compared without case, hyphens and underscores.

// scopeWords are path parameters that say on whose behalf a call is made. They come from
// the credentials, so no caller has to pass them.
var scopeWords = map[string]string{
	"projectid": "ProjectID", "tenantid": "ProjectID",
	"domainid": "DomainID",
}

// stateWords are members that hold the state of a resource, the likelier first.
var stateWords = []string{"status", "state", "phase"}

// reasonWords are members that say why a resource has failed.
var reasonWords = []string{
	"failreason", "failedreason", "failurereason", "errorreason", "errormessage", "errormsg", "reason", "statusreason", "fault", "message",
}

// failureWords are parts of the names of states that a resource does not leave by itself.
var failureWords = []string{"error", "fail", "failed", "failure", "abnormal", "killed", "crashed", "aborted", "rejected", "invalid"}

// goneWords are names of states of a resource that is no more.
var goneWords = []string{"deleted", "gone", "released", "removed", "terminated"}

// readVerbs begin the names of operations that read one resource; a waiter is named
// after the rest.
var readVerbs = []string{"Show", "Get", "Query", "Read", "Describe", "Retrieve", "View", "Fetch", "Check"}

// folded is a name as it is compared with a list of words.
func folded(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || r == ' ' || r == '.' {
			return -1
		}
		return r
	}, name))
}

// parts splits a state into its words: "ERROR_DELETING", "errorDeleting", "error-deleting".
func parts(state string) []string {
	var b strings.Builder
	var before rune
	for _, r := range state {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			r = ' '
		case unicode.IsUpper(r) && unicode.IsLower(before):
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		before = r
	}
	return strings.Fields(strings.ToLower(b.String()))
}

// isFailure reports whether a state is one that waiting does not get a resource out of.
func isFailure(state string) bool {
	return slices.ContainsFunc(parts(state), func(word string) bool { return slices.Contains(failureWords, word) })
}

// isGone reports whether a state says that a resource is no more.
func isGone(state string) bool {
	p := parts(state)
	return len(p) == 1 && slices.Contains(goneWords, p[0])
}

// scopeOf says which part of the caller's scope a path parameter is, or nothing. Only
// right behind the version it names the caller, as in /v3/{project_id}/vaults. In
// /v3/projects/{project_id} it is the thing itself that the caller asks for.
func scopeOf(name, before string) string {
	segments := strings.Split(strings.Trim(before, "/"), "/")
	if last := segments[len(segments)-1]; !isVersion(last) {
		return ""
	}
	return scopeWords[folded(name)]
}

// isVersion reports whether a segment of a path is like v3, V1.0 or v2.1.
func isVersion(segment string) bool {
	if len(segment) < 2 || segment[0] != 'v' && segment[0] != 'V' {
		return false
	}
	return strings.Trim(segment[1:], "0123456789.") == "" && segment[1] != '.'
}
