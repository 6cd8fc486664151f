package change

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// The rules about keys of schemas that no rule of oasdiff is about.
const (
	ruleValuesTyped   = "object-values-typed"
	ruleValuesUntyped = "object-values-untyped"
	ruleValuesRefused = "object-members-refused"
	ruleValuesAllowed = "object-members-allowed"
	ruleExcluded      = "excluded-values-changed"
	ruleDiscriminator = "discriminator-changed"
	ruleConstant      = "constant-changed"
	ruleConditional   = "mandatory-in-some-cases-changed"
	ruleTimestamp     = "timestamp-changed"
	ruleGoName        = "go-name-changed"
	ruleUndescribed   = "property-undescribed"
)

// difference is a key that two states of one schema have otherwise.
type difference struct {
	keyword, rule, text string
	audience            Audience
	level               Level
}

// differences are those of one schema whose values an audience sends or reads.
func differences(old, new *element, audience Audience) []difference {
	if old == nil || new == nil || old.schema == nil || new.schema == nil {
		return nil
	}
	var out []difference
	for _, find := range []func(old, new *element, audience Audience) (difference, bool){
		valuesTyped, membersRefused, excluded, discriminator, timestamp, goName,
	} {
		if d, differs := find(old, new, audience); differs {
			out = append(out, d)
		}
	}
	return out
}

// narrowed is the level of a change that allows less for those who send values, or of one that allows
// more for those who read them.
func narrowed(audience Audience, narrower bool) Level {
	if narrower == (audience == Callers) {
		return Breaking
	}
	return Compatible
}

// valuesTyped compares whether an object says what its members are.
func valuesTyped(old, new *element, audience Audience) (difference, bool) {
	a, b := old.schema, new.schema
	if !areObjects(a, b) || isMap(a) == isMap(b) {
		return difference{}, false
	}
	rule := ruleValuesTyped
	if isMap(a) {
		rule = ruleValuesUntyped
	}
	return difference{"type", rule, "type " + typeText(a) + " → " + typeText(b), audience, narrowed(audience, isMap(b))}, true
}

// membersRefused compares whether an object may have other members than it names. Readers expect
// members that are not described.
func membersRefused(old, new *element, audience Audience) (difference, bool) {
	a, b := old.schema, new.schema
	if !areObjects(a, b) || isMap(a) != isMap(b) || isClosed(a) == isClosed(b) {
		return difference{}, false
	}
	read := valueOf["additionalProperties"]
	d := difference{"additionalProperties", ruleValuesAllowed, "additionalProperties " + read(a) + " → " + read(b), audience, Compatible}
	if isClosed(b) {
		d.rule = ruleValuesRefused
		if audience == Callers {
			d.level = Breaking
		}
	}
	return d, true
}

func areObjects(a, b *openapi3.Schema) bool {
	return a.Type.Is(openapi3.TypeObject) && b.Type.Is(openapi3.TypeObject)
}

func isMap(s *openapi3.Schema) bool { return s.AdditionalProperties.Schema != nil }

// isClosed reports whether an object has no members but those it names; the plain form has only
// refusals.
func isClosed(s *openapi3.Schema) bool { return s.AdditionalProperties.Has != nil }

// excluded compares the values that "not" takes out.
func excluded(old, new *element, audience Audience) (difference, bool) {
	was, is := old.excluded(), new.excluded()
	if was == is {
		return difference{}, false
	}
	level := narrowed(audience, is != "")
	if audience == Readers && level == Breaking {
		level = Warning // as with a looser limit
	}
	return difference{"not", ruleExcluded, "excluded values " + orNone(was) + " → " + orNone(is), audience, level}, true
}

func (e *element) excluded() string {
	for _, s := range e.written {
		if s.Not != nil && s.Not.Value != nil {
			return jsonOf(s.Not.Value)
		}
	}
	return ""
}

// discriminator compares the member that tells the forms of a value apart.
func discriminator(old, new *element, audience Audience) (difference, bool) {
	was, is := old.discriminator(), new.discriminator()
	return difference{"discriminator", ruleDiscriminator, "its forms are told apart by " + orNone(was) + " → " + orNone(is), audience, Warning}, was != is
}

func (e *element) discriminator() string {
	for _, s := range e.written {
		if s.Discriminator == nil {
			continue
		}
		out := s.Discriminator.PropertyName
		for _, value := range document.Sorted(s.Discriminator.Mapping) {
			name := s.Discriminator.Mapping[value].Ref
			out += " " + value + "=" + name[strings.LastIndexByte(name, '/')+1:]
		}
		return out
	}
	return ""
}

// conditional compares whether what is optional is mandatory in some cases.
func conditional(old, new []map[string]any) (difference, bool) {
	was, is := document.Required.Of(old...) == document.Conditional, document.Required.Of(new...) == document.Conditional
	if was {
		return difference{"required", ruleConditional, "no longer mandatory in some cases", Callers, Compatible}, !is
	}
	return difference{"required", ruleConditional, "mandatory in some cases", Callers, Warning}, is
}

// constant compares what clients send without being asked, and what Go structs and methods lack
// therefore. What may be sent is told of the values.
func constant(was, is any) (difference, bool) {
	text := constantText(was, is)
	return difference{"enum", ruleConstant, text, GoUsers, Warning}, text != ""
}

func constantText(was, is any) string {
	a, b := jsonOf(was), jsonOf(is)
	if a == b {
		return ""
	}
	if was == nil {
		a = none
	}
	if is == nil {
		b = none
	}
	return "sent without being given: " + a + " → " + b
}

// timestamp compares whether a text is a timestamp, which has a type of its own in Go.
func timestamp(old, new *element, _ Audience) (difference, bool) {
	was, is := document.Timestamp.Of(old.extensions...), document.Timestamp.Of(new.extensions...)
	d := difference{"type", ruleTimestamp, "a timestamp", GoUsers, Warning}
	if was {
		d.text = "no longer a timestamp"
	}
	// A change of its type says more.
	return d, was != is && slices.Equal(old.schema.Type.Slice(), new.schema.Type.Slice())
}

// goName compares the names that documents give in Go.
func goName(old, new *element, _ Audience) (difference, bool) {
	was, is := document.GoName.Of(old.extensions...), document.GoName.Of(new.extensions...)
	return difference{"", ruleGoName, goNameText(was, is), GoUsers, Breaking}, was != is
}

func goNameText(was, is string) string { return "name in Go " + orNone(was) + " → " + orNone(is) }

// isOn reports whether a page says of which type an element is. Pages that describe one structure have
// one schema, so a row that only one of them drops is in the document as before.
func (e *element) isOn(page string) bool { return e.placeOn(page) != nil }

// placeOn is where a page says it, nil where it does not.
func (e *element) placeOn(page string) *Place {
	if e == nil || page == "" || e.pointer == "" {
		return nil
	}
	all := e.form.side.Sources[e.pointer+"/type"]
	if i := slices.IndexFunc(all, func(p Place) bool { return p.Page == page }); i >= 0 {
		return &all[i]
	}
	return nil
}

// otherPage is a page whose table describes an element, "" where none does, or where its type is not in
// a table, as that of one that refers to another structure.
func (e *element) otherPage() string {
	for _, p := range e.form.side.Sources[e.pointer+"/type"] {
		return p.Page
	}
	return ""
}

func jsonOf(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(text)
}
