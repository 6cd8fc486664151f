// Mutate measures the tests: it makes small changes to the source, one at a time, and says
// which of them no test sees. It drops operands of && and ||, negates conditions, moves
// bounds and removes statements, in a sample that a seed chooses, and runs the tests that
// need nothing beside the repository.
//
//	go run ./tests/mutate -seed 7 -n 400 [package...]
//
// All mutants of a sample are compiled at once, into files that the compiler takes in place
// of the source (go build -overlay); a variable of the environment says which of them is on.
// So each test binary is built once. A test runs only where the mutant changes something in it: where
// it reaches a changed statement, or where a condition gets another value than it had.
//
// The exit code is 1 when more mutants survive than -max says, or when guards.txt lists a
// mutant that a test kills or that does not exist.
package main

import (
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"
)

// mutated lists the packages that decide by heuristics.
var mutated = []string{"internal/dialect", "internal/extract", "internal/naming", "internal/merge", "internal/reconcile", "internal/paging", "internal/openapi"}

//go:embed guards.txt
var guardText string

// options say what to do.
type options struct {
	dir      string   // a folder of the module
	packages []string // what to change, by folder
	tests    []string // patterns of the packages whose tests are run
	only     *regexp.Regexp
	seed     uint64
	n        int
	limit    float64
	workers  int
	slow     time.Duration
	guards   string
}

func main() {
	o := options{dir: ".", packages: mutated, tests: []string{"./internal/...", "./cmd/...", "./tests"}, guards: guardText}
	flag.Uint64Var(&o.seed, "seed", 1, "which sample to take")
	flag.IntVar(&o.n, "n", 400, "how many mutants to take; 0 takes all")
	flag.Float64Var(&o.limit, "max", 10, "how many percent of the mutants may survive")
	flag.IntVar(&o.workers, "workers", 2, "how many tests run at once")
	flag.DurationVar(&o.slow, "slow", 3*time.Second, "leave out tests that take longer, in time of the processor")
	tests := flag.String("tests", strings.Join(o.tests, " "), "the packages whose tests are run, as in \"./internal/dialect ./tests\"")
	only := flag.String("only", "", "a regular expression; take the mutants whose name it matches, as in \"limits.go\"")
	flag.Parse()
	o.tests = strings.Fields(*tests)
	if flag.NArg() > 0 {
		o.packages = nil
		for _, p := range flag.Args() {
			o.packages = append(o.packages, path.Clean(filepath.ToSlash(p)))
		}
	}
	// Tests run in process groups of their own, which an interrupt does not reach.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ok, err := false, error(nil)
	if o.only, err = regexp.Compile(*only); err == nil {
		ok, err = mutate(ctx, os.Stdout, o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

// mutate takes a sample, tries it and reports; it gives false when the tests are not good
// enough.
func mutate(ctx context.Context, w io.Writer, o options) (bool, error) {
	start := time.Now()
	root, module, err := module(o.dir)
	if err != nil {
		return false, err
	}
	all, err := candidates(root, o.packages)
	if err != nil {
		return false, err
	}
	reasons, err := guards(o.guards)
	if err != nil {
		return false, fmt.Errorf("guards.txt: %w", err)
	}
	s := choose(all, reasons, o)
	for _, key := range gone(reasons, all, o.packages) {
		s.complaints = append(s.complaints, "guards.txt lists what is not there: "+key)
	}
	fmt.Fprintf(w, "seed %d: %d of %d mutants, and %d guards\n", o.seed, len(s.sample), len(all)-len(s.guards), len(s.guards))

	scratch, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(scratch)
	r := &runner{root: root, module: module, scratch: scratch, workers: o.workers, slow: o.slow, log: w}
	if err := s.try(ctx, r, o); err != nil {
		return false, err
	}
	ok := s.report(w, o)
	fmt.Fprintf(w, "took %v, %v of the processor\n", time.Since(start).Round(time.Second), time.Duration(r.spent.Load()).Round(time.Second))
	return ok, nil
}

// module gives the folder and the path of the module.
func module(dir string) (root, path string, err error) {
	cmd := exec.Command("go", "list", "-m", "-f", "{{.Dir}}\n{{.Path}}")
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		return "", "", failure(err)
	}
	root, path, ok := strings.Cut(strings.TrimSpace(string(out)), "\n")
	if !ok {
		return "", "", errors.New("go list does not name the module")
	}
	return root, path, nil
}
