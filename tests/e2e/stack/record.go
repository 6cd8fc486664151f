//go:build linux

package stack

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/sdk"
)

// Record is what is remembered of the calls of one client: where the server differs from the
// document, which operations were called and worked, all that was logged, and what must not
// be in there. It is a slog.Handler, for sdk.WithLogger.
type Record struct {
	documented map[string]operation // by name, see operations
	names      map[string]string    // of documented, by the name in small letters

	mu      sync.Mutex
	differs map[string]bool
	driven  map[string]bool // by name
	worked  map[string]bool // those of driven that had a response of success
	refused map[string]map[string]bool
	secrets map[string]bool
	text    bytes.Buffer
	handler slog.Handler
}

// operation is one of the document, or a variant of one.
type operation struct {
	method, path string
	statuses     []string
}

// NewRecord reads which operations a document has.
func NewRecord(t *testing.T, file string) *Record {
	t.Helper()
	text, err := os.ReadFile(file)
	OK(t, err)
	r := &Record{
		differs: map[string]bool{}, driven: map[string]bool{}, worked: map[string]bool{}, refused: map[string]map[string]bool{},
		secrets: map[string]bool{AdminPassword: true, servicePassword: true, UserPassword: true},
	}
	r.documented, err = operations(text)
	OK(t, err)
	r.names = map[string]string{}
	for name := range r.documented {
		r.names[strings.ToLower(name)] = name
	}
	if len(r.documented) < 10 {
		t.Fatalf("%s has %d operations only", file, len(r.documented))
	}
	r.handler = slog.NewTextHandler(&r.text, &slog.HandlerOptions{Level: slog.LevelDebug})
	return r
}

// operations gives the operations of a document by their names; a method may have another one
// in the case of its letters (ListFloatingips, ListFloatingIPs).
func operations(text []byte) (map[string]operation, error) {
	d, err := document.Load(text)
	if err != nil {
		return nil, err
	}
	found := map[string]operation{}
	for path, item := range d.Paths.Map() {
		for method, described := range item.Operations() {
			o := operation{method: method, path: path, statuses: slices.Collect(maps.Keys(described.Responses.Map()))}
			variants := document.Variants.Of(described.Extensions)
			if len(variants) == 0 {
				found[described.OperationID] = o
			}
			for _, variant := range variants {
				found[variant.OperationID] = o
			}
		}
	}
	return found, nil
}

// Enabled, Handle, WithAttrs and WithGroup make it a slog.Handler.
func (r *Record) Enabled(context.Context, slog.Level) bool { return true }

// WithAttrs says nothing more: what counts is in each entry.
func (r *Record) WithAttrs([]slog.Attr) slog.Handler { return r }

// WithGroup says nothing more.
func (r *Record) WithGroup(string) slog.Handler { return r }

// Handle keeps an entry, and counts the call that it is of.
func (r *Record) Handle(ctx context.Context, entry slog.Record) error {
	told := map[string]string{}
	entry.Attrs(func(a slog.Attr) bool {
		told[a.Key] = a.Value.String()
		return true
	})
	r.mu.Lock()
	defer r.mu.Unlock()
	r.attempt(told["operation"], told["status"])
	return r.handler.Handle(ctx, entry)
}

// attempt remembers an operation, and a status that the document does not have.
func (r *Record) attempt(name, status string) {
	name, ok := r.names[strings.ToLower(name)]
	if !ok || status == "" { // a call through Client.Do is not a test of a method
		return
	}
	r.driven[name] = true
	if !slices.Contains(r.documented[name].statuses, status) {
		r.differs[name+": undocumented status "+status] = true
	}
	if number, err := strconv.Atoi(status); err == nil && number < http.StatusBadRequest {
		r.worked[name] = true
		return
	}
	if r.refused[name] == nil {
		r.refused[name] = map[string]bool{}
	}
	r.refused[name][status] = true
}

// Report is for sdk.WithResponseCheck.
func (r *Record) Report(_ context.Context, found sdk.Report) {
	for _, v := range found.Violations {
		line := fmt.Sprintf("%s: %s %s", found.Operation, v.Rule, general(v.Pointer))
		if v.Rule == "type" {
			line += ", which is " + kind(found.Response.Body, v.Pointer)
		}
		r.Differ(line)
	}
}

// Differ notes a difference in words of a test.
func (r *Record) Differ(line string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.differs[line] = true
}

// Options are what makes a client known to the record.
func (r *Record) Options(client *http.Client) []sdk.Option {
	return []sdk.Option{sdk.WithHTTPClient(client), sdk.WithLogger(slog.New(r)), sdk.WithResponseCheck(r.Report)}
}
