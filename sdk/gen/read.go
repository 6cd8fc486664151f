package gen

import (
	"bytes"
	"encoding/json"
	"reflect"

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

// ReadStruct is the UnmarshalJSON of a generated struct, which v points at: it replaces it by what
// data holds. The tags of the fields say the names of members; a field without omitzero is written
// even when it is zero, and one tagged constant is filled in, so that these did not come is kept,
// too. JSON that is not an object is kept as a whole.
func ReadStruct(data []byte, v any) error {
	s := reflect.ValueOf(v).Elem()
	p := planOf(s.Type())
	s.SetZero()
	members := s.Field(p.kept).Addr().Interface().(*sdk.Kept).Members()
	data = bytes.TrimSpace(data)
	if len(data) == 0 || data[0] != '{' {
		if end, _ := skipValue(data, 0); end != len(data) {
			return errSyntax
		}
		*members = &kept.Members{Whole: bytes.Clone(data)}
		return nil
	}
	m := Member{kept: members}
	var few [32]bool
	came := few[:]
	if len(p.fields) > len(few) {
		came = make([]bool, len(p.fields))
	}
	dropped, next := false, 0
	err := each(data, func(name, value []byte, depth int) error {
		m.Name, m.text, m.deep = name, value, depth > maxDepth
		if (*members).Drop(name) { // a name that comes twice: the last one counts
			dropped = true
		}
		i := p.find(name, next)
		switch {
		case i >= 0:
			came[i], next = true, i+1
			p.fields[i].read(&m, s.Field(p.fields[i].index))
		case p.extra != nil:
			p.extra.read(&m, s.Field(p.extra.index))
		default:
			m.Keep()
		}
		return nil
	})
	if dropped {
		(*members).Compact()
	}
	for _, i := range p.always {
		if !came[i] {
			put(members, kept.Member{Name: p.fields[i].name})
		}
	}
	return err
}

// ReadRaw is the UnmarshalJSON of a union.
//
//go:noinline
func ReadRaw(data []byte, into *json.RawMessage) error {
	*into = append(json.RawMessage(nil), data...)
	return nil
}

// ReadDefined is the UnmarshalJSON of a list or map with a name, which v points at; null leaves
// none.
func ReadDefined(data []byte, v any) error {
	into := reflect.ValueOf(v).Elem()
	read := reflect.New(into.Type()).Elem()
	if !isNull(data) && !definedFitter(into.Type())(data, read) {
		return errUnfit
	}
	into.Set(read)
	return nil
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
