package document

import (
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Presence is what a schema says of members that must be there together, or one instead of another: by a
// oneOf or an anyOf whose alternatives only list required members, or by not. It says nothing of types.
type Presence struct {
	Rule    string // oneOf: exactly one of the choices holds; anyOf: at least one; not: the choice lists what must not be there together
	Choices []Choice
}

// Choice is one alternative of a Presence.
type Choice struct {
	Has   []string   // all of these are there
	Lacks [][]string // of each of these lists something is missing
}

// String is the choice in words, for messages: "a and b without c".
func (c Choice) String() string {
	text := strings.Join(c.Has, " and ")
	for _, names := range c.Lacks {
		text = strings.TrimLeft(text+" without "+strings.Join(names, " and "), " ")
	}
	return text
}

// Names are all members that the presence is about.
func (p Presence) Names() []string {
	var out []string
	for _, c := range p.Choices {
		out = append(append(out, c.Has...), slices.Concat(c.Lacks...)...)
	}
	return out
}

// Presences are those of a schema and of the schemas in its allOf, each by itself: two lists of alternatives of
// which one must hold are no longer list of alternatives. s may be one that Merged has given.
// unread are the keywords which ask for members in a way that this does not tell, or exclude values in any other way.
func (d *Document) Presences(s *openapi3.Schema) (found []Presence, unread []string) {
	for _, part := range d.partsOf(s) {
		for rule, refs := range map[string]openapi3.SchemaRefs{"anyOf": part.AnyOf, "oneOf": part.OneOf} {
			p, read := presenceOf(rule, refs)
			switch {
			case !read:
				unread = append(unread, rule)
			case len(p.Choices) > 0:
				found = append(found, p)
			}
		}
		if part.Not == nil || part.Not.Value == nil {
			continue
		}
		lists, ok := excluded(part.Not)
		if !ok {
			unread = append(unread, "not")
		}
		for _, names := range lists {
			found = append(found, Presence{"not", []Choice{{Has: names}}})
		}
	}
	slices.SortStableFunc(found, func(a, b Presence) int { return strings.Compare(a.Rule, b.Rule) })
	slices.Sort(unread)
	return found, slices.Compact(unread)
}

// presenceOf reads alternatives. It has no choices where they are of another kind; read is false where only some
// are of this one.
func presenceOf(rule string, refs openapi3.SchemaRefs) (p Presence, read bool) {
	p.Rule = rule
	others := 0
	for _, ref := range refs {
		if ref == nil || ref.Value == nil || !onlyPresence(ref) {
			others++
			continue
		}
		lacks, _ := excluded(ref.Value.Not)
		p.Choices = append(p.Choices, Choice{ref.Value.Required, lacks})
	}
	if others > 0 && len(p.Choices) > 0 {
		return Presence{}, false
	}
	return p, true
}

// onlyPresence reports whether an alternative only says which members are there.
func onlyPresence(ref *openapi3.SchemaRef) bool {
	s := *ref.Value
	if _, ok := excluded(s.Not); !ok || len(s.Required) == 0 && s.Not == nil {
		return false
	}
	if s.Type.Is("object") {
		s.Type = nil
	}
	s.Required, s.Not = nil, nil
	return ref.Ref == "" && shapeless(&openapi3.SchemaRef{Value: &s})
}

// excluded reads a not: the lists of members of which each must not be there as a whole. ok is false where it says
// something else.
func excluded(not *openapi3.SchemaRef) (lists [][]string, ok bool) {
	if not == nil {
		return nil, true
	}
	if not.Ref != "" || not.Value == nil {
		return nil, false
	}
	s := *not.Value
	refs := openapi3.SchemaRefs{not}
	if len(s.AnyOf) > 0 && len(s.Required) == 0 {
		refs, s.AnyOf = s.AnyOf, nil
	}
	s.Required = nil
	if s.Type.Is("object") {
		s.Type = nil
	}
	if !shapeless(&openapi3.SchemaRef{Value: &s}) {
		return nil, false
	}
	for _, ref := range refs {
		if ref == nil || ref.Value == nil || ref.Value.Not != nil || len(ref.Value.Required) == 0 || ref != not && !onlyPresence(ref) {
			return nil, false
		}
		lists = append(lists, ref.Value.Required)
	}
	return lists, true
}
