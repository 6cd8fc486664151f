package fake

import (
	"cmp"
	"net/http"
	"reflect"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// fit says how well a request fits an operation; the fields count in their order.
type fit struct {
	match    *match
	missed   int  // fixed words that the request does not have
	problems int  // 0 is a fit
	words    int  // fixed words that it has
	example  bool // the body is a documented one
	known    int  // members of the body that the schema has
	set      bool // the test set the response
}

// compare is negative where f fits better than g.
func (f fit) compare(g fit) int {
	return cmp.Or(
		cmp.Compare(f.missed, g.missed),
		cmp.Compare(min(f.problems, 1), min(g.problems, 1)),
		cmp.Compare(g.words, f.words),
		cmp.Compare(boolRank(g.example), boolRank(f.example)),
		// A body with a mistake in it is still that of the variant whose members it has.
		cmp.Compare(g.known, f.known),
		cmp.Compare(f.problems, g.problems),
		cmp.Compare(boolRank(g.set), boolRank(f.set)),
	)
}

// boolRank orders false before true.
func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

// choose picks the operation of a route that a request fits best, the first of equals.
func (s *Server) choose(r *route, req *http.Request, params map[string]string, body []byte) *match {
	var all []fit
	for _, op := range r.operations {
		all = append(all, s.fit(op, req, params, body))
	}
	return slices.MinFunc(all, fit.compare).match
}

func (s *Server) fit(op *operation, req *http.Request, params map[string]string, body []byte) fit {
	m := &match{op: op, params: params}
	f := fit{match: m, set: s.behaviourOf(op) != nil}
	query := req.URL.Query()
	for _, name := range document.Sorted(op.fixed) {
		if query.Has(name) && query.Get(name) == op.fixed[name] {
			f.words++
			continue
		}
		f.missed++
		m.problems = append(m.problems, "query parameter "+name+": it must be "+op.fixed[name])
	}
	m.problems = append(m.problems, checkParameters(op, req, params)...)
	var problems []string
	m.body, problems = checkBody(op, req.Header.Get("Content-Type"), body)
	m.problems = append(m.problems, problems...)
	f.problems = len(m.problems)
	if m.body != nil {
		f.example = exampleNamed(op.shown(), m.body) != ""
		if media := mediaFor(op, req.Header.Get("Content-Type")); media != nil {
			f.known = known(media.Schema, m.body, 0)
		}
	}
	return f
}

// exampleNamed is the name of the example that is the same JSON as a body, or "".
func exampleNamed(all []document.Example, body any) string {
	plain := normal(body)
	for _, e := range all {
		if reflect.DeepEqual(normal(e.Value), plain) {
			return e.Name
		}
	}
	return ""
}

// maxKnown bounds how deep a body is compared with a schema.
const maxKnown = 8

// known counts the members of a value that a schema has a property for.
func known(ref *openapi3.SchemaRef, v any, depth int) int {
	if ref == nil || depth > maxKnown {
		return 0
	}
	n := 0
	switch v := v.(type) {
	case map[string]any:
		for name, item := range v {
			if p := document.Member(ref.Value, name); p != nil {
				n += 1 + known(p, item, depth+1)
			}
		}
	case []any:
		if len(v) > 0 { // its items look alike
			n = known(document.Items(ref.Value), v[0], depth+1)
		}
	}
	return n
}
