//go:build linux

package stack

import (
	"net/http"
	"strings"
	"sync"
	"testing"
)

// Secret remembers what must not be logged, and gives it back.
func (r *Record) Secret(text string) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if text != "" {
		r.secrets[text] = true
	}
	return text
}

// WithoutSecrets fails the test when one is in the text.
func (r *Record) WithoutSecrets(t *testing.T, where, text string) {
	t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	for secret := range r.secrets {
		if i := strings.Index(text, secret); i >= 0 {
			t.Errorf("%s has the secret %s…: …%s", where, secret[:6], text[max(0, i-80):i])
		}
	}
}

// Traffic is a transport that remembers all tokens as secrets, and counts what is sent.
type Traffic struct {
	seen *Record
	next http.RoundTripper

	mu     sync.Mutex
	logins int
	status map[int]int
}

// Counting makes a Traffic that sends few requests at a time: Keystone's test server does
// one after the other, and refuses connections when too many wait.
func (r *Record) Counting() *Traffic {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxConnsPerHost = 4
	return &Traffic{seen: r, next: transport, status: map[int]int{}}
}

// RoundTrip sends a request.
func (c *Traffic) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := c.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	c.seen.Secret(req.Header.Get("X-Auth-Token"))
	c.seen.Secret(req.Header.Get("X-Subject-Token"))
	c.seen.Secret(resp.Header.Get("X-Subject-Token"))
	c.mu.Lock()
	defer c.mu.Unlock()
	c.status[resp.StatusCode]++
	if req.Method == http.MethodPost && strings.HasSuffix(req.URL.Path, "/auth/tokens") {
		c.logins++
	}
	return resp, nil
}

// Counted gives how many logins there were, and how many responses of a status.
func (c *Traffic) Counted(status int) (logins, responses int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.logins, c.status[status]
}
