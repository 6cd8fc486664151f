package gogen

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// paging is a pagination in terms of Go.
type paging struct {
	style string
	first int64
	items []*field // from the answer to the list
	elem  *typeRef
	in    string   // the variable that holds the parameter: params or body
	maybe bool     // that variable is a pointer
	steps []*field // from there to the structure that has the parameter
	param *field   // the parameter that says which page
	next  []*field // from the answer to the marker or link of the next page
	key   *field   // of the last item
	count []*field // from the answer to the number of all items
}

// decidePages finds the operations that walk over pages. A key that names what its
// operation has not is a mistake of whoever wrote it, so it is an error.
func (b *builder) decidePages(calls []call) error {
	for i, op := range b.view.ops {
		given := calls[i].Paging
		if err := calls[i].PagingError; err != nil {
			return fmt.Errorf("%s (%s): %w", op.where, op.Name, err)
		}
		if given == nil {
			continue
		}
		page, err := pagingOf(op, given)
		if b.methods.taken[op.Name+"Page"] != "" && err == nil {
			err = unclear("the name " + op.Name + "Page is taken by something else")
		}
		var why unclear
		switch {
		case errors.As(err, &why):
			op.Comment += "\n//\n" + comment("It gives one page of a list: "+string(why)+", so "+op.Name+" cannot go on to the next by itself.")
		case err != nil:
			return fmt.Errorf("%s (%s): %w", op.where, op.Name, err)
		default:
			op.page, op.result.root = page, nil
			b.methods.taken[op.Name+"Page"] = "one page of " + op.where
		}
	}
	return nil
}

// unclear is why an operation gives one page, although its key may be right: for one, what
// the key names can be one of several things, which Go does not know until an answer comes.
type unclear string

func (u unclear) Error() string { return string(u) }

// list is the member of the answer that holds the items, where it is one of the answer
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

// pagingOf finds what the key names. The error says which part of the key it is about.
func pagingOf(op *operation, p *document.Pagination) (*paging, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	if op.result.kind != resultValue {
		return nil, unclear("the document does not say what the answer looks like, or describes several")
	}
	out := &paging{style: p.Style, first: 1}
	if p.First != nil {
		out.first = int64(*p.First)
	}
	list, err := follow(op.result.body, p.Items, &out.items)
	if err == nil {
		out.elem, err = elementOf(list)
	}
	if err != nil {
		return nil, fmt.Errorf("x-pagination: items %q: %w", plain(p.Items), err)
	}
	if p.Style != document.ByLink {
		if err := op.pageParam(out, p.Param(), p.In); err != nil {
			return nil, fmt.Errorf("x-pagination: %s %q: %w", p.Style, plain(p.Param()), err)
		}
	}
	switch {
	case p.Style == document.ByLink:
		err = lead(op, "link", p.Link, &out.next)
	case p.Style == document.ByMarker && p.Next != "":
		err = lead(op, "next", p.Next, &out.next)
	case p.Style == document.ByMarker:
		if out.key, err = out.elem.member(p.Key); err != nil {
			err = fmt.Errorf("x-pagination: key %q: %w", plain(p.Key), err)
		}
	case p.Count != "":
		if err = lead(op, "count", p.Count, &out.count); errors.As(err, new(unclear)) {
			out.count, err = nil, nil // the walk ends with an empty page
		}
	}
	return out, err
}

func lead(op *operation, what, pointer string, path *[]*field) error {
	if _, err := follow(op.result.body, pointer, path); err != nil {
		return fmt.Errorf("x-pagination: %s %q: %w", what, plain(pointer), err)
	}
	return nil
}

// elementOf is the type of a list's items.
func elementOf(t *typeRef) (*typeRef, error) {
	if t.shape == shapeNamed && t.named.Kind == kindDefined {
		t = t.named.base
	}
	switch {
	case t.shape == shapeSlice:
		return t.elem, nil
	case t.shapeless():
		return nil, unclear("the document describes the list as one of several things")
	}
	return nil, errors.New("this is no list")
}

// shapeless reports whether a value of a type can be one of several things.
func (t *typeRef) shapeless() bool {
	return t.shape == shapeAny || t.shape == shapeObject || t.shape == shapeScalar || t.shape == shapeNamed && t.named.Kind == kindUnion
}

// pageParam finds the field that says which page: of the params struct, or in the body.
func (op *operation) pageParam(p *paging, name, in string) error {
	if in != "body" {
		i := slices.IndexFunc(op.QueryArgs, func(arg *param) bool { return arg.Name == name })
		if i < 0 {
			return errors.New("there is no such query parameter")
		}
		p.in, p.param = "params", op.QueryArgs[i].Field
		return nil
	}
	if op.bodyType == nil {
		return errors.New("there is no body that could have it")
	}
	if op.bodyType.nullable {
		return unclear("the parameters are in a body that may be null")
	}
	var path []*field
	if _, err := follow(op.bodyType, name, &path); err != nil {
		return err
	}
	last := len(path) - 1
	p.in, p.maybe, p.steps, p.param = "body", op.JSONBody != op.bodyType.expr(), path[:last], path[last]
	return nil
}

// member is the field of a structure with a name in JSON.
func (t *typeRef) member(name string) (*field, error) {
	if t.shapeless() {
		return nil, unclear("the document describes what has the member " + strconv.Quote(plain(name)) + " as one of several things")
	}
	if t.isStruct() {
		for _, f := range t.named.Fields {
			if f.JSON == name {
				return f, nil
			}
		}
	}
	return nil, fmt.Errorf("there is no member %q", plain(name))
}

// follow walks a JSON Pointer through structures and appends the fields it passes.
func follow(t *typeRef, pointer string, path *[]*field) (*typeRef, error) {
	for _, name := range document.Steps(pointer) {
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
	expr := p.in
	if p.maybe {
		expr = "gen.Own(&" + expr + ")"
	}
	for _, f := range p.steps {
		expr += "." + f.Name
		switch {
		case f.wrapped:
			expr = "gen.OwnNullable(&" + expr + ")"
		case f.pointer:
			expr = "gen.Own(&" + expr + ")"
		}
	}
	expr = "&" + expr + "." + p.param.Name
	if p.param.pointer {
		expr = "gen.Own(" + expr + ")"
	}
	return expr
}
