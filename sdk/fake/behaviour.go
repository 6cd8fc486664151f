package fake

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/alike"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

// behaviour is what a test wants of an operation.
type behaviour struct {
	responses []Response
	sent      int // of responses, guarded by the server's lock
	handler   http.Handler
	example   string
	items     *collection
}

// Respond says how an operation responds from now on: with each response once, and then with
// the last one for every further call. With no response it responds as the document says
// again. A variant goes by its own operationId; that of an operation with variants stands for
// all of them that were given nothing of their own.
func (s *Server) Respond(operationID string, responses ...Response) error {
	for _, r := range responses {
		if err := r.usable(); err != nil {
			return s.report(fmt.Errorf("%s: %w", operationID, err))
		}
	}
	if len(responses) == 0 {
		return s.behave(operationID, nil)
	}
	return s.behave(operationID, &behaviour{responses: slices.Clone(responses)})
}

// Handle lets a handler respond to the calls of an operation. Its request has the path's
// parameters (PathValue) and the whole body.
func (s *Server) Handle(operationID string, handler http.Handler) error {
	if handler == nil {
		return s.report(fmt.Errorf("%s: there is no handler", operationID))
	}
	return s.behave(operationID, &behaviour{handler: handler})
}

// Example lets an operation respond with the documented response example of a name, which may
// be one of an error.
func (s *Server) Example(operationID, name string) error {
	if err := s.known(operationID); err != nil {
		return s.report(err)
	}
	var names []string
	for _, r := range s.routes {
		for _, op := range r.operations {
			if op.ID != operationID && op.Parent != operationID {
				continue
			}
			for _, a := range op.responses {
				for _, e := range a.examples {
					if e.Name == name {
						return s.behave(operationID, &behaviour{example: name})
					}
					if !slices.Contains(names, e.Name) {
						names = append(names, e.Name)
					}
				}
			}
		}
	}
	if len(names) == 0 {
		return s.report(fmt.Errorf("%s has no response examples", operationID))
	}
	return s.report(fmt.Errorf("%s has no response example %q; it has %s", operationID, name, strings.Join(names, ", ")))
}

func (s *Server) behave(operationID string, b *behaviour) error {
	if err := s.known(operationID); err != nil {
		return s.report(err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if b == nil {
		delete(s.behaviours, operationID)
	} else {
		s.behaviours[operationID] = b
	}
	return nil
}

// behaviourOf is what the test wants of an operation, nil where it said nothing.
func (s *Server) behaviourOf(op *operation) *behaviour {
	s.mu.Lock()
	defer s.mu.Unlock()
	if b := s.behaviours[op.ID]; b != nil {
		return b
	}
	return s.behaviours[op.Parent]
}

// next is the response whose turn it is.
func (s *Server) next(b *behaviour) Response {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := b.responses[min(b.sent, len(b.responses)-1)]
	b.sent++
	return r
}

// maxNear bounds how many names an error suggests.
const maxNear = 3

// known reports an operationId that the document does not have.
func (s *Server) known(id string) error {
	if s.ids[id] {
		return nil
	}
	near := document.Sorted(s.ids)
	slices.SortStableFunc(near, func(a, b string) int { return alike.Distance(id, a) - alike.Distance(id, b) })
	near = slices.DeleteFunc(near, func(name string) bool {
		return alike.Distance(id, name) > max(2, len(name)/2) && !strings.Contains(strings.ToLower(name), strings.ToLower(id))
	})
	if id == "" || len(near) == 0 {
		return fmt.Errorf("the document has no operation %q", id)
	}
	return errors.New(document.OneLine(fmt.Sprintf("the document has no operation %q; is it %s?", id, strings.Join(near[:min(len(near), maxNear)], " or "))))
}
