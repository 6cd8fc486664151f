package keystone

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// TestFailures has what a server may respond to a login. Each response echoes the request,
// as a server with its debug mode on may do.
func TestFailures(t *testing.T) {
	for name, c := range map[string]struct {
		status     int
		body       string
		target     error
		code, text string
		logins     int
	}{
		"wrong password": {401, `{"error": {"code": 401, "message": "wrong credentials", "title": "Unauthorized"}, "echo": ECHO}`, sdk.ErrUnauthorized, "401", "wrong credentials", 1},
		"gateway":        {403, `{"error_code": "IAM.0001", "error_msg": "no rights ECHOED"}`, sdk.ErrForbidden, "IAM.0001", "no rights", 1},
		"HTML":           {503, `<html>busy</html>`, sdk.ErrUnavailable, "", "", 3},
		"odd JSON":       {400, `{"error": ["x"]}`, nil, "", "", 1},
		"empty":          {500, ``, nil, "", "", 1},
		"cut":            {201, `{"token": {"user"`, sdk.ErrUnreadable, "", "", 1},
		"broken off":     {201, "BREAK", sdk.ErrUnreadable, "", "", 3},
		"other JSON":     {201, `{"hello": "ECHOED"}`, sdk.ErrUnreadable, "", "", 1},
		"wrong success":  {200, `{"hello": "ECHOED"}`, sdk.ErrUnreadable, "", "", 1},
		"HTML success":   {201, `<html>please log in</html>`, sdk.ErrUnreadable, "", "", 1},
		"redirect":       {308, `ECHOED`, nil, "", "elsewhere.example.com", 1},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t)
			f.handler = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				f.mu.Lock()
				sent := f.bodies[len(f.bodies)-1]
				f.mu.Unlock()
				w.Header().Set("X-Subject-Token", "hidden-token")
				w.Header().Set("X-Openstack-Request-Id", "req-1")
				w.Header().Set("X-Echo", f.password().Password)
				w.Header().Set("Location", "https://elsewhere.example.com/v3/auth/tokens")
				if c.body == "BREAK" {
					w.Header().Set("Content-Length", "1000")
				}
				w.WriteHeader(c.status)
				body := strings.ReplaceAll(c.body, "ECHOED", f.password().Password)
				_, _ = io.WriteString(w, strings.ReplaceAll(body, "ECHO", sent))
			})
			_, err := authorized(t.Context(), f.auth(t, f.password()))
			var failed *sdk.Error
			if !errors.As(err, &failed) {
				t.Fatal(err)
			}
			if c.target != nil && !errors.Is(err, c.target) {
				t.Errorf("%v is not %v", err, c.target)
			}
			if failed.Attempts != c.logins || failed.StatusCode != c.status || failed.Code != c.code || !strings.Contains(failed.Message, c.text) || failed.RequestID != "req-1" {
				t.Errorf("%#v", failed)
			}
			if !strings.HasSuffix(failed.URL, "/v3/auth/tokens") || failed.Method != http.MethodPost {
				t.Errorf("%s %s", failed.Method, failed.URL)
			}
			if f.count() != c.logins {
				t.Errorf("%d logins, want %d", f.count(), c.logins)
			}
			shown := fmt.Sprintf("%v %+v %s %v", err, *failed, failed.Body, failed.Header)
			for _, secret := range []string{"hidden", `pass"word`, `pass\"word`, `word<1>`} {
				if strings.Contains(shown, secret) {
					t.Errorf("%q is in %s", secret, shown)
				}
			}
		})
	}
}

// TestLargeResponse has a response that does not end.
func TestLargeResponse(t *testing.T) {
	for _, status := range []int{http.StatusCreated, http.StatusForbidden} {
		f := newFake(t)
		f.handler = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(status)
			for {
				if _, err := w.Write(make([]byte, 1<<16)); err != nil {
					return
				}
			}
		})
		err := f.auth(t, f.password()).Login(t.Context())
		var failed *sdk.Error
		if status == http.StatusCreated && (!errors.As(err, &failed) || !errors.Is(err, sdk.ErrTooLarge) || !errors.Is(err, sdk.ErrUnreadable)) {
			t.Error(err)
		}
		if status == http.StatusForbidden && (!errors.As(err, &failed) || len(failed.Body) != maxKept) {
			t.Errorf("%.200v", err)
		}
		if f.count() != 1 {
			t.Errorf("%d logins", f.count())
		}
	}
}

// TestRetries logs in again after what may pass, and waits as long as the server says.
func TestRetries(t *testing.T) {
	f := newFake(t)
	after := "7"
	f.handler = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		f.mu.Lock()
		defer f.mu.Unlock()
		if f.logins == 2 {
			f.handler = nil
		}
		w.Header().Set("Retry-After", after)
		after = "Thu, 01 Jan 2026 00:00:00 GMT"
		w.WriteHeader(http.StatusTooManyRequests)
	})
	a := f.auth(t, f.password())
	var waits []time.Duration
	a.sleep = func(_ context.Context, d time.Duration) error { waits = append(waits, d); return nil }
	if token := mustGet(t, a); token != "token-3" || fmt.Sprint(waits) != "[7s 1s]" {
		t.Errorf("%s after %v", token, waits)
	}
}

// TestNoServer has failures without a response; a certificate that does not verify is not
// tried again.
func TestNoServer(t *testing.T) {
	f := newFake(t)
	f.Close()
	if err := f.auth(t, f.password()).Login(t.Context()); err == nil || !strings.Contains(err.Error(), "logging in") {
		t.Error(err)
	}
	var hits int
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hits++ }))
	server.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	server.StartTLS()
	defer server.Close()
	o := f.password()
	o.AuthURL = server.URL
	a := f.auth(t, o)
	a.sleep = func(context.Context, time.Duration) error { t.Error("it is tried again"); return nil }
	if err := a.Login(t.Context()); err == nil || !strings.Contains(err.Error(), "certificate") || hits != 0 {
		t.Errorf("%v, %s", err, strconv.Itoa(hits))
	}
}

// TestSecretsAreNotPrinted tries the ways in which a value gets into a log.
func TestSecretsAreNotPrinted(t *testing.T) {
	f := newFake(t)
	o := Options{AuthURL: f.URL, Username: "me", UserDomainName: "UD", Password: "hidden-1", ProjectID: "p"}
	a := f.auth(t, o)
	mustGet(t, a)
	all := o
	all.Passcode, all.Token, all.ApplicationCredentialSecret = "hidden-2", "hidden-3", "hidden-4"
	holder := struct {
		Options Options
		Auth    sdk.Auth
		inner   sdk.Auth
	}{all, a, a}
	var out bytes.Buffer
	for _, log := range []*slog.Logger{slog.New(slog.NewTextHandler(&out, nil)), slog.New(slog.NewJSONHandler(&out, nil))} {
		log.Info("x", "options", all, "pointer", &all, "auth", a, "holder", holder, "inner", holder.inner)
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		fmt.Fprintf(&out, verb+verb+verb+"\n", all, &all, a)
	}
	fmt.Fprintf(&out, "%v%+v%#v", holder, holder, holder)
	text, err := json.Marshal(holder)
	if err != nil {
		t.Fatal(err)
	}
	out.Write(text)
	for _, hidden := range []string{"hidden", "token-1", fmt.Sprintf("%x", "hidden")} {
		if strings.Contains(out.String(), hidden) {
			t.Errorf("%q is printed:\n%s", hidden, out.String())
		}
	}
	if !strings.Contains(out.String(), f.URL) {
		t.Error("the address is not printed")
	}
}
