package keystone

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gophercloud/gophercloud/v2/openstack/identity/v3/tokens"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/flight"
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
		if !s.fresh(now) && a.logins.Flight() == nil && !now.Before(a.noRenewBefore) {
			a.start(ctx).Ahead()
		}
		a.mu.Unlock()
		return s, nil
	}
	if a.session != nil && !a.options.renewable() {
		ended := a.session.expires
		a.mu.Unlock()
		return nil, fmt.Errorf("keystone: %w (%s), and %s", errExpired, ended.UTC().Format(time.RFC3339), a.options.whyNot())
	}
	f := a.logins.Flight()
	if f == nil {
		f = a.start(ctx)
	}
	f.Join()
	a.mu.Unlock()
	if err := f.Wait(ctx); err != nil {
		return nil, fmt.Errorf("keystone: waiting for the login: %w", err)
	}
	return f.Result()
}

// start sets out on a login; a.mu is held.
func (a *Auth) start(ctx context.Context) *flight.Flight[*session] {
	return a.logins.Start(ctx, &a.mu, cmp.Or(a.options.Timeout, time.Minute), a.login, func(s *session, err error) {
		if err != nil {
			a.noRenewBefore = a.now().Add(retryRenewal)
			return
		}
		a.session = s
	})
}
