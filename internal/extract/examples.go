package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// examples reads the code blocks of a scope as examples and hands each to the operation
// that it is for. errorBody is the set's, nil where it has none.
func (s *scope) examples(p *page, errorBody *api.Schema) {
	if len(s.ops) == 0 {
		return
	}
	var all []*api.Example
	from := make(map[*api.Example]*code)
	alternatives := make(map[*api.Example]bool)
	for _, c := range s.codes {
		n := len(all)
		all = s.codeExamples(p, c, all, alternatives)
		for _, e := range all[n:] {
			from[e] = c
		}
	}
	printsGood := slices.ContainsFunc(all, func(e *api.Example) bool { return e.Side == api.SideResponse && e.Status < 400 })
	other := false // what was printed last is another call
	for i, e := range all {
		switch {
		case e.Method != "":
			other = s.ofOtherCall(e) || i+1 < len(all) && s.leadsToOther(e, all[i+1])
		case e.Side == api.SideResponse:
			other = other && s.isOtherCalls(e)
		}
		if other {
			p.found.add("docs/example-of-other-call", e.Origin.Pos,
				"this example shows another call than the page describes, so it is none of this operation")
			continue
		}
		op := s.opOf(e)
		if good, ok := misplaced(op, e, errorBody); ok && !printsGood {
			p.found.addf("docs/example-of-other-status", e.Origin.Pos,
				"this example stands below status %d, but shows what the table of status %d lists, and is taken for that one", e.Status, good)
			e.Status = good
		}
		for _, other := range s.ofOtherVersions(op) {
			give(other, sharedWith(other, e), from[e], alternatives[e], errorBody)
		}
		give(op, e, from[e], alternatives[e], errorBody)
	}
	for _, op := range s.ops {
		nameExamples(op)
	}
}

// give adds an example to an operation, which then has the response that it is one of.
func give(op *api.Operation, e *api.Example, from *code, alternative bool, errorBody *api.Schema) {
	switch {
	case e.Side != api.SideResponse:
	case e.Status >= 400:
		addErrorResponse(op, e, errorBody)
	case e.Status == 0 || e.Status < 300 && alternative:
		if status, ok := failed(op, e, from, alternative, errorBody); ok {
			e.Status = status
			addErrorResponse(op, e, errorBody)
		} else {
			e.Status = cmp.Or(e.Status, goodStatus(op))
		}
	}
	op.Examples = append(op.Examples, e)
}

// ofOtherVersions are the operations of a page that differ from op in the version of their paths
// only: the page prints tables and examples for all of them.
func (s *scope) ofOtherVersions(op *api.Operation) []*api.Operation {
	var out []*api.Operation
	for _, other := range s.ops {
		if other.Method == op.Method && other.Case == op.Case && other.Path != op.Path && urlpath.Unversioned(other.Path) == urlpath.Unversioned(op.Path) {
			out = append(out, other)
		}
	}
	return out
}

// sharedWith is an example of another operation of the page as one of op. A request line is none
// of op's where it is of the other path.
func sharedWith(op *api.Operation, e *api.Example) *api.Example {
	c := *e
	c.Shared = true
	if path, _ := cutURL(e.URL); !instanceOf(path, op.Path) {
		c.Method, c.URL = "", ""
	}
	return &c
}

// opOf finds the operation that an example is for: the one that has its request line, else the one
// whose method it has, else the first, but for a body the first that has one, where any does.
func (s *scope) opOf(e *api.Example) *api.Operation {
	if e.Method != "" {
		for _, op := range s.ops {
			if path, _ := cutURL(e.URL); op.Method == e.Method && instanceOf(path, op.Path) {
				return s.caseOf(op, e)
			}
		}
		for _, op := range s.ops {
			if path, _ := cutURL(e.URL); op.Method == e.Method && strings.Count(path, "/") == strings.Count(op.Path, "/") {
				return s.caseOf(op, e)
			}
		}
	}
	if e.Side == api.SideRequest && e.Body != "" && s.ops[0].Body == nil {
		if i := slices.IndexFunc(s.ops, func(op *api.Operation) bool { return op.Body != nil }); i > 0 {
			return s.caseOf(s.ops[i], e)
		}
	}
	return s.caseOf(s.ops[0], e)
}

// caseOf finds, among the operations that stand for the cases of op's body, the one that a
// request is an example of: the first whose mandatory fields it has and whose table lists most
// of what is in it.
func (s *scope) caseOf(op *api.Operation, e *api.Example) *api.Operation {
	v := printedObject(e)
	if op.Case == "" || e.Side != api.SideRequest || v == nil {
		return op
	}
	best, most := op, -1
	for _, other := range s.ops {
		if other.Whole != op.Whole || other.Path != op.Path {
			continue
		}
		n := 0
		for _, f := range other.Body.Type.Schema.Fields {
			switch has := v.Member(f.Name) != nil; {
			case has:
				n += 2
			case f.Need == api.NeedYes:
				n--
			}
		}
		if n > most {
			best, most = other, n
		}
	}
	return best
}

// ofOtherCall reports whether a printed request is one of another call: its line is none of
// the scope's, and no field of its body is one of the scope's bodies. Some pages print what to
// do next. It does not apply to a request without a body, whose line may just be misprinted.
func (s *scope) ofOtherCall(e *api.Example) bool {
	path, _ := cutURL(e.URL)
	v := printedObject(e)
	if v == nil {
		return false
	}
	return !slices.ContainsFunc(s.ops, func(op *api.Operation) bool {
		return op.Body == nil || op.Body.Type.Schema == nil || op.Method == e.Method && instanceOf(path, op.Path) || listsAny(&op.Body.Type, v)
	})
}

// leadsToOther reports whether a printed request without a body is one of another call, which the response below it
// tells: no operation of the page has the method or the path, and none describes what the response holds.
//
//	Step 1: Look for the shelf.
//	GET https://{endpoint}/v1/shelves
//	{"shelves": [{"id": "s-1"}]}
//
// It does not apply where no response is described, as the line may just be misprinted then.
func (s *scope) leadsToOther(e, next *api.Example) bool {
	path, _ := cutURL(e.URL)
	return strings.TrimSpace(e.Body) == "" && next.Side == api.SideResponse && next.Status < 400 &&
		slices.ContainsFunc(s.ops, func(op *api.Operation) bool {
			return slices.ContainsFunc(op.Responses, func(r *api.Response) bool {
				return !api.IsError(r.Status) && bodyOf(r) != nil
			})
		}) &&
		!slices.ContainsFunc(s.ops, func(op *api.Operation) bool { return op.Method == e.Method || instanceOf(path, op.Path) }) &&
		s.isOtherCalls(next)
}

// listsAny reports whether a structure has a field that a printed object has.
func listsAny(t *api.Type, v *payload.Value) bool {
	return t.Schema != nil && slices.ContainsFunc(v.Members, func(m payload.Member) bool { return t.Schema.Field(m.Name) != nil })
}

// isOtherCalls reports whether a printed response belongs to the request of another call
// above it.
func (s *scope) isOtherCalls(e *api.Example) bool {
	v, _, _, _ := payload.ParsePrefix(e.Raw)
	return v != nil && !slices.ContainsFunc(s.ops, func(op *api.Operation) bool {
		return slices.ContainsFunc(op.Responses, func(r *api.Response) bool { return r.Body != nil && listsAny(&r.Body.Type, v) })
	})
}

// nameExamples numbers the examples so that a request and the response to it, in the
// order of the page, have one name.
func nameExamples(op *api.Operation) {
	count := make(map[int]int)
	key := func(e *api.Example) int {
		if e.Side == api.SideRequest {
			return -1 // 0 is the response to any failure
		}
		return e.Status
	}
	for _, e := range op.Examples {
		count[key(e)]++
	}
	most := 0
	for _, n := range count {
		most = max(most, n)
	}
	clear(count)
	for _, e := range op.Examples {
		e.Name = "example"
		if most > 1 {
			count[key(e)]++
			e.Name += itoa(count[key(e)])
		}
	}
}
