package gogen

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// walk goes over a list, of which the documented response is the only page.
func (x *exampleView) walk(op *operation) {
	_, text := responseOf(op)
	var v any
	_ = json.Unmarshal([]byte(text), &v) // an empty response has no items
	for _, f := range op.page.items {
		m, _ := v.(map[string]any)
		v = m[f.JSON]
	}
	items, _ := v.([]any)
	expr, lines := "", []string{}
	for _, item := range items {
		one, want := identifyingMember(op.page.elem, item)
		if one == "" || op.page.elem.itemPointer() || expr != "" && one != expr {
			expr, lines = "", nil
			break
		}
		expr, lines = one, append(lines, want)
	}
	x.Walks = true
	if expr == "" {
		x.Print, lines = "count", []string{strconv.Itoa(len(items))}
	} else {
		x.Item = strings.Replace(expr, "$", "item", 1)
	}
	x.Output = output(lines...)
}

// shown are the documented response as the only page, and an empty page after it. The number
// of all items is that of the items shown, in both.
func (p *paging) shown(text string) (only, rest string) {
	var v, empty any
	if json.Unmarshal([]byte(text), &v) != nil || json.Unmarshal([]byte(text), &empty) != nil {
		return text, text
	}
	pointer := func(path []*field) string {
		names := make([]string, len(path))
		for i, f := range path {
			names[i] = f.JSON
		}
		return document.Pointer(names...)
	}
	items, ok := document.Get(v, pointer(p.items)).([]any)
	if ok {
		empty = document.Put(empty, pointer(p.items), []any{})
	}
	if p.next != nil {
		v, empty = document.Without(v, pointer(p.next)), document.Without(empty, pointer(p.next))
	}
	if p.count != nil {
		var count any
		switch document.Get(v, pointer(p.count)).(type) {
		case float64:
			count = len(items)
		case string:
			count = strconv.Itoa(len(items))
		}
		if count != nil {
			v, empty = document.Put(v, pointer(p.count), count), document.Put(empty, pointer(p.count), count)
		}
	}
	return jsonText(v), jsonText(empty)
}

// jsonText writes what was read from JSON.
func jsonText(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(text)
}

// page is the example of a single page.
func (e *exampler) page(op *operation, args string, sure bool) {
	x := e.add(op.Name+"Page", op.Name)
	x.Call = "client." + op.Name + "Page(ctx" + args + e.arguments(x, op, sure) + ")"
	if count, want := e.countOf(op); count != "" {
		x.keep("page", count, want)
	} else {
		x.drop("_, err", "done")
	}
}

// countOf is the expression of the number of items on a page, and what it is for the
// documented response; empty where that has no list.
func (e *exampler) countOf(op *operation) (expr, want string) {
	_, text := responseOf(op)
	var v any
	_ = json.Unmarshal([]byte(text), &v) // an empty response has no items
	expr = "page"
	for i, f := range op.page.items {
		m, _ := v.(map[string]any)
		v = m[f.JSON]
		expr += "." + f.Name
		if f.wrapped {
			expr += ".Ptr()"
			if i == len(op.page.items)-1 {
				expr = "*" + expr
			}
		}
	}
	items, ok := v.([]any)
	if !ok {
		return "", ""
	}
	return "len(" + expr + ")", strconv.Itoa(len(items))
}

// waiter adds the examples of waiting for a state, which is that of the documented
// response where it has one, and for the end.
func (e *exampler) waiter(op *operation, args string) {
	w := op.waiter
	state, name := shownState(op), op.Name
	if state == nil {
		if state = w.goal(); state == nil {
			return
		}
		name = w.name
		e.respond(name, 200, madeResponse(op, state))
	}
	constant := e.qualified(state.Name)
	x := e.add(w.name, name)
	x.Waits, x.Call = true, "client."+w.name+"(ctx"+args+", "+constant+")"
	x.drop("_, err", "it is "+state.value)
	x.Print = `"it is", ` + constant
	if w.untilGone == "" {
		return
	}
	e.respond(w.untilGone, 404, "")
	x = e.add(w.untilGone, w.untilGone)
	x.Waits, x.Call = true, "client."+w.untilGone+"(ctx"+args+")"
	x.drop("err", "it is gone")
}

// statePath are the fields from the response to the state that is waited for.
func (op *operation) statePath() []*field {
	if op.result.root == nil {
		return op.waiter.state
	}
	return append([]*field{op.result.root}, op.waiter.state...)
}

// shownState is the state that the documented response has, or nil.
func shownState(op *operation) *enumConst {
	_, text := responseOf(op)
	var v any
	_ = json.Unmarshal([]byte(text), &v) // an empty response has no state
	for _, step := range op.statePath() {
		m, _ := v.(map[string]any)
		v = m[step.JSON]
	}
	for i, c := range op.waiter.states {
		if v == c.value && printable(c.value) == c.value {
			return &op.waiter.states[i]
		}
	}
	return nil
}

// goal is a state worth waiting for: the first that is neither a failure nor the end.
func (w *waiter) goal() *enumConst {
	for i, c := range w.states {
		if c.value != "" && printable(c.value) == c.value && !slices.Contains(w.failed, c.value) && !slices.Contains(w.gone, c.value) {
			return &w.states[i]
		}
	}
	return nil
}

// madeResponse is a response that has nothing but a state.
func madeResponse(op *operation, state *enumConst) string {
	var v any = state.value
	for _, f := range slices.Backward(op.statePath()) {
		v = map[string]any{f.JSON: v}
	}
	text, err := json.Marshal(v)
	if err != nil {
		return "" // maps of texts can be written
	}
	return string(text)
}

// identifyingMember picks the member of a structure that says which one it is. $ stands for the
// structure in the expression.
func identifyingMember(t *typeRef, v any) (expr, want string) {
	m, ok := v.(map[string]any)
	if !ok || !t.isStruct() {
		return "", ""
	}
	fits := func(f *field) bool {
		s, ok := m[f.JSON].(string)
		return ok && s != "" && !f.wrapped && f.typ.isText() && printable(s) == s && strings.Join(strings.Fields(s), " ") == s
	}
	f := firstOf(t.named.Fields, document.DistinctiveWords, fits)
	if f == nil {
		for _, one := range t.named.Fields {
			if fits(one) {
				f = one
				break
			}
		}
	}
	if f == nil {
		return "", ""
	}
	expr = "$." + f.Name
	if f.pointer {
		expr = "*" + expr
	}
	return expr, m[f.JSON].(string)
}

// firstOf finds the field whose name comes first in a list of words.
func firstOf(fields []*field, words []string, fits func(*field) bool) *field {
	for _, word := range words {
		for _, f := range fields {
			if document.Folded(f.JSON) == word && fits(f) {
				return f
			}
		}
	}
	return nil
}
