package main

import (
	"fmt"
	"io"
	"sync"
)

// modelProblems prints what a pass did wrong with the model, for those who work on this tool.
// Sets are converted in parallel, so several may do so at a time.
type modelProblems struct {
	w  io.Writer
	mu sync.Mutex
	n  int
}

func (p *modelProblems) add(set, pass, problem string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.n++
	fmt.Fprintf(p.w, "%s, after %s: %s\n", set, pass, problem)
}

// err is nil where there was no problem.
func (p *modelProblems) err() error {
	if p.n == 0 {
		return nil
	}
	return fail(exitInput, "the model is wrong in %d places: a mistake of this tool, not of the pages", p.n)
}
