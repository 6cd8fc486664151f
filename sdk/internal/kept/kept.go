// Package kept stores what was decoded into a struct but has no place in its fields. Type
// sdk.Kept shows it to users; package gen fills it and writes it back. It also works on the
// fields of an sdk.Nullable, for those who do not know what it holds.
package kept

import (
	"encoding/json"
	"maps"
	"slices"
)

// Members are the members of one object that are kept, each name once, in the order in
// which they came first. A nil *Members is empty.
type Members struct {
	Whole json.RawMessage // JSON that is not an object, in place of all members
	Probe bool            // the value is not to be written: package encode asks what writes it

	list  []Member
	index map[string]int // where each name is; nil up to maxUnindexed members
}

// maxUnindexed is up to how many members looking at each of them is quicker than a map.
const maxUnindexed = 16

// Member without text is a member that was not there, of a field that is always written
// otherwise. One that fits is also in its field, and only the exact text is kept.
type Member struct {
	Name string
	Text json.RawMessage
	Fits bool
	// As is how the field is written while it is what was read, where that is not Text: the
	// value came as another type, and filled its field all the same.
	As json.RawMessage

	dropped bool // it came again while the object is read; Compact takes it out
}

// Shown reports whether the member is one that no field holds.
func (m *Member) Shown() bool { return m.Text != nil && !m.Fits }

// List gives the members. It must not be changed.
func (k *Members) List() []Member {
	if k == nil {
		return nil
	}
	return k.list
}

// Find gives the member of a name, or nil. What it points at must not be changed.
func (k *Members) Find(name string) *Member {
	if k == nil {
		return nil
	}
	if i := k.position(name); i >= 0 && !k.list[i].dropped {
		return &k.list[i]
	}
	return nil
}

// position is where a member is, also one that is dropped, or -1.
func (k *Members) position(name string) int {
	if k.index != nil {
		if i, ok := k.index[name]; ok {
			return i
		}
		return -1
	}
	for i := range k.list {
		if k.list[i].Name == name {
			return i
		}
	}
	return -1
}

// Clone makes a copy that shares no memory that changes.
func (k *Members) Clone() *Members {
	if k == nil {
		return &Members{}
	}
	return &Members{Whole: k.Whole, list: slices.Clone(k.list), index: maps.Clone(k.index)}
}

// Put adds a member, in place of one of the same name.
func (k *Members) Put(m Member) {
	if i := k.position(m.Name); i >= 0 {
		k.list[i] = m
		return
	}
	k.list = append(k.list, m)
	if k.index != nil {
		k.index[m.Name] = len(k.list) - 1
	} else if len(k.list) > maxUnindexed {
		k.reindex()
	}
}

// Drop marks a member that comes again while the object is read. Taking it out at once
// would move all after it, each time; and its position is used when it is kept again.
func (k *Members) Drop(name []byte) (found bool) {
	if k == nil {
		return false
	}
	if k.index != nil {
		i, found := k.index[string(name)] // no copy of the name is made for that
		if found {
			k.list[i].dropped = true
		}
		return found
	}
	for i := range k.list {
		if k.list[i].Name == string(name) {
			k.list[i].dropped = true
			return true
		}
	}
	return false
}

// Compact takes out what is dropped.
func (k *Members) Compact() {
	k.list = slices.DeleteFunc(k.list, func(m Member) bool { return m.dropped })
	k.reindex()
}

func (k *Members) reindex() {
	if k.index = nil; len(k.list) <= maxUnindexed {
		return
	}
	k.index = make(map[string]int, 2*len(k.list))
	for i, m := range k.list {
		k.index[m.Name] = i
	}
}
