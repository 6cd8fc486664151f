//go:build linux

package stack

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// unknown stands where a reason must be given by somebody.
const unknown = "?"

// differences are the lines of a committed file by the reason above them. A reason stands at
// the beginning of its line, what it is the reason of below it, indented.
type differences struct {
	intro   string
	reasons []string
	lines   map[string][]string
}

func parseDifferences(text string) differences {
	d := differences{lines: map[string][]string{}}
	for line := range strings.Lines(text) {
		trimmed := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"):
			d.intro += line
		case trimmed == "":
		case strings.HasPrefix(line, "\t"):
			if len(d.reasons) == 0 {
				d.reasons = []string{unknown}
			}
			reason := d.reasons[len(d.reasons)-1]
			d.lines[reason] = append(d.lines[reason], trimmed)
		case !slices.Contains(d.reasons, trimmed):
			d.reasons = append(d.reasons, trimmed)
		}
	}
	return d
}

func (d differences) String() string {
	text := strings.Builder{}
	text.WriteString(d.intro)
	for _, reason := range d.reasons {
		lines := slices.Compact(slices.Sorted(slices.Values(d.lines[reason])))
		if len(lines) > 0 {
			fmt.Fprintf(&text, "\n%s\n\t%s\n", reason, strings.Join(lines, "\n\t"))
		}
	}
	return text.String()
}

// of gives what was seen the reasons of the file; what is new has none, what was not seen is
// left out.
func (d differences) of(seen map[string]bool) differences {
	now := differences{intro: d.intro, reasons: d.reasons, lines: map[string][]string{}}
	left := maps.Clone(seen)
	for _, reason := range d.reasons {
		for _, line := range d.lines[reason] {
			if left[line] && reason != unknown {
				delete(left, line)
				now.lines[reason] = append(now.lines[reason], line)
			}
		}
	}
	if len(left) > 0 {
		now.reasons = append(slices.DeleteFunc(slices.Clone(d.reasons), func(r string) bool { return r == unknown }), unknown)
		now.lines[unknown] = slices.Collect(maps.Keys(left))
	}
	return now
}

// Finish compares the differences with the committed file, which also says why operations
// were not called, and prints the row of the service in the table of all.
func (r *Record) Finish(t *testing.T, service, file string) {
	t.Helper()
	log := r.text.String()
	r.WithoutSecrets(t, "the log", log)
	if !strings.Contains(log, "operation=") || len(r.secrets) < 5 {
		t.Errorf("a log of %d bytes and %d secrets say nothing about secrets in logs", len(log), len(r.secrets))
	}
	seen := maps.Clone(r.differs)
	for name := range r.documented {
		switch {
		case !r.driven[name]:
			seen[name+": not called"] = true
		case !r.worked[name]:
			seen[name+": refused with "+strings.Join(slices.Sorted(maps.Keys(r.refused[name])), ", ")] = true
		}
	}
	text, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	now := parseDifferences(string(text)).of(seen)
	golden.Equal(t, file, []byte(now.String()))
	if lines := now.lines[unknown]; len(lines) > 0 {
		t.Errorf("%d differences in %s have no reason", len(lines), file)
	}
	t.Logf("%-10s %3d operations, %3d driven, %3d worked, %3d differences", service,
		len(r.documented), len(r.driven), len(r.worked), len(r.differs))
}
