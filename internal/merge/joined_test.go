package merge

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// joined merges the structures of responses and gives what is left of them, and the findings.
func joined(schemas ...*api.Schema) ([]*api.Schema, []diag.Finding) {
	svc := &api.Service{}
	for i, s := range schemas {
		svc.Operations = append(svc.Operations, withResponse(string(rune('A'+i)), s))
	}
	found := new(diag.List)
	Schemas(svc, found)
	return svc.Schemas, found.Sorted()
}

// TestJoinedHalf: structures of one name that share half of the fields of the smaller are one.
func TestJoinedHalf(t *testing.T) {
	for fields, want := range map[string]int{"id name rim cap": 1, "id rim cap cup": 2, "id name": 1, "id rim": 2, "id name rim cap cup": 1} {
		if got, _ := joined(typed("jar", "id", "name", "lid", "tap"), typed("jar", strings.Fields(fields)...)); len(got) != want {
			t.Errorf("%s: %d structures, want %d", fields, len(got), want)
		}
	}
}

// TestJoinedLess: two fields of five are less than half.
func TestJoinedLess(t *testing.T) {
	for fields, want := range map[string]int{"id name rim cap cup": 2, "id name lid cap cup": 1} {
		if got, _ := joined(typed("jar", "id", "name", "lid", "tap", "knob"), typed("jar", strings.Fields(fields)...)); len(got) != want {
			t.Errorf("%s: %d structures, want %d", fields, len(got), want)
		}
	}
}

// TestJoinedRows: a field knows the rows of all pages, each once.
func TestJoinedRows(t *testing.T) {
	again := pageJar("c", "jar", "id string printed=[1]", "name string")
	again.Fields[0].Also = []api.Row{{Origin: api.Origin{Page: "d"}}, {Origin: api.Origin{Page: "b"}}, {Origin: api.Origin{Page: "a"}}}
	again.Fields[0].Also[1].Origin.Pos.Line, again.Fields[0].Also[2].Origin.Pos.Line = 1, 1
	kept, _ := joined(pageJar("a", "jar", "id string", "name string"), pageJar("b", "jar", "id string", "name string"), again, pageJar("e", "jar", "id string", "name string", "lid string"))
	var rows []string
	for _, r := range kept[0].Fields[0].Also {
		rows = append(rows, r.Origin.Page+"/"+r.Claims)
	}
	if claims := kept[0].Fields[0].Claims; len(claims) != 1 || claims[0].Fact != api.FactPrinted {
		t.Errorf("claims %v", claims)
	}
	if got := strings.Join(rows, " "); len(kept) != 1 || kept[0].Origin.Page != "e" || got != "a/a b/a c/a d/" {
		t.Errorf("%d structures, rows of %s", len(kept), got)
	}
}

// TestJoinedRoots: what is not an object with fields alone stays its own.
func TestJoinedRoots(t *testing.T) {
	list, element := typed("jar", "id", "name"), typed("jar", "id", "name", "lid")
	list.Root = &api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.String}}
	if got, _ := joined(list, element); len(got) != 2 {
		t.Errorf("a list and an object: %d", len(got))
	}
	xml := typed("jar", "id", "name")
	xml.XMLName = "Jar"
	if got, _ := joined(xml, element); len(got) != 2 {
		t.Errorf("an element and an object: %d", len(got))
	}
}

// TestJoinedReports: each page is told of its own differences, in order, and of none where it has none.
func TestJoinedReports(t *testing.T) {
	kept, found := joined(typed("jar", "id", "name", "lid", "tap", "rim", "size", "age"), typed("jar", "id", "name", "lid", "tap", "rim", "size integer", "age"), typed("jar", "id", "name"))
	if len(kept) != 1 || len(found) != 1 || !strings.Contains(found[0].Message, "something else of size;") {
		t.Errorf("%d structures, %v", len(kept), found)
	}
	// And once, although further pages and structures inside are joined.
	lid := func(page, max string) *api.Schema {
		s := pageJar(page, "jar", "id string", "name string", "size integer maximum="+max, "lid lid")
		s.Fields[3].Type = object(pageJar(page, "lid", "wood string", "rim string", "size integer maximum="+max))
		return s
	}
	once := new(diag.List)
	Schemas(&api.Service{Operations: []*api.Operation{withResponse("A", lid("a", "3")), withResponse("B", lid("b", "4")), withResponse("C", pageJar("c", "jar", "id string", "name string"))}}, once)
	if once.Len() != 2 {
		t.Errorf("%d findings: %v", once.Len(), once.Sorted())
	}
	// The page to compare with is another one, although a second table of this page said something else.
	said := []*api.Schema{pageJar("a", "jar", "id string", "name string", "size integer maximum=3", "lid string"), pageJar("b", "jar", "id string", "name string", "size integer maximum=4"), pageJar("b", "jar", "name string", "id string", "size integer maximum=3")}
	said[1].Origin.Pos.Line, said[2].Origin.Pos.Line = 1, 2
	if _, found = joined(said...); len(found) != 2 || found[0].Related[0].Page != "a" || found[1].Related[0].Page != "a" {
		t.Errorf("%v", found)
	}
	// Two tables of one page are told of each other.
	one, other := typed("jar", "id", "name", "lid", "tap", "size"), typed("jar", "id", "name", "lid", "tap", "size integer")
	one.Origin.Page, other.Origin.Page = "a.rst", "a.rst"
	one.Origin.Pos.Line, other.Origin.Pos.Line = 3, 9
	if _, found = joined(one, other); len(found) != 1 || found[0].Pos.Line != 9 || len(found[0].Related) != 1 || found[0].Related[0].Pos.Line != 3 {
		t.Errorf("%v", found)
	}
	_, found = joined(typed("jar", "id", "name", "lid", "tap", "rim", "edge", "size", "age"), typed("jar", "id", "name", "lid", "tap", "rim", "edge", "size integer", "age boolean"))
	if len(found) != 1 || !strings.Contains(found[0].Message, "something else of age, size;") || len(found[0].Related) != 1 {
		t.Errorf("%v", found)
	}
}

// TestJoinedOrigins: a structure has the origins of all pages, each once.
func TestJoinedOrigins(t *testing.T) {
	first, second, third := typed("jar", "id", "name", "lid"), typed("jar", "id", "name"), typed("jar", "id", "lid")
	second.Also = []api.Origin{{Page: "x.rst"}, first.Origin}
	kept, _ := joined(first, second, third)
	var pages []string
	for _, o := range kept[0].Also {
		pages = append(pages, o.Page)
	}
	if got := strings.Join(pages, " "); len(kept) != 1 || got != "jaridname.rst x.rst jaridlid.rst" {
		t.Errorf("%d structures, from %s", len(kept), got)
	}
}

// TestJoinedMembers: further members are of a type that takes those of both pages.
func TestJoinedMembers(t *testing.T) {
	with := func(extra *api.Type, fields ...string) *api.Schema {
		s := typed("jar", fields...)
		s.Extra = extra
		return s
	}
	whole, number, text := api.Type{Kind: api.Integer}, api.Type{Kind: api.Number}, api.Type{Kind: api.String}
	for _, c := range []struct {
		a, b *api.Type
		want string
	}{{nil, nil, ""}, {&whole, nil, "integer"}, {nil, &text, "string"}, {&whole, &number, "number"}, {&text, &whole, "string or integer"}} {
		clone := func(t *api.Type) *api.Type {
			if t == nil {
				return nil
			}
			own := *t
			return &own
		}
		kept, _ := joined(with(clone(c.a), "id", "name", "lid"), with(clone(c.b), "id", "name"))
		got := ""
		if e := kept[0].Extra; e != nil {
			got = e.String()
		}
		if len(kept) != 1 || got != c.want {
			t.Errorf("%v and %v: %d structures, others %q, want %q", c.a, c.b, len(kept), got, c.want)
		}
	}
}

// TestJoinedTexts: a field has the description of the page that has one, the first of several.
func TestJoinedTexts(t *testing.T) {
	said := func(text string, claims ...api.Claim) *api.Schema {
		s := typed("jar", "id", "size integer")
		s.Origin.Page = text + ".rst"
		s.Fields[1].Text, s.Fields[1].Claims = text, claims
		return s
	}
	for _, c := range []struct{ a, b, want string }{{"one", "two", "one"}, {"", "two", "two"}, {"one", "", "one"}} {
		if kept, _ := joined(said(c.a), said(c.b)); kept[0].Fields[1].Text != c.want {
			t.Errorf("%q and %q: %q", c.a, c.b, kept[0].Fields[1].Text)
		}
	}
	// What one page says first is not a difference, whichever that is, and stays as it is.
	most, least := claim(api.FactMax, "9"), claim(api.FactDefault, "5")
	for _, schemas := range [][]*api.Schema{{said("a", most, least), said("b")}, {said("a"), said("b", most, least)}} {
		kept, found := joined(schemas...)
		if len(kept[0].Fields[1].Claims) != 2 || len(found) != 0 {
			t.Errorf("%v with %v", kept[0].Fields[1].Claims, found)
		}
	}
	// Claims of one place of the list and of its elements are two.
	elems := claim(api.FactMax, "9")
	elems.Elems = true
	if kept, _ := joined(said("a", most), said("b", elems, most)); len(kept[0].Fields[1].Claims) != 2 {
		t.Errorf("%v", kept[0].Fields[1].Claims)
	}
	// The page's own list of claims stays as it was.
	spare := append(make([]api.Claim, 0, 4), most)
	a := said("a")
	a.Fields[1].Claims = spare
	joined(a, said("b", least))
	if own := spare[:2]; own[1].Fact != "" {
		t.Errorf("the first page's claims became %v", own)
	}
}

// TestPointLeadsNowhere: an error body that no response has is the service's no longer.
func TestPointLeadsNowhere(t *testing.T) {
	lost := typed("ErrorBody", "code")
	svc := &api.Service{Operations: []*api.Operation{withResponse("A", typed("jar", "id"))}, ErrorBody: lost}
	Schemas(svc, new(diag.List))
	if svc.ErrorBody != nil {
		t.Errorf("the error body is %v", svc.ErrorBody)
	}
}

// TestDecisionsOnIDs holds the ids of two or three operations that have one title, in combinations of
// what may tell them apart.
func TestDecisionsOnIDs(t *testing.T) {
	titles := []string{"Listing Lids", "Listing Lids (Oak Mode)", "Listing Lids (V2)", "Querying Lids"}
	paths := []string{"/v1/lids", "/v2/lids", "/v2.0/lids", "/oak/v1/lids", "/v1/caps/{id}", "/lids", "/{id}"}
	more := []string{"", "given", "query", "value", "folder", "page", "POST", "case"}
	axes := [][]string{titles, paths, more, titles, paths, more, {"", "/v1/lids", "/v2/covers", "/v1/caps/{id}"}}
	var sizes []int
	for _, axis := range axes {
		sizes = append(sizes, len(axis))
	}
	var out strings.Builder
	for _, pick := range golden.Combined(sizes, 500) {
		var words []string
		for i, n := range pick {
			words = append(words, axes[i][n])
		}
		ops := []*api.Operation{told(words[0], words[1], words[2], "a"), told(words[3], words[4], words[5], "b")}
		if words[6] != "" {
			ops = append(ops, told("Listing Lids", words[6], "", "c"))
		}
		names := ids(ops)
		got := decided(ops...)
		for _, op := range ops {
			if op.Whole != "" {
				got += " of " + op.Whole
			}
		}
		out.WriteString(strings.Join(words, " | ") + ": " + names + " → " + got + "\n")
	}
	golden.Equal(t, "testdata/ids.txt", []byte(out.String()))
}

// told is an operation with one thing more that may tell it from others.
func told(title, path, more, name string) *api.Operation {
	op := &api.Operation{ID: naming.OperationID(title, "GET", path), Summary: title, Method: "GET", Path: path, Origin: api.Origin{Page: "lids/" + name + ".rst"}}
	switch more {
	case "given":
		op.ID, op.Given = "ListLids", true
	case "query":
		op.Query = []api.QueryWord{{Name: "oak"}}
	case "value":
		op.Query = []api.QueryWord{{Name: "oak", Value: name}}
	case "folder":
		op.Tag = "Lids of " + strings.ToUpper(name)
	case "page":
		op.Origin.Page = "lids.rst"
	case "POST":
		op.Method = "POST"
	case "case":
		op.Whole, op.Case = op.ID, "Wide"
		op.ID, op.Summary = op.ID+"Wide", op.Summary+": Wide"
	}
	return op
}

// TestOwnFields: a field that two structures have in common is one of each, so that a decision about one does not change the other.
func TestOwnFields(t *testing.T) {
	jar, box := typed("jar", "id", "name"), typed("box", "lid")
	box.Fields = append(box.Fields, jar.Fields[0])
	own := jar.Fields[1]
	kept, _ := joined(jar, box)
	if kept[0].Fields[1] != own {
		t.Error("a field that no other structure has was copied")
	}
	if len(kept) != 2 || kept[0].Fields[0].Name != "id" || kept[1].Fields[1].Name != "id" || kept[0].Fields[0] == kept[1].Fields[1] {
		t.Errorf("%d structures, or they share the field id", len(kept))
	}
}
