package explain

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/alike"
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// hit is a field that a path names, with all sides of the operation that have it.
type hit struct {
	sides  []string // "request body", "query parameter", "response 200 body"
	schema *api.Schema
	field  *api.Field
}

// search looks a path up in an operation. It also remembers how far the path led, for the
// message about one that leads nowhere.
type search struct {
	hits []*hit
	// rest is the shortest part of the path that was not found, before what stands in front
	// of it, names what could have stood there.
	rest, before string
	names        []string
}

// find gives the fields that a path names: the operation, a dot, and the names of fields
// from a body on, or of one parameter.
func find(svc *api.Service, path string) (op *api.Operation, hits []*hit, err error) {
	ops, rest, err := operations(svc, path)
	if err != nil {
		return nil, nil, err
	}
	s := &search{rest: rest}
	for _, op := range ops {
		side := ""
		if len(ops) > 1 {
			side = ", " + op.Summary + " (" + op.Origin.Page + ")"
		}
		s.operation(op, rest, side)
	}
	if len(s.hits) > 0 {
		return ops[0], s.hits, nil
	}
	where := ops[0].ID + "." + s.before
	names := slices.Compact(slices.Sorted(slices.Values(s.names)))
	if len(names) == 0 {
		return nil, nil, fmt.Errorf("%s has no field", terminal.Printable(strings.TrimSuffix(where, ".")))
	}
	if rest == "" {
		return nil, nil, fmt.Errorf("name a field or parameter of %s, as in %s", ops[0].ID, list(names, where))
	}
	return nil, nil, fmt.Errorf("%s has no field %s; near that: %s", terminal.Printable(strings.TrimSuffix(where, ".")), diag.Quote(s.rest), list(near(s.rest, names), where))
}

func list(names []string, before string) string {
	var out []string
	for i, n := range names {
		if i == maxNear {
			break
		}
		out = append(out, terminal.Printable(before+n))
	}
	return strings.Join(out, ", ")
}

// operations gives the operation that a path begins with, or its variants, each of which is
// whole by itself, and the rest of the path.
func operations(svc *api.Service, path string) ([]*api.Operation, string, error) {
	id, rest, _ := strings.Cut(path, ".")
	var ids []string
	for _, op := range svc.Operations {
		if op.ID == id {
			if len(op.Variants) > 0 {
				return op.Variants, rest, nil
			}
			return []*api.Operation{op}, rest, nil
		}
		ids = append(ids, op.ID)
		for _, v := range op.Variants {
			if v.ID == id {
				return []*api.Operation{v}, rest, nil
			}
			ids = append(ids, v.ID)
		}
	}
	if len(ids) == 0 {
		return nil, "", errors.New("the pages have no operation")
	}
	return nil, "", fmt.Errorf("there is no operation %s; near that: %s", diag.Quote(id), list(near(id, ids), ""))
}

func (s *search) operation(op *api.Operation, rest, side string) {
	s.parameters(op.Params, rest, "", side)
	if op.Body != nil {
		s.walk(&op.Body.Type, rest, "", "request body"+side)
	}
	for _, r := range op.Responses {
		word := "response"
		if r.Status != 0 {
			word = fmt.Sprint("response ", r.Status)
		}
		s.parameters(r.Headers, rest, word+" ", side)
		if r.Body != nil {
			s.walk(&r.Body.Type, rest, "", word+" body"+side)
		}
	}
}

func (s *search) parameters(params []*api.Param, rest, word, side string) {
	for _, q := range params {
		kind := string(q.In) + " parameter"
		if q.In == api.InHeader {
			kind = "header"
		}
		if q.Name == rest {
			s.add(nil, &q.Field, word+kind+side)
		}
	}
	s.miss(rest, "", func(yield func(string)) {
		for _, q := range params {
			yield(q.Name)
		}
	})
}

// maxHops bounds the way through lists of lists and structures that stand for others.
const maxHops = 100

// walk follows rest from a type on. Names may have dots, so every field that the rest
// begins with is tried. Lists and maps need no name of their own.
func (s *search) walk(t *api.Type, rest, before, side string) {
	for hops := 0; t != nil && hops < maxHops; hops++ {
		switch {
		case t.Schema != nil && t.Schema.Root != nil:
			t = t.Schema.Root
			continue
		case t.Schema == nil:
			t = t.Elem
			continue
		}
		for _, f := range t.Schema.Fields {
			if f.Name == rest {
				s.add(t.Schema, f, side)
			} else if inner, ok := strings.CutPrefix(rest, f.Name+"."); ok {
				s.walk(&f.Type, inner, before+f.Name+".", side)
			}
		}
		s.miss(rest, before, func(yield func(string)) {
			for _, f := range t.Schema.Fields {
				yield(f.Name)
			}
		})
		t = t.Schema.Extra
	}
}

func (s *search) add(schema *api.Schema, f *api.Field, side string) {
	for _, h := range s.hits {
		if h.field == f {
			h.sides = append(h.sides, side)
			return
		}
	}
	s.hits = append(s.hits, &hit{[]string{side}, schema, f})
}

// miss keeps the names at the place that the path led farthest to.
func (s *search) miss(rest, before string, names func(func(string))) {
	switch {
	case len(before) < len(s.before):
		return
	case len(before) > len(s.before):
		s.rest, s.before, s.names = rest, before, nil
	}
	names(func(n string) { s.names = append(s.names, n) })
}

// maxNear is how many names a message offers.
const maxNear = 6

// near gives names with those most alike first.
func near(name string, names []string) []string {
	low := strings.ToLower(name)
	far := func(n string) int {
		n = strings.ToLower(n)
		d := alike.Distance(low, n)
		if n != "" && low != "" && (strings.Contains(n, low) || strings.Contains(low, n)) {
			d /= 2
		}
		return d
	}
	out := slices.Clone(names)
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(far(a), far(b)) })
	return slices.Compact(out)
}
