// Package lock reads and writes the file that keeps names: what operations, variants and
// schemas are called in a document, and what generators made of that. It knows the file only,
// neither pages nor documents: packages keep and gogen apply it.
//
// A file lists what has each name, one entry a line and sorted, so that changes of two branches
// merge. What is gone stays listed as gone: its name is never given to another thing, and it
// has its name again when it comes back.
package lock

import (
	"fmt"
	"maps"
	"slices"
)

// File is a lock file.
type File struct {
	Names
	Gone Names // what a document had, and has no more
	// Fields are the properties of each schema in their order.
	Fields map[string][]string
	// Order is the order of what else stands in that of the pages: "tags", the parameters and
	// variants of an operation ("ListJars parameters", "JarsAction variants") and the values of an
	// enumeration ("Jar.state values", of a list "Jar.states item values"), and of the kinds of a value
	// that is of several ("Jar.size kinds").
	Order map[string][]string
	// Distinct are names for generators of what they would give one name, where a thing does not have
	// its own; see package toolname. They are of the properties of a schema ("Jar"), by their names;
	// of the parameters of an operation ("ListJars parameters"), by place and name; and of the values
	// of an enumeration ("Jar.state values"), by the values.
	Distinct map[string]map[string]string
	// Go are the names in Go packages, by the name of the package.
	Go map[string]Go
}

// Names are names by what has them.
type Names struct {
	Operations map[string]Operation // by method and path: "GET /v1/jars/{jar_id}"
	Variants   map[string]Variant   // by their ids
	// Schemas are the names of schemas by where they are used: "ListJars 200", "CreateJar
	// request", "ListJars jar_id" for a parameter, "Jar.lids" for a property of a schema, "Jar *"
	// for further properties, "Jars []" for what a schema of a list is a list of.
	Schemas map[string]string
}

// Operation is an operation of a document: a method and path.
type Operation struct {
	ID   string
	Page string // that describes it
}

// Variant is one of several operations that share a method and path. What is beside Of is
// evidence by which it is known again.
type Variant struct {
	Of    string   // method and path
	Page  string   // that describes it
	Case  string   // which of the cases of its page it is, "" where the page has one
	Query []string // the query words that it always sends
	Body  []string // the names at the root of its body
}

// Go are the names in a Go package by what has them. Each list has keys of its own; see
// package gogen. What is not in the package any more is in the list gone.
type Go map[string]map[string]string

// GoLists are the lists of Go, in the order in which they are written.
var GoLists = []string{"methods", "types", "fields", "parameters", "constants", "gone"}

// New is a file without names.
func New() *File {
	return &File{Names: newNames(), Gone: newNames(), Fields: map[string][]string{}, Order: map[string][]string{}, Distinct: map[string]map[string]string{}, Go: map[string]Go{}}
}

func newNames() Names {
	return Names{map[string]Operation{}, map[string]Variant{}, map[string]string{}}
}

// Clone copies a file, so that a change of one does not change the other.
func (f *File) Clone() *File {
	out := &File{Names: f.Names.clone(), Gone: f.Gone.clone(), Fields: map[string][]string{}, Order: map[string][]string{}, Distinct: map[string]map[string]string{}, Go: map[string]Go{}}
	for name, fields := range f.Fields {
		out.Fields[name] = slices.Clone(fields)
	}
	for what, list := range f.Order {
		out.Order[what] = slices.Clone(list)
	}
	for of, names := range f.Distinct {
		out.Distinct[of] = maps.Clone(names)
	}
	for pkg, lists := range f.Go {
		out.Go[pkg] = lists.Clone()
	}
	return out
}

func (n Names) clone() Names {
	return Names{maps.Clone(n.Operations), maps.Clone(n.Variants), maps.Clone(n.Schemas)}
}

// Clone copies the names of a package.
func (g Go) Clone() Go {
	out := Go{}
	for list, names := range g {
		out[list] = maps.Clone(names)
	}
	return out
}

// Change is a name that users had and have no more, or that they have to look at.
type Change struct {
	Kind string // operation, variant or schema; or, in Go, the singular of a list of GoLists
	// Name is the name that is gone, or was needed twice.
	Name string
	// Now is the name of the same thing now, "" where it is gone.
	Now string
	Why string
	// Of, of a name in Go, is the operation or schema that has it or that has what has it.
	Of string
}

// String is the change as a line for users.
func (c Change) String() string {
	if c.Now == "" {
		return fmt.Sprintf("%s %s is gone: %s", c.Kind, c.Name, c.Why)
	}
	return fmt.Sprintf("%s %s is now %s: %s", c.Kind, c.Name, c.Now, c.Why)
}
