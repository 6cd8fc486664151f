// Package goapi says what differs between two states of a Go package for the programs that use it.
package goapi

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/exp/apidiff"
)

// Change is one difference.
type Change struct {
	Subject  string // what of the package, as "Lamp.Name"
	Text     string // how it differs
	Breaking bool   // a program that uses the package may not compile any more
}

// Package is a package as the texts of its files by name.
type Package map[string][]byte

// Imports are the import paths of packages, each once, sorted.
func Imports(packages ...Package) ([]string, error) {
	all := map[string]bool{}
	for _, p := range packages {
		files, err := p.parse(token.NewFileSet(), parser.ImportsOnly)
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			for _, spec := range f.Imports {
				if path, err := strconv.Unquote(spec.Path.Value); err == nil {
					all[path] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(all)), nil
}

// Compare says what differs, by apidiff: what breaks first. The importer gives the packages that
// both sides import; a type of theirs must be one type for both.
func Compare(name string, old, new Package, from types.Importer) (out []Change, err error) {
	defer func() {
		// A library that compares types must not end a program over strange ones.
		if r := recover(); r != nil {
			out, err = nil, fmt.Errorf("the packages cannot be compared: %v", r)
		}
	}()
	a, err := old.check(name, from)
	if err != nil {
		return nil, fmt.Errorf("the old package: %w", err)
	}
	b, err := new.check(name, from)
	if err != nil {
		return nil, fmt.Errorf("the new package: %w", err)
	}
	split := splitsOf(a, b)
	out = append([]Change{}, split.changes(b)...)
	for _, c := range apidiff.Changes(a, b).Changes {
		subject, text, _ := strings.Cut(c.Message, ": ")
		if !split.follows(subject, text) {
			out = append(out, Change{subject, full(subject, text, a, b), !c.Compatible})
		}
	}
	slices.SortStableFunc(out, func(x, y Change) int {
		switch {
		case x.Breaking == y.Breaking:
			return cmp.Or(strings.Compare(x.Subject, y.Subject), strings.Compare(x.Text, y.Text))
		case x.Breaking:
			return -1
		}
		return 1
	})
	return out, nil
}

// check type-checks a package.
func (p Package) check(name string, from types.Importer) (*types.Package, error) {
	set := token.NewFileSet()
	files, err := p.parse(set, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	config := types.Config{Importer: from, IgnoreFuncBodies: true}
	return config.Check(name, set, files, nil)
}

// parse reads the files of a package without its tests.
func (p Package) parse(set *token.FileSet, mode parser.Mode) ([]*ast.File, error) {
	var out []*ast.File
	for _, name := range slices.Sorted(maps.Keys(p)) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, p[name], mode)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}
