package sdk_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptrace"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

func TestPrinting(t *testing.T) {
	conn := connect(t, "https://user:hunter22@cbr.example.com", sdk.Token(secret), sdk.WithHeader("X-Auth-Token", secret))
	client := struct{ conn *sdk.Conn }{conn}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "conn", conn, "client", client)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "conn", conn, "client", client)
	text := log.String()
	for _, v := range []any{conn, *conn, client, &client, sdk.WithHeader("a", secret), conn.Call(context.Background(), "X", nil)} {
		text += fmt.Sprintf("%v %+v %#v %s %d\n", v, v, v, v, v)
	}
	if strings.Contains(text, "hunter22") || strings.Contains(text, secret) || !strings.Contains(text, "sdk.Conn{cbr https://user:xxxxx@cbr.example.com}") {
		t.Error(text)
	}
}

// TestOrder has the middlewares around each attempt, after the Auth.
func TestOrder(t *testing.T) {
	var order []string
	note := func(name string) sdk.Middleware {
		return func(next http.RoundTripper) http.RoundTripper {
			return roundTripper(func(r *http.Request) (*http.Response, error) {
				order = append(order, name+" "+r.Header.Get("Authorization")+" "+r.Header.Get("X-Mine"))
				return next.RoundTrip(r)
			})
		}
	}
	n := 0
	last := roundTripper(func(r *http.Request) (*http.Response, error) {
		order = append(order, r.URL.String()+" "+r.Header.Get("User-Agent"))
		if n++; n == 1 {
			return response(429, ""), nil
		}
		return response(200, ""), nil
	})
	tokens := 0
	auth := sdk.TokenFunc(func(context.Context) (string, error) { tokens++; return fmt.Sprint("t", tokens), nil })
	conn, err := sdk.NewConn(context.Background(), sdk.Service{Token: sdk.TokenHeader{Name: "Authorization", Prefix: "Bearer "}}, auth, quick(3),
		sdk.WithEndpoint("https://x/base/"), sdk.WithMiddleware(note("a")), sdk.WithMiddleware(note("b")), sdk.WithHTTPClient(&http.Client{Transport: last}))
	if err != nil {
		t.Fatal(err)
	}
	call := conn.Call(context.Background(), "X", []sdk.Option{sdk.WithHeader("X-Mine", "m"), sdk.WithUserAgent("tool/1")})
	req, err := call.NewRequest("GET", "/a?b=c", []string{"d=e"}, "", nil)
	if err := call.Do(req, err, nil); err != nil {
		t.Fatal(err)
	}
	agent := order[2][strings.Index(order[2], " ")+1:]
	want := "a Bearer t1 m,b Bearer t1 m,https://x/base/a?b=c&d=e " + agent + ",a Bearer t2 m,b Bearer t2 m,https://x/base/a?b=c&d=e " + agent
	if got := strings.Join(order, ","); got != want || !strings.HasPrefix(agent, "tool/1 rst2openapi-sdk") || !strings.HasSuffix(agent, ")") {
		t.Errorf("%s\nwant %s", got, want)
	}
	stop := errors.New("no token today")
	failing := connect(t, "https://x", sdk.TokenFunc(func(context.Context) (string, error) { return "", stop }), sdk.WithHTTPClient(&http.Client{Transport: last}))
	if _, err := get(context.Background(), failing); !errors.Is(err, stop) || n != 2 || !strings.HasPrefix(err.Error(), "ShowVault: authorizing the request: ") {
		t.Errorf("%v, %d requests", err, n)
	}
}

// TestPaths is Conn.Do.
func TestPaths(t *testing.T) {
	var paths []string
	s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		paths = append(paths, r.URL.EscapedPath()+"?"+r.URL.RawQuery+" "+r.Header.Get("Content-Type"))
		writeJSON(w, 200, `{"Name":"x"}`)
	})
	auth := &catalog{Auth: sdk.NoAuth(), scope: sdk.Scope{ProjectID: "p/1", DomainID: "d"}}
	conn := connect(t, s.URL, auth)
	if auth.logins != 0 {
		t.Error("logged in before it was needed")
	}
	var result struct{ Name string }
	var raw []byte
	for _, err := range []error{
		conn.Do(context.Background(), "GET", "/v3/{project_id}/x?a={b}", nil, &result),
		conn.Do(context.Background(), "POST", "/v3/{domain_id}", map[string]int{"a": 1}, &raw, sdk.WithDomainID("mine")),
		conn.Do(context.Background(), "PUT", "/v3/{project_id}", io.MultiReader(strings.NewReader("x")), nil, sdk.WithProjectID("q"), sdk.WithHeader("Content-Type", "image/png")),
	} {
		if err != nil {
			t.Error(err)
		}
	}
	want := "/v3/p%2F1/x?a={b} ,/v3/mine? application/json,/v3/q? image/png"
	if got := strings.Join(paths, ","); got != want || result.Name != "x" || string(raw) != `{"Name":"x"}` {
		t.Errorf("%s, %v, %s", got, result, raw)
	}
	auth.scope = sdk.Scope{}
	for path, want := range map[string]string{"/{project_id}": "WithProjectID", "/{domain_id}": "WithDomainID", "/{vault_id}": "not filled in",
		"@evil.com/": "slash", "": "slash", "/%zz?token=hunter22": "invalid URL escape"} {
		if err := conn.Do(context.Background(), "GET", path, nil, nil); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "hunter22") {
			t.Errorf("%s: %v", path, err)
		}
	}
	call := conn.Call(context.Background(), "X", nil)
	if _, err := call.Send(http.NewRequest("GET", "https://evil.example.com/", nil)); err == nil || !strings.Contains(err.Error(), "evil") {
		t.Errorf("%v", err)
	}
	if s.hits.Load() != 3 {
		t.Errorf("%d requests", s.hits.Load())
	}
}

type checked struct {
	Name  string
	found sdk.Violations
}

func (c checked) Validate() error {
	if len(c.found) > 0 {
		return c.found
	}
	return nil
}

func (c checked) Inspect() sdk.Violations {
	if c.Name == "long" {
		return sdk.Violations{{Pointer: "/Name", Rule: "maxLength"}}
	}
	return nil
}

func TestChecks(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) { writeJSON(w, 200, `{"Name":"long"}`) })
	var reports []sdk.Report
	conn := connect(t, s.URL, sdk.NoAuth(), sdk.WithResponseCheck(func(_ context.Context, r sdk.Report) { reports = append(reports, r) }))
	body := checked{found: sdk.Violations{{Pointer: "/name", Rule: "required"}}}
	do := func(options ...sdk.Option) (checked, error) {
		var response checked
		call := conn.Call(context.Background(), "CreateVault", options)
		defer call.End()
		call.Check((*checked)(nil))
		call.Check(nil)
		call.Check(body)
		req, err := call.NewRequest("POST", "/", nil, "application/json", call.JSON((*checked)(nil)))
		return response, call.Do(req, err, &response)
	}
	var broken sdk.Violations
	if _, err := do(); !errors.As(err, &broken) || err.Error() != "CreateVault: /name: required" || s.hits.Load() != 0 {
		t.Errorf("%v", err)
	}
	if _, err := do(sdk.WithoutValidation()); err != nil || len(reports) != 1 || reports[0].Operation != "CreateVault" || len(reports[0].Violations) != 1 || reports[0].Response.StatusCode() != 200 {
		t.Errorf("%v, %+v", err, reports)
	}
	if s.bodies[0] != "" {
		t.Errorf("nil was sent as %q", s.bodies[0])
	}
	for _, option := range []sdk.Option{sdk.WithRegion("eu-de"), sdk.WithHTTPClient(http.DefaultClient), sdk.WithMiddleware()} {
		if _, err := do(option); err == nil || !strings.Contains(err.Error(), "for New") {
			t.Errorf("%v", err)
		}
	}
}

func TestCapture(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		w.Header().Set("X-Extra", "e")
		writeJSON(w, map[string]int{"/bad": 400, "/": 200, "/versions": 300}[r.URL.Path], `{"Name":"x"}`)
	})
	conn := connect(t, s.URL, sdk.NoAuth())
	for path, status := range map[string]int{"/": 200, "/bad": 400, "/versions": 300} {
		var raw sdk.Response
		call := conn.Call(context.Background(), "X", []sdk.Option{sdk.WithCapture(&raw)})
		call.Accept(300)
		req, err := call.NewRequest("GET", path, nil, "", nil)
		var result struct{ Name string }
		err = call.Do(req, err, &result)
		if (err != nil) != (status == 400) || raw.StatusCode() != status || string(raw.Body) != `{"Name":"x"}` || raw.HTTPResponse.Header.Get("X-Extra") != "e" || result.Name == "" != (status == 400) {
			t.Errorf("%s: %v, %+v", path, err, raw)
		}
		if again, err := io.ReadAll(raw.HTTPResponse.Body); string(again) != string(raw.Body) || err != nil {
			t.Errorf("read again: %q, %v", again, err)
		}
	}
}

// TestOptionsOfOneCall change no other call.
func TestOptionsOfOneCall(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		writeJSON(w, 200, fmt.Sprintf(`{"Name":"%s %s"}`, r.Header.Get("X-All"), r.Header.Get("X-One")))
	})
	conn := connect(t, s.URL, sdk.NoAuth(), sdk.WithHeader("X-All", "all"))
	var callers sync.WaitGroup
	for i := range 64 {
		callers.Go(func() {
			var options []sdk.Option
			want := "all "
			if i%2 == 0 {
				options = []sdk.Option{sdk.WithHeader("X-One", fmt.Sprint(i)), sdk.WithHeader("X-All", "mine"), sdk.WithTimeout(time.Minute), sdk.WithUserAgent("x"), sdk.WithoutRetry()}
				want = fmt.Sprint("mine ", i)
			}
			if name, err := get(context.Background(), conn, options...); name != want || err != nil {
				t.Errorf("%q, %v, want %q", name, err, want)
			}
		})
	}
	callers.Wait()
}

func TestXMLCall(t *testing.T) {
	s := serve(t, func(http.ResponseWriter, *http.Request, int64) {})
	call := connect(t, s.URL, sdk.NoAuth()).Call(context.Background(), "X", nil)
	req, err := call.NewRequest("PUT", "/", nil, "application/xml", call.XML("Root", struct{ Name string }{"x"}))
	if r, err := call.Send(req, err); err != nil || r.StatusCode() != 200 || s.bodies[0] != "<Root><Name>x</Name></Root>" || call.Response().StatusCode() != 200 {
		t.Errorf("%v, %q", err, s.bodies)
	}
	// What cannot be written.
	call = connect(t, s.URL, sdk.NoAuth()).Call(context.Background(), "X", nil)
	req, err = call.NewRequest("PUT", "/", nil, "application/json", call.JSON(map[string]any{"a": func() {}}))
	if _, err := call.Stream(req, err); err == nil || !strings.Contains(err.Error(), "writing the request body") {
		t.Errorf("%v", err)
	}
}

// TestSignedProject signs for the project of the option, not for that of the key.
func TestSignedProject(t *testing.T) {
	var got string
	s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		got = r.Header.Get("X-Project-Id") + " " + r.Header.Get("Authorization")
	})
	conn := connect(t, s.URL, sdk.AccessKey{Access: "a", Secret: "s", ProjectID: "of the key"})
	for want, options := range map[string][]sdk.Option{"of the key": nil, "other": {sdk.WithProjectID("other")}} {
		if _, err := get(t.Context(), conn, options...); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(got, want+" SDK-HMAC-SHA256 ") || !strings.Contains(got, "x-project-id") {
			t.Errorf("sent %q, want project %q", got, want)
		}
	}
}

// TestSentAgain sends one request several times, by the call that made it and by another one with other options, with
// and without a cookie jar: each attempt has each header once, as the request and the options of its own call have it.
func TestSentAgain(t *testing.T) {
	var seen []string
	server := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		seen = append(seen, strings.Join(slices.Concat(r.Header["Accept"], r.Header["X-Own"], r.Header["X-Option"], r.Header["Cookie"]), "|")+"?"+r.URL.RawQuery+" "+beforeBracket(r.Header.Get("User-Agent")))
		writeJSON(w, http.StatusOK, `{}`)
	})
	address, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	for _, cookies := range []bool{false, true} {
		seen = nil
		client := new(http.Client)
		if cookies {
			jar, err := cookiejar.New(nil)
			if err != nil {
				t.Fatal(err)
			}
			jar.SetCookies(address, []*http.Cookie{{Name: "c", Value: "1"}})
			client.Jar = jar
		}
		conn := connect(t, server.URL, sdk.Token("t"), sdk.WithHTTPClient(client))
		option := []sdk.Option{sdk.WithHeader("X-Option", "o"), sdk.WithQuery("q=1"), sdk.WithUserAgent("a/1")}
		agent := "rst2openapi-sdk"
		cookie := ""
		if cookies {
			cookie = "|c=1"
		}
		var want []string
		for _, options := range [][]sdk.Option{nil, option} {
			call := conn.Call(t.Context(), "ShowVault", options)
			req, err := call.NewRequest(http.MethodGet, "/vaults", nil, "", nil)
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("X-Own", "own")
			other := conn.Call(t.Context(), "ListVaults", nil)
			another := conn.Call(t.Context(), "ListVaults", option)
			for _, call := range []*sdk.Call{call, call, other, another} {
				if err := call.Do(req, nil, nil); err != nil {
					t.Fatal(err)
				}
			}
			plain, optional := "application/json|own"+cookie+"? "+agent, "application/json|own|o"+cookie+"?q=1 a/1 "+agent
			if options == nil {
				want = append(want, plain, plain, plain, optional)
			} else {
				want = append(want, optional, optional, plain, optional)
			}
		}
		if !slices.Equal(seen, want) {
			t.Errorf("cookies %v: got %q, want %q", cookies, seen, want)
		}
	}
}

func beforeBracket(s string) string {
	before, _, _ := strings.Cut(s, " (")
	return before
}

// TestTraceOfCaller: what a caller has traced is told once for each request on the wire, retries and redirects included.
func TestTraceOfCaller(t *testing.T) {
	const requests = 6
	server := serve(t, func(w http.ResponseWriter, r *http.Request, n int64) {
		switch n {
		case 1, 2:
			writeJSON(w, http.StatusServiceUnavailable, `{}`)
		case 3, 4, 5:
			http.Redirect(w, r, "/vaults", http.StatusTemporaryRedirect)
		default:
			writeJSON(w, http.StatusOK, `{}`)
		}
	})
	var wrote atomic.Int64
	ctx := httptrace.WithClientTrace(t.Context(), &httptrace.ClientTrace{WroteRequest: func(httptrace.WroteRequestInfo) { wrote.Add(1) }})
	conn := connect(t, server.URL, sdk.Token("t"), quick(4))
	if _, err := get(ctx, conn); err != nil {
		t.Fatal(err)
	}
	if got := wrote.Load(); got != requests {
		t.Errorf("%d requests are told %d times", requests, got)
	}
}
