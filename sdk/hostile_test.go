package sdk_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// Servers and transports that do what they can to hold a client up.

// soon fails the test when f does not end, long after it should have.
func soon(t *testing.T, what string, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() { defer close(done); f() }()
	select {
	case <-done:
	case <-time.After(30 * time.Second):
		t.Fatalf("%s does not end", what)
	}
}

// hold takes the connection, writes raw text and keeps it until the client closes it.
func hold(w http.ResponseWriter, text string) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		panic(err)
	}
	_, _ = io.WriteString(conn, text)
	_, _ = io.Copy(io.Discard, conn)
	_ = conn.Close()
}

// TestSwitchedProtocols has a service that takes the connection over, for itself.
func TestSwitchedProtocols(t *testing.T) {
	var closed sync.WaitGroup
	s := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) {
		closed.Add(1)
		defer closed.Done()
		hold(w, "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n{")
	})
	plain := connect(t, s.URL, sdk.Token(secret))
	reading := connect(t, s.URL, sdk.Token(secret), sdk.WithMiddleware(func(next http.RoundTripper) http.RoundTripper {
		return roundTripper(func(r *http.Request) (*http.Response, error) {
			resp, err := next.RoundTrip(r)
			if err == nil {
				_, err = io.Copy(io.Discard, resp.Body)
			}
			return resp, err
		})
	}))
	making := connect(t, s.URL, sdk.Token(secret), sdk.WithMiddleware(func(http.RoundTripper) http.RoundTripper {
		return roundTripper(func(*http.Request) (*http.Response, error) { return response(101, ""), nil })
	}))
	for name, call := range map[string]func() error{
		"call":      func() error { _, err := get(t.Context(), plain); return err },
		"POST":      func() error { return send(plain, "POST") },
		"reading":   func() error { _, err := get(t.Context(), reading); return err },
		"by itself": func() error { _, err := get(t.Context(), making); return err },
		"stream": func() error {
			call := plain.Call(t.Context(), "Download", nil)
			req, err := call.NewRequest("GET", "/", nil, "", nil)
			_, err = call.Stream(req, err)
			return err
		},
	} {
		soon(t, name, func() {
			if err := call(); err == nil || !strings.Contains(err.Error(), "101 Switching Protocols") || strings.Contains(err.Error(), "attempts") {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
	soon(t, "a connection", closed.Wait)
	if n := s.hits.Load(); n != 4 {
		t.Errorf("%d requests", n)
	}
}

// blocked is a body that nothing comes from. Where deaf is set, closing it waits as well.
type blocked struct {
	once sync.Once
	gone chan struct{}
	deaf bool
}

func (b *blocked) Read([]byte) (int, error) { <-b.gone; return 0, io.ErrClosedPipe }

func (b *blocked) Close() error {
	if b.deaf {
		<-b.gone
		return nil
	}
	b.once.Do(func() { close(b.gone) })
	return nil
}

// TestBodiesEnd has a transport, and a middleware, that ignore the context.
func TestBodiesEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		stuck := roundTripper(func(*http.Request) (*http.Response, error) {
			resp := response(200, "")
			resp.Body = &blocked{gone: make(chan struct{})}
			return resp, nil
		})
		conn := connect(t, "https://x", sdk.NoAuth(), sdk.WithHTTPClient(&http.Client{Transport: stuck}))
		if _, err := get(t.Context(), conn, sdk.WithTimeout(time.Minute)); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v", err)
		}
	})
	s := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) {
		hold(w, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
	})
	conn := connect(t, s.URL, sdk.NoAuth(), sdk.WithMiddleware(func(next http.RoundTripper) http.RoundTripper {
		return roundTripper(func(r *http.Request) (*http.Response, error) {
			return next.RoundTrip(r.WithContext(context.WithoutCancel(r.Context())))
		})
	}))
	soon(t, "a body without context", func() {
		if _, err := get(t.Context(), conn, sdk.WithTimeout(100*time.Millisecond)); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v", err)
		}
	})
}

// TestDrainEnds retries although the response before neither comes nor can be closed.
func TestDrainEnds(t *testing.T) {
	for _, deaf := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			n, body := 0, &blocked{gone: make(chan struct{}), deaf: deaf}
			busy := roundTripper(func(*http.Request) (*http.Response, error) {
				if n++; n > 1 {
					return response(200, `{"Name":"x"}`), nil
				}
				resp := response(503, "")
				resp.Body = body
				return resp, nil
			})
			conn := connect(t, "https://x", sdk.NoAuth(), sdk.WithHTTPClient(&http.Client{Transport: busy}))
			before := time.Now()
			if name, err := get(t.Context(), conn); name != "x" || err != nil || time.Since(before) > time.Second {
				t.Errorf("%q, %v, after %v", name, err, time.Since(before))
			}
			if deaf {
				close(body.gone)
			}
		})
	}
}

// TestEarlyHints has no end of responses before the response.
func TestEarlyHints(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		hint := strings.Repeat("HTTP/1.1 103 Early Hints\r\nLink: </"+strings.Repeat("x", 1000)+">\r\n\r\n", 64)
		for err == nil {
			_, err = io.WriteString(conn, hint)
		}
		_ = conn.Close()
	})
	conn := connect(t, s.URL, sdk.NoAuth())
	soon(t, "a call", func() {
		if err := send(conn, "POST"); err == nil {
			t.Error("no error")
		}
	})
	few := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) {
		w.WriteHeader(103)
		w.WriteHeader(103)
		writeJSON(w, 200, `{"Name":"x"}`)
	})
	if name, err := get(t.Context(), connect(t, few.URL, sdk.NoAuth())); name != "x" || err != nil {
		t.Errorf("%q, %v", name, err)
	}
}

// TestHostileRetryAfter has what services and others write there. No wait is longer than the policy
// allows, and none is negative.
func TestHostileRetryAfter(t *testing.T) {
	const date = "Sat, 28 Nov 2026 10:00:00 GMT"
	for _, c := range []struct {
		after, date string
		least, most time.Duration // of the wait; 0 to 0: not retried
	}{
		{"1", "", time.Second, 2 * time.Second},
		{" 7 ", "", 7 * time.Second, 8 * time.Second},
		{"Sat, 28 Nov 2026 10:00:05 GMT", date, 5 * time.Second, 6 * time.Second},
		{"Saturday, 28-Nov-26 10:00:05 GMT", date, 5 * time.Second, 6 * time.Second},
		{"Sat Nov 28 10:00:05 2026", date, 5 * time.Second, 6 * time.Second},
		{"Sat, 28 Nov 2020 10:00:00 GMT", date, 1, time.Second},
		{"-5", "", 1, time.Second},
		{"-99999999999999999999999", "", 1, time.Second},
		{"1.5", "", 1, time.Second},
		{"1e9", "", 1, time.Second},
		{"0x10", "", 1, time.Second},
		{"soon", "", 1, time.Second},
		{"1, 2", "", 1, time.Second},
		{"120", "", 120 * time.Second, 121 * time.Second},
		{"121", "", 0, 0},
		{"99999999999999999999999", "", 0, 0},
		{"9223372036854775807", "", 0, 0},
		{"Fri, 31 Dec 9999 23:59:59 GMT", date, 0, 0},
		{"Fri, 31 Dec 9999 23:59:59 GMT", "soon", 0, 0},
		{strings.Repeat("9", 1<<16), "", 0, 0},
	} {
		synctest.Test(t, func(t *testing.T) {
			n := 0
			busy := roundTripper(func(*http.Request) (*http.Response, error) {
				if n++; n > 1 {
					return response(200, ""), nil
				}
				return response(503, "", "Retry-After", c.after, "Date", c.date), nil
			})
			conn := connect(t, "https://x", sdk.NoAuth(), sdk.WithHTTPClient(&http.Client{Transport: busy}), sdk.WithRetry(sdk.Retry{}))
			before := time.Now()
			err := send(conn, "GET")
			waited := time.Since(before)
			if retried := c.most > 0; (err == nil) != retried || waited > c.most || retried && waited < c.least-1 {
				t.Errorf("%.40q: %v after %v", c.after, err, waited)
			}
		})
	}
}

// TestLyingLengths has bodies that are not as long as their header says.
func TestLyingLengths(t *testing.T) {
	const ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
	for _, c := range []struct{ text, want string }{
		{ok + "Content-Length: 99\r\n\r\n{\"Name\":\"x\"}", "unexpected EOF"},
		{ok + "Content-Length: 5\r\n\r\n{\"Name\":\"x\"}", "unexpected end"},
		{ok + "Content-Length: -1\r\n\r\n{\"Name\":\"x\"}", "Content-Length"},
		{ok + "Content-Length: 12\r\nContent-Length: 13\r\n\r\n{\"Name\":\"x\"}", "Content-Length"},
		{ok + "Content-Length: 99999999999999999999999\r\n\r\n{}", "Content-Length"},
		{ok + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}", "chunk"},
		{ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n{\"Name\":\"x\"}", "chunk"},
		{ok + "Transfer-Encoding: gzip\r\n\r\n{}", "transfer encoding"},
		{ok + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", "EOF"},
		{ok + "Content-Encoding: gzip\r\nContent-Length: 20\r\n\r\n{\"Name\":\"xxxxxxxxx\"}", "gzip"},
	} {
		s := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) { hijack(w, c.text) })
		soon(t, c.text, func() {
			if _, err := get(t.Context(), connect(t, s.URL, sdk.NoAuth(), sdk.WithoutRetry())); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%q: %v", c.text, err)
			}
		})
	}
}

// TestHugeHeaders has headers without end, and many of them.
func TestHugeHeaders(t *testing.T) {
	for _, header := range []string{"X-A: " + strings.Repeat("x", 16<<20), strings.Repeat("X-A: x\r\n", 2<<20)} {
		s := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) {
			hijack(w, "HTTP/1.1 200 OK\r\n"+header+"\r\n\r\n")
		})
		if err := send(connect(t, s.URL, sdk.NoAuth()), "POST"); err == nil || len(err.Error()) > 1000 {
			t.Errorf("%.200s", fmt.Sprint(err))
		}
	}
}

// TestReset has streams of HTTP/2 that end in the middle of a body, or before it.
func TestReset(t *testing.T) {
	for _, late := range []bool{false, true} {
		var hits atomic.Int64
		s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if hits.Add(1)%3 != 0 {
				if late {
					w.Header().Set("Content-Type", "application/json")
					_, _ = io.WriteString(w, `{"Name":`)
					w.(http.Flusher).Flush()
				}
				panic(http.ErrAbortHandler)
			}
			writeJSON(w, 200, `{"Name":"`+r.Proto+`"}`)
		}))
		s.EnableHTTP2 = true
		s.Config.ErrorLog = log.New(io.Discard, "", 0)
		s.StartTLS()
		defer s.Close()
		conn := connect(t, s.URL, sdk.NoAuth(), sdk.WithHTTPClient(s.Client()))
		if name, err := get(t.Context(), conn); name != "HTTP/2.0" || err != nil || hits.Load() != 3 {
			t.Errorf("late %v: %q, %v, %d requests", late, name, err, hits.Load())
		}
		if err := send(conn, "POST"); err == nil || hits.Load() != 4 {
			t.Errorf("late %v: a POST: %v, %d requests", late, err, hits.Load())
		}
	}
}

// TestNull has a response that is null where something is documented.
func TestNull(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) { writeJSON(w, 200, " null\n") })
	conn := connect(t, s.URL, sdk.NoAuth())
	for _, target := range []any{new([]string), new(heavyVault), new(map[string]string), new(sdk.Object), new(struct{ Name string }), new(string)} {
		if err := conn.Do(t.Context(), "GET", "/", nil, target); !errors.Is(err, sdk.ErrUnreadable) || !strings.Contains(err.Error(), "null") {
			t.Errorf("%T: %v", target, err)
		}
	}
	for _, target := range []any{nil, new(any), new(*string), new(json.RawMessage), new([]byte), new(sdk.Nullable[int64])} {
		if err := conn.Do(t.Context(), "GET", "/", nil, target); err != nil {
			t.Errorf("%T: %v", target, err)
		}
	}
}

// TestForeignAddresses has regions, catalogues and IDs that would lead elsewhere.
func TestForeignAddresses(t *testing.T) {
	service := sdk.Service{Name: "cbr", Servers: []string{"https://cbr.eu-de.otc.example.com"}, Token: tokenHeader}
	for _, region := range []string{"evil.example/x", "evil.example", "x@evil", "evil.example?", "a#b", "a:1", "-a", "a b", "a\x00", "\\evil", "%2e"} {
		for _, auth := range []sdk.Auth{sdk.AccessKey{Access: "a", Secret: "s", Region: region}, &sdk.AccessKey{Access: "a", Secret: "s", Region: region}, regional(region)} {
			if conn, err := sdk.NewConn(t.Context(), service, auth); err == nil || !strings.Contains(err.Error(), "the region") {
				t.Errorf("%q: %v, %v", region, conn, err)
			}
		}
	}
	for _, c := range []struct {
		secure  bool
		address string
		options []sdk.Option
		fails   bool
	}{
		{true, "http://cbr.example.com", nil, true}, {true, "HTTP://cbr.example.com/v3/p", nil, true},
		{true, "https://cbr.example.com", nil, false}, {false, "http://cbr.example.com", nil, false},
		{true, "http://cbr.example.com", []sdk.Option{sdk.WithEndpoint("http://cbr.example.com")}, false},
	} {
		auth := secureCatalog{&catalog{Auth: sdk.NoAuth(), endpoint: c.address}, c.secure}
		if _, err := sdk.NewConn(t.Context(), service, auth, c.options...); (err != nil) != c.fails || err != nil && !strings.Contains(err.Error(), "HTTPS") {
			t.Errorf("%+v: %v", c, err)
		}
	}
	client := &http.Client{Transport: roundTripper(func(r *http.Request) (*http.Response, error) {
		t.Errorf("sent to %s", r.URL)
		return response(200, ""), nil
	})}
	conn := connect(t, "https://x", sdk.NoAuth(), sdk.WithHTTPClient(client))
	for _, id := range []string{".", ".."} {
		for _, option := range []sdk.Option{sdk.WithProjectID(id), sdk.WithDomainID(id)} {
			if err := conn.Do(t.Context(), "DELETE", "/v3/{project_id}/vaults/{domain_id}", nil, nil, sdk.WithProjectID("p"), sdk.WithDomainID("d"), option); err == nil {
				t.Errorf("%q was taken", id)
			}
		}
	}
	// A request for another host is not sent, and its body is closed.
	body := &blocked{gone: make(chan struct{})}
	req, err := http.NewRequest("PUT", "https://evil.example/", body)
	if err = conn.Call(t.Context(), "X", nil).Do(req, err, nil); err == nil {
		t.Error("a request for another host was sent")
	}
	select {
	case <-body.gone:
	default:
		t.Error("the body was not closed")
	}
}

type secureCatalog struct {
	*catalog
	secure bool
}

func (c secureCatalog) Secure() bool { return c.secure }

// regional is an Auth that knows a region.
type regional string

func (regional) Authorize(*http.Request, sdk.TokenHeader) error { return nil }

func (r regional) Scope(context.Context) (sdk.Scope, error) { return sdk.Scope{Region: string(r)}, nil }
