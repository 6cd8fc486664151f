package fake

import (
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

var unescape = strings.NewReplacer("~1", "/", "~0", "~")

// steps are the names of a JSON pointer.
func steps(pointer string) []string {
	if pointer == "" {
		return nil
	}
	out := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i := range out {
		out[i] = unescape.Replace(out[i])
	}
	return out
}

// get is what a pointer leads to, nil where it leads nowhere.
func get(v any, pointer string) any {
	for _, name := range steps(pointer) {
		switch at := v.(type) {
		case map[string]any:
			v = at[name]
		case []any:
			i, err := strconv.Atoi(name)
			if err != nil || i < 0 || i >= len(at) {
				return nil
			}
			v = at[i]
		default:
			return nil
		}
	}
	return v
}

// put sets what a pointer leads to, with the objects on the way there. It changes v, and
// gives it back for the pointer that means the whole.
func put(v any, pointer string, value any) any {
	names := steps(pointer)
	if len(names) == 0 {
		return value
	}
	root, ok := v.(map[string]any)
	if !ok {
		root = map[string]any{}
	}
	at := root
	for _, name := range names[:len(names)-1] {
		next, ok := at[name].(map[string]any)
		if !ok {
			next = map[string]any{}
			at[name] = next
		}
		at = next
	}
	at[names[len(names)-1]] = value
	return root
}

// without takes out what a pointer leads to.
func without(v any, pointer string) any {
	names := steps(pointer)
	if len(names) == 0 {
		return v
	}
	parent := "/" + strings.Join(strings.Split(strings.TrimPrefix(pointer, "/"), "/")[:len(names)-1], "/")
	if len(names) == 1 {
		parent = ""
	}
	if at, ok := get(v, parent).(map[string]any); ok {
		delete(at, names[len(names)-1])
	}
	return v
}

// schemaAt is the schema of what a pointer leads to, nil where it is not known.
func schemaAt(ref *openapi3.SchemaRef, pointer string) *openapi3.SchemaRef {
	for _, name := range steps(pointer) {
		if ref == nil {
			return nil
		}
		if items := itemsOf(ref.Value, 0); items != nil {
			ref = items
			continue
		}
		ref = member(ref.Value, name, 0)
	}
	return ref
}

// fitting is a number as the schema of its place has it: some count in texts.
func fitting(ref *openapi3.SchemaRef, pointer string, n int) any {
	place := schemaAt(ref, pointer)
	if place != nil && !fits(place.Value, float64(n)) && fits(place.Value, strconv.Itoa(n)) {
		return strconv.Itoa(n)
	}
	return n
}
