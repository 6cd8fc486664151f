package report

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// clean is a text on one line without what a terminal would obey.
func clean(s string) string { return terminal.Printable(strings.Join(strings.Fields(s), " ")) }

func findingLines(all []diag.Finding) []line {
	var out []line
	for _, f := range all {
		out = append(out, line{text: f.Message + " [" + f.Rule + "]", places: fmt.Sprintf("%s:%d", f.Page, f.Pos.Line)})
	}
	return out
}

// summary is one line about a set.
func summary(r *change.Report) string {
	if r.Empty() {
		return "nothing changed"
	}
	out := fmt.Sprintf("%d breaking, %s, %d compatible", len(breaking(r)), diag.Counted(r.Count(change.Warning), "warning"), r.Count(change.Compatible))
	if n := allowed(r); n > 0 {
		out += fmt.Sprintf(", %d breaking and allowed", n)
	}
	if n := len(open(r.Go)); n > 0 {
		out += fmt.Sprintf(", %d breaking for Go programs", n)
	}
	if r.Prose > 0 {
		out += ", " + diag.Counted(r.Prose, "text") + " edited"
	}
	return out
}

// allowed counts the changes that break something and are allowed.
func allowed(r *change.Report) int {
	n := 0
	for _, c := range slices.Concat(r.Moved, r.Changes, r.Go) {
		if c.Level == change.Breaking && c.Allowed != "" {
			n++
		}
	}
	return n
}

func (a *All) text() []byte {
	var b bytes.Buffer
	for _, name := range a.Removed {
		fmt.Fprintf(&b, "%s: gone\n", clean(name))
	}
	for _, name := range a.Added {
		fmt.Fprintf(&b, "%s: new\n", clean(name))
	}
	unchanged := 0
	for _, r := range a.Sets {
		if r.Empty() && len(a.Sets) > 1 {
			unchanged++
			continue
		}
		fmt.Fprintf(&b, "%s: %s\n", clean(r.Set), summary(r))
		for _, s := range sections(r) {
			fmt.Fprintf(&b, "\n  %s\n", s.title)
			for _, l := range s.lines {
				b.WriteString("    " + l.sentence() + "\n")
			}
		}
	}
	if unchanged > 0 {
		fmt.Fprintf(&b, "%s without a change\n", diag.Counted(unchanged, "set"))
	}
	return b.Bytes()
}

func (l line) sentence() string {
	out := l.text
	if l.subject != "" {
		out = l.subject + ": " + l.text
	}
	if l.effects != "" {
		out += ", " + l.effects
	}
	if l.places != "" {
		out += " (" + l.places + ")"
	}
	if l.allowed != "" {
		out += "; allowed: " + l.allowed
	}
	return clean(out)
}
