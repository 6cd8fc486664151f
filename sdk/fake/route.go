package fake

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// route is a method and path of the document with what can be meant by it.
type route struct {
	method     string
	segments   []segment
	operations []*operation
}

// segment is what stands between two slashes of a path: a word, or a pattern with parameters.
type segment struct {
	word    string
	pattern *regexp.Regexp // nil for a word
	params  []string       // the names of the pattern's groups; empty for those of a server
	literal int            // how many bytes of it are fixed
	long    bool           // it goes on over slashes
}

// match is the operation that a request means, and in what the request breaks it.
type match struct {
	op       *operation
	params   map[string]string
	problems []string
	body     any // of JSON, decoded; nil where there is none
}

// routes lists the operations of a document by method and path. Paths that differ only
// after a ? or # come together in one route, for the server never sees the difference.
func routes(doc *document.Document) ([]route, error) {
	all, err := doc.Operations()
	if err != nil {
		return nil, err
	}
	byKey := map[string]int{}
	var out []route
	for _, op := range all {
		path, words := splitPath(op.Path)
		one := operationOf(doc, op, words)
		// Without its base path as well: a client whose address is that of this server sends it so.
		for _, base := range withNone(basePaths(op.Servers)) {
			key := op.Method + " " + base + path
			i, ok := byKey[key]
			if !ok {
				i = len(out)
				byKey[key] = i
				out = append(out, route{method: op.Method, segments: append(segments(base, false), long(segments(path, true), op)...)})
			}
			out[i].operations = append(out[i].operations, one)
		}
	}
	return out, nil
}

// splitPath takes what is not a path off a key of the document's paths: some documents tell
// actions apart by "?action=start" or "#start".
func splitPath(key string) (string, map[string]string) {
	path, _, _ := strings.Cut(key, "#")
	path, query, ok := strings.Cut(path, "?")
	if !ok {
		return path, nil
	}
	values, _ := url.ParseQuery(query) // what cannot be read is not a word to check
	fixed := map[string]string{}
	for name := range values {
		if !strings.Contains(values.Get(name), "{") {
			fixed[name] = values.Get(name)
		}
	}
	return path, fixed
}

// basePaths are the paths of servers, without the slash at the end.
func basePaths(servers openapi3.Servers) []string {
	var out []string
	for _, server := range servers {
		if server == nil {
			continue
		}
		base := server.URL
		if _, rest, ok := strings.Cut(base, "://"); ok {
			_, base, _ = strings.Cut(rest, "/")
		}
		base, _, _ = strings.Cut(base, "#")
		base, _, _ = strings.Cut(base, "?")
		if base = strings.Trim(base, "/"); base != "" {
			base = "/" + base
		}
		if !slices.Contains(out, base) {
			out = append(out, base)
		}
	}
	if len(out) == 0 {
		return []string{""}
	}
	return out
}

// withNone adds the empty base path, where it is not among them.
func withNone(bases []string) []string {
	if slices.Contains(bases, "") {
		return bases
	}
	return append(bases, "")
}

// segments reads a path as the document writes it. The variables of a server take any value
// and are not parameters.
func segments(path string, named bool) []segment {
	if path == "" {
		return nil
	}
	parts, _ := document.PathParts(strings.TrimPrefix(path, "/")) // a brace that is not closed is text
	groups := [][]document.PathPart{nil}
	for _, p := range parts {
		if p.Text == "" {
			groups[len(groups)-1] = append(groups[len(groups)-1], p)
			continue
		}
		for i, text := range strings.Split(p.Text, "/") {
			if i > 0 {
				groups = append(groups, nil)
			}
			if text != "" {
				groups[len(groups)-1] = append(groups[len(groups)-1], document.PathPart{Text: text})
			}
		}
	}
	var out []segment
	for _, parts := range groups {
		out = append(out, segmentOf(parts, named))
	}
	return out
}

// long marks the first segment with a parameter whose value may have slashes.
func long(all []segment, op *document.Operation) []segment {
	for i := range all {
		for _, p := range op.Params {
			if p.In == openapi3.ParameterInPath && p.AllowReserved && slices.Contains(all[i].params, p.Name) {
				all[i].long = true
				return all
			}
		}
	}
	return all
}

// segmentOf makes a segment of texts and parameters.
func segmentOf(parts []document.PathPart, named bool) segment {
	one, expr, text := segment{}, `(?s)\A`, ""
	params := false
	for _, p := range parts {
		text += p.Text
		one.literal += len(p.Text)
		expr += regexp.QuoteMeta(p.Text)
		switch {
		case p.Text != "":
		case named:
			params = true
			expr += `(.+)`
			one.params = append(one.params, p.Param)
		default:
			params = true
			expr += `.+`
		}
	}
	if !params {
		if word, err := url.PathUnescape(text); err == nil {
			text = word
		}
		return segment{word: text, literal: len(text)}
	}
	compiled, err := regexp.Compile(expr + `\z`)
	if err != nil { // text that is not UTF-8: no request can have it
		return segment{word: text}
	}
	one.pattern = compiled
	return one
}

// match finds the operation that a request means; where none has its method, allowed lists
// the methods that its path has.
func (s *Server) match(req *http.Request, body []byte) (m *match, allowed []string) {
	var parts []string
	for part := range strings.SplitSeq(strings.TrimPrefix(req.URL.EscapedPath(), "/"), "/") {
		if plain, err := url.PathUnescape(part); err == nil {
			part = plain
		}
		parts = append(parts, part)
	}
	var best, other *route // the closest with the method, and with another one
	var params map[string]string
	for i := range s.routes {
		r := &s.routes[i]
		values, ok := r.take(parts)
		switch {
		case !ok:
		case r.method != req.Method:
			if other == nil || r.closerThan(other) {
				other, allowed = r, nil // methods of /lamps/{id} are none of /lamps/first
			}
			if !other.closerThan(r) && !slices.Contains(allowed, r.method) {
				allowed = append(allowed, r.method)
			}
		case best == nil || r.closerThan(best):
			best, params = r, values
		}
	}
	slices.Sort(allowed)
	if best == nil || other != nil && other.closerThan(best) { // OpenAPI: words come before parameters
		return nil, allowed
	}
	return s.choose(best, req, params, body), nil
}

// take reads the parameters out of the parts of a path, if the route has that path.
func (r *route) take(parts []string) (map[string]string, bool) {
	if more := len(parts) - len(r.segments); more > 0 {
		if i := slices.IndexFunc(r.segments, func(s segment) bool { return s.long }); i >= 0 {
			parts = slices.Concat(parts[:i], []string{strings.Join(parts[i:i+more+1], "/")}, parts[i+more+1:])
		}
	}
	if len(parts) != len(r.segments) {
		return nil, false
	}
	values := map[string]string{}
	for i, s := range r.segments {
		if s.pattern == nil {
			if s.word != parts[i] {
				return nil, false
			}
			continue
		}
		found := s.pattern.FindStringSubmatch(parts[i])
		if found == nil {
			return nil, false
		}
		for j, name := range s.params {
			values[name] = found[j+1]
		}
	}
	return values, true
}

// closerThan reports whether a route says a path more exactly than another does: by the first
// segment that differs, a word is closer than a pattern, one segment than several, and more fixed
// text than less.
func (r *route) closerThan(other *route) bool {
	for i := range min(len(r.segments), len(other.segments)) {
		a, b := r.segments[i], other.segments[i]
		if (a.pattern == nil) != (b.pattern == nil) {
			return a.pattern == nil
		}
		if a.long != b.long {
			return b.long
		}
		if a.literal != b.literal {
			return a.literal > b.literal
		}
	}
	return len(r.segments) > len(other.segments)
}
