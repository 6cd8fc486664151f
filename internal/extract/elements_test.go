package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// TestUnprintedElements: elements that rows name stand below their parents, inside their own, or beside the row above.
func TestUnprintedElements(t *testing.T) {
	field := func(name, text string) *row { return &row{field: &api.Field{Name: name, Text: text}} }
	for what, c := range map[string]struct {
		rows []*row
		want string
	}{
		"children":              {[]*row{field("lid", "Child: rim"), field("rim", "A rim")}, "Box(lid(rim))"},
		"a child without a row": {[]*row{field("lid", "Child: rim")}, "Box(lid)"},
		"two children":          {[]*row{field("lid", "Child: rim, wood"), field("wood", "Wood"), field("rim", "Rim")}, "Box(lid(rim wood))"},
		"a child that is there": {[]*row{field("lid", "Child: size"), field("size", "Size")}, "Box(lid size)"},
		"children of children":  {[]*row{field("wood", "Child: age"), field("rim", "Child: wood"), field("lid", "Child: rim"), field("age", "Age")}, "Box(lid(rim(wood(age))))"},
		"beside":                {[]*row{field("lid", "Lid"), field("wood", "Wood")}, "Box(lid wood)"},
	} {
		root := &node{name: "Box"}
		root.add("lid", api.Origin{})
		if strings.Contains(what, "is there") {
			root.add("size", api.Origin{})
		}
		addUnprinted(root, c.rows)
		var print func(n *node) string
		print = func(n *node) string {
			var kids []string
			for _, k := range n.kids {
				kids = append(kids, print(k))
			}
			if len(kids) == 0 {
				return n.name
			}
			return n.name + "(" + strings.Join(kids, " ") + ")"
		}
		if got := print(root); got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
	g := &growth{root: &node{name: "Box"}}
	for range maxElements {
		g.add(g.root, "lid", api.Origin{})
	}
	if g.add(g.root, "rim", api.Origin{}) || len(g.root.kids) != maxElements {
		t.Errorf("there is room for %d", len(g.root.kids))
	}
}

// TestNodes: elements of printed XML and where they stand.
func TestNodes(t *testing.T) {
	root := &node{name: "Box"}
	for _, text := range []string{"<Box><Lid/><Lid/><Rim/></Box>", "<Box><Lid/><Rim/></Box>"} {
		e, _, err := payload.ParseXML(text)
		if err != nil {
			t.Fatal(err)
		}
		root.join(e, api.Origin{})
	}
	if lid, rim := root.kid("Lid"), root.kid("Rim"); !lid.many || rim.many {
		t.Errorf("of lids there are many: %t, of rims: %t", lid.many, rim.many)
	}
	for path, want := range map[string]int{"Lid": 1, "box": 1, "Box.Lid": 1, "Shelf.Box": 0, "Shelf.Box.Lid": 0, "Lid.Rim": 0} {
		if got := root.find(path); len(got) != want {
			t.Errorf("%s is found %d times", path, len(got))
		}
	}
	for _, c := range []struct {
		n       *node
		parents []string
		want    bool
	}{{root.kid("Lid"), []string{"Box"}, true}, {root.kid("Lid"), []string{"Rim", "Box"}, true}, {root.kid("Lid"), []string{dialect.NoParent}, false}, {root, []string{dialect.NoParent}, true}, {root, []string{"Lid"}, false}, {root, []string{"Shelf"}, false}} {
		if got := c.n.isIn(c.parents); got != c.want {
			t.Errorf("%s is in %q: %t", c.n.name, c.parents, got)
		}
	}
}
