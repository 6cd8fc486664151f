package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// testCase is one test function, with what it reaches when no mutant is on.
type testCase struct {
	binary  string
	dir     string // the folder it runs in
	pkg     string
	name    string
	took    time.Duration // of the processor
	reaches map[int]bool
}

// runner builds and runs tests.
type runner struct {
	root    string
	module  string
	scratch string
	workers int
	slow    time.Duration // a test that takes longer is left out
	log     io.Writer
}

// command prepares a command that needs nothing beside the repository.
func (r *runner) command(ctx context.Context, dir, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.WaitDelay = time.Second
	killGroup(cmd)
	for _, e := range os.Environ() {
		key, _, _ := strings.Cut(e, "=")
		if !slices.Contains([]string{"CI", "GOLDEN", "SHARED", "MUTANT", "MUTANT_REACHED", "MUTANT_CPU", "GOMAXPROCS"}, key) {
			cmd.Env = append(cmd.Env, e)
		}
	}
	cmd.Env = append(cmd.Env, "SHARED="+filepath.Join(r.scratch, "nowhere"))
	return cmd
}

// testPackages lists the packages of these patterns whose tests use one of the mutated.
func (r *runner) testPackages(ctx context.Context, patterns, mutated []string) ([]string, error) {
	args := append([]string{"list", "-test", "-json=ImportPath,Deps"}, patterns...)
	cmd := r.command(ctx, r.root, "go", args...)
	out, err := cmd.Output()
	if err != nil {
		return nil, failure(err)
	}
	var list []string
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath string
			Deps       []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return list, nil
		} else if err != nil {
			return nil, err
		}
		name, ok := strings.CutSuffix(p.ImportPath, ".test")
		if !ok {
			continue
		}
		for _, dep := range p.Deps {
			dep, _, _ = strings.Cut(dep, " ") // "a/b [a/b.test]"
			if rel, ours := strings.CutPrefix(dep, r.module+"/"); ours && slices.Contains(mutated, rel) {
				list = append(list, strings.TrimPrefix(name, r.module+"/"))
				break
			}
		}
	}
}

// build compiles the test binary of each package with all mutants in it.
func (r *runner) build(ctx context.Context, packages []string, overlay string) error {
	return parallel(r.workers, packages, func(pkg string) error {
		cmd := r.command(ctx, r.root, "go", "test", "-c", "-vet=off", "-overlay", overlay, "-ldflags=-s -w", "-o", r.binary(pkg), "./"+pkg)
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("go test -c ./%s: %w\n%s", pkg, err, out)
		}
		return nil
	})
}

func (r *runner) binary(pkg string) string {
	return filepath.Join(r.scratch, strings.ReplaceAll(pkg, "/", "_")+".test")
}

// baseline runs each test by itself with no mutant on: it must pass, and tells which
// mutants it reaches and how long it takes.
func (r *runner) baseline(ctx context.Context, packages []string) ([]*testCase, error) {
	var all []*testCase
	for _, pkg := range packages {
		dir := filepath.Join(r.root, filepath.FromSlash(pkg))
		out, err := r.command(ctx, dir, r.binary(pkg), "-test.list", ".").Output()
		if err != nil {
			return nil, failure(err)
		}
		for name := range strings.FieldsSeq(string(out)) {
			if !strings.HasPrefix(name, "Benchmark") {
				all = append(all, &testCase{binary: r.binary(pkg), dir: dir, pkg: pkg, name: name})
			}
		}
	}
	err := parallel(r.workers, all, func(t *testCase) error {
		record := filepath.Join(r.scratch, "reached-"+strings.ReplaceAll(t.pkg, "/", "_")+"-"+t.name)
		cmd := r.command(ctx, t.dir, t.binary, "-test.run", "^"+regexp.QuoteMeta(t.name)+"$")
		cmd.Env = append(cmd.Env, "MUTANT_REACHED="+record, "GOMAXPROCS=1")
		out, err := cmd.CombinedOutput()
		if cmd.ProcessState != nil {
			t.took = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		}
		if err != nil {
			return fmt.Errorf("%s of %s fails without a mutant: %w\n%s", t.name, t.pkg, err, out)
		}
		text, err := os.ReadFile(record)
		if err != nil {
			return err
		}
		t.reaches = map[int]bool{}
		for line := range strings.FieldsSeq(string(text)) {
			n, err := strconv.Atoi(line)
			if err != nil {
				return err
			}
			t.reaches[n] = true
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	quick := all[:0]
	for _, t := range all {
		switch {
		case len(t.reaches) == 0:
		case t.took > r.slow:
			fmt.Fprintf(r.log, "left out: %s of %s takes %v\n", t.name, t.pkg, t.took.Round(100*time.Millisecond))
		default:
			quick = append(quick, t)
		}
	}
	slices.SortStableFunc(quick, func(a, b *testCase) int { return int(a.took - b.took) })
	return quick, nil
}

// verdict is what became of a mutant.
type verdict struct {
	killed  bool
	reached bool
	by      string // the test that failed
}

// try runs the tests that reach a mutant, those of its own package first, until one fails.
// A test that does not come to its end counts as failed.
func (r *runner) try(ctx context.Context, m *mutant, number int, tests []*testCase) (verdict, error) {
	var v verdict
	for _, own := range []bool{true, false} {
		var groups [][]*testCase
		for _, t := range tests {
			if own != (t.pkg == m.pkg()) || !t.reaches[number] {
				continue
			}
			// Quick tests of one binary run in one process.
			if n := len(groups); n > 0 && groups[n-1][0].binary == t.binary && t.took < time.Second/5 {
				groups[n-1] = append(groups[n-1], t)
			} else {
				groups = append(groups, []*testCase{t})
			}
		}
		for _, g := range groups {
			v.reached = true
			failed, err := r.fails(ctx, g, number)
			if err != nil {
				return v, err
			}
			if failed {
				v.killed, v.by = true, g[0].pkg
				return v, nil
			}
		}
	}
	return v, nil
}

// fails runs tests of one binary with a mutant on.
func (r *runner) fails(ctx context.Context, tests []*testCase, number int) (bool, error) {
	limit := 3 * time.Second // of the processor
	var names []string
	for _, t := range tests {
		limit += 15 * t.took
		names = append(names, regexp.QuoteMeta(t.name))
	}
	// A mutant may wait without end, too; a busy machine is slower than this rarely.
	inTime, cancel := context.WithTimeout(ctx, 30*limit)
	defer cancel()
	cmd := r.command(inTime, tests[0].dir, tests[0].binary, "-test.failfast", "-test.run", "^("+strings.Join(names, "|")+")$")
	cmd.Env = append(cmd.Env, "MUTANT="+strconv.Itoa(number), "MUTANT_CPU="+strconv.Itoa(int(limit.Seconds())), "GOMAXPROCS=1")
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return false, nil
	case ctx.Err() != nil:
		return false, ctx.Err() // the run was ended, and no test failed
	case errors.As(err, &exit), inTime.Err() != nil:
		return true, nil
	}
	return false, err
}

// parallel calls f for each element from a number of goroutines. After an error no more
// elements are begun.
func parallel[T any](workers int, list []T, f func(T) error) error {
	var wg sync.WaitGroup
	todo := make(chan T)
	errs := make(chan error, len(list))
	stop := make(chan struct{})
	var once sync.Once
	for range workers {
		wg.Go(func() {
			for x := range todo {
				if err := f(x); err != nil {
					errs <- err
					once.Do(func() { close(stop) })
				}
			}
		})
	}
send:
	for _, x := range list {
		select {
		case todo <- x:
		case <-stop:
			break send
		}
	}
	close(todo)
	wg.Wait()
	close(errs)
	return <-errs
}

// failure adds what a command wrote to its error.
func failure(err error) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return fmt.Errorf("%w\n%s", err, exit.Stderr)
	}
	return err
}
