package gen

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// Waiting says how to ask for a resource and what to wait for. Generated methods fill it in.
type Waiting[T any] struct {
	Name   string                                // of the resource, for messages: "Backup"
	Query  func(ctx context.Context) (*T, error) // asks for it
	State  func(resource *T) string              // its state
	Reason func(resource *T) string              // why it has failed; nil where nothing tells
	Want   string                                // the state to wait for
	Failed []string                              // states it does not leave by itself
	Gone   []string                              // states of a resource that no longer exists
}

// Poll intervals, unless WithPoll says otherwise: quick at first, for what is done at
// once, then slower.
const (
	firstPoll = time.Second
	lastPoll  = 15 * time.Second
)

// Wait asks for a resource until it is in the wanted state, and gives it. A state that
// nobody documented is waited through. A failed state ends the wait with a *WaitError,
// and an error of the query ends it, too; queries are retried like every call before
// they fail. ctx and WithTimeout bound the wait; the error says in which state the
// resource was.
func Wait[T any](ctx context.Context, conn *sdk.Conn, options []sdk.Option, w Waiting[T]) (*T, error) {
	return poll(ctx, conn, options, w, func(resource *T, err error) (bool, error) {
		if err != nil {
			return false, err
		}
		state := w.State(resource)
		if strings.EqualFold(state, w.Want) {
			return true, nil
		}
		return false, w.failure(resource, state)
	})
}

// WaitGone asks for a resource until it is not found, or in a state of one that no longer exists. A
// resource that had failed before may be in its failed state for a while yet; the wait ends
// with a *WaitError when it fails on the way, or in a state such as error_deleting.
func WaitGone[T any](ctx context.Context, conn *sdk.Conn, options []sdk.Option, w Waiting[T]) error {
	moved := false
	_, err := poll(ctx, conn, options, w, func(resource *T, err error) (bool, error) {
		if errors.Is(err, sdk.ErrNotFound) {
			return true, nil
		}
		if err != nil {
			return false, err
		}
		state := w.State(resource)
		if slices.ContainsFunc(w.Gone, func(gone string) bool { return strings.EqualFold(gone, state) }) {
			return true, nil
		}
		err = w.failure(resource, state)
		if err == nil {
			moved = true
		} else if !moved && !strings.Contains(strings.ToLower(state), "delet") {
			err = nil
		}
		return false, err
	})
	return err
}

// failure is the error of a resource in a failed state, else nil.
func (w *Waiting[T]) failure(resource *T, state string) error {
	if !slices.ContainsFunc(w.Failed, func(failed string) bool { return strings.EqualFold(failed, state) }) {
		return nil
	}
	e := &sdk.WaitError{Name: w.Name, State: state, Want: w.Want, Resource: resource}
	if w.Reason != nil {
		e.Reason = w.Reason(resource)
	}
	return e
}

func poll[T any](ctx context.Context, conn *sdk.Conn, options []sdk.Option, w Waiting[T], done func(resource *T, err error) (bool, error)) (*T, error) {
	fixed, limit, err := conn.PollSettings(options)
	if err != nil {
		return nil, err
	}
	if ctx == nil {
		return nil, errors.New("the context is nil")
	}
	if limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
	}
	wait := firstPoll
	for {
		resource, err := w.Query(ctx)
		ready, err := done(resource, err)
		if err != nil {
			return nil, err
		}
		if ready {
			return resource, nil
		}
		interval := wait
		if fixed > 0 {
			interval = fixed
		}
		timer := time.NewTimer(interval)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return nil, fmt.Errorf("waiting for %s, which is %q: %w", w.Name, w.State(resource), context.Cause(ctx))
		}
		wait = min(wait*3/2, lastPoll)
	}
}
