package sdk_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

type pointerAuth struct{ token string }

func (a *pointerAuth) Authorize(req *http.Request, header sdk.TokenHeader) error {
	return header.Set(req, a.token)
}

// TestMisuse has mistakes that are errors and no panics.
func TestMisuse(t *testing.T) {
	var noContext context.Context
	s := serve(t, func(http.ResponseWriter, *http.Request, int64) {})
	made := connect(t, s.URL, sdk.Token(secret))
	newConn := func(ctx context.Context, auth sdk.Auth, options ...sdk.Option) error {
		_, err := sdk.NewConn(ctx, sdk.Service{Token: tokenHeader}, auth, append(options, sdk.WithEndpoint(s.URL))...)
		return err
	}
	call := func(conn *sdk.Conn, ctx context.Context, options ...sdk.Option) error {
		_, err := get(ctx, conn, options...)
		return err
	}
	stream := func(conn *sdk.Conn) error {
		call := conn.Call(t.Context(), "Download", nil)
		req, err := call.NewRequest("GET", "/"+call.ProjectID()+call.DomainID(), nil, "", nil)
		_, err = call.Stream(req, err)
		return err
	}
	var result map[string]any
	for i, c := range []struct {
		err  error
		want string
	}{
		{newConn(noContext, sdk.NoAuth()), "context is nil"},
		{newConn(t.Context(), nil), "NoAuth"},
		{newConn(t.Context(), (*pointerAuth)(nil)), "nil *sdk_test.pointerAuth"},
		{newConn(t.Context(), sdk.TokenFunc(nil)), "nil"},
		{sdk.TokenFunc(nil).Authorize(httpRequest(t), tokenHeader), "nil"},
		{newConn(t.Context(), sdk.NoAuth(), sdk.WithMiddleware(func(http.RoundTripper) http.RoundTripper { return nil })), "WithMiddleware"},
		{call(made, noContext), "ShowVault: the context is nil"},
		{call(made, noContext, sdk.WithTimeout(time.Second)), "ShowVault: the context is nil"},
		{made.Do(noContext, "GET", "/", nil, nil), "context is nil"},
		{call(nil, t.Context()), "ShowVault: the client was not made with New"},
		{call(new(sdk.Conn), t.Context(), sdk.WithTimeout(time.Second)), "with New"},
		{call(nil, noContext), "nil"},
		{(*sdk.Conn)(nil).Do(t.Context(), "GET", "/{project_id}", map[string]int{}, &result), "with New"},
		{new(sdk.Conn).Do(t.Context(), "GET", "/{project_id}", nil, nil), "with New"},
		{stream(nil), "with New"},
		{stream(new(sdk.Conn)), "with New"},
		{made.Do(t.Context(), "GET", "/", nil, result), "map[string]interface {}"},
		{made.Do(t.Context(), "GET", "/", nil, (*[]byte)(nil)), "pointer"},
		{made.Do(t.Context(), "POST", "/", "x", "y"), "string"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.want) {
			t.Errorf("%d: %v, want %s", i, c.err, c.want)
		}
	}
	if s.hits.Load() != 0 {
		t.Errorf("%d requests were sent", s.hits.Load())
	}
	for _, conn := range []*sdk.Conn{nil, new(sdk.Conn)} {
		if text := fmt.Sprint(conn); conn.Endpoint() != "" || strings.Contains(text, "PANIC") {
			t.Errorf("%s at %q", text, conn.Endpoint())
		}
	}
}

func httpRequest(t *testing.T) *http.Request {
	req, err := http.NewRequestWithContext(t.Context(), "GET", "https://x", nil)
	if err != nil {
		t.Fatal(err)
	}
	return req
}

// TestBodies sends what is bytes already as it is.
func TestBodies(t *testing.T) {
	var contentType string
	s := serve(t, func(_ http.ResponseWriter, r *http.Request, _ int64) { contentType = r.Header.Get("Content-Type") })
	conn := connect(t, s.URL, sdk.NoAuth())
	for _, c := range []struct {
		body              any
		sent, contentType string
	}{
		{json.RawMessage(`[1, 2]`), `[1, 2]`, "application/json"},
		{"text", `"text"`, "application/json"},
		{strings.NewReader("{}"), "{}", "application/octet-stream"},
		{nil, "", ""},
	} {
		err := conn.Do(t.Context(), "POST", "/", c.body, nil)
		if sent := s.bodies[len(s.bodies)-1]; err != nil || sent != c.sent || contentType != c.contentType {
			t.Errorf("%v was sent as %q, %s, %v", c.body, sent, contentType, err)
		}
	}
	// Bytes may be anything, whatever they look like.
	for _, body := range []any{[]byte(` {"a":1}`), []byte("7"), []byte{}, json.RawMessage("no"), json.RawMessage(nil)} {
		before := s.hits.Load()
		if err := conn.Do(t.Context(), "POST", "/", body, nil); err == nil || s.hits.Load() != before || !strings.Contains(err.Error(), "body is") && !strings.Contains(err.Error(), "no media type") {
			t.Errorf("%v was sent: %v", body, err)
		}
	}
	if err := conn.Do(t.Context(), "PUT", "/", []byte("7"), nil, sdk.WithHeader("Content-Type", "text/plain")); err != nil || contentType != "text/plain" {
		t.Errorf("%s, %v", contentType, err)
	}
}

// TestEmptyFile sends files of no length and leaves them open.
func TestEmptyFile(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request, n int64) {
		if n <= 6 && (r.ContentLength != 0 || len(r.TransferEncoding) > 0) {
			t.Errorf("length %d, %v", r.ContentLength, r.TransferEncoding)
		}
		if n%2 == 1 {
			w.WriteHeader(503)
		}
	})
	file, err := os.Create(filepath.Join(t.TempDir(), "empty"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	for _, auth := range []sdk.Auth{sdk.NoAuth(), sdk.AccessKey{Access: "a", Secret: "s"}} {
		if err := connect(t, s.URL, auth).Do(t.Context(), "PUT", "/object", file, nil); err != nil {
			t.Error(err)
		}
	}
	// At its end, a file is empty as well.
	if _, err := file.WriteString("data"); err != nil {
		t.Fatal(err)
	}
	if err := connect(t, s.URL, sdk.NoAuth()).Do(t.Context(), "PUT", "/object", file, nil); err != nil || strings.Join(s.bodies, "") != "" || s.hits.Load() != 6 {
		t.Errorf("%v, %d requests, %q", err, s.hits.Load(), s.bodies)
	}
	if _, err := file.Stat(); err != nil {
		t.Errorf("the caller's file was closed: %v", err)
	}
	// A pipe is sent once, and stays open.
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	if err := connect(t, s.URL, sdk.NoAuth()).Do(t.Context(), "PUT", "/object", reader, nil); err == nil || s.hits.Load() != 7 {
		t.Errorf("%v, %d requests", err, s.hits.Load())
	}
	if err := reader.Close(); err != nil {
		t.Errorf("the caller's pipe was closed: %v", err)
	}
}

// TestSpaces has a list that is sent with spaces between its items.
func TestSpaces(t *testing.T) {
	var queries []string
	s := serve(t, func(_ http.ResponseWriter, r *http.Request, _ int64) { queries = append(queries, r.RequestURI) })
	conn := connect(t, s.URL, sdk.NoAuth())
	call := conn.Call(t.Context(), "X", nil)
	req, err := call.NewRequest("GET", "/a", []string{"list=a+b c", "d=e"}, "", nil)
	if err := call.Do(req, err, nil); err != nil {
		t.Error(err)
	}
	if err := conn.Do(t.Context(), "GET", "/a b?c=d e", nil, nil); err != nil {
		t.Error(err)
	}
	if got := strings.Join(queries, ","); got != "/a?list=a+b%20c&d=e,/a%20b?c=d%20e" {
		t.Error(got)
	}
}

// TestFailedStream ends the time limit of a call whose stream was not given.
func TestFailedStream(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, status := range []int{404, 200} {
			transport := roundTripper(func(*http.Request) (*http.Response, error) { return response(status, "data"), nil })
			conn := connect(t, "https://x", sdk.NoAuth(), sdk.WithHTTPClient(&http.Client{Transport: transport}))
			call := conn.Call(t.Context(), "Download", []sdk.Option{sdk.WithTimeout(time.Hour)})
			req, err := call.NewRequest("GET", "/a", nil, "", nil)
			body, err := call.Stream(req, err)
			if (err != nil) != (status == 404) || (call.Context().Err() != nil) != (status == 404) {
				t.Errorf("%d: %v, the context: %v", status, err, call.Context().Err())
			}
			if err == nil {
				if text, err := io.ReadAll(body); string(text) != "data" || err != nil || body.Close() != nil || call.Context().Err() == nil {
					t.Errorf("%q, %v", text, err)
				}
			}
		}
	})
}

// TestResponseDecode reads a raw response as calls do.
func TestResponseDecode(t *testing.T) {
	for _, c := range []struct{ contentType, body, name, fails string }{
		{"application/json", "\ufeff {\"Name\":\"x\"}", "x", ""},
		{"application/xml", "<a><Name>x</Name></a>", "x", ""},
		{"text/html", "<html><title>Log in</title></html>", "", "status 200 does not have the documented form: it is a page of HTML: Log in"},
		{"application/json", `{"Name":5}`, "", "status 200"},
		{"", `{"Name":"x"}`, "x", ""},
		{"application/json", "", "", ""},
	} {
		r := sdk.Response{HTTPResponse: response(200, "", "Content-Type", c.contentType), Body: []byte(c.body)}
		var into struct{ Name string }
		err := r.Decode(&into)
		if into.Name != c.name || (err != nil) != (c.fails != "") || err != nil && !strings.Contains(err.Error(), c.fails) {
			t.Errorf("%+v: %q, %v", c, into.Name, err)
		}
		var raw []byte
		if err := r.Decode(&raw); err != nil || string(raw) != c.body {
			t.Errorf("%+v: %q, %v", c, raw, err)
		}
	}
	var into map[string]int
	if err := (sdk.Response{Body: []byte(`{"a":1}`)}).Decode(&into); err != nil || into["a"] != 1 {
		t.Errorf("%v, %v", into, err)
	}
}

// closer notes that it was closed.
type closer struct {
	io.Reader
	closed bool
}

func (c *closer) Close() error { c.closed = true; return nil }

// TestBodyOfOtherHost closes the body of a request that is not sent, since nobody reads it.
func TestBodyOfOtherHost(t *testing.T) {
	conn := connect(t, "https://cbr.example.com", sdk.NoAuth())
	call := conn.Call(t.Context(), "Upload", nil)
	body := &closer{Reader: strings.NewReader("x")}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPut, "https://elsewhere.example.com/", body)
	if _, err = call.Send(req, err); err == nil || !strings.Contains(err.Error(), "the request is for https://elsewhere") || !body.closed {
		t.Errorf("closed %v: %v", body.closed, err)
	}
}
