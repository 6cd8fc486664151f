package keystone

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// switching takes the connection over with the status 101 and keeps it until the client closes
// it.
var switching = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		panic(err)
	}
	_, _ = io.WriteString(conn, "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n{")
	_, _ = io.Copy(io.Discard, conn)
	_ = conn.Close()
})

func (f *fake) respond(by http.Handler) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.handler = by
}

// TestSwitchedLogin has a Keystone that takes the connection over: at the first login, and at
// an early renewal, which must not be in the way of later ones.
func TestSwitchedLogin(t *testing.T) {
	f := newFake(t)
	a := f.auth(t, f.password())
	f.respond(switching)
	if err := a.Login(t.Context()); err == nil || !strings.Contains(err.Error(), "101 Switching Protocols") || f.count() != 1 {
		t.Errorf("%v, %d logins", err, f.count())
	}
	f.respond(nil)
	if token, err := a.Token(t.Context()); token != "token-2" || err != nil {
		t.Fatalf("%q, %v", token, err)
	}
	f.respond(switching)
	f.pass(24*time.Hour - time.Minute) // time to renew
	if token, err := a.Token(t.Context()); token != "token-2" || err != nil {
		t.Errorf("during the renewal: %q, %v", token, err)
	}
	for busy := true; busy; { // until the renewal has ended
		a.mu.Lock()
		busy = a.logins.Flight() != nil
		a.mu.Unlock()
		time.Sleep(time.Millisecond)
	}
	f.respond(nil)
	f.pass(2 * time.Minute)
	if token, err := a.Token(t.Context()); token != "token-4" || err != nil {
		t.Errorf("after the end: %q, %v", token, err)
	}
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// TestLoginEnds has a transport that neither responds nor takes notice of the context.
func TestLoginEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var n atomic.Int64
		end := make(chan struct{})
		a, err := New(Options{
			AuthURL: "https://x", UserID: "u", Password: "hunter22", Timeout: time.Second,
			HTTPClient: &http.Client{Transport: roundTripper(func(*http.Request) (*http.Response, error) {
				n.Add(1)
				<-end
				return nil, io.EOF
			})},
		})
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // the second one is a login of its own
			before := time.Now()
			if err := a.Login(t.Context()); !errors.Is(err, context.DeadlineExceeded) || time.Since(before) > 2*time.Second {
				t.Errorf("%v after %v", err, time.Since(before))
			}
		}
		if n.Load() != 2 {
			t.Errorf("%d logins", n.Load())
		}
		close(end)
	})
}

// TestSecure says whether the login is over HTTPS, which decides where a token may go.
func TestSecure(t *testing.T) {
	for address, want := range map[string]bool{"https://x": true, "HTTPS://x/v3": true, "http://x": false} {
		a, err := New(Options{AuthURL: address, UserID: "u", Password: "p"})
		if err != nil || a.Secure() != want {
			t.Errorf("%s: %v", address, err)
		}
	}
}
