package history

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// places are the keys that only tell where something stands in the pages.
var places = []string{"x-source", "x-also-source"}

// printed are the keys whose values are printed in the pages, in the order of the print.
var printed = []string{"examples", "example", "default"}

// Noise lists what of the difference of two documents only tells places or order: the keys
// above of what is in both, and members and items that are in both in another order.
func Noise(t testing.TB, before, now []byte) []string {
	t.Helper()
	var a, b yaml.Node
	for text, node := range map[*[]byte]*yaml.Node{&before: &a, &now: &b} {
		if err := yaml.Unmarshal(*text, node); err != nil {
			t.Fatal(err)
		}
	}
	var n noise
	n.compare("", a.Content[0], b.Content[0])
	return n
}

type noise []string

func (n *noise) compare(at string, a, b *yaml.Node) {
	if a.Kind != b.Kind {
		return
	}
	namesA, namesB := members(a), members(b)
	n.order(at, keys(a), keys(b))
	for _, name := range keys(a) {
		x, y := namesA[name], namesB[name]
		switch {
		case a.Kind == yaml.MappingNode && name == "x-enum-varnames":
			n.valueNames(at, namesA, namesB)
		case y == nil || a.Kind == yaml.MappingNode && slices.Contains(printed, name):
		case a.Kind == yaml.MappingNode && slices.Contains(places, name):
			if text(x) != text(y) {
				*n = append(*n, at+"/"+name)
			}
		default:
			n.compare(at+"/"+name, x, y)
		}
	}
}

// valueNames notes the values of an enumeration that have another name; their order is that of the
// enumeration.
func (n *noise) valueNames(at string, a, b map[string]*yaml.Node) {
	had := named(a)
	for value, name := range named(b) {
		if before := had[value]; before != "" && before != name {
			*n = append(*n, at+"/enum/"+value+" has another name")
		}
	}
}

// named are the names of values of a schema.
func named(schema map[string]*yaml.Node) map[string]string {
	values, names := schema["enum"], schema["x-enum-varnames"]
	if values == nil || names == nil {
		return nil
	}
	out := map[string]string{}
	for i, v := range values.Content {
		if i < len(names.Content) {
			out[text(v)] = names.Content[i].Value
		}
	}
	return out
}

// order notes how many names of both lists would have to move for one order.
func (n *noise) order(at string, a, b []string) {
	place := map[string]int{}
	for i, name := range b {
		place[name] = i + 1
	}
	var common []int
	for _, name := range a {
		if place[name] > 0 {
			common = append(common, place[name])
		}
	}
	for range len(common) - longestRise(common) {
		*n = append(*n, at+" in another order")
	}
}

// longestRise is the length of the longest rising subsequence.
func longestRise(list []int) int {
	var last []int // the smallest end of a sequence of each length
	for _, v := range list {
		i, _ := slices.BinarySearch(last, v)
		if i == len(last) {
			last = append(last, v)
		} else {
			last[i] = v
		}
	}
	return len(last)
}

// keys are the names of the members of an object, or what the items of a list call themselves.
func keys(n *yaml.Node) []string {
	var out []string
	for i, c := range n.Content {
		switch {
		case n.Kind == yaml.MappingNode && i%2 == 0:
			out = append(out, c.Value)
		case n.Kind == yaml.SequenceNode:
			out = append(out, itemName(c))
		}
	}
	return out
}

// itemName is what an item of a list is known by: a parameter by its name, a variant by its id,
// others by all that they are.
func itemName(n *yaml.Node) string {
	m := members(n)
	switch {
	case m["operationId"] != nil:
		return m["operationId"].Value
	case m["in"] != nil && m["name"] != nil:
		return m["in"].Value + " " + m["name"].Value
	}
	return text(n)
}

func members(n *yaml.Node) map[string]*yaml.Node {
	out := map[string]*yaml.Node{}
	for i, c := range n.Content {
		switch {
		case n.Kind == yaml.MappingNode && i%2 == 1:
			out[n.Content[i-1].Value] = c
		case n.Kind == yaml.SequenceNode:
			if c.Kind == yaml.MappingNode && (len(c.Content) < 2 || c.Content[0].Value != "$ref") {
				out[itemName(c)] = c
			}
		}
	}
	return out
}

// text is all that a node is, in any order.
func text(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return n.Tag + " " + n.Value // null is not "null"
	}
	var parts []string
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			continue
		}
		part := text(c)
		if n.Kind == yaml.MappingNode {
			part = n.Content[i-1].Value + ": " + part
		}
		parts = append(parts, part)
	}
	if n.Kind == yaml.MappingNode {
		slices.Sort(parts)
	}
	return fmt.Sprintf("%d(%s)", n.Kind, strings.Join(parts, ","))
}

// Facts is what a document says without places, in no order.
func Facts(t testing.TB, document []byte) string {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal(document, &n); err != nil {
		t.Fatal(err)
	}
	return facts(n.Content[0])
}

func facts(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return n.Tag + " " + n.Value // null is not "null"
	}
	var parts []string
	for i, c := range n.Content {
		switch {
		case n.Kind == yaml.SequenceNode:
			parts = append(parts, facts(c))
		case i%2 == 1 && !slices.Contains(places, n.Content[i-1].Value):
			parts = append(parts, n.Content[i-1].Value+": "+facts(c))
		}
	}
	slices.Sort(parts)
	return fmt.Sprintf("%d(%s)", n.Kind, strings.Join(parts, ","))
}
