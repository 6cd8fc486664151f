package sdk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// Doer sends a request. *http.Client is one.
type Doer interface {
	Do(req *http.Request) (*http.Response, error)
}

// RequestEditor changes a request just before it is sent, for example to add a header.
type RequestEditor func(ctx context.Context, req *http.Request) error

// TokenSource gives the token for one request. It is asked every time, so it may renew
// the token; it must be safe for use by several goroutines.
type TokenSource func(ctx context.Context) (string, error)

// Auth says how a service wants its token: in which header, and after which prefix.
type Auth struct {
	Header string // "X-Auth-Token"
	Prefix string // "Bearer ", or empty
}

// Conn sends requests to one server. It is safe for use by several goroutines.
type Conn struct {
	server  string // without a slash at the end
	auth    Auth
	doer    Doer
	token   TokenSource
	editors []RequestEditor
}

// Option sets up a Conn.
type Option func(*Conn) error

// WithHTTPClient sends requests through doer instead of a plain http.Client.
func WithHTTPClient(doer Doer) Option {
	return func(c *Conn) error { c.doer = doer; return nil }
}

// WithRequestEditor runs editor on every request, before those given to a single call.
func WithRequestEditor(editor RequestEditor) Option {
	return func(c *Conn) error { c.editors = append(c.editors, editor); return nil }
}

// WithToken sends the same token with every request, in the header the service wants.
func WithToken(token string) Option {
	return WithTokenSource(func(context.Context) (string, error) { return token, nil })
}

// WithTokenSource asks source for the token of each request.
func WithTokenSource(source TokenSource) Option {
	return func(c *Conn) error { c.token = source; return nil }
}

// NewConn makes a Conn for a server, such as "https://cbr.eu-de.otc.t-systems.com". The
// error says what is wrong with the address or an option.
func NewConn(server string, auth Auth, options ...Option) (*Conn, error) {
	address, err := url.Parse(server)
	if err != nil {
		// The text of err repeats the address, which may hold a password.
		return nil, errors.New("the server address cannot be read as a URL")
	}
	if address.Scheme != "http" && address.Scheme != "https" || address.Host == "" {
		return nil, fmt.Errorf("the server address %q is not like https://host", address.Redacted())
	}
	if address.RawQuery != "" || address.Fragment != "" {
		return nil, fmt.Errorf("the server address %q must not have a query or a fragment", address.Redacted())
	}
	c := &Conn{server: strings.TrimRight(server, "/"), auth: auth}
	for _, option := range options {
		if err := option(c); err != nil {
			return nil, err
		}
	}
	if c.token != nil && auth.Header == "" {
		return nil, errors.New("a token was given, but the document does not say in which header it is sent; use WithRequestEditor")
	}
	if c.doer == nil {
		c.doer = &http.Client{CheckRedirect: c.checkRedirect}
	}
	return c, nil
}

// checkRedirect keeps the token from other hosts: net/http does that only for the
// headers it knows, such as Authorization. The limit of ten is that of net/http.
func (c *Conn) checkRedirect(req *http.Request, via []*http.Request) error {
	if len(via) >= 10 {
		return errors.New("stopped after 10 redirects")
	}
	if c.auth.Header != "" && req.URL.Host != via[0].URL.Host {
		req.Header.Del(c.auth.Header)
	}
	return nil
}

// NewRequest makes a request for an escaped path and encoded query pieces. contentType
// is set when body is not nil.
func (c *Conn) NewRequest(ctx context.Context, method, path string, query []string, contentType string, body io.Reader) (*http.Request, error) {
	target := c.server + path
	if len(query) > 0 {
		joint := "?"
		if strings.Contains(path, "?") {
			joint = "&"
		}
		target += joint + strings.Join(query, "&")
	}
	req, err := http.NewRequestWithContext(ctx, method, target, body)
	if err != nil {
		return nil, err
	}
	if body != nil && contentType != "" {
		req.Header.Set("Content-Type", contentType)
	}
	return req, nil
}

// Do adds the token, runs the editors and sends the request. The caller closes the body
// of the response.
func (c *Conn) Do(req *http.Request, editors ...RequestEditor) (*http.Response, error) {
	ctx := req.Context()
	if c.token != nil && c.auth.Header != "" {
		token, err := c.token(ctx)
		if err != nil {
			return nil, fmt.Errorf("getting the token: %w", err)
		}
		req.Header.Set(c.auth.Header, c.auth.Prefix+token)
	}
	for _, list := range [][]RequestEditor{c.editors, editors} {
		for _, edit := range list {
			if err := edit(ctx, req); err != nil {
				return nil, err
			}
		}
	}
	return c.doer.Do(req)
}
