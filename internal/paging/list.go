package paging

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// listing is the list that a response gives page by page.
type listing struct {
	root    *api.Schema // the response's body, nil where that is the list
	holder  *api.Schema // the structure that the list is a member of
	prefix  string      // of JSON pointers into holder
	pointer string
	name    string
	elem    *api.Type
	asked   string // the last word of the path, which names the items where the list is "data"

	examples []*api.Example // of the operation
}

// maxNamed bounds how many names of a type lead to one another; hostile pages can name a
// type after itself.
const maxNamed = 8

const noList = "the response has no list"

// member is a field of the response with its JSON pointer; about is true for one in an object
// that tells of the page.
type member struct {
	field   *api.Field
	pointer string
	about   bool
}

// successOf is the structure of the body of the response to a call that went well, nil where none
// is documented.
func successOf(op *api.Operation) *api.Schema {
	if t := successType(op); t != nil && t.Kind == api.Object {
		return t.Schema
	}
	return nil
}

func successType(op *api.Operation) *api.Type {
	for _, r := range op.Responses {
		if r.Status < 200 || r.Status > 299 || r.Body == nil {
			continue
		}
		t := &r.Body.Type
		for range maxNamed {
			if t.Kind != api.Object || t.Schema == nil || t.Schema.Root == nil {
				break
			}
			t = t.Schema.Root
		}
		return t
	}
	return nil
}

// listOf finds the list that is paged, or says why none can be meant.
//
// A response with several lists has one that can be meant where the others are known to tell of
// something else: errors, links, what the request asked for. Else it is the one that is
// printed at all, or that the path names (GET …/boxes and "boxes" beside "lids") or whose name says
// only that this is the list ("data_list"), or that is none of bare values ("boxes" beside
// "box_names"). It does not apply where two lists remain, and where the items are themselves
// responses with pages:
//
//	{"groups": [{"kind": …, "boxes": […], "offset": 0, "limit": 10}]}
func listOf(op *api.Operation, response *api.Schema, req *request) (*listing, string) {
	t := successType(op)
	switch {
	case t == nil:
		return nil, "no response is documented that has a list"
	case t.Kind == api.Array:
		return &listing{elem: t.Elem, name: lastWord(op.Path)}, ""
	case response == nil:
		return nil, noList
	}
	lists := listsIn(response, response, "")
	if len(lists) == 0 {
		for _, f := range response.Fields {
			if f.Type.Kind == api.Object && f.Type.Schema != nil && !dialect.IsPageObject(f.Name) && !dialect.IsLinksObject(f.Name) {
				lists = append(lists, listsIn(response, f.Type.Schema, pointer(f.Name))...)
			}
		}
	}
	named := func(l *listing) bool { return dialect.NamesList(lastWord(op.Path), l.name) }
	for _, drop := range []func(*listing) bool{
		func(l *listing) bool { return isEcho(op, l.name) },
		func(l *listing) bool { return len(l.holder.Field(l.name).Observed) == 0 },
		func(l *listing) bool { return !named(l) && !dialect.IsListName(l.name) },
		func(l *listing) bool { return l.elem == nil || l.elem.Schema == nil },
	} {
		if len(lists) < 2 {
			break
		}
		if rest := slices.DeleteFunc(slices.Clone(lists), drop); len(rest) > 0 {
			lists = rest
		}
	}
	switch {
	case len(lists) == 0:
		return nil, noList
	case len(lists) > 1:
		return nil, "the response has several lists: " + names(lists)
	case pagesItself(lists[0], req):
		return nil, "each item of " + lists[0].name + " has pages of its own"
	}
	lists[0].asked, lists[0].examples = lastWord(op.Path), op.Examples
	return lists[0], ""
}

func listsIn(root, s *api.Schema, prefix string) []*listing {
	var out []*listing
	for _, f := range s.Fields {
		if elem, ok := listType(f); ok && !dialect.IsAside(f.Name) {
			out = append(out, &listing{root: root, holder: s, prefix: prefix, pointer: prefix + pointer(f.Name), name: f.Name, elem: elem})
		}
	}
	return out
}

// listType gives the type of the items of a field that is a list. Where the table and the
// examples differ, it is one only if an example shows one, and if no example shows anything
// else where the table calls it something else.
func listType(f *api.Field) (*api.Type, bool) {
	t := &f.Type
	if t.Kind == api.Array && len(t.Also) == 0 {
		return t.Elem, true
	}
	if t.Kind != api.Array && !slices.Contains(t.Also, api.Array) {
		return nil, false
	}
	lists, others := 0, 0
	for _, o := range f.Observed {
		switch {
		case o.Elems || o.Kind == "null":
		case o.Kind == string(api.Array):
			lists++
		default:
			others++
		}
	}
	if lists == 0 || others > 0 && t.Kind != api.Array {
		return nil, false
	}
	if t.Kind == api.Array {
		return t.Elem, true
	}
	return t.AlsoElem, true
}

func names(lists []*listing) string {
	var out []string
	for _, l := range lists {
		out = append(out, l.name)
	}
	return strings.Join(out, ", ")
}

// lastWord is the last segment of a path that is not a parameter.
func lastWord(path string) string {
	segments := strings.Split(path, "/")
	for _, s := range slices.Backward(segments) {
		if s != "" && s[0] != '{' {
			return s
		}
	}
	return ""
}

// isEcho reports whether the response repeats a member of the request.
func isEcho(op *api.Operation, name string) bool {
	return op.Body != nil && op.Body.Type.Schema != nil &&
		slices.ContainsFunc(op.Body.Type.Schema.Fields, func(f *api.Field) bool { return f.Name == name })
}

func pagesItself(l *listing, req *request) bool {
	if l.elem == nil || l.elem.Schema == nil || req.limit == nil || req.offset == nil {
		return false
	}
	has := func(name string) bool {
		return slices.ContainsFunc(l.elem.Schema.Fields, func(f *api.Field) bool { return f.Name == name })
	}
	return has(req.limit.Name) && has(req.offset.Name)
}

// counts reports whether a response has the number of all items.
func counts(response *api.Schema) bool {
	return response != nil && slices.ContainsFunc(response.Fields, func(f *api.Field) bool {
		return isNumber(f) && dialect.IsTotal(f.Name, "", f.Text)
	})
}

func isNumber(f *api.Field) bool { return f.Type.Kind == api.Integer || f.Type.Kind == api.Number }

// beside are the members of the response that can tell of the list: those next to it, those of
// the body, and those of objects about the page.
func (l *listing) beside() []member {
	if l.root == nil {
		return nil
	}
	var out []member
	add := func(s *api.Schema, prefix string, about bool) {
		for _, f := range s.Fields {
			out = append(out, member{f, prefix + pointer(f.Name), about})
		}
	}
	add(l.holder, l.prefix, false)
	if l.holder != l.root {
		add(l.root, "", false)
	}
	for _, f := range l.root.Fields {
		if f.Type.Kind == api.Object && f.Type.Schema != nil && dialect.IsPageObject(f.Name) {
			add(f.Type.Schema, pointer(f.Name), true)
		}
	}
	return out
}

// total is where the response has the number of all items, "" where it does not say so.
func (l *listing) total() string {
	for _, m := range l.beside() {
		if isNumber(m.field) && (dialect.IsTotal(m.field.Name, l.name, m.field.Text) || dialect.IsTotal(m.field.Name, l.asked, m.field.Text)) {
			return m.pointer
		}
	}
	return ""
}

// link is where the response has the address of the next page: "next" of an object of links, a
// list of {rel, href} that is named after the paged list, or a "next" that is an address.
func (l *listing) link() string {
	if l.root == nil {
		return ""
	}
	for _, f := range l.root.Fields {
		t := &f.Type
		switch {
		case t.Kind == api.Object && t.Schema != nil && dialect.IsLinksObject(f.Name):
			if next := t.Schema.Field("next"); next != nil && next.Type.Kind == api.String {
				return pointer(f.Name) + pointer("next")
			}
		case t.Kind == api.Array && t.Elem.Schema != nil && dialect.IsLinksOf(f.Name, l.name):
			if t.Elem.Schema.Field("rel") != nil && t.Elem.Schema.Field("href") != nil {
				return pointer(f.Name)
			}
		case f.Name == "next" && t.Kind == api.String && l.isAddress(f, pointer(f.Name)):
			return pointer(f.Name)
		}
	}
	return ""
}
