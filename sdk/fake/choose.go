package fake

import (
	"cmp"
	"net/http"
	"reflect"
	"slices"
	"strconv"

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
	best := slices.MinFunc(all, fit.compare).match
	best.problems = append(best.problems, checkOthers(best.op, r.operations, req)...)
	return best
}

// checkOthers says in what the parameters of a request that other operations of a route have, and
// the one that it means does not, break the document: a value that none of these takes. It does
// not apply where one takes it: what a caller sends too much is not a mistake.
func checkOthers(op *operation, all []*operation, req *http.Request) []string {
	problems := map[string][]string{}
	taken := map[string]bool{}
	query := req.URL.Query()
	note := func(key string, found []string) {
		if len(found) == 0 {
			taken[key] = true
		}
		problems[key] = append(problems[key], found...)
	}
	own := op.keys()
	for _, other := range all {
		for name, value := range other.fixed {
			if key := openapi3.ParameterInQuery + " parameter " + name; !own[key] && query.Has(name) {
				var found []string
				if query.Get(name) != value {
					found = []string{"it must be " + strconv.Quote(value)}
				}
				note(key, found)
			}
		}
		for _, p := range other.Params {
			if key := kindOf(p.Parameter) + " " + p.Name; !own[key] && !p.Ignored() && p.In != openapi3.ParameterInPath && !isObject(p.Parameter) {
				input := parametersOf(req, nil)
				if _, sent := textsOf(input, p.Parameter); sent {
					note(key, checkParameter(input, p.Parameter))
				}
			}
		}
	}
	var out []string
	for _, key := range document.Sorted(problems) {
		if !taken[key] {
			out = append(out, key+": "+problems[key][0])
		}
	}
	return out
}

// keys are what checks call the parameters that an operation has.
func (op *operation) keys() map[string]bool {
	out := map[string]bool{}
	for name := range op.fixed {
		out[openapi3.ParameterInQuery+" parameter "+name] = true
	}
	for _, p := range op.Params {
		out[kindOf(p.Parameter)+" "+p.Name] = true
	}
	return out
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
