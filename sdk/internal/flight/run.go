package flight

import (
	"context"
	"time"
)

// grace is how long work may take to give its own error after its context has ended. That
// error says more than the one of the context.
const grace = 100 * time.Millisecond

// run gives what work gives, or the cause of the end of ctx where the work does not end with
// it. The work goes on in its goroutine then, and what it gives is lost.
func run[T any](ctx context.Context, work func(context.Context) (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	results := make(chan result, 1)
	go func() {
		value, err := work(ctx)
		results <- result{value, err}
	}()
	select {
	case r := <-results:
		return r.value, r.err
	case <-ctx.Done():
	}
	late := time.NewTimer(grace)
	defer late.Stop()
	select {
	case r := <-results:
		return r.value, r.err
	case <-late.C:
		var none T
		return none, context.Cause(ctx)
	}
}
