package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/parallel"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// convertAll converts each folder below --all. Sets without an operation (guides) give no
// document and are counted.
func convertAll(c *convert.Converter, f convertFlags, stderr io.Writer) error {
	collectRarely()
	names, err := subFolders(f.all, stderr)
	if err != nil {
		return err
	}
	results, failed, err := convertFolders(c, names, f)
	if err != nil {
		return err
	}
	findings, err := f.writeAll(names, results)
	if err != nil {
		return err
	}
	var total convert.Stats
	empty, gone := 0, 0
	for i, r := range results {
		total.Add(r.stats)
		if r.text == nil && r.err == nil {
			empty++
		}
		printRenamed(stderr, names[i], r.renamed)
		gone += len(r.renamed)
	}
	fmt.Fprintln(stderr, summary(f.out, total, len(findings))+renamed(gone)+fmt.Sprintf("; %s, %d without an operation", diag.Counted(len(names), "set"), empty)+
		lost(total, "--all "+f.all))
	if len(failed) > 0 {
		return fail(exitInput, "%s (all else was converted)", errors.Join(failed...))
	}
	return unreadable(stderr, findings)
}

// convertFolders converts the folders of these names below --all. The sets in which this tool made a mistake are
// told as failed, since the others can be written; of several that cannot be used the first by name is the error.
func convertFolders(c *convert.Converter, names []string, f convertFlags) (results []setResult, failed []error, err error) {
	results = make([]setResult, len(names))
	parallel.Each(len(names), func(i int) {
		results[i] = convertOne(c, filepath.Join(f.all, names[i]), names[i], f)
	})
	for _, r := range results {
		switch {
		case r.err == nil:
		case errors.As(r.err, new(*convert.InternalError)):
			failed = append(failed, r.err)
		default:
			return nil, nil, r.err
		}
	}
	return results, failed, nil
}

// writeAll writes what came of the sets, and gives their findings.
func (f convertFlags) writeAll(names []string, results []setResult) ([]diag.Finding, error) {
	var out outputs
	var findings []diag.Finding
	stats, sources := make(map[string]convert.Stats, len(names)), map[string][]byte{}
	for i, r := range results {
		stats[names[i]] = r.stats
		findings = append(findings, r.findings...)
		if r.text == nil {
			continue
		}
		if r.lock != nil {
			out.add(f.lockOf(names[i]), r.lock)
		}
		out.add(filepath.Join(f.out, names[i]+".yaml"), r.text)
		sources[names[i]] = r.sources
	}
	if f.sources != "" {
		out.add(f.sources, convert.EncodeSources(sources))
	}
	if err := f.reports(&out, stats, findings); err != nil {
		return nil, err
	}
	for _, dir := range []string{f.out, f.lock} {
		if dir == "" {
			continue
		}
		if err := makeFolder(dir); err != nil {
			return nil, err
		}
	}
	return findings, out.write()
}

type setResult struct {
	text     []byte // nil: the set has no operation
	sources  []byte // nil: nobody asks for them
	lock     []byte // nil: nobody keeps names
	renamed  []lock.Change
	stats    convert.Stats
	findings []diag.Finding
	err      error
}

func convertOne(c *convert.Converter, dir, name string, f convertFlags) setResult {
	set, err := openFolder(c, dir)
	if errors.Is(err, errNoPage) {
		return setResult{}
	}
	if err != nil {
		return setResult{err: err}
	}
	if set.Lock, err = readLock(f.lockOf(name)); err != nil {
		return setResult{err: err}
	}
	res, err := c.Convert(set)
	r := setResult{stats: res.Stats, findings: inFolder(name, res.Findings)}
	if errors.Is(err, convert.ErrNoOperations) {
		return r
	}
	if errors.As(err, new(*fs.PathError)) {
		r.err = readable(dir, err)
		return r
	}
	if errors.As(err, new(*convert.InternalError)) {
		r.err = err
		return r
	}
	if err != nil {
		r.err = fail(exitInput, "%s: %s", terminal.Printable(dir), err)
		return r
	}
	if res.Lock != nil {
		r.lock, r.renamed = res.Lock.Bytes(), res.Renamed
	}
	r.text, err = res.Encode(name+".yaml", f.prose == "full")
	if err == nil && f.sources != "" {
		r.sources, err = res.Sources(f.prose == "full")
	}
	switch {
	case errors.As(err, new(*convert.InternalError)):
		r.text, r.err = nil, err
	case err != nil:
		r.err = fail(exitOutput, "%s: %s", terminal.Printable(dir), err)
	}
	return r
}

// inFolder names the pages of findings from the folder of all sets on.
func inFolder(name string, findings []diag.Finding) []diag.Finding {
	for i := range findings {
		findings[i].Page = name + "/" + findings[i].Page
		for j := range findings[i].Related {
			findings[i].Related[j].Page = name + "/" + findings[i].Related[j].Page
		}
	}
	return findings
}
