package sdk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"unicode"
)

// Kinds of errors, for errors.Is. The kinds of statuses are those of an *Error.
var (
	ErrBadRequest   = errors.New("bad request")                   // 400
	ErrUnauthorized = errors.New("unauthorized")                  // 401
	ErrForbidden    = errors.New("forbidden")                     // 403
	ErrNotFound     = errors.New("not found")                     // 404, and 410: there no more
	ErrConflict     = errors.New("conflict")                      // 409
	ErrRateLimited  = errors.New("rate limited")                  // 429
	ErrUnavailable  = errors.New("unavailable")                   // 502, 503, 504
	ErrUnreadable   = errors.New("the response cannot be read")   // not JSON or XML, or cut
	ErrTooLarge     = errors.New("it is larger than is accepted") // see WithMaxResponseSize; ErrUnreadable as well
)

// kinds says which statuses are of which kind.
var kinds = map[int]error{
	http.StatusBadRequest:         ErrBadRequest,
	http.StatusUnauthorized:       ErrUnauthorized,
	http.StatusForbidden:          ErrForbidden,
	http.StatusNotFound:           ErrNotFound,
	http.StatusGone:               ErrNotFound,
	http.StatusConflict:           ErrConflict,
	http.StatusTooManyRequests:    ErrRateLimited,
	http.StatusBadGateway:         ErrUnavailable,
	http.StatusServiceUnavailable: ErrUnavailable,
	http.StatusGatewayTimeout:     ErrUnavailable,
}

// Error is a response without success: any status but those from 200 to 299 and those
// that the document has for success, and a response that cannot be read.
//
//	var failed *sdk.Error
//	if errors.As(err, &failed) { log.Println(failed.Code, failed.RequestID) }
//	if errors.Is(err, sdk.ErrNotFound) { … }
type Error struct {
	Operation  string // "ShowVault"
	Method     string
	URL        string // without user info; secrets in the query are replaced
	StatusCode int
	Code       string      // of the service: "BackupService.6001"; empty when it tells none, or only the status again
	Message    string      // of the service; of a page of HTML its title
	Type       string      // the kind of error where the body has a member for that beside the code: "invalid_object"
	Problems   []string    // the single problems that the body lists beside the message, such as "name: it is too long"
	RequestID  string      // for the support of the cloud
	Header     http.Header // of the response; secrets are replaced
	Body       []byte      // as it came, at most 1 MiB of it
	Detail     any         // the body as it is documented, such as a *cbr.ErrorBody; nil where it is not, or has another form
	Attempts   int         // how often the request was sent
	Cause      error       // why the response could not be read, or the token not be renewed; nil otherwise
}

// Limits of texts in errors, in characters.
const (
	maxText = 500
	maxCode = 100
)

// failed makes the error of a response. cause is nil, or why the response does not serve.
func (x *exchange) failed(resp *http.Response, cause error) *Error {
	url := x.req.URL
	if resp.Request != nil && resp.Request.URL != nil {
		url = resp.Request.URL // after redirects
	}
	e := &Error{
		Operation:  x.call.operation,
		Method:     x.req.Method,
		URL:        x.hide(x.url(url)),
		StatusCode: resp.StatusCode,
		RequestID:  clean(x.hide(requestID(resp.Header)), maxCode),
		Header:     x.headers(x.authorized, resp.Header),
		Body:       bytes.Clone(x.body[:min(len(x.body), maxErrorBody)]), // not to hold a large one
		Attempts:   x.attempts,
		Cause:      cause,
	}
	if x.call.success(resp.StatusCode) {
		return e // the body does not describe an error
	}
	told := describe(resp.StatusCode, resp.Header.Get("Content-Type"), e.Body)
	e.Code = clean(x.hide(told.code), maxCode)
	e.Type = clean(x.hide(told.kind), maxText)
	for _, problem := range told.problems {
		e.Problems = append(e.Problems, clean(x.hide(problem), maxText))
	}
	e.Message = clean(x.hide(told.message), 4*maxText)
	if e.RequestID == "" {
		e.RequestID = clean(x.hide(told.request), maxCode)
	}
	if x.refused != "" {
		e.Message = clean(x.hide(x.refused), 4*maxText)
	}
	e.Detail = x.detail(e)
	return e
}

// detail decodes the documented body of an error.
func (x *exchange) detail(e *Error) any {
	newBody := x.call.conn.service.ErrorBody
	if newBody == nil || len(e.Body) == 0 {
		return nil
	}
	target := newBody(e.Operation, e.StatusCode)
	if target == nil || e.Decode(target) != nil {
		return nil
	}
	return target
}

// Error is one line without secrets:
//
//	ShowVault: 404 Not Found: BackupService.6001: no such vault (request 4f…, 3 attempts)
func (e *Error) Error() string {
	status := strconv.Itoa(e.StatusCode)
	if text := http.StatusText(e.StatusCode); text != "" {
		status += " " + text
	}
	parts := []string{e.Operation, status}
	if e.Code != "" {
		parts = append(parts, clean(e.Code, maxCode))
	}
	if e.Message != "" && e.Message != status && e.Message != http.StatusText(e.StatusCode) {
		parts = append(parts, clean(e.Message, maxText))
	}
	if len(e.Problems) > 0 {
		parts = append(parts, clean(strings.Join(e.Problems, "; "), maxText))
	}
	if e.Cause != nil {
		parts = append(parts, clean(e.Cause.Error(), maxText))
	}
	line := strings.Join(parts, ": ")
	if e.RequestID != "" {
		return line + " (request " + clean(e.RequestID, maxCode) + attempts(", ", e.Attempts, "") + ")"
	}
	return line + attempts(" (", e.Attempts, ")")
}

// attempts is how often it was tried, when that was more than once.
func attempts(before string, n int, after string) string {
	if n < 2 {
		return ""
	}
	return fmt.Sprintf("%s%d attempts%s", before, n, after)
}

// Is reports whether target is the kind of the status.
func (e *Error) Is(target error) bool {
	kind := kinds[e.StatusCode]
	return kind != nil && kind == target
}

// Unwrap is Cause.
func (e *Error) Unwrap() error { return e.Cause }

// Decode reads the body, JSON or XML, into target, for members that Error has no field
// for.
func (e *Error) Decode(target any) error {
	r := Response{HTTPResponse: &http.Response{StatusCode: e.StatusCode, Header: e.Header}, Body: e.Body}
	if len(e.Body) == 0 {
		return errors.New("the response has no body")
	}
	return r.decode(context.Background(), target, decodedFactor*maxErrorBody)
}

// oneLine is clean with the usual limit.
func oneLine(text string) string { return clean(text, maxText) }

// clean makes one line of a text of a server: what does not print is a space, and there
// are at most limit characters.
func clean(text string, limit int) string {
	var b strings.Builder
	space, n := false, 0
	for _, c := range text {
		if unicode.IsSpace(c) || !unicode.IsPrint(c) {
			space = n > 0
			continue
		}
		if n >= limit {
			b.WriteRune('…')
			break
		}
		if space {
			b.WriteByte(' ')
			n++
		}
		b.WriteRune(c)
		space = false
		n++
	}
	return b.String()
}
