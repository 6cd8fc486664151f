// Package keep gives the operations and schemas of a model the names that a lock file has for
// them, so that what users call lasts when the pages change:
//
//	Operations  are known again by method and path; variants of one by what they send, by the
//	            page that describes them, and by the name that they would have without a lock
//	Schemas     are known again by where they are used, from the operations inwards
//
// What the file does not list gets the name that it has without a lock, or, where that is or was
// the name of something else, a further one. Structures that became equal stay two, and of two
// that were one the one that is more like it keeps the name. It takes and gives the model; it
// does not know how names are made, and makes no findings.
package keep

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// Names are the names of one set. New makes them; first Operations is called, then Schemas.
type Names struct {
	old, next *lock.File
	changes   []lock.Change
	ids       map[string]bool // ids that operations have or had, in small letters
	numbers   map[string]int  // how far numbered went with a name
}

// New holds the names of a file, which it does not change.
func New(old *lock.File) *Names {
	n := &Names{old: old, next: lock.New(), ids: map[string]bool{}, numbers: map[string]int{}}
	n.next.Go = old.Clone().Go
	for _, names := range []lock.Names{old.Names, old.Gone} {
		for _, op := range names.Operations {
			n.ids[strings.ToLower(op.ID)] = true
		}
		for id := range names.Variants {
			n.ids[strings.ToLower(id)] = true
		}
	}
	return n
}

// File is the lock file with the names that the model has now.
func (n *Names) File() *lock.File { return n.next }

// Changes are the names that users had and have no more.
func (n *Names) Changes() []lock.Change { return n.changes }

func (n *Names) changed(kind, name, now, why string) {
	n.changes = append(n.changes, lock.Change{Kind: kind, Name: name, Now: now, Why: why})
}

// freeID makes an id that no operation has or had: the one that it would have without a lock,
// with the version of its path or its chapter, else with a number.
func (n *Names) freeID(op *api.Operation, id string) string {
	for _, suffix := range []string{"", strings.ToUpper(strings.ReplaceAll(urlpath.Version(op.Path), ".", "")), letters(op.Tag)} {
		if !n.ids[strings.ToLower(id+suffix)] {
			id += suffix
			break
		}
	}
	id = n.numbered(id, func(id string) bool { return !n.ids[strings.ToLower(id)] })
	n.ids[strings.ToLower(id)] = true
	return id
}

// numbered is a name, or where it is not free the first free one of those that it makes with a
// number. What is not free never becomes so, and the caller takes the name.
func (n *Names) numbered(name string, free func(string) bool) string {
	if free(name) {
		return name
	}
	i := max(2, n.numbers[name])
	for !free(name + strconv.Itoa(i)) {
		i++
	}
	n.numbers[name] = i
	return name + strconv.Itoa(i)
}

// letters are the letters and digits of a text that can stand in an identifier.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}

// sorted lists the keys of a map in order.
func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
