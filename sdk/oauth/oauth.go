// Package oauth is an sdk.Auth for services that take tokens of OAuth 2. It gets them with the
// credentials of a client (RFC 6749, section 4.4), or from any source of golang.org/x/oauth2:
//
//	auth, err := oauth.ClientCredentials(clientcredentials.Config{ClientID: id, ClientSecret: secret, TokenURL: address})
//	client, err := service.New(ctx, auth)
//
// In a document with several security schemes it is one of sdk.Credentials.
package oauth

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/flight"
	"github.com/rst2openapi/rst2openapi/sdk/internal/upgrade"
)

// Auth is an sdk.Auth and sdk.Renewer that keeps a token until shortly before its end. It is
// safe for use by several goroutines: however many need a token, one asks for it at a time.
type Auth struct{ in *auth } // a pointer, so that printing it shows no secret

type auth struct {
	get func(ctx context.Context) (*oauth2.Token, error)

	mu      sync.Mutex
	token   *oauth2.Token
	request flight.Slot[*oauth2.Token]
}

var (
	_ sdk.Auth    = Auth{}
	_ sdk.Renewer = Auth{}
)

// ClientCredentials asks the address of config for tokens. It uses no network itself; the
// error says what config lacks. Requests go through the http.Client that the context of a call
// has under oauth2.HTTPClient, else through one of its own that follows no redirects, since
// they would take the secret along.
func ClientCredentials(config clientcredentials.Config) (Auth, error) {
	address, err := url.Parse(config.TokenURL)
	switch {
	case config.ClientID == "" || config.ClientSecret == "":
		return Auth{}, errors.New("oauth: the ClientID or the ClientSecret is empty")
	case err != nil || address.Scheme != "https" && address.Scheme != "http" || address.Host == "":
		return Auth{}, errors.New("oauth: the TokenURL is not like https://host/path")
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return made(func(ctx context.Context) (*oauth2.Token, error) {
		users, given := ctx.Value(oauth2.HTTPClient).(*http.Client)
		if !given || users == nil {
			users = client
		}
		return config.Token(context.WithValue(ctx, oauth2.HTTPClient, withoutSwitch(users)))
	}), nil
}

// Source takes the tokens of a source. One that the service refuses is asked for again, so a
// source that keeps tokens itself gives the same one until it ends.
func Source(source oauth2.TokenSource) (Auth, error) {
	if source == nil {
		return Auth{}, errors.New("oauth: the source is nil")
	}
	return made(func(context.Context) (*oauth2.Token, error) { return source.Token() }), nil
}

func made(get func(context.Context) (*oauth2.Token, error)) Auth {
	return Auth{&auth{get: get}}
}

// Authorize adds the token to the request.
func (a Auth) Authorize(req *http.Request, header sdk.TokenHeader) error {
	token, err := a.current(req.Context())
	if err != nil {
		return err
	}
	return header.Set(req, token)
}

// Renew forgets the token that was refused, unless another one is there by now.
func (a Auth) Renew(_ context.Context, refused *http.Request) error {
	if a.in == nil {
		return errNotMade
	}
	a.in.mu.Lock()
	defer a.in.mu.Unlock()
	if a.in.token != nil && carries(refused, a.in.token.AccessToken) {
		a.in.token = nil
	}
	return nil
}

// carries reports whether a request was sent with a token, wherever the document wants it.
func carries(req *http.Request, token string) bool {
	for _, values := range req.Header {
		for _, value := range values {
			if strings.Contains(value, token) {
				return true
			}
		}
	}
	for _, values := range req.URL.Query() {
		for _, value := range values {
			if value == token {
				return true
			}
		}
	}
	return false
}

// told is an error without what a server echoes of the request.
func told(err error) error {
	var refused *oauth2.RetrieveError
	if !errors.As(err, &refused) || refused.Response == nil {
		return err
	}
	text := strconv.Itoa(refused.Response.StatusCode) + " " + http.StatusText(refused.Response.StatusCode)
	if code := refused.ErrorCode; isCode(code) {
		text += ": " + code
	}
	return &failure{text, err}
}

// isCode reports whether a text of a server is a code of an error, such as invalid_client.
//
// RFC 6749, section 5.2: "Values for the "error" parameter MUST NOT include characters outside
// the set %x20-21 / %x23-5B / %x5D-7E."
func isCode(text string) bool {
	return text != "" && len(text) <= 100 && !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' || r == '"' || r == '\\' })
}

type failure struct {
	text  string
	cause error
}

func (f *failure) Error() string { return f.text }
func (f *failure) Unwrap() error { return f.cause }

// withoutSwitch is a copy of a client that refuses responses with the status 101.
func withoutSwitch(client *http.Client) *http.Client {
	own := *client
	if own.Transport == nil {
		own.Transport = http.DefaultTransport
	}
	own.Transport = upgrade.Transport{Next: own.Transport}
	return &own
}

// String says what it is, without secrets.
func (a Auth) String() string { return "oauth.Auth(redacted)" }

// Format prints String for all verbs.
func (a Auth) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, a.String()) }

// LogValue is String.
func (a Auth) LogValue() slog.Value { return slog.StringValue(a.String()) }
