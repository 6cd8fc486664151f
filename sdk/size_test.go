package sdk_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// TestHuge has responses that must not be held in memory.
func TestHuge(t *testing.T) {
	const size = 100 << 20
	block := bytes.Repeat([]byte(" "), 64<<10)
	var written, ended atomic.Int64
	s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		defer ended.Add(1)
		status := 200
		if r.URL.Query().Get("status") != "" {
			status = 400
		}
		w.WriteHeader(status)
		written.Store(0)
		for r.URL.Query().Get("endless") != "" || written.Load() < size {
			n, err := w.Write(block)
			if written.Add(int64(n)); err != nil {
				return
			}
		}
	})
	conn := connect(t, s.URL, sdk.NoAuth(), sdk.WithMaxResponseSize(1<<20))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i, query := range []string{"", "?endless=1", "?endless=1&status=400"} {
		var result []byte
		err := conn.Do(context.Background(), "GET", "/"+query, nil, &result)
		var failed *sdk.Error
		if !errors.As(err, &failed) || len(failed.Body) != 1<<20 || errors.Is(err, sdk.ErrTooLarge) != (failed.StatusCode == 200) || len(err.Error()) > 300 {
			t.Errorf("%q: %v", query, err)
		}
		waitFor(t, "the end of writing", func() bool { return ended.Load() == int64(i+1) })
	}
	call := conn.Call(context.Background(), "Download", []sdk.Option{sdk.WithTimeout(time.Minute)})
	req, err := call.NewRequest("GET", "/", nil, "", nil)
	body, err := call.Stream(req, err)
	call.End()
	if err != nil {
		t.Fatal(err)
	}
	if n, err := io.Copy(io.Discard, body); n != size || err != nil {
		t.Errorf("%d bytes, %v", n, err)
	}
	if err := body.Close(); err != nil || call.Context().Err() == nil {
		t.Errorf("closing did not end the call: %v", err)
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > size/2 {
		t.Errorf("%d bytes were allocated", used)
	}
}

// TestLyingLength has a response that claims a terabyte.
func TestLyingLength(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) {
		hijack(w, "HTTP/1.1 200 OK\r\nContent-Length: 1099511627776\r\n\r\n{}")
	})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := get(context.Background(), connect(t, s.URL, sdk.NoAuth()))
	runtime.ReadMemStats(&after)
	if !errors.Is(err, io.ErrUnexpectedEOF) || !errors.Is(err, sdk.ErrUnreadable) || after.TotalAlloc-before.TotalAlloc > 16<<20 {
		t.Errorf("%v", err)
	}
}

func TestUploadStreams(t *testing.T) {
	const size = 32 << 20
	first := make(chan struct{})
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Body.Read(make([]byte, 1)); err == nil {
			close(first)
		}
		_, _ = io.Copy(io.Discard, r.Body)
		w.WriteHeader(503)
	}))
	defer s.Close()
	reader, writer := io.Pipe()
	go func() {
		_, _ = writer.Write([]byte("x"))
		<-first // the server has the first byte before there is a second
		_, _ = io.CopyN(writer, zeros{}, size)
		_ = writer.Close()
	}()
	err := connect(t, s.URL, sdk.NoAuth()).Do(context.Background(), "PUT", "/object", reader, nil)
	var failed *sdk.Error
	if !errors.As(err, &failed) || failed.StatusCode != 503 || failed.Attempts != 1 {
		t.Errorf("a body that can be read once was sent twice: %v", err)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }
