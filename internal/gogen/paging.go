package gogen

import (
	"encoding/json"
	"slices"
	"strings"
)

// pagination is the key x-pagination of an operation or a variant: its parameters and its
// answer show that it gives a list page by page.
type pagination struct {
	Style  string `json:"style"`  // offset, marker, page or link
	Items  string `json:"items"`  // where the list is in the answer, as all below a JSON Pointer (RFC 6901)
	Offset string `json:"offset"` // query parameter: items to skip
	Page   string `json:"page"`   // query parameter: number of the page
	First  int64  `json:"first"`  // number of the first page
	Marker string `json:"marker"` // query parameter: where the page starts
	Next   string `json:"next"`   // where the answer has the marker of the next page
	Key    string `json:"key"`    // the member of the last item that is that marker
	Link   string `json:"link"`   // where the answer has the address of the next page
	Count  string `json:"count"`  // where the answer has the number of all items
	In     string `json:"in"`     // "body": the parameters are pointers into the request body
}

// paging is a pagination in terms of Go.
type paging struct {
	style string
	first int64
	items []*field // from the answer to the list
	elem  *typeRef
	param *field   // the parameter that says which page
	in    string   // the variable that holds it: params or body
	next  []*field // from the answer to the marker or link of the next page
	key   *field   // of the last item
	count []*field // from the answer to the number of all items
}

// decidePages finds the operations that walk over pages. A key that does not fit its
// operation is left alone: the method then gives one page, as the document describes it.
func (b *builder) decidePages(calls []call) {
	for i, op := range b.view.ops {
		raw, ok := calls[i].op.Extensions["x-pagination"]
		if !ok || op.result.kind != resultValue || b.methods.taken[op.Name+"Page"] != "" {
			continue
		}
		text, err := json.Marshal(raw)
		if err != nil {
			continue
		}
		p := pagination{First: 1}
		if json.Unmarshal(text, &p) != nil {
			continue
		}
		if op.page = pagingOf(op, p); op.page != nil {
			op.result.root = nil
			b.methods.taken[op.Name+"Page"] = "one page of " + op.where
		}
	}
}

// pagingOf is nil when the operation has not what the key names.
func pagingOf(op *operation, p pagination) *paging {
	out := &paging{style: p.Style, first: p.First}
	list, ok := follow(op.result.body, p.Items, &out.items)
	if !ok {
		return nil
	}
	if list.shape == shapeNamed && list.named.Kind == kindDefined {
		list = list.named.base
	}
	if list.shape != shapeSlice {
		return nil
	}
	out.elem = list.elem
	name := map[string]string{"offset": p.Offset, "page": p.Page, "marker": p.Marker}[p.Style]
	if p.Style != "link" {
		if out.param, out.in = op.pageParam(name, p.In); out.param == nil {
			return nil
		}
	}
	switch p.Style {
	case "offset", "page":
		if p.Count != "" {
			if _, ok := follow(op.result.body, p.Count, &out.count); !ok {
				out.count = nil
			}
		}
	case "marker":
		if p.Next != "" {
			_, ok = follow(op.result.body, p.Next, &out.next)
		} else {
			out.key, ok = out.elem.member(p.Key), true
		}
		if !ok || out.next == nil && out.key == nil {
			return nil
		}
	case "link":
		if _, ok := follow(op.result.body, p.Link, &out.next); !ok || out.next == nil {
			return nil
		}
	default:
		return nil
	}
	return out
}

// pageParam finds the field that says which page: of the params struct, or of the body.
func (op *operation) pageParam(name, in string) (*field, string) {
	if in == "body" {
		if op.bodyType == nil || !op.bodyType.isStruct() || op.JSONBody != op.bodyType.expr() {
			return nil, ""
		}
		return op.bodyType.member(strings.TrimPrefix(name, "/")), "body"
	}
	if op.params == nil {
		return nil, ""
	}
	i := slices.IndexFunc(op.QueryArgs, func(arg *param) bool { return arg.Name == name })
	if i < 0 {
		return nil, ""
	}
	return op.QueryArgs[i].Field, "params"
}

// member is the field of a structure with a name in JSON, or nil.
func (t *typeRef) member(name string) *field {
	if !t.isStruct() {
		return nil
	}
	for _, f := range t.named.Fields {
		if f.JSON == name {
			return f
		}
	}
	return nil
}

// follow walks a JSON Pointer through structures and appends the fields it passes.
func follow(t *typeRef, pointer string, path *[]*field) (*typeRef, bool) {
	for pointer != "" {
		name, rest, _ := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
		name = strings.NewReplacer("~1", "/", "~0", "~").Replace(name)
		f := t.member(name)
		if f == nil {
			return nil, false
		}
		*path = append(*path, f)
		t = f.typ
		if pointer = ""; rest != "" {
			pointer = "/" + rest
		}
	}
	return t, true
}
