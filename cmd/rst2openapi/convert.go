package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

type convertFlags struct {
	out, all, prose, findings, stats, sources, lock string
	overlays                                        []string
	checkModel                                      bool
}

func convertCommand(args []string, stderr io.Writer) error {
	var f convertFlags
	fs := flag.NewFlagSet("convert", flag.ContinueOnError)
	fs.StringVar(&f.out, "o", "", "")
	fs.StringVar(&f.all, "all", "", "")
	fs.StringVar(&f.prose, "prose", "full", "")
	fs.StringVar(&f.findings, "findings", "", "")
	fs.StringVar(&f.stats, "stats", "", "")
	fs.StringVar(&f.sources, "sources", "", "")
	fs.StringVar(&f.lock, "lock", "", "")
	fs.Func("overlay", "", func(name string) error {
		f.overlays = append(f.overlays, name)
		return nil
	})
	fs.BoolVar(&f.checkModel, "check-model", false, "")
	converter := profileFlag(fs)
	rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	switch {
	case f.prose != "full" && f.prose != "none":
		return fail(exitUsage, "--prose takes full or none, not %q", f.prose)
	case f.out == "":
		return fail(exitUsage, "-o is missing: say where the output goes")
	case f.all != "" && len(rest) > 0:
		return fail(exitUsage, "--all takes one folder; %q is one too many", rest[0])
	case f.all != "" && len(f.overlays) > 0:
		return fail(exitUsage, "--overlay corrects one document: it does not go with --all")
	case f.all == "" && len(rest) == 0:
		return fail(exitUsage, "name the folder of a documentation set, or pages")
	}
	c, err := converter()
	if err != nil {
		return err
	}
	problems := &modelProblems{w: stderr}
	if f.checkModel {
		c.Problem = problems.add
	}
	if f.all != "" {
		err = convertAll(c, f, stderr)
	} else {
		err = convertSet(c, rest, f, stderr)
	}
	return cmp.Or(problems.err(), err)
}

// convertSet converts one set to one document.
func convertSet(c *convert.Converter, sources []string, f convertFlags, stderr io.Writer) error {
	if _, err := formatOf(f.out); err != nil {
		return err
	}
	overlays, err := readOverlays(f.overlays)
	if err != nil {
		return err
	}
	names, err := readLock(f.lock)
	if err != nil {
		return err
	}
	set, err := openSet(c, sources)
	if err != nil {
		return err
	}
	set.Lock = names
	res, err := c.Convert(set)
	if errors.As(err, new(*convert.SeveralSets)) {
		return several(sources[0], err)
	}
	if errors.As(err, new(*fs.PathError)) {
		return readable(sources[0], err)
	}
	if err != nil {
		printErrors(stderr, res.Findings)
		return fail(exitInput, "%s: %s", sources[0], err)
	}
	var out outputs
	text, err := res.Encode(f.out, f.prose == "full", overlays...)
	if errors.Is(err, convert.ErrCorrection) {
		return fail(exitInput, "%s", err)
	}
	if err != nil {
		return fail(exitOutput, "%s", err)
	}
	addLock(&out, f.lock, res) // first: a document never has names that its lock file lacks
	out.add(f.out, text)
	if f.sources != "" {
		sources, err := res.Sources(f.prose == "full", overlays...)
		if err != nil {
			return fail(exitOutput, "%s", err)
		}
		out.add(f.sources, sources)
	}
	if err := f.reports(&out, map[string]convert.Stats{set.Name: res.Stats}, res.Findings); err != nil {
		return err
	}
	if err := out.write(); err != nil {
		return err
	}
	printRenamed(stderr, "", res.Renamed)
	fmt.Fprintln(stderr, summary(f.out, res.Stats, len(res.Findings))+renamed(len(res.Renamed))+lost(res.Stats, strings.Join(sources, " ")))
	return unreadable(stderr, res.Findings)
}

// readOverlays reads the files of --overlay.
func readOverlays(names []string) ([]*convert.Overlay, error) {
	var out []*convert.Overlay
	for _, name := range names {
		text, err := readPage(name)
		if err != nil {
			return nil, err
		}
		o, err := convert.ParseOverlay(name, text)
		if err != nil {
			return nil, fail(exitUsage, "%s", err)
		}
		out = append(out, o)
	}
	return out, nil
}

func formatOf(name string) (string, error) {
	switch ext := strings.ToLower(filepath.Ext(name)); ext {
	case ".yaml", ".yml", ".json":
		return ext, nil
	}
	return "", fail(exitUsage, "the output %s must end in .yaml, .yml or .json", name)
}

// reports adds the files for --findings and --stats.
func (f convertFlags) reports(out *outputs, stats map[string]convert.Stats, findings []diag.Finding) error {
	if f.findings != "" {
		text, err := diag.Encode(f.findings, findings)
		if err != nil {
			return fail(exitUsage, "%s", err)
		}
		out.add(f.findings, text)
	}
	if f.stats != "" {
		text, err := convert.EncodeStats(stats)
		if err != nil {
			return err
		}
		out.add(f.stats, text)
	}
	return nil
}

func summary(name string, s convert.Stats, findings int) string {
	text := fmt.Sprintf("%s: %s from %d of %s with a request line, %d of %s, %s",
		name, diag.Counted(s.Operations+s.Variants, "operation"), s.PagesConverted, diag.Counted(s.RequestLinePages, "page"),
		s.RowsInSpec+s.RowsOther, diag.Counted(s.Rows, "row"), diag.Counted(findings, "finding"))
	if n := s.Findings["docs/no-valid-request"]; n > 0 {
		text += ", " + diag.Counted(n, "operation") + " with no printed request that fits the tables"
	}
	return text
}

// lost says how many rows and examples of the pages are not in the document, and how to see
// them, "" where all are. src is what the command line names the pages by.
func lost(s convert.Stats, src string) string {
	var what []string
	for _, c := range []struct {
		n    int
		word string
	}{{s.Rows - s.RowsInSpec - s.RowsOther, "row"}, {s.ExamplesLost(), "example"}} {
		switch {
		case c.n == 1:
			what = append(what, "1 "+c.word)
		case c.n > 1:
			what = append(what, fmt.Sprintf("%d %ss", c.n, c.word))
		}
	}
	if len(what) == 0 {
		return ""
	}
	return "; not in the document: " + strings.Join(what, " and ") + " (rst2openapi lint " + src + " says which and why, --findings FILE keeps it)"
}

// several is the failure of a folder that holds several sets.
func several(src string, err error) error {
	return fail(exitUsage, "%s: %s. Convert each to a document of its own with --all %s -o FOLDER, or name the folder of one", src, err, src)
}

// unreadableRules are findings after which the document lacks something that its page
// holds and that only its author can repair: the run then ends with an error, so that a
// build does not go on with a document that silently shrank.
var unreadableRules = map[string]bool{"docs/not-utf8": true, "docs/torn-table": true, "tool/unknown-format": true, "tool/internal-error": true}

func unreadable(stderr io.Writer, findings []diag.Finding) error {
	n := 0
	for _, f := range findings {
		if unreadableRules[f.Rule] {
			fmt.Fprintln(stderr, f)
			n++
		}
	}
	if n > 0 {
		return fail(exitInput, "%s could not be read; repair the pages and run again (all else was converted)", diag.Counted(n, "place"))
	}
	return nil
}

// printErrors shows the findings that tell why nothing came out.
func printErrors(stderr io.Writer, findings []diag.Finding) {
	const most = 10
	n := 0
	for _, f := range findings {
		if f.Level != diag.Error {
			continue
		}
		if n++; n > most {
			fmt.Fprintln(stderr, "…")
			return
		}
		fmt.Fprintln(stderr, f)
	}
}
