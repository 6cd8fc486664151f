package lock

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// head begins each file.
const head = `# The names that this set's documents and packages have, so that they last when the pages change.
# rst2openapi and gen read and rewrite it. Commit it. To rename a thing, replace its name everywhere in here.
version: 1
`

// Bytes is the text of the file. Equal files have equal texts.
func (f *File) Bytes() []byte {
	w := &writer{}
	w.WriteString(head)
	w.names("", f.Names)
	section(w, "", "fields", f.Fields, inList)
	section(w, "", "order", f.Order, inList)
	section(w, "", "distinct", f.Distinct, func(names map[string]string) string {
		var pairs []any
		for _, of := range slices.Sorted(maps.Keys(names)) {
			pairs = append(pairs, inside(of), names[of])
		}
		return inMap(pairs...)
	})
	if !f.Gone.empty() {
		w.WriteString("gone:\n")
		w.names("  ", f.Gone)
	}
	if len(f.Go) > 0 {
		w.WriteString("go:\n")
	}
	for _, pkg := range slices.Sorted(maps.Keys(f.Go)) {
		w.WriteString("  " + plain(pkg) + ":\n")
		for _, list := range GoLists {
			section(w, "    ", list, f.Go[pkg][list], plain)
		}
	}
	return w.Bytes()
}

func (n Names) empty() bool { return len(n.Operations)+len(n.Variants)+len(n.Schemas) == 0 }

type writer struct{ bytes.Buffer }

func (w *writer) names(indent string, n Names) {
	section(w, indent, "operations", n.Operations, func(op Operation) string {
		return inMap("id", op.ID, "page", op.Page)
	})
	section(w, indent, "variants", n.Variants, func(v Variant) string {
		return inMap("of", v.Of, "page", v.Page, "case", v.Case, "query", v.Query, "body", v.Body)
	})
	section(w, indent, "schemas", n.Schemas, plain)
}

// section writes the entries of a map by key, one a line. Operations stand by path, then by
// method, as those of a document do.
func section[V any](w *writer, indent, name string, entries map[string]V, value func(V) string) {
	if len(entries) == 0 {
		return
	}
	w.WriteString(indent + name + ":\n")
	for _, key := range slices.SortedFunc(maps.Keys(entries), byPath) {
		w.WriteString(indent + "  " + plain(key) + ": " + value(entries[key]) + "\n")
	}
}

func byPath(a, b string) int {
	methodA, pathA, ok := strings.Cut(a, " /")
	methodB, pathB, _ := strings.Cut(b, " /")
	if !ok {
		return strings.Compare(a, b)
	}
	return cmp.Or(strings.Compare(pathA, pathB), strings.Compare(methodA, methodB))
}

// inMap is a map in one line, of keys each followed by its value; what is empty is left out.
func inMap(pairs ...any) string {
	var parts []string
	for i := 0; i < len(pairs); i += 2 {
		switch v := pairs[i+1].(type) {
		case string:
			if v != "" {
				parts = append(parts, pairs[i].(string)+": "+inside(v))
			}
		case []string:
			if len(v) > 0 {
				parts = append(parts, pairs[i].(string)+": "+inList(v))
			}
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func inList(items []string) string {
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = inside(item)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// plain is a text as YAML: without quotes where it cannot be read as anything else.
func plain(text string) string { return scalar(text, "{}[],") }

// inside is plain in a list or map of one line, where braces and commas end a text.
func inside(text string) string { return scalar(text, "") }

func scalar(text, also string) string {
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '/':
		case i > 0 && (c >= '0' && c <= '9' || strings.IndexByte("_-.*+=~@$()"+also, c) >= 0):
		case i > 0 && c == ' ' && i < len(text)-1: // "a #b" has a mark that is quoted, as ": " has
		default:
			return strconv.Quote(text)
		}
	}
	if word := strings.ToLower(text); word == "" || words[word] {
		return strconv.Quote(text)
	}
	return text
}

// words are those that some reader of YAML takes for a value that is not a text.
var words = map[string]bool{
	"null": true, "true": true, "false": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true,
}
