package fake

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// Call is a request that the server took.
type Call struct {
	// OperationID is that of the operation, of the variant where it is one; empty where the
	// document has no such operation.
	OperationID string
	Method      string
	Path        string            // as sent, with its escapes
	PathParams  map[string]string // by name, without escapes
	Query       url.Values
	Header      http.Header
	Body        []byte
	// Problems says in what the request breaks the document; empty where it does not.
	Problems []string

	parent string // the operationId that the variants have in common
}

func (s *Server) record(c Call) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls = append(s.calls, c)
}

// Calls are the requests taken so far, in their order.
func (s *Server) Calls() []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.calls)
}

// CallsOf are the requests of one operation, or of all its variants, taken so far. An unknown
// operationId is a mistake that fails the test of Start.
func (s *Server) CallsOf(operationID string) []Call {
	if err := s.known(operationID); err != nil {
		_ = s.report(err)
		return nil
	}
	return slices.DeleteFunc(s.Calls(), func(c Call) bool { return c.OperationID != operationID && c.parent != operationID })
}

// Check fails the test for each request so far that broke the document, or that no
// operation describes.
func (s *Server) Check(t testing.TB) {
	t.Helper()
	for _, c := range s.Calls() {
		if len(c.Problems) > 0 {
			t.Errorf("fake: %s %s (%s): %s", c.Method, c.Path, c.OperationID, strings.Join(c.Problems, "; "))
		}
	}
}

// Reset forgets all calls, and all that Respond, Handle, Example and Serve have said.
func (s *Server) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls = nil
	clear(s.behaviours)
}
