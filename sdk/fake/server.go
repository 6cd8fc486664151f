package fake

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// Server is an http.Handler that responds as a document says. It is safe for use by several
// goroutines. New and Start make one.
type Server struct {
	// URL is where the server listens, without a slash at the end; empty unless Start has
	// started it.
	URL string

	routes  []route
	ids     map[string]bool
	options options
	schemes []document.SecurityScheme
	test    testing.TB // of Start: wrong names fail it

	mu         sync.Mutex
	behaviours map[string]*behaviour // by operationId
	calls      []Call
}

type options struct {
	lenient  bool
	token    string
	open     []string // operations that need no token
	pageSize int
}

// Option changes how a server behaves.
type Option func(*options)

// Lenient lets requests that break the document through to their responses. What is wrong
// with them is in Call.Problems.
func Lenient() Option { return func(o *options) { o.lenient = true } }

// RequireToken responds with 401 to each request without this token. It is looked for where
// one of the security schemes that the operation takes wants it, and generated clients send
// it. Operations for which the document asks no credentials, and those named in open, need none.
func RequireToken(token string, open ...string) Option {
	return func(o *options) { o.token, o.open = token, open }
}

// PageSize bounds the items on a page of Serve, however many a request asks for, so that a
// few items make several pages.
func PageSize(n int) Option { return func(o *options) { o.pageSize = n } }

// New makes a server for an OpenAPI 3.0 document in YAML or JSON.
func New(spec []byte, opts ...Option) (*Server, error) {
	s := &Server{behaviours: map[string]*behaviour{}, ids: map[string]bool{}}
	for _, opt := range opts {
		opt(&s.options)
	}
	doc, err := load(spec)
	if err != nil {
		return nil, err
	}
	if s.routes, err = routes(doc); err != nil {
		return nil, err
	}
	s.schemes = doc.SecuritySchemes()
	for _, r := range s.routes {
		for _, op := range r.operations {
			s.ids[op.ID], s.ids[op.Parent] = true, true
		}
	}
	for _, id := range s.options.open {
		if err := s.known(id); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Start makes a server and lets it listen on the loopback interface until the test ends. A
// document that cannot be used ends the test. So that their errors need no check, the
// methods of the server report them to t as well.
func Start(t testing.TB, spec []byte, opts ...Option) *Server {
	t.Helper()
	s, err := New(spec, opts...)
	if err != nil {
		t.Fatalf("fake: %v", err)
	}
	s.test = t
	listening := httptest.NewServer(s)
	t.Cleanup(func() {
		// A handler of the test may still wait for its client; Close alone would wait too.
		listening.CloseClientConnections()
		listening.Close()
	})
	s.URL = listening.URL
	return s
}

// report hands a mistake of the caller to the test, too.
func (s *Server) report(err error) error {
	if err != nil && s.test != nil {
		s.test.Helper()
		s.test.Errorf("fake: %v", err)
	}
	return err
}

// maxBody bounds what is read of a request, in bytes.
const maxBody = 16 << 20

// The codes of the server's own errors.
const (
	codeBroken     = "FAKE.0400"
	codeToken      = "FAKE.0401"
	codeUnknown    = "FAKE.0404"
	codeMethod     = "FAKE.0405"
	codeTooLarge   = "FAKE.0413"
	codeNoResponse = "FAKE.0501"
)

// ServeHTTP responds to a request; the package comment says how.
func (s *Server) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	var body []byte
	if req.Body != nil {
		var err error
		if body, err = io.ReadAll(http.MaxBytesReader(w, req.Body, maxBody)); err != nil {
			var large *http.MaxBytesError
			if errors.As(err, &large) {
				Error(http.StatusRequestEntityTooLarge, codeTooLarge, "the body is larger than 16 MiB").write(w)
			} else {
				Error(http.StatusBadRequest, codeBroken, "the body cannot be read: "+oneLine(err)).write(w)
			}
			return
		}
	}
	call := Call{
		Method: req.Method, Path: req.URL.EscapedPath(), Query: req.URL.Query(),
		Header: req.Header.Clone(), Body: body,
	}
	m, allowed := s.match(req, body)
	switch {
	case m != nil:
		call.OperationID, call.parent = m.op.ID, m.op.Parent
		call.PathParams, call.Problems = m.params, m.problems
	case len(allowed) > 0:
		call.Problems = []string{req.Method + " is not a documented method of " + call.Path}
	default:
		call.Problems = []string{"no operation " + req.Method + " " + call.Path}
	}
	s.record(call)
	switch {
	case m == nil && len(allowed) > 0:
		Error(http.StatusMethodNotAllowed, codeMethod, call.Problems[0]).
			WithHeader("Allow", strings.Join(allowed, ", ")).write(w)
	case m == nil:
		Error(http.StatusNotFound, codeUnknown, call.Problems[0]).write(w)
	case s.refuses(m.op, req):
		Error(http.StatusUnauthorized, codeToken, placesText(s.places(m.op))+" is missing or wrong").write(w)
	case len(m.problems) > 0 && !s.options.lenient:
		m.op.refused(strings.Join(m.problems, "; ")).write(w)
	default:
		s.reply(w, req, m, body)
	}
}

// places are where an operation takes a token, in X-Auth-Token where the document has no place
// for one.
func (s *Server) places(op *operation) []document.SecurityScheme {
	var out []document.SecurityScheme
	for _, scheme := range s.schemes {
		if scheme.Type == document.SchemeBearer {
			scheme.In, scheme.Key = openapi3.ParameterInHeader, "Authorization"
		}
		if scheme.In != "" && slices.ContainsFunc(op.Security, func(set []string) bool { return slices.Contains(set, scheme.Name) }) {
			out = append(out, scheme)
		}
	}
	if out == nil {
		return []document.SecurityScheme{{In: openapi3.ParameterInHeader, Key: "X-Auth-Token"}}
	}
	return out
}

func placesText(places []document.SecurityScheme) string {
	var names []string
	for _, at := range places {
		if !slices.Contains(names, at.Key) {
			names = append(names, at.Key)
		}
	}
	return strings.Join(names, " or ")
}

// carries reports whether a request has a token in one of the places.
func carries(req *http.Request, places []document.SecurityScheme, token string) bool {
	return slices.ContainsFunc(places, func(at document.SecurityScheme) bool {
		switch at.In {
		case openapi3.ParameterInQuery:
			return req.URL.Query().Get(at.Key) == token
		case openapi3.ParameterInCookie:
			return slices.ContainsFunc(req.CookiesNamed(at.Key), func(c *http.Cookie) bool { return c.Value == token })
		}
		return req.Header.Get(at.Key) == at.Prefix+token
	})
}

// refuses reports whether a request lacks the token that the test asked for.
func (s *Server) refuses(op *operation, req *http.Request) bool {
	if s.options.token == "" || op.Open || carries(req, s.places(op), s.options.token) {
		return false
	}
	for _, id := range s.options.open {
		if id == op.ID || id == op.Parent {
			return false
		}
	}
	return true
}
