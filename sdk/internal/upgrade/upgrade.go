// Package upgrade refuses responses that switch to another protocol. Their bodies are the bare
// connection, which neither the context of the request nor a limit of net/http ends.
package upgrade

import (
	"errors"
	"net/http"
)

// ErrSwitched is the error of a request whose response has the status 101.
var ErrSwitched = errors.New("the server switches to another protocol (101 Switching Protocols), which nobody asked for")

// Refuse passes on what a RoundTrip gave, unless it is a response with the status 101. Then the
// connection is closed and the error is ErrSwitched.
func Refuse(resp *http.Response, err error) (*http.Response, error) {
	if err != nil || resp == nil || resp.StatusCode != http.StatusSwitchingProtocols {
		return resp, err
	}
	if resp.Body != nil {
		_ = resp.Body.Close() // the connection, of which nothing is wanted
	}
	return nil, ErrSwitched
}

// Transport is Next with Refuse.
type Transport struct{ Next http.RoundTripper }

// RoundTrip sends the request.
func (t Transport) RoundTrip(req *http.Request) (*http.Response, error) {
	return Refuse(t.Next.RoundTrip(req))
}
