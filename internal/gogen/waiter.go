package gogen

import "strings"

// waiter is a method that asks for a resource until it is in a state.
type waiter struct {
	name      string // of the method: WaitForBackup
	noun      string // what is waited for, for messages: "Backup"
	thing     *typeRef
	state     []*field // from the resource to its state
	enum      *namedType
	reason    *field // why it failed, or nil
	failed    []string
	gone      []string
	untilGone string // name of the method that waits until it is no more, or empty
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
		if b.methods.taken[w.name] != "" {
			continue // another page reads the same resource; its waiter does
		}
		b.methods.taken[w.name] = "waiting for " + op.where
		if gone := w.name + "Gone"; deletes[op.path] && b.methods.taken[gone] == "" {
			b.methods.taken[gone] = "waiting for the end of " + op.where
			w.untilGone = gone
		}
		op.waiter = w
	}
}

// waiterOf names what the document says of the states of a resource, nil where it says nothing.
func (b *builder) waiterOf(op *operation, c call) *waiter {
	states := b.doc.States(c.Operation, op.decided, op.page != nil, b.view.auth.Header)
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
	if w.enum = w.state[len(w.state)-1].typ.named; w.enum == nil {
		return nil
	}
	if states.Reason != "" {
		w.reason, _ = w.thing.member(states.Reason)
	}
	for _, verb := range readVerbs {
		if rest, ok := strings.CutPrefix(op.Name, verb); ok && exported(rest) {
			w.noun = rest
			break
		}
	}
	return w
}

// readVerbs begin the names of operations that read one resource; a waiter is named
// after the rest.
var readVerbs = []string{"Show", "Get", "Query", "Read", "Describe", "Retrieve", "View", "Fetch", "Check"}
