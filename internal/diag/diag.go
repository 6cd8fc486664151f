// Package diag holds findings: what the tool noticed about a page that its author, or
// we, should know. The sorted list of findings is a product, next to the spec.
//
// A finding names a rule of the catalogue, the place in the page and every other place
// that is evidence of it. Two families never mix: "docs/…" means the page is wrong or
// unclear and goes to its author; "tool/…" means the page may be right and we cannot
// read it yet. Messages are one sentence in words that a docs author knows, name the
// smallest span, blame nobody, and come once per cause.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/source"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// Level is how much a finding matters.
type Level string

// The levels, from the worst on.
const (
	Error   Level = "error"   // the spec is wrong or incomplete because of this
	Warning Level = "warning" // the spec is usable, the page misleads its readers
	Note    Level = "note"    // worth knowing, nothing is lost
)

// Related is another place that is evidence of a finding.
type Related struct {
	Page    string     `json:"page"`
	Pos     source.Pos `json:"pos"`
	Message string     `json:"message"`
}

// Finding is one thing noticed in one place.
type Finding struct {
	Rule    string     `json:"rule"` // the ID of a Rule of the catalogue
	Level   Level      `json:"level"`
	Page    string     `json:"page"`
	Pos     source.Pos `json:"pos"`
	Message string     `json:"message"`
	Related []Related  `json:"related,omitempty"`
}

// String gives "path:line:col: message [rule]".
func (f Finding) String() string {
	return fmt.Sprintf("%s:%d:%d: %s [%s]", terminal.Printable(f.Page), f.Pos.Line, f.Pos.Col, terminal.Printable(f.Message), f.Rule)
}

// Family is the part of a rule's ID before the slash: "docs" or "tool".
func Family(rule string) string {
	family, _, _ := strings.Cut(rule, "/")
	return family
}

// List collects findings. The zero List is ready for use; it is not safe for use by
// several goroutines: give each its own and Merge them.
type List struct {
	found []Finding
}

// Add records a finding of the rule with that ID. It panics on an ID that the catalogue
// lacks, which is a mistake of ours and never of a page. Text of a page inside message
// should come through Quote.
func (l *List) Add(rule, page string, pos source.Pos, message string, related ...Related) Entry {
	r, ok := Lookup(rule)
	if !ok {
		panic("diag: no rule " + rule)
	}
	l.found = append(l.found, Finding{
		Rule: rule, Level: r.Level, Page: page, Pos: pos, Message: message, Related: related,
	})
	return Entry{l, len(l.found) - 1}
}

// Entry is a finding that was recorded, for what belongs to it. It is of use until its list is
// merged into another.
type Entry struct {
	list *List
	i    int
}

// Related adds a place that is evidence of the finding.
func (e Entry) Related(r Related) Entry {
	f := &e.list.found[e.i]
	f.Related = append(f.Related, r)
	return e
}

// Addf is Add with a formatted message.
func (l *List) Addf(rule, page string, pos source.Pos, format string, args ...any) Entry {
	return l.Add(rule, page, pos, fmt.Sprintf(format, args...))
}

// Merge adds all findings of m to l.
func (l *List) Merge(m *List) { l.found = append(l.found, m.found...) }

// Len is the number of findings recorded so far, duplicates included.
func (l *List) Len() int { return len(l.found) }

// Sorted gives the findings by page, place, rule and message, each once.
func (l *List) Sorted() []Finding {
	out := slices.Clone(l.found)
	slices.SortStableFunc(out, compare)
	return slices.CompactFunc(out, func(a, b Finding) bool { return compare(a, b) == 0 })
}

func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Page, b.Page),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Col, b.Pos.Col),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message),
	)
}

// maxQuote and maxWords bound the text of a page inside a message, in code points and in
// words: enough to recognise it, too little to drown the sentence or a terminal.
const (
	maxQuote = 60
	maxWords = 6
)

// Counted is a number of things, with a word for one of them: "1 row", "2 rows".
func Counted[N int | uint64 | string](n N, word string) string {
	text := fmt.Sprint(n)
	if text != "1" {
		word += "s"
	}
	return text + " " + word
}

// Quote prepares text of a page for use in a message: clipped, in double quotes, or in
// single ones where it has double quotes itself.
func Quote(s string) string {
	s = Clip(s)
	if strings.Contains(s, `"`) && !strings.Contains(s, "'") {
		return "'" + s + "'"
	}
	return `"` + s + `"`
}

// Clip gives the beginning of a text of a page, on one line and without control
// characters: at most 60 code points and six words.
func Clip(s string) string {
	fields := strings.Fields(s)
	if len(fields) > maxWords {
		fields = append(fields[:maxWords:maxWords], "…")
	}
	runes := []rune(strings.Join(fields, " "))
	if len(runes) > maxQuote {
		runes = append(runes[:maxQuote-1], '…')
	}
	return terminal.Printable(string(runes))
}
