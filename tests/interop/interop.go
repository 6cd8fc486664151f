// Package interop holds our documents to the tools of the ecosystem: linters, validators, code
// generators, mocks and converters. Each complaint of a tool is an error or a warning; no error
// is left that no waiver explains.
//
// The tools come by name from npm, PyPI and Maven Central, in the versions of the lock files in
// npm/, python/ and java/; install.sh puts them into one folder. The tests need the build tag
// interop; see make interop.
package interop

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Complaint is what a tool says of a document.
type Complaint struct {
	Tool, Document string
	// Rule is what the tool calls it, or the step that failed.
	Rule    string
	Message string
	Error   bool // else a warning
}

// Waiver says that complaints are the tool's own fault.
type Waiver struct {
	Tool string `yaml:"tool"`
	Rule string `yaml:"rule"`
	// Document is a pattern of path.Match, "" for all documents.
	Document string `yaml:"document"`
	Message  string `yaml:"message"` // a part of the complaint
	Reason   string `yaml:"reason"`
	Link     string `yaml:"link"` // where the tool's project, or a specification, says so

	used bool
}

// Waivers are all waivers of a file.
type Waivers []*Waiver

// ReadWaivers reads a file of waivers. Each has a tool, a rule, a reason and a link.
func ReadWaivers(text []byte) (Waivers, error) {
	var file struct {
		Waivers Waivers `yaml:"waivers"`
	}
	d := yaml.NewDecoder(strings.NewReader(string(text)))
	d.KnownFields(true)
	if err := d.Decode(&file); err != nil {
		return nil, err
	}
	for i, w := range file.Waivers {
		if w.Tool == "" || w.Rule == "" || w.Reason == "" || !strings.HasPrefix(w.Link, "https://") {
			return nil, fmt.Errorf("waivers[%d] needs a tool, a rule, a reason and a link with https://", i)
		}
		if _, err := path.Match(w.Document, ""); err != nil {
			return nil, fmt.Errorf("waivers[%d]: %q: %w", i, w.Document, err)
		}
	}
	return file.Waivers, nil
}

// Waived reports whether a waiver explains a complaint, and notes that it is needed.
func (all Waivers) Waived(c Complaint) bool {
	waived := false
	for _, w := range all {
		if w.Tool == c.Tool && w.Rule == c.Rule && w.covers(c.Document) && strings.Contains(c.Message, w.Message) {
			w.used, waived = true, true
		}
	}
	return waived
}

func (w *Waiver) covers(document string) bool {
	ok, err := path.Match(w.Document, document)
	return w.Document == "" || err == nil && ok
}

// Unused are the waivers that nothing needed, of those whose tool and some document of theirs were
// run. A waiver for all documents counts only where all were run.
func (all Waivers) Unused(runs []Run, whole bool) []*Waiver {
	var out []*Waiver
	for _, w := range all {
		ran := slices.ContainsFunc(runs, func(r Run) bool { return r.Tool == w.Tool && w.Document != "" && w.covers(r.Document) })
		if !w.used && (ran && !strings.ContainsAny(w.Document, "*?[") || whole && slices.ContainsFunc(runs, func(r Run) bool { return r.Tool == w.Tool })) {
			out = append(out, w)
		}
	}
	return out
}

// Run is one tool with one document.
type Run struct {
	Tool, Document           string
	Errors, Warnings, Waived int
}

// Count puts the complaints of one run into numbers, and gives the errors that no waiver explains.
func (all Waivers) Count(tool, document string, complaints []Complaint) (Run, []Complaint) {
	run := Run{Tool: tool, Document: document}
	var open []Complaint
	for _, c := range complaints {
		switch {
		case !c.Error:
			run.Warnings++
		case all.Waived(c):
			run.Waived++
		default:
			run.Errors++
			open = append(open, c)
		}
	}
	return run, open
}

// Table writes tool × documents: how many each tool accepts, and what it says of the others.
func Table(w io.Writer, runs []Run) error {
	type row struct{ documents, accepted, errors, waived, warnings int }
	rows := map[string]*row{}
	var tools []string
	for _, r := range runs {
		if rows[r.Tool] == nil {
			rows[r.Tool] = &row{}
			tools = append(tools, r.Tool)
		}
		one := rows[r.Tool]
		one.documents++
		if r.Errors+r.Waived == 0 {
			one.accepted++
		}
		one.errors += r.Errors
		one.waived += r.Waived
		one.warnings += r.Warnings
	}
	if _, err := fmt.Fprintf(w, "%-26s %9s %8s %6s %6s %8s\n", "tool", "documents", "accepted", "errors", "waived", "warnings"); err != nil {
		return err
	}
	for _, name := range tools {
		r := rows[name]
		if _, err := fmt.Fprintf(w, "%-26s %9d %8d %6d %6d %8d\n", name, r.documents, r.accepted, r.errors, r.waived, r.warnings); err != nil {
			return err
		}
	}
	return nil
}

// Summary lists complaints by tool and rule, the most frequent first, with one of each.
func Summary(complaints []Complaint) []string {
	count := map[[2]string]int{}
	first := map[[2]string]Complaint{}
	var keys [][2]string
	for _, c := range complaints {
		key := [2]string{c.Tool, c.Rule}
		if count[key] == 0 {
			keys = append(keys, key)
			first[key] = c
		}
		count[key]++
	}
	slices.SortStableFunc(keys, func(a, b [2]string) int { return cmp.Compare(count[b], count[a]) })
	var out []string
	for _, key := range keys {
		c := first[key]
		out = append(out, fmt.Sprintf("%s: %s: %d, first in %s: %s", c.Tool, c.Rule, count[key], c.Document, c.Message))
	}
	return out
}
