package sdk

import (
	"fmt"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk/internal/redact"
)

// maxLogBody is how much of a body is logged, in bytes.
const maxLogBody = 4 << 10

// logEntry is the record of one attempt. nil writes nothing.
type logEntry struct {
	x     *exchange
	req   *http.Request
	began time.Time
	attrs []slog.Attr
	sent  string // the body that was sent; the request may change later
}

// beginLog is nil when the logger does not want it.
func (x *exchange) beginLog(req *http.Request) *logEntry {
	logger := x.call.settings.logger
	if logger == nil || !logger.Enabled(req.Context(), slog.LevelDebug) {
		return nil
	}
	return &logEntry{x: x, req: req, began: time.Now(), sent: requestText(req, x.call.conn.secretKeys), attrs: []slog.Attr{
		slog.String("operation", x.call.operation),
		slog.String("method", req.Method),
		slog.String("url", x.hideIn(req, x.url(req.URL))),
		slog.Int("attempt", x.attempts),
	}}
}

// end writes the record: at once when there is no response, else when its body has been read
// or closed, so that it can be told.
func (e *logEntry) end(resp *http.Response, err error) {
	if e == nil {
		return
	}
	if err != nil || resp == nil || resp.Body == nil {
		e.write(resp, nil, err)
		return
	}
	resp.Body = &loggedBody{ReadCloser: resp.Body, entry: e, resp: resp}
}

func (e *logEntry) write(resp *http.Response, body *loggedBody, err error) {
	attrs := append(e.attrs, slog.Duration("duration", time.Since(e.began)))
	if resp != nil {
		attrs = append(attrs, slog.Int("status", resp.StatusCode))
		if id := requestID(resp.Header); id != "" {
			attrs = append(attrs, slog.String("request_id", e.x.hideIn(e.req, id)))
		}
	}
	if err != nil {
		attrs = append(attrs, slog.String("error", clean(e.x.hideIn(e.req, err.Error()), maxText)))
	}
	attrs = append(attrs, slog.Any("request", slog.GroupValue(
		slog.Any("header", e.x.headers(e.req, e.req.Header)), slog.String("body", e.x.hideIn(e.req, e.sent)))))
	if body != nil {
		text := bodyText(resp.Header.Get("Content-Type"), body.head, body.n, e.x.call.conn.secretKeys)
		attrs = append(attrs, slog.Any("response", slog.GroupValue(
			slog.Any("header", e.x.headers(e.req, resp.Header)), slog.String("body", e.x.hideIn(e.req, text)))))
	}
	e.x.call.settings.logger.LogAttrs(e.req.Context(), slog.LevelDebug, "request", attrs...)
}

// loggedBody remembers the beginning of a response while it is read.
type loggedBody struct {
	io.ReadCloser
	mu    sync.Mutex // a response that is not wanted is closed while it is read
	entry *logEntry  // nil when the record is written
	resp  *http.Response
	head  []byte
	n     int64
}

func (b *loggedBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.n += int64(n)
	b.head = append(b.head, p[:min(n, maxLogBody-len(b.head))]...)
	if err == io.EOF {
		b.finish(nil)
	} else if err != nil {
		b.finish(err)
	}
	return n, err
}

func (b *loggedBody) Close() error {
	err := b.ReadCloser.Close()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.finish(nil)
	return err
}

// finish writes the record, once; b.mu is held.
func (b *loggedBody) finish(err error) {
	if b.entry != nil {
		b.entry.write(b.resp, b, err)
		b.entry = nil
	}
}

// requestText is the body of a request, read from a copy of its own.
func requestText(req *http.Request, keys []string) string {
	if req.Body == nil || req.Body == http.NoBody {
		return ""
	}
	if req.GetBody == nil {
		return "(a stream)"
	}
	var head []byte
	if isJSONType(req.Header.Get("Content-Type")) {
		body, err := req.GetBody()
		if err != nil {
			return ""
		}
		head, _ = io.ReadAll(io.LimitReader(body, maxLogBody)) // what there is of it
		_ = body.Close()
	}
	return bodyText(req.Header.Get("Content-Type"), head, req.ContentLength, keys)
}

// bodyText is what the log says of a body of n bytes: JSON without secrets, or its length.
func bodyText(contentType string, head []byte, n int64, keys []string) string {
	if n == 0 {
		return ""
	}
	if !isJSONType(contentType) {
		return "(" + strconv.FormatInt(n, 10) + " bytes)"
	}
	text := redact.JSON(head, keys...)
	if n > int64(len(head)) {
		text += fmt.Sprintf(" (%d bytes)", n)
	}
	return text
}

// isJSONType reports whether a content type is that of JSON.
func isJSONType(contentType string) bool {
	if contentType == "application/json" {
		return true // as mostly
	}
	media, _, err := mime.ParseMediaType(contentType)
	return err == nil && (media == "application/json" || media == "text/json" || strings.HasSuffix(media, "+json"))
}
