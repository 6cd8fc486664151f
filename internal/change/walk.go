package change

import (
	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// walk goes through the plain forms of pairs side by side. It notes which elements are the same
// thing on both sides, and counts the texts that differ, which the plain forms leave out.
type walk struct {
	numbers  *elements
	partners map[int]int // by number, both ways
	seen     map[[2]int]bool
	prose    int
}

func (w *walk) pairs(pairs []pair, forms plain) {
	for i, p := range pairs {
		if p.old.Summary != p.new.Summary {
			w.prose++
		}
		if p.old.Description != p.new.Description {
			w.prose++
		}
		a, b := only(forms.old.Paths.Value(pairPath(i))), only(forms.new.Paths.Value(pairPath(i)))
		w.same(a.Origin, b.Origin)
		w.params(a, b)
		if a.RequestBody != nil && b.RequestBody != nil {
			w.same(a.RequestBody.Value.Origin, b.RequestBody.Value.Origin)
			w.content(a.RequestBody.Value.Content, b.RequestBody.Value.Content)
		}
		for _, key := range document.Sorted(a.Responses.Map()) {
			if other := b.Responses.Value(key); other != nil {
				w.response(a.Responses.Value(key).Value, other.Value)
			}
		}
	}
}

func only(item *openapi3.PathItem) *openapi3.Operation {
	for _, op := range item.Operations() {
		return op
	}
	return &openapi3.Operation{Responses: openapi3.NewResponsesWithCapacity(0)}
}

func (w *walk) params(a, b *openapi3.Operation) {
	for _, p := range a.Parameters {
		q := b.Parameters.GetByInAndName(p.Value.In, p.Value.Name)
		if q == nil {
			continue
		}
		if x, y := w.numbers.at(numberOf(p.Value.Origin)), w.numbers.at(numberOf(q.Origin)); x != nil && y != nil && x.param.Description != y.param.Description {
			w.prose++
		}
		w.same(p.Value.Origin, q.Origin)
		w.schemas(p.Value.Schema, q.Schema)
	}
}

func (w *walk) response(a, b *openapi3.Response) {
	w.same(a.Origin, b.Origin)
	w.content(a.Content, b.Content)
	for name, h := range a.Headers {
		if other := b.Headers[name]; other != nil {
			w.schemas(h.Value.Schema, other.Value.Schema)
		}
	}
}

func (w *walk) content(a, b openapi3.Content) {
	for _, name := range document.Sorted(a) {
		if b[name] != nil {
			w.schemas(a[name].Schema, b[name].Schema)
		}
	}
}

func (w *walk) same(a, b *openapi3.Origin) (x, y int) {
	x, y = numberOf(a), numberOf(b)
	if _, there := w.partners[x]; !there {
		w.partners[x] = y
	}
	if _, there := w.partners[y]; !there {
		w.partners[y] = x
	}
	return x, y
}

func (w *walk) schemas(a, b *openapi3.SchemaRef) {
	if a == nil || b == nil {
		return
	}
	x, y := w.same(a.Value.Origin, b.Value.Origin)
	if w.seen[[2]int{x, y}] {
		return
	}
	w.seen[[2]int{x, y}] = true
	if texts(w.numbers.at(x)) != texts(w.numbers.at(y)) {
		w.prose++
	}
	for _, name := range document.Sorted(a.Value.Properties) {
		w.schemas(a.Value.Properties[name], b.Value.Properties[name])
	}
	w.schemas(a.Value.Items, b.Value.Items)
	w.schemas(a.Value.AdditionalProperties.Schema, b.Value.AdditionalProperties.Schema)
	for _, one := range a.Value.OneOf {
		for _, other := range b.Value.OneOf {
			if one.Ref == other.Ref {
				w.schemas(one, other)
			}
		}
	}
}

// texts are the words that describe an element.
func texts(e *element) [2]string {
	var out [2]string
	if e == nil {
		return out
	}
	for _, s := range e.written {
		if out[0] == "" {
			out[0] = s.Title
		}
		if out[1] == "" {
			out[1] = s.Description
		}
	}
	return out
}
