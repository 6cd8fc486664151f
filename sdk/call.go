package sdk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"
)

// Call is one call of an operation, with its retries. Generated methods make it, prepare
// the request with it and send it; the first error on that way is remembered and given by
// Do, Send and Stream, so that it is looked at only once. A Call is for one goroutine.
//
//	call := conn.Call(ctx, "ShowVault", options)
//	defer call.End()
//	req, err := call.NewRequest(http.MethodGet, "/v3/"+call.ProjectID()+"/vaults/"+id, nil, "", nil)
//	err = call.Do(req, err, &vault)
type Call struct {
	conn      *conn
	operation string
	settings  settings
	ctx       context.Context
	cancel    context.CancelFunc
	accept    []int
	mayBeNull bool
	err       error     // the first one, with the operation
	moved     bool      // it has an address of its own, from WithEndpoint
	streaming bool      // the body of the response ends the call
	last      *exchange // that has succeeded
}

// Mistakes of callers that would panic far from where they were made.
var (
	errNoConn    = errors.New("the client was not made with New")
	errNoContext = errors.New("the context is nil; context.Background() is one that does not end")
)

// Call begins a call of an operation, whose name stands in errors and logs. What is wrong
// with ctx or the options is given when the call is sent.
func (c *Conn) Call(ctx context.Context, operation string, options []Option) *Call {
	k := &Call{operation: operation, ctx: ctx, cancel: func() {}}
	if ctx == nil {
		k.ctx = context.Background() // what follows may ask it
		k.remember(errNoContext)
	}
	if c == nil || c.in == nil {
		k.conn = new(conn)
		k.remember(errNoConn)
		return k
	}
	k.conn, k.settings = c.in, c.in.settings
	k.settings.single = true
	k.remember(k.settings.apply(options))
	k.move()
	if k.settings.timeout > 0 {
		k.ctx, k.cancel = context.WithTimeout(k.ctx, k.settings.timeout)
	}
	return k
}

// remember keeps the first error.
func (k *Call) remember(err error) {
	if err != nil && k.err == nil {
		k.err = fmt.Errorf("%s: %w", k.operation, err)
	}
}

// String names the operation.
func (k *Call) String() string { return "sdk.Call{" + k.operation + "}" }

// Format prints String for all verbs; the settings may have secrets.
func (k *Call) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, k.String()) }

// Context is that of the call; it ends with WithTimeout.
func (k *Call) Context() context.Context { return k.ctx }

// End releases what WithTimeout holds. After a Stream that gave a response it does nothing:
// closing the response does it.
func (k *Call) End() {
	if !k.streaming {
		k.cancel()
	}
}

// ProjectID is that of WithProjectID, else that of the Auth, which may log in to know it.
// When there is none, the call fails with an error that says what to do.
func (k *Call) ProjectID() string {
	return k.scoped(k.settings.projectID, "project", "WithProjectID", func(s Scope) string { return s.ProjectID })
}

// DomainID is that of WithDomainID, else that of the Auth, as for ProjectID.
func (k *Call) DomainID() string {
	return k.scoped(k.settings.domainID, "domain", "WithDomainID", func(s Scope) string { return s.DomainID })
}

func (k *Call) scoped(id, what, option string, of func(Scope) string) string {
	if id != "" || k.err != nil {
		return id
	}
	if auth, ok := k.conn.auth.(Scoped); ok {
		scope, err := auth.Scope(k.ctx)
		if err != nil {
			k.remember(fmt.Errorf("finding the %s: %w", what, err))
			return ""
		}
		id = of(scope)
	}
	if id == "" {
		k.remember(fmt.Errorf("no %s is known: use %s, or an Auth that is scoped to a %s", what, option, what))
	}
	return id
}

// Check validates what is going to be sent, unless WithoutValidation is set. nil and nil
// pointers are right. The error of the call has the Violations.
func (k *Call) Check(v interface{ Validate() error }) {
	if k.settings.unchecked || k.err != nil || isNil(v) {
		return
	}
	k.remember(v.Validate())
}

// isNil reports whether v is nil or a nil pointer. A nil list is not: it is written.
func isNil(v any) bool {
	if v == nil {
		return true
	}
	r := reflect.ValueOf(v)
	return r.Kind() == reflect.Pointer && r.IsNil()
}

// Accept says that these statuses are not errors, such as the documented 300 of a list of
// versions. Those from 200 to 299 never are.
func (k *Call) Accept(status ...int) { k.accept = append(k.accept, status...) }

// AcceptNull says that a response may be null, as the document has it: it is one without a value then.
func (k *Call) AcceptNull() { k.mayBeNull = true }

func (k *Call) success(status int) bool {
	return status >= 200 && status <= 299 || slices.Contains(k.accept, status)
}

// NewRequest makes a request for an escaped path, which begins with a slash, and encoded
// query pieces; spaces in them are escaped here, and empty ones left out. contentType is sent when body is not nil;
// it is an error that there is none then, and no option says it. A body that can be read again (of
// bytes, strings, or a file) is sent again when the call is retried; any other is streamed once. A file stays open.
func (k *Call) NewRequest(method, path string, query []string, contentType string, body io.Reader) (*http.Request, error) {
	if !strings.HasPrefix(path, "/") {
		// https://host + @other would be another host.
		return nil, errors.New("the path does not begin with a slash")
	}
	target := k.conn.baseFor(path) + path
	query = slices.DeleteFunc(query, func(piece string) bool { return piece == "" })
	if len(query) > 0 {
		joint := "?"
		if strings.Contains(path, "?") {
			joint = "&"
		}
		target += joint + strings.Join(query, "&")
	}
	// One between the items of a spaceDelimited list would end the address.
	target = strings.ReplaceAll(target, " ", "%20")
	x := k.newExchange()
	req, err := http.NewRequestWithContext(&x.within, method, target, body)
	if err != nil {
		var broken *url.Error
		if errors.As(err, &broken) { // its text has the address
			err = fmt.Errorf("the path or query cannot be sent: %w", broken.Err)
		}
		return nil, err
	}
	x.made = req
	x.common(req)
	if body != nil {
		rereadable(req, body)
		if contentType != "" {
			req.Header.Set("Content-Type", contentType)
		} else if k.settings.header.Get("Content-Type") == "" {
			k.remember(errNoMedia)
		}
	}
	return req, nil
}

// Do sends the request and decodes the response into what target points at, if it is not
// nil. JSON and XML are told by the content type, JSON also by its look; *[]byte takes the
// body as it came. An empty response leaves it as it was. err is that of making the request.
// A response without success, and one that cannot be decoded, is an *Error.
func (k *Call) Do(req *http.Request, err error, target any) error {
	x, err := k.exchange(req, err, true)
	if err != nil {
		return err
	}
	if err := k.decode(Response{HTTPResponse: x.resp, Body: x.body}, target); err != nil {
		return err
	}
	if found := k.inspect(x.body, target); len(found) > 0 {
		k.settings.report(k.ctx, Report{Operation: k.operation, Violations: found, Response: x.response()})
	}
	return nil
}

// Decode is the second half of Do, for a response that Send gave.
func (k *Call) Decode(response Response, target any) error {
	if err := k.decode(response, target); err != nil {
		return err
	}
	if found := k.inspect(response.Body, target); len(found) > 0 {
		k.settings.report(k.ctx, Report{Operation: k.operation, Violations: found, Response: response})
	}
	return nil
}

func (k *Call) decode(response Response, target any) error {
	if k.mayBeNull && string(bytes.TrimSpace(response.Body)) == "null" {
		return nil
	}
	if err := response.decode(k.ctx, target, k.decoded()); err != nil {
		return k.Unreadable(err)
	}
	return nil
}

// inspect is what WithReport is told of a decoded body, nothing where nobody wants to know.
func (k *Call) inspect(body []byte, target any) Violations {
	inspected, ok := target.(interface{ Inspect() Violations })
	if !ok || k.settings.report == nil || len(body) == 0 || k.mayBeNull && string(bytes.TrimSpace(body)) == "null" {
		return nil
	}
	return inspected.Inspect()
}

// decoded is how much memory a decoded response may take.
func (k *Call) decoded() int64 {
	return decodedFactor * min(k.settings.maxResponse, math.MaxInt64/decodedFactor)
}

// Unmarshal decodes JSON of the response as Do does, within the memory and the time that the call has.
func (k *Call) Unmarshal(text []byte, target any) error {
	return decodeJSON(k.ctx, text, target, k.decoded())
}

// Unreadable is the error of a response that cannot be used, although it is a success; or that
// of the context, where its end is the cause.
func (k *Call) Unreadable(cause error) error {
	if k.last == nil {
		return fmt.Errorf("%s: %w: %w", k.operation, ErrUnreadable, cause)
	}
	if ended := k.ctx.Err(); ended != nil && errors.Is(cause, ended) {
		return k.last.broken(ended)
	}
	told := &failure{text: k.last.hide(cause.Error()), cause: cause} // it may have the title of a page
	return k.last.failed(k.last.resp, fmt.Errorf("%w: %w", ErrUnreadable, told))
}

// Response is the raw response of the last Do, Send or Stream that has succeeded; of a Stream
// without its body. It is empty before.
func (k *Call) Response() Response {
	if k.last == nil {
		return Response{}
	}
	return k.last.response()
}

// Body is that of Response; it is not to be changed.
func (k *Call) Body() []byte {
	if k.last == nil {
		return nil
	}
	return k.last.body
}

// Send sends the request and reads the response without decoding it. err is that of making
// the request. A response without success is an *Error.
func (k *Call) Send(req *http.Request, err error) (Response, error) {
	done, err := k.exchange(req, err, true)
	if err != nil {
		return Response{}, err
	}
	return done.response(), nil
}

// Stream sends the request and gives the response unread. Closing it ends the call, and so
// does an error: the time limit of WithTimeout holds until then. err is that of making the
// request. A response without success is an *Error.
func (k *Call) Stream(req *http.Request, err error) (io.ReadCloser, error) {
	done, err := k.exchange(req, err, false)
	if err != nil {
		k.cancel() // nobody else does
		return nil, err
	}
	k.streaming = true
	return stream{done.resp.Body, k.cancel}, nil
}

type stream struct {
	io.ReadCloser
	end context.CancelFunc
}

func (s stream) Close() error {
	err := s.ReadCloser.Close()
	s.end()
	return err
}
