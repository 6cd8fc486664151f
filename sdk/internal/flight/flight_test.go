package flight

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"
)

// owner is what has a slot: a value that flights bring.
type owner struct {
	mu    sync.Mutex
	slot  Slot[int]
	value int
	err   error
}

func (o *owner) start(ctx context.Context, limit time.Duration, work func(context.Context) (int, error)) *Flight[int] {
	o.mu.Lock()
	defer o.mu.Unlock()
	f := o.slot.Start(ctx, &o.mu, limit, work, func(v int, err error) { o.value, o.err = v, err })
	f.Join()
	return f
}

// The work goes on when the call that started it ends, as long as another one waits.
func TestFlightOutlivesItsStarter(t *testing.T) {
	var o owner
	gate := make(chan struct{})
	first, cancel := context.WithCancelCause(t.Context())
	f := o.start(first, time.Minute, func(ctx context.Context) (int, error) {
		<-gate
		return 7, ctx.Err()
	})
	o.mu.Lock()
	f.Join()
	o.mu.Unlock()
	reason := errors.New("no time left")
	cancel(reason)
	if err := f.Wait(first); !errors.Is(err, reason) {
		t.Errorf("the one that left has %v", err)
	}
	close(gate)
	if err := f.Wait(t.Context()); err != nil {
		t.Error(err)
	}
	if v, err := f.Result(); v != 7 || err != nil {
		t.Errorf("the work gave %d, %v", v, err)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.value != 7 || o.slot.Flight() != nil {
		t.Errorf("the owner got %d; on its way %v", o.value, o.slot.Flight())
	}
}

// When all have left, the work is cancelled, the slot is free, and what it gives reaches nobody.
func TestFlightThatNobodyWaitsFor(t *testing.T) {
	var o owner
	f := o.start(t.Context(), time.Minute, func(ctx context.Context) (int, error) {
		<-ctx.Done()
		return 7, nil
	})
	left, cancel := context.WithCancel(t.Context())
	cancel()
	if err := f.Wait(left); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	<-f.Done()
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.value != 0 || o.slot.Flight() != nil {
		t.Errorf("the owner got %d; on its way %v", o.value, o.slot.Flight())
	}
}

// Work that is wanted ahead goes on without anybody, and ends after its limit even if it does
// not look at its context.
func TestFlightEnds(t *testing.T) {
	var o owner
	gate := make(chan struct{})
	defer close(gate)
	f := o.start(t.Context(), time.Millisecond, func(context.Context) (int, error) {
		<-gate
		return 7, nil
	})
	o.mu.Lock()
	f.Ahead()
	o.mu.Unlock()
	left, cancel := context.WithCancel(t.Context())
	cancel()
	_ = f.Wait(left)
	<-f.Done()
	if _, err := f.Result(); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the work ended with %v", err)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if !errors.Is(o.err, context.DeadlineExceeded) {
		t.Errorf("the owner got %v", o.err)
	}
}
