package dialect

import "strings"

// What titles say of operations that a caller should no longer use.

// outdatedMarks stand in brackets after the title of a page or folder, alone or beside
// other words: "Creating a Disk (Deprecated)", "Job APIs (V1, Not Recommended)".
var outdatedMarks = words("deprecated", "to be deprecated", "deprecated soon",
	"discarded", "to be discarded", "abandoned", "to be abandoned", "obsolete", "outdated",
	"out-of-date", "out of date", "historical", "old version", "old",
	"offline", "taken offline", "to be taken offline", "to be brought offline", "unavailable soon",
	"to be removed", "removed", "not recommended", "unrecommended", "no longer recommended", "no longer supported")

// wideMarks makes the marks of Chinese text those of English.
var wideMarks = strings.NewReplacer("（", "(", "）", ")", "，", ",")

// apiNouns end such a title.
var apiNouns = words("", "api", "apis", "interface", "interfaces", "operation", "operations")

// NamesAPIs reports whether a word of a title says that it is about APIs: "Errors of v1 APIs".
func NamesAPIs(title string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(title)) {
		if word = strings.Trim(word, "(),.:"); word != "" && apiNouns[word] {
			return true
		}
	}
	return false
}

// Outdated reports whether the title of a page or folder says that what it describes should
// no longer be used. folders are what the title of a folder of outdated APIs begins with, in
// lower case: "out-of-date" of "Out-of-Date APIs". It does not apply where such a word is part of what the title is about:
// "Deleting Deprecated Images", "Taking an API Version Offline", "Querying Historical
// Versions", "Change History", and for marks that it does not know.
func Outdated(title string, folders []string) bool {
	title = wideMarks.Replace(title)
	title = strings.ToLower(strings.Join(strings.Fields(title), " "))
	if before, ok := strings.CutSuffix(title, ")"); ok {
		if i := strings.LastIndexByte(before, '('); i >= 0 {
			for mark := range strings.SplitSeq(before[i+1:], ",") {
				if outdatedMarks[strings.TrimSpace(mark)] {
					return true
				}
			}
			return false
		}
	}
	for _, word := range folders {
		if rest, ok := strings.CutPrefix(title, word); ok && apiNouns[strings.TrimPrefix(rest, " ")] {
			return true
		}
	}
	return false
}
