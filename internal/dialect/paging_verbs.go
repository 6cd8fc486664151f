package dialect

import "strings"

// readVerbs begin the ids of operations that read; makeVerbs those of operations that make
// something.
var (
	readVerbs = []string{"Check", "Count", "Describe", "Filter", "Find", "Get", "List", "Monitor", "Query", "Read", "Search", "Show", "View"}
	makeVerbs = []string{"Add", "Apply", "Batch Add", "Batch Create", "Batch Import", "Clone", "Copy", "Create", "Generate", "Import",
		"Insert", "Issue", "Make", "Publish", "Purchase", "Register", "Send", "Submit", "Upload"}
)

// Reads reports whether an operation reads, going by its id: ListBoxes.
func Reads(id string) bool { return beginsWith(id, readVerbs) }

// Makes reports whether an operation makes something, going by its id: CreateBox. It does not
// apply to ids that begin with another word, which mostly change things.
func Makes(id string) bool { return beginsWith(id, makeVerbs) }

// beginsWith reports whether an id begins with the whole words of one of the verbs.
func beginsWith(id string, verbs []string) bool {
	for _, v := range verbs {
		rest, ok := strings.CutPrefix(id, strings.ReplaceAll(v, " ", ""))
		if ok && (rest == "" || rest[0] < 'a' || rest[0] > 'z') {
			return true
		}
	}
	return false
}

// NamesOne reports whether a parameter at the end of a path picks one of what the word before
// it names: stack_id after stacks, group_name after resource-groups, and a bare id after
// anything. It does not apply to box_id after lids, which are the lids of a box.
func NamesOne(word, param string) bool {
	p := nameKey(param)
	for _, end := range []string{"uuid", "id", "name", "key"} {
		if s, ok := strings.CutSuffix(p, end); ok {
			p = s
			break
		}
	}
	if p == "" {
		return true
	}
	for _, n := range nouns(word) {
		if strings.HasSuffix(n, p) {
			return true
		}
	}
	return false
}

// pageValues are members beside a list that tell of the page or of the call.
var pageValues = words("errorcode", "errormsg", "errormessage", "hasmore", "href", "istruncated", "more", "requestid", "truncated", "version")

// IsPageValue reports whether a member beside a list tells of the page or of the call.
func IsPageValue(member string) bool { return pageValues[nameKey(member)] || IsNextMarker(member) }

// Counts reports whether a member has the name of a count: total, box_count, total_pages.
func Counts(member string) bool {
	name := nameKey(member)
	for _, w := range []string{"count", "num", "number", "pages", "record", "records", "size", "total"} {
		if strings.HasSuffix(name, w) {
			return true
		}
	}
	return strings.HasPrefix(name, "total")
}

// elsewhen say of a value with the name of a start that it is not a number of items.
var elsewhen = []string{"date", "id", "ids", "milliseconds", "moment", "name", "start time", "time", "timestamp", "utc", "uuid"}

// pagingWords are in descriptions of parameters that go on with a list.
var pagingWords = []string{"page", "pages", "query", "record", "records", "result", "results", "returned", "list", "marker", "token", "last", "next"}

// GoesOn reports whether a parameter that may be called from where a list goes on is one: "from" is as often where
// something comes from, so its description must tell of pages or of what is returned.
func GoesOn(name, text string) bool { return nameKey(name) != "from" || holdsAny(text, pagingWords) }

// TellsPoint reports whether a description says that its value is a timestamp, an id or a
// name, and so not the number of an item.
func TellsPoint(text string) bool { return holdsAny(text, elsewhen) }
