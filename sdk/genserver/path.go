package genserver

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
)

// template is a path of the document: "/v1/{id}.json". The value of {id...} has one segment or more.
type template struct {
	segments [][]part
	long     int        // index of the first segment that may be several, or -1
	words    url.Values // that the document writes into its path, as in /v1/disks?action=attach
}

// part is a fixed text in a segment, or a parameter.
type part struct{ text, param string }

// parse reads a path. Braces that are not closed are fixed text.
func parse(path string) *template {
	path, _, _ = strings.Cut(path, "#")
	path, query, _ := strings.Cut(path, "?")
	t := &template{long: -1}
	t.words, _ = url.ParseQuery(query) // what cannot be read is not asked for
	for name, values := range t.words {
		if strings.Contains(strings.Join(values, ""), "{") {
			delete(t.words, name)
		}
	}
	for segment := range strings.SplitSeq(strings.TrimPrefix(path, "/"), "/") {
		t.segments = append(t.segments, parts(segment))
		if t.long < 0 && strings.Contains(segment, dots+"}") {
			t.long = len(t.segments) - 1
		}
	}
	return t
}

// dots stand after the name of a parameter whose value may have slashes.
const dots = "..."

func parts(segment string) []part {
	var out []part
	for {
		before, rest, found := strings.Cut(segment, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !found || !closed || name == "" {
			if segment != "" || out == nil {
				out = append(out, part{text: unescaped(segment)})
			}
			return out
		}
		if before != "" {
			out = append(out, part{text: unescaped(before)})
		}
		out = append(out, part{param: strings.TrimSuffix(name, dots)})
		segment = after
	}
}

func unescaped(text string) string {
	if plain, err := url.PathUnescape(text); err == nil {
		return plain
	}
	return text
}

// match gives the values of the parameters, when the segments of a request fit.
func (t *template) match(segments []string) (map[string]string, bool) {
	if more := len(segments) - len(t.segments); more > 0 && t.long >= 0 {
		end := t.long + more + 1
		segments = slices.Concat(segments[:t.long], []string{strings.Join(segments[t.long:end], "/")}, segments[end:])
	}
	if len(segments) != len(t.segments) {
		return nil, false
	}
	values := map[string]string{}
	for i, parts := range t.segments {
		if !matchParts(parts, segments[i], values) {
			return nil, false
		}
	}
	return values, true
}

// matchParts takes a segment apart. A parameter is not empty and goes on to the first
// place where the fixed text after it stands, the last one to the end.
func matchParts(parts []part, segment string, values map[string]string) bool {
	for i, p := range parts {
		if p.param == "" {
			rest, ok := strings.CutPrefix(segment, p.text)
			if !ok {
				return false
			}
			segment = rest
			continue
		}
		end := len(segment)
		switch {
		case i+1 == len(parts):
		case i+2 == len(parts) && parts[i+1].param == "":
			end = len(segment) - len(parts[i+1].text)
		case parts[i+1].param == "":
			end = strings.Index(segment[min(1, len(segment)):], parts[i+1].text) + 1
		default:
			end = 1 // nothing tells where two parameters meet
		}
		if end < 1 || end > len(segment) {
			return false
		}
		if before, ok := values[p.param]; ok && before != segment[:end] {
			return false
		}
		values[p.param], segment = segment[:end], segment[end:]
	}
	return segment == ""
}

// compare puts the template that fixes more first, the leftmost segment deciding.
func (t *template) compare(other *template) int {
	for i := range min(len(t.segments), len(other.segments)) {
		if c := cmp.Compare(t.looseness(i), other.looseness(i)); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(other.segments), len(t.segments)) // both fit only where one has several for one
}

// looseness is 0 for a fixed segment, and less the more of a segment is fixed.
func (t *template) looseness(i int) int {
	fixed, params := 0, 0
	for _, p := range t.segments[i] {
		if p.param != "" {
			params++
		}
		fixed += len(p.text)
	}
	if params == 0 {
		return 0
	}
	if i == t.long {
		return 1<<21 - min(fixed, 1<<20)
	}
	return max(1, 1<<20-fixed)
}
