package keystone

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// mustGet gives the token of the next request.
func mustGet(t *testing.T, a *Auth) string {
	t.Helper()
	token, err := authorized(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

// landed waits until no login is on its way.
func landed(a *Auth) {
	a.mu.Lock()
	f := a.logins.Flight()
	a.mu.Unlock()
	if f != nil {
		<-f.Done()
	}
}

// TestRenewedAhead lets a token come close to its end: it is used on while the next one is
// on its way.
func TestRenewedAhead(t *testing.T) {
	for name, c := range map[string]struct{ life, before, fresh, step time.Duration }{
		"day":       {24 * time.Hour, 0, 24*time.Hour - 5*time.Minute, time.Second},
		"short":     {10 * time.Minute, 0, 9 * time.Minute, time.Second},
		"set":       {24 * time.Hour, time.Hour, 23 * time.Hour, time.Second},
		"too early": {10 * time.Minute, time.Hour, 5 * time.Minute, time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t)
			f.life, f.skew = c.life, 48*time.Hour // the clock of a server may be wrong
			o := f.password()
			o.RenewBefore = c.before
			a := f.auth(t, o)
			for range 3 {
				if token := mustGet(t, a); token != "token-1" {
					t.Errorf("first %s", token)
				}
			}
			f.pass(c.fresh - c.step)
			if token := mustGet(t, a); token != "token-1" || f.count() != 1 {
				t.Errorf("fresh %s, %d logins", token, f.count())
			}
			f.pass(c.step)
			if token := mustGet(t, a); token != "token-1" {
				t.Errorf("stale %s", token)
			}
			landed(a)
			if token := mustGet(t, a); token != "token-2" || f.count() != 2 {
				t.Errorf("renewed %s, %d logins", token, f.count())
			}
		})
	}
}

// TestRenewalFails uses a token to its end while no new one is to be had, and does not
// ask for one with every request.
func TestRenewalFails(t *testing.T) {
	f := newFake(t)
	a := f.auth(t, f.password())
	mustGet(t, a)
	f.mu.Lock()
	f.handler = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	f.mu.Unlock()
	f.pass(f.life - time.Minute)
	for range 5 {
		if token := mustGet(t, a); token != "token-1" {
			t.Error(token)
		}
		landed(a)
	}
	if n := f.count(); n != 2 {
		t.Errorf("%d logins", n)
	}
	f.pass(retryRenewal)
	mustGet(t, a)
	landed(a)
	if n := f.count(); n != 3 {
		t.Errorf("%d logins", n)
	}
	f.pass(time.Minute)
	if _, err := authorized(t.Context(), a); !errors.Is(err, sdk.ErrForbidden) {
		t.Error(err)
	}
}

// refused is a request that got the response 401.
func refused(t *testing.T, value string) *http.Request {
	t.Helper()
	req, err := http.NewRequest(http.MethodGet, "https://example.com", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("X-Auth-Token", value)
	return req
}

// TestRenewOn401 logs in again only for the token that is in use.
func TestRenewOn401(t *testing.T) {
	f := newFake(t)
	a := f.auth(t, f.password())
	mustGet(t, a)
	for _, c := range []struct {
		refused, token string
		logins         int
	}{{"other", "token-1", 1}, {"token-1", "token-2", 2}, {"token-1", "token-2", 2}, {"Bearer token-2", "token-3", 3}} {
		if err := a.Renew(t.Context(), refused(t, c.refused)); err != nil {
			t.Fatal(err)
		}
		if token := mustGet(t, a); token != c.token || f.count() != c.logins {
			t.Errorf("after %s: %s, %d logins", c.refused, token, f.count())
		}
	}
}

// TestNotRenewable has credentials that can be used only once.
func TestNotRenewable(t *testing.T) {
	f := newFake(t)
	f.life = time.Hour
	for name, o := range map[string]Options{
		"token":    {AuthURL: f.URL, Token: "hidden"},
		"exchange": {AuthURL: f.URL, Token: "hidden", ProjectID: "p"},
		"passcode": {AuthURL: f.URL, UserID: "u", Password: "hidden", Passcode: "123"},
	} {
		t.Run(name, func(t *testing.T) {
			a := f.auth(t, o)
			token, before := mustGet(t, a), f.count()
			if err := a.Renew(t.Context(), refused(t, token)); err == nil || strings.Contains(err.Error(), "hidden") {
				t.Error(err)
			}
			f.pass(59 * time.Minute)
			if mustGet(t, a) != token {
				t.Error("the token has changed")
			}
			f.pass(time.Minute)
			_, err := authorized(t.Context(), a)
			if !errors.Is(err, errExpired) || !strings.Contains(err.Error(), "make a new Auth") {
				t.Error(err)
			}
			if f.count() != before {
				t.Errorf("%d logins, want %d", f.count(), before)
			}
		})
	}
}

// TestManyCallers has 64 goroutines whose tokens end and are refused all the time.
func TestManyCallers(t *testing.T) {
	f := newFake(t)
	f.life = time.Hour
	a := f.auth(t, f.password())
	const callers, rounds = 64, 5
	for round := range rounds {
		var group sync.WaitGroup
		start := make(chan struct{})
		for range callers {
			group.Go(func() {
				<-start
				token, err := authorized(t.Context(), a)
				if err != nil || token == "" {
					t.Errorf("%q %v", token, err)
				}
				if round%2 == 1 { // the service refuses the token as well
					if err := a.Renew(t.Context(), refused(t, token)); err != nil {
						t.Error(err)
					}
				}
				if _, err := a.Scope(t.Context()); err != nil {
					t.Error(err)
				}
			})
		}
		close(start)
		group.Wait()
		f.pass(2 * time.Hour)
	}
	// One login for each round, and for a refusal one for each caller at the very most:
	// those who got the new token and had it refused have a reason of their own.
	if n := f.count(); n < rounds || n > rounds+rounds/2*callers {
		t.Errorf("%d logins", n)
	}
}

// TestOneLogin holds the login until all callers wait for it.
func TestOneLogin(t *testing.T) {
	f := newFake(t)
	gate := make(chan struct{})
	a := f.auth(t, gated(f, gate))
	const callers = 64
	tokens := make(chan string, callers)
	for range callers {
		go func() {
			token, err := authorized(t.Context(), a)
			if err != nil {
				token = err.Error()
			}
			tokens <- token
		}()
	}
	waiting(a, callers)
	close(gate)
	for range callers {
		if token := <-tokens; token != "token-1" {
			t.Error(token)
		}
	}
	if f.count() != 1 {
		t.Errorf("%d logins", f.count())
	}
}

// gated are options whose logins wait for the gate, or for their context.
func gated(f *fake, gate <-chan struct{}) Options {
	o := f.password()
	o.HTTPClient = &http.Client{Transport: tripper(func(r *http.Request) (*http.Response, error) {
		select {
		case <-gate:
			return http.DefaultTransport.RoundTrip(r)
		case <-r.Context().Done():
			return nil, r.Context().Err()
		}
	})}
	return o
}

// waiting returns when n callers wait for a login.
func waiting(a *Auth, n int) {
	for {
		a.mu.Lock()
		f := a.logins.Flight()
		ready := f == nil && n == 0 || f != nil && f.Waiters() == n
		a.mu.Unlock()
		if ready {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// TestWaiterLeaves cancels the caller that started the login: the others still get their
// token. When all have left, the login ends, and the next caller starts another.
func TestWaiterLeaves(t *testing.T) {
	f := newFake(t)
	gate := make(chan struct{})
	a := f.auth(t, gated(f, gate))
	reason := errors.New("no time left")
	first, cancel := context.WithCancelCause(t.Context())
	errs := make(chan error)
	go func() { _, err := authorized(first, a); errs <- err }()
	waiting(a, 1)
	go func() { _, err := authorized(t.Context(), a); errs <- err }()
	waiting(a, 2)
	cancel(reason)
	if err := <-errs; !errors.Is(err, reason) {
		t.Errorf("the caller that left has %v", err)
	}
	waiting(a, 1)
	close(gate)
	if err := <-errs; err != nil {
		t.Errorf("the caller that stayed has %v", err)
	}

	b := f.auth(t, gated(f, nil))
	only, cancel := context.WithCancelCause(t.Context())
	go func() { _, err := authorized(only, b); errs <- err }()
	waiting(b, 1)
	b.mu.Lock()
	left := b.logins.Flight()
	b.mu.Unlock()
	cancel(reason)
	if err := <-errs; !errors.Is(err, reason) {
		t.Error(err)
	}
	waiting(b, 0)
	<-left.Done()
	if _, err := left.Result(); !errors.Is(err, context.Canceled) {
		t.Errorf("the login that nobody waits for has %v", err)
	}
}
