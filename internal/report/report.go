// Package report prints what changed between two states of APIs, for a terminal, for a pull
// request and for programs, and knows which breaking changes were accepted. Texts of documents
// and pages come out as text: no control characters, no markup.
package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/change"
)

// Formats are the forms of a report.
var Formats = []string{"text", "markdown", "json"}

// All is a report of several sets.
type All struct {
	Sets []*change.Report
	// Added and Removed are the names of sets that only one side has.
	Added, Removed []string
}

// Breaks reports whether something breaks that nobody allowed.
func (a *All) Breaks() bool {
	if len(a.Removed) > 0 {
		return true
	}
	return slices.ContainsFunc(a.Sets, func(r *change.Report) bool { return len(breaking(r))+len(open(r.Go)) > 0 })
}

// Warns reports whether something can break, or breaks, that nobody allowed.
func (a *All) Warns() bool {
	return a.Breaks() || slices.ContainsFunc(a.Sets, func(r *change.Report) bool { return r.Count(change.Warning) > 0 })
}

// breaking are the changes of an API that break something and are not allowed.
func breaking(r *change.Report) []change.Change { return open(slices.Concat(r.Moved, r.Changes)) }

// open are those of changes that break something and are not allowed.
func open(all []change.Change) []change.Change {
	return slices.DeleteFunc(slices.Clone(all), func(c change.Change) bool { return c.Level != change.Breaking || c.Allowed != "" })
}

// Encode writes a report in a format.
func (a *All) Encode(format string) ([]byte, error) {
	switch format {
	case "text":
		return a.text(), nil
	case "markdown":
		return a.markdown(), nil
	case "json":
		return a.json()
	}
	return nil, fmt.Errorf("there is no format %q: text, markdown and json are the formats", format)
}

func (a *All) json() ([]byte, error) {
	type set struct {
		*change.Report
		Breaking   int `json:"breaking"` // not allowed
		GoBreaking int `json:"goBreaking"`
		Warnings   int `json:"warnings"`
	}
	out := struct {
		Breaks  bool     `json:"breaks"`
		Added   []string `json:"setsAdded"`
		Removed []string `json:"setsRemoved"`
		Sets    []set    `json:"sets"`
	}{a.Breaks(), append([]string{}, a.Added...), append([]string{}, a.Removed...), []set{}}
	for _, r := range a.Sets {
		c := *r
		c.Moved, c.Changes, c.Examples = orEmpty(r.Moved), orEmpty(r.Changes), orEmpty(r.Examples)
		out.Sets = append(out.Sets, set{&c, len(breaking(r)), len(open(r.Go)), r.Count(change.Warning)})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(out)
	return b.Bytes(), err
}

func orEmpty[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}

// section is a part of the report of a set.
type section struct {
	title  string
	lines  []line
	folded bool // of no urgency
}

// line is one line of a section. Its texts are as they came; what prints them cleans them.
type line struct {
	subject, text string
	effects       string // whom it reaches, "" where the title says it
	places        string
	allowed       string
}

// sections are the parts of the report of a set, the worst first.
func sections(r *change.Report) []section {
	var out []section
	add := func(title string, folded bool, lines []line) {
		if len(lines) > 0 {
			out = append(out, section{fmt.Sprintf("%s (%d)", title, len(lines)), lines, folded})
		}
	}
	of := func(all []change.Change, l change.Level, allowed bool) []line {
		var lines []line
		for _, c := range all {
			if c.Level == l && (c.Allowed != "") == allowed {
				lines = append(lines, changeLine(c))
			}
		}
		return lines
	}
	var moved []line
	for _, c := range r.Moved {
		moved = append(moved, changeLine(c))
	}
	add("Names that call another endpoint now", false, moved)
	add("Breaking", false, of(r.Changes, change.Breaking, false))
	add("Breaking for Go programs", false, of(r.Go, change.Breaking, false))
	add("Warnings", false, of(r.Changes, change.Warning, false))
	add("Breaking, and allowed", true, of(slices.Concat(r.Changes, r.Go), change.Breaking, true))
	add("Compatible", true, of(r.Changes, change.Compatible, false))
	add("Compatible for Go programs", true, of(r.Go, change.Compatible, false))
	var examples []line
	for _, e := range r.Examples {
		examples = append(examples, line{subject: e.Operation, text: e.Name + ": " + e.Why})
	}
	add("Documented requests that fit no longer", false, examples)
	add("Findings of the pages that came", true, findingLines(r.Came))
	add("Findings of the pages that went", true, findingLines(r.Went))
	var history []line
	for _, e := range r.History {
		history = append(history, line{subject: e.Date, text: e.Text, places: e.At.String()})
	}
	add("New in the change history of the pages", true, history)
	return out
}

func changeLine(c change.Change) line {
	return line{c.Subject, c.Text, effects(c), places(c), c.Allowed}
}

// effects say whom a change reaches, and how, by rule.
func effects(c change.Change) string {
	all := slices.Clone(c.Effects)
	slices.SortStableFunc(all, func(a, b change.Effect) int { return cmp.Compare(b.Level, a.Level) })
	var out []string
	for _, e := range all {
		text := "for " + string(e.For)
		if e.Level != c.Level {
			text = e.Level.String() + " " + text
		}
		if ops := e.Operations; len(ops) > 0 && !(len(ops) == 1 && strings.HasPrefix(c.Subject, ops[0])) {
			text += " of " + several(ops)
		}
		out = append(out, text+" ["+e.Rule+"]")
	}
	return strings.Join(out, "; ")
}

// several names some of a list.
func several(all []string) string {
	const most = 3
	if len(all) <= most+1 {
		return strings.Join(all, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(all[:most], ", "), len(all)-most)
}

func places(c change.Change) string {
	switch {
	case c.Old == nil && c.New == nil:
		return ""
	case c.Old == nil:
		return c.New.String()
	case c.New == nil:
		return "was " + c.Old.String()
	case *c.Old == *c.New:
		return c.New.String()
	case c.Old.Page == c.New.Page && c.New.Line > 0:
		return fmt.Sprintf("%s → %d", c.Old, c.New.Line)
	}
	return c.Old.String() + " → " + c.New.String()
}
