package dialect

import (
	"slices"
	"strings"
)

// Tables of XML elements list all elements of a body one below the other. Their
// descriptions say in lines of their own what the other tables have columns or further
// tables for:
//
//	Type: string
//	Parent: Rule
//	Child: Days, StorageClass

// NoParent is the parent that the description of a root element names.
const NoParent = "none"

// TypeLine gives the type word that a description names in a line of its own, or "".
func TypeLine(text string) string {
	word, _, _ := strings.Cut(elementLine(text, "type"), ",")
	return strings.TrimRight(strings.TrimSpace(word), ". ")
}

// ElementParents gives the elements that a description names as the parents of its own.
// A path ("Result.Contents.Owner") stays one.
func ElementParents(text string) []string { return ElementNames(elementLine(text, "parent")) }

// ElementChildren gives the elements that a description names as those inside its own.
func ElementChildren(text string) []string {
	names := ElementNames(elementLine(text, "child"))
	return slices.DeleteFunc(names, func(n string) bool { return n == NoParent })
}

// elementLine gives what stands after a label at the start of a line: a note's word before
// a colon. It does not apply to a sentence that holds the label's word.
func elementLine(text, label string) string {
	for line := range strings.Lines(text) {
		head, rest, ok := strings.Cut(line, ":")
		head = strings.Trim(fold(head), "*` ")
		if ok && (head == label || head == label+" node" || head == label+" element") {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}

// joins are the words between names of a list.
var joins = words("and", "or", "one", "more")

// ElementNames gives the names of a list of elements: "Rule and Filter".
func ElementNames(list string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(list, func(r rune) bool { return r == ' ' || r == ',' || r == ';' || r == '*' || r == '`' }) {
		w = strings.TrimRight(w, ".")
		if w == "" || joins[w] {
			continue
		}
		if strings.EqualFold(w, NoParent) {
			w = NoParent
		}
		out = append(out, w)
	}
	return out
}

// several are what sentences say of an element that a body holds more than one of.
var several = []string{"multiple", "maximum", "at most", "one or more", "at least one"}

// IsRepeated reports whether a description says that a body holds several of an element:
// "A bucket takes a maximum of 100 rules" of Rule and of CORSRule. It does not apply where
// the word for many does not stand right before the element's plural.
func IsRepeated(text, element string) bool {
	last := strings.LastIndexFunc(element, func(r rune) bool { return r >= 'A' && r <= 'Z' })
	noun := strings.ToLower(element[max(0, last):]) + "s"
	for line := range strings.Lines(strings.ToLower(text)) {
		ws := strings.FieldsFunc(line, func(r rune) bool { return r < '0' || r > '9' && r < 'a' || r > 'z' })
		for i, w := range ws {
			if w != noun && w+"s" != noun {
				continue
			}
			before := " " + strings.Join(ws[max(0, i-3):i], " ") + " "
			for _, many := range several {
				if strings.Contains(before, " "+many+" ") && (w == noun || strings.Contains(many, "one")) {
					return true
				}
			}
		}
	}
	return false
}

// Collects reports whether an element is, by its name, there to hold several of another:
// Boxes, TargetBoxes, BoxSet and BoxList of Box.
func Collects(outer, inner string) bool {
	if strings.HasSuffix(outer, inner+"s") {
		return true
	}
	return strings.HasSuffix(outer, "Set") || strings.HasSuffix(outer, "List")
}

// manyRoots start the names of root elements of responses about several things.
var manyRoots = []string{"List", "Delete"}

// HoldsMany reports whether a root element is that of a response about several things.
func HoldsMany(root string) bool {
	return slices.ContainsFunc(manyRoots, func(start string) bool {
		return strings.HasPrefix(root, start) && root != start
	})
}

// people are elements that name one person or account, however many things a list holds.
var people = words("owner", "initiator", "requester")

// IsPerson reports whether an element names one person or account.
func IsPerson(element string) bool { return people[strings.ToLower(element)] }

// ListsElements reports whether the tables of a section list what a body holds.
func ListsElements(title string) bool {
	title = fold(title)
	return strings.Contains(title, "element") || strings.Contains(title, "body")
}
