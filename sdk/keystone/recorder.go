package keystone

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/upgrade"
)

// maxResponse is more than any catalogue needs; maxKept is what an sdk.Error may hold.
const (
	maxResponse = 4 << 20
	maxKept     = 1 << 20
)

// recorder is a transport that keeps the last response, for the error that may follow, and
// reads no more of it than maxResponse.
type recorder struct {
	next        http.RoundTripper
	method, url string
	status      int // 0: no response
	header      http.Header
	body        []byte
	cut         error // why the body could not be read to its end
	attempts    int
}

// RoundTrip sends the request and reads the response.
func (r *recorder) RoundTrip(req *http.Request) (*http.Response, error) {
	r.method, r.url, r.status, r.cut = req.Method, req.URL.String(), 0, nil
	r.attempts++
	resp, err := upgrade.Refuse(r.next.RoundTrip(req))
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }() // read to its end, or not wanted any more
	r.body, err = io.ReadAll(io.LimitReader(resp.Body, maxResponse+1))
	if len(r.body) > maxResponse {
		r.body, err = r.body[:maxResponse], sdk.ErrTooLarge
	}
	r.status, r.header = resp.StatusCode, resp.Header
	if r.status < 300 && err != nil {
		r.cut = err // the beginning of an error says enough, the beginning of a token does not
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(r.body))
	return resp, nil
}

// failure makes an error of the response. cause says what is wrong with a response whose
// status is good.
func (r *recorder) failure(cause error, secrets []string) *sdk.Error {
	hidden := hider(secrets)
	e := &sdk.Error{Operation: "Login", Method: r.method, URL: r.url, StatusCode: r.status, Header: http.Header{}, Attempts: r.attempts}
	for name, values := range r.header {
		switch http.CanonicalHeaderKey(name) {
		case "X-Subject-Token", "X-Auth-Token", "Set-Cookie", "Authorization":
			continue
		}
		for _, value := range values {
			e.Header.Add(name, hidden.Replace(value))
		}
	}
	for _, name := range []string{"X-Request-Id", "X-Openstack-Request-Id"} {
		if e.RequestID == "" {
			e.RequestID = e.Header.Get(name)
		}
	}
	text := hidden.Replace(string(r.body))
	e.Body = []byte(text[:min(len(text), maxKept)])
	switch {
	case r.status < 300:
		e.Cause = fmt.Errorf("%w: %w", sdk.ErrUnreadable, cause)
		e.Body = nil // the response to a login that went well is about a token
	case r.status < 400:
		e.Message = fmt.Sprintf("redirects of a login are not followed; AuthURL should perhaps be at %q", e.Header.Get("Location"))
	default:
		e.Code, e.Message = reason([]byte(text))
	}
	return e
}

// reason reads the forms of error that Keystone and the gateways before it use.
func reason(body []byte) (code, message string) {
	var v struct {
		Error struct {
			Code    sdk.Scalar `json:"code"`
			Message string     `json:"message"`
			Title   string     `json:"title"`
		} `json:"error"`
		Code     sdk.Scalar `json:"error_code"`
		Message  string     `json:"error_msg"`
		Message2 string     `json:"message"`
	}
	_ = json.Unmarshal(body, &v) // what is not there or no text stays empty
	for _, text := range []string{v.Error.Message, v.Message, v.Message2, v.Error.Title} {
		if message == "" {
			message = text
		}
	}
	for _, text := range []string{v.Code.String(), v.Error.Code.String()} {
		if code == "" {
			code = text
		}
	}
	return code, message
}

// hider replaces secrets, also in the forms that JSON writes them.
func hider(secrets []string) *strings.Replacer {
	var pairs []string
	for _, secret := range secrets {
		if secret == "" {
			continue
		}
		pairs = append(pairs, secret, redacted)
		for _, html := range []bool{true, false} {
			var b bytes.Buffer
			encoder := json.NewEncoder(&b)
			encoder.SetEscapeHTML(html)
			if encoder.Encode(secret) == nil {
				if quoted := strings.Trim(strings.TrimSpace(b.String()), `"`); quoted != "" {
					pairs = append(pairs, quoted, redacted)
				}
			}
		}
	}
	return strings.NewReplacer(pairs...)
}
