package paging

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// pages reports whether the list can be one that comes page by page. A list beside other
// things is a part of them, and a client that took it for pages would send nothing when it is
// called for its effect:
//
//	POST /v1/crates                 CreateCrate       makes something
//	GET  /v1/crates/{crate_id}      {"boxes": […]}    shows one crate
//	GET  /v1/crates/{crate_id}/x    {"id": …, "lids": […], "links": …}   an id of its own
//	GET  /v1/keys                   {"keys": ["a"]}   bare values
//
// A path that ends in a parameter for something else (GET /v1/box-logs/{crate_id}) is a list
// where the request asks for a page and the response counts all items, and tells of nothing
// else, or has the next marker. A body with an id of its own is one where the path names the
// list, or the response counts its items.
func (l *listing) pages(op *api.Operation, req *request) bool {
	if !isObject(l.elem) || op.Method == "POST" && makes(op) {
		return false
	}
	if word, param := lastWord(op.Path), lastParam(op.Path); param != "" {
		if dialect.NamesOne(word, param) || !req.pages() || !l.proves(req) {
			return false
		}
	}
	return !l.hasID() || l.named() || l.total() != ""
}

// isObject reports whether a value of the type is an object, or may be one.
func isObject(t *api.Type) bool {
	return t != nil && (t.Kind == api.Object || slices.Contains(t.Also, api.Object))
}

// proves reports whether the response has what only one of a list has: the next marker, or a
// count of all items and nothing of a resource.
func (l *listing) proves(req *request) bool {
	for _, q := range req.markers {
		if l.next(q.Name) != "" {
			return true
		}
	}
	return l.root == nil || l.total() != "" && l.own(req) == ""
}

// links reports whether a link to the next page proves that a list has pages although no
// parameter asks for one. Nothing of a resource may stand beside the list, unless the path
// names the list, and a POST must be one that reads.
func (l *listing) links(op *api.Operation) bool {
	if op.Method == "POST" && !dialect.Reads(op.ID) {
		return false
	}
	return l.named() || l.own(nil) == ""
}

// makes reports whether an operation makes something: its id says so, or its response can only
// have the status of something that was made.
func makes(op *api.Operation) bool {
	made := slices.ContainsFunc(op.Responses, func(r *api.Response) bool { return r.Status == 201 })
	return dialect.Makes(op.ID) || made && !dialect.Reads(op.ID)
}

// lastParam is the parameter that a path ends in, "" where it ends in a word.
func lastParam(path string) string {
	last := path[strings.LastIndexByte(path, '/')+1:]
	if !strings.HasPrefix(last, "{") || !strings.HasSuffix(last, "}") {
		return ""
	}
	return strings.Trim(last, "{}")
}

// named reports whether the path names the list, or the list has a name for any list.
func (l *listing) named() bool {
	return dialect.NamesList(l.asked, l.name) || dialect.EndsInList(l.asked, l.name) || dialect.IsListName(l.name)
}

// hasID reports whether the body, or the object that has the list, has an id of its own.
func (l *listing) hasID() bool {
	if l.root == nil {
		return false
	}
	return l.root.Field("id") != nil || l.holder.Field("id") != nil
}

// own is a member beside the list that tells of something else than of the page, "" where there
// is none: the status of a resource. Counts, what the request asked for, links, markers and
// the id of the request tell of the page or of the call.
func (l *listing) own(req *request) string {
	for _, m := range l.beside() {
		name := m.field.Name
		switch {
		case m.about, !isScalar(&m.field.Type), dialect.IsPageValue(name), dialect.Paging(name) != dialect.PagingNone:
		case isNumber(m.field) && dialect.Counts(name):
		case req != nil && slices.ContainsFunc(req.all(), func(q *api.Field) bool { return q.Name == name || hasNextName(name, q.Name) }):
		default:
			return name
		}
	}
	return ""
}

func hasNextName(member, param string) bool {
	return dialect.IsNextOf(member, param) || dialect.IsNextMarker(member)
}
