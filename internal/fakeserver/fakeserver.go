// Package fakeserver answers HTTP requests as an OpenAPI document says: it finds the
// operation by method and path, checks the request's parameters and body against their
// schemas, and answers with the documented example. Tests and the sample use it in place
// of a cloud.
package fakeserver

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
)

// Server is an http.Handler for a document. It is safe for use by several goroutines.
type Server struct {
	routes []route
	mu     sync.Mutex
	calls  []Call
}

// Call is a request that the server took.
type Call struct {
	OperationID string
	Method      string
	Path        string // as sent
	Query       string
	Header      http.Header
	Body        []byte
	// Problems says in what the request breaks the document; empty where it does not.
	Problems []string
}

type route struct {
	method   string
	segments []string
	op       *openapi3.Operation
	item     *openapi3.PathItem
}

// New makes a server for doc, whose references must be resolved.
func New(doc *openapi3.T) *Server {
	s := &Server{}
	for _, path := range slices.Sorted(maps.Keys(doc.Paths.Map())) {
		item := doc.Paths.Value(path)
		for _, method := range slices.Sorted(maps.Keys(item.Operations())) {
			s.routes = append(s.routes, route{method, strings.Split(path, "/"), item.Operations()[method], item})
		}
	}
	return s
}

// Calls are the requests taken so far.
func (s *Server) Calls() []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.calls)
}

// Route finds the operation for a method and path, or nil. Of several paths that match,
// the one with the longest run of literal segments counts.
func (s *Server) Route(method, path string) *openapi3.Operation {
	if r := s.route(method, path); r != nil {
		return r.op
	}
	return nil
}

func (s *Server) route(method, path string) *route {
	segments := strings.Split(path, "/")
	var best *route
	for i := range s.routes {
		r := &s.routes[i]
		if r.method == method && matches(r.segments, segments) && (best == nil || moreLiteral(r.segments, best.segments)) {
			best = r
		}
	}
	return best
}

func isParam(segment string) bool {
	return strings.Contains(segment, "{") && strings.Contains(segment, "}")
}

func matches(pattern, segments []string) bool {
	return slices.EqualFunc(pattern, segments, func(p, s string) bool {
		return p == s || isParam(p) && s != ""
	})
}

func moreLiteral(a, b []string) bool {
	for i := range a {
		if isParam(a[i]) != isParam(b[i]) {
			return isParam(b[i])
		}
	}
	return false
}

// maxBody bounds what the server reads of a request, in bytes.
const maxBody = 16 << 20

// ServeHTTP answers 404 for a request that is no documented operation, 400 for one that
// breaks its schema, and else the documented example of the first good status.
func (s *Server) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, req.Body, maxBody))
	if err != nil {
		answer(w, http.StatusRequestEntityTooLarge, "FAKE.0413", err.Error())
		return
	}
	call := Call{Method: req.Method, Path: req.URL.Path, Query: req.URL.RawQuery, Header: req.Header.Clone(), Body: body}
	r := s.route(req.Method, req.URL.Path)
	if r != nil {
		call.OperationID = r.op.OperationID
		call.Problems = check(r, req, body)
	}
	s.mu.Lock()
	s.calls = append(s.calls, call)
	s.mu.Unlock()
	switch {
	case r == nil:
		answer(w, http.StatusNotFound, "FAKE.0404", "no operation "+req.Method+" "+req.URL.Path)
	case len(call.Problems) > 0:
		answer(w, http.StatusBadRequest, "FAKE.0400", strings.Join(call.Problems, "; "))
	default:
		reply(w, r.op)
	}
}

func answer(w http.ResponseWriter, status int, code, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	// The client may be gone; there is nobody left to tell.
	_ = json.NewEncoder(w).Encode(map[string]string{"error_code": code, "error_msg": message})
}

func check(r *route, req *http.Request, body []byte) []string {
	var problems []string
	fail := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	for _, ref := range slices.Concat(r.item.Parameters, r.op.Parameters) {
		p := ref.Value
		switch p.In {
		case openapi3.ParameterInQuery:
			if p.Required && !req.URL.Query().Has(p.Name) {
				fail("the query parameter %s is missing", p.Name)
			}
		case openapi3.ParameterInHeader:
			if p.Required && req.Header.Get(p.Name) == "" {
				fail("the header %s is missing", p.Name)
			}
		}
	}
	if r.op.RequestBody == nil {
		return problems
	}
	rb := r.op.RequestBody.Value
	if len(bytes.TrimSpace(body)) == 0 {
		if rb.Required {
			fail("the body is missing")
		}
		return problems
	}
	media := rb.Content.Get("application/json")
	if media == nil || media.Schema == nil {
		return problems
	}
	var v any
	if err := json.Unmarshal(body, &v); err != nil {
		fail("the body is no JSON: %s", err)
	} else if err := media.Schema.Value.VisitJSON(v); err != nil {
		fail("the body breaks its schema: %s", err)
	}
	return problems
}

// reply writes the documented answer with the lowest status below 400.
func reply(w http.ResponseWriter, op *openapi3.Operation) {
	for _, key := range slices.Sorted(maps.Keys(op.Responses.Map())) {
		status, err := strconv.Atoi(key)
		if err != nil || status >= 400 {
			continue
		}
		media := op.Responses.Value(key).Value.Content.Get("application/json")
		if media != nil {
			for _, name := range slices.Sorted(maps.Keys(media.Examples)) {
				w.Header().Set("Content-Type", "application/json")
				w.WriteHeader(status)
				_ = json.NewEncoder(w).Encode(media.Examples[name].Value.Value)
				return
			}
		}
		w.WriteHeader(status)
		return
	}
	w.WriteHeader(http.StatusOK)
}
