package exercise

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strconv"
	"strings"
)

// Serve is what all methods of a generated server do: reply is the pointer to fill.
type Serve func(operation string, reply any, args ...any) error

// ErrUntold says that a made-up body does not tell an operation from others of its method
// and path.
var ErrUntold = errors.New("a made-up body does not tell the operation from others")

// Server is a generated server whose methods tell how they were called.
type Server struct {
	strict, lenient http.Handler

	operation string // that was called last
	args      []any
	reply     func(operation string, reply any) error // nil: it stays as it is
}

// NewServer makes a server. handler makes the generated handler of methods that call serve.
func NewServer(handler func(serve Serve, lenient bool) http.Handler) *Server {
	s := new(Server)
	serve := func(operation string, reply any, args ...any) error {
		s.operation, s.args = operation, args
		if s.reply == nil {
			return nil
		}
		return s.reply(operation, reply)
	}
	s.strict, s.lenient = handler(serve, false), handler(serve, true)
	return s
}

// ServeHTTP refuses a request whose body breaks the document. Parameters may break it, since
// they are made up.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	again := func() *http.Request {
		out := r.Clone(r.Context())
		out.Body = io.NopCloser(bytes.NewReader(body))
		return out
	}
	probe := httptest.NewRecorder()
	s.strict.ServeHTTP(probe, again())
	if probe.Code != http.StatusBadRequest || strings.Contains(probe.Body.String(), "body") {
		w.Header().Set("Content-Type", probe.Header().Get("Content-Type"))
		w.WriteHeader(probe.Code)
		_, _ = w.Write(probe.Body.Bytes()) // a client that has gone shows in its error
		return
	}
	s.lenient.ServeHTTP(w, again())
}

// RequestThrough is Request with the generated server at the other side: it must find the
// operation and give its method the example.
func (c *Client) RequestThrough(s *Server, operation string, body []byte, valid bool) (Outcome, error) {
	s.operation, s.args, s.reply = "", nil, nil
	var handler http.Handler = s
	if !valid {
		handler = s.lenient
	}
	if outcome, err := c.Request(operation, body, valid, handler); err != nil {
		return outcome, err
	}
	if !strings.EqualFold(s.operation, operation) {
		return Outcome{}, fmt.Errorf("the server takes it for %s", s.operation)
	}
	if len(s.args) == 0 {
		return Outcome{}, errors.New("the server gives its method no body")
	}
	got, err := json.Marshal(s.args[len(s.args)-1])
	if err != nil {
		return Outcome{}, err
	}
	return compare(body, got)
}

// ResponseThrough is Response with the generated server at the other side, whose method
// replies with the example. request, which may be nil, is a body that tells the operation from
// others of its method and path.
func (c *Client) ResponseThrough(s *Server, operation string, status int, request, body []byte, valid bool) (Outcome, error) {
	sent := statusOnWire(status)
	var failed error
	s.operation, s.args = "", nil
	s.reply = func(called string, reply any) error {
		if !strings.EqualFold(called, operation) && request == nil {
			failed = ErrUntold
			return failed
		}
		if !strings.EqualFold(called, operation) {
			failed = fmt.Errorf("the server takes it for %s", called)
			return failed
		}
		failed = fill(reply, status, sent, body)
		return failed
	}
	outcome, err := c.response(operation, sent, request, body, valid, s.lenient.ServeHTTP)
	if failed != nil {
		return Outcome{}, failed
	}
	return outcome, err
}

// fill puts an example into the field for its status.
func fill(reply any, status, sent int, body []byte) error {
	v := reflect.ValueOf(reply).Elem()
	name := "JSON" + strconv.Itoa(status)
	if status == 0 {
		name = "JSONDefault"
	}
	field := v.FieldByName(name)
	for _, other := range []string{fmt.Sprintf("JSON%dXX", sent/100), "JSONDefault"} {
		if !field.IsValid() {
			field = v.FieldByName(other)
		}
	}
	if !field.IsValid() && string(normal(body, false)) == "{}" {
		return nil // nothing, which the method replies with as nothing
	}
	if !field.IsValid() {
		return ErrNoType
	}
	if err := json.Unmarshal(body, field.Addr().Interface()); err != nil {
		return err
	}
	v.FieldByName("Status").SetInt(int64(sent))
	return nil
}
