package gen

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// Variant is what tells one of the types that a union may have from the others. Generated
// code fills it in.
type Variant struct {
	Member   string   // that says which type it is; empty where none does
	Values   []string // of that member, for this type
	Required []string // members without which a value is not of this type
}

// AsVariant decodes one of the types that a union may have. The error says why the value
// is none of that type.
func AsVariant[T any](text []byte, fit func([]byte, *T) bool, is Variant) (T, error) {
	var zero T
	if err := is.check(text); err != nil {
		return zero, err
	}
	return As(text, fit)
}

func (is Variant) check(text []byte) error {
	if is.Member == "" && len(is.Required) == 0 {
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

// MemberText is a member of an object as text, see Text; empty where there is none.
func MemberText(object []byte, name string) string {
	var members map[string]json.RawMessage
	if json.Unmarshal(object, &members) != nil {
		return ""
	}
	return sdk.Text(members[name])
}
