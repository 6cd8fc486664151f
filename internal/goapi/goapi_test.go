package goapi

import (
	"go/token"
	"go/types"
	"slices"
	"strings"
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

// TestSplitNames: a name that was another one of a type, and is a type of its own, is told once.
func TestSplitNames(t *testing.T) {
	const head = "package p\n\ntype A struct{ X int }\n\nfunc (A) Validate() error { return nil }\n\n"
	const rest = "\n\ntype C struct{ F *B; G []B; H map[string]*B2; I B3; J A }\n\nfunc (C) M(b B, n int) (*B, error) { return nil, nil }\n\nvar V B\n"
	before := head + "type B = A\n\ntype B2 = A\n\ntype B3 = A\n" + rest
	own := head + "type B struct{ X int; Y int }\n\ntype B2 = B\n\ntype B3 = A\n\nfunc (B) Validate() error { return nil }\n" + rest
	told := Change{"B", "was another name of A, and is a type of its own: a value of A is not one of B any more; the same is true of B2", true}
	for name, c := range map[string]struct {
		old, new string
		want     []Change
	}{
		"split":  {before, own, []Change{told}},
		"joined": {own, before, []Change{{"B.Y", "removed", true}}},
		"a change besides": {before, strings.Replace(strings.Replace(own, "F *B;", "F B;", 1), "n int", "n string", 1), []Change{
			told, {"C.F", "changed from *B to B", true}, {"C.M", "changed from func(B, int) (*B, error) to func(B, string) (*B, error)", true},
		}},
		"another target": {head + "type D struct{ Y int }\n\ntype B = A\n", head + "type D struct{ Y int }\n\ntype B = D\n",
			[]Change{{"B", "was another name of A, and is another name of D: a value of A is not one of B any more", true}}},
		"many names": {head + "type B = A\ntype B1 = A\ntype B2 = A\ntype B3 = A\ntype B4 = A\ntype B5 = A\n", head + "type B string\ntype B1 = B\ntype B2 = B\ntype B3 = B\ntype B4 = B\ntype B5 = B\n",
			[]Change{{"B", "was another name of A, and is a type of its own: a value of A is not one of B any more; the same is true of B1, B2, B3 and 2 more", true}}},
		"the first is gone": {head + "type B = A\n\nvar V B\n", "package p\n\ntype B struct{ X int }\n\nfunc (B) Validate() error { return nil }\n\nvar V B\n",
			[]Change{{"A", "removed", true}}},
		"no name": {head + "type B = int\n\nvar V B\n", head + "type B string\n\nvar V B\n", []Change{{"B", "changed from int to B", true}, {"V", "changed from int to B", true}}},
	} {
		got, err := Compare("p", Package{"a.go": []byte(c.old)}, Package{"a.go": []byte(c.new)}, newClock())
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got\n%v\nwant\n%v", name, got, c.want)
		}
	}
}

// paths imports any package, which has one type, Time.
type paths map[string]*types.Package

func (all paths) Import(path string) (*types.Package, error) {
	if all[path] == nil {
		p := newClock().time
		all[path] = types.NewPackage(path, "time")
		name := types.NewTypeName(token.NoPos, all[path], "Time", nil)
		types.NewNamed(name, p.Scope().Lookup("Time").Type().Underlying(), nil)
		all[path].Scope().Insert(name)
		all[path].MarkComplete()
	}
	return all[path], nil
}

// TestSameNames: types of one name in two packages are told by the paths of these.
func TestSameNames(t *testing.T) {
	text := func(path string) Package {
		return Package{"a.go": []byte("package p\n\nimport \"" + path + "\"\n\ntype C struct{ At []time.Time }\n\nfunc (*C) When(a *time.Time) {}\n")}
	}
	got, err := Compare("p", text("time"), text("x.example/time"), paths{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range got {
		if was, is, _ := strings.Cut(strings.TrimPrefix(c.Text, "changed from "), " to "); was == is || !strings.Contains(is, "x.example/time.Time") {
			t.Errorf("%v", c)
		}
	}
	if len(got) != 2 {
		t.Errorf("got %v", got)
	}
}
