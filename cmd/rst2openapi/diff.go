package main

import (
	"flag"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/report"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

type diffFlags struct {
	format, out, allow, failOn string
	golang                     bool
	sides                      sides
	set                        setRefs
}

// diffCommand prints what changed between two states of one API or of several.
func diffCommand(args []string, stdout, stderr io.Writer) error {
	var f diffFlags
	f.sides.notes = stderr
	fs := flag.NewFlagSet("diff", flag.ContinueOnError)
	fs.StringVar(&f.format, "format", "text", "")
	fs.StringVar(&f.out, "o", "", "")
	fs.StringVar(&f.allow, "allow", "", "")
	fs.StringVar(&f.failOn, "fail-on", "breaking", "")
	fs.BoolVar(&f.golang, "go", false, "")
	fs.BoolVar(&f.sides.all, "all", false, "")
	fs.StringVar(&f.sides.lock, "lock", "", "")
	fs.StringVar(&f.sides.oldSources, "old-sources", "", "")
	fs.StringVar(&f.sides.newSources, "new-sources", "", "")
	f.set.flags(fs)
	converter := profileFlag(fs)
	rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	if err := f.set.check(fs, len(rest)); err != nil {
		return err
	}
	switch {
	case f.set.name == "" && len(rest) != 2:
		return fail(exitUsage, "diff takes two states: documents, folders of documents, or folders of pages; %d are given", len(rest))
	case !slices.Contains(report.Formats, f.format):
		return fail(exitUsage, "--format takes %s, not %q", strings.Join(report.Formats, ", "), f.format)
	case !slices.Contains([]string{"breaking", "warning", "none"}, f.failOn):
		return fail(exitUsage, "--fail-on takes breaking, warning or none, not %q", f.failOn)
	}
	allowed := new(report.Allowances)
	if f.allow != "" {
		text, err := readPage(f.allow)
		if err != nil {
			return err
		}
		if allowed, err = report.ReadAllowances(f.allow, text); err != nil {
			return fail(exitUsage, "%s", err)
		}
	}
	if f.sides.converter, err = converter(); err != nil {
		return err
	}
	var all *report.All
	if f.set.name == "" {
		all, err = f.compare(rest[0], rest[1])
	} else {
		all, err = f.compareRefs(rest)
	}
	if err != nil {
		return err
	}
	allowed.Apply(all.Sets)
	if err := f.print(all, stdout); err != nil {
		return err
	}
	return f.verdict(all, allowed.Unused())
}

// compare reads both states and compares what is in both.
func (f *diffFlags) compare(old, new string) (*report.All, error) {
	before, err := f.sides.read(old, f.sides.oldSources)
	if err != nil {
		return nil, err
	}
	after, err := f.sides.read(new, f.sides.newSources)
	if err != nil {
		return nil, err
	}
	if len(before) == 1 && len(after) == 1 && !f.sides.all {
		after = underName(after, slices.Collect(maps.Keys(before))[0]) // two files may have any names
	}
	return compareSides(before, after, f.golang)
}

// compareSides compares the sets of two states by their names, with their Go packages where golang
// is true.
func compareSides(before, after map[string]*change.Side, golang bool) (*report.All, error) {
	out := &report.All{}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		if after[name] == nil {
			out.Removed = append(out.Removed, name)
			continue
		}
		r, err := compareSet(name, before[name], after[name], golang, nil)
		if err != nil {
			return nil, err
		}
		out.Sets = append(out.Sets, r)
	}
	for _, name := range slices.Sorted(maps.Keys(after)) {
		if before[name] == nil {
			out.Added = append(out.Added, name)
		}
	}
	return out, nil
}

// compareSet compares two states of one set, with its Go package where golang is true. options are those
// of the package, nil for the usual ones.
func compareSet(name string, old, new *change.Side, golang bool, options *gogen.Config) (*change.Report, error) {
	r, err := change.Compare(name, old, new)
	if err != nil {
		return nil, fail(exitInput, "%s: %s", name, err)
	}
	if golang && string(old.Text) != string(new.Text) {
		r.Go, err = compareGo(old, new, options)
	}
	return r, err
}

func underName(sides map[string]*change.Side, name string) map[string]*change.Side {
	for _, s := range sides {
		return map[string]*change.Side{name: s}
	}
	return sides
}

func (f *diffFlags) print(all *report.All, stdout io.Writer) error {
	text, err := all.Encode(f.format)
	if err != nil {
		return fail(exitOutput, "%s", err)
	}
	if f.out != "" {
		var out outputs
		out.add(f.out, text)
		return out.write()
	}
	if w, ok := stdout.(*terminal.Writer); ok && f.format == "markdown" {
		stdout = w.W // it would take headings for commands; texts in Markdown are escaped already
	}
	if _, err := stdout.Write(text); err != nil {
		return fail(exitOutput, "the report cannot be written: %s", err)
	}
	return nil
}

// verdict is the failure that a gate waits for.
func (f *diffFlags) verdict(all *report.All, unused []string) error {
	var wrong []string
	switch {
	case f.failOn == "breaking" && all.Breaks():
		wrong = append(wrong, "there are breaking changes that no entry of --allow accepts")
	case f.failOn == "warning" && all.Warns():
		wrong = append(wrong, "there are changes that break or can break programs")
	}
	wrong = append(wrong, unused...)
	if len(wrong) > 0 {
		return fail(exitInput, "%s", strings.Join(wrong, "\n"))
	}
	return nil
}
