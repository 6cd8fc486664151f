package gogen

import (
	"slices"
	"strings"
)

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
func (b *builder) decideWaiters() {
	deletes := map[string]bool{}
	for _, op := range b.view.ops {
		if op.Method == "DELETE" {
			deletes[op.path] = true
		}
	}
	for _, op := range b.view.ops {
		w := waiterOf(op)
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

func waiterOf(op *operation) *waiter {
	if op.Method != "GET" || op.HasBody || op.page != nil || op.result.kind != resultValue || len(op.PathParts) == 0 {
		return nil
	}
	last := op.PathParts[len(op.PathParts)-1]
	if last.Literal != "" || op.PathArgs[last.Arg].Scope != "" {
		return nil
	}
	for _, list := range [][]*param{op.QueryArgs, op.HeaderArgs, op.CookieArgs} {
		if slices.ContainsFunc(list, func(p *param) bool { return p.Required }) {
			return nil
		}
	}
	w := &waiter{thing: op.result.body, noun: op.Name}
	if op.result.root != nil {
		w.thing = op.result.root.typ
	}
	if !w.thing.isStruct() {
		return nil
	}
	if w.state = stateOf(w.thing); w.state == nil {
		return nil
	}
	w.enum = w.state[len(w.state)-1].typ.named
	w.reason = firstOf(w.thing.named.Fields, reasonWords, func(*field) bool { return true })
	for _, c := range w.enum.Consts {
		switch {
		case isFailure(c.value):
			w.failed = append(w.failed, c.value)
		case isGone(c.value):
			w.gone = append(w.gone, c.value)
		}
	}
	for _, verb := range readVerbs {
		if rest, ok := strings.CutPrefix(op.Name, verb); ok && exported(rest) {
			w.noun = rest
			break
		}
	}
	return w
}

// stateOf finds the member whose documented values are the states of a resource: a member of
// it, or else the only such member of the structures in it, as a vault has its state in
// billing. Two of them may be the states of two things, so neither counts.
func stateOf(thing *typeRef) []*field {
	listed := func(f *field) bool {
		return f.typ.shape == shapeNamed && f.typ.named.Kind == kindEnum && f.typ.isText()
	}
	if f := firstOf(thing.named.Fields, stateWords, listed); f != nil {
		return []*field{f}
	}
	var found [][]*field
	for _, outer := range thing.named.Fields {
		if !outer.typ.isStruct() {
			continue
		}
		if f := firstOf(outer.typ.named.Fields, stateWords, listed); f != nil {
			found = append(found, []*field{outer, f})
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// firstOf finds the field whose name comes first in a list of words.
func firstOf(fields []*field, words []string, fits func(*field) bool) *field {
	for _, word := range words {
		for _, f := range fields {
			if folded(f.JSON) == word && fits(f) {
				return f
			}
		}
	}
	return nil
}
