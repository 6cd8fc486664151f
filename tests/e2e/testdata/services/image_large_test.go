//go:build linux

package services

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"net/http"
	"runtime"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
	"github.com/rst2openapi/rst2openapi/tests/e2e/testdata/image"
)

// The large image, and how much more heap may be in use while it is on its way.
const (
	largeSize = 100 << 20
	largeHeap = 4 << 20
)

// endless gives bytes that repeat after a prime, so that no two blocks of a power of two are
// the same, and watches the heap while they are taken.
type endless struct {
	left int64
	at   uint64
	heap *heap
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := int(min(int64(len(p)), e.left))
	for i := range p[:n] {
		p[i] = byte(e.at % 251)
		e.at++
	}
	e.left -= int64(n)
	e.heap.measure(int64(n))
	return n, nil
}

// heap is the most that was in use, measured after each few MB.
type heap struct{ base, most, since uint64 }

func newHeap() *heap {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return &heap{base: stats.HeapAlloc}
}

// Write makes it a writer that only counts.
func (h *heap) Write(p []byte) (int, error) {
	h.measure(int64(len(p)))
	return len(p), nil
}

func (h *heap) measure(n int64) {
	if h.since += uint64(n); h.since < 8<<20 {
		return
	}
	h.since = 0
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	h.most = max(h.most, stats.HeapAlloc)
}

func (h *heap) check(t *testing.T, way string) {
	t.Helper()
	more := int64(h.most) - int64(h.base)
	t.Logf("%d MB %s: %d kB more of the heap in use at most", largeSize>>20, way, more>>10)
	if h.most == 0 || more > largeHeap {
		t.Errorf("%s: the heap grew from %d to %d", way, h.base, h.most)
	}
}

// large sends a body that would be seen in the heap, takes it back, and stops in the middle.
func (s images) large(t *testing.T) {
	ctx := t.Context()
	id := s.make(t, "large")
	up := newHeap()
	sum := sha256.New()
	stack.OK(t, s.demo.UploadImageData(ctx, id, io.TeeReader(&endless{left: largeSize, heap: up}, sum)))
	up.check(t, "up")
	down := newHeap()
	data := stack.Must(s.demo.DownloadImageData(ctx, id, image.DownloadImageDataParams{}))(t)
	came := sha256.New()
	size := stack.Must(io.Copy(io.MultiWriter(down, came), data))(t)
	stack.OK(t, data.Close())
	down.check(t, "down")
	stack.Same(t, "the size", size, largeSize)
	stack.Same(t, "the sum", string(came.Sum(nil)), string(sum.Sum(nil)))

	ctx, cancel := context.WithCancel(ctx)
	data = stack.Must(s.demo.DownloadImageData(ctx, id, image.DownloadImageDataParams{}))(t)
	stack.Must(io.CopyN(io.Discard, data, 1<<20))(t)
	cancel()
	if _, err := io.Copy(io.Discard, data); !errors.Is(err, context.Canceled) {
		t.Errorf("a download that was cancelled: %v", err)
	}
	_ = data.Close() // it has failed

	// There is no room for another one.
	second := s.make(t, "second")
	err := s.demo.UploadImageData(t.Context(), second, &endless{left: largeSize, heap: newHeap()})
	var failed *sdk.Error
	if !errors.As(err, &failed) || failed.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("more data than a project may have: %v", err)
	}
}
