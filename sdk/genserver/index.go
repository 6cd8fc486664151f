package genserver

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// index finds operations. A ServeMux does it for the shapes of paths that it can take;
// what shares a shape there is told apart by its template.
type index struct {
	mux    *http.ServeMux
	shapes map[string][]*entry // by the pattern in mux
	all    []*entry            // the most specific first
}

// entry is a method and path with its operations.
type entry struct {
	method     string
	template   *template
	operations []Operation
}

// candidate is an operation that a request may mean.
type candidate struct {
	operation Operation
	values    map[string]string // of the path
	words     url.Values        // that the query must have
}

func newIndex(operations []Operation) *index {
	x := &index{mux: http.NewServeMux(), shapes: map[string][]*entry{}}
	for _, op := range operations {
		x.all = append(x.all, &entry{op.Method, parse(op.Path), []Operation{op}})
	}
	slices.SortStableFunc(x.all, bySpecificity)
	var long []*entry // they may fix more of a path than those that mux finds
	for _, e := range x.all {
		if e.template.long >= 0 {
			long = append(long, e)
		}
	}
	byMethod := map[string][]*shape{}
	for _, e := range x.all {
		if s := shapeOf(e); s != nil {
			byMethod[muxMethod(e.method)] = append(byMethod[muxMethod(e.method)], s)
		}
	}
	for method, shapes := range byMethod {
		for _, g := range grouped(shapes) {
			pattern := method + " " + g.pattern.String()
			x.mux.Handle(pattern, http.NotFoundHandler()) // only asked for the pattern
			for _, s := range g.shapes {
				x.shapes[pattern] = append(x.shapes[pattern], s.entry)
			}
			if len(long) > 0 {
				x.shapes[pattern] = append(x.shapes[pattern], long...)
				slices.SortStableFunc(x.shapes[pattern], bySpecificity)
			}
		}
	}
	return x
}

// muxMethod is the method under which mux has an entry: for mux, GET takes HEAD, too.
func muxMethod(method string) string {
	if method == http.MethodHead {
		return http.MethodGet
	}
	return method
}

// find gives the operations that a request may mean, or the methods that its path has.
func (x *index) find(r *http.Request) (found []candidate, allowed []string) {
	segments, ok := segmentsOf(r.URL)
	if !ok {
		return nil, nil
	}
	if _, pattern := x.mux.Handler(r); pattern != "" {
		if found, _ = best(x.shapes[pattern], r.Method, segments); found != nil {
			return found, nil
		}
	}
	return best(x.all, r.Method, segments)
}

// segmentsOf takes the path of a request apart, and the escapes out of its segments.
func segmentsOf(address *url.URL) ([]string, bool) {
	segments := strings.Split(strings.TrimPrefix(address.EscapedPath(), "/"), "/")
	for i, text := range segments {
		plain, err := url.PathUnescape(text)
		if err != nil {
			return nil, false
		}
		segments[i] = plain
	}
	return segments, true
}

// best gives the operations of the most specific templates that fit and have the method; of
// two templates that are equally specific, both.
func best(entries []*entry, method string, segments []string) (found []candidate, allowed []string) {
	var first *entry
	for _, wanted := range []string{method, muxMethod(method)} { // a HEAD is a GET where there is no other
		for _, e := range entries {
			if first != nil && e.template.compare(first.template) != 0 {
				continue
			}
			values, ok := e.template.match(segments)
			if !ok {
				continue
			}
			if e.method != wanted {
				if !slices.Contains(allowed, e.method) {
					allowed = append(allowed, e.method)
				}
				continue
			}
			first = e
			for _, op := range e.operations {
				found = append(found, candidate{op, values, e.template.words})
			}
		}
		if found != nil {
			return found, nil
		}
	}
	slices.Sort(allowed)
	return nil, allowed
}
