package keystone

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/flight"
)

// Auth logs in when a token is first needed and keeps the token until shortly before its
// end. It is an sdk.Auth, sdk.Renewer, sdk.Scoped and sdk.Catalog, and safe for use by
// several goroutines: however many of them need a token, one login runs at a time.
type Auth struct {
	options *Options // a pointer, so that printing what holds an Auth shows no secret
	now     func() time.Time
	sleep   func(ctx context.Context, d time.Duration) error

	mu            sync.Mutex
	session       *session
	logins        flight.Slot[*session]
	noRenewBefore time.Time // because an early renewal has failed
}

var (
	_ sdk.Auth    = (*Auth)(nil)
	_ sdk.Renewer = (*Auth)(nil)
	_ sdk.Scoped  = (*Auth)(nil)
	_ sdk.Catalog = (*Auth)(nil)
)

// New makes an Auth. It uses no network; the error says what the options lack.
func New(options Options) (*Auth, error) {
	if err := options.check(); err != nil {
		return nil, fmt.Errorf("keystone: %w", err)
	}
	return &Auth{options: &options, now: time.Now, sleep: sleep}, nil
}

// Login logs in, unless there is a valid token already. It is never needed, but finds
// wrong credentials early.
func (a *Auth) Login(ctx context.Context) error {
	_, err := a.current(ctx)
	return err
}

// Token gives the token, after a login where one is needed. It is a secret.
func (a *Auth) Token(ctx context.Context) (string, error) {
	s, err := a.current(ctx)
	if err != nil {
		return "", err
	}
	return s.token, nil
}

// Authorize adds the token to the request.
func (a *Auth) Authorize(req *http.Request, header sdk.TokenHeader) error {
	token, err := a.Token(req.Context())
	if err != nil {
		return err
	}
	return header.Set(req, token)
}

// Renew logs in again, unless the current token is not the one that was refused.
func (a *Auth) Renew(ctx context.Context, refused *http.Request) error {
	a.mu.Lock()
	if s := a.session; s != nil {
		if !carries(refused, s.token) {
			a.mu.Unlock()
			return nil
		}
		if !a.options.renewable() {
			a.mu.Unlock()
			return fmt.Errorf("keystone: the token was refused, and %s", a.options.whyNot())
		}
		a.session = nil
	}
	a.mu.Unlock()
	_, err := a.current(ctx)
	return err
}

// carries reports whether the token is in a header of the request, after any prefix.
func carries(req *http.Request, token string) bool {
	for _, values := range req.Header {
		if slices.ContainsFunc(values, func(v string) bool { return strings.HasSuffix(v, token) }) {
			return true
		}
	}
	return false
}

// Secure reports whether the login is over HTTPS. An address of the catalogue that is not does
// not get the token then.
func (a *Auth) Secure() bool {
	return a != nil && a.options != nil && strings.HasPrefix(a.options.AuthURL, "https:")
}

// Scope is what the token is for. The domain is the one of the project, else the one of
// the token, else the one of the user.
func (a *Auth) Scope(ctx context.Context) (sdk.Scope, error) {
	s, err := a.current(ctx)
	if err != nil {
		return sdk.Scope{}, err
	}
	return s.scope, nil
}

// String names who logs in and where, without secrets, as all ways to print it do.
func (a *Auth) String() string {
	if a == nil || a.options == nil {
		return "keystone.Auth{ }"
	}
	return strings.Replace(a.options.String(), "keystone.Options", "keystone.Auth", 1)
}

// GoString is String.
func (a *Auth) GoString() string { return a.String() }

// Format prints String for all verbs.
func (a *Auth) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, a.String()) }

// LogValue is String, for log/slog.
func (a *Auth) LogValue() slog.Value { return slog.StringValue(a.String()) }

// MarshalText is String, for encoding/json and others. There is no way back.
func (a *Auth) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// whyNot says why a token cannot be renewed.
func (o *Options) whyNot() string {
	if o.Passcode != "" {
		return "a passcode can be used only once; make a new Auth with a new one"
	}
	return "a token alone cannot get a new one; log in again and make a new Auth"
}

// errExpired is found in the error of a token that has ended and cannot be renewed.
var errExpired = errors.New("the token has expired")

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
