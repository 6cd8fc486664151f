package genserver

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// Call is a request while it is bound to an operation.
type Call struct {
	request  *request
	path     map[string]string
	best     *Call // of the operations before, nil for the first
	problems []string
	strange  int // words and members that the operation does not have
	foreign  int // fixed words and members of the operation that the request has otherwise
	fixed    int // fixed words of the operation that the request has
}

// maxBody is how much of a body is read, in bytes.
const maxBody = 64 << 20

// request reads the body once for all operations that the request may mean.
type request struct {
	*http.Request
	body []byte
	done bool
	err  error
}

func (r *request) bytes() []byte {
	if !r.done {
		r.done = true
		if r.Body != nil {
			r.body, r.err = io.ReadAll(http.MaxBytesReader(nil, r.Body, maxBody))
		}
	}
	return r.body
}

// status is that of a body that cannot be read.
func (r *request) status() int {
	var large *http.MaxBytesError
	if errors.As(r.err, &large) {
		return http.StatusRequestEntityTooLarge
	}
	return http.StatusBadRequest
}

// compare is negative where the request fits the operation of c better than that of other: fixed words count
// more than anything that is wrong, and what is wrong more than what the document does not have.
func (c *Call) compare(other *Call) int {
	return cmp.Or(
		cmp.Compare(c.foreign, other.foreign),
		cmp.Compare(other.fixed, c.fixed),
		cmp.Compare(len(c.problems), len(other.problems)),
		cmp.Compare(c.strange, other.strange),
	)
}

// lost reports whether an operation before fits the request as well at least, whatever its body is: fixed words
// come first, and nothing else makes an operation fit better. Its body is not read then, since that of the other
// may be a long stream.
func (c *Call) lost() bool { return c.best != nil && c.compare(c.best) >= 0 }

func (c *Call) problem(what, why string) {
	if what != "" {
		why = what + ": " + why
	}
	c.problems = append(c.problems, why)
}

// message is one line with what is wrong, the first of very many.
func (c *Call) message() string {
	const most = 100
	if len(c.problems) > most {
		return strings.Join(c.problems[:most], "; ") + "; and more"
	}
	return strings.Join(c.problems, "; ")
}

func (c *Call) words(words url.Values) {
	for name := range words {
		c.Fixed("query", name, words.Get(name))
	}
}

// Fixed asks for a parameter that has one value only.
func (c *Call) Fixed(in, name, value string) {
	got, there := c.text(Param{In: in, Name: name})
	if !there || got != value {
		c.foreign++
		c.problem(in+" parameter "+name, "it must be "+value)
		return
	}
	c.fixed++
}

// Check looks for documented limits that a value breaks. Of a body, values of another type
// than the documented one are wrong as well, and members that are not documented are not.
func (c *Call) Check(what string, check func(*gen.Checker)) {
	checker := gen.NewInspector()
	check(checker)
	for _, v := range checker.Found() {
		if v.Rule == "undocumented" {
			c.strange++
			continue
		}
		if v.Rule == "const" {
			c.foreign++
		}
		if what == "parameter" {
			v.Pointer = strings.TrimPrefix(v.Pointer, "/")
		}
		c.problem("", what+" "+v.String())
	}
}

// JSON decodes the body into the value that into points at, or into the one that a pointer
// there is set to.
func (c *Call) JSON(required bool, into any) {
	c.decode("JSON", required, into, json.Unmarshal)
}

// XML is JSON for a body of XML, whose element has the name root.
func (c *Call) XML(root string, required bool, into any) {
	c.decode("XML", required, into, func(text []byte, into any) error {
		decoder := xml.NewDecoder(bytes.NewReader(text))
		for {
			token, err := decoder.Token()
			if err != nil {
				return err
			}
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			if root := root[strings.LastIndexByte(root, ' ')+1:]; start.Name.Local != root {
				return fmt.Errorf("the element is %s, not %s", start.Name.Local, root)
			}
			return decoder.DecodeElement(into, &start)
		}
	})
}

func (c *Call) decode(form string, required bool, into any, decode func([]byte, any) error) {
	if c.lost() {
		return
	}
	text := bytes.TrimSpace(c.request.bytes())
	if len(text) == 0 {
		if required {
			c.problem("body", "it is required")
		}
		return
	}
	if _, nullable := into.(interface{ IsNull() bool }); string(text) == "null" && !nullable {
		c.problem("body", "it is null")
		return
	}
	if err := decode(text, target(into)); err != nil {
		c.problem("body", "it is not "+form+" of the documented form: "+err.Error())
	}
}

// NoBody tells that the operation has no body.
func (c *Call) NoBody() {
	if c.request.ContentLength != 0 && !c.lost() && len(c.request.bytes()) > 0 {
		c.strange++
	}
}

// Stream gives a body that is neither JSON nor XML, and its content type.
func (c *Call) Stream(required bool) (contentType string, body io.Reader) {
	body = &stream{request: c.request}
	if c.request.Request.Body == nil || c.request.ContentLength == 0 {
		if required {
			c.problem("body", "it is required")
		}
		body = http.NoBody
	}
	return c.request.Header.Get("Content-Type"), body
}

// stream reads the body of a request, also where an operation that is bound after this one
// reads it first.
type stream struct {
	request *request
	from    io.Reader
}

func (s *stream) Read(p []byte) (int, error) {
	switch {
	case s.from != nil:
	case s.request.done:
		s.from = bytes.NewReader(s.request.body)
	default:
		s.from = s.request.Body
	}
	return s.from.Read(p)
}

// text is a parameter as it was sent, without escapes, and whether it was.
func (c *Call) text(p Param) (string, bool) {
	switch p.In {
	case "path":
		value, ok := c.path[p.Name]
		return value, ok
	case "query":
		values, ok := c.request.URL.Query()[p.Name]
		if !ok {
			return "", false
		}
		return values[0], true
	case "header":
		values := c.request.Header.Values(p.Name)
		return strings.Join(values, ","), len(values) > 0
	}
	cookies := c.request.CookiesNamed(p.Name)
	if len(cookies) == 0 {
		return "", false
	}
	value := cookies[0].Value
	if plain, err := url.PathUnescape(value); err == nil && gen.CookieText(plain) == value {
		value = plain // as clients of ours send what a cookie cannot hold
	}
	return value, true
}

// failed is the response to an error of a method of the server. An *sdk.Error says it all;
// other errors are told by their kinds, see sdk.ErrNotFound.
func (h *Handler) failed(operation string, err error) Reply {
	var told *sdk.Error
	if errors.As(err, &told) && told.StatusCode != 0 {
		reply := Reply{Status: told.StatusCode, Header: told.Header, Body: told.Detail}
		switch {
		case told.Detail != nil:
		case json.Valid(told.Body):
			reply.Body = json.RawMessage(told.Body)
		default:
			reply = h.describe(operation, told.StatusCode, told.Code, told.Message)
			reply.Header = told.Header
		}
		return reply
	}
	status := http.StatusInternalServerError
	var broken sdk.Violations
	if errors.As(err, &broken) {
		status = http.StatusBadRequest
	}
	for _, kind := range kinds {
		if errors.Is(err, kind.err) {
			status = kind.status
		}
	}
	return h.failure(operation, status, err.Error())
}

// kinds are the statuses of kinds of errors.
var kinds = []struct {
	err    error
	status int
}{
	{sdk.ErrBadRequest, http.StatusBadRequest}, {sdk.ErrUnauthorized, http.StatusUnauthorized},
	{sdk.ErrForbidden, http.StatusForbidden}, {sdk.ErrNotFound, http.StatusNotFound}, {sdk.ErrConflict, http.StatusConflict},
	{sdk.ErrRateLimited, http.StatusTooManyRequests}, {sdk.ErrUnavailable, http.StatusServiceUnavailable},
	{ErrNotImplemented, http.StatusNotImplemented},
}

// ErrNotImplemented is the error of a method that a server does not have.
var ErrNotImplemented = errors.New("this server does not implement the operation")

// unknown responds to a request that no operation describes.
func (h *Handler) unknown(w http.ResponseWriter, r *http.Request, allowed []string) {
	if len(allowed) == 0 {
		h.send(w, h.failure("", http.StatusNotFound, "there is no operation "+r.Method+" "+r.URL.Path))
		return
	}
	if slices.Contains(allowed, http.MethodGet) && !slices.Contains(allowed, http.MethodHead) {
		allowed = append(allowed, http.MethodHead)
	}
	slices.Sort(allowed)
	reply := h.failure("", http.StatusMethodNotAllowed, r.URL.Path+" has no method "+r.Method+"; it has "+strings.Join(allowed, ", "))
	reply.Header = http.Header{"Allow": {strings.Join(allowed, ", ")}}
	h.send(w, reply)
}
