package naming

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// OfPath names an operation by what its path speaks of, for a title that another page has, too:
// Show and "/v2/{project}/volumes/{id}" give ShowVolume. parents is how many of the names before
// that it has. It is "" where the path does not have so many. isVersion tells the segments that are
// versions.
func (n Name) OfPath(path string, parents int, isVersion func(string) bool) string {
	var nouns []string
	atEnd, details := false, false
	for s := range strings.SplitSeq(strings.Trim(path, "/"), "/") {
		switch {
		case strings.HasPrefix(s, "{"):
			atEnd = false
			if k := len(nouns) - 1; k >= 0 {
				nouns[k] = singularName(nouns[k])
			}
		case isVersion(s):
			nouns = nil
		case isPathVerb(s) && len(nouns) > 0:
			details = atEnd && isDetail(s)
		case Pascal(s) != "":
			nouns = append(nouns, Pascal(s))
			atEnd = true
		}
	}
	if len(nouns) <= parents {
		return ""
	}
	nouns = nouns[len(nouns)-1-parents:]
	if !n.Many || details {
		nouns[parents] = singularName(nouns[parents])
	}
	if details {
		nouns[parents] += "Details"
	}
	return limit(n.verbOf(path) + strings.Join(nouns, ""))
}

// ByVerb is the name with the one of several verbs that the path ends in, "" where it has none of them: StopLid for
// "Starting or Stopping a Lid" and /lids/{id}/stop.
func (n Name) ByVerb(path string) string {
	last := path[strings.LastIndexByte(path, '/')+1:]
	if len(n.verbs) < 2 || last == "" || last[0] == '{' {
		return ""
	}
	for _, v := range n.verbs {
		if strings.EqualFold(v, Pascal(last)) {
			return limit(v + n.Noun)
		}
	}
	return ""
}

// Whole names an operation by all words of its path.
func (n Name) Whole(path string, isVersion func(string) bool) string {
	words := PathWords(path, isVersion)
	if k := len(words) - 1; k >= 0 && strings.HasSuffix(path, "}") {
		words[k] = singularName(words[k])
	}
	return n.verbOf(path) + strings.Join(words, "")
}

// verbOf is the verb for a name made of the path: what ends in a parameter is one thing, although
// its title may speak of several.
func (n Name) verbOf(path string) string {
	if n.Verb == "List" && strings.HasSuffix(path, "}") {
		return "Show"
	}
	return n.Verb
}

// isPathVerb reports whether a segment says what is done, or how it is asked.
func isPathVerb(s string) bool {
	lower := strings.ToLower(s)
	return dialect.PathVerbs[lower] || strings.HasPrefix(lower, "batch-")
}

// PathPrefix is what stands in a path before its version, as a name, unless it says that it is a
// path of an API: Mysql of "/mysql/v3/{project}/instances".
func PathPrefix(path string, isVersion func(string) bool) string {
	out := ""
	for s := range strings.SplitSeq(strings.Trim(path, "/"), "/") {
		if isVersion(s) {
			return out
		}
		if !strings.HasPrefix(s, "{") && !dialect.PathPrefixFillers[strings.ToLower(s)] {
			out += Pascal(s)
		}
	}
	return ""
}

// Singular is the name of one thing of which a name says several: "Volumes" gives Volume.
func Singular(name string) string { return singularName(name) }

func singularName(name string) string {
	if list, ok := strings.CutSuffix(name, "List"); ok && len(list) > 1 {
		return list
	}
	return singular(name)
}

// PathWords are the words of a path that are neither parameters nor versions, as a name.
func PathWords(path string, isVersion func(string) bool) []string {
	var out []string
	for s := range strings.SplitSeq(path, "/") {
		if w := Pascal(s); w != "" && !strings.HasPrefix(s, "{") && !isVersion(s) {
			out = append(out, w)
		}
	}
	return out
}

// Collection are the words of a path that say what it speaks of: neither parameters nor versions, nor what is done.
// "/v2/{project}/volumes/{id}/action" gives Volumes.
func Collection(path string, isVersion func(string) bool) []string {
	var out []string
	for s := range strings.SplitSeq(path, "/") {
		if w := Pascal(s); w != "" && !strings.HasPrefix(s, "{") && !isVersion(s) && !isPathVerb(s) {
			out = append(out, w)
		}
	}
	return out
}

// FolderWords is what the title of a folder tells that a name does not have: "OpenStackNova" of
// "Disk Management (OpenStack Nova APIs)" and ListDisks.
func FolderWords(folder, name string) string {
	lower := strings.ToLower(name)
	words := strings.FieldsFunc(folder, func(r rune) bool { return !isASCIIWord(r) })
	words = slices.DeleteFunc(words, func(w string) bool {
		own := strings.ToLower(singular(w))
		_, join := joinOf(w)
		return join || isFiller(w) || isLink(w) || dialect.FolderFillers[strings.ToLower(w)] || strings.Contains(lower, own)
	})
	for i, w := range words {
		words[i] = pascal(w)
	}
	return strings.Join(words, "")
}
