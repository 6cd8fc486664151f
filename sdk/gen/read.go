package gen

import (
	"bytes"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

// Member is one member of an object that is being decoded.
type Member struct {
	Name []byte
	text []byte
	kept **kept.Members
	deep bool // nested deeper than maxDepth, so that nothing decodes it
}

// Keep keeps the member as it is.
func (m *Member) Keep() { m.keep(false) }

func (m *Member) keep(fits bool) {
	put(m.kept, kept.Member{Name: string(m.Name), Text: bytes.Clone(m.text), Fits: fits})
}

func put(into **kept.Members, m kept.Member) {
	if *into == nil {
		*into = &kept.Members{}
	}
	(*into).Put(m)
}

// ReadObject is the UnmarshalJSON of a struct: it calls field for each member. always
// names the fields that are written even when they are zero; when one does not come, that
// is kept too. JSON that is not an object is kept as a whole.
func ReadObject(data []byte, keep *sdk.Kept, field func(*Member), always ...string) error {
	*keep = sdk.Kept{}
	members := keep.Members()
	data = bytes.TrimSpace(data)
	if len(data) == 0 || data[0] != '{' {
		if end, _ := skipValue(data, 0); end != len(data) {
			return errSyntax
		}
		*members = &kept.Members{Whole: bytes.Clone(data)}
		return nil
	}
	m := Member{kept: members}
	var few [16]bool
	seen := append(few[:0], make([]bool, len(always))...)
	dropped := false
	err := each(data, func(name, value []byte, depth int) error {
		m.Name, m.text, m.deep = name, value, depth > maxDepth
		for i := range always {
			seen[i] = seen[i] || string(name) == always[i]
		}
		if (*members).Drop(name) { // a name that comes twice: the last one counts
			dropped = true
		}
		field(&m)
		return nil
	})
	if dropped {
		(*members).Compact()
	}
	for i, came := range seen {
		if !came {
			put(members, kept.Member{Name: always[i]})
		}
	}
	return err
}

// Read decodes the member into a field. A value that does not fit leaves the field zero
// and is kept; a number for a text and the like fill it, and their text is kept.
func Read[T any](m *Member, into *T, fit func([]byte, *T) bool) {
	if m.deep || !fit(m.text, into) {
		if !m.deep && loosely(m, into, fit) {
			return
		}
		var zero T
		*into = zero
		m.Keep()
		return
	}
	switch any(into).(type) {
	case *float64, *sdk.Nullable[float64]:
		m.keepDigits()
	}
}

// ReadPointer decodes the member into an optional field.
func ReadPointer[T any](m *Member, into **T, fit func([]byte, *T) bool) {
	value := new(T)
	if m.deep || !fit(m.text, value) {
		if *into = nil; !m.deep && loosely(m, value, fit) {
			*into = value
			return
		}
		m.Keep()
		return
	}
	*into = value
	if _, ok := any(value).(*float64); ok {
		m.keepDigits()
	}
}

// ReadFixed decodes the member into a field that is filled in when it is empty; so what
// came has to be remembered even where it is empty.
func ReadFixed[T any](m *Member, into *T, fit func([]byte, *T) bool) {
	if Read(m, into, fit); (*m.kept).Find(string(m.Name)) == nil {
		m.keep(true)
	}
}

// ReadExtra decodes a member without a field into a map of such members.
func ReadExtra[T any](m *Member, into *map[string]T, fit func([]byte, *T) bool) {
	var value T
	if m.deep || !fit(m.text, &value) && !loosely(m, &value, fit) {
		delete(*into, string(m.Name))
		m.Keep()
		return
	}
	if *into == nil {
		*into = map[string]T{}
	}
	(*into)[string(m.Name)] = value
}

// keepDigits keeps the text of a number that encoding/json would write otherwise: 1.0, 1e3,
// or more than the 15 digits that always survive in float64. It is written again while the
// field is that number.
func (m *Member) keepDigits() {
	last := len(m.text) - 1
	if last >= 15 || bytes.ContainsAny(m.text, "eE") || m.text[last] == '0' && bytes.IndexByte(m.text, '.') >= 0 {
		m.keep(true)
	}
}
