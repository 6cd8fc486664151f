// Package explain tells why a field of the document is what it is: each claim about it
// with its place and how it was read, what the examples show, and what was decided of all
// that.
package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/source"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// Field explains what path names: "CreateLamp.lamp.colour" is a field of the request or of
// a response, "ListLamps.limit" a parameter. Where several have that name, each is told.
// The error names what comes near a path that leads nowhere.
func Field(svc *api.Service, found []diag.Finding, path string) (string, error) {
	op, hits, err := find(svc, path)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for i, h := range hits {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%s, %s %s\n", terminal.Printable(path), op.Method, terminal.Printable(op.Path))
		section(&b, "where", h.where())
		section(&b, "claims", claims(h.field))
		section(&b, "examples", examples(h.field))
		section(&b, "decided", decided(h.field, findings(h.field, found)))
	}
	return b.String(), nil
}

// line is a line of a section in columns.
type line []string

// section writes lines under a title, with their columns in step.
func section(b *strings.Builder, title string, lines []line) {
	b.WriteString("  " + title + "\n")
	if len(lines) == 0 {
		lines = []line{{"none"}}
	}
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	for _, l := range lines {
		fmt.Fprintln(w, "    "+strings.Join(l, "\t"))
	}
	w.Flush() // a strings.Builder takes everything
}

func (h *hit) where() []line {
	out := []line{}
	for i, side := range h.sides {
		row := ""
		if i == 0 {
			row = at(h.field.Origin)
		}
		out = append(out, line{terminal.Printable(side), row})
	}
	if h.schema != nil {
		out = append(out, line{"structure " + h.schema.Name, at(h.schema.Origin)})
		for _, o := range h.schema.Also {
			out = append(out, line{"also described", at(o)})
		}
	}
	return out
}

func claims(f *api.Field) []line {
	var out []line
	for _, c := range f.Claims {
		out = append(out, line{fact(c), values(c), string(c.Origin.How), at(c.Origin)})
	}
	return out
}

func fact(c api.Claim) string {
	word := string(c.Fact)
	if c.Elems {
		word += " of each element"
	}
	if c.Conditional {
		word += ", in some cases"
	}
	return word
}

// maxValues bounds the values of one claim in a line.
const maxValues = 12

func values(c api.Claim) string {
	var out []string
	for i, v := range c.Values {
		if i == maxValues {
			out = append(out, fmt.Sprintf("and %d more", len(c.Values)-maxValues))
			break
		}
		out = append(out, clean(v))
	}
	return cmp.Or(strings.Join(out, ", "), "yes")
}

func examples(f *api.Field) []line {
	var out []line
	for _, o := range f.Observed {
		kind := o.Kind
		if o.Elems {
			kind = "each element " + kind
		}
		var places []string
		for _, p := range o.First {
			places = append(places, at(p))
		}
		if o.Count > len(o.First) {
			places = append(places, "…")
		}
		out = append(out, line{kind, times(o.Count), strings.Join(places, " ")})
	}
	return out
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

func decided(f *api.Field, found []diag.Finding) []line {
	d := &f.Decided
	kind := f.Type
	kind.Nullable = false
	out := []line{
		{"type", kind.String()},
		{"nullable", yes(f.Type.Nullable)},
		{"mandatory", cmp.Or(string(f.Need), "not said")},
	}
	out = append(out, limits(d.Limits, "")...)
	out = append(out, limits(d.Elems, " of each element")...)
	for _, v := range []struct {
		name  string
		value *api.Value
	}{{"default", d.Default}, {"const", d.Const}, {"lowest version", d.LowestVersion}, {"example", d.Example}} {
		if v.value != nil {
			out = append(out, line{v.name, clean(v.value.JSON)})
		}
	}
	for _, flag := range []struct {
		is   bool
		name string
	}{{d.Deprecated, "deprecated"}, {d.ReadOnly, "read-only"}, {d.OnlyInExamples, "only in examples"}, {d.Proven, "tells variants apart"}} {
		if flag.is {
			out = append(out, line{flag.name, "yes"})
		}
	}
	for _, c := range d.Contradicted {
		out = append(out, line{"overruled", fact(c) + " " + values(c) + " (" + string(c.Origin.How) + " " + at(c.Origin) + ")"})
	}
	for _, f := range found {
		out = append(out, line{"because", f.String()})
	}
	return out
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

func limits(l api.Limits, of string) []line {
	var out []line
	for _, limit := range l.All() {
		out = append(out, line{string(limit.Fact) + of, values(api.Claim{Values: limit.Values})})
	}
	return out
}

// weighed are the rules of findings that tell how claims and examples were weighed.
var weighed = []string{
	"docs/limit-contradicted", "docs/limits-disagree", "docs/enum-lacks-value", "docs/enum-not-of-type",
	"docs/default-not-of-type", "docs/example-contradicts-type", "docs/undocumented-null", "docs/undocumented-field",
}

// findings gives those that a place of the field is evidence for.
func findings(f *api.Field, found []diag.Finding) []diag.Finding {
	type spot struct {
		page string
		pos  source.Pos
	}
	mine := map[spot]bool{{f.Origin.Page, f.Origin.Pos}: true}
	for _, c := range f.Claims {
		mine[spot{c.Origin.Page, c.Origin.Pos}] = true
	}
	var out []diag.Finding
	for _, d := range found {
		is := mine[spot{d.Page, d.Pos}]
		for _, r := range d.Related {
			is = is || mine[spot{r.Page, r.Pos}]
		}
		if is && slices.Contains(weighed, d.Rule) {
			out = append(out, d)
		}
	}
	return out
}

// at is a place as an editor finds it.
func at(o api.Origin) string {
	if o.Page == "" {
		return ""
	}
	return terminal.Printable(o.Page) + ":" + o.Pos.String()
}

// clean is terminal.Printable, and keeps a value on one short line.
func clean(s string) string {
	q := diag.Quote(s)
	return q[1 : len(q)-1]
}
