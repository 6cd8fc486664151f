package reconcile

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// part is what an example shows that is not an instance of its body.
type part struct {
	typ   api.Type
	value *payload.Value // what of the example is of that type
}

// meant is the type that an example shows an instance of, and what of the example is one: the
// body's and all of it, unless the example prints only a part of the body:
//
//	the table:   {"things": [thing, …], "count": 2}
//	the example: {"id": …, "name": …}      one thing
//
// A part is recognised when the example has no member of the body's own, and some
// structure inside the body lists at least half of the example's members. It does not apply
// when one member fits: a body may have fields that no table lists.
func (r *reconciler) meant(op *api.Operation, e *api.Example, t *api.Type, v *payload.Value) (*api.Type, *payload.Value) {
	if shown := r.partOf[e]; shown != nil {
		return &shown.typ, shown.value
	}
	if t.Schema == nil || known(t.Schema, v) > 0 {
		return t, v
	}
	if f := listShown(t.Schema, v); f != nil {
		return r.showsPart(e, v, t, f.Type, "the list "+f.Name)
	}
	if e.Side == api.SideRequest && op.Body.MediaType == formMedia {
		return r.showsPart(e, v, t, api.Type{Kind: api.Any}, "what a part of the form holds")
	}
	var best *api.Schema
	most := 0
	seen := make(map[*api.Schema]bool)
	var visit func(s *api.Schema)
	visit = func(s *api.Schema) {
		if seen[s] {
			return
		}
		seen[s] = true
		if n := known(s, v); n > most {
			best, most = s, n
		}
		for _, f := range s.Fields {
			for u := &f.Type; u != nil; u = u.Elem {
				if u.Schema != nil {
					visit(u.Schema)
				}
			}
		}
	}
	visit(t.Schema)
	if 2*most < len(v.Members) || len(v.Members) < 2 || wraps(v, best.Label) {
		if f, list := listOfOne(op, t.Schema, v); e.Side == api.SideResponse && f != nil {
			return r.showsList(e, t, f, list)
		}
		return t, v // one member of a common name proves nothing
	}
	return r.showsPart(e, v, t, api.Type{Kind: api.Object, Schema: best}, "a "+diag.Quote(best.Label))
}

// listShown is the field of a body whose list is all that an example shows:
//
//	the table:   {"things": [thing, …], "count": 2}
//	the example: [{"id": …, "name": …}]
//
// The structure of the list must have all members of each item, two at least. It does not apply to a body of one
// field, which may be that list in truth, nor where items have members of the body or fit two of its lists.
func listShown(body *api.Schema, v *payload.Value) *api.Field {
	if len(v.Items) == 0 || len(body.Fields) < 2 {
		return nil
	}
	fits := func(f *api.Field) bool {
		return f.Type.Kind == api.Array && f.Type.Elem.Schema != nil && !slices.ContainsFunc(v.Items, func(item *payload.Value) bool {
			n := len(item.Members)
			return n < 2 || known(f.Type.Elem.Schema, item) < n || known(body, item) > 0
		})
	}
	i := slices.IndexFunc(body.Fields, fits)
	if i < 0 || slices.ContainsFunc(body.Fields[i+1:], fits) {
		return nil
	}
	return body.Fields[i]
}

// wraps reports whether a payload has a member that holds the structure of a label, or several of
// it: {"users": [{"name": "a"}], "links": {}} is not a user.
func wraps(v *payload.Value, label string) bool {
	return slices.ContainsFunc(v.Members, func(m payload.Member) bool {
		return (m.Value.Kind == payload.Object || m.Value.Kind == payload.Array) && strings.EqualFold(naming.Singular(m.Name), label)
	})
}

// listOfOne finds the list in a payload of which the body has one item: a page of one resource
// has the example of the page that lists them.
//
//	GET /users/{user_id}, the table: {"user": user}, the example: {"users": [user, …], "links": …}
//
// It does not apply where the path does not end in a placeholder, as that of a list does not:
// the table then names the member wrongly; nor where the items have no member of the item.
func listOfOne(op *api.Operation, body *api.Schema, v *payload.Value) (*api.Field, *payload.Value) {
	if !strings.HasSuffix(op.Path, "}") {
		return nil, nil
	}
	for _, f := range body.Fields {
		if f.Type.Schema == nil {
			continue
		}
		for _, m := range v.Members {
			if strings.EqualFold(naming.Singular(m.Name), f.Name) && listsOf(f.Type.Schema, m.Value) {
				return f, m.Value
			}
		}
	}
	return nil, nil
}

// showsList reports that an example shows a list where the body, of type t, has one item in the
// field f.
func (r *reconciler) showsList(e *api.Example, t *api.Type, f *api.Field, list *payload.Value) (*api.Type, *payload.Value) {
	r.found.Add("docs/example-of-list", e.Origin.Page, e.At(list.Off),
		"the example shows a list, but the path is that of one "+diag.Quote(f.Name)+" and so is the table; only the items of the list are read",
		relatedAt(t.Schema.Origin, "the table of the body"))
	shown := &part{api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Object, Schema: f.Type.Schema}}, list}
	r.partOf[e] = shown
	return &shown.typ, list
}

// formMedia is the media type of a form, whose parts a payload of JSON cannot be.
const formMedia = "multipart/form-data"

// showsPart reports that an example shows a part of the body of type t, and what type it has.
func (r *reconciler) showsPart(e *api.Example, v *payload.Value, t *api.Type, typ api.Type, name string) (*api.Type, *payload.Value) {
	r.found.Add("docs/example-of-part", e.Origin.Page, e.At(v.Off),
		"the example shows only "+name+", not the whole body", relatedAt(t.Schema.Origin, "the table of the body"))
	shown := &part{typ, v}
	r.partOf[e] = shown
	return &shown.typ, v
}
