package goapi

import (
	"go/token"
	"go/types"
	"slices"
	"testing"
)

// clock imports one package, time, which has one type.
type clock struct{ time *types.Package }

func newClock() clock {
	p := types.NewPackage("time", "time")
	name := types.NewTypeName(token.NoPos, p, "Time", nil)
	types.NewNamed(name, types.NewStruct(nil, nil), nil)
	p.Scope().Insert(name)
	p.MarkComplete()
	return clock{p}
}

func (c clock) Import(string) (*types.Package, error) { return c.time, nil }

func TestCompare(t *testing.T) {
	old := Package{
		"a.go":      []byte("package lamps\n\nimport \"time\"\n\ntype Lamp struct{ Name *string; Made time.Time }\n\nfunc Show() Lamp { return Lamp{} }\n\nfunc Gone() {}\n"),
		"a_test.go": []byte("package lamps\n\nimport \"testing\"\n\nvar _ testing.T\n"),
	}
	new := Package{"b.go": []byte("package lamps\n\nimport \"time\"\n\ntype Lamp struct{ Name string; Made time.Time; Size int }\n\nfunc Show() Lamp { return Lamp{} }\n\nfunc New() {}\n")}
	got, err := Compare("lamps", old, new, newClock())
	if err != nil {
		t.Fatal(err)
	}
	want := []Change{{"Gone", "removed", true}, {"Lamp.Name", "changed from *string to string", true}, {"Lamp.Size", "added", false}, {"New", "added", false}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	imports, err := Imports(old, new)
	if err != nil || !slices.Equal(imports, []string{"time"}) {
		t.Errorf("imports %v, %v", imports, err)
	}
}

func TestCompareFails(t *testing.T) {
	good := Package{"a.go": []byte("package lamps\n")}
	for name, p := range map[string]Package{"syntax": {"a.go": []byte("package")}, "types": {"a.go": []byte("package lamps\n\nvar a b\n")}} {
		if _, err := Compare("lamps", good, p, newClock()); err == nil {
			t.Errorf("%s: no error", name)
		}
		if _, err := Compare("lamps", p, good, newClock()); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := Imports(Package{"a.go": []byte("package")}); err == nil {
		t.Error("no error")
	}
}
