package site

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// index is the search index: a script, since a page from a disk cannot fetch anything. It is
//
//	s: services: [folder, title]
//	o: operations: [service, id, method, path, summary, anchor]
//	f: fields: [name, the operations that have it]
//	e: error codes: [service, code, message, anchor]
//
// An anchor that is op- and the id, or error- and the code, is left out. Operations of a field are numbers
// with base 36, each the distance from the one before.
func (s *site) index() ([]byte, error) {
	var out struct {
		Services   [][2]string `json:"s"`
		Operations [][]any     `json:"o"`
		Fields     [][2]string `json:"f"`
		Errors     [][]any     `json:"e"`
	}
	out.Errors = [][]any{} // not null: the script goes through it
	out.Fields = [][2]string{}
	fields := map[string][]int{}
	for i, v := range s.services {
		out.Services = append(out.Services, [2]string{v.Slug, v.Title})
		for _, op := range v.operations {
			for _, name := range op.fields {
				fields[name] = append(fields[name], len(out.Operations))
			}
			out.Operations = append(out.Operations, withAnchor([]any{i, op.ID, op.Method, op.Path, op.Summary}, op.Anchor, "op-"+op.ID))
		}
		for _, e := range v.Errors {
			const longest = 80
			out.Errors = append(out.Errors, withAnchor([]any{i, e.Code, shorten(e.Message, longest)}, e.Anchor, "error-"+e.Code))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		out.Fields = append(out.Fields, [2]string{clean(name), distances(fields[name])})
	}
	text, err := json.Marshal(out)
	if err != nil {
		return nil, err
	}
	// In single quotes, so that the many double ones stay. JSON has no characters that end a line.
	quoted := strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(string(text))
	return fmt.Appendf(nil, "window.searchIndex = JSON.parse('%s');\n", quoted), nil
}

// withAnchor adds the anchor to an entry of the index where it is not the usual one.
func withAnchor(entry []any, anchor, usual string) []any {
	if anchor == usual {
		return entry
	}
	return append(entry, anchor)
}

// distances writes growing numbers as the distance of each from the one before.
func distances(numbers []int) string {
	parts, before := make([]string, len(numbers)), 0
	for i, n := range numbers {
		parts[i] = strconv.FormatInt(int64(n-before), 36)
		before = n
	}
	return strings.Join(parts, " ")
}
