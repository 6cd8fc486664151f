//go:build steps

package steps

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// counted are the packages whose statements are counted. Those of the standard library that go
// through lists for their callers are among them.
const counted = "github.com/rst2openapi/rst2openapi/internal/...,slices,sort,strings,maps,regexp"

// The variables that tell a run of this test which input to work on, and how large it is.
const shapeVariable, sizeVariable = "STEPS_SHAPE", "STEPS_SIZE"

// TestSteps holds it for how often statements run.
func TestSteps(t *testing.T) {
	if name := os.Getenv(shapeVariable); name != "" {
		n, err := strconv.Atoi(os.Getenv(sizeVariable))
		if err != nil {
			t.Fatal(err)
		}
		work(t, name, n)
		return
	}
	program := filepath.Join(t.TempDir(), "steps.test")
	build := exec.Command("go", "test", "-c", "-tags", "steps", "-covermode=count", "-coverpkg="+counted, "-o", program, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for name := range shapes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			before, after := run(t, program, name, small), run(t, program, name, large)
			if ratio := float64(after.all) / float64(before.all); ratio > most {
				t.Errorf("eight times as many take %.1f times as many steps: %s", ratio, after.worst(before))
			}
		})
	}
}

// counts are how often statements ran.
type counts struct {
	all int
	of  map[string]int // by their place
}

// run lets the test work on one input in a process of its own, and reads what it counted.
func run(t *testing.T, program, name string, n int) counts {
	t.Helper()
	profile := filepath.Join(t.TempDir(), "profile")
	cmd := exec.Command(program, "-test.run=^TestSteps$", "-test.coverprofile="+profile)
	cmd.Env = append(os.Environ(), shapeVariable+"="+name, sizeVariable+"="+strconv.Itoa(n))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	f, err := os.Open(profile)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // it was only read
	c := counts{of: map[string]int{}}
	lines := bufio.NewScanner(f)
	for lines.Scan() { // place statements times
		fields := strings.Fields(lines.Text())
		if len(fields) != 3 {
			continue
		}
		times, err := strconv.Atoi(fields[2])
		if err != nil {
			t.Fatal(err)
		}
		c.all += times
		c.of[fields[0]] = times
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return c
}

// worst names the places that grew the most.
func (c counts) worst(before counts) string {
	type place struct {
		at   string
		more int
	}
	var all []place
	for at, n := range c.of {
		if before.of[at] > 0 {
			all = append(all, place{at, n - large/small*before.of[at]})
		}
	}
	slices.SortFunc(all, func(a, b place) int { return cmp.Or(cmp.Compare(b.more, a.more), strings.Compare(a.at, b.at)) })
	var out []string
	for _, p := range all[:min(5, len(all))] {
		out = append(out, fmt.Sprintf("%s (%d times, %d of few)", p.at, c.of[p.at], before.of[p.at]))
	}
	return strings.Join(out, ", ")
}
