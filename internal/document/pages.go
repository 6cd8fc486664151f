package document

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"
)

// Pages is how a client goes through all pages of a list: a Pagination whose names have been
// found. What leads to a part of a body are the names of the members on the way.
type Pages struct {
	Style string
	First int64    // number of the first page
	Items []string // from the response to the list
	Item  *openapi3.SchemaRef
	// InBody says that Param is a member of the request's body, else it is a query parameter.
	InBody bool
	Param  []string
	Next   []string // from the response to the marker or link of the next page; or
	Key    string   // the member of the last item that is the marker
	Count  []string // from the response to the number of all items, nil where it is not known

	// ID is the member that identifies an item, "" where none is known to.
	ID string
	// Limit is the parameter that says how many items a page has, found as Param is; nil where
	// there is none. Size is the number to send where the caller has none: the documented
	// default, else one that is not large.
	Limit []string
	Size  int64
	// Shifts are query parameters with which the pages do not lead from the first to the last:
	// those that turn the order around, or say in another way where a page begins.
	Shifts []string
}

// Unclear is why an operation gives one page only, although its pagination may be right: for
// one, what it names can be one of several things, which nobody knows until a response comes.
type Unclear string

func (u Unclear) Error() string { return string(u) }

// Pages finds what the pagination of an operation names. The error says which part of it is
// about nothing in the document, or is Unclear.
func (d *Document) Pages(op *Operation, result Result) (*Pages, error) {
	if op.PagingError != nil {
		return nil, op.PagingError
	}
	p := op.Paging
	if err := p.Check(); err != nil {
		return nil, err
	}
	if result.Kind != ResultValue {
		return nil, Unclear("the document does not say what the response looks like, or describes several")
	}
	body := result.Bodies[0].Schema()
	out := &Pages{Style: p.Style, First: 1, Items: Steps(p.Items), InBody: p.In == "body"}
	if p.First != nil {
		out.First = int64(*p.First)
	}
	list, err := d.at(body, out.Items)
	if err == nil {
		out.Item, err = d.itemOf(list)
	}
	if err != nil {
		return nil, wrong("items", p.Items, err)
	}
	if p.Style != ByLink {
		if out.Param, err = d.pageParam(op, p); err != nil {
			return nil, wrong(p.Style, p.Param(), err)
		}
	}
	d.pageSize(out, op, p)
	out.Shifts = shifts(op, p)
	out.ID = d.identity(out)
	return out, d.leads(out, p, body)
}

func wrong(what, pointer string, err error) error {
	return fmt.Errorf("x-pagination: %s %q: %w", what, OneLine(pointer), err)
}

// leads finds what a response says of the page after it.
func (d *Document) leads(out *Pages, p *Pagination, body *openapi3.SchemaRef) (err error) {
	what, pointer := "", ""
	if p.Count != "" {
		if _, err := d.at(body, Steps(p.Count)); err == nil {
			out.Count = Steps(p.Count)
		} else if !errors.As(err, new(Unclear)) { // else the walk ends without it
			return wrong("count", p.Count, err)
		}
	}
	switch {
	case p.Style == ByLink:
		what, pointer = "link", p.Link
		out.Next = Steps(pointer)
	case p.Style == ByMarker && p.Next != "":
		what, pointer = "next", p.Next
		out.Next = Steps(pointer)
	case p.Style == ByMarker:
		out.Key = p.Key
		if _, err := d.at(out.Item, []string{p.Key}); err != nil {
			return wrong("key", p.Key, err)
		}
		return nil
	default:
		return nil
	}
	if _, err = d.at(body, Steps(pointer)); err == nil {
		return nil
	}
	return wrong(what, pointer, err)
}

// itemOf is the schema of a list's items. What has pages is a list of objects: bare values
// beside other things are a part of a resource.
func (d *Document) itemOf(list Shape) (*openapi3.SchemaRef, error) {
	switch list.Kind {
	case KindList:
		item, err := d.Shape(list.Schema.Items)
		if err != nil {
			return nil, err
		}
		if !d.isObject(item) {
			return nil, Unclear("the list does not hold objects")
		}
		return list.Schema.Items, nil
	case KindAny, KindFree, KindScalar, KindUnion:
		return nil, Unclear("the document describes the list as one of several things")
	}
	return nil, errors.New("this is not a list")
}

// isObject reports whether values are objects, or may be some where they are one of several
// things.
func (d *Document) isObject(s Shape) bool {
	switch s.Kind {
	case KindObject, KindFree, KindMap:
		return true
	case KindUnion:
		return slices.ContainsFunc(Alternatives(s.Schema), func(ref *openapi3.SchemaRef) bool {
			one, err := d.Shape(ref)
			return err == nil && one.Kind != KindUnion && d.isObject(one)
		})
	}
	return false
}

// pageParam finds the parameter that says which page.
func (d *Document) pageParam(op *Operation, p *Pagination) ([]string, error) {
	if p.In != "body" {
		if !slices.ContainsFunc(op.Params, func(q *Parameter) bool {
			return q.In == openapi3.ParameterInQuery && q.Name == p.Param() && q.Constant == nil
		}) {
			return nil, errors.New("there is no such query parameter")
		}
		return []string{p.Param()}, nil
	}
	if op.Body == nil || op.Body.Schema() == nil {
		return nil, errors.New("there is no body that could have it")
	}
	body, err := d.Shape(op.Body.Schema())
	if err != nil {
		return nil, err
	}
	if body.Nullable {
		return nil, Unclear("the parameters are in a body that may be null")
	}
	names := Steps(p.Param())
	_, err = d.at(op.Body.Schema(), names)
	return names, err
}

// at is the shape of what members lead to in values of a schema.
func (d *Document) at(ref *openapi3.SchemaRef, names []string) (Shape, error) {
	s, err := d.Shape(ref)
	for _, name := range names {
		if err != nil {
			return s, err
		}
		switch s.Kind {
		case KindAny, KindFree, KindScalar, KindUnion:
			return s, Unclear("the document describes what has the member " + strconv.Quote(OneLine(name)) + " as one of several things")
		}
		member := s.Schema.Properties[name]
		if member == nil || s.Kind != KindObject {
			return s, fmt.Errorf("there is no member %q", OneLine(name))
		}
		s, err = d.Shape(member)
	}
	return s, err
}
