package keystone

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// fake is a Keystone that gives a new token for each login.
type fake struct {
	*httptest.Server
	life    time.Duration // of its tokens
	handler http.Handler  // instead of giving a token, where it is not nil

	mu      sync.Mutex
	time    time.Time
	skew    time.Duration // how much its clock is ahead
	logins  int
	bodies  []string
	headers []http.Header
}

func newFake(t *testing.T) *fake {
	t.Helper()
	f := &fake{life: 24 * time.Hour, time: time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)}
	f.Server = httptest.NewServer(http.HandlerFunc(f.serve))
	t.Cleanup(f.Close)
	return f
}

func (f *fake) now() time.Time {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.time
}

func (f *fake) pass(d time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.time = f.time.Add(d)
}

func (f *fake) count() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.logins
}

func (f *fake) serve(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil || r.URL.Path != "/v3/auth/tokens" {
		http.Error(w, "not here", http.StatusNotFound)
		return
	}
	f.mu.Lock()
	f.logins++
	number, now, handler := f.logins, f.time.Add(f.skew), f.handler
	f.bodies = append(f.bodies, string(body))
	f.headers = append(f.headers, r.Header.Clone())
	f.mu.Unlock()
	if handler != nil {
		handler.ServeHTTP(w, r)
		return
	}
	token := fmt.Sprintf("token-%d", number)
	status := http.StatusCreated
	if r.Method == http.MethodGet {
		token, status = r.Header.Get("X-Subject-Token"), http.StatusOK
	}
	w.Header().Set("X-Subject-Token", token)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	const layout = "2006-01-02T15:04:05.000000Z"
	fmt.Fprintf(w, tokenResponse, now.Add(f.life).Format(layout), now.Format(layout))
}

const tokenResponse = `{"token": {"methods": ["password"], "expires_at": %q, "issued_at": %q,
	"user": {"id": "u", "name": "me", "domain": {"id": "ud", "name": "UD"}},
	"project": {"id": "p", "name": "eu-de_web", "domain": {"id": "pd", "name": "PD"}},
	"catalog": [
		{"type": "cbr", "name": "cbr", "endpoints": [
			{"interface": "admin", "region": "eu-de", "url": "https://admin.example.com"},
			{"interface": "public", "region": "eu-nl", "url": "https://cbr.eu-nl.example.com/v3/p"},
			{"interface": "public", "region": "eu-de", "url": "https://cbr.eu-de.example.com/v3/p"}]},
		{"type": "identity", "name": "iam", "endpoints": [
			{"interface": "public", "region": "*", "url": "https://iam.example.com/v3"}]},
		{"type": "volumev2", "name": "volume", "endpoints": [
			{"interface": "public", "region": "eu-de", "region_id": "eu-de", "url": "https://evs.eu-de.example.com/v2/p"}]},
		{"type": "far", "name": "far", "endpoints": [
			{"interface": "public", "region": "ap-1", "url": "https://far.ap-1.example.com"},
			{"interface": "public", "region": "ap-2", "url": "https://far.ap-2.example.com"}]}]}}`

// password is what most tests log in with.
func (f *fake) password() Options {
	return Options{AuthURL: f.URL, Username: "me", Password: `pass"word<1>`, UserDomainName: "UD", ProjectName: "eu-de_web"}
}

// auth makes an Auth that has the clock of the fake and does not sleep.
func (f *fake) auth(t *testing.T, o Options) *Auth {
	t.Helper()
	a, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	a.now = f.now
	a.sleep = noSleep
	return a
}

// same compares two JSON texts.
func same(t *testing.T, got, want string) {
	t.Helper()
	var a, b any
	if err := json.Unmarshal([]byte(want), &b); err != nil {
		t.Fatalf("%v in %s", err, want)
	}
	if err := json.Unmarshal([]byte(got), &a); err != nil || fmt.Sprint(a) != fmt.Sprint(b) {
		t.Errorf("got  %s\nwant %s", got, strings.Join(strings.Fields(want), " "))
	}
}
