package change

import (
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// The rules about how values of parameters and parts of bodies are written.
const (
	ruleParameterStyle = "request-parameter-style-changed"
	ruleEmptyValue     = "request-parameter-empty-value-changed"
	ruleReserved       = "request-parameter-reserved-changed"
	rulePart           = "request-body-part-changed"
	ruleHeaderDemanded = "request-header-demanded"
	ruleCallback       = "callback-changed"
)

// sentDifference is a difference in what an operation sends.
type sentDifference struct {
	what string // after the id of the operation: " query limit"
	difference
}

// sentChanges compares how the parameters, the parts of forms and the media types that an operation
// demands in headers are sent, and what its method is called.
func sentChanges(p pair) []sentDifference {
	var out []sentDifference
	for _, q := range p.new.Params {
		if before := paramOf(p, q); before != nil && !before.Ignored("") && !q.Ignored("") {
			for _, d := range parameterChanges(before, q) {
				out = append(out, sentDifference{" " + q.In + " " + q.Name, d})
			}
		}
	}
	if p.old.Body != nil && p.new.Body != nil {
		out = append(out, partChanges(p.old.Body.Content, p.new.Body.Content)...)
	}
	if p.old.GoName != p.new.GoName {
		out = append(out, sentDifference{"", difference{"", ruleGoName, goNameText(p.old.GoName, p.new.GoName), GoUsers, Breaking}})
	}
	for _, h := range []struct{ name, was, is string }{
		{"Accept", p.old.Accept, p.new.Accept}, {"Content-Type", p.old.ContentType, p.new.ContentType},
	} {
		switch {
		case h.was == h.is:
		case h.is == "":
			out = append(out, sentDifference{" header " + h.name, difference{"", ruleHeaderDemanded, "no longer demanded, was " + h.was, Callers, Compatible}})
		default:
			out = append(out, sentDifference{" header " + h.name, difference{"", ruleHeaderDemanded, "demanded: " + orNone(h.was) + " → " + h.is, Callers, Breaking}})
		}
	}
	return out
}

// callbackChanges tells which requests a service sends otherwise than before. Generated code has none
// of them, so that a caller looks at both documents for what differs.
func callbackChanges(p pair, a, b *document.Document) []sentDifference {
	was, is := callbacksOf(a, p.old), callbacksOf(b, p.new)
	var out []sentDifference
	add := func(name, text string) {
		out = append(out, sentDifference{" callback " + name, difference{"", ruleCallback, text, Readers, Warning}})
	}
	for _, name := range document.Sorted(was) {
		if now, there := is[name]; !there {
			add(name, "gone")
		} else if now != was[name] {
			add(name, "written otherwise, which is not compared further")
		}
	}
	for _, name := range document.Sorted(is) {
		if _, there := was[name]; !there {
			add(name, "new")
		}
	}
	return out
}

// callbacksOf are the callbacks of an operation as JSON, with the schemas that they refer to, by name.
func callbacksOf(d *document.Document, op *document.Operation) map[string]string {
	item := d.Paths.Value(op.Path)
	if item == nil || op.Variant > 0 || item.GetOperation(op.Method) == nil {
		return nil
	}
	out := map[string]string{}
	for name := range item.GetOperation(op.Method).Callbacks {
		text, err := d.Closure(document.Pointer("paths", op.Path, strings.ToLower(op.Method), "callbacks", name))
		if err != nil {
			text = err.Error() // the document was read, so that it can be written
		}
		out[name] = text
	}
	return out
}

func parameterChanges(old, new *document.Parameter) []difference {
	var out []difference
	add := func(rule, text string, audience Audience, l Level) {
		out = append(out, difference{"", rule, text, audience, l})
	}
	was, is := styleOf(old), styleOf(new)
	if sent := len(old.Content)+len(new.Content) > 0; was != is && (sent || was != "" && is != "") { // else its type says it
		add(ruleParameterStyle, "written as "+orPlain(was)+" → "+orPlain(is), Callers, Breaking)
	}
	if old.AllowEmptyValue != new.AllowEmptyValue {
		l := Compatible
		if old.AllowEmptyValue {
			l = Breaking
		}
		add(ruleEmptyValue, state(new.AllowEmptyValue, "may be sent without a value", "may not be sent without a value any more"), Callers, l)
	}
	if old.AllowReserved != new.AllowReserved {
		add(ruleReserved, state(new.AllowReserved, "reserved characters are sent as they are", "reserved characters are sent encoded"), Callers, Warning)
	}
	if d, differs := constant(old.Constant, new.Constant); differs {
		out = append(out, d)
	}
	if d, differs := conditional([]map[string]any{old.Extensions}, []map[string]any{new.Extensions}); differs && !old.Required && !new.Required {
		out = append(out, d)
	}
	if a, b := document.GoName.Of(old.Extensions), document.GoName.Of(new.Extensions); a != b {
		add(ruleGoName, goNameText(a, b), GoUsers, Breaking)
	}
	return out
}

func orPlain(style string) string {
	if style == "" {
		return "plain text"
	}
	return style
}

// styleOf says how a list or an object is written into a parameter, or in which media type; "" for a
// plain value.
func styleOf(p *document.Parameter) string {
	for _, name := range mediaTypes(p.Content) {
		return name
	}
	if p.Schema == nil || p.Schema.Value == nil || !p.Schema.Value.Type.Is(openapi3.TypeArray) && !p.Schema.Value.Type.Is(openapi3.TypeObject) {
		return ""
	}
	method, err := p.SerializationMethod()
	if err != nil {
		return ""
	}
	if method.Explode {
		return method.Style + ", an item each"
	}
	return method.Style
}

// partChanges compares how the parts of forms are sent that both sides have.
func partChanges(old, new openapi3.Content) []sentDifference {
	var out []sentDifference
	for _, media := range document.Sorted(old) {
		a, b := old[media], new[media]
		if a == nil || b == nil {
			continue
		}
		for _, part := range document.Sorted(union(a.Encoding, b.Encoding)) {
			l, text := partChange(a.Encoding[part], b.Encoding[part])
			if text != "" {
				out = append(out, sentDifference{" body." + part, difference{"", rulePart, text, Callers, l}})
			}
		}
	}
	return out
}

func union(a, b map[string]*openapi3.Encoding) map[string]*openapi3.Encoding {
	out := map[string]*openapi3.Encoding{}
	for _, m := range []map[string]*openapi3.Encoding{a, b} {
		for name := range m {
			out[name] = nil
		}
	}
	return out
}

func partChange(old, new *openapi3.Encoding) (Level, string) {
	a, b := openapi3.Encoding{}, openapi3.Encoding{}
	if old != nil {
		a = *old
	}
	if new != nil {
		b = *new
	}
	was, is := typesOf(a.ContentType), typesOf(b.ContentType)
	a.ContentType, b.ContentType = "", ""
	switch other := jsonOf(&a) != jsonOf(&b); {
	case !slices.Equal(was, is):
		l := Breaking
		if len(was) > 0 && len(missing(was, is)) == 0 || len(is) == 0 {
			l = Compatible
		}
		return l, "sent as " + orNone(strings.Join(was, ", ")) + " → " + orNone(strings.Join(is, ", "))
	case other:
		return Breaking, "is written in another way"
	}
	return 0, ""
}

// typesOf are the media types of a list with commas, by name.
func typesOf(list string) []string {
	var out []string
	for one := range strings.SplitSeq(list, ",") {
		if one = strings.TrimSpace(one); one != "" {
			out = append(out, one)
		}
	}
	slices.Sort(out)
	return out
}
