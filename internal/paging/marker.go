package paging

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// byMarker pages by what the page before ended with. Where the response holds the next marker,
// that is all it takes. Else the description must tell which member of the last item it is:
//
//	marker           String   ID of the last box of the previous page        its id
//	marker           String   The value is the request_id of an action.      its request_id
//	start_box_name   String   Name of the box to start after                 its box_name
//
// It does not apply where the description only says that the query starts after the marker, and
// where two parameters are markers that belong together (a key and its version).
func byMarker(req *request, list *listing) (*api.Pagination, string) {
	markers := req.markers
	if q := req.offset; len(markers) == 0 && isStartMarker(q) {
		if next := list.next(q.Name); next != "" {
			return &api.Pagination{Style: api.PageByMarker, Marker: req.name(q), Next: next}, ""
		}
	}
	switch markers = paired(markers, list.root); len(markers) {
	case 0:
		return nil, ""
	case 1:
	default:
		return nil, "several parameters are markers"
	}
	q := markers[0]
	p := &api.Pagination{Style: api.PageByMarker, Marker: req.name(q)}
	if p.Next = list.next(q.Name); p.Next != "" {
		return p, ""
	}
	if p.Key = list.key(q); p.Key != "" {
		return p, ""
	}
	return nil, "neither its description nor the response tells where its next value comes from"
}

// isStartMarker reports whether a parameter called start may be a marker, which it is where the
// response has the next one: a text, whose description tells of no page and no number to begin
// with.
func isStartMarker(q *api.Field) bool {
	return q != nil && dialect.Paging(q.Name) == dialect.PagingStart && q.Type.Kind == api.String &&
		defaultOf(q) == "" && !dialect.CountsPages(q.Text) && dialect.GoesOn(q.Name, q.Text)
}

// paired are the markers whose next value the response has by their name: of start-after and
// continuation-token, the one with NextContinuationToken. Two such belong together.
func paired(markers []*api.Field, response *api.Schema) []*api.Field {
	var out []*api.Field
	for _, q := range markers {
		if hasNextOf(response, q.Name) {
			out = append(out, q)
		}
	}
	if len(out) == 0 {
		return markers
	}
	return out
}

// hasNextOf reports whether a response has the next value of a parameter by its name. An
// offset has it in the responses of some services, where it is 0 after the last page; going
// by the number of items does not depend on that.
func hasNextOf(response *api.Schema, param string) bool {
	if response == nil {
		return false
	}
	for _, f := range response.Fields {
		if dialect.IsNextOf(f.Name, param) && isScalar(&f.Type) {
			return true
		}
	}
	return false
}

// next is where the response holds the next marker: a member that is called so beside the list
// or in an object about the page, else one with the marker's own name. An address is none,
// and a "start" beside the list only repeats what was asked for.
func (l *listing) next(param string) string {
	for _, fits := range []func(f *api.Field, about bool) bool{
		func(f *api.Field, _ bool) bool { return dialect.IsNextOf(f.Name, param) },
		func(f *api.Field, _ bool) bool { return dialect.IsNextMarker(f.Name) },
		func(f *api.Field, about bool) bool {
			marker := dialect.Paging(f.Name) == dialect.PagingMarker
			return about && (marker || f.Name == param) || marker && f.Name == param
		},
	} {
		for _, m := range l.beside() {
			if isScalar(&m.field.Type) && fits(m.field, m.about) && !l.isAddress(m.field, m.pointer) {
				return m.pointer
			}
		}
	}
	return ""
}

// key is the member of an item that a marker takes, "" where that is not said.
func (l *listing) key(q *api.Field) string {
	if l.elem == nil || l.elem.Schema == nil {
		return ""
	}
	start, id, own := dialect.StartKey(q.Name), "", ""
	for _, f := range l.elem.Schema.Fields {
		switch {
		case !isScalar(&f.Type):
		case f.Name == start, dialect.Mentions(q.Text, f.Name):
			return f.Name
		case f.Name == "id":
			id = f.Name
		case dialect.IsIDOf(f.Name, l.name):
			own = f.Name
		}
	}
	if start != "" || !dialect.MentionsID(q.Text) {
		return ""
	}
	if id != "" {
		return id
	}
	return own
}
