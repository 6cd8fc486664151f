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
	seen     map[visit]bool
	prose    int

	operations []visit // the elements of the operations of each pair

	audience  Audience // whose values the schemas are that are walked through
	operation string
	values    []valuesChange
}

// visit is a pair of elements as one audience meets them.
type visit struct {
	old, new int
	audience Audience
}

// valuesChange is an object that says what its members are, and did not before, or the other way
// round; or, where it is closed, that it has no members but those it names. No rule of oasdiff is about
// that.
type valuesChange struct {
	old, new  *element
	audience  Audience
	operation string
	closed    bool
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
		x, y := w.same(a.Origin, b.Origin)
		w.operations = append(w.operations, visit{old: x, new: y})
		w.audience, w.operation = Callers, p.new.ID
		w.params(a, b)
		if a.RequestBody != nil && b.RequestBody != nil {
			w.same(a.RequestBody.Value.Origin, b.RequestBody.Value.Origin)
			w.content(a.RequestBody.Value.Content, b.RequestBody.Value.Content)
		}
		w.audience = Readers
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
	v := visit{x, y, w.audience}
	if w.seen[v] {
		return
	}
	w.seen[v] = true
	other := visit{x, y, Callers}
	if w.audience == Callers {
		other.audience = Readers
	}
	if !w.seen[other] && texts(w.numbers.at(x)) != texts(w.numbers.at(y)) {
		w.prose++
	}
	if objects := a.Value.Type.Is(openapi3.TypeObject) && b.Value.Type.Is(openapi3.TypeObject); objects && isMap(a.Value) != isMap(b.Value) {
		w.values = append(w.values, valuesChange{w.numbers.at(x), w.numbers.at(y), w.audience, w.operation, false})
	} else if objects && isClosed(a.Value) != isClosed(b.Value) {
		w.values = append(w.values, valuesChange{w.numbers.at(x), w.numbers.at(y), w.audience, w.operation, true})
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

func isMap(s *openapi3.Schema) bool { return s.AdditionalProperties.Schema != nil }

// isClosed reports whether an object has no members but those it names; the plain form has only
// refusals.
func isClosed(s *openapi3.Schema) bool { return s.AdditionalProperties.Has != nil }

// The rules about what the members of an object are.
const (
	ruleValuesTyped   = "object-values-typed"
	ruleValuesUntyped = "object-values-untyped"
	ruleValuesRefused = "object-members-refused"
	ruleValuesAllowed = "object-members-allowed"
)

// kind says what changed: by which rule, how, and whether what was right before may be wrong now
// for callers.
func (v valuesChange) kind() (rule, text string, narrower bool) {
	a, b := v.old.schema, v.new.schema
	if v.closed {
		read := valueOf["additionalProperties"]
		text = "additionalProperties " + read(a) + " → " + read(b)
		if isClosed(b) {
			return ruleValuesRefused, text, true
		}
		return ruleValuesAllowed, text, false
	}
	text = "type " + typeText(a) + " → " + typeText(b)
	if isMap(a) {
		return ruleValuesUntyped, text, false
	}
	return ruleValuesTyped, text, true
}

// changes are the changes that the walk has found: who sends other members than are described
// now is refused, and who reads members gets others than were described.
func (w *walk) changes() []Change {
	var out []Change
	for _, v := range w.values {
		rule, text, narrower := v.kind()
		level := Compatible
		switch {
		case v.closed && v.audience == Readers: // readers expect members that are not described
		case narrower == (v.audience == Callers):
			level = Breaking
		}
		c := Change{Subject: document.OneLine(v.new.label), Text: document.OneLine(text)}
		c.Old, c.New = where(v.old, v.new, "type")
		if n := len(out); n > 0 && out[n-1].Subject == c.Subject && out[n-1].Text == c.Text && placeText(out[n-1].New) == placeText(c.New) {
			out[n-1].add(v.audience, level, rule, v.operation)
			continue
		}
		c.add(v.audience, level, rule, v.operation)
		out = append(out, c)
	}
	return out
}
