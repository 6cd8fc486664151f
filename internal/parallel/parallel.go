// Package parallel runs steps that do not know each other on all processors.
package parallel

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"golang.org/x/sync/errgroup"
)

// Panic is what Each panics with: the panic of a step, which would end the process where no
// caller can see it, if it were left in the goroutine of the step.
type Panic struct {
	Value any    // what the step panicked with
	Stack []byte // of the step
}

func (p *Panic) String() string { return fmt.Sprint(p.Value) }

// Each calls step for each number from 0 to n-1, as many at a time as there are processors,
// and returns when all have returned. Of steps that panic the first by number counts.
func Each(n int, step func(i int)) {
	var workers errgroup.Group
	workers.SetLimit(runtime.GOMAXPROCS(0))
	panics := make([]*Panic, n)
	for i := range n {
		workers.Go(func() error {
			defer func() {
				if r := recover(); r != nil {
					panics[i] = &Panic{r, debug.Stack()}
				}
			}()
			step(i)
			return nil
		})
	}
	_ = workers.Wait() // never an error: steps give none
	for _, p := range panics {
		if p != nil {
			panic(p)
		}
	}
}
