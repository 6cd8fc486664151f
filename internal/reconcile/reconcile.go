// Package reconcile decides what is true of each field: it weighs what the tables claim
// against each other and against the payloads that the documentation prints.
//
// Claims are never merged in passing. For each fact the outcome is one of: they agree, one
// refines the other, one says nothing, or they contradict. A contradiction is a finding with
// the place of all evidence, and is decided so that nothing breaks for the caller: the looser
// reading for what clients receive; for what they send the strictest reading that no other
// evidence contradicts. A contradicted limit never becomes a check, because refusing a call
// that the service accepts is worse than not checking; it is kept in Decided.Contradicted.
//
// The package sees claims and payloads, never a page: an example cannot teach the reader
// of tables, it stays an independent evidence.
package reconcile

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// Service decides all fields of svc and marks the examples that satisfy what was decided.
// It runs these steps:
//
//	pairs    printed forms, as the JSON that they stand for
//	count    the examples that satisfy the tables alone, for comparison
//	wrap     bodies into the object that the examples show around them
//	nest     rows of a flat table into the row whose value holds them in the examples
//	observe  what values the examples show for each type
//	list     objects of the tables that are lists in all examples; then observe again
//	map      objects of the tables whose keys are values; then observe again
//	refine   types that no table tells
//	extend   structures by the fields that only examples show, then observe again
//	need     mandatory fields that some requests do without
//	pages    that give a field of one structure other types
//	decide   kinds, null, limits, defaults and constants of each field
//	prove    which fields tell the responses of variants apart
//	fix      the values that tell the requests of variants apart
//	show     values for parameters, from the URLs that pages print
//	check    each example against the decisions
//	contents bodies of responses for which HTTP has none
func Service(svc *api.Service, found *diag.List) { Watched(svc, found, nil) }

// Watched is Service; after, where it is not nil, is called after each step with its name.
func Watched(svc *api.Service, found *diag.List, after func(step string)) {
	r := &reconciler{svc: svc, found: found, patterns: patterns{},
		types:   make(map[*api.Type]*observed),
		unknown: make(map[*api.Schema]*members),
		names:   make(map[string]bool),
		done:    make(map[*api.Field]bool),
		partOf:  make(map[*api.Example]*part),
		bodies:  make(map[*api.Schema][]*payload.Value),
		errors:  make(map[string]api.Type),
		values:  make(map[*api.Example]*payload.Value),
	}
	for _, s := range svc.Schemas {
		r.names[strings.ToLower(s.Name)] = true
	}
	for _, step := range []struct {
		name string
		run  func()
	}{
		{"pairs", r.pairs},
		{"count", r.byTables},
		{"wrap", r.wrap},
		{"nest", r.nest},
		{"observe", r.observe},
		{"list", func() {
			if r.lists() {
				r.observeAgain()
			}
		}},
		{"map", func() {
			if r.maps() {
				r.observeAgain()
			}
		}},
		{"refine", r.refine},
		{"extend", func() { r.extend(); r.observeAgain() }},
		{"need", r.conditions},
		{"pages", r.acrossPages},
		{"decide", r.decide},
		{"prove", r.prove},
		{"fix", r.fix},
		{"show", r.parameters},
		{"check", r.check},
		{"contents", r.contents},
	} {
		step.run()
		if after != nil {
			after(step.name)
		}
	}
}

type reconciler struct {
	svc     *api.Service
	found   *diag.List
	types   map[*api.Type]*observed
	unknown map[*api.Schema]*members
	order   []*api.Schema // the keys of unknown in the order of their discovery
	names   map[string]bool
	done    map[*api.Field]bool
	// bodies are the printed instances of the structures that stand at the root of a body.
	bodies map[*api.Schema][]*payload.Value
	// errors are the types of printed errors without a table, by what they hold.
	errors map[string]api.Type
	// documented are the fields of tables, collected when first asked for.
	documented []*api.Field
	partOf     map[*api.Example]*part          // examples that show a part of their body only
	values     map[*api.Example]*payload.Value // what examples show, see printed
	patterns   patterns
}

// eachOperation calls f for each operation that a page describes, variants apart.
func (r *reconciler) eachOperation(f func(*api.Operation)) {
	for _, op := range r.svc.Operations {
		if len(op.Variants) == 0 {
			f(op)
		}
		for _, v := range op.Variants {
			f(v)
		}
	}
}

// bodyOf is the payload that an example is an instance of, nil where none is documented.
func bodyOf(op *api.Operation, e *api.Example) *api.Payload {
	if e.Side == api.SideRequest {
		return op.Body
	}
	if res := op.Response(e.Status); res != nil {
		return res.Body
	}
	return nil
}

// printed is what an example shows, nil where it cannot be read. Nearly every step asks for it.
func (r *reconciler) printed(e *api.Example) *payload.Value {
	v, known := r.values[e]
	if !known {
		v, _, _, _ = payload.ParsePrefix(e.Raw) // nil with an error
		if e.Torn {
			v = payload.ParseTorn(e.Raw)
		}
		r.values[e] = v
	}
	return v
}

// relatedAt describes a field's own place for a finding about it.
func relatedAt(o api.Origin, message string) diag.Related {
	return diag.Related{Page: o.Page, Pos: o.Pos, Message: message}
}

// tableOn is the table of a structure on a page, that of the first page where it has none.
func tableOn(page string, s *api.Schema) api.Origin {
	if i := slices.IndexFunc(s.Also, func(o api.Origin) bool { return o.Page == page }); i >= 0 && s.Origin.Page != page {
		return s.Also[i]
	}
	return s.Origin
}
