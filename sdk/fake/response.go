package fake

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
)

// Response is what a server sends. Its fields may be set by hand.
type Response struct {
	Status int
	Header http.Header
	Body   []byte

	err error // why there is no body
}

// JSON is a response with a value as encoding/json writes it.
func JSON(status int, body any) Response {
	text, err := encode(body)
	if err != nil {
		err = fmt.Errorf("the response is not JSON: %w", err)
	}
	return Response{Status: status, Header: http.Header{"Content-Type": {"application/json"}}, Body: text, err: err}
}

// Error is a response of status in the form of the cloud's services:
// {"error_code": code, "error_msg": message}.
func Error(status int, code, message string) Response {
	return JSON(status, struct {
		Code    string `json:"error_code"`
		Message string `json:"error_msg"`
	}{code, message})
}

// Status is a response with no body.
func Status(status int) Response { return Response{Status: status} }

// WithHeader is the same response with one more header.
func (r Response) WithHeader(key, value string) Response {
	r.Header = r.Header.Clone()
	if r.Header == nil {
		r.Header = http.Header{}
	}
	r.Header.Add(key, value)
	return r
}

// write sends the response. Where the client is gone, there is nobody left to tell.
func (r Response) write(w http.ResponseWriter) {
	for key, values := range r.Header {
		for _, v := range values {
			w.Header().Add(key, v)
		}
	}
	w.WriteHeader(r.Status)
	if len(r.Body) > 0 {
		_, _ = w.Write(r.Body)
	}
}

// usable reports why a response cannot be sent.
func (r Response) usable() error {
	switch {
	case r.err != nil:
		return r.err
	case r.Status < 200 || r.Status > 599:
		return fmt.Errorf("%d is not the status of a response", r.Status)
	}
	return nil
}

// encode writes JSON without the escapes that only pages of HTML need.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
