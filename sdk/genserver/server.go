// Package genserver is what a server that cmd/gen has written calls: it finds the operation of
// a request, binds its parameters and body, and sends responses. People have no need of it.
package genserver

import (
	"context"
	"io"
	"net/http"
)

// Operation is one method of a generated server. Several may share a method and path: a
// request goes to the one that it fits best.
type Operation struct {
	Name   string
	Method string
	Path   string // as in the document: "/v3/{project_id}/vaults"
	// Bind reads what the operation takes out of a request. What the request lacks it tells
	// the Call; then Run is not called.
	Bind func(c *Call) Run
}

// Run calls the method of the server.
type Run func(ctx context.Context) (Reply, error)

// Reply is what is sent. Of Body, Stream and nothing one counts.
type Reply struct {
	Status      int
	Header      http.Header
	Body        any    // written as JSON, or as XML where it has a root
	XMLRoot     string // the name of the element that Body is
	Stream      io.Reader
	ContentType string // of Stream
}

// Handler serves operations. It is safe for use by several goroutines.
type Handler struct {
	// Lenient lets requests that break the document through to the methods, which get zero
	// values for what is missing. It must not change while requests are served.
	Lenient bool

	index     *index
	errorBody func(operation string, status int) any
}

// New serves operations. errorBody makes what the documented body of an error is written
// from, or nil; it may be nil itself.
func New(operations []Operation, errorBody func(operation string, status int) any) *Handler {
	if errorBody == nil {
		errorBody = func(string, int) any { return nil }
	}
	return &Handler{index: newIndex(operations), errorBody: errorBody}
}

// ServeHTTP finds the operation, binds the request and calls the method.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	found, allowed := h.index.find(r)
	if found == nil {
		h.unknown(w, r, allowed)
		return
	}
	req := &request{Request: r}
	call, run, name := choose(found, req)
	switch {
	case req.err != nil:
		h.send(w, h.failure(name, req.status(), "the request body cannot be read: "+req.err.Error()))
	case len(call.problems) > 0 && !h.Lenient:
		h.send(w, h.failure(name, http.StatusBadRequest, call.message()))
	default:
		reply, err := run(r.Context())
		if err != nil {
			reply = h.failed(name, err)
		}
		h.send(w, reply)
	}
}

// choose binds the request to each operation that shares its method and path, and takes
// the one in which it breaks least, the first one of several.
func choose(found []candidate, req *request) (best *Call, run Run, name string) {
	for _, one := range found {
		call := &Call{request: req, path: one.values, best: best}
		call.words(one.words)
		bound := one.operation.Bind(call)
		if best == nil || call.compare(best) < 0 {
			best, run, name = call, bound, one.operation.Name
		}
	}
	return best, run, name
}
