package gogen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// waiter is a method that asks for a resource until it is in a state.
type waiter struct {
	name      string // of the method: WaitForBackup
	noun      string // what is waited for, for messages: "Backup"
	thing     *typeRef
	state     []*field    // from the resource to its state
	want      string      // the Go type of a state
	states    []enumConst // those that are documented
	listed    bool        // the type does not list them
	reason    *field      // why it failed, or nil
	failed    []string
	gone      []string
	untilGone string // name of the method that waits until it no longer exists, or empty
}

// decideWaiters gives a waiter to each operation that reads one resource whose states the
// document lists: a GET whose path ends in the resource's id. One that needs a query or a
// body is left alone, since it may not be the resource that it asks for.
func (b *builder) decideWaiters(calls []call) {
	deletes := map[string]bool{}
	for _, op := range b.view.ops {
		if op.Method == "DELETE" {
			deletes[op.path] = true
		}
	}
	for i, op := range b.view.ops {
		w := b.waiterOf(op, calls[i])
		if w == nil {
			continue
		}
		w.name = "WaitFor" + w.noun
		if !b.takeMethod(w.name, op.where, "waiter", "waiting for "+op.where) {
			continue // another page reads the same resource; its waiter does
		}
		if gone := w.name + "Gone"; deletes[op.path] && b.takeMethod(gone, op.where, "end", "waiting for the end of "+op.where) {
			w.untilGone = gone
		}
		op.waiter = w
	}
	b.tellJobs()
}

// tellJobs says in the comment of each method that gives the id of a job how to wait for the
// job, where the document has one way to do it.
func (b *builder) tellJobs() {
	var jobs []*operation
	for _, op := range b.view.ops {
		if op.waiter != nil && document.NamesJob(op.waiter.noun) {
			jobs = append(jobs, op)
		}
	}
	if len(jobs) != 1 {
		return
	}
	for _, op := range b.view.ops {
		if op == jobs[0] || op.Method == "GET" || op.result.kind != resultValue {
			continue
		}
		t := op.result.body
		if op.result.root != nil {
			t = op.result.root.typ
		}
		if !t.isStruct() {
			continue
		}
		if f := firstOf(t.named.Fields, document.JobWords, func(*field) bool { return true }); f != nil {
			op.Comment += "\n//\n" + comment(jobs[0].waiter.name+" waits for the job that it starts, by "+f.Name+".")
		}
	}
}

// waiterOf names what the document says of the states of a resource, nil where it says nothing.
func (b *builder) waiterOf(op *operation, c call) *waiter {
	states := b.doc.States(c.Operation, op.decided, op.page != nil)
	if states == nil {
		return nil
	}
	w := &waiter{thing: op.result.body, noun: op.Name, failed: states.Failed, gone: states.Gone}
	if op.result.root != nil {
		w.thing = op.result.root.typ
	}
	if _, err := follow(w.thing, states.State, &w.state); err != nil || len(w.state) == 0 {
		return nil // no field in Go can have its name
	}
	enum := w.state[len(w.state)-1].typ.named
	if enum == nil {
		enum = b.filterType(states.Filter)
	}
	if enum != nil {
		w.want, w.states = enum.Name, enum.Consts
	} else {
		w.want, w.listed = "string", true
		for _, v := range states.Values {
			w.states = append(w.states, enumConst{strconv.Quote(v), strconv.Quote(v), v})
		}
	}
	if states.Reason != "" {
		w.reason, _ = w.thing.member(states.Reason)
	}
	for _, verb := range document.ReadVerbs {
		if rest, ok := strings.CutPrefix(op.Name, verb); ok && exported(rest) {
			w.noun = rest
			break
		}
	}
	return w
}

// filterType is the type of the parameter that lists states, nil where it has none of its own.
func (b *builder) filterType(filter *document.StateFilter) *namedType {
	for _, op := range b.view.ops {
		if filter == nil || op.Method != "GET" || op.path != filter.Path {
			continue
		}
		for _, p := range op.QueryArgs {
			t := p.typ
			if t.shape == shapeSlice {
				t = t.elem
			}
			if p.Name == filter.Name && isTextEnum(t) {
				return t.named
			}
		}
	}
	return nil
}

// waiterView is the methods that wait for a state and for the end of a resource.
type waiterView struct {
	Comment, Client, Name string
	Args, Enum, Thing     string
	Noun                  string // quoted
	Method, Names         string // the method that reads the resource, and what it gets after ctx
	State                 setView
	Reason                string    // the field that says why it failed, or empty
	Stops, Gone, Failed   string    // Go lists of states
	UntilGone             *goneView // nil where nothing deletes the resource
}

type goneView struct{ Comment, Name string }

func (op *operation) waiterView(client string) *waiterView {
	w := op.waiter
	if w == nil {
		return nil
	}
	args, names := op.pathArgs()
	if op.Params != "" {
		names += ", " + op.Params + "{}" // what narrows the response is not for a waiter
	}
	out := &waiterView{
		Client: client, Name: w.name, Args: args, Enum: w.want, Thing: w.thing.expr(),
		Noun: strconv.Quote(w.noun), Method: op.Name, Names: names, State: reach("v", w.state, "state", "sdk.Text(%s)"),
		Stops: quoteList(slices.Concat(w.failed, w.gone)), Gone: quoteList(w.gone), Failed: quoteList(w.failed),
	}
	if w.reason != nil {
		out.Reason = w.reason.Name
	}
	states := ""
	if len(w.failed) > 0 {
		states = "One of these states ends the wait with an *sdk.WaitError, since nothing leaves it by itself:\n" + printable(strings.Join(w.failed, ", ")) + "."
	}
	which := ""
	if w.listed {
		var values []string
		for _, state := range w.states {
			values = append(values, state.value)
		}
		which = "The documented states are " + printable(strings.Join(values, ", ")) + "."
	}
	out.Comment = comment(fmt.Sprintf("%s asks %s again and again until the %s is the wanted one, and gives what it\n"+
		"got. ctx bounds the wait; sdk.WithPoll says how often it asks.", w.name, op.Name, printable(w.state[len(w.state)-1].JSON)), which, states)
	if w.untilGone != "" {
		out.UntilGone = &goneView{comment(w.untilGone+" asks "+op.Name+" until there is no such resource any more.", states), w.untilGone}
	}
	return out
}

func quoteList(values []string) string {
	if len(values) == 0 {
		return "nil"
	}
	var quoted []string
	for _, v := range values {
		quoted = append(quoted, strconv.Quote(v))
	}
	return "[]string{" + strings.Join(quoted, ", ") + "}"
}
