package sdk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// maxErrorBody is how much of a response without success is read.
const maxErrorBody = 1 << 20

// exchange is a request on its way, with all attempts of it. The transport and the rules
// for redirects find it in the context of the request.
type exchange struct {
	call   *Call
	made   *http.Request // by Call.NewRequest for this exchange, so that it need not be copied; nil once it is sent
	within exchangeContext
	req    *http.Request
	header http.Header // of the request; net/http adds cookies to that of req
	whole  bool        // the response is read here

	attempts  int
	retries   int           // attempts after the first, without those for a new token
	wait      time.Duration // before the next attempt
	waitedFor string        // why, for the error when the context ends meanwhile

	trace  httptrace.ClientTrace // sets dialed and connected
	values [2]string             // of headers that are set here, see setHeader

	// Of the current attempt. The flags are set by net/http, maybe in another goroutine.
	dialed     atomic.Bool // a connection was looked for
	connected  atomic.Bool // one was found, so that something may have been sent
	lost       atomic.Bool // the error is one of the last transport
	authorized *http.Request
	left       bool   // a redirect has led to another host
	refused    string // why a redirect was not followed

	renewed  bool
	renewErr error

	hidden sync.Once         // see sent
	hider  *strings.Replacer // see sent

	resp *http.Response
	body []byte
	read bool             // body and readErr are those of resp
	rest io.LimitedReader // of the body, while it is read
}

// exchangeContext is that of the call and leads to the exchange. It is part of the exchange, so
// that it costs no allocation.
type exchangeContext struct {
	context.Context
	exchange *exchange
}

func (c *exchangeContext) Value(key any) any {
	if key == (exchangeKey{}) {
		return c.exchange
	}
	return c.Context.Value(key)
}

type exchangeKey struct{}

// newExchange begins an exchange, whose context is for its request.
func (k *Call) newExchange() *exchange {
	x := &exchange{call: k}
	x.within = exchangeContext{k.ctx, x}
	x.trace = httptrace.ClientTrace{
		GetConn: func(string) { x.dialed.Store(true) },
		GotConn: func(httptrace.GotConnInfo) { x.connected.Store(true) },
	}
	return x
}

// exchangeFor gives the exchange that NewRequest began for req. Any other request is copied: it is the
// caller's own or was sent before. So is one that gets more than it has: the caller may send it again, by
// another call with other options.
func (k *Call) exchangeFor(req *http.Request) *exchange {
	if x := exchangeOf(req.Context()); x != nil && x.call == k && x.made == req && !k.completes() {
		x.req, x.made = req, nil
		return x
	}
	x := k.newExchange()
	x.req = req.WithContext(&x.within)
	x.req.Header = req.Header.Clone()
	return x
}

// completes reports whether something is added to a request before it is sent, here or, with cookies, by net/http.
func (k *Call) completes() bool {
	s := &k.settings
	return len(s.header) > 0 || s.query != nil || s.agent != "" || k.conn.client.Jar != nil || k.signs()
}

// signs reports whether requests get a signature, which tells nobody the project or domain.
func (k *Call) signs() bool {
	switch k.conn.auth.(type) {
	case AccessKey, *AccessKey:
		return true
	}
	return false
}

func exchangeOf(ctx context.Context) *exchange {
	x, _ := ctx.Value(exchangeKey{}).(*exchange)
	return x
}

// exchange sends req until there is a response that stays.
func (k *Call) exchange(req *http.Request, err error, whole bool) (*exchange, error) {
	switch k.remember(err); {
	case k.err != nil:
	case req == nil:
		return nil, fmt.Errorf("%s: there is no request", k.operation)
	case origin(req.URL) != origin(k.conn.base):
		k.remember(fmt.Errorf("the request is for %s, the connection for %s", origin(req.URL), origin(k.conn.base)))
	}
	if k.err != nil {
		if req != nil && req.Body != nil {
			_ = req.Body.Close() // nothing was read of it
		}
		return nil, k.err
	}
	x := k.exchangeFor(req)
	x.whole = whole
	x.prepare()
	resp, err := x.send()
	if k.settings.capture != nil {
		*k.settings.capture = Response{}
	}
	if resp == nil || (err != nil && !x.read) {
		return nil, x.broken(err)
	}
	x.resp = resp
	if !x.read && !k.success(resp.StatusCode) {
		err = x.readResponse(resp)
	}
	if k.settings.capture != nil {
		*k.settings.capture = x.response()
	}
	if err != nil && k.success(resp.StatusCode) {
		if k.ctx.Err() != nil {
			return nil, x.broken(err)
		}
		return nil, x.failed(resp, fmt.Errorf("%w: %w", ErrUnreadable, err))
	}
	if !k.success(resp.StatusCode) {
		return nil, x.failed(resp, x.renewErr)
	}
	if k.settings.headersInto != nil {
		readHeaders(resp.Header, k.settings.headersInto)
	}
	k.last = x
	return x, nil
}

// prepare completes the headers.
func (x *exchange) prepare() {
	s := &x.call.settings
	if s.query != nil {
		address := *x.req.URL
		address.RawQuery = *s.query
		x.req.URL = &address
	}
	x.common(x.req)
	if s.agent != "" && x.req.Header.Get("User-Agent") == userAgent() {
		x.setHeader(x.req, 1, "User-Agent", s.agent+" "+userAgent())
	}
	for name, values := range s.header {
		if name == "Host" {
			x.req.Host = values[0] // where net/http looks for it
			continue
		}
		x.req.Header[name] = values
	}
	x.scope()
	x.header = x.req.Header
	if x.call.conn.client.Jar != nil {
		x.header = x.header.Clone()
	}
}

// setHeader sets a header of a request, whose value is kept at place i of the exchange: Header.Set
// allocates a list for each. name is canonical.
func (x *exchange) setHeader(req *http.Request, i int, name, value string) {
	x.values[i] = value
	req.Header[name] = x.values[i : i+1 : i+1]
}

// common sets the headers that all requests have, where req has none of its own.
func (x *exchange) common(req *http.Request) {
	if req.Header.Get("Accept") == "" {
		x.setHeader(req, 0, "Accept", "application/json")
	}
	if req.Header.Get("User-Agent") == "" {
		x.setHeader(req, 1, "User-Agent", userAgent())
	}
}

// sent hides the secrets in query and body. They are looked for once, when something is told, and
// maybe by a reader of a stream that another goroutine has.
func (x *exchange) sent() *strings.Replacer {
	x.hidden.Do(func() { x.hider = sentSecrets(x.req, x.call.conn.secretKeys) })
	return x.hider
}

// traced lets net/http tell how far an attempt has come.
func (x *exchange) traced(req *http.Request) *http.Request {
	trace := &x.trace
	if httptrace.ContextClientTrace(req.Context()) != nil {
		own := x.trace
		trace = &own // WithClientTrace adds the caller's to it, and would do so again with the next attempt
	}
	return req.WithContext(httptrace.WithClientTrace(req.Context(), trace))
}

// scope tells a service that gets a signature the project or domain of the options. A
// token has its own.
func (x *exchange) scope() {
	if !x.call.signs() {
		return
	}
	for name, id := range map[string]string{"X-Project-Id": x.call.settings.projectID, "X-Domain-Id": x.call.settings.domainID} {
		if id != "" && x.req.Header.Get(name) == "" {
			x.req.Header.Set(name, id)
		}
	}
}

// readResponse reads the body within its limits and closes it. Only what was read is
// allocated, whatever the length that the server tells.
func (x *exchange) readResponse(resp *http.Response) error {
	success := x.call.success(resp.StatusCode)
	limit := int64(maxErrorBody)
	if success {
		limit = x.call.settings.maxResponse
	}
	// One byte more tells a response that is too long. The largest limit has no more.
	x.rest = io.LimitedReader{R: resp.Body, N: max(limit, limit+1)}
	body, err := io.ReadAll(&x.rest)
	x.rest.R = nil
	_ = resp.Body.Close() // all that is wanted has been read
	if int64(len(body)) > limit {
		body = body[:limit]
		if success {
			err = fmt.Errorf("%w: more than %d bytes", ErrTooLarge, limit)
		}
	}
	x.read, x.body = true, body
	if !success {
		return nil // the status says enough, also when the body is cut
	}
	return err
}

// response is the raw response; its body can be read again.
func (x *exchange) response() Response {
	r := *x.resp
	r.Body = http.NoBody
	if x.read {
		r.Body = io.NopCloser(bytes.NewReader(x.body))
	}
	return Response{HTTPResponse: &r, Body: x.body}
}

// broken is the error of a call that has got no response. The URL that net/http puts into
// its errors may have secrets and is replaced by a redacted one.
func (x *exchange) broken(err error) error {
	if err == nil {
		err = errors.New("there is no response")
	}
	for {
		outer, ok := err.(*url.Error)
		if !ok {
			break
		}
		err = outer.Err
	}
	if auth, ok := err.(*authError); ok {
		return fmt.Errorf("%s: authorizing the request: %w", x.call.operation, auth.err)
	}
	return &failure{
		text:  x.call.operation + ": " + x.req.Method + " " + x.hide(x.url(x.req.URL)) + ": " + x.waitedFor + clean(x.hide(err.Error()), maxText) + attempts(" (", x.attempts, ")"),
		cause: err,
	}
}

// failure is an error with a text of its own.
type failure struct {
	text  string
	cause error
}

func (f *failure) Error() string { return f.text }
func (f *failure) Unwrap() error { return f.cause }

// authError is an error of Authorize on its way through net/http.
type authError struct{ err error }

func (e *authError) Error() string { return "authorizing the request: " + e.err.Error() }
func (e *authError) Unwrap() error { return e.err }
