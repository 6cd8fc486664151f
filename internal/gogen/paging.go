package gogen

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// paging is a pagination in terms of Go.
type paging struct {
	style string
	first int64
	items []*field // from the response to the list
	elem  *typeRef
	in    string   // the variable that holds the parameter: params or body
	maybe bool     // that variable is a pointer
	steps []*field // from there to the structure that has the parameter
	param *field   // the parameter that says which page
	next  []*field // from the response to the marker or link of the next page
	key   *field   // of the last item
	count []*field // from the response to the number of all items

	id     *field   // what identifies an item, or nil
	limit  *field   // the parameter that says how many items a page has, or nil
	size   int64    // which it is where the caller has set none
	shifts []*field // the query parameters with which pages do not lead through the list
}

// decidePages finds the operations that walk over pages. A key that names what its
// operation has not is a mistake of whoever wrote it, so it is an error.
func (b *builder) decidePages(calls []call) error {
	for i, op := range b.view.ops {
		if calls[i].Paging == nil && calls[i].PagingError == nil {
			continue
		}
		page, err := b.pagingOf(op, calls[i])
		if err == nil && !b.takeMethod(op.Name+"Page", op.where, "page", "one page of "+op.where) {
			err = document.Unclear("the name " + op.Name + "Page is taken by something else")
		}
		var why document.Unclear
		switch {
		case errors.As(err, &why):
			op.Comment += "\n//\n" + comment("It gives one page of a list: "+string(why)+", so "+op.Name+" cannot go on to the next by itself.")
		case err != nil:
			return fmt.Errorf("%s (%s): %w", op.where, op.Name, err)
		default:
			op.page, op.result.root = page, nil
		}
	}
	return nil
}

// list is the member of the response that holds the items, where it is one of the response
// itself and can only be there or not.
func (p *paging) list() *field {
	if p == nil || len(p.items) != 1 {
		return nil
	}
	if f := p.items[0]; f.typ.shape == shapeSlice && f.typ.name == "" && !f.wrapped {
		return f
	}
	return nil
}

// pagingOf finds the fields for what the document names.
func (b *builder) pagingOf(op *operation, c call) (*paging, error) {
	pages, err := b.doc.Pages(c.Operation, op.decided)
	if err != nil {
		return nil, err
	}
	out := &paging{style: pages.Style, first: pages.First}
	list, err := follow(op.result.body, pages.Items, &out.items)
	if err == nil {
		out.elem = elementOf(list)
		err = out.fields(op, pages)
	}
	if err != nil {
		return nil, document.Unclear(err.Error())
	}
	return out, nil
}

// fields finds what says which page is wanted, and what leads to the next one.
func (p *paging) fields(op *operation, pages *document.Pages) error {
	switch {
	case pages.Style == document.ByLink:
	case pages.InBody:
		var path []*field
		if _, err := follow(op.bodyType, pages.Param, &path); err != nil {
			return err
		}
		last := len(path) - 1
		p.in, p.maybe, p.steps, p.param = "body", op.JSONBody != op.bodyType.expr(), path[:last], path[last]
	default:
		i := slices.IndexFunc(op.QueryArgs, func(arg *param) bool { return arg.Name == pages.Param[0] })
		if i < 0 {
			return errors.New("there is no such query parameter")
		}
		p.in, p.param = "params", op.QueryArgs[i].Field
	}
	_, err := follow(op.result.body, pages.Next, &p.next)
	if err == nil {
		_, err = follow(op.result.body, pages.Count, &p.count)
	}
	if err == nil && pages.Key != "" {
		p.key, err = p.elem.member(pages.Key)
	}
	p.further(op, pages)
	return err
}

// further finds what a walk uses where it is there.
func (p *paging) further(op *operation, pages *document.Pages) {
	inQuery := func(name string) *field {
		i := slices.IndexFunc(op.QueryArgs, func(arg *param) bool { return arg.Name == name })
		if i < 0 {
			return nil
		}
		return op.QueryArgs[i].Field
	}
	if pages.ID != "" {
		p.id, _ = p.elem.member(pages.ID) // a type of several has no fields
	}
	for _, name := range pages.Shifts {
		if f := inQuery(name); f != nil {
			p.shifts = append(p.shifts, f)
		}
	}
	switch {
	case len(pages.Limit) == 0:
	case !pages.InBody:
		p.limit = inQuery(pages.Limit[0])
	default:
		var path []*field
		// It stands beside the one that says which page, so that one way leads to both.
		if _, err := follow(op.bodyType, pages.Limit, &path); err == nil && slices.Equal(path[:len(path)-1], p.steps) && !path[len(path)-1].wrapped {
			p.limit = path[len(path)-1]
		}
	}
	p.size = pages.Size
	if p.in == "" {
		p.in = "params" // of a link the first page has it
	}
}

// elementOf is the type of a list's items.
func elementOf(t *typeRef) *typeRef {
	if t.shape == shapeNamed && t.named.Kind == kindDefined {
		t = t.named.base
	}
	return t.elem
}

// member is the field of a structure with a name in JSON.
func (t *typeRef) member(name string) (*field, error) {
	if t.isStruct() {
		for _, f := range t.named.Fields {
			if f.JSON == name {
				return f, nil
			}
		}
	}
	return nil, fmt.Errorf("there is no member %q", printable(name))
}

// follow walks through structures by the names of members and appends the fields it passes.
func follow(t *typeRef, names []string, path *[]*field) (*typeRef, error) {
	for _, name := range names {
		f, err := t.member(name)
		if err != nil {
			return nil, err
		}
		*path = append(*path, f)
		t = f.typ
	}
	return t, nil
}

// start is the Go expression of the number that the caller asks to begin with.
func (p *paging) start() string {
	if len(p.steps) == 0 && !p.maybe {
		return "gen.Number(" + p.in + "." + p.param.Name + ")"
	}
	var names strings.Builder
	for _, f := range append(slices.Clone(p.steps), p.param) {
		names.WriteString(", " + f.Quoted())
	}
	return "gen.NumberAt(" + p.in + names.String() + ")"
}

// target is the Go expression of a pointer to the parameter in a copy of what the caller
// gave. What pointers on the way point at is copied, too, since it is the caller's.
func (p *paging) target() string {
	expr := p.reach(p.param)
	if p.param.pointer {
		expr = "gen.Own(" + expr + ")"
	}
	return expr
}

// reach is the Go expression of a pointer to a field beside the parameter, in a copy as for
// target.
func (p *paging) reach(f *field) string {
	expr := p.in
	if p.maybe {
		expr = "gen.Own(&" + expr + ")"
	}
	for _, step := range p.steps {
		expr += "." + step.Name
		switch {
		case step.wrapped:
			expr = "gen.OwnNullable(&" + expr + ")"
		case step.pointer:
			expr = "gen.Own(&" + expr + ")"
		}
	}
	return "&" + expr + "." + f.Name
}
