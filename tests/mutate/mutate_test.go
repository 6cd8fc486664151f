package main

import (
	"bufio"
	"context"
	"errors"
	"go/parser"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

const source = `package p

const none = 1 < 2

func (c *counter) add(a, b, d bool, list []int) bool {
	if a && b && d || len(list) > 3 {
		c.n++
		return a
	}
	for i := 0; i < len(list); i++ {
		x := i
		switch {
		case x == 2:
			c.n = x
			continue
		}
		_ = x
		panic("no")
	}
	return !a
}
`

func TestMutantsOf(t *testing.T) {
	list, err := mutantsOf("p/p.go", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range list {
		if m.file != "p/p.go" || m.fun != "counter.add" || m.pkg() != "p" {
			t.Errorf("%+v", m)
		}
		got = append(got, m.what)
	}
	want := []string{
		"negate `a && b && d || len(list) > 3`",
		"drop `a && b && d` of `a && b && d || len(list) > 3`",
		"drop `a` of `a && b && d`",
		"drop `b` of `a && b && d`",
		"drop `d` of `a && b && d`",
		"drop `len(list) > 3` of `a && b && d || len(list) > 3`",
		"`len(list) > 3` becomes `len(list) >= 3`",
		"`len(list) > 3` becomes `len(list) > 3+1`",
		"remove `c.n++`",
		"remove `return a`",
		"negate `i < len(list)`",
		"`i < len(list)` becomes `i <= len(list)`",
		"negate `x == 2`",
		"`x == 2` becomes `x == 2+1`",
		"remove `c.n = x`",
		"remove `continue`",
		"negate `!a`",
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestKeys asks for names that tell equal changes of one function apart.
func TestKeys(t *testing.T) {
	list, err := mutantsOf("p/p.go", []byte("package p\nfunc f(a bool) {\nif a { g() }\nif a { g() }\n}\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range list {
		got = append(got, m.key())
	}
	want := []string{"p/p.go f: negate `a`", "p/p.go f: remove `g()`", "p/p.go f: negate `a` #2", "p/p.go f: remove `g()` #2"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestGuards(t *testing.T) {
	for text, want := range map[string]string{
		"# a comment\na b: c\n\tbecause\n\tof it\n": "",
		"a b: c\n":                         "without a reason",
		"a b: c\nd e: f\n\tbecause\n":      "without a reason",
		"\tbecause\n":                      "without a mutant",
		"a b: c\n\tx\na b: c\n\tbecause\n": "twice",
	} {
		list, err := guards(text)
		if want == "" && (err != nil || list["a b: c"] != "because of it") || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, %v", text, list, err)
		}
	}
}

// TestAll compiles all mutants of all packages at once.
func TestAll(t *testing.T) {
	root, module, err := module(".")
	if err != nil {
		t.Fatal(err)
	}
	all, err := candidates(root, mutated)
	if err != nil {
		t.Fatal(err)
	}
	number := map[*mutant]int{}
	keys := map[string]bool{}
	for i, m := range all {
		number[m] = i + 1
		if keys[m.key()] {
			t.Errorf("two mutants have the name %s", m.key())
		}
		keys[m.key()] = true
	}
	r := &runner{root: root, module: module, scratch: t.TempDir(), workers: 1}
	list, err := overlay(root, module, r.scratch, number)
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"build", "-overlay", list}
	for _, p := range mutated {
		args = append(args, "./"+p)
	}
	if out, err := r.command(t.Context(), root, "go", args...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	reasons, err := guards(guardText)
	if err != nil {
		t.Error(err)
	}
	for _, key := range gone(reasons, all, mutated) {
		t.Errorf("guards.txt lists what is not there: %s", key)
	}
}

// TestInterrupt: a run that is ended ends its tests, and takes none of them for one that saw a mutant.
func TestInterrupt(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil || runtime.GOOS == "windows" {
		t.Skip("there is no sh to run a test of")
	}
	dir := t.TempDir()
	script := filepath.Join(dir, "p.test")
	if err := os.WriteFile(script, []byte("#!/bin/sh\nsleep 600\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, cancel)
	r := &runner{scratch: dir}
	failed, err := r.fails(ctx, []*testCase{{binary: script, dir: dir, name: "TestLong"}}, 1)
	if failed || !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %v", failed, err)
	}
}

// TestKillGroup ends a command that waits for a process it started.
func TestKillGroup(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil || runtime.GOOS == "windows" {
		t.Skip("there is no sh to start a process with")
	}
	ctx, cancel := context.WithCancel(t.Context())
	r := &runner{scratch: t.TempDir()}
	cmd := r.command(ctx, "", "sh", "-c", "sleep 600 & echo $!; wait")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	// The pipe ends when no process has it open any more: the child is gone, too.
	if rest, err := io.ReadAll(out); len(rest) > 0 || err != nil {
		t.Errorf("%q, %v after process %s", rest, err, line)
	}
	if cmd.Wait() == nil {
		t.Error("the command came to its end")
	}
}

// TestMutate runs the whole command over a module of two functions.
func TestMutate(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module example.org/m\n\ngo 1.25\n",
		"internal/p/p.go": `package p

func Small(n int) bool { return n < 10 }

func Count(to int) (n int) {
	for n < to {
		n++
	}
	return n
}

func Odd(n int) bool { return n > 0 && half(n) > 0 && n%2 == 1 }

func half(n int) int { return n / 2 }

func Unseen(n *int) { *n = 1 }
`,
		"internal/p/p_test.go": `package p

import "testing"

func TestSmall(t *testing.T) {
	if !Small(1) || Small(100) || Count(3) != 3 {
		t.Error("wrong")
	}
}

func TestOdd(t *testing.T) {
	if !Odd(3) || Odd(4) {
		t.Error("wrong")
	}
}
`,
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o := options{
		dir: dir, packages: []string{"internal/p"}, tests: []string{"./..."},
		workers: 2, slow: time.Minute,
	}
	for _, c := range []struct {
		guards string
		limit  float64
		ok     bool
		want   []string
		not    string
	}{
		{"", 50, true, []string{
			"internal/p/p.go:3 survives (it decides nothing in any test)\n\tinternal/p/p.go Small: `n < 10` becomes `n <= 10`\n",
			"internal/p/p.go:3 survives (it decides nothing in any test)\n\tinternal/p/p.go Small: `n < 10` becomes `n < 10+1`\n",
			"internal/p/p.go:12 survives (it decides nothing in any test)\n\tinternal/p/p.go Odd: `n > 0` becomes `n >= 0`\n",
			"internal/p/p.go:12 survives (it decides nothing in any test)\n\tinternal/p/p.go Odd: drop `n > 0` of",
			"internal/p/p.go:12 survives\n\tinternal/p/p.go Odd: `half(n) > 0` becomes `half(n) >= 0`\n",
			"internal/p/p.go:16 survives (no test gets here)\n\tinternal/p/p.go Unseen: remove `*n = 1`\n",
			" 16 ", " 8 ", "50.0%", "of the processor",
		}, "Count"},
		{"internal/p/p.go Unseen: remove `*n = 1`\n\tno effect\n", 46, false, []string{" 15 ", " 7 ", "53.3%"}, "Unseen"},
		{"internal/p/p.go Small: negate `n < 10`\n\tno effect\ninternal/p/p.go Gone: remove `f()`\n\tno effect\n", 100, false, []string{
			"lists what a test of internal/p sees: internal/p/p.go Small: negate `n < 10`",
			"lists what is not there: internal/p/p.go Gone",
		}, "Count"},
	} {
		var out strings.Builder
		o.guards, o.limit = c.guards, c.limit
		ok, err := mutate(t.Context(), &out, o)
		if err != nil {
			t.Fatal(err)
		}
		if ok != c.ok || strings.Contains(out.String(), c.not) {
			t.Errorf("guards %q, at most %v%%: %v\n%s", c.guards, c.limit, ok, &out)
		}
		for _, w := range c.want {
			if !strings.Contains(out.String(), w) {
				t.Errorf("guards %q: %q is missing in\n%s", c.guards, w, &out)
			}
		}
	}
}

// TestTogether runs the quick tests of a binary in one process, and what takes less time first.
func TestTogether(t *testing.T) {
	var tests []*testCase
	for _, c := range []struct {
		name, binary string
		took         time.Duration
	}{
		{"A1", "a", 10}, {"B1", "b", 20}, {"A2", "a", 30}, {"B2", "b", 50}, {"A3", "a", 100}, {"A4", "a", 190}, {"B3", "b", 200}, {"A5", "a", 400},
	} {
		tests = append(tests, &testCase{name: c.name, binary: c.binary, took: c.took * time.Millisecond})
	}
	var got []string
	for _, g := range together(tests) {
		for _, t := range g {
			got = append(got, t.name)
		}
		got = append(got, ";")
	}
	if want := "B1 B2 ; B3 ; A1 A2 A3 A4 ; A5 ;"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestIsPure takes no call for what may be computed twice.
func TestIsPure(t *testing.T) {
	for text, want := range map[string]bool{
		"len(a) > b[i+1].c": true, "-a < 3": true, "next() > 0": false, "a.next() > 0": false, "len(next()) > 0": false, "<-c > 0": false, "int(a) > 0": false,
	} {
		e, err := parser.ParseExpr(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := isPure(e); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// TestSample asks for the same mutants for the same seed, and others for another.
func TestSample(t *testing.T) {
	all, err := mutantsOf("p/p.go", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	take := func(seed uint64) string {
		var keys []string
		for _, m := range choose(all, nil, options{seed: seed, n: 8}).sample {
			keys = append(keys, m.key())
		}
		return strings.Join(keys, "\n")
	}
	if a := take(1); a != take(1) || a == take(2) || strings.Count(a, "\n") != 7 {
		t.Errorf("the sample is %s", a)
	}
}
