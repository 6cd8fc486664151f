package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// score is a sample with what became of it.
type score struct {
	sample     []*mutant
	guards     []*mutant
	verdicts   map[*mutant]verdict
	complaints []string
}

// choose takes n mutants, the same for the same seed and source. All listed guards are
// tried besides.
func choose(all []*mutant, reasons map[string]string, o options) *score {
	s := &score{verdicts: map[*mutant]verdict{}}
	for _, m := range all {
		if _, ok := reasons[m.key()]; ok {
			s.guards = append(s.guards, m)
		} else if o.only == nil || o.only.MatchString(m.key()) {
			s.sample = append(s.sample, m)
		}
	}
	rand.New(rand.NewPCG(o.seed, 0)).Shuffle(len(s.sample), func(i, j int) { s.sample[i], s.sample[j] = s.sample[j], s.sample[i] })
	if o.n > 0 && o.n < len(s.sample) {
		s.sample = s.sample[:o.n]
	}
	return s
}

// try builds the tests with all mutants in them and runs them for one mutant after the
// other.
func (s *score) try(ctx context.Context, r *runner, o options) error {
	start := time.Now()
	number := map[*mutant]int{}
	tried := slices.Concat(s.sample, s.guards)
	for i, m := range tried {
		number[m] = i + 1
	}
	list, err := overlay(r.root, r.module, r.scratch, number)
	if err != nil {
		return err
	}
	packages, err := r.testPackages(ctx, o.tests, o.packages)
	if err != nil {
		return err
	}
	if err := r.build(ctx, packages, list); err != nil {
		return err
	}
	tests, err := r.baseline(ctx, packages)
	if err != nil {
		return err
	}
	fmt.Fprintf(r.log, "built the tests of %d packages; %d tests reach a mutant (%v, %v of the processor)\n", len(packages), len(tests),
		time.Since(start).Round(time.Second), time.Duration(r.spent.Load()).Round(time.Second))

	var mu sync.Mutex
	return parallel(r.workers, tried, func(m *mutant) error {
		v, err := r.try(ctx, m, number[m], tests)
		mu.Lock()
		defer mu.Unlock()
		s.verdicts[m] = v
		return err
	})
}

// gone lists the guards of these packages that are not mutants of the source any more.
func gone(reasons map[string]string, all []*mutant, packages []string) []string {
	have := map[string]bool{}
	for _, m := range all {
		have[m.key()] = true
	}
	var out []string
	for key := range reasons {
		file, _, _ := strings.Cut(key, " ")
		dir := filepath.ToSlash(filepath.Dir(file))
		if (slices.Contains(packages, dir) || !slices.Contains(mutated, dir)) && !have[key] {
			out = append(out, key)
		}
	}
	slices.Sort(out)
	return out
}

// report prints the survivors and the numbers of each package. It gives false when more
// than the limit survive, or a guard is none.
func (s *score) report(w io.Writer, o options) bool {
	for _, m := range s.guards {
		if v := s.verdicts[m]; v.killed {
			s.complaints = append(s.complaints, fmt.Sprintf("guards.txt lists what a test of %s sees: %s", v.by, m.key()))
		}
	}
	var lived []*mutant
	tried, killed := map[string]int{}, map[string]int{}
	for _, m := range s.sample {
		tried[m.pkg()]++
		if s.verdicts[m].killed {
			killed[m.pkg()]++
		} else {
			lived = append(lived, m)
		}
	}
	slices.SortFunc(lived, func(a, b *mutant) int {
		if c := strings.Compare(a.file, b.file); c != 0 {
			return c
		}
		return a.start - b.start
	})
	for _, m := range lived {
		never := ""
		switch v := s.verdicts[m]; {
		case !v.reached:
			never = " (no test gets here)"
		case !v.differs:
			never = " (it decides nothing in any test)"
		}
		fmt.Fprintf(w, "%s:%d survives%s\n\t%s\n", m.file, m.line, never, m.key())
	}
	for _, c := range s.complaints {
		fmt.Fprintln(w, c)
	}
	fmt.Fprintf(w, "%-24s %7s %7s %9s %8s\n", "package", "mutants", "killed", "survivors", "killed %")
	line := func(name string, n, dead int) {
		fmt.Fprintf(w, "%-24s %7d %7d %9d %7.1f%%\n", name, n, dead, n-dead, percent(dead, n))
	}
	for _, p := range o.packages {
		line(p, tried[p], killed[p])
	}
	line("all", len(s.sample), len(s.sample)-len(lived))
	return percent(len(lived), len(s.sample)) <= o.limit && len(s.complaints) == 0
}

func percent(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * float64(part) / float64(whole)
}
