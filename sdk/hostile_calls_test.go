package sdk_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// bomb is a text of n bytes, compressed that often.
func bomb(n, times int) string {
	text := []byte(`{"Name":"` + strings.Repeat("x", n) + `"}`)
	for range times {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, _ = w.Write(text) // a buffer takes all
		_ = w.Close()
		text = b.Bytes()
	}
	return string(text)
}

// maxHostile is the largest body that the calls take.
const maxHostile = 1 << 16

// hostile are the ways in which a server responds; other is the address of one that must never see
// a token.
func hostile(other string) []func(w http.ResponseWriter, r *http.Request) {
	const ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
	raw := func(text string) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, _ *http.Request) { hijack(w, text) }
	}
	redirect := func(to string, status int) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Location", to); w.WriteHeader(status) }
	}
	again := func(after string, status int) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", after)
			writeJSON(w, status, `{"error_msg":"`+secret+`"}`)
		}
	}
	once, twice := bomb(8<<20, 1), bomb(8<<20, 2)
	return []func(http.ResponseWriter, *http.Request){
		func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, 200, `{"Name":"x"}`) },
		raw(ok + "Content-Length: 12\r\n\r\n{\"Name\":\"x\"}trailing garbage"),
		raw(ok + "Content-Length: 99\r\n\r\n{\"Name\":\"x\"}"),
		raw(ok + "Content-Length: 3\r\n\r\n{\"Name\":\"x\"}"),
		raw(ok + "Content-Length: -7\r\n\r\n{}"),
		raw(ok + "Content-Length: 4\r\nContent-Length: 2\r\n\r\n{}"),
		raw(ok + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}"),
		raw(ok + "Transfer-Encoding: chunked\r\n\r\n2;" + strings.Repeat("x", 1<<16) + "\r\n{}\r\n0\r\n\r\n"),
		raw(ok + "Content-Length: 2\r\nX-" + strings.Repeat("Y", 1<<12) + ": z\r\n\r\n{}"),
		raw(ok + strings.Repeat("X-Flood: y\r\n", 3000) + "\r\n{}"),
		raw("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n{"),
		raw(strings.Repeat("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", 200) + ok + "Content-Length: 2\r\n\r\n{}"),
		raw("HTTP/1.1 200 \x1b[2J\r\n\r\n"), raw("HTTP/9.9 200 OK\r\n\r\n{}"), raw("HTTP/1.1 000 x\r\n\r\n"), raw("\x00\x01\x02"), raw(""),
		func(w http.ResponseWriter, _ *http.Request) { // chunks without an end
			w.Header().Set("Content-Type", "application/json")
			for range 64 {
				if _, err := w.Write(bytes.Repeat([]byte("["), 1<<12)); err != nil {
					return
				}
			}
		},
		func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			writeJSON(w, 200, once)
		},
		func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip, gzip")
			writeJSON(w, 200, twice)
		},
		func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			writeJSON(w, 500, once)
		},
		func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, 200, `{"Name":`+strings.Repeat("[", 1<<14)) },
		func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, 200, `null`) },
		func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, 200, "{\"Name\":\"\xff\xfe\"}") },
		func(w http.ResponseWriter, r *http.Request) {
			writeJSON(w, 403, `{"error_msg":"no `+r.Header.Get("X-Auth-Token")+`"}`)
		},
		redirect(other+"/v3/vaults", 302), redirect(other+"/v3/vaults", 307), redirect("//"+strings.TrimPrefix(other, "http://")+"/", 308),
		redirect("http://user:pass@"+strings.TrimPrefix(other, "http://")+"/", 301), redirect("", 302), redirect("javascript:x", 303), redirect("/v3/vaults", 302),
		again("-1", 503), again("99999999999999999999", 429), again("Fri, 31 Dec 9999 23:59:59 GMT", 503), again("\x1b]0;x", 503),
	}
}

// TestHostileCalls makes ten thousand calls to a server that responds to each in another way. Each ends
// within its time, none brings the token to another host or into an error, and nothing goes on after.
func TestHostileCalls(t *testing.T) {
	const calls, callers = 10_000, 24
	var leaked atomic.Int64
	other := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if strings.Contains(fmt.Sprint(r.Header, r.URL), secret) {
			leaked.Add(1)
		}
	}))
	defer other.Close()
	ways := hostile(other.URL)
	var hits atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ways[int(hits.Add(1))%len(ways)](w, r)
	}))
	defer s.Close()
	transport := &http.Transport{}
	before := runtime.NumGoroutine()
	conn := connect(t, s.URL, sdk.Token(secret), sdk.WithHTTPClient(&http.Client{Transport: transport}), quick(1), sdk.WithMaxResponseSize(maxHostile))
	next := make(chan int)
	var working sync.WaitGroup
	var good, bad atomic.Int64
	for range callers {
		working.Go(func() {
			for n := range next {
				ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
				name, err := get(ctx, conn)
				if errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("call %d does not end: %v", n, err)
				}
				cancel()
				if err == nil {
					good.Add(1)
				} else if bad.Add(1); strings.Contains(err.Error(), secret) || n < 10*len(ways) && strings.Contains(fmt.Sprintf("%+v %#v", err, err), secret) || len(err.Error()) > 4096 || strings.ContainsAny(err.Error(), "\x1b\x00") {
					t.Errorf("call %d: %.300q", n, err)
				}
				if len(name) > maxHostile {
					t.Errorf("call %d: %d bytes", n, len(name))
				}
			}
		})
	}
	for n := range calls {
		next <- n
	}
	close(next)
	working.Wait()
	if leaked.Load() > 0 || good.Load() == 0 || bad.Load() == 0 {
		t.Errorf("the token came to another host %d times; %d calls went well, %d did not", leaked.Load(), good.Load(), bad.Load())
	}
	transport.CloseIdleConnections()
	for end := time.Now().Add(30 * time.Second); runtime.NumGoroutine() > before+callers && time.Now().Before(end); {
		time.Sleep(10 * time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before+callers {
		t.Errorf("%d goroutines, %d before", n, before)
	}
}
