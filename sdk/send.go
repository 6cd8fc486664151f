package sdk

import (
	"fmt"
	"io"
	"net/http"
	"time"
)

// maxDrained is how much of a response that is not wanted is read, so that its connection
// can be used again.
const maxDrained = 4 << 10

// maxDrainTime is for how long.
const maxDrainTime = 50 * time.Millisecond

// send makes the attempts, with the waits that judge sets before each. The error of the
// last one may come with its response.
func (x *exchange) send() (*http.Response, error) {
	for req := x.req; ; {
		x.attempts++
		resp, again, err := x.attempt(req)
		if !again {
			return resp, err
		}
		if resp != nil && !x.read {
			drain(resp.Body)
		}
		timer := time.NewTimer(x.wait)
		select {
		case <-req.Context().Done():
			timer.Stop()
			return nil, req.Context().Err()
		case <-timer.C:
		}
		if req, err = x.rewind(req); err != nil {
			return nil, err
		}
	}
}

// drain reads the rest of a response that is not wanted and closes it, so that its connection
// can be used again. One that is long, or does not come, is not worth it. Nothing here waits
// for the server for longer than maxDrainTime, also where closing does.
func drain(body io.ReadCloser) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		_, _ = io.CopyN(io.Discard, body, maxDrained) // for the connection only
		_ = body.Close()
	}()
	late := time.NewTimer(maxDrainTime)
	defer late.Stop()
	select {
	case <-done:
	case <-late.C:
		go func() { _ = body.Close() }() // which ends the read
	}
}

// attempt sends the request once, and reads the response if that is wanted. again says that
// another attempt is to follow.
func (x *exchange) attempt(req *http.Request) (resp *http.Response, again bool, err error) {
	resp, err = x.call.conn.client.Do(req)
	again = x.judge(req.Context(), resp, err)
	if again || err != nil || !x.whole {
		return resp, again, err
	}
	err = x.readResponse(resp)
	return resp, x.judge(req.Context(), resp, err), err
}

// rewind makes the request of the next attempt: a copy, because a broken attempt may still
// be closing the body of the one before.
func (x *exchange) rewind(before *http.Request) (*http.Request, error) {
	x.dialed.Store(false)
	x.connected.Store(false)
	x.lost.Store(false)
	x.authorized, x.left, x.refused = nil, false, ""
	x.read, x.body, x.waitedFor = false, nil, ""
	req := before.WithContext(before.Context())
	req.Header = x.header.Clone()
	if req.GetBody == nil {
		return req, nil
	}
	body, err := req.GetBody()
	if err != nil {
		return nil, fmt.Errorf("reading the request body again: %w", err)
	}
	req.Body = body
	return req, nil
}
