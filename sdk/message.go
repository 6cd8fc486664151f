package sdk

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
)

// Response is the part of an answer that all operations share. Generated results embed
// it and add a field per documented status.
type Response struct {
	HTTPResponse *http.Response // its Body has been read and closed
	Body         []byte
}

// ReadResponse reads and closes the body of r.
func ReadResponse(r *http.Response) (Response, error) {
	defer func() { _ = r.Body.Close() }() // everything needed has been read
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return Response{}, fmt.Errorf("reading the answer (%s): %w", r.Status, err)
	}
	return Response{HTTPResponse: r, Body: body}, nil
}

// StatusCode is the HTTP status, or 0 when there is no answer.
func (r Response) StatusCode() int {
	if r.HTTPResponse == nil {
		return 0
	}
	return r.HTTPResponse.StatusCode
}

// IsJSON reports whether the answer has a body that says it is JSON.
func (r Response) IsJSON() bool {
	if len(r.Body) == 0 || r.HTTPResponse == nil {
		return false
	}
	media, _, err := mime.ParseMediaType(r.HTTPResponse.Header.Get("Content-Type"))
	return err == nil && (media == "application/json" || media == "text/json" || strings.HasSuffix(media, "+json"))
}

// Decode reads the body as JSON into target.
func (r Response) Decode(target any) error {
	if err := json.Unmarshal(r.Body, target); err != nil {
		return fmt.Errorf("the answer with status %d does not have the documented form: %w", r.StatusCode(), err)
	}
	return nil
}

// DecodePointer reads the body. It is nil where the body is JSON but does not fit, which
// is no error: Body has it. Text that is no JSON is one.
func DecodePointer[T any](r Response, fit func([]byte, *T) bool) (*T, error) {
	body := bytes.TrimSpace(r.Body)
	if !json.Valid(body) {
		return nil, r.Decode(new(any))
	}
	target := new(T)
	if !fit(body, target) {
		return nil, nil
	}
	return target, nil
}

// DecodeBody is DecodePointer for types that have a nil of their own.
func DecodeBody[T any](r Response, fit func([]byte, *T) bool) (T, error) {
	target, err := DecodePointer(r, fit)
	if target == nil {
		target = new(T)
	}
	return *target, err
}

// JSONBody writes body as JSON, for a request.
func JSONBody(body any) (io.Reader, error) {
	text, err := json.Marshal(body)
	if err != nil {
		return nil, fmt.Errorf("writing the request body: %w", err)
	}
	return bytes.NewReader(text), nil
}

// PathSegment checks a parameter that has been escaped for use in a path. Empty, "." and
// ".." are errors: they would address something else than the caller asked for, such as
// the whole list instead of one item.
func PathSegment(name, escaped string) (string, error) {
	plain, err := url.PathUnescape(escaped)
	if err != nil {
		return "", fmt.Errorf("path parameter %s: %w", name, err)
	}
	if plain == "" || plain == "." || plain == ".." {
		return "", fmt.Errorf("path parameter %s cannot be %q", name, plain)
	}
	return escaped, nil
}

// JSONText writes a parameter that is sent as JSON.
func JSONText(value any) (string, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return "", fmt.Errorf("writing a parameter: %w", err)
	}
	return string(text), nil
}
