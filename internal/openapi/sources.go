package openapi

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

// fact is where a part of the document comes from.
type fact struct {
	at     string // JSON pointer from the element that has it
	origin api.Origin
}

// from notes where an element, or what a JSON pointer leads to inside it, comes from.
func (e *emitter) from(element any, at string, o api.Origin) {
	if one := (fact{at, o}); o.Page != "" && !e.noted(element, one) {
		e.doc.facts[element] = append(e.doc.facts[element], one)
	}
}

// manyFacts is from how many facts of an element on they are not looked through one by one.
const manyFacts = 32

// noted reports whether a fact of an element is noted, and takes it for noted from now on.
func (e *emitter) noted(element any, one fact) bool {
	list := e.doc.facts[element]
	if len(list) < manyFacts {
		return slices.Contains(list, one)
	}
	set := e.manyOf[element]
	if set == nil {
		set = make(map[fact]bool, 2*len(list))
		for _, f := range list {
			set[f] = true
		}
		if e.manyOf == nil {
			e.manyOf = map[any]map[fact]bool{}
		}
		e.manyOf[element] = set
	}
	known := set[one]
	set[one] = true
	return known
}

// needs notes what says that a field is mandatory.
func (e *emitter) needs(element any, at string, f *api.Field) {
	for _, c := range f.Claims {
		if c.Fact == api.FactNeed {
			e.from(element, at, c.Origin)
		}
	}
}

// keywords are the keys of a schema that say what a claim says, where they have another name.
var keywords = map[api.Fact][]string{
	api.FactConst:         {"enum", document.Constant.Name},
	api.FactLowestVersion: {document.LowestVersion.Name},
	api.FactUnlisted:      {document.OnlyInExamples.Name},
}

// noteClaims notes where the keywords of a field's schema come from. Those that the schema does
// not have in the end are left out when the facts are written.
func (e *emitter) noteClaims(element any, f *api.Field) {
	type said struct {
		fact   api.Fact
		origin api.Origin
	}
	broken := make(map[said]bool, len(f.Decided.Contradicted))
	for _, c := range f.Decided.Contradicted {
		broken[said{c.Fact, c.Origin}] = true
	}
	for _, c := range f.Claims {
		if broken[said{c.Fact, c.Origin}] {
			continue
		}
		names := keywords[c.Fact]
		if names == nil {
			names = []string{string(c.Fact)}
		}
		for _, name := range names {
			if !c.Elems {
				e.from(element, "/"+name, c.Origin)
				continue
			}
			e.from(element, "/items/"+name, c.Origin)
			e.from(element, "/additionalProperties/"+name, c.Origin)
		}
	}
	for i, same := range overruled(f.Decided.Contradicted) {
		for _, c := range same {
			e.from(element, document.Pointer(document.Contradicted.Name, strconv.Itoa(i)), c.Origin)
		}
	}
}

// Sources tells where each fact of a document comes from, as JSON: for a JSON pointer into the
// document the places that say it, in the order of the document, each with its page, line,
// column and how it was read. corrected is the document as JSON where overlays have changed
// it, else nil.
func Sources(doc *Document, corrected []byte) ([]byte, error) {
	n, err := treeOf(doc)
	if err != nil {
		return nil, err
	}
	if corrected != nil {
		after, err := treeOfJSON(corrected)
		if err != nil {
			return nil, err
		}
		n.carry(&after)
		n = after
	}
	var b bytes.Buffer
	b.WriteByte('{')
	separator := "\n"
	n.sources("", func(pointer string, places []place) {
		b.WriteString(separator)
		separator = ",\n"
		b.WriteString("  ")
		writeString(&b, pointer)
		b.WriteString(": ")
		text, err := json.Marshal(places)
		if err != nil {
			panic(err) // texts and numbers always encode
		}
		b.Write(text)
	})
	b.WriteString("\n}\n")
	return b.Bytes(), nil
}

// place is where a fact stands in the documentation.
type place struct {
	Page   string `json:"page"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	How    string `json:"how"`
}

// sources calls add for each part of a tree of which it is known where it comes from.
func (n *node) sources(pointer string, add func(pointer string, places []place)) {
	known := map[string][]place{}
	var order []string
	for _, f := range n.facts {
		if !n.has(f.at) {
			continue
		}
		if known[f.at] == nil {
			order = append(order, f.at)
		}
		known[f.at] = append(known[f.at], place{f.origin.Page, f.origin.Pos.Line, f.origin.Pos.Col, string(f.origin.How)})
	}
	slices.SortStableFunc(order, strings.Compare)
	for _, at := range order {
		add(pointer+at, known[at])
	}
	for i := range n.items {
		name := n.items[i].key
		if n.kind == aList {
			name = strconv.Itoa(i)
		}
		n.items[i].sources(pointer+document.Pointer(name), add)
	}
}

// has reports whether a JSON pointer leads to something in a tree.
func (n *node) has(pointer string) bool {
	for _, name := range document.Steps(pointer) {
		i := slices.IndexFunc(n.items, func(m node) bool { return m.key == name })
		if n.kind == aList {
			var err error
			if i, err = strconv.Atoi(name); err != nil {
				return false
			}
		}
		if i < 0 || i >= len(n.items) {
			return false
		}
		n = &n.items[i]
	}
	return true
}

// carry gives the facts of a tree to the parts of a changed one that are still the same:
// members by their name, and those of lists by what they call themselves, else by their place.
func (n *node) carry(to *node) {
	to.facts = n.facts
	for i := range n.items {
		from := &n.items[i]
		for j := range to.items {
			if same := to.items[j].key == from.key && (n.kind != aList || to.items[j].id() == from.id() && (from.id() != "" || i == j)); same {
				from.carry(&to.items[j])
				break
			}
		}
	}
}

// id is what a member of a list calls itself: a parameter by its place and name, a variant by
// its operationId; "" for others.
func (n *node) id() string {
	id := ""
	for _, m := range n.items {
		if m.key == "in" || m.key == "name" || m.key == "operationId" {
			id += m.key + " " + m.text + "\n"
		}
	}
	return id
}
