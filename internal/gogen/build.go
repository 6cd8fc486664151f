package gogen

import (
	"maps"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// build makes the Go view of a document. The order of the passes is that of precedence
// for names: schemas, then operations, then what has to be named by us.
func build(doc *document.Document, opts Options, lasting *lastingNames) (*view, error) {
	w := newSettings(opts.Config)
	b := &builder{
		doc: doc, settings: w, namer: newNamer(w.initialisms),
		done: map[string]*typeRef{}, busy: map[string]bool{}, names: map[string]string{}, lasting: lasting,
		view: &view{doc: doc, pkg: opts.Package, source: printable(opts.Source)},
	}
	b.warn = func(text string) { b.view.warnings = append(b.view.warnings, printable(text)) }
	b.types, b.methods = newScope("type", b.warn), newScope("method", b.warn)
	if doc.Info != nil {
		b.view.title, b.view.version = printable(doc.Info.Title), printable(doc.Info.Version)
	}
	b.view.auth.Header, b.view.auth.Prefix = document.TokenHeader(doc.T)
	all, err := b.calls()
	if err != nil {
		return nil, err
	}
	for _, c := range all {
		b.lasting.wheres[c.where] = c.id()
	}
	calls, err := w.choose(all)
	if err != nil {
		return nil, err
	}
	servers := b.servers(calls)
	b.view.servers = addresses(servers)
	kept := b.kept(calls)
	b.findFiles(calls)
	if err := b.takeComponentNames(kept); err != nil {
		return nil, err
	}
	if b.view.client, err = b.freeKept(keptTypes, "the client", "the client", "Client", "APIClient", "ServiceClient"); err != nil {
		return nil, err
	}
	if b.view.maker, err = b.freeKept(keptTypes, "the function that makes the client", "the function that makes the client", "New", "NewClient", "NewAPIClient"); err != nil {
		return nil, err
	}
	if err := b.methods.takeFixed("Do", "the method for calls without a method"); err != nil {
		return nil, err
	}
	if b.view.service = w.service; b.view.service == "" {
		b.view.service = serviceName(servers, opts.Package)
	}
	if err := b.components(kept); err != nil {
		return nil, err
	}
	if err := b.operations(calls); err != nil {
		return nil, err
	}
	if err := b.allUsed(all); err != nil {
		return nil, err
	}
	b.tellUnchecked()
	breakCycles(b.view.types)
	if w.server || opts.Server {
		if err := b.decideServer(); err != nil {
			return nil, err
		}
	}
	markUses(b.view, !w.noInspect)
	markReadOnly(b.view.types)
	slices.SortFunc(b.view.types, func(a, b *namedType) int { return strings.Compare(a.Name, b.Name) })
	share(b.view)
	return b.view, nil
}

// breakCycles makes a field a pointer where its struct would contain itself, which Go
// cannot lay out.
func breakCycles(types []*namedType) {
	var contains func(t, target *namedType, seen map[*namedType]bool) bool
	contains = func(t, target *namedType, seen map[*namedType]bool) bool {
		if t == target {
			return true
		}
		if seen[t] || t.Kind != kindStruct {
			return false
		}
		seen[t] = true
		return slices.ContainsFunc(t.Fields, func(f *field) bool {
			return f.inPlace() && contains(f.typ.named, target, seen)
		})
	}
	for _, t := range types {
		for _, f := range t.Fields {
			if f.inPlace() && contains(f.typ.named, t, map[*namedType]bool{}) {
				f.pointer = true
			}
		}
	}
}

// inPlace reports whether the field holds a struct itself, not a pointer to one.
func (f *field) inPlace() bool { return !f.pointer && !f.wrapped && f.typ.shape == shapeNamed }

// markUses finds the types that can be sent, which get a Validate method, and those that
// can be received, which are checked when somebody wants to know.
func markUses(v *view, inspect bool) {
	sent, received := newMarker(func(t *namedType) *bool { return &t.request }), newMarker(func(t *namedType) *bool { return &t.response })
	for _, op := range v.ops {
		sent.walk(op.bodyType)
		sent.mark(op.params)
		for _, p := range op.PathArgs {
			sent.walk(p.typ)
		}
		if v.server != nil {
			received.walk(op.bodyType) // a server is told what a body has that the document does not
		}
		if !inspect {
			continue
		}
		bodies := []*typeRef{op.result.body}
		for _, r := range op.result.cases {
			bodies = append(bodies, r.typ)
		}
		for _, t := range bodies {
			received.walk(t)
			if t.hasValidate() {
				t.named.body = true
			}
		}
	}
}

// marker sets a flag on all types that can be reached from some.
type marker struct {
	flag func(*namedType) *bool
	done map[*namedType]bool
}

func newMarker(flag func(*namedType) *bool) *marker {
	return &marker{flag, map[*namedType]bool{}}
}

func (m *marker) walk(t *typeRef) {
	if t == nil {
		return
	}
	m.mark(t.named)
	m.walk(t.elem)
}

func (m *marker) mark(t *namedType) {
	if t == nil || m.done[t] {
		return
	}
	m.done[t] = true
	*m.flag(t) = true
	for _, f := range t.Fields {
		m.walk(f.typ)
	}
	m.walk(t.base)
	m.walk(t.extra)
	for _, o := range t.members {
		m.walk(o)
	}
}

// sorted gives the keys of a map in order.
func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
