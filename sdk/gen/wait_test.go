package gen_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

type job struct{ State, Why string }

// states gives a job whose state is the next one at each query, and the last for ever.
func states(list ...string) (gen.Waiting[job], *int) {
	queries := new(int)
	return gen.Waiting[job]{
		Name: "Job",
		Query: func(context.Context) (*job, error) {
			state := list[min(*queries, len(list)-1)]
			*queries++
			if state == "404" {
				return nil, sdk.ErrNotFound
			}
			return &job{State: state, Why: "no space\nleft"}, nil
		},
		State:  func(j *job) string { return j.State },
		Reason: func(j *job) string { return j.Why },
		Want:   "available", Failed: []string{"error"},
	}, queries
}

func TestWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, queries := states("creating", "a state that nobody documented", "AVAILABLE")
		start := time.Now()
		got, err := gen.Wait(t.Context(), nil, nil, w)
		if err != nil || got.State != "AVAILABLE" || *queries != 3 {
			t.Errorf("%+v %v after %d queries", got, err, *queries)
		}
		if waited := time.Since(start); waited != 2500*time.Millisecond {
			t.Errorf("waited %v: one second, then half as long again", waited)
		}
	})
}

func TestWaitPoll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, _ := states("creating", "creating", "available")
		start := time.Now()
		if _, err := gen.Wait(t.Context(), nil, []sdk.Option{sdk.WithPoll(time.Minute)}, w); err != nil || time.Since(start) != 2*time.Minute {
			t.Errorf("%v after %v", err, time.Since(start))
		}
	})
}

func TestWaitFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, _ := states("creating", "error")
		_, err := gen.Wait(t.Context(), nil, nil, w)
		var failed *sdk.WaitError
		if !errors.As(err, &failed) || failed.State != "error" || failed.Resource.(*job).State != "error" {
			t.Fatalf("%v", err)
		}
		if want := `Job is "error", which does not lead to "available": no space left`; err.Error() != want {
			t.Errorf("%q, want %q", err, want)
		}
		// A failed state may be the one that is wanted.
		w, _ = states("creating", "error")
		w.Want = "error"
		if _, err := gen.Wait(t.Context(), nil, nil, w); err != nil {
			t.Error(err)
		}
	})
}

func TestWaitStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		w, _ := states("creating")
		_, err := gen.Wait(ctx, nil, nil, w)
		if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), `"creating"`) {
			t.Errorf("%v", err)
		}
		start := time.Now()
		if _, err := gen.Wait(t.Context(), nil, []sdk.Option{sdk.WithTimeout(time.Minute)}, w); !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != time.Minute {
			t.Errorf("%v after %v: WithTimeout bounds the wait", err, time.Since(start))
		}
		broken := errors.New("broken")
		w.Query = func(context.Context) (*job, error) { return nil, fmt.Errorf("asking: %w", broken) }
		if _, err := gen.Wait(t.Context(), nil, nil, w); !errors.Is(err, broken) {
			t.Errorf("%v", err)
		}
	})
}

func TestWaitGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, last := range []string{"404", "deleted"} {
			w, queries := states("deleting", last)
			w.Want, w.Gone = "", []string{"deleted"}
			if err := gen.WaitGone(t.Context(), nil, nil, w); err != nil || *queries != 2 {
				t.Errorf("%s: %v after %d queries", last, err, *queries)
			}
		}
		// A resource that had failed before is deleted, too.
		w, queries := states("error", "error", "404")
		w.Want = ""
		if err := gen.WaitGone(t.Context(), nil, nil, w); err != nil || *queries != 3 {
			t.Errorf("%v after %d queries", err, *queries)
		}
		w, _ = states("deleting", "error")
		w.Want = ""
		var failed *sdk.WaitError
		if err := gen.WaitGone(t.Context(), nil, nil, w); !errors.As(err, &failed) || !strings.Contains(err.Error(), "its end") {
			t.Errorf("%v", err)
		}
	})
}
