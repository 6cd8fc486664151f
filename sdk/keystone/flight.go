package keystone

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gophercloud/gophercloud/v2/openstack/identity/v3/tokens"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/bounded"
)

// session is a token and what came with it. It is not changed once it is made.
type session struct {
	token   string
	expires time.Time // zero: the server did not say
	renewAt time.Time
	scope   sdk.Scope
	entries []tokens.CatalogEntry
}

func (s *session) valid(now time.Time) bool { return s.expires.IsZero() || now.Before(s.expires) }
func (s *session) fresh(now time.Time) bool { return s.renewAt.IsZero() || now.Before(s.renewAt) }

// flight is a login on its way. It runs on its own, so that it does not end with the call
// that happened to start it; it is cancelled when all who wait for it have left, and ends with
// its own time limit, whatever the server and the transport do.
type flight struct {
	done    chan struct{} // closed when session and err are set
	cancel  context.CancelFunc
	waiters int
	ahead   bool // renews a token that is still good; nobody needs to wait
	session *session
	err     error
}

// retryRenewal is how long a failed early renewal is not tried again.
const retryRenewal = 30 * time.Second

// current gives the session, after a login where one is needed. A token close to its end
// is renewed in the background and used meanwhile.
func (a *Auth) current(ctx context.Context) (*session, error) {
	if a == nil || a.options == nil {
		return nil, errors.New("keystone: the Auth was not made with New")
	}
	if ctx == nil {
		return nil, errors.New("keystone: the context is nil; context.Background() is one that does not end")
	}
	a.mu.Lock()
	now := a.now()
	if s := a.session; s != nil && s.valid(now) {
		if !s.fresh(now) && a.flight == nil && !now.Before(a.noRenewBefore) {
			a.start(ctx).ahead = true
		}
		a.mu.Unlock()
		return s, nil
	}
	if a.session != nil && !a.options.renewable() {
		ended := a.session.expires
		a.mu.Unlock()
		return nil, fmt.Errorf("keystone: %w (%s), and %s", errExpired, ended.UTC().Format(time.RFC3339), a.options.whyNot())
	}
	f := a.flight
	if f == nil {
		f = a.start(ctx)
	}
	f.waiters++
	a.mu.Unlock()
	select {
	case <-f.done:
		return f.session, f.err
	case <-ctx.Done():
		a.leave(f)
		return nil, fmt.Errorf("keystone: waiting for the login: %w", context.Cause(ctx))
	}
}

// start sets out on a login; a.mu is held.
func (a *Auth) start(ctx context.Context) *flight {
	timeout := a.options.Timeout
	if timeout == 0 {
		timeout = time.Minute
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), timeout)
	f := &flight{done: make(chan struct{}), cancel: cancel}
	a.flight = f
	go func() {
		defer cancel()
		s, err := bounded.Run(ctx, a.login)
		a.mu.Lock()
		defer a.mu.Unlock()
		f.session, f.err = s, err
		close(f.done)
		if a.flight != f {
			return // all had left, and another login may be on its way
		}
		a.flight = nil
		if err != nil {
			a.noRenewBefore = a.now().Add(retryRenewal)
			return
		}
		a.session = s
	}()
	return f
}

// leave is called by a waiter that gives up.
func (a *Auth) leave(f *flight) {
	a.mu.Lock()
	defer a.mu.Unlock()
	f.waiters--
	if f.waiters > 0 || f.ahead {
		return
	}
	f.cancel()
	if a.flight == f {
		a.flight = nil
	}
}
