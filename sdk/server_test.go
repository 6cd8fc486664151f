package sdk_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// What the tests of calls share.

const secret = "gAAAAABtoken-that-nobody-may-see"

var tokenHeader = sdk.TokenHeader{Name: "X-Auth-Token"}

// quick retries without waiting.
func quick(n int) sdk.Option {
	return sdk.WithRetry(sdk.Retry{Max: n, MinWait: 1, MaxWait: 1})
}

// server counts the requests and keeps the bodies that it got.
type server struct {
	*httptest.Server
	hits   atomic.Int64
	mu     sync.Mutex
	bodies []string
	tokens []string
}

// serve responds to request n, counted from 1.
func serve(t *testing.T, response func(w http.ResponseWriter, r *http.Request, n int64)) *server {
	t.Helper()
	s := new(server)
	s.Server = httptest.NewServer(s.handler(response))
	t.Cleanup(s.Close)
	return s
}

func (s *server) handler(response func(w http.ResponseWriter, r *http.Request, n int64)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		n := s.hits.Add(1)
		body, _ := io.ReadAll(r.Body) // a cut body is what some tests are about
		s.mu.Lock()
		s.bodies = append(s.bodies, string(body))
		s.tokens = append(s.tokens, r.Header.Get("X-Auth-Token"))
		s.mu.Unlock()
		response(w, r, n)
	}
}

// connect makes a Conn to an address.
func connect(t *testing.T, address string, auth sdk.Auth, options ...sdk.Option) *sdk.Conn {
	t.Helper()
	conn, err := sdk.NewConn(context.Background(), sdk.Service{Name: "cbr", Token: tokenHeader}, auth,
		append([]sdk.Option{sdk.WithEndpoint(address), quick(3)}, options...)...)
	if err != nil {
		t.Fatal(err)
	}
	return conn
}

// get is a call that decodes a name.
func get(ctx context.Context, conn *sdk.Conn, options ...sdk.Option) (string, error) {
	var response struct{ Name string }
	call := conn.Call(ctx, "ShowVault", options)
	defer call.End()
	req, err := call.NewRequest(http.MethodGet, "/v3/vaults", nil, "", nil)
	err = call.Do(req, err, &response)
	return response.Name, err
}

// send is a call with a JSON body.
func send(conn *sdk.Conn, method string, options ...sdk.Option) error {
	call := conn.Call(context.Background(), "SendVault", options)
	defer call.End()
	req, err := call.NewRequest(method, "/v3/vaults", nil, "application/json", call.JSON(map[string]int{"size": 1}))
	return call.Do(req, err, nil)
}

func writeJSON(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, text) // the client may have gone
}

// hijack takes the connection, writes raw text and closes it.
func hijack(w http.ResponseWriter, text string) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		panic(err)
	}
	_, _ = io.WriteString(conn, text)
	_ = conn.Close()
}

// roundTripper is a transport without a network, for tests in a bubble of synctest.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func response(status int, body string, header ...string) *http.Response {
	r := &http.Response{StatusCode: status, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(strings.NewReader(body))}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	return r
}

// renewing is an Auth whose token can be renewed.
type renewing struct {
	mu      sync.Mutex
	current int
	renewed int
	fail    error
}

func (a *renewing) token() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return fmt.Sprintf("token-%d", a.current)
}

func (a *renewing) Authorize(req *http.Request, header sdk.TokenHeader) error {
	return header.Set(req, a.token())
}

func (a *renewing) Renew(_ context.Context, refused *http.Request) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.fail != nil {
		return a.fail
	}
	if refused.Header.Get("X-Auth-Token") == fmt.Sprintf("token-%d", a.current) {
		a.current++
		a.renewed++
	}
	return nil
}

func waitFor(t *testing.T, what string, done func() bool) {
	t.Helper()
	for range 1000 {
		if done() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%s did not happen", what)
}
