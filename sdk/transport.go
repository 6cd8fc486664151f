package sdk

import (
	"context"
	"io"
	"net/http"
	"net/url"

	"github.com/rst2openapi/rst2openapi/sdk/internal/upgrade"
)

// transport does what belongs to each single request on the wire, a redirected one
// included: it adds the token or signature and writes the log. After it come the
// middlewares and the user's transport.
type transport struct {
	conn *conn
	next http.RoundTripper
}

// RoundTrip sends a copy of req, so that no token gets into the headers that net/http
// takes along on redirects.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	x := exchangeOf(req.Context())
	if x == nil { // not from exchange.send, so whose it is cannot be told
		return t.next.RoundTrip(req)
	}
	out := req.Clone(req.Context())
	if !x.left {
		sent, err := t.conn.authorize(x.call.operation, out)
		if err != nil {
			if req.Body != nil {
				_ = req.Body.Close() // as a RoundTripper must
			}
			return nil, &authError{err}
		}
		if sent {
			x.authorized = out
		}
	}
	out = x.traced(out) // not before: requests of a login are none of this call
	entry := x.beginLog(out)
	resp, err := upgrade.Refuse(t.next.RoundTrip(out)) // also of a middleware
	if err == nil && resp != nil && resp.StatusCode/100 == 3 {
		// net/http shows an address that it cannot read in its error, secrets and all.
		if _, bad := url.Parse(resp.Header.Get("Location")); bad != nil {
			resp.Header.Del("Location")
			x.refused = "the address of the redirect cannot be read"
		}
	}
	entry.end(resp, err)
	return resp, err
}

// bottom comes after the middlewares and tells their errors from those of the network.
type bottom struct{ next http.RoundTripper }

func (b bottom) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := upgrade.Refuse(b.next.RoundTrip(req))
	x := exchangeOf(req.Context())
	if x == nil {
		return resp, err
	}
	x.lost.Store(err != nil)
	if _, cancels := b.next.(*http.Transport); err == nil && resp.Body != nil &&
		(!cancels || req.Context().Done() != x.req.Context().Done()) {
		resp.Body = endWith(x.req.Context(), resp.Body)
	}
	return resp, err
}

// endWith closes a body when the context ends. net/http does so by itself, but other
// transports may not, nor does it when a middleware has taken the context off the request.
func endWith(ctx context.Context, body io.ReadCloser) io.ReadCloser {
	return &endingBody{ReadCloser: body, ctx: ctx, stop: context.AfterFunc(ctx, func() { _ = body.Close() })}
}

type endingBody struct {
	io.ReadCloser
	ctx  context.Context
	stop func() bool
}

// Read gives the error of the context where the body was closed because of it.
func (b *endingBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err != nil && err != io.EOF && b.ctx.Err() != nil {
		err = b.ctx.Err()
	}
	return n, err
}

func (b *endingBody) Close() error {
	b.stop()
	return b.ReadCloser.Close()
}
