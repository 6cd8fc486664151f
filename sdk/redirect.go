package sdk

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk/internal/redact"
)

// maxRedirects is the limit of net/http.
const maxRedirects = 10

// following are the headers that go along to another host. All others may be secrets: the
// token, a signature, or what a user set with WithHeader.
var following = map[string]bool{
	"Accept": true, "Accept-Encoding": true, "Accept-Language": true, "User-Agent": true, "Range": true, "If-Range": true,
}

// redirects are the rules for redirects, in front of those of the user's client. A redirect
// that is not followed is the response of the call, and so an *Error.
//
// The token or signature is not among the headers here: transport adds it to each request
// of its own, unless exchange.left is set.
func redirects(users func(*http.Request, []*http.Request) error) func(*http.Request, []*http.Request) error {
	return func(req *http.Request, via []*http.Request) error {
		x := exchangeOf(req.Context())
		if x == nil {
			return http.ErrUseLastResponse // not a request of ours
		}
		if x.refused = refuse(req, via, x.call.conn.secretKeys); x.refused != "" {
			return http.ErrUseLastResponse
		}
		if users != nil {
			if err := users(req, via); err != nil {
				return err
			}
		}
		if origin(req.URL) != origin(via[0].URL) {
			// Also when a later one leads back: what is asked there, the other host has chosen.
			x.left = true
		}
		if x.left {
			for name := range req.Header {
				if !following[name] || x.call.settings.header[name] != nil {
					delete(req.Header, name)
				}
			}
		}
		return nil
	}
}

// refuse says why a redirect is not followed, or nothing. keys are names of secrets in a query.
func refuse(req *http.Request, via []*http.Request, keys []string) string {
	last := via[len(via)-1]
	reads := req.Method == http.MethodGet || req.Method == http.MethodHead
	switch {
	case len(via) >= maxRedirects:
		return "stopped after 10 redirects"
	case req.URL.Scheme != "https" && req.URL.Scheme != "http":
		return "the redirect to " + redact.URL(req.URL.String(), keys...) + " is not followed: it leaves HTTP"
	case req.URL.Scheme == "http" && last.URL.Scheme == "https":
		return "the redirect to " + redact.URL(req.URL.String(), keys...) + " is not followed: it leaves HTTPS"
	case req.Method != last.Method && req.Response != nil && req.Response.StatusCode != http.StatusSeeOther:
		// net/http makes a GET of a POST, and its response would pass for that of the POST.
		return "the redirect to " + redact.URL(req.URL.String(), keys...) + " is not followed: it makes a GET of the " + last.Method
	case !reads && origin(req.URL) != origin(via[0].URL):
		return "the redirect to " + redact.URL(req.URL.String(), keys...) + " is not followed: it sends the " + req.Method + " to another host"
	}
	return ""
}

// place is the part of a URL that a token is for.
type place struct{ scheme, host, port string }

func (p place) String() string { return p.scheme + "://" + p.host + ":" + p.port }

func origin(u *url.URL) place {
	port := u.Port()
	switch {
	case port != "":
	case u.Scheme == "http":
		port = "80"
	case u.Scheme == "https":
		port = "443"
	}
	return place{u.Scheme, strings.ToLower(u.Hostname()), port}
}
