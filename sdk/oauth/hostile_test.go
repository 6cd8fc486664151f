package oauth_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/oauth"
)

// TestSwitchedToken has an address of tokens that takes the connection over.
func TestSwitchedToken(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		_, _ = io.WriteString(conn, "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n{")
		_, _ = io.Copy(io.Discard, conn)
		_ = conn.Close()
	}))
	defer s.Close()
	auth, err := oauth.ClientCredentials(clientcredentials.Config{ClientID: "id", ClientSecret: secret, TokenURL: s.URL})
	if err != nil {
		t.Fatal(err)
	}
	for _, ctx := range []context.Context{t.Context(), context.WithValue(t.Context(), oauth2.HTTPClient, &http.Client{})} {
		req := httptest.NewRequestWithContext(ctx, "GET", "/", nil)
		if err := auth.Authorize(req, sdk.TokenHeader{Name: "X"}); err == nil || !strings.Contains(err.Error(), "101 Switching Protocols") {
			t.Errorf("%v", err)
		}
	}
}

// TestHostileCode has an address of tokens whose errors command a terminal, or have no end.
func TestHostileCode(t *testing.T) {
	for _, code := range []string{`\u001b[2J`, `a\nb`, `\u202e`, strings.Repeat("a", 5000)} {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusUnauthorized)
			_, _ = io.WriteString(w, `{"error": "`+code+`"}`)
		}))
		defer s.Close()
		auth, err := oauth.ClientCredentials(clientcredentials.Config{ClientID: "id", ClientSecret: secret, TokenURL: s.URL})
		if err != nil {
			t.Fatal(err)
		}
		err = auth.Authorize(httptest.NewRequestWithContext(t.Context(), "GET", "/", nil), sdk.TokenHeader{Name: "X"})
		if err == nil || err.Error() != "oauth: getting a token: 401 Unauthorized" {
			t.Errorf("%q: %.200q", code, err)
		}
	}
}

type sourceFunc func() (*oauth2.Token, error)

func (s sourceFunc) Token() (*oauth2.Token, error) { return s() }

// TestSourceEnds has a source that blocks: a caller leaves with its context, and without one
// the wait has an end all the same. A later caller is not held up.
func TestSourceEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var open atomic.Bool
		end := make(chan struct{})
		auth, err := oauth.Source(sourceFunc(func() (*oauth2.Token, error) {
			if !open.Load() {
				<-end
			}
			return &oauth2.Token{AccessToken: "t-1"}, nil
		}))
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		for _, ctx := range []context.Context{ctx, t.Context()} {
			before := time.Now()
			err := auth.Authorize(httptest.NewRequestWithContext(ctx, "GET", "/", nil), sdk.TokenHeader{Name: "X"})
			if !errors.Is(err, context.DeadlineExceeded) || time.Since(before) > 2*time.Minute {
				t.Errorf("%v after %v", err, time.Since(before))
			}
		}
		open.Store(true)
		req := httptest.NewRequestWithContext(t.Context(), "GET", "/", nil)
		if err := auth.Authorize(req, sdk.TokenHeader{Name: "X"}); err != nil || req.Header.Get("X") != "t-1" {
			t.Errorf("%v", err)
		}
		close(end)
	})
}

// TestSourceWithoutToken is a source that gives nothing.
func TestSourceWithoutToken(t *testing.T) {
	auth, err := oauth.Source(sourceFunc(func() (*oauth2.Token, error) { return nil, nil }))
	if err != nil {
		t.Fatal(err)
	}
	if err := auth.Authorize(httptest.NewRequest("GET", "/", nil), sdk.TokenHeader{Name: "X"}); err == nil || !strings.Contains(err.Error(), "neither") {
		t.Errorf("%v", err)
	}
}
