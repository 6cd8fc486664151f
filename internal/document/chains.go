package document

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxChain is how many components may each be no more than a reference to the next one. Documents have a few; the
// library that reads them gives up at a thousand, without words for it.
const maxChain = 500

// chains refuses components that refer to each other for too long. One that comes back to itself is told elsewhere.
func chains(root *yaml.Node) error {
	_, components := member(root, "components")
	if components == nil {
		return nil
	}
	next := map[string]string{} // pointers of components that are references, to what they refer to
	lines := map[string]int{}
	for kind, list := range entries(aliased(components)) {
		if list = aliased(list); list.Kind != yaml.MappingNode {
			continue
		}
		for name, value := range entries(list) {
			if value = aliased(value); value.Kind != yaml.MappingNode {
				continue
			}
			if ref := text(value, "$ref"); ref != "" {
				pointer := Pointer("components", aliased(kind).Value, aliased(name).Value)
				next[pointer], lines[pointer] = strings.TrimPrefix(ref, "#"), name.Line
			}
		}
	}
	length := make(map[string]int, len(next))
	for start := range next {
		var way []string
		at, on := start, map[string]bool{}
		for ; next[at] != "" && length[at] == 0 && !on[at]; at = next[at] {
			way, on[at] = append(way, at), true
		}
		n := length[at]
		for i := len(way) - 1; i >= 0; i-- {
			n++
			length[way[i]] = n
		}
	}
	longest := ""
	for pointer, n := range length {
		if n > maxChain && (longest == "" || n > length[longest] || n == length[longest] && pointer < longest) {
			longest = pointer
		}
	}
	if longest == "" {
		return nil
	}
	return fmt.Errorf("not a usable OpenAPI document: #%s is a reference to a reference, and so on for %d times; %d are allowed%s",
		longest, length[longest], maxChain, atLine(lines[longest]))
}
