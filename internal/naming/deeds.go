package naming

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// cutDeed takes the noun that says what is done off the end of a title: "Lid Creation" creates a lid. It does not
// apply where the method cannot do that ("Scheduled Deletion" that GET reads), where the path does not name what is
// left ("Slow Query", "Soft Deletion"), where the path speaks of the noun itself, as /deletions does, nor to a query by
// POST whose path has no verb, for that may make one ("SQL Query" and POST /sql).
func cutDeed(words []string, method, path string) (base string, rest []string) {
	n := len(words) - 1
	if n < 1 {
		return "", words
	}
	noun := strings.ToLower(words[n])
	deed := dialect.TitleDeeds[noun]
	if !slices.Contains(deed.Methods, strings.ToUpper(method)) {
		return "", words
	}
	named := words[n-1]
	if n > 1 && dialect.TitleHeads[strings.ToLower(named)] != "" {
		named = words[n-2] // "Lid List Query"
	}
	segments := strings.Split(strings.ToLower(strings.NewReplacer("-", "", "_", "").Replace(path)), "/")
	reads := slices.Contains(deed.Methods, "GET")
	if reads && strings.EqualFold(method, "POST") && !isPathVerb(path[strings.LastIndexByte(path, '/')+1:]) {
		return "", words
	}
	if slices.Contains(segments, plural(noun)) || !slices.ContainsFunc(segments, func(s string) bool {
		return strings.HasSuffix(singular(s), strings.ToLower(singular(named)))
	}) {
		return "", words
	}
	return deed.Verb, words[:n]
}
