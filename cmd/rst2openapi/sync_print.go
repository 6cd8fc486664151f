package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// printResult prints what became of a set, on one line, and the places of its pages that could not
// be read.
func printResult(w io.Writer, r *setSync) {
	at := ""
	switch old := r.set.Source.Pin(); {
	case r.pin == "":
	case old == "" || old == r.pin:
		at = fmt.Sprintf(" at %.12s", r.pin)
	default:
		at = fmt.Sprintf(" from %.12s to %.12s", old, r.pin)
	}
	if r.result == nil {
		fmt.Fprintf(w, "%s: up to date%s\n", r.set.Name, at)
		return
	}
	written := "no file changed"
	if r.written > 0 {
		written = diag.Counted(r.written, "file") + " changed"
	}
	s := r.result.Stats
	fmt.Fprintf(w, "%s%s: %s, %s%s\n", r.set.Name, at, diag.Counted(s.Operations+s.Variants, "operation"), written, renamed(len(r.result.Renamed)))
	printRenamed(w, r.set.Name, r.result.Renamed)
	printUnread(w, r)
}

// printUnread tells which places of pages are not in the document and can be repaired by the
// authors of the pages only. They do not fail a run: who uses the pages cannot change them.
func printUnread(w io.Writer, r *setSync) {
	const most = 5
	n := 0
	for _, f := range r.result.Findings {
		if !unreadableRules[f.Rule] {
			continue
		}
		if n++; n <= most {
			fmt.Fprintf(w, "  not read: %s\n", f)
		}
	}
	if n > most {
		fmt.Fprintf(w, "  … and %d more places\n", n-most)
	}
}

// printStale prints how the files of a set differ from those that sync would write, and counts
// them.
func (s *syncer) printStale(w io.Writer, r *setSync) (int, error) {
	stale := 0
	for _, c := range r.changes {
		old, err := input.ReadFile(s.path(c.Name), maxOutput)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			if !c.Remove {
				fmt.Fprintf(w, "%s: %s is missing\n", r.set.Name, c.Name)
				stale++
			}
		case err != nil:
			return stale, err
		case c.Remove:
			fmt.Fprintf(w, "%s: %s is left from an earlier run\n", r.set.Name, c.Name)
			stale++
		case string(old) != string(c.Text):
			fmt.Fprintf(w, "%s: %s is stale\n", r.set.Name, c.Name)
			printDiff(w, c.Name, old, c.Text)
			stale++
		}
	}
	return stale, nil
}

// printDiff prints the beginning of what differs.
func printDiff(w io.Writer, name string, old, new []byte) {
	const most = 40
	n := 0
	for line := range strings.Lines(string(diff.Diff("committed/"+name, old, "sync/"+name, new))) {
		if n++; n > most {
			fmt.Fprintln(w, "  …")
			return
		}
		fmt.Fprintf(w, "  %s\n", strings.ReplaceAll(strings.TrimRight(line, "\r\n"), "\t", "    "))
	}
}
