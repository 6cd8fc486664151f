package oauth

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/oauth2"

	"github.com/rst2openapi/rst2openapi/sdk/internal/bounded"
)

// timeout is for one request for a token.
const timeout = time.Minute

var errNotMade = errors.New("oauth: the Auth was not made with ClientCredentials or Source")

// flight is a request for a token on its way. It runs on its own, so that it does not end with
// the call that happened to start it; it is cancelled when all who wait for it have left, and
// ends after timeout, whatever the server and the source do.
type flight struct {
	done    chan struct{} // closed when token and err are set
	cancel  context.CancelFunc
	waiters int
	token   *oauth2.Token
	err     error
}

// current gives the token, after a request for one where it is needed.
func (a Auth) current(ctx context.Context) (string, error) {
	if a.in == nil {
		return "", errNotMade
	}
	in := a.in
	in.mu.Lock()
	if in.token.Valid() {
		defer in.mu.Unlock()
		return in.token.AccessToken, nil
	}
	f := in.flight
	if f == nil {
		f = in.start(ctx)
	}
	f.waiters++
	in.mu.Unlock()
	select {
	case <-f.done:
		if f.err != nil {
			return "", fmt.Errorf("oauth: getting a token: %w", told(f.err))
		}
		return f.token.AccessToken, nil
	case <-ctx.Done():
		in.leave(f)
		return "", fmt.Errorf("oauth: waiting for a token: %w", context.Cause(ctx))
	}
}

// start asks for a token; a.mu is held.
func (a *auth) start(ctx context.Context) *flight {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), timeout)
	f := &flight{done: make(chan struct{}), cancel: cancel}
	a.flight = f
	go func() {
		defer cancel()
		token, err := bounded.Run(ctx, a.get)
		if err == nil && token == nil {
			err = errors.New("the source gives neither a token nor an error")
		}
		a.mu.Lock()
		defer a.mu.Unlock()
		f.token, f.err = token, err
		close(f.done)
		if a.flight != f {
			return // all had left, and another request may be on its way
		}
		if a.flight = nil; err == nil {
			a.token = token
		}
	}()
	return f
}

// leave is called by a waiter that gives up.
func (a *auth) leave(f *flight) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if f.waiters--; f.waiters > 0 {
		return
	}
	f.cancel()
	if a.flight == f {
		a.flight = nil
	}
}
