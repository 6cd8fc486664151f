// Package change says what changed between two states of one API: two documents, what
// their pages told, and the findings of both. Documents in, a report out; it opens no
// files.
//
// The passes are: pair the operations of both sides (match.go) · bring both into a plain form
// in which one fact is written one way (plain.go) · have oasdiff compare and judge that form
// (judge.go), correct its verdicts where our documents need another (levels.go), and make one
// line of the verdicts on one fact (facts.go) · add what oasdiff does not see: operations that
// came, went, moved or were renamed (operations.go), how requests are sent (requests.go), keys that it does
// not know (own.go), error codes
// (errorcodes.go), examples that fit no longer (examples.go), findings (findings.go), descriptions (walk.go).
package change

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

// Level says what a change can do to a program that was right before.
type Level int

// The levels.
const (
	// Compatible: nothing that was right becomes wrong.
	Compatible Level = iota
	// Warning: whether a program breaks depends on how it was written, as one that knows no
	// other values of a status.
	Warning
	// Breaking: a request that was right can be refused or mean something else, or a response
	// can come that was not described before.
	Breaking
)

var levels = []string{"compatible", "warning", "breaking"}

func (l Level) String() string { return levels[l] }

// MarshalText writes a level by its name.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// ParseLevel is the level of a name.
func ParseLevel(name string) (Level, error) {
	i := slices.Index(levels, name)
	if i < 0 {
		return 0, fmt.Errorf("%q is not a level: compatible, warning and breaking are", name)
	}
	return Level(i), nil
}

// Audience is whom a change is for.
type Audience string

// The audiences.
const (
	Callers Audience = "callers"     // who send requests
	Readers Audience = "readers"     // who read responses
	GoUsers Audience = "Go programs" // that use the generated package
)

// Place is a line of the documentation. Line is 0 where only the page is known.
type Place struct {
	Page string `json:"page"`
	Line int    `json:"line,omitempty"`
}

func (p Place) String() string {
	if p.Line == 0 {
		return p.Page
	}
	return fmt.Sprintf("%s:%d", p.Page, p.Line)
}

// Effect is what a change does to one audience.
type Effect struct {
	For   Audience `json:"for"`
	Level Level    `json:"level"`
	// Rule is the kind of the change: a rule of oasdiff, or one of ours.
	Rule string `json:"rule"`
	// Operations are the ids of the operations that it reaches, of the new side where there
	// are any, in order.
	Operations []string `json:"operations"`
}

// Change is one fact that is different.
type Change struct {
	Level   Level    `json:"level"`
	Subject string   `json:"subject"` // what changed: "ListVaults", "Vault.name", "ListVaults query limit"
	Text    string   `json:"text"`    // how: "maxLength 64 → 32"
	Effects []Effect `json:"effects"`
	Old     *Place   `json:"old,omitempty"`
	New     *Place   `json:"new,omitempty"`
	// Allowed is the reason why a breaking change was accepted, "" where nobody did.
	Allowed string `json:"allowed,omitempty"`
}

// Rules are the rules of a change's effects, each once, the worst first.
func (c *Change) Rules() []string {
	var out []string
	for _, e := range c.Effects {
		if !slices.Contains(out, e.Rule) {
			out = append(out, e.Rule)
		}
	}
	return out
}

// Report is what changed in one set. All lists are sorted; texts of documents in it have no
// control characters.
type Report struct {
	Set string `json:"set"`
	// Moved are operations whose name calls another endpoint now, the worst that can happen:
	// programs compile, and call something else.
	Moved []Change `json:"moved"`
	// Changes are all others, the worst first.
	Changes []Change `json:"changes"`
	// Examples are examples of the old side that fit the new side no longer.
	Examples []Example `json:"examples"`
	// Came and Went are findings that only one side has; nil where a side's are not known.
	Came []diag.Finding `json:"findingsCame,omitempty"`
	Went []diag.Finding `json:"findingsWent,omitempty"`
	// Prose counts descriptions, titles and summaries that differ.
	Prose int `json:"prose"`
	// History are the entries of the set's own change history that are new.
	History []Entry `json:"history,omitempty"`
	// Go is what changed for callers of the generated package, the worst first; nil where nobody
	// asked.
	Go []Change `json:"go,omitempty"`
}

// Entry is an entry of the change history that a set keeps of itself.
type Entry struct {
	Date string `json:"date"` // as the page writes it
	Text string `json:"text"`
	At   Place  `json:"at"`
}

// The rules about generated packages.
const (
	ruleGoIncompatible = "go-incompatible"
	ruleGoCompatible   = "go-compatible"
)

// OfGo is a change of a generated package: what of it, as "Vault.Name", and how.
func OfGo(subject, text string, breaks bool) Change {
	level, rule := Compatible, ruleGoCompatible
	if breaks {
		level, rule = Breaking, ruleGoIncompatible
	}
	return Change{
		Level: level, Subject: document.OneLine(subject), Text: document.OneLine(text),
		Effects: []Effect{{For: GoUsers, Level: level, Rule: rule, Operations: []string{}}},
	}
}

// Side is one state of a set.
type Side struct {
	Document *document.Document
	Text     []byte // of the document, for what is generated of it; Compare does not look at it
	// Sources are the places of facts by JSON pointer, see ReadSources; nil where not known:
	// then only pages are told.
	Sources Sources
	// Findings are those of its pages; FindingsKnown says that there are no others.
	Findings      []diag.Finding
	FindingsKnown bool
	History       []Entry
}

// Sources are the places of the facts of a document by JSON pointer.
type Sources map[string][]Place

// ReadSources reads what convert --sources writes.
func ReadSources(text []byte) (Sources, error) {
	var out Sources
	if err := json.Unmarshal(text, &out); err != nil {
		return nil, fmt.Errorf("not a file of convert --sources: %s", document.OneLine(err.Error()))
	}
	return out, nil
}

// Empty reports whether nothing differs that is told.
func (r *Report) Empty() bool {
	return len(r.Moved)+len(r.Changes)+len(r.Examples)+len(r.Came)+len(r.Went)+r.Prose+len(r.History)+len(r.Go) == 0
}

// Count is the number of changes of a level, of moved operations too.
func (r *Report) Count(l Level) int {
	n := 0
	for _, c := range slices.Concat(r.Moved, r.Changes) {
		if c.Level == l {
			n++
		}
	}
	return n
}

// Compare says what changed. The error says what in a document cannot be used.
func Compare(name string, old, new *Side) (*Report, error) {
	was, err := operations(old)
	if err != nil {
		return nil, fmt.Errorf("the old document: %w", err)
	}
	is, err := operations(new)
	if err != nil {
		return nil, fmt.Errorf("the new document: %w", err)
	}
	m := match(was, is)
	numbers := &elements{}
	a, b := newForm(old, numbers), newForm(new, numbers)
	forms := plainForms(m.pairs, a, b)
	w := &walk{numbers: numbers, partners: map[int]int{}, seen: map[visit]bool{}, index: map[string]int{}, enums: enums{}}
	w.pairs(m.pairs, forms)
	verdicts, err := judge(forms)
	if err != nil {
		return nil, err
	}
	r := &Report{Set: name, Prose: w.prose}
	r.Moved, r.Changes = m.changes(a, b)
	r.Changes = append(r.Changes, requests(m.pairs, a, b)...)
	r.Changes = append(r.Changes, facts(verdicts, m.pairs, w)...)
	r.Changes = append(r.Changes, w.own...)
	r.Changes = append(r.Changes, errorCodes(old, new)...)
	r.Examples = unfit(m.pairs)
	if old.FindingsKnown && new.FindingsKnown {
		r.Came, r.Went = findings(old.Findings, new.Findings)
	}
	r.History = entries(old.History, new.History)
	sortChanges(r.Moved)
	sortChanges(r.Changes)
	return r, nil
}

// operations are those of a side. The page of each is evidence of which is which: what the
// document does not say of it, its sources do.
func operations(s *Side) ([]*document.Operation, error) {
	all, err := s.Document.Operations()
	for _, op := range all {
		if places := s.Sources[op.Pointer]; op.Source == "" && len(places) > 0 {
			op.Source = places[0].Page
		}
	}
	return all, err
}

// sortChanges sorts by level, the worst first, then by what changed.
func sortChanges(all []Change) {
	slices.SortStableFunc(all, func(x, y Change) int {
		return cmp.Or(cmp.Compare(y.Level, x.Level), strings.Compare(x.Subject, y.Subject), strings.Compare(x.Text, y.Text),
			comparePlaces(x.Old, y.Old), comparePlaces(x.New, y.New))
	})
}

func comparePlaces(x, y *Place) int {
	switch {
	case x == nil && y == nil:
		return 0
	case x == nil:
		return -1
	case y == nil:
		return 1
	}
	return cmp.Or(strings.Compare(x.Page, y.Page), cmp.Compare(x.Line, y.Line))
}
