package sdk

import (
	"encoding/json"

	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

// Kept is what was decoded into a struct but has no place in its fields: members that the
// document does not list, and values that do not fit, such as 25.2 for an integer or null
// for a list. A field whose value did not fit is left zero. Everything kept is written
// back as it came; once the field is set, the field counts.
//
//	var server Server
//	err := json.Unmarshal([]byte(`{"cores": "four", "colour": "red"}`), &server)
//	// err is nil, server.Cores is nil
//	text, ok := server.Kept.Get("cores") // "four" with its quotes, true
//
// A number that came as a text, or a text as a number, fills its field ("4" is 4 for an
// integer), and is written back as it came as long as the field stays so.
//
// A member whose JSON is nested more than 100 deep is kept as well, whatever its field is.
//
// Set sends a member that the document does not know. The zero Kept is empty. A copy of a
// Kept may be changed without changing the original.
type Kept struct{ in *kept.Members } // a pointer, so that structs with a Kept can be compared

// Get gives the JSON of a member, and whether it is kept.
func (k Kept) Get(name string) (json.RawMessage, bool) {
	if m := k.in.Find(name); m != nil && m.Shown() {
		return m.Text, true
	}
	return nil, false
}

// Names lists the kept members in the order in which they came first.
func (k Kept) Names() []string {
	var names []string
	for _, m := range k.in.List() {
		if m.Shown() {
			names = append(names, m.Name)
		}
	}
	return names
}

// Whole gives JSON that was decoded into the struct but is not an object.
func (k Kept) Whole() (json.RawMessage, bool) {
	if k.in == nil {
		return nil, false
	}
	return k.in.Whole, k.in.Whole != nil
}

// IsZero reports whether nothing is kept.
func (k Kept) IsZero() bool { return k.in == nil }

// Set keeps the JSON of a member, which is written unless a field of that name is set.
func (k *Kept) Set(name string, text json.RawMessage) {
	k.in = k.in.Clone()
	k.in.Put(kept.Member{Name: name, Text: text})
}

// Delete removes a member.
func (k *Kept) Delete(name string) {
	if k.in.Find(name) != nil {
		k.in = k.in.Clone()
		k.in.Drop([]byte(name))
		k.in.Compact()
	}
}

// Members is for package gen, which fills a Kept and writes it back.
func (k *Kept) Members() **kept.Members { return &k.in }
