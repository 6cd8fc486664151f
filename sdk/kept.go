package sdk

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
)

var errUnfit = errors.New("the JSON value does not fit the Go type")

// Kept is what was decoded into a struct but has no place in its fields: members that the
// document does not list, and values that do not fit, such as 25.2 for an integer or null
// for a list. A field whose value did not fit is left zero. Everything kept is written
// back as it came; once the field is set, the field counts.
//
//	var server Server
//	err := json.Unmarshal([]byte(`{"cores": "4", "colour": "red"}`), &server)
//	// err is nil, server.Cores is nil
//	text, ok := server.Kept.Get("cores") // "4" with its quotes, true
//
// A member whose JSON is nested more than 100 deep is kept as well, whatever its field is.
//
// Set sends a member that the document does not know. The zero Kept is empty. A copy of a
// Kept may be changed without changing the original.
type Kept struct{ in *kept } // a pointer, so that structs with a Kept can be compared

type kept struct {
	whole   json.RawMessage // JSON that is no object, in place of all members
	members []keptMember
	index   map[string]int // where each name is; nil up to maxUnindexed members
}

// maxUnindexed is up to how many members looking at each of them is quicker than a map.
const maxUnindexed = 16

// keptMember without text is a member that was not there, of a field that is always
// written otherwise. One that fits is also in its field, and only the exact text is kept.
type keptMember struct {
	name    string
	text    json.RawMessage
	fits    bool
	dropped bool // it came again while the object is read; compact takes it out
}

// shown reports whether the member is one that no field holds.
func (m keptMember) shown() bool { return m.text != nil && !m.fits }

func (k Kept) find(name string) int {
	if k.in == nil {
		return -1
	}
	if i := k.in.place(name); i >= 0 && !k.in.members[i].dropped {
		return i
	}
	return -1
}

// place is where a member is, also one that is dropped, or -1.
func (k *kept) place(name string) int {
	if k.index != nil {
		if i, ok := k.index[name]; ok {
			return i
		}
		return -1
	}
	for i := range k.members {
		if k.members[i].name == name {
			return i
		}
	}
	return -1
}

// Get gives the JSON of a member, and whether it is kept.
func (k Kept) Get(name string) (json.RawMessage, bool) {
	if i := k.find(name); i >= 0 && k.in.members[i].shown() {
		return k.in.members[i].text, true
	}
	return nil, false
}

// Names lists the kept members in the order in which they came first.
func (k Kept) Names() []string {
	var names []string
	if k.in != nil {
		for _, m := range k.in.members {
			if m.shown() {
				names = append(names, m.name)
			}
		}
	}
	return names
}

// Whole gives JSON that was decoded into the struct but is no object.
func (k Kept) Whole() (json.RawMessage, bool) {
	if k.in == nil {
		return nil, false
	}
	return k.in.whole, k.in.whole != nil
}

// IsZero reports whether nothing is kept.
func (k Kept) IsZero() bool { return k.in == nil }

// Decides reports whether the text of a member, or that there is none, is what was
// decoded. Generated code asks before it fills in a constant.
func (k Kept) Decides(name string) bool {
	return k.in != nil && (k.in.whole != nil || k.find(name) >= 0)
}

// Set keeps the JSON of a member, which is written unless a field of that name is set.
func (k *Kept) Set(name string, text json.RawMessage) {
	k.own()
	k.put(keptMember{name: name, text: text})
}

// Delete forgets a member.
func (k *Kept) Delete(name string) {
	if i := k.find(name); i >= 0 {
		k.own()
		k.in.members[i].dropped = true
		k.in.compact()
	}
}

// own makes a copy that nobody else has.
func (k *Kept) own() {
	mine := &kept{}
	if k.in != nil {
		mine.whole, mine.members, mine.index = k.in.whole, slices.Clone(k.in.members), maps.Clone(k.in.index)
	}
	k.in = mine
}

func (k *Kept) put(m keptMember) {
	if k.in == nil {
		k.in = &kept{}
	}
	if i := k.in.place(m.name); i >= 0 {
		k.in.members[i] = m
		return
	}
	k.in.members = append(k.in.members, m)
	if k.in.index != nil {
		k.in.index[m.name] = len(k.in.members) - 1
	} else if len(k.in.members) > maxUnindexed {
		k.in.reindex()
	}
}

// drop marks a member that comes again while the object is read. Taking it out at once
// would move all behind it, each time; and its place is used when it is kept again.
func (k *kept) drop(name []byte) (found bool) {
	if k.index != nil {
		i, found := k.index[string(name)] // no copy of the name is made for that
		if found {
			k.members[i].dropped = true
		}
		return found
	}
	for i := range k.members {
		if k.members[i].name == string(name) {
			k.members[i].dropped = true
			return true
		}
	}
	return false
}

// compact takes out what is dropped.
func (k *kept) compact() {
	k.members = slices.DeleteFunc(k.members, func(m keptMember) bool { return m.dropped })
	k.reindex()
}

func (k *kept) reindex() {
	if k.index = nil; len(k.members) <= maxUnindexed {
		return
	}
	k.index = make(map[string]int, 2*len(k.members))
	for i, m := range k.members {
		k.index[m.name] = i
	}
}
