// Package steps holds that what an input costs grows no faster than the input, whatever there is
// much of in it. What is counted is how much memory is taken up and, with the tag steps, how often
// each statement runs: neither depends on the machine.
package steps

import (
	"runtime"
	"testing"
)

// The two sizes of an input, and by how much what it costs may grow: 8 to the power of 1.2.
const (
	small = 250
	large = 8 * small
	most  = 12.1
)

// TestMemory holds it for the memory that is taken up in all.
func TestMemory(t *testing.T) {
	for name := range shapes {
		cost := func(n int) float64 {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			work(t, name, n)
			runtime.ReadMemStats(&after)
			return float64(after.TotalAlloc - before.TotalAlloc)
		}
		cost(small) // what is made once
		if ratio := cost(large) / cost(small); ratio > most {
			t.Errorf("%s: eight times as many take up %.1f times as much memory", name, ratio)
		}
	}
}

func work(t *testing.T, name string, n int) {
	if err := shapes[name](n); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}
