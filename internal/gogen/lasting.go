package gogen

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/lock"
)

// The lists of names of a package in a lock file, and what their keys are.
const (
	keptMethods    = "methods"    // the operationId; of a method beside that of an operation, what it does after it
	keptTypes      = "types"      // the schema's name, or where one without a name stands
	keptFields     = "fields"     // schema.property, in a structure without a name its Go name.property
	keptParameters = "parameters" // operationId, place and name
	keptConstants  = "constants"  // the schema's name, or its type's, "=" and the value
	keptGone       = "gone"       // what had a name and is not in the package: its list and key
)

// lastingNames gives things the Go names that they had, and notes those that they have now. A name
// that something had is given to nothing else.
type lastingNames struct {
	old, next lock.Go
	owners    map[string]map[string]string // for each name space: who has a name
	wheres    map[string]string            // the ids of calls by where they stand
}

func newLastingNames(old lock.Go) *lastingNames {
	k := &lastingNames{old: old, next: lock.Go{}, owners: map[string]map[string]string{}, wheres: map[string]string{}}
	for list, names := range old {
		for key, name := range names {
			if list == keptGone {
				list, key, _ := strings.Cut(key, " ")
				k.own(list, key, name)
				continue
			}
			k.own(list, key, name)
		}
	}
	return k
}

// own notes who has a name.
func (k *lastingNames) own(list, key, name string) {
	space := spaceOf(list, key)
	if k.owners[space] == nil {
		k.owners[space] = map[string]string{}
	}
	k.owners[space][name] = list + " " + key
}

// spaceOf is the name space of a thing: types and constants share that of the package, each
// structure and each operation has one of its own.
func spaceOf(list, key string) string {
	switch list {
	case keptTypes, keptConstants:
		return "package"
	case keptFields, keptParameters:
		return list + " " + ownerOf(key)
	}
	return list
}

// listed is the name that a thing had, or "".
func (k *lastingNames) listed(list, key string) string {
	return cmp.Or(k.old[list][key], k.old[keptGone][list+" "+key])
}

// choices are the names that a thing may have: the one that it had, else those of the given
// that nothing else had.
func (k *lastingNames) choices(list, key string, names ...string) []string {
	if name := k.listed(list, key); name != "" {
		return []string{name}
	}
	owners := k.owners[spaceOf(list, key)]
	isOwned := func(name string) bool { return owners[name] != "" && owners[name] != list+" "+key }
	free := slices.DeleteFunc(slices.Clone(names), isOwned)
	for i := 2; len(free) == 0; i++ {
		if name := names[0] + strconv.Itoa(i); !isOwned(name) {
			free = append(free, name)
		}
	}
	return free
}

// mayHave reports whether a thing may have a name: it is not that of another one, not even of one that
// is gone.
func (k *lastingNames) mayHave(list, key, name string) bool {
	owner := k.owners[spaceOf(list, key)][name]
	return owner == "" || owner == list+" "+key
}

// note notes the name that a thing has.
func (k *lastingNames) note(list, key, name string) string {
	if k.next[list] == nil {
		k.next[list] = map[string]string{}
	}
	k.next[list][key] = name
	return name
}

// at is the key of what stands somewhere in the document: calls are known by their ids there,
// because the place of a variant is a number.
func (k *lastingNames) at(where string) string {
	if name, ok := strings.CutPrefix(where, document.SchemaPrefix); ok {
		return name
	}
	for end := len(where); end > 0; end = strings.LastIndexByte(where[:end], ' ') {
		if id, ok := k.wheres[where[:end]]; ok {
			return id + where[end:]
		}
	}
	return where
}

// ownerOf is the operation or schema that a key begins with.
func ownerOf(key string) string {
	if i := strings.IndexAny(key, " ./="); i > 0 {
		return key[:i]
	}
	return key
}

// has reports whether an operation or schema is in the package.
func (k *lastingNames) has(owner string) bool {
	return k.next[keptMethods][owner] != "" || k.next[keptTypes][owner] != ""
}

// finish gives the names for the file, and what users had and have no more.
func (k *lastingNames) finish() (lock.Go, []lock.Change) {
	var changes []lock.Change
	for _, list := range lock.GoLists {
		for _, key := range sorted(k.old[list]) {
			name := k.old[list][key]
			switch now, ok := k.next[list][key]; {
			case list == keptGone:
				of, thing, _ := strings.Cut(key, " ")
				if _, back := k.next[of][thing]; !back {
					k.note(list, key, name)
				}
			case !ok:
				k.note(keptGone, list+" "+key, name)
				if of := ownerOf(key); !isArgument(list, key) && (of == key || k.has(of)) { // else the owner is gone, which says it all
					changes = append(changes, lock.Change{Kind: "Go " + strings.TrimSuffix(list, "s"), Name: name, Of: of, Why: key + " is not in the package any more"})
				}
			case now != name && !isArgument(list, key):
				changes = append(changes, lock.Change{Kind: "Go " + strings.TrimSuffix(list, "s"), Name: name, Now: now, Of: ownerOf(key), Why: whyRenamed(list, key)})
			}
		}
	}
	return k.next, changes
}

// isArgument reports whether a name is that of an argument of a method, as those of parameters in paths
// are: no program that calls it says it.
func isArgument(list, key string) bool {
	_, place, _ := strings.Cut(key, " ")
	return list == keptParameters && strings.HasPrefix(place, openapi3.ParameterInPath+" ")
}

// whyRenamed says why a thing has another name than the file of names says. Methods beside that of an
// operation, as those that wait, are named after it, which may have another name in the file.
func whyRenamed(list, key string) string {
	if owner, _, beside := strings.Cut(key, " "); beside && list == keptMethods {
		return "it is named after " + owner + ", which has another name"
	}
	return key + " has this name in the configuration or the document"
}
