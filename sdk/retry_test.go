package sdk_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// bubble makes calls with the clock of synctest, so that waits are exact and take no time.
// It gives the waits between the attempts.
func bubble(t *testing.T, options []sdk.Option, response func(n int) (*http.Response, error), call func(*sdk.Conn)) (waits []time.Duration) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		var last time.Time
		transport := roundTripper(func(*http.Request) (*http.Response, error) {
			if !last.IsZero() {
				waits = append(waits, time.Since(last))
			}
			last = time.Now()
			return response(len(waits) + 1)
		})
		call(connect(t, "http://cbr.example.com", sdk.NoAuth(), append(options, sdk.WithHTTPClient(&http.Client{Transport: transport}))...))
	})
	return waits
}

func TestBackoff(t *testing.T) {
	policy := sdk.Retry{Max: 6, MinWait: time.Second, MaxWait: 10 * time.Second}
	longest := make([]time.Duration, 6)
	for range 200 {
		waits := bubble(t, []sdk.Option{sdk.WithRetry(policy)},
			func(int) (*http.Response, error) { return response(503, ""), nil },
			func(conn *sdk.Conn) {
				if _, err := get(context.Background(), conn); !errors.Is(err, sdk.ErrUnavailable) {
					t.Errorf("%v", err)
				}
			})
		if len(waits) != 6 {
			t.Fatalf("%d waits", len(waits))
		}
		for i, wait := range waits {
			longest[i] = max(longest[i], wait)
		}
	}
	for i, limit := range []time.Duration{1, 2, 4, 8, 10, 10} {
		// All of 200 waits in the lower half: once in 10^60.
		if limit *= time.Second; longest[i] > limit || longest[i] < limit/2 {
			t.Errorf("wait %d is up to %v, want %v", i, longest[i], limit)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	date := func(offset time.Duration) string { return time.Now().Add(offset).UTC().Format(http.TimeFormat) }
	for _, c := range []struct {
		name   string
		header func() []string
		want   time.Duration // at least, and a second more at most; 0: an error at once
	}{
		{"seconds", func() []string { return []string{"Retry-After", "17"} }, 17 * time.Second},
		{"date", func() []string { return []string{"Retry-After", date(40 * time.Second)} }, 40 * time.Second},
		{"date by the server's clock", func() []string {
			return []string{"Retry-After", date(time.Hour + 30*time.Second), "Date", date(time.Hour)}
		}, 30 * time.Second},
		{"two minutes", func() []string { return []string{"Retry-After", "120"} }, 2 * time.Minute},
		{"too long", func() []string { return []string{"Retry-After", "121"} }, 0},
		{"too late", func() []string { return []string{"Retry-After", date(time.Hour)} }, 0},
	} {
		waits := bubble(t, []sdk.Option{sdk.WithRetry(sdk.Retry{MinWait: time.Second})},
			func(n int) (*http.Response, error) {
				if n == 1 {
					return response(429, "", c.header()...), nil
				}
				return response(200, "{}"), nil
			},
			func(conn *sdk.Conn) {
				if err := send(conn, "POST"); (err != nil) != (c.want == 0) {
					t.Errorf("%s: %v", c.name, err)
				}
			})
		if c.want == 0 && len(waits) > 0 || c.want > 0 && (len(waits) != 1 || waits[0] < c.want || waits[0] > c.want+time.Second) {
			t.Errorf("%s: waited %v", c.name, waits)
		}
	}
}

// TestWaitEnds has calls that end while they wait, or would.
func TestWaitEnds(t *testing.T) {
	busy := func(int) (*http.Response, error) { return response(503, "", "Retry-After", "60"), nil }
	bubble(t, nil, busy, func(conn *sdk.Conn) {
		start := time.Now()
		ctx, cancel := context.WithCancel(context.Background())
		time.AfterFunc(7*time.Second, cancel)
		_, err := get(ctx, conn)
		if !errors.Is(err, context.Canceled) || time.Since(start) != 7*time.Second || !strings.Contains(err.Error(), "waiting after 503 Service Unavailable") {
			t.Errorf("%v after %v", err, time.Since(start))
		}
		// A deadline before the end of the wait: nothing is gained by waiting.
		start = time.Now()
		_, err = get(context.Background(), conn, sdk.WithTimeout(59*time.Second))
		if !errors.Is(err, sdk.ErrUnavailable) || time.Since(start) != 0 {
			t.Errorf("%v after %v", err, time.Since(start))
		}
	})
}

// TestWithoutTrace has a transport that tells nothing but its error.
func TestWithoutTrace(t *testing.T) {
	dial := &net.OpError{Op: "dial", Err: errors.New("refused")}
	for _, c := range []struct {
		method string
		err    error
		want   int
	}{
		{"GET", io.EOF, 4}, {"POST", io.EOF, 1}, {"POST", dial, 4}, {"GET", &net.OpError{Op: "read", Err: errors.New("reset")}, 4},
		{"GET", errors.New("a middleware says no"), 1}, {"GET", &net.DNSError{IsNotFound: true}, 1}, {"POST", &net.DNSError{IsTimeout: true}, 1},
		{"GET", &net.OpError{Op: "remote error", Err: errors.New("tls: bad certificate")}, 1},
	} {
		tries := 0
		bubble(t, nil, func(int) (*http.Response, error) { tries++; return nil, c.err }, func(conn *sdk.Conn) {
			if err := send(conn, c.method); !errors.Is(err, c.err) {
				t.Errorf("%v", err)
			}
		})
		if tries != c.want {
			t.Errorf("%s after %v: %d attempts", c.method, c.err, tries)
		}
	}
}

func TestPolicies(t *testing.T) {
	for _, policy := range []sdk.Retry{{Max: -1}, {MinWait: -1}, {MaxRetryAfter: -1}, {MinWait: 2, MaxWait: 1}} {
		_, err := sdk.NewConn(context.Background(), sdk.Service{}, sdk.NoAuth(), sdk.WithEndpoint("https://x"), sdk.WithRetry(policy))
		if err == nil {
			t.Errorf("%+v was accepted", policy)
		}
	}
	waits := bubble(t, []sdk.Option{sdk.WithRetry(sdk.Retry{})},
		func(int) (*http.Response, error) { return response(429, ""), nil },
		func(conn *sdk.Conn) {
			if err := send(conn, "POST"); !errors.Is(err, sdk.ErrRateLimited) {
				t.Errorf("%v", err)
			}
		})
	if len(waits) != 4 {
		t.Errorf("%d retries by default", len(waits))
	}
}

// TestFileAgain sends a file from where it stands, again after a 503, with its length.
func TestFileAgain(t *testing.T) {
	name := filepath.Join(t.TempDir(), "disk.img")
	if err := os.WriteFile(name, []byte("head and data"), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	if _, err := file.Seek(9, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	s := serve(t, func(w http.ResponseWriter, r *http.Request, n int64) {
		if r.ContentLength != 4 || r.Header.Get("Content-Type") != "application/octet-stream" {
			t.Errorf("length %d, %v", r.ContentLength, r.Header)
		}
		if n == 1 {
			w.WriteHeader(503)
		}
	})
	err = connect(t, s.URL, sdk.NoAuth()).Do(context.Background(), "PUT", "/object", file, nil)
	if err != nil || strings.Join(s.bodies, ",") != "data,data" {
		t.Errorf("%v, %q", err, s.bodies)
	}
	if _, err := file.Stat(); err != nil {
		t.Errorf("the caller's file was closed: %v", err)
	}
}

// TestBodyThatDoesNotCome has a response that is not wanted and whose body never ends: the
// retry does not wait for it.
func TestBodyThatDoesNotCome(t *testing.T) {
	end := make(chan struct{})
	s := serve(t, func(w http.ResponseWriter, _ *http.Request, n int64) {
		if n > 1 {
			return
		}
		w.Header().Set("Content-Length", "10")
		w.WriteHeader(http.StatusServiceUnavailable)
		_ = http.NewResponseController(w).Flush()
		<-end
	})
	defer close(end)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if _, err := get(ctx, connect(t, s.URL, sdk.NoAuth(), quick(1))); err != nil || s.hits.Load() != 2 {
		t.Errorf("%d requests: %v", s.hits.Load(), err)
	}
}
