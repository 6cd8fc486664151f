package sdk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"

	"github.com/rst2openapi/rst2openapi/sdk/internal/redact"
)

// Auth authenticates requests. Token, TokenFunc, Basic, NoAuth, Credentials and AccessKey make
// one, package keystone has one that logs in, package oauth one for OAuth 2, and any other type
// with this method does as well.
//
// Authorize is called for every attempt, retries included, on a request that is complete
// otherwise; not for operations that take no credentials, as the document says. It
// must be safe for use by several goroutines. What takes long must end when the context of the request does.
type Auth interface {
	Authorize(req *http.Request, header TokenHeader) error
}

// Renewer is an Auth that can get a new token. Renew is called at most once for a call,
// after the service has responded with 401. The refused request still has the token that was
// sent with it: when the current token is another one by now, somebody else has renewed it
// and there is nothing to do. The call fails with the 401 when Renew gives an error.
type Renewer interface {
	Renew(ctx context.Context, refused *http.Request) error
}

// Scoped is an Auth that knows what the caller may work on. It may log in to find out.
type Scoped interface {
	Scope(ctx context.Context) (Scope, error)
}

// Scope is what the caller may work on. What is not known is empty.
type Scope struct {
	ProjectID   string // fills {project_id} of paths
	ProjectName string // "eu-de_web": begins with the region on this cloud
	DomainID    string // fills {domain_id} of paths
	Region      string // "eu-de"
}

// Catalog is an Auth that knows where services are. The address is the one of the
// catalogue, with version and project as they stand there. Without a region it is for the
// Auth to choose one. A service that the catalogue does not list is an error, which had better
// name those that it lists; so is an empty address. Requests never go to the address of the
// document then. An Auth that also has the method Secure() bool, and says with it that its login
// is over HTTPS, gets no address of plain HTTP from its catalogue either.
type Catalog interface {
	Endpoint(ctx context.Context, service Service, region string) (string, error)
}

// Service is what a generated package says of the service it is for.
type Service struct {
	// Name is the type in the catalogue and the first label of the host: "cbr".
	Name string
	// Servers are those of the document: "https://cbr.eu-de.otc.t-systems.com".
	Servers []string
	// Token says in which header the service wants its token, of operations of which the
	// document does not say it.
	Token TokenHeader
	// Schemes are the security schemes of the document.
	Schemes []Scheme
	// Security gives the sets of schemes of which an operation takes one, by their names; none
	// where it takes no credentials. It is not ok where the document does not say. It may be
	// nil itself.
	Security func(operation string) (sets [][]string, ok bool)
	// ErrorBody makes what the documented body of an error is decoded into, a pointer; nil
	// where the document shows none. It may be nil itself.
	ErrorBody func(operation string, status int) any
}

// TokenHeader says how a service wants its token: in which header, and after which prefix; or
// in which query parameter or cookie.
type TokenHeader struct {
	Name   string // "X-Auth-Token"
	Prefix string // "Bearer ", or empty
	In     string // "query" or "cookie"; a header where it is empty

	wanted string // what the operation takes, where that is not one token
}

// Set puts the token into the request. It is for those who write an Auth.
func (h TokenHeader) Set(req *http.Request, token string) error {
	if h.wanted != "" {
		return fmt.Errorf("the operation does not take a single token, but %s; use Credentials, with an Auth for each", h.wanted)
	}
	if h.Name == "" {
		return errors.New("the document does not say in which header the token is sent; use NoAuth and WithHeader")
	}
	if token == "" {
		return errors.New("the token is empty")
	}
	if h.In == "query" || h.In == "cookie" {
		h.setIn(req, token)
		return nil
	}
	req.Header.Set(h.Name, h.Prefix+token)
	return nil
}

// Token is an Auth that sends the same token with every request. The token is not renewed
// when it expires.
func Token(token string) Auth { return fixedToken{&token} }

// TokenFunc is an Auth that asks source for the token of every attempt, so that source
// decides when to renew it. It must be safe for use by several goroutines.
func TokenFunc(source func(ctx context.Context) (string, error)) Auth { return tokenFunc(source) }

// NoAuth is an Auth that sends no token, for calls that need none.
func NoAuth() Auth { return noAuth{} }

// fixedToken has a pointer, because fmt does not ask the methods of what is in a field
// that is not exported: there it prints the address.
type fixedToken struct{ token *string }

func (t fixedToken) Authorize(req *http.Request, header TokenHeader) error {
	return header.Set(req, *t.token)
}

func (t fixedToken) String() string               { return "sdk.Token" + redact.Secret }
func (t fixedToken) Format(f fmt.State, _ rune)   { _, _ = io.WriteString(f, t.String()) }
func (t fixedToken) LogValue() slog.Value         { return slog.StringValue(t.String()) }
func (t fixedToken) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

type tokenFunc func(ctx context.Context) (string, error)

func (source tokenFunc) Authorize(req *http.Request, header TokenHeader) error {
	if source == nil {
		return errors.New("TokenFunc was given nil")
	}
	token, err := source(req.Context())
	if err != nil {
		return fmt.Errorf("getting the token: %w", err)
	}
	return header.Set(req, token)
}

type noAuth struct{}

func (noAuth) Authorize(*http.Request, TokenHeader) error { return nil }
