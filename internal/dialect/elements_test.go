package dialect

import (
	"slices"
	"testing"
)

func TestElementLines(t *testing.T) {
	for _, c := range []struct {
		text, typ         string
		parents, children []string
	}{
		{"A box.\nType: string", "string", nil, nil},
		{"Type: string, which must be short.\nChild: none\nParent: None", "string", []string{"none"}, nil},
		{"Type: XML\nParent: Lid, Box or Crate.\nChild: A, B, and one or more C", "XML", []string{"Lid", "Box", "Crate"}, []string{"A", "B", "C"}},
		{"Parent: Yard.Shed.Box", "", []string{"Yard.Shed.Box"}, nil},
		{"Its type: red or blue. The parent: see above", "", nil, nil},
		{"The type of the box: string", "", nil, nil},
		{"", "", nil, nil},
	} {
		if got := TypeLine(c.text); got != c.typ {
			t.Errorf("TypeLine(%q) = %q", c.text, got)
		}
		if got := ElementParents(c.text); !slices.Equal(got, c.parents) {
			t.Errorf("ElementParents(%q) = %q", c.text, got)
		}
		if got := ElementChildren(c.text); !slices.Equal(got, c.children) {
			t.Errorf("ElementChildren(%q) = %q", c.text, got)
		}
	}
}

func TestIsRepeated(t *testing.T) {
	for _, c := range []struct {
		text, element string
		want          bool
	}{
		{"A yard takes 9 boxes and a maximum of 4 lids.", "Lid", true},
		{"One can add multiple rules", "CORSRule", true},
		{"The name has at most 9 letters. Lids are red and lids are round.", "Lid", false},
		{"A maximum of 9 yards", "Lid", false},
		{"It holds one or more Lid elements", "Lid", true},
		{"multiple things are done by lids", "Lid", false},
		{"", "Lid", false},
		{"a maximum of 3 s", "", false},
	} {
		if got := c.element != "" && IsRepeated(c.text, c.element); got != c.want {
			t.Errorf("IsRepeated(%q, %q) = %v", c.text, c.element, got)
		}
	}
}

func TestCollects(t *testing.T) {
	for _, c := range []struct {
		outer, inner string
		want         bool
	}{
		{"Boxs", "Box", true}, {"TargetLids", "Lid", true}, {"LidSet", "Lid", true}, {"AccessList", "Lid", true},
		{"Lid", "Lid", false}, {"Lids", "Box", false},
	} {
		if got := Collects(c.outer, c.inner); got != c.want {
			t.Errorf("Collects(%q, %q) = %v", c.outer, c.inner, got)
		}
	}
	if !HoldsMany("ListLidsResult") || !HoldsMany("DeleteResult") || HoldsMany("Delete") || HoldsMany("CopyResult") {
		t.Error("HoldsMany")
	}
	if !IsPerson("Owner") || IsPerson("Lid") || !ListsElements("Request Elements") || !ListsElements("Response Body") || ListsElements("Request Parameters") {
		t.Error("IsPerson, ListsElements")
	}
}
