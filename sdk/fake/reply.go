package fake

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/textproto"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/sdk/internal/headerlist"
)

// reply responds to a request that may pass: as the test says, else as the document does.
func (s *Server) reply(w http.ResponseWriter, req *http.Request, m *match, body []byte) {
	b := s.behaviourOf(m.op)
	switch {
	case b == nil:
		documented(m, req).write(w)
	case b.handler != nil:
		for name, value := range m.params {
			req.SetPathValue(name, value)
		}
		req.Body, req.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		b.handler.ServeHTTP(w, req)
	case b.example != "":
		shown(m.op, b.example).write(w)
	case b.items != nil:
		b.items.page(m, req, s.options.pageSize).write(w)
	default:
		s.next(b).write(w)
	}
}

// documented is the response that the document gives to a request. What it shows of a list is
// the whole list: there is nothing on the pages after it, and no more in the number of all
// items, so that who walks over them comes to an end.
func documented(m *match, req *http.Request) Response {
	a := m.op.responses[0]
	pages, err := pagingOf(m.op)
	if req == nil || a.media == "" || err != nil {
		return shownResponse(m)
	}
	if pages.after(m, req) {
		return pages.none(a)
	}
	r := shownResponse(m)
	if !document.IsJSON(a.media) {
		return r
	}
	body, err := decode(r.Body)
	if err != nil {
		return r
	}
	changed := false
	if pages.Link != "" && document.Get(body, pages.Link) != nil {
		// An address that the document shows leads out of the test.
		body, changed = document.Without(body, pages.Link), true
	}
	items, _ := document.Get(body, pages.Items).([]any)
	if pages.Count != "" && number(document.Get(body, pages.Count)) > len(items) {
		body, changed = document.Put(body, pages.Count, fitting(a.schema, pages.Count, len(items))), true
	}
	if changed {
		return a.with(body)
	}
	return r
}

// number is a member that counts, 0 where it is none.
func number(v any) int {
	n, err := strconv.Atoi(fmt.Sprint(v))
	if err != nil {
		return 0
	}
	return n
}

// shownResponse is the example of the name of the one that was sent, else the first example,
// else a value of the schema.
func shownResponse(m *match) Response {
	a := m.op.responses[0]
	if name := exampleNamed(m.op.shown(), m.body); name != "" && m.body != nil {
		for _, e := range a.examples {
			if e.Name == name {
				return a.with(e.Value)
			}
		}
	}
	if len(a.examples) > 0 {
		return a.with(a.examples[0].Value)
	}
	if a.media == "" {
		return Response{Status: a.status, Header: a.header()}
	}
	v, ok := a.doc.Sample(a.schema, document.SampleOptions{})
	if !ok {
		return Error(http.StatusNotImplemented, codeNoResponse, fmt.Sprintf(
			"%s: no value was found for the schema of status %s; the test must say what to respond", m.op.ID, a.key))
	}
	return a.with(v)
}

// shown is the response with the documented example of a name.
func shown(op *operation, name string) Response {
	for _, a := range op.responses {
		for _, e := range a.examples {
			if e.Name == name {
				return a.with(e.Value)
			}
		}
	}
	// Of several variants only some have the example that was asked for.
	return documented(&match{op: op}, nil)
}

// with is the response with a body that holds a value.
func (a documentedResponse) with(v any) Response {
	r := Response{Status: a.status, Header: a.header()}
	text, isText := v.(string)
	media := a.media
	if strings.Contains(media, "*") {
		media = "application/json"
	}
	switch {
	case document.IsXML(media):
		if isText { // an example that is printed as it is sent
			r.Body = []byte(text)
		} else {
			r.Body = encodeXML(a.schema, v)
		}
	case isText && !document.IsJSON(media):
		r.Body = []byte(text)
	default:
		body, err := encode(a.doc.Ordered(a.schema, v))
		if err != nil {
			return Error(http.StatusNotImplemented, codeNoResponse, "the documented response is not JSON: "+oneLine(err))
		}
		r.Body = body
	}
	r.Header.Set("Content-Type", media)
	return r
}

// ownHeaders are those that the server sets itself, and those that would send the client to
// an address that was made up.
var ownHeaders = []string{"Connection", "Content-Encoding", "Content-Length", "Content-Type", "Location", "Trailer", "Transfer-Encoding", "Upgrade"}

// header are the documented headers with the values that the document shows or allows.
func (a documentedResponse) header() http.Header {
	out := http.Header{}
	for _, name := range document.Sorted(a.headers) {
		ref := a.headers[name]
		key := textproto.CanonicalMIMEHeaderKey(name)
		if ref == nil || ref.Value == nil || slices.Contains(ownHeaders, key) {
			continue
		}
		v, ok := a.headerValue(name, ref.Value)
		if !ok {
			continue
		}
		switch v := v.(type) {
		case nil, map[string]any:
		case []any:
			if texts, ok := textsIn(v); ok {
				out.Set(name, headerlist.Join(texts))
			}
		case string:
			out.Set(name, v)
		default:
			if text, err := encode(v); err == nil {
				out.Set(name, strings.TrimSpace(string(text)))
			}
		}
	}
	return out
}

// textsIn are the items of a list as texts; not ok where one is not a scalar.
func textsIn(list []any) (texts []string, ok bool) {
	for _, item := range list {
		switch v := item.(type) {
		case nil, map[string]any, []any:
			return nil, false
		case string:
			texts = append(texts, v)
		default:
			text, err := encode(v)
			if err != nil {
				return nil, false
			}
			texts = append(texts, strings.TrimSpace(string(text)))
		}
	}
	return texts, len(texts) > 0
}

func (a documentedResponse) headerValue(name string, h *openapi3.Header) (any, bool) {
	if h.Example != nil {
		return h.Example, true
	}
	if all := document.Examples(h.Examples); len(all) > 0 {
		return all[0].Value, true
	}
	if h.Schema == nil {
		return nil, false
	}
	return a.doc.Sample(h.Schema, document.SampleOptions{Name: name})
}
