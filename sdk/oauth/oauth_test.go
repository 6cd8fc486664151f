package oauth_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/oauth"
)

const secret = "client-secret-nobody-may-see"

// service gives tokens at /token and takes the last one of them elsewhere.
type service struct {
	*httptest.Server
	tokens, calls atomic.Int64
	refuse        atomic.Int64 // the token that has ended
	fails         atomic.Bool
}

func serve(t *testing.T) *service {
	t.Helper()
	s := new(service)
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/token" {
			s.calls.Add(1)
			if ended := s.refuse.Load(); ended > 0 && r.Header.Get("Authorization") == fmt.Sprintf("Bearer t-%d", ended) || r.Header.Get("Authorization") == "" {
				w.WriteHeader(http.StatusUnauthorized)
			}
			return
		}
		w.Header().Set("Content-Type", "application/json")
		user, password, _ := r.BasicAuth()
		if s.fails.Load() || user != "id" || password != secret || r.PostFormValue("grant_type") != "client_credentials" || r.PostFormValue("scope") != "a b" {
			w.WriteHeader(http.StatusUnauthorized)
			fmt.Fprintf(w, `{"error": "invalid_client", "error_description": "not %s"}`, secret)
			return
		}
		fmt.Fprintf(w, `{"access_token": "t-%d", "token_type": "Bearer", "expires_in": 3600}`, s.tokens.Add(1))
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *service) auth(t *testing.T) oauth.Auth {
	t.Helper()
	auth, err := oauth.ClientCredentials(clientcredentials.Config{ClientID: "id", ClientSecret: secret, TokenURL: s.URL + "/token", Scopes: []string{"a", "b"}})
	if err != nil {
		t.Fatal(err)
	}
	return auth
}

func (s *service) connect(t *testing.T, auth sdk.Auth) *sdk.Conn {
	t.Helper()
	conn, err := sdk.NewConn(t.Context(), sdk.Service{Token: sdk.TokenHeader{Name: "Authorization", Prefix: "Bearer "}}, auth, sdk.WithEndpoint(s.URL))
	if err != nil {
		t.Fatal(err)
	}
	return conn
}

// TestOneTokenForAll asks for a token once, however many calls need it, and again when it is
// refused.
func TestOneTokenForAll(t *testing.T) {
	s := serve(t)
	conn := s.connect(t, s.auth(t))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if err := conn.Do(t.Context(), "GET", "/things", nil, nil); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if s.tokens.Load() != 1 || s.calls.Load() != 8 {
		t.Errorf("%d tokens, %d calls", s.tokens.Load(), s.calls.Load())
	}
	s.refuse.Store(1)
	if err := conn.Do(t.Context(), "GET", "/things", nil, nil); err != nil || s.tokens.Load() != 2 || s.calls.Load() != 10 {
		t.Errorf("%d tokens, %d calls: %v", s.tokens.Load(), s.calls.Load(), err)
	}
}

// TestRefused tells why there is no token, and never the secret.
func TestRefused(t *testing.T) {
	s := serve(t)
	s.fails.Store(true)
	auth := s.auth(t)
	err := s.connect(t, auth).Do(t.Context(), "GET", "/things", nil, nil)
	var refused *oauth2.RetrieveError
	if !errors.As(err, &refused) || !strings.Contains(err.Error(), "invalid_client") || strings.Contains(err.Error(), secret) || s.calls.Load() != 0 {
		t.Errorf("%v", err)
	}
	if text := fmt.Sprintf("%v %+v %#v %s", auth, auth, auth, []any{auth}); strings.Contains(text, secret) {
		t.Error(text)
	}
}

// TestCancelled ends a call that waits for the token of another.
func TestCancelled(t *testing.T) {
	begun, end := make(chan struct{}), make(chan struct{})
	auth, err := oauth.Source(source(func() (*oauth2.Token, error) { close(begun); <-end; return &oauth2.Token{AccessToken: "t"}, nil }))
	if err != nil {
		t.Fatal(err)
	}
	request := func(ctx context.Context) error {
		req, err := http.NewRequestWithContext(ctx, "GET", "https://x", nil)
		if err != nil {
			return err
		}
		return auth.Authorize(req, sdk.TokenHeader{Name: "X"})
	}
	first := make(chan error, 1)
	go func() { first <- request(context.Background()) }()
	<-begun
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := request(ctx); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	close(end)
	if err := <-first; err != nil {
		t.Error(err)
	}
}

type source func() (*oauth2.Token, error)

func (s source) Token() (*oauth2.Token, error) { return s() }

func TestMisuse(t *testing.T) {
	for _, config := range []clientcredentials.Config{{}, {ClientID: "a", ClientSecret: "b"}, {ClientID: "a", ClientSecret: "b", TokenURL: "ftp://x"}, {ClientID: "a", TokenURL: "https://x"}} {
		if _, err := oauth.ClientCredentials(config); err == nil {
			t.Errorf("%+v is taken", config)
		}
	}
	if _, err := oauth.Source(nil); err == nil {
		t.Error("no source is taken")
	}
	if err := (oauth.Auth{}).Authorize(httptest.NewRequest("GET", "/", nil), sdk.TokenHeader{Name: "X"}); err == nil {
		t.Error("the zero Auth is taken")
	}
}
