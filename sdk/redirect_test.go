package sdk_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// secretHeaders must not be seen by another host.
var secretHeaders = []string{"X-Auth-Token", "Authorization", "Cookie", "X-Security-Token", "X-Subject-Token", "X-Project-Id", "X-Mine", "Referer", "X-Sdk-Date"}

func seen(header http.Header) (found []string) {
	for _, name := range secretHeaders {
		if header.Get(name) != "" {
			found = append(found, name)
		}
	}
	return found
}

// TestRedirectToOtherHost follows with nothing that is secret, also not when the other host
// leads back.
func TestRedirectToOtherHost(t *testing.T) {
	var home string
	other := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		if found := seen(r.Header); found != nil {
			t.Errorf("the other host got %q", found)
		}
		if r.Header.Get("Accept") != "application/json" || r.Header.Get("User-Agent") == "" {
			t.Errorf("the other host got %v", r.Header)
		}
		if r.URL.Path == "/back" {
			http.Redirect(w, r, home+"/chosen-by-other", http.StatusFound)
			return
		}
		writeJSON(w, 200, `{"Name":"other"}`)
	})
	first := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		if r.URL.Path == "/chosen-by-other" {
			if found := seen(r.Header); found != nil {
				t.Errorf("led back with %q", found)
			}
			writeJSON(w, 401, "{}")
			return
		}
		if len(seen(r.Header)) < 4 {
			t.Errorf("the service got %v", r.Header)
		}
		http.Redirect(w, r, other.URL+r.URL.Query().Get("to"), http.StatusTemporaryRedirect)
	})
	home = first.URL
	headers := []sdk.Option{sdk.WithHeader("X-Mine", "m"), sdk.WithHeader("Cookie", "a=b"), sdk.WithHeader("X-Subject-Token", "s"), sdk.WithHeader("Accept", "application/json")}
	renewer := &renewing{}
	for _, auth := range []sdk.Auth{sdk.Token(secret), renewer, sdk.AccessKey{Access: "ak", Secret: "sk", SecurityToken: "st", ProjectID: "p"}} {
		// Accept set with WithHeader does not follow; here the request has it itself.
		conn := connect(t, first.URL, auth, headers[:3]...)
		call := conn.Call(context.Background(), "Show", nil)
		req, err := call.NewRequest("GET", "/", nil, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Accept", "application/json")
		var response struct{ Name string }
		if err := call.Do(req, nil, &response); err != nil || response.Name != "other" {
			t.Errorf("%v, %+v", err, response)
		}
		req, err = call.NewRequest("GET", "/?to=/back", nil, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Accept", "application/json")
		if err := call.Do(req, nil, nil); !errors.Is(err, sdk.ErrUnauthorized) {
			t.Errorf("%v", err)
		}
	}
	if renewer.renewed != 0 {
		t.Error("a host that was not sent the token could have it renewed")
	}
	// A body does not go to another host.
	before := other.hits.Load()
	for _, method := range []string{"POST", "PUT", "DELETE"} {
		err := send(connect(t, first.URL, sdk.Token(secret), headers...), method)
		var failed *sdk.Error
		if !errors.As(err, &failed) || failed.StatusCode != 307 || !strings.Contains(err.Error(), "another host") || failed.Attempts != 1 {
			t.Errorf("%s: %v", method, err)
		}
	}
	if other.hits.Load() != before {
		t.Error("a body went to another host")
	}
}

// TestRedirectOnHost signs again, keeps headers and bodies, and ends.
func TestRedirectOnHost(t *testing.T) {
	var signatures []string
	s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		signatures = append(signatures, r.Header.Get("Authorization"))
		switch r.URL.Path {
		case "/new":
			if r.Header.Get("X-Mine") != "m" {
				t.Errorf("headers are lost: %v", r.Header)
			}
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		case "/bad":
			w.Header().Set("Location", "http://[::1?token=hunter22")
			w.WriteHeader(http.StatusFound)
		case "/ftp":
			http.Redirect(w, r, "ftp://x/?token=hunter22", http.StatusFound)
		case "/none":
			w.WriteHeader(http.StatusFound)
		case "/moved":
			http.Redirect(w, r, "/new", http.StatusMovedPermanently)
		default:
			http.Redirect(w, r, "/new", http.StatusPermanentRedirect)
		}
	})
	conn := connect(t, s.URL, sdk.AccessKey{Access: "ak", Secret: "sk"}, sdk.WithHeader("X-Mine", "m"))
	if err := send(conn, "POST"); err != nil || len(signatures) != 2 || signatures[0] == signatures[1] || s.bodies[1] != `{"size":1}` {
		t.Errorf("%v, %q, %q", err, signatures, s.bodies)
	}
	for path, want := range map[string]string{
		"/loop": "stopped after 10 redirects", "/bad": "cannot be read", "/ftp": "leaves HTTP", "/none": "302 Found",
	} {
		err := conn.Do(context.Background(), "GET", path, nil, nil)
		var failed *sdk.Error
		if !errors.As(err, &failed) || failed.StatusCode != 302 || !strings.Contains(err.Error(), want) || strings.Contains(err.Error()+failed.URL+failed.Header.Get("Location"), "hunter22") {
			t.Errorf("%s: %v", path, err)
		}
	}
	// A POST that net/http would make a GET of.
	if err := conn.Do(context.Background(), "POST", "/moved", map[string]int{}, nil); err == nil || !strings.Contains(err.Error(), "a GET of the POST") {
		t.Errorf("%v", err)
	}
	if err := conn.Do(context.Background(), "GET", "/moved", nil, nil); err != nil {
		t.Errorf("%v", err)
	}
}

// TestRedirectToPlain has a service on HTTPS that leads to HTTP.
func TestRedirectToPlain(t *testing.T) {
	plain := serve(t, func(http.ResponseWriter, *http.Request, int64) {})
	s := httptest.NewTLSServer(http.RedirectHandler(plain.URL, http.StatusFound))
	defer s.Close()
	err := connect(t, s.URL, sdk.Token(secret), sdk.WithHTTPClient(s.Client())).Do(context.Background(), "GET", "/", nil, nil)
	if err == nil || !strings.Contains(err.Error(), "leaves HTTPS") || plain.hits.Load() != 0 {
		t.Errorf("%v", err)
	}
}

// TestUsersRules keeps the CheckRedirect of the user's client, and changes no client.
func TestUsersRules(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		if r.URL.Path != "/new" {
			http.Redirect(w, r, "/new", http.StatusFound)
		}
	})
	stop := errors.New("no redirects here")
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return stop }}
	conn := connect(t, s.URL, sdk.Token(secret), sdk.WithHTTPClient(client))
	if err := conn.Do(context.Background(), "GET", "/", nil, nil); !errors.Is(err, stop) || s.hits.Load() != 1 {
		t.Errorf("%v, %d requests", err, s.hits.Load())
	}
	if client.Transport != nil {
		t.Error("the user's client was changed")
	}
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	var failed *sdk.Error
	if err := connect(t, s.URL, sdk.Token(secret), sdk.WithHTTPClient(client)).Do(context.Background(), "GET", "/", nil, nil); !errors.As(err, &failed) || failed.StatusCode != 302 {
		t.Errorf("%v", err)
	}
}
