// Package flight shares work among all who wait for it, such as a login that many calls need.
package flight

import (
	"context"
	"sync"
	"time"
)

// Slot has at most one Flight. The lock of its owner guards it: it is held in calls of the
// methods here, but for Wait, Done and Result of a Flight.
type Slot[T any] struct{ flight *Flight[T] }

// Flight is work on its way. It runs on its own, so that it does not end with the call that
// happened to start it; it is cancelled when all who wait for it have left, and ends after its
// time limit, whatever it waits for.
type Flight[T any] struct {
	slot    *Slot[T]
	lock    sync.Locker
	cancel  context.CancelFunc
	waiters int
	ahead   bool

	done  chan struct{} // closed when value and err are set
	value T
	err   error
}

// Flight is the one on its way, or nil.
func (s *Slot[T]) Flight() *Flight[T] { return s.flight }

// Start sets out on work, which gets the values of ctx and not its end. What it gives goes to
// landed, with the lock held, unless all who waited have left.
func (s *Slot[T]) Start(ctx context.Context, lock sync.Locker, limit time.Duration, work func(context.Context) (T, error), landed func(T, error)) *Flight[T] {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), limit)
	f := &Flight[T]{slot: s, lock: lock, cancel: cancel, done: make(chan struct{})}
	s.flight = f
	go func() {
		defer cancel()
		value, err := run(ctx, work)
		lock.Lock()
		defer lock.Unlock()
		f.value, f.err = value, err
		close(f.done)
		if s.flight == f {
			s.flight = nil
			landed(value, err)
		}
	}()
	return f
}

// Join counts one more who waits, and must call Wait.
func (f *Flight[T]) Join() { f.waiters++ }

// Waiters is how many wait.
func (f *Flight[T]) Waiters() int { return f.waiters }

// Ahead says that the work is wanted although nobody waits for it.
func (f *Flight[T]) Ahead() { f.ahead = true }

// Wait returns when the work has landed. The error is the cause of the end of ctx, which came
// first.
func (f *Flight[T]) Wait(ctx context.Context) error {
	select {
	case <-f.done:
		return nil
	case <-ctx.Done():
		f.leave()
		return context.Cause(ctx)
	}
}

// leave is called by a waiter that gives up.
func (f *Flight[T]) leave() {
	f.lock.Lock()
	defer f.lock.Unlock()
	if f.waiters--; f.waiters > 0 || f.ahead {
		return
	}
	f.cancel()
	if f.slot.flight == f {
		f.slot.flight = nil
	}
}

// Done is closed when the work has landed.
func (f *Flight[T]) Done() <-chan struct{} { return f.done }

// Result is what the work gave; it is of use after it has landed.
func (f *Flight[T]) Result() (T, error) { return f.value, f.err }
