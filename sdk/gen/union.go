package gen

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// Variant is what tells one of the types that a union may have from the others. Generated
// code fills it in.
type Variant struct {
	Name     string   // of the type, for messages
	Member   string   // that says which type it is; empty where none does
	Values   []string // of that member, for this type
	Required []string // members without which a value is not of this type
	Fixed    []Fixed  // members that have only these values, by name
	Type     any      // a nil pointer to the type
}

// Fixed is a member that has few values.
type Fixed struct {
	Name   string
	Values []string // as text
}

// fits reports whether a value can be decoded into the type.
func (is Variant) fits(text []byte) bool {
	return fits(text, reflect.New(reflect.TypeOf(is.Type).Elem()).Interface())
}

// documents reports whether the type has a member.
func (is Variant) documents(name string) bool {
	t := reflect.TypeOf(is.Type).Elem()
	if !isPlanned(t) {
		return false
	}
	_, ok := planOf(t).byName[name]
	return ok
}

// fixed are the values of a member, nil where it has any.
func (is Variant) fixed(name string) []string {
	for _, f := range is.Fixed {
		if f.Name == name {
			return f.Values
		}
	}
	return nil
}

// AsVariant decodes one of the types that a union may have, the one at a place among all, into
// what a pointer points at. The error says why the value is none of that type, or of which it rather
// is: where several could take it, it is of the one that documents the most of its members, the
// first of equals.
func AsVariant(text []byte, pointer any, all []Variant, at int) error {
	is := all[at]
	if err := is.check(text); err != nil {
		return err
	}
	into := reflect.ValueOf(pointer).Elem()
	if !fits(text, pointer) {
		into.SetZero()
		return errUnfit
	}
	if is.Member != "" {
		return nil // a discriminator says it all
	}
	known := is.known(text)
	for i, other := range all {
		if i == at || other.check(text) != nil || !other.fits(text) {
			continue
		}
		if n := other.known(text); n > known || n == known && i < at {
			into.SetZero()
			return fmt.Errorf("%w: it is rather %s", errUnfit, other.Name)
		}
	}
	return nil
}

// Union checks a value of several types: that it is one of them, and the limits of that one.
// There is a check for each type, nil or a func(*T, *Checker).
func (c *Checker) Union(text []byte, all []Variant, checks ...any) {
	if len(text) == 0 {
		c.Missing()
		return
	}
	for i, is := range all {
		value := reflect.New(reflect.TypeOf(is.Type).Elem())
		if AsVariant(text, value.Interface(), all, i) == nil {
			c.nested(func() { callCheck(checks[i], value, c) })
			return
		}
	}
	c.noneOf(all)
}

// known counts the members of a value that the type documents, with the values that they may
// have.
func (is Variant) known(text []byte) int {
	var members map[string]json.RawMessage
	if json.Unmarshal(text, &members) != nil {
		return 0
	}
	n := 0
	for name, value := range members {
		values := is.fixed(name)
		if is.documents(name) && (values == nil || slices.Contains(values, sdk.Text(value))) {
			n++
		}
	}
	return n
}

func (is Variant) check(text []byte) error {
	if is.Member == "" && len(is.Required)+len(is.Fixed) == 0 {
		return nil
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(text, &members) != nil || members == nil {
		return errUnfit
	}
	if is.Member != "" {
		if err := is.named(sdk.Text(members[is.Member])); err != nil {
			return err
		}
	}
	for _, name := range is.Required {
		if _, ok := members[name]; !ok {
			return fmt.Errorf("%w: the member %q is missing", errUnfit, name)
		}
	}
	for _, f := range is.Fixed {
		// Of several values more may come than are documented; a single one is what it is for.
		if value, there := members[f.Name]; there && len(f.Values) == 1 && sdk.Text(value) != f.Values[0] {
			return fmt.Errorf("%w: the member %q is %q, not %q", errUnfit, f.Name, sdk.Text(value), f.Values[0])
		}
	}
	return nil
}

func (is Variant) named(value string) error {
	if slices.Contains(is.Values, value) {
		return nil
	}
	return fmt.Errorf("%w: the member %q is %q, not %s", errUnfit, is.Member, value, is.choices())
}

// choices are the values as text: "a" or "b".
func (is Variant) choices() string {
	var quoted []string
	for _, value := range is.Values {
		quoted = append(quoted, strconv.Quote(value))
	}
	return strings.Join(quoted, " or ")
}

// VariantJSON writes a value that a union is set to. Where the member that says which type
// it is has been left empty, it is filled in; the error says that it stands for another
// type, or that several values could be meant.
func VariantJSON(value any, is Variant) (json.RawMessage, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(text, &members) != nil || members == nil {
		return text, nil // it was decoded so, and is written as it came
	}
	if value := sdk.Text(members[is.Member]); value != "" {
		if err := is.named(value); err != nil {
			return nil, err
		}
		return text, nil
	}
	if len(is.Values) != 1 {
		return nil, fmt.Errorf("the member %q must be set: it is %s", is.Member, is.choices())
	}
	if members[is.Member], err = json.Marshal(is.Values[0]); err != nil {
		return nil, err
	}
	return json.Marshal(members)
}

// FixedJSON writes a value that a union is set to. Members that have a single value and were left empty are
// filled in.
func FixedJSON(value any, is Variant) (json.RawMessage, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	out := []byte{'{'}
	err = each(text, func(name, member []byte, _ int) error {
		if values := is.fixed(string(name)); len(values) == 1 {
			switch string(member) {
			case `""`:
				if member, err = json.Marshal(values[0]); err != nil {
					return err
				}
			case "0", "false":
				member = []byte(values[0])
			}
		}
		out = appendMember(out, string(name), member)
		return nil
	})
	if err != nil || text[0] != '{' {
		return text, nil // it was decoded so, and is written as it came
	}
	return append(out, '}'), nil
}

// MemberText is a member of an object as text, see Text; empty where there is none.
func MemberText(object []byte, name string) string {
	var members map[string]json.RawMessage
	if json.Unmarshal(object, &members) != nil {
		return ""
	}
	return sdk.Text(members[name])
}
