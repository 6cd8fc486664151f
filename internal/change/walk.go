package change

import (
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// walk goes through the plain forms of pairs side by side. It notes which elements are the same
// thing on both sides, and counts the texts that differ, which the plain forms leave out.
type walk struct {
	numbers  *elements
	partners map[int]int // by number, both ways
	seen     map[visit]bool
	enums    enums
	prose    int

	operations []visit // the elements of the operations of each pair

	audience  Audience // whose values the schemas are that are walked through
	operation string
	pages     [2]string      // that describe the operation, before and now
	here      map[visit]bool // what was seen in this operation
	own       []Change       // what no rule of oasdiff is about
	index     map[string]int // of these, by what they say
}

// visit is a pair of elements as one audience meets them.
type visit struct {
	old, new int
	audience Audience
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
		w.audience, w.operation, w.here = Callers, p.new.ID, map[visit]bool{}
		w.pages = [2]string{p.old.Source, p.new.Source}
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
	if w.here[v] {
		return
	}
	w.here[v] = true
	if w.first(v) && texts(w.numbers.at(x)) != texts(w.numbers.at(y)) {
		w.prose++
	}
	for _, d := range differences(w.numbers.at(x), w.numbers.at(y), w.audience) {
		w.tell(w.numbers.at(x), w.numbers.at(y), d)
	}
	for _, name := range document.Sorted(a.Value.Properties) {
		w.schemas(a.Value.Properties[name], b.Value.Properties[name])
		w.member(a.Value, b.Value, name)
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

// member compares what belongs to a member as its structure has it.
func (w *walk) member(a, b *openapi3.Schema, name string) {
	p, q := a.Properties[name], b.Properties[name]
	if p == nil || q == nil {
		return
	}
	old, new := w.numbers.at(numberOf(p.Value.Origin)), w.numbers.at(numberOf(q.Value.Origin))
	if old == nil || new == nil {
		return
	}
	at, other := old.placeOn(w.pages[0]), new.otherPage()
	if at != nil && other != "" && !new.isOn(w.pages[1]) && w.anyIsOn(b, w.pages[1]) {
		text := "no longer in a table on the page of " + w.operation + ", still in one on " + other
		w.add(new, at, nil, difference{"", ruleUndescribed, text, w.audience, Warning})
	}
	if w.audience != Callers {
		return
	}
	if d, differs := constant(document.Constant.Of(old.extensions...), document.Constant.Of(new.extensions...)); differs {
		w.tell(old, new, d)
	}
	if slices.Contains(a.Required, name) || slices.Contains(b.Required, name) {
		return // that it became optional or mandatory is told
	}
	if d, differs := conditional(old.extensions, new.extensions); differs {
		w.tell(old, new, d)
	}
}

// anyIsOn reports whether a page has a row of a structure.
func (w *walk) anyIsOn(s *openapi3.Schema, page string) bool {
	for _, p := range s.Properties {
		if w.numbers.at(numberOf(p.Value.Origin)).isOn(page) {
			return true
		}
	}
	return false
}

// first reports whether two elements are met for the first time, by whatever audience.
func (w *walk) first(v visit) bool {
	v.audience = ""
	met := w.seen[v]
	w.seen[v] = true
	return !met
}

// tell notes a difference between two elements.
func (w *walk) tell(old, new *element, d difference) {
	was, is := where(old, new, d.keyword)
	w.add(new, was, is, d)
}

// add notes a difference, which may be one of several operations.
func (w *walk) add(of *element, was, is *Place, d difference) {
	c := Change{Subject: document.OneLine(of.label), Text: document.OneLine(d.text), Old: was, New: is}
	key := strings.Join([]string{c.Subject, c.Text, placeText(c.Old), placeText(c.New)}, "\x00")
	i, there := w.index[key]
	if !there {
		i = len(w.own)
		w.index[key] = i
		w.own = append(w.own, c)
	}
	w.own[i].add(d.audience, d.level, d.rule, w.operation)
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
