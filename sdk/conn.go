package sdk

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"runtime/debug"
	"strings"
	"sync"
)

// Conn sends requests to one service. NewConn makes it. It is safe for use by several
// goroutines, and printing it shows no secrets.
type Conn struct{ in *conn } // a pointer, so that fmt sees an address and nothing of what it points at

type conn struct {
	service    Service
	auth       Auth
	endpoint   string // without a slash at the end
	root       string // the endpoint for paths that begin with a version; empty where it is the same
	base       *url.URL
	region     string   // where the document's addresses have one; empty where it is not known
	secretKeys []string // names under which credentials are sent
	client     *http.Client
	settings   settings // of all calls
	known      *knownSets
}

// NewConn makes a Conn for a service. Requests go to the address of WithEndpoint, else to
// that in the catalogue of auth; only where auth is not a Catalog, to the first server of the
// document. A catalogue without the service is an error.
//
// Of an address in a catalogue the part from the first version on is cut
// (https://host/v3/<project> becomes https://host), because the paths of operations begin
// with the version. In the address of a document the region is replaced, when one is
// known from WithRegion or the scope of auth: that is the second label of the host, where
// it looks like a region (cbr.eu-de.otc.t-systems.com). An address without one is used as
// it is.
//
// An auth that is a Catalog or Scoped may log in here, with ctx. The error says which
// option, address or login is at fault.
func NewConn(ctx context.Context, service Service, auth Auth, options ...Option) (*Conn, error) {
	switch v := reflect.ValueOf(auth); v.Kind() {
	case reflect.Invalid:
		return nil, errors.New("the Auth is nil; NoAuth() is one that sends no token")
	case reflect.Pointer, reflect.Func:
		if v.IsNil() {
			return nil, fmt.Errorf("the Auth is a nil %T; NoAuth() is one that sends no token", auth)
		}
	}
	if ctx == nil {
		return nil, errNoContext
	}
	policy, err := Retry{}.complete()
	if err != nil {
		return nil, err
	}
	c := &conn{service: service, auth: auth, secretKeys: service.secretKeys(), settings: settings{retry: policy, maxResponse: DefaultMaxResponseSize}, known: new(knownSets)}
	if err := c.settings.apply(options); err != nil {
		return nil, err
	}
	if c.settings.serviceName != "" {
		c.service.Name = c.settings.serviceName
	}
	if c.endpoint, err = c.findEndpoint(ctx); err != nil {
		return nil, err
	}
	if c.base, err = parseEndpoint(c.endpoint); err != nil {
		return nil, err
	}
	c.endpoint = strings.TrimRight(c.endpoint, "/")
	c.root = c.findRoot()
	if c.client, err = c.newClient(); err != nil {
		return nil, err
	}
	return &Conn{c}, nil
}

// newClient copies the user's client, if there is one, and puts what is done with every
// attempt around its transport.
func (c *conn) newClient() (*http.Client, error) {
	client := new(http.Client)
	if c.settings.client != nil {
		*client = *c.settings.client
	}
	next := client.Transport
	if next == nil {
		next = http.DefaultTransport
	}
	next = bottom{next}
	for i := len(c.settings.middlewares) - 1; i >= 0; i-- {
		if next = c.settings.middlewares[i](next); next == nil {
			return nil, errors.New("WithMiddleware: a middleware gives nil for the transport")
		}
	}
	client.Transport = &transport{conn: c, next: next}
	client.CheckRedirect = redirects(client.CheckRedirect)
	return client, nil
}

// Endpoint is the address that requests go to, without password.
func (c *Conn) Endpoint() string {
	if c == nil || c.in == nil {
		return ""
	}
	return c.in.base.Redacted()
}

// String names the service and its address.
func (c Conn) String() string {
	if c.in == nil {
		return "sdk.Conn{}"
	}
	return fmt.Sprintf("sdk.Conn{%s %s}", c.in.service.Name, c.Endpoint())
}

// GoString is String.
func (c Conn) GoString() string { return c.String() }

// Do makes a call that the document does not describe, with the same authentication, retries and
// errors as the others. path is appended to the address of the service; {project_id} and
// {domain_id} in it are filled in. result is nil, a *[]byte for the response as it came, or a
// pointer that the JSON or XML is decoded into.
//
// body is nil, an io.Reader, a []byte or json.RawMessage, or anything else, which is sent
// as JSON. The first ones are sent as they are: what a reader gives as application/octet-stream,
// unless WithHeader says otherwise; a json.RawMessage as application/json; of bytes WithHeader
// has to say the Content-Type.
func (c *Conn) Do(ctx context.Context, method, path string, body, result any, options ...Option) error {
	plain, _, _ := strings.Cut(path, "?") // a query may have secrets
	call := c.Call(ctx, method+" "+plain, options)
	defer call.End()
	if v := reflect.ValueOf(result); result != nil && (v.Kind() != reflect.Pointer || v.IsNil()) {
		call.remember(fmt.Errorf("the result is a %T: it has to be a pointer that is not nil, or nil itself", result))
	}
	content, contentType := call.payload(body)
	path, err := call.fill(path)
	if err != nil {
		return call.Do(nil, err, result)
	}
	req, err := call.NewRequest(method, path, nil, contentType, content)
	if _, raw := result.(*[]byte); raw && req != nil {
		req.Header.Set("Accept", "*/*")
	}
	return call.Do(req, err, result)
}

// fill replaces the placeholders of a path that are known everywhere.
func (k *Call) fill(path string) (string, error) {
	path, query, _ := strings.Cut(path, "?")
	for _, known := range []struct {
		name string
		id   func() string
	}{{"{project_id}", k.ProjectID}, {"{domain_id}", k.DomainID}} {
		if strings.Contains(path, known.name) {
			id := known.id()
			if id == "." || id == ".." {
				return "", fmt.Errorf("%q cannot stand for %s in a path", id, known.name)
			}
			path = strings.ReplaceAll(path, known.name, url.PathEscape(id))
		}
	}
	if i := strings.IndexAny(path, "{}"); i >= 0 {
		return "", fmt.Errorf("the path %q has a placeholder that is not filled in", path)
	}
	if query != "" {
		path += "?" + query
	}
	return path, nil
}

// userAgent is the own part of the User-Agent header.
var userAgent = sync.OnceValue(func() string {
	const module = "github.com/rst2openapi/rst2openapi"
	name, goVersion := "rst2openapi-sdk", "go"
	if info, ok := debug.ReadBuildInfo(); ok {
		if info.GoVersion != "" {
			goVersion = info.GoVersion
		}
		for _, m := range append(info.Deps, &info.Main) {
			if m.Path == module && strings.HasPrefix(m.Version, "v") {
				name += "/" + m.Version
				break
			}
		}
	}
	return name + " (" + goVersion + ")"
})
