package reconcile

import (
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// check marks the examples that satisfy the decided model. One that does not is a finding
// and is left out of the spec, where it would contradict its own schema. A value that is a
// placeholder breaks no limit, but leaves the example out, too.
func (r *reconciler) check() {
	r.eachOperation(func(op *api.Operation) {
		sent, broken := 0, []problem(nil)
		for _, e := range op.Examples {
			body := bodyOf(op, e)
			if !e.JSON || body == nil || r.partOf[e] != nil {
				continue // no instance of the body, and reported
			}
			v := r.printed(e)
			if v == nil {
				continue
			}
			problems, placeholder := problemsOf(v, &body.Type, asDecided, r.patterns)
			e.Valid = len(problems) == 0 && placeholder == nil
			r.reportExample(e, &body.Type, problems, placeholder)
			if e.Valid {
				r.hideReference(e, v)
			}
			if e.Side == api.SideRequest && !e.Shared {
				sent++
				if len(problems) > 0 {
					broken = append(broken, problems[0])
				}
			}
		}
		if sent > 0 && len(broken) == sent {
			says := "the one printed request does not fit the tables: "
			if sent > 1 {
				says = fmt.Sprintf("none of the %d printed requests fits the tables: in the first, ", sent)
			}
			r.found.Add("docs/no-valid-request", op.Origin.Page, op.Origin.Pos, says+broken[0].text)
		}
	})
}

// reportExample reports why an example is left out of the document.
func (r *reconciler) reportExample(e *api.Example, t *api.Type, problems []problem, placeholder *problem) {
	switch {
	case len(problems) > 0:
		p := problems[0]
		entry := r.found.Add("docs/example-breaks-schema", e.Origin.Page, e.At(p.off), "the example does not satisfy its own table: "+p.text)
		if t.Schema != nil {
			entry.Related(relatedAt(t.Schema.Origin, "the table of the body"))
		}
	case placeholder != nil:
		r.found.Add("docs/placeholder-in-example", e.Origin.Page, e.At(placeholder.off),
			"the example has a placeholder that its table does not allow as a value: "+placeholder.text)
	}
}

type problem struct {
	off  int
	text string
}

// problemsOf lists what a body does not satisfy of its type. field gives the field to hold a
// member against, which is the model's own once all is decided. A limit that only a placeholder
// breaks is not a problem of the body; the first is told apart.
func problemsOf(v *payload.Value, t *api.Type, field func(*api.Field) *api.Field, p patterns) (problems []problem, placeholder *problem) {
	c := &checker{field: field, patterns: p}
	c.value(v, slot{typ: t, name: "the body"}, 0)
	return c.problems, c.placeholder
}

func asDecided(f *api.Field) *api.Field { return f }

type checker struct {
	field    func(*api.Field) *api.Field
	patterns patterns
	problems []problem
	// placeholder is the first limit that a value breaks which stands for any other.
	placeholder *problem
}

// slot is what a value is held against.
type slot struct {
	typ    *api.Type
	limits api.Limits
	elems  api.Limits // of the elements of a list or the values of a map
	name   string
}

// elem is the slot of what is in a list or map.
func (s slot) elem(name string) slot { return slot{typ: s.typ.Elem, limits: s.elems, name: name} }

func (c *checker) add(v *payload.Value, format string, args ...any) {
	c.problems = append(c.problems, problem{v.Off, fmt.Sprintf(format, args...)})
}

// limit notes a limit that a value breaks: a placeholder, which stands for any value, is none.
func (c *checker) limit(v *payload.Value, format string, args ...any) {
	if isPlaceholder(v) || isMasked(v) {
		c.placeholder = cmp.Or(c.placeholder, &problem{v.Off, fmt.Sprintf(format, args...)})
		return
	}
	c.add(v, format, args...)
}

func (c *checker) value(v *payload.Value, s slot, depth int) {
	t := s.typ
	switch {
	case depth > maxDepth || t.Kind == api.Any:
	case v.Kind == payload.Null:
		if !t.Nullable {
			c.add(v, "%s is null", s.name)
		}
	case t.Schema != nil && t.Schema.Root != nil:
		c.value(v, slot{typ: t.Schema.Root, name: s.name}, depth+1)
	case !accepts(t, kindOf(v)):
		c.add(v, "%s is %s, not %s", s.name, v.Kind, typeWords(t))
	default:
		// Limits are those of the documented kind; another kind that examples show has none.
		if kindOf(v) == t.Kind || t.Kind == api.Number && v.Kind == payload.Number || t.Kind == api.Map {
			for _, words := range checkLimits(s.limits, v, c.patterns) {
				c.limit(v, "%s %s", s.name, words)
			}
		}
		c.inside(v, s, depth)
	}
}

// inside checks the elements of a list and the members of an object.
func (c *checker) inside(v *payload.Value, s slot, depth int) {
	t := s.typ
	switch {
	case v.Kind == payload.Array && t.Elem != nil:
		elem := elementOf + s.name
		for _, item := range v.Items {
			c.value(item, s.elem(elem), depth+1)
		}
	case v.Kind == payload.Array && t.AlsoElem != nil:
		elem := elementOf + s.name
		for _, item := range v.Items {
			c.value(item, slot{typ: t.AlsoElem, name: elem}, depth+1)
		}
	case v.Kind == payload.Object && t.Kind == api.Array && t.Elem.Schema != nil:
		c.object(v, t.Elem.Schema, depth)
	case t.Kind == api.Map:
		for _, m := range v.Members {
			c.value(m.Value, s.elem(diag.Quote(m.Name)), depth+1)
		}
	case v.Kind == payload.Object && t.Schema != nil:
		c.object(v, t.Schema, depth)
	}
}

// elementOf stands before the name of a list.
const elementOf = "an element of "

func (c *checker) object(v *payload.Value, s *api.Schema, depth int) {
	for _, own := range s.Fields {
		f := c.field(own)
		m := v.Member(f.Name)
		if m == nil {
			if s.Request && f.Need == api.NeedYes {
				c.add(v, "the mandatory %s is missing", f.Name)
			}
			continue
		}
		if k := f.Decided.Const; k != nil && m.JSON() != k.JSON {
			c.limit(m, "%s is not %s", f.Name, k.JSON)
		}
		c.value(m, slot{typ: &f.Type, limits: f.Decided.Limits, elems: f.Decided.Elems, name: f.Name}, depth+1)
	}
	if s.Extra == nil {
		return
	}
	for _, m := range v.Members {
		if s.Field(m.Name) == nil {
			c.value(m.Value, slot{typ: s.Extra, name: diag.Quote(m.Name)}, depth+1)
		}
	}
}

// checkLimits says in words which limits a value breaks.
func checkLimits(l api.Limits, v *payload.Value, p patterns) []string {
	var out []string
	fail := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	// below and above compare a count with a bound, which may be missing.
	below := func(n int, bound *uint64) bool { return bound != nil && uint64(n) < *bound }
	above := func(n int, bound *uint64) bool { return bound != nil && uint64(n) > *bound }
	switch v.Kind {
	case payload.Number:
		if l.Min != "" && compareNumbers(v.Text, l.Min) < 0 {
			fail("is below %s", l.Min)
		}
		if l.Max != "" && compareNumbers(v.Text, l.Max) > 0 {
			fail("is above %s", l.Max)
		}
		if l.Multiple != "" && !isMultiple(v.Text, l.Multiple) {
			fail("is not a multiple of %s", l.Multiple)
		}
	case payload.String:
		n := utf8.RuneCountInString(v.Text)
		if below(n, l.MinLength) {
			fail("is shorter than %s", diag.Counted(*l.MinLength, "character"))
		}
		if above(n, l.MaxLength) {
			fail("is longer than %s", diag.Counted(*l.MaxLength, "character"))
		}
		if l.Pattern != "" {
			if re := p.compiled(l.Pattern); re != nil && !re.MatchString(v.Text) {
				fail("does not match %s", l.Pattern)
			}
		}
	case payload.Array:
		if below(len(v.Items), l.MinItems) {
			fail("has fewer than %s", diag.Counted(*l.MinItems, "element"))
		}
		if above(len(v.Items), l.MaxItems) {
			fail("has more than %s", diag.Counted(*l.MaxItems, "element"))
		}
	}
	if len(l.Enum) > 0 {
		if text := v.JSON(); !slices.ContainsFunc(l.Enum, func(e api.Value) bool { return e.JSON == text }) {
			fail("is %s, which is none of the listed values", show(v))
		}
	}
	return out
}
