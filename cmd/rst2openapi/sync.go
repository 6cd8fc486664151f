package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
	"github.com/rst2openapi/rst2openapi/cmd/internal/project"
	"github.com/rst2openapi/rst2openapi/internal/config"
	"github.com/rst2openapi/rst2openapi/internal/report"
)

type syncFlags struct {
	config, cache, report  string
	update, check, offline bool
	golang                 bool // tell in the report what changes for callers of the Go packages
}

// syncCommand makes the files of all sets of a configuration, from their pins.
func syncCommand(args []string, stdout io.Writer) error {
	var f syncFlags
	flags := flag.NewFlagSet("sync", flag.ContinueOnError)
	flags.StringVar(&f.config, "config", "", "")
	flags.StringVar(&f.cache, "cache", "", "")
	flags.StringVar(&f.report, "report", "", "")
	flags.BoolVar(&f.update, "update", false, "")
	flags.BoolVar(&f.check, "check", false, "")
	flags.BoolVar(&f.offline, "offline", false, "")
	flags.BoolVar(&f.golang, "go", false, "")
	names, err := parse(flags, args)
	if err != nil {
		return err
	}
	if f.update && (f.check || f.offline) {
		return fail(exitUsage, "--update does not go with --check or --offline: it asks the sources what is new and writes it")
	}
	if f.check && f.report != "" {
		return fail(exitUsage, "--report does not go with --check: it tells what a run changes")
	}
	if f.golang && f.report == "" {
		return fail(exitUsage, "--go goes with --report FILE only, which tells what changes for callers of the Go packages too")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	file, err := findConfig(f.config)
	if err != nil {
		return err
	}
	if f.check {
		return checkProject(ctx, file, names, f, stdout)
	}
	return syncProject(ctx, file, names, f, stdout)
}

// findConfig finds the configuration: the one that is named, or that of the folder or of the nearest
// folder above it, up to the top of the Go module or of the repository.
func findConfig(name string) (string, error) {
	if name != "" {
		return name, nil
	}
	dir, err := filepath.Abs(".")
	if err != nil {
		return "", fail(exitUsage, "%s", err)
	}
	name = config.FileName
	for {
		if _, err := os.Stat(filepath.Join(dir, config.FileName)); err == nil {
			return name, nil
		}
		for _, top := range []string{"go.mod", ".git"} {
			if _, err := os.Stat(filepath.Join(dir, top)); err == nil {
				return "", fail(exitUsage, "there is no %s here: rst2openapi init SOURCE writes one", config.FileName)
			}
		}
		above := filepath.Dir(dir)
		if above == dir {
			return "", fail(exitUsage, "there is no %s here: rst2openapi init SOURCE writes one", config.FileName)
		}
		dir, name = above, filepath.Join("..", name)
	}
}

// readConfig reads a configuration, and picks the sets that are named, or all.
func readConfig(file string, names []string) ([]byte, []*config.Set, error) {
	text, err := input.ReadFile(file, config.MaxSize)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fail(exitUsage, "there is no %s: rst2openapi init SOURCE writes one", file)
	}
	if errors.Is(err, input.ErrUnfit) {
		return nil, nil, fail(exitInput, "%s", err)
	}
	if err != nil {
		return nil, nil, fail(exitUsage, "%s cannot be read: %s", file, cause(err))
	}
	c, err := config.Read(filepath.ToSlash(file), text)
	if err != nil {
		return nil, nil, fail(exitUsage, "%s", err)
	}
	if len(names) == 0 {
		return text, c.Sets, nil
	}
	var known []string
	var picked []*config.Set
	for _, s := range c.Sets {
		known = append(known, s.Name)
		if slices.Contains(names, s.Name) {
			picked = append(picked, s)
		}
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return nil, nil, fail(exitUsage, "%s has no set %q; its sets are %s", file, name, strings.Join(known, ", "))
		}
	}
	return text, picked, nil
}

// syncProject brings the files of a configuration up to date. Nothing is written unless all
// sets that are asked for can be made.
func syncProject(ctx context.Context, file string, names []string, f syncFlags, stdout io.Writer) (err error) {
	if _, _, err := readConfig(file, names); err != nil { // before anything is made in its folder
		return err
	}
	p, err := project.Open(filepath.Dir(file))
	if err != nil {
		return fail(exitOutput, "%s", err)
	}
	defer func() {
		if closing := p.Close(); err == nil && closing != nil {
			err = fail(exitOutput, "%s", closing)
		}
	}()
	text, sets, err := readConfig(file, names) // again: a killed run may have been finished
	if err != nil {
		return err
	}
	s := newSyncer(file, f)
	results, err := s.all(ctx, sets)
	if err != nil {
		return err
	}
	changes, err := s.changes(p, text, results)
	if err != nil {
		return err
	}
	var changed *report.All
	if f.report != "" {
		if changed, err = s.report(ctx, results); err != nil {
			return err
		}
	}
	if err := p.Replace(changes); err != nil {
		return fail(exitOutput, "%s", err)
	}
	s.state.save(results)
	if changed != nil {
		if err := writeReport(f.report, changed); err != nil {
			return err
		}
	}
	for _, r := range results {
		printResult(stdout, r)
	}
	return nil
}

// changes lists what a run replaces: files of the sets, and the pins of the configuration last.
func (s *syncer) changes(p *project.Project, text []byte, results []*setSync) ([]project.Change, error) {
	var all []project.Change
	pins := map[string]string{}
	for _, r := range results {
		differing, err := p.Differing(r.changes)
		if err != nil {
			return nil, fail(exitOutput, "%s: %s", r.set.Name, err)
		}
		r.written = len(differing)
		all = append(all, differing...)
		if r.pin != r.set.Source.Pin() {
			pins[r.set.Name] = r.pin
		}
	}
	if len(pins) == 0 {
		return all, nil
	}
	pinned, err := config.Pin(s.file, text, pins)
	if err != nil {
		return nil, fail(exitUsage, "%s", err)
	}
	return append(all, project.Change{Name: filepath.Base(s.file), Text: pinned}), nil
}

// checkProject tells what sync would change.
func checkProject(ctx context.Context, file string, names []string, f syncFlags, stdout io.Writer) error {
	_, sets, err := readConfig(file, names)
	if err != nil {
		return err
	}
	if project.Interrupted(filepath.Dir(file)) {
		return fail(exitInput, "an earlier run was killed while it replaced files: run rst2openapi sync, which finishes it")
	}
	s := newSyncer(file, f)
	results, err := s.all(ctx, sets)
	if err != nil {
		return err
	}
	stale := 0
	for _, r := range results {
		n, err := s.printStale(stdout, r)
		if err != nil {
			return fail(exitInput, "%s: %s", r.set.Name, cause(err))
		}
		stale += n
	}
	switch stale {
	case 0:
		if len(results) == 1 {
			fmt.Fprintln(stdout, "1 set is up to date")
		} else {
			fmt.Fprintf(stdout, "%d sets are up to date\n", len(results))
		}
		return nil
	case 1:
		return fail(exitInput, "1 file is stale: run rst2openapi sync and commit what it writes")
	}
	return fail(exitInput, "%d files are stale: run rst2openapi sync and commit what it writes", stale)
}
