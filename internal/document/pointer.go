package document

import (
	"strconv"
	"strings"
)

var (
	escape   = strings.NewReplacer("~", "~0", "/", "~1")
	unescape = strings.NewReplacer("~1", "/", "~0", "~")
)

// Pointer is the JSON pointer (RFC 6901) of names that lead from the whole to a part.
func Pointer(names ...string) string {
	var b strings.Builder
	for _, name := range names {
		b.WriteByte('/')
		b.WriteString(escape.Replace(name))
	}
	return b.String()
}

// Steps are the names of a JSON pointer. The slash that it begins with may be missing, as in
// the name of a member.
func Steps(pointer string) []string {
	if pointer == "" {
		return nil
	}
	out := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i := range out {
		out[i] = unescape.Replace(out[i])
	}
	return out
}

// Get is what a pointer leads to in a decoded JSON value, nil where it leads nowhere.
func Get(v any, pointer string) any {
	for _, name := range Steps(pointer) {
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

// Put sets what a pointer leads to, with the objects on the way there. It changes v, and gives
// back the whole, which is value itself for the empty pointer.
func Put(v any, pointer string, value any) any {
	names := Steps(pointer)
	if len(names) == 0 {
		return value
	}
	root, ok := v.(map[string]any)
	if !ok {
		root = map[string]any{}
	}
	at := root
	last := len(names) - 1
	for _, name := range names[:last] {
		next, ok := at[name].(map[string]any)
		if !ok {
			next = map[string]any{}
			at[name] = next
		}
		at = next
	}
	at[names[last]] = value
	return root
}

// Without takes out what a pointer leads to. It changes v.
func Without(v any, pointer string) any {
	names := Steps(pointer)
	if len(names) == 0 {
		return v
	}
	last := len(names) - 1
	if at, ok := Get(v, Pointer(names[:last]...)).(map[string]any); ok {
		delete(at, names[last])
	}
	return v
}
