package sdk

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk/internal/upgrade"
)

// Retry says how calls are retried that fail in passing: with the status 429, 502, 503 or
// 504, or because the connection breaks. A field that is zero has its default.
//
// A wait is a random part of MinWait, twice MinWait, four times MinWait and so on, but not
// of more than MaxWait, so that callers that failed together do not come back together. A
// response with Retry-After, in seconds or as a date, is waited for as long as it says, and
// up to MinWait longer. No wait begins that the deadline of the call would cut: the
// response is returned instead.
//
// A request is retried only if its body can be read again (Call.NewRequest). A POST or
// PATCH is retried only where the service has not acted on it: on 429, on 503 with
// Retry-After, and when no connection came about; or with WithIdempotent. A certificate
// that cannot be verified and a host without an address are not tried again.
type Retry struct {
	Max           int           // retries after the first attempt; 4
	MinWait       time.Duration // 500 ms
	MaxWait       time.Duration // 30 s
	MaxRetryAfter time.Duration // a response whose Retry-After is longer is not waited for; 2 min
}

// complete puts in the defaults. Without them Retry{} means no retries.
func (r Retry) complete() (Retry, error) {
	if r.Max < 0 || r.MinWait < 0 || r.MaxWait < 0 || r.MaxRetryAfter < 0 {
		return Retry{}, errors.New("WithRetry: a number is negative")
	}
	if r.Max == 0 {
		r.Max = 4
	}
	if r.MinWait == 0 {
		r.MinWait = 500 * time.Millisecond
	}
	if r.MaxWait == 0 {
		r.MaxWait = max(30*time.Second, r.MinWait)
	}
	if r.MaxRetryAfter == 0 {
		r.MaxRetryAfter = 2 * time.Minute
	}
	if r.MaxWait < r.MinWait {
		return Retry{}, fmt.Errorf("WithRetry: MaxWait %v is less than MinWait %v", r.MaxWait, r.MinWait)
	}
	return r, nil
}

// backoff is the wait before retry n, counted from 0.
func (r Retry) backoff(n int) time.Duration {
	limit := r.MinWait
	for range n {
		if limit >= r.MaxWait/2 {
			limit = r.MaxWait
			break
		}
		limit *= 2
	}
	return jitter(limit)
}

// jitter is a random part of limit.
func jitter(limit time.Duration) time.Duration {
	if limit <= 0 {
		return 0
	}
	return rand.N(limit + 1)
}

// judge decides whether there is another attempt, and sets the wait before it. It is asked
// once for an attempt, and again when the response that it accepted could not be read.
func (x *exchange) judge(ctx context.Context, resp *http.Response, err error) bool {
	if ctx.Err() != nil {
		return false
	}
	if x.read {
		again := err != nil && !errors.Is(err, ErrTooLarge) && x.idempotent() && (isBroken(err) || isReset(err))
		return again && x.retry(nil)
	}
	if err != nil {
		return x.passing(err) && x.retry(nil)
	}
	switch resp.StatusCode {
	case http.StatusUnauthorized:
		return x.renew(ctx)
	case http.StatusTooManyRequests:
		return x.retry(resp)
	case http.StatusServiceUnavailable:
		return (x.idempotent() || resp.Header.Get("Retry-After") != "") && x.retry(resp)
	case http.StatusBadGateway, http.StatusGatewayTimeout:
		return x.idempotent() && x.retry(resp)
	}
	return false
}

// retry sets the wait before another attempt, if there may be one.
func (x *exchange) retry(resp *http.Response) bool {
	policy := x.call.settings.retry
	if x.retries >= policy.Max || !x.replayable() || resp != nil && x.call.success(resp.StatusCode) {
		return false
	}
	x.wait = policy.backoff(x.retries)
	if after, ok := retryAfter(resp); ok {
		if after > policy.MaxRetryAfter {
			return false
		}
		x.wait = after + jitter(policy.MinWait)
	}
	if deadline, ok := x.req.Context().Deadline(); ok && time.Until(deadline) < x.wait {
		return false
	}
	x.waitedFor = "waiting to retry: "
	if resp != nil {
		x.waitedFor = fmt.Sprintf("waiting after %d %s: ", resp.StatusCode, http.StatusText(resp.StatusCode))
	}
	x.retries++
	return true
}

// renew asks for a new token after a 401, once.
func (x *exchange) renew(ctx context.Context) bool {
	auth, ok := x.call.conn.auth.(Renewer)
	if !ok || x.renewed || x.left || x.authorized == nil || x.call.success(http.StatusUnauthorized) {
		return false
	}
	x.renewed = true
	if err := auth.Renew(ctx, x.authorized); err != nil {
		x.renewErr = fmt.Errorf("renewing the token: %w", err)
		return false
	}
	// Without a body to send again the token has been renewed for the next call.
	x.wait = 0
	return x.replayable()
}

func (x *exchange) replayable() bool {
	return x.req.Body == nil || x.req.Body == http.NoBody || x.req.GetBody != nil
}

// idempotent reports whether the request may be done twice.
func (x *exchange) idempotent() bool {
	switch x.req.Method {
	case http.MethodPost, http.MethodPatch, http.MethodConnect:
		return x.call.settings.idempotent
	}
	return true
}

// passing reports whether an attempt without a response may be made again: the fault is one
// of the connection, and a retry does no harm.
func (x *exchange) passing(err error) bool {
	if isLasting(err) {
		return false
	}
	unsent := x.dialed.Load() && !x.connected.Load()
	if unsent || isDial(err) && !x.connected.Load() {
		return isBroken(err)
	}
	if !x.idempotent() {
		return false
	}
	// Many errors of net/http have no types, those of HTTP/2 among them. With a connection,
	// all that it says itself, and not a middleware, is about the connection.
	return isBroken(err) || x.connected.Load() && x.lost.Load()
}

// isLasting reports whether the error is one that another attempt meets again.
func isLasting(err error) bool {
	var auth *authError
	var verify *tls.CertificateVerificationError
	var unknown x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	var op *net.OpError
	var record tls.RecordHeaderError
	var name *net.DNSError
	switch {
	case errors.As(err, &auth), errors.As(err, &verify), errors.As(err, &unknown), errors.As(err, &host),
		errors.As(err, &invalid), errors.As(err, &record), errors.Is(err, http.ErrSchemeMismatch), errors.Is(err, upgrade.ErrSwitched):
		return true
	case errors.As(err, &op) && (op.Op == "remote error" || op.Op == "local error"): // a TLS alert
		return true
	case errors.As(err, &name):
		return name.IsNotFound
	}
	return false
}

// isDial reports whether no connection came about, for transports without a trace.
func isDial(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial"
}

// isBroken reports whether the error is one of a connection.
func isBroken(err error) bool {
	var op *net.OpError
	var number syscall.Errno
	var name *net.DNSError
	var header textproto.ProtocolError      // a header that ends in the middle
	var timeout interface{ Timeout() bool } // of the handshake, or http.Client.Timeout
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) ||
		errors.As(err, &op) || errors.As(err, &number) || errors.As(err, &name) ||
		errors.As(err, &header) || errors.As(err, &timeout) && timeout.Timeout()
}

// streamError has the form of the error of net/http for a stream of HTTP/2 that the server ends
// early, which has no name outside of it. That error copies itself into one of this form.
type streamError struct {
	StreamID uint32
	Code     uint32
	Cause    error
}

func (e streamError) Error() string {
	return fmt.Sprintf("the stream %d ends with code %d", e.StreamID, e.Code)
}

// isReset reports whether a body of HTTP/2 was cut, as isBroken does for HTTP/1: by the end of
// its stream, or of the connection.
func isReset(err error) bool {
	var stream streamError
	return errors.As(err, &stream) || strings.HasPrefix(err.Error(), "http2: ")
}

// retryAfter is how long the server asks to wait. A date is compared with the server's own
// clock where the response tells it, because the one here may be wrong.
func retryAfter(resp *http.Response) (time.Duration, bool) {
	if resp == nil {
		return 0, false
	}
	text := strings.TrimSpace(resp.Header.Get("Retry-After"))
	if text == "" {
		return 0, false
	}
	const most = 1 << 31 // seconds; more would not fit a Duration
	if seconds, err := strconv.ParseInt(text, 10, 64); err == nil || errors.Is(err, strconv.ErrRange) {
		return time.Duration(min(max(seconds, 0), most)) * time.Second, true
	}
	at, err := http.ParseTime(text)
	if err != nil {
		return 0, false
	}
	now, err := http.ParseTime(resp.Header.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return max(at.Sub(now), 0), true
}
