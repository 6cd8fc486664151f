package sdk_test

import (
	"context"
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
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

func TestSlowServer(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		if r.URL.Query().Get("body") != "" {
			w.Header().Set("Content-Type", "application/json")
			_, _ = io.WriteString(w, `{"Name":`)
			w.(http.Flusher).Flush()
		}
		<-r.Context().Done()
	})
	conn := connect(t, s.URL, sdk.Token(secret))
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	_, byContext := get(ctx, conn)
	_, byOption := get(context.Background(), conn, sdk.WithTimeout(30*time.Millisecond))
	var result any
	inBody := conn.Do(context.Background(), "GET", "/v3?body=1&token=hunter22", nil, &result, sdk.WithTimeout(100*time.Millisecond))
	for _, err := range []error{byContext, byOption, inBody} {
		if !errors.Is(err, context.DeadlineExceeded) || strings.Contains(err.Error(), "attempts") || strings.Contains(err.Error(), "hunter22") {
			t.Errorf("%v", err)
		}
	}
	if s.hits.Load() > 3 { // under load a limit may pass before the request is there
		t.Errorf("%d requests", s.hits.Load())
	}
}

// TestCut has a connection that ends at every point of a response.
func TestCut(t *testing.T) {
	for _, text := range []string{"", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\nContent-Le",
		"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"Name\":",
		"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"Na\r\n"} {
		s := serve(t, func(w http.ResponseWriter, _ *http.Request, n int64) {
			if n <= 2 {
				hijack(w, text)
				return
			}
			writeJSON(w, 200, `{"Name":"whole"}`)
		})
		conn := connect(t, s.URL, sdk.NoAuth())
		if err := send(conn, "POST"); err == nil || s.hits.Load() != 1 {
			t.Errorf("POST after %q: %v, %d requests", text, err, s.hits.Load())
		}
		if name, err := get(context.Background(), conn); name != "whole" || err != nil || s.hits.Load() != 3 {
			t.Errorf("GET after %q: %q, %v, %d requests", text, name, err, s.hits.Load())
		}
		s.hits.Store(0)
		if err := send(conn, "PUT"); err != nil || s.hits.Load() != 3 {
			t.Errorf("PUT after %q: %v, %d requests", text, err, s.hits.Load())
		}
		s.hits.Store(0)
		if err := send(conn, "POST", sdk.WithIdempotent()); err != nil || s.hits.Load() != 3 {
			t.Errorf("idempotent POST after %q: %v, %d requests", text, err, s.hits.Load())
		}
		for _, body := range s.bodies {
			if body != "" && body != `{"size":1}` {
				t.Errorf("sent %q", body)
			}
		}
		s.hits.Store(-1000)
		if _, err := get(context.Background(), conn); err == nil || s.hits.Load() < -996 || !strings.Contains(err.Error(), "4 attempts") {
			t.Errorf("always %q: %v, %d requests", text, err, s.hits.Load()+1000)
		}
		s.hits.Store(-1000)
		if _, err := get(context.Background(), conn, sdk.WithoutRetry()); err == nil || s.hits.Load() > -998 {
			t.Errorf("once %q: %v, %d requests", text, err, s.hits.Load()+1000)
		}
	}
}

// TestStatuses says which are retried, for which methods.
func TestStatuses(t *testing.T) {
	for _, c := range []struct {
		method, after string
		status, hits  int
	}{
		{"GET", "", 429, 2}, {"GET", "", 502, 2}, {"GET", "", 503, 2}, {"GET", "", 504, 2}, {"PUT", "", 502, 2}, {"DELETE", "", 504, 2},
		{"POST", "", 429, 2}, {"POST", "0", 503, 2}, {"PATCH", "Fri, 31 Dec 1999 23:59:59 GMT", 429, 2}, {"GET", "soon", 503, 2},
		{"POST", "", 503, 1}, {"POST", "", 502, 1}, {"PATCH", "", 504, 1}, {"GET", "", 500, 1}, {"GET", "", 404, 1}, {"GET", "", 501, 1},
		{"GET", "99999", 503, 1}, {"POST", "99999999999999999999999", 429, 1}, {"GET", "Fri, 31 Dec 9999 23:59:59 GMT", 429, 1},
	} {
		s := serve(t, func(w http.ResponseWriter, _ *http.Request, n int64) {
			if n == 1 {
				if c.after != "" {
					w.Header().Set("Retry-After", c.after)
				}
				writeJSON(w, c.status, `{"error_code":"X.1","error_msg":"later"}`)
			}
		})
		err := send(connect(t, s.URL, sdk.NoAuth()), c.method)
		if int(s.hits.Load()) != c.hits || (err == nil) != (c.hits == 2) {
			t.Errorf("%+v: %d requests, %v", c, s.hits.Load(), err)
		}
		for _, body := range s.bodies {
			if body != `{"size":1}` {
				t.Errorf("%+v: sent %q", c, body)
			}
		}
	}
}

func TestBurst(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, _ *http.Request, n int64) {
		if n%4 != 0 {
			writeJSON(w, 503, strings.Repeat("busy ", 10000))
			return
		}
		writeJSON(w, 200, `{"Name":"up"}`)
	})
	conn := connect(t, s.URL, sdk.NoAuth())
	for range 3 {
		if name, err := get(context.Background(), conn); name != "up" || err != nil {
			t.Errorf("%q, %v", name, err)
		}
	}
	_, err := get(context.Background(), conn, quick(1))
	var failed *sdk.Error
	if !errors.As(err, &failed) || failed.Attempts != 2 || !errors.Is(err, sdk.ErrUnavailable) || len(failed.Body) != 50000 || len(err.Error()) > 1000 {
		t.Errorf("%v", err)
	}
}

func TestUnreadable(t *testing.T) {
	for _, c := range []struct{ contentType, body, want string }{
		{"text/html", "<html><head><title>Log\nin</title></head></html>", "Log in"},
		{"application/json", "<!DOCTYPE html><p>Proxy</p>", "Proxy"},
		{"application/json", `{"Name":"x`, "unexpected end"},
		{"application/json", `{"Name":5}`, "string"},
		{"application/octet-stream", "\x00\x01", "neither JSON nor XML"},
		{"text/plain", "hello", "neither JSON nor XML"},
		{"application/xml", "<a><b></a>", "syntax"},
	} {
		s := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) {
			w.Header().Set("Content-Type", c.contentType)
			_, _ = io.WriteString(w, c.body)
		})
		_, err := get(context.Background(), connect(t, s.URL, sdk.NoAuth()))
		var failed *sdk.Error
		if !errors.As(err, &failed) || !errors.Is(err, sdk.ErrUnreadable) || !strings.Contains(err.Error(), c.want) ||
			string(failed.Body) != c.body || strings.Contains(err.Error(), "\n") || s.hits.Load() != 1 {
			t.Errorf("%+v: %v", c, err)
		}
	}
	for _, c := range []struct{ contentType, body, want string }{
		{"text/plain; charset=UTF-8", `{"Name":"x"}`, "x"},
		{"", "\ufeff {\"Name\":\"x\"}\n", "x"},
		{"application/problem+json", `{"Name":"x"}`, "x"},
		{"application/xml", "<a><Name>x</Name></a>", "x"},
		{"application/json", "", ""},
		{"text/html", "", ""},
	} {
		s := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) {
			w.Header()["Content-Type"] = []string{c.contentType}
			_, _ = io.WriteString(w, c.body)
		})
		if name, err := get(context.Background(), connect(t, s.URL, sdk.NoAuth())); name != c.want || err != nil {
			t.Errorf("%+v: %q, %v", c, name, err)
		}
	}
}

func TestTLS(t *testing.T) {
	var hits atomic.Int64
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hits.Add(1) }))
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	defer s.Close()
	attempts := 0
	count := func(next http.RoundTripper) http.RoundTripper {
		return roundTripper(func(r *http.Request) (*http.Response, error) { attempts++; return next.RoundTrip(r) })
	}
	_, err := get(context.Background(), connect(t, s.URL, sdk.Token(secret), sdk.WithMiddleware(count)))
	if err == nil || !strings.Contains(err.Error(), "certificate") || attempts != 1 || hits.Load() != 0 {
		t.Errorf("%v, %d attempts", err, attempts)
	}
	if err := connect(t, s.URL, sdk.Token(secret), sdk.WithHTTPClient(s.Client())).Do(context.Background(), "GET", "/", nil, nil); err != nil {
		t.Errorf("with the right certificate: %v", err)
	}
	// Plain HTTP where TLS is expected.
	plain := serve(t, func(http.ResponseWriter, *http.Request, int64) {})
	attempts = 0
	_, err = get(context.Background(), connect(t, strings.Replace(plain.URL, "http:", "https:", 1), sdk.Token(secret), sdk.WithMiddleware(count)))
	if err == nil || attempts != 1 {
		t.Errorf("%v, %d attempts", err, attempts)
	}
}

func TestRefused(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	s.Close() // nobody listens there now
	err := send(connect(t, s.URL, sdk.NoAuth()), "POST")
	if err == nil || !strings.Contains(err.Error(), "4 attempts") || !strings.Contains(err.Error(), "SendVault: POST http://127.0.0.1") {
		t.Errorf("a POST that was never sent: %v", err)
	}
}

func TestUnauthorized(t *testing.T) {
	auth := new(renewing)
	s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		if r.Header.Get("X-Auth-Token") != "token-1" {
			writeJSON(w, 401, `{"error":{"code":401,"title":"Unauthorized","message":"expired"}}`)
		}
	})
	conn := connect(t, s.URL, auth, sdk.WithoutRetry())
	if err := send(conn, "POST"); err != nil || s.hits.Load() != 2 || s.bodies[1] != `{"size":1}` {
		t.Errorf("%v, %d requests, %q", err, s.hits.Load(), s.bodies)
	}
	// A second 401 is the response.
	auth.current = 5
	err := send(conn, "POST")
	if !errors.Is(err, sdk.ErrUnauthorized) || s.hits.Load() != 4 || auth.renewed != 2 {
		t.Errorf("%v, %d requests", err, s.hits.Load())
	}
	// A body that is gone is not sent again, but the next call has a new token.
	auth.current = 0
	err = conn.Do(context.Background(), "POST", "/", io.MultiReader(strings.NewReader("x")), nil)
	if !errors.Is(err, sdk.ErrUnauthorized) || s.hits.Load() != 5 || send(conn, "POST") != nil {
		t.Errorf("%v, %d requests", err, s.hits.Load())
	}
	auth.current, auth.fail = 0, errors.New("the password has changed")
	err = send(conn, "POST")
	if !errors.Is(err, sdk.ErrUnauthorized) || !errors.Is(err, auth.fail) || !strings.Contains(err.Error(), "renewing the token: the password") {
		t.Errorf("%v", err)
	}
	// An Auth that cannot renew.
	if err := send(connect(t, s.URL, sdk.Token(secret)), "GET"); !errors.Is(err, sdk.ErrUnauthorized) {
		t.Errorf("%v", err)
	}
}

// TestConcurrent has 64 callers while the token expires.
func TestConcurrent(t *testing.T) {
	auth := new(renewing)
	var valid, expires atomic.Int64
	s := serve(t, func(w http.ResponseWriter, r *http.Request, n int64) {
		if n == expires.Load() {
			valid.Add(1)
		}
		if r.Header.Get("X-Auth-Token") != fmt.Sprintf("token-%d", valid.Load()) {
			writeJSON(w, 401, `{}`)
			return
		}
		if n%7 == 0 {
			writeJSON(w, 503, "")
			return
		}
		writeJSON(w, 200, `{"Name":"`+r.Header.Get("X-Caller")+`"}`)
	})
	conn := connect(t, s.URL, auth, quick(20))
	for round := range 2 {
		expires.Store(s.hits.Load() + 200)
		var callers sync.WaitGroup
		for i := range 64 {
			callers.Go(func() {
				me := fmt.Sprint("caller ", i)
				for range 8 {
					if name, err := get(context.Background(), conn, sdk.WithHeader("X-Caller", me), sdk.WithTimeout(time.Minute)); name != me || err != nil {
						t.Errorf("%q got %q, %v", me, name, err)
					}
				}
			})
		}
		callers.Wait()
		if auth.renewed != round+1 {
			t.Errorf("%d renewals after round %d", auth.renewed, round)
		}
	}
}
