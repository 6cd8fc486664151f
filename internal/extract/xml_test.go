package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

func TestPrintedMessageLine(t *testing.T) {
	for _, c := range []struct{ line, host, key, path, words string }{
		{"PUT /ObjectName?acl&versionId=VersionID HTTP/1.1", "bucketname.x.example.com", "PUT /{}&acl=", "/{ObjectName}", "acl="},
		{"GET /?list-type=2 HTTP/1.1", "x.example.com", "GET /&list-type=2", "/", "list-type=2"},
		{"GET /boxes/object?max=max HTTP/1.1", "", "GET /boxes/{}", "/boxes/{ObjectName}", ""},
		// Without the version of HTTP the line is not a printed message.
		{"GET /v1/object?limit&marker", "bucketname.x.example.com", "GET /v1/object", "/v1/object", ""},
		{"PUT /v1/{id}?acl", "", "PUT /v1/{}", "/v1/{id}", ""},
	} {
		l, _, ok := cutRequestLine(c.line)
		if !ok {
			t.Errorf("%q is not a request line", c.line)
			continue
		}
		l.messageHead(c.line, []doc.Seg{{Text: "Date: d"}, {Text: "  Host: " + c.host}}, otc.Placeholder)
		path, _ := l.parts()
		words := ""
		for _, w := range l.words() {
			words += w.Name + "=" + w.Value
		}
		host := ""
		if l.whole && strings.HasPrefix(c.host, "bucketname") {
			host = "BucketName"
		}
		if l.key() != c.key || path != c.path || words != c.words || l.hostName != host {
			t.Errorf("%q: key %q, path %q, words %q, host %q", c.line, l.key(), path, words, l.hostName)
		}
	}
}

func TestBestLine(t *testing.T) {
	line := func(text string) requestLine {
		l, _, _ := cutRequestLine(text)
		l.messageHead(text, nil, otc.Placeholder)
		return l
	}
	own := []requestLine{line("GET / HTTP/1.1"), line("GET /?ages HTTP/1.1"), line("PUT /?ages HTTP/1.1")}
	for text, want := range map[string]int{
		"GET /?prefix=a HTTP/1.1": 0, "GET /?ages&prefix=a HTTP/1.1": 1, "PUT /?ages HTTP/1.1": 2,
		"PUT / HTTP/1.1": -1, "DELETE / HTTP/1.1": -1,
	} {
		if got := bestLine(own, line(text)); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

func tree(t *testing.T, texts ...string) *node {
	t.Helper()
	var root *node
	for _, text := range texts {
		e, _, err := payload.ParseXML(text)
		if err != nil {
			t.Fatal(err)
		}
		if root == nil {
			root = &node{name: e.Name}
		}
		root.join(e, api.Origin{})
	}
	return root
}

func lists(n *node) string {
	var out []string
	n.walk(func(n *node) {
		if n.isList() {
			out = append(out, n.path())
		}
	})
	return strings.Join(out, " ")
}

func TestIsList(t *testing.T) {
	for _, c := range []struct{ texts, want string }{
		{"<A><B/><B/></A>", "A/B"},
		{"<A><B/>...</A>", "A/B"},
		{"<A><B/></A>", ""},
		{"<A><B><C/></B></A>", ""},
		{"<ListBs><B><C/></B><Owner><ID/></Owner><Name/></ListBs>", "ListBs/B"},
		{"<ListBs><Bs><B/></Bs></ListBs>", "ListBs/Bs/B"}, // the wrapper is one
		{"<A><BSet><B/></BSet></A>", "A/BSet/B"},
		{"<A><BSet><B/><C/></BSet></A>", ""},
	} {
		if got := lists(tree(t, c.texts)); got != c.want {
			t.Errorf("%s: %q, want %q", c.texts, got, c.want)
		}
	}
	if got := lists(tree(t, "<A><B/></A>", "<A><B/><B/></A>")); got != "A/B" {
		t.Errorf("the second print shows several: %q", got)
	}
	counted := tree(t, "<A><Rule><C/></Rule></A>")
	counted.row = &row{field: &api.Field{Text: "It takes a maximum of 9 rules."}}
	if got := lists(counted); got != "A/Rule" {
		t.Errorf("counted in words: %q", got)
	}
}

func elementRow(name, text string) *row {
	return &row{field: &api.Field{Name: name, Text: text, Type: api.Type{Kind: api.String}}, table: &table{role: dialect.TableBody}}
}

// TestDescribe: which row describes which element, as "path=text".
func TestDescribe(t *testing.T) {
	const printed = "<A><Owner><ID/></Owner><Rule><ID/></Rule></A>"
	for _, c := range []struct {
		what string
		rows []*row
		want string
	}{
		{"by the parents named, in any order", []*row{elementRow("ID", "Parent: Rule"), elementRow("ID", "Parent: A.Owner")},
			"A/Owner/ID=Parent: A.Owner A/Rule/ID=Parent: Rule"},
		{"by their order", []*row{elementRow("ID", "1"), elementRow("ID", "2")}, "A/Owner/ID=1 A/Rule/ID=2"},
		{"one for all places", []*row{elementRow("ID", "1")}, "A/Owner/ID=1 A/Rule/ID=1"},
		{"one that is not printed, below its parent", []*row{elementRow("Days", "Parent: Rule")}, "A/Rule/Days=Parent: Rule"},
		{"one below a parent that a later row brings", []*row{elementRow("Days", "Parent: Box"), elementRow("Box", "Parent: A")},
			"A/Box=Parent: A A/Box/Days=Parent: Box"},
		{"one that names no parent, beside the row above", []*row{elementRow("ID", "Parent: Rule"), elementRow("Days", "x")},
			"A/Owner/ID=Parent: Rule A/Owner/Days=x A/Rule/ID=Parent: Rule"},
		{"what is printed overrules a wrong parent", []*row{elementRow("ID", "Parent: A")}, "A/Owner/ID=Parent: A A/Rule/ID=Parent: A"},
		{"the children that a row names", []*row{elementRow("Rule", "Child: Days"), elementRow("Days", "x")},
			"A/Rule=Child: Days A/Rule/Days=x"},
	} {
		root := tree(t, printed)
		addUnprinted(root, c.rows)
		describe(root, c.rows)
		var got []string
		root.walk(func(n *node) {
			if n.row != nil {
				got = append(got, n.path()+"="+n.row.field.Text)
			}
		})
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, s, c.want)
		}
	}
}

// TestWithoutPlace holds that descriptions leave out where an element stands only where the body has it so.
func TestWithoutPlace(t *testing.T) {
	root := tree(t, "<A><Rule><ID/><Days/></Rule></A>")
	rule := root.kid("Rule")
	for name, c := range map[string]struct {
		n    *node
		of   api.Aspect
		says []string
		left int
	}{
		"its parent":         {rule, api.OfParents, []string{"A"}, 0},
		"one of parents":     {rule.kid("ID"), api.OfParents, []string{"Box", "A.Rule"}, 0},
		"another parent":     {rule, api.OfParents, []string{"Box"}, 1},
		"the root":           {root, api.OfParents, []string{dialect.NoParent}, 0},
		"its children":       {rule, api.OfChildren, []string{"Days", "ID"}, 0},
		"a child that lacks": {rule, api.OfChildren, []string{"Days", "Hours"}, 1},
		"no child":           {rule.kid("ID"), api.OfChildren, []string{dialect.NoParent}, 0},
		"anything else":      {rule, api.OfValue, []string{"A"}, 1},
	} {
		if got := c.n.withoutPlace([]api.Passage{{Markdown: "x", Says: c.says, Of: c.of}}); len(got) != c.left {
			t.Errorf("%s: %d are left, want %d", name, len(got), c.left)
		}
	}
}
