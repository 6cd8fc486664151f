package parallel

import (
	"slices"
	"testing"
)

func TestEachRunsEachStepOnce(t *testing.T) {
	ran := make([]int, 100)
	Each(len(ran), func(i int) { ran[i]++ })
	if slices.Min(ran) != 1 || slices.Max(ran) != 1 {
		t.Errorf("steps ran %v times, want each once", ran)
	}
	Each(0, func(int) { t.Error("a step of none ran") })
}

// A panic reaches the caller, who can recover from it, and the other steps run.
func TestEachHandsOnTheFirstPanic(t *testing.T) {
	ran := make([]bool, 20)
	defer func() {
		p, ok := recover().(*Panic)
		if !ok || p.String() != "step 3" || len(p.Stack) == 0 {
			t.Errorf("Each panics with %v, want that of step 3 with its stack", p)
		}
		if slices.Contains(ran, false) {
			t.Errorf("steps that ran: %v, want all", ran)
		}
	}()
	Each(len(ran), func(i int) {
		ran[i] = true
		if i == 3 || i == 11 {
			panic("step " + string(rune('0'+i)))
		}
	})
}
