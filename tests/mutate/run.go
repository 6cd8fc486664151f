package main

import (
	"bytes"
	"cmp"
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
	"sync/atomic"
	"time"
)

// testCase is one test function, with what it reaches when no mutant is on.
type testCase struct {
	binary  string
	dir     string // the folder it runs in
	pkg     string
	name    string
	took    time.Duration // of the processor
	reaches map[int]bool  // where it asks for a mutant
	differs map[int]bool  // where a mutant changes something
}

// runner builds and runs tests.
type runner struct {
	root    string
	module  string
	scratch string
	workers int
	slow    time.Duration // a test that takes longer is left out
	log     io.Writer
	spent   atomic.Int64 // nanoseconds of the processor that the builds and tests took
}

// spend counts the time of the processor that a command took.
func (r *runner) spend(cmd *exec.Cmd) time.Duration {
	if cmd.ProcessState == nil {
		return 0
	}
	d := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	r.spent.Add(int64(d))
	return d
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
		out, err := cmd.CombinedOutput()
		r.spend(cmd)
		if err != nil {
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
		t.took = r.spend(cmd)
		if err != nil {
			return fmt.Errorf("%s of %s fails without a mutant: %w\n%s", t.name, t.pkg, err, out)
		}
		text, err := os.ReadFile(record)
		if err != nil {
			return err
		}
		t.reaches, t.differs = map[int]bool{}, map[int]bool{}
		for line := range strings.FieldsSeq(string(text)) {
			n, err := strconv.Atoi(line)
			if err != nil {
				return err
			}
			if n < 0 {
				t.differs[-n] = true
			} else {
				t.reaches[n] = true
			}
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
	slices.SortStableFunc(quick, func(a, b *testCase) int { return cmp.Compare(a.took, b.took) })
	return quick, nil
}

// verdict is what became of a mutant.
type verdict struct {
	killed  bool
	reached bool   // a test asks for it
	differs bool   // it changes something in a test
	by      string // the package of the test that failed
}

// try runs the tests in which a mutant changes something, those of its own package first, until one
// fails. A test that does not come to its end counts as failed.
func (r *runner) try(ctx context.Context, m *mutant, number int, tests []*testCase) (verdict, error) {
	var v verdict
	var own, others []*testCase
	for _, t := range tests {
		v.reached = v.reached || t.reaches[number]
		switch {
		case !t.differs[number]:
		case t.pkg == m.pkg():
			own = append(own, t)
		default:
			others = append(others, t)
		}
	}
	for _, list := range [][]*testCase{own, others} {
		for _, g := range together(list) {
			v.differs = true
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

// together groups tests that are run in one process: the quick ones of one binary. What takes less time
// comes first.
func together(tests []*testCase) [][]*testCase {
	const quick = time.Second / 5
	var groups [][]*testCase
	at := map[string]int{} // the group of a binary's quick tests
	for _, t := range tests {
		if i, ok := at[t.binary]; ok && t.took < quick {
			groups[i] = append(groups[i], t)
			continue
		}
		if t.took < quick {
			at[t.binary] = len(groups)
		}
		groups = append(groups, []*testCase{t})
	}
	slices.SortStableFunc(groups, func(a, b []*testCase) int { return cmp.Compare(total(a), total(b)) })
	return groups
}

// total is what tests take one after the other.
func total(tests []*testCase) (d time.Duration) {
	for _, t := range tests {
		d += t.took
	}
	return d
}

// fails runs tests of one binary with a mutant on.
func (r *runner) fails(ctx context.Context, tests []*testCase, number int) (bool, error) {
	limit := 3*time.Second + 15*total(tests) // of the processor
	var names []string
	for _, t := range tests {
		names = append(names, regexp.QuoteMeta(t.name))
	}
	// A mutant may wait without end, too; a busy machine is slower than this rarely.
	inTime, cancel := context.WithTimeout(ctx, 30*limit)
	defer cancel()
	cmd := r.command(inTime, tests[0].dir, tests[0].binary, "-test.failfast", "-test.run", "^("+strings.Join(names, "|")+")$")
	cmd.Env = append(cmd.Env, "MUTANT="+strconv.Itoa(number), "MUTANT_CPU="+strconv.Itoa(int(limit.Seconds())), "GOMAXPROCS=1")
	err := cmd.Run()
	r.spend(cmd)
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
