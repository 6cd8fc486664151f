package gogen

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// pages prints a walk over a list, of which the documented response is the only page.
func (e *exampler) pages(g *jen.Group, op *operation, call string) {
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
		one, want := telling(op.page.elem, item)
		if one == "" || op.page.elem.itemPointer() || expr != "" && one != expr {
			expr, lines = "", nil
			break
		}
		expr, lines = one, append(lines, want)
	}
	loop := "item"
	if expr == "" {
		loop = "_"
		g.Add(code("count := 0"))
	}
	g.For(code("%s, err := range %s", loop, call)).BlockFunc(func(g *jen.Group) {
		g.If(code("err != nil")).Block(code("log.Fatal(err)"))
		if expr == "" {
			g.Add(code("count++"))
		} else {
			g.Add(code("fmt.Println(%s)", strings.Replace(expr, "$", "item", 1)))
		}
	})
	if expr == "" {
		g.Add(code("fmt.Println(count)"))
		lines = []string{strconv.Itoa(len(items))}
	}
	g.Comment(output(lines...))
}

// page prints the example of a single page.
func (e *exampler) page(f *jen.File, op *operation, args string, sure bool) {
	f.Line()
	f.Func().Id("Example" + e.view.client + "_" + op.Name + "Page").Params().BlockFunc(func(g *jen.Group) {
		g.Add(code("ctx := context.Background()"))
		g.Add(code("client := exampleClient(%q)", op.Name))
		call := "client." + op.Name + "Page(ctx" + args + e.arguments(g, op, sure) + ")"
		count, want := e.countOf(op)
		if count == "" {
			g.If(code("_, err := %s", call), code("err != nil")).Block(code("log.Fatal(err)"))
			count, want = `"done"`, "done"
		} else {
			g.Add(code("page, err := %s", call))
			g.If(code("err != nil")).Block(code("log.Fatal(err)"))
		}
		g.Add(code("fmt.Println(%s)", count))
		g.Comment(output(want))
	})
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

// waiter prints the examples of waiting for a state, which is that of the documented
// response where it has one, and for the end.
func (e *exampler) waiter(f *jen.File, op *operation, args string) {
	w := op.waiter
	state, name := shownState(op), op.Name
	if state == nil {
		if state = w.goal(); state == nil {
			return
		}
		name = w.name
		e.respond(name, 200, madeResponse(op, state))
	}
	e.wait(f, w.name, name, func(g *jen.Group) {
		g.If(code("_, err := client.%s(ctx%s, %s)", w.name, args, e.qualified(state.Name)), code("err != nil")).Block(code("log.Fatal(err)"))
		g.Add(code(`fmt.Println("it is", %s)`, e.qualified(state.Name)))
		g.Comment(output("it is " + state.value))
	})
	if w.untilGone == "" {
		return
	}
	e.respond(w.untilGone, 404, "")
	e.wait(f, w.untilGone, w.untilGone, func(g *jen.Group) {
		g.If(code("err := client.%s(ctx%s)", w.untilGone, args), code("err != nil")).Block(code("log.Fatal(err)"))
		g.Add(code(`fmt.Println("it is gone")`))
		g.Comment(output("it is gone"))
	})
}

// wait prints the frame of an example that waits. response says which of the responses it gets.
func (e *exampler) wait(f *jen.File, method, answer string, inside func(*jen.Group)) {
	f.Line()
	f.Func().Id("Example" + e.view.client + "_" + method).Params().BlockFunc(func(g *jen.Group) {
		g.Add(code("ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)"))
		g.Defer().Add(code("cancel()"))
		g.Add(code("client := exampleClient(%q)", answer))
		inside(g)
	})
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
	for i, c := range op.waiter.enum.Consts {
		if v == c.value && plain(c.value) == c.value {
			return &op.waiter.enum.Consts[i]
		}
	}
	return nil
}

// goal is a state worth waiting for: the first that is neither a failure nor the end.
func (w *waiter) goal() *enumConst {
	for i, c := range w.enum.Consts {
		if c.value != "" && plain(c.value) == c.value && !slices.Contains(w.failed, c.value) && !slices.Contains(w.gone, c.value) {
			return &w.enum.Consts[i]
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

// telling picks the member of a structure that says which one it is. $ stands for the
// structure in the expression.
func telling(t *typeRef, v any) (expr, want string) {
	m, ok := v.(map[string]any)
	if !ok || !t.isStruct() {
		return "", ""
	}
	fits := func(f *field) bool {
		s, ok := m[f.JSON].(string)
		return ok && s != "" && !f.wrapped && f.typ.isText() && plain(s) == s && strings.Join(strings.Fields(s), " ") == s
	}
	f := firstOf(t.named.Fields, []string{"id", "name", "status", "jobid", "uuid"}, fits)
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
