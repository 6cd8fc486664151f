package document

import (
	"slices"
	"strings"
	"unicode"
)

// The words by which this package recognizes what OpenAPI has no key for. They are names of
// members and parameters, so they are compared without case, hyphens and underscores.

// Scope is what a path parameter says on whose behalf a call is made.
type Scope string

// The scopes. Callers need not pass them: they come from the credentials.
const (
	ScopeProject Scope = "project"
	ScopeDomain  Scope = "domain"
)

var scopeWords = map[string]Scope{"projectid": ScopeProject, "tenantid": ScopeProject, "domainid": ScopeDomain}

// stateWords are members that hold the state of a resource, the likelier first.
var stateWords = []string{"status", "state", "phase"}

// reasonWords are members that say why a resource has failed.
var reasonWords = []string{
	"failreason", "failedreason", "failurereason", "errorreason", "errormessage", "errormsg", "reason", "statusreason", "fault", "message",
}

// failureWords are parts of the names of states that a resource does not leave by itself.
var failureWords = []string{"error", "fail", "failed", "failure", "abnormal", "killed", "crashed", "aborted", "rejected", "invalid"}

// goneWords are names of states of a resource that no longer exists.
var goneWords = []string{"deleted", "gone", "released", "removed", "terminated"}

// versionWords are what the status of a version of an API is.
var versionWords = []string{"current", "supported", "deprecated", "experimental", "stable", "beta", "obsolete", "unsupported"}

// reverseWords are parameters that turn the order of pages around.
var reverseWords = []string{"pagereverse"}

// positionWords are parameters that say where a page begins.
var positionWords = []string{
	"offset", "marker", "start", "page", "pageno", "pagenum", "pagenumber", "pageindex", "curpage", "currentpage", "cursor", "startmarker",
}

// identityWords are members that identify a resource.
var identityWords = []string{"id", "uuid"}

// DistinctiveWords are members whose value tells one body from another, the likelier first, and JobWords
// those that name the job which a call starts.
var (
	DistinctiveWords = []string{"id", "name", "status", "jobid", "uuid"}
	JobWords         = []string{"jobid"}
)

// ReadVerbs begin the names of operations that read one resource; what follows is its name.
var ReadVerbs = []string{"Show", "Get", "Query", "Read", "Describe", "Retrieve", "View", "Fetch", "Check"}

// NamesJob reports whether the name of a resource is that of a job, which a call starts and which ends by itself.
func NamesJob(resource string) bool {
	return strings.HasSuffix(resource, "Job") || strings.HasSuffix(resource, "JobDetails")
}

// TellsFailure reports whether a member of a body is there when a call failed only: "error_code".
func TellsFailure(member string) bool { return strings.HasPrefix(member, "error") }

// ProseHeads are lines of descriptions that are the head of what follows, ProseNames those of
// them that say nothing: what follows is what the reader looks for. ProseNothing are texts that
// only fill a cell.
var (
	ProseHeads   = []string{"definition", "definitions", "constraints", "constraint", "range", "value range", "default value", "default", "parameter description", "description", "explanation"}
	ProseNames   = []string{"definition", "definitions", "parameter description", "description", "explanation"}
	ProseNothing = []string{"n/a", "na", "none", "-", "--", "/", "null", "nil", "not applicable", "not involved"}
)

// Folded is a name as it is compared with a list of words.
func Folded(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || r == ' ' || r == '.' {
			return -1
		}
		return r
	}, name))
}

// statusWords splits a state into its words: "ERROR_DELETING", "errorDeleting", "error-deleting".
func statusWords(state string) []string {
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
	return slices.ContainsFunc(statusWords(state), func(word string) bool { return slices.Contains(failureWords, word) })
}

// isGone reports whether a state says that a resource no longer exists.
func isGone(state string) bool {
	p := statusWords(state)
	return len(p) == 1 && slices.Contains(goneWords, p[0])
}

// ScopeOf says which scope a path parameter is, "" for none; before is the path up to it. Only
// right after the version it names the caller, as in /v3/{project_id}/vaults. In
// /v3/projects/{project_id} it is the thing itself that the caller asks for.
func ScopeOf(name, before string) Scope {
	segments := strings.Split(strings.Trim(before, "/"), "/")
	if last := segments[len(segments)-1]; !isVersion(last) {
		return ""
	}
	return scopeWords[Folded(name)]
}

// isVersion reports whether a segment of a path is like v3, V1.0 or v2.1.
func isVersion(segment string) bool {
	if len(segment) < 2 || segment[0] != 'v' && segment[0] != 'V' {
		return false
	}
	return strings.Trim(segment[1:], "0123456789.") == "" && segment[1] != '.'
}
