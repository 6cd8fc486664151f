package dialect

import "strings"

// NestedName cuts off the marks before a name that show how deep it stands inside the names above
// it, and counts them: 2 for ">> size", "--size" and "└── └── size". It is 0 for a name without marks.
func NestedName(text string) (name string, depth int) {
	rest := strings.TrimSpace(text)
	if hyphens := strings.TrimLeft(rest, "-– \t\u00a0"); len(hyphens) < len(rest) && hyphens != "" && isAlpha(hyphens[0]) {
		// "-size", "--size": no name begins so
		return hyphens, strings.Count(rest[:len(rest)-len(hyphens)], "-") + strings.Count(rest[:len(rest)-len(hyphens)], "–")
	}
	for {
		mark := nestMarkAt(rest)
		if mark == "" {
			return rest, depth
		}
		rest = strings.TrimLeft(rest[len(mark):], "─-\u2014 \t\u00a0")
		depth++
	}
}

// nestMarks stand before the name of a member.
var nestMarks = []string{">", "»", "›", "└", "├", "↳", "→", "|--", "|-"}

func nestMarkAt(s string) string {
	for _, m := range nestMarks {
		if strings.HasPrefix(s, m) {
			return m
		}
	}
	return ""
}

// NestedPath cuts a name that says in which others it stands, "tool.grip[].size", into the path of
// these and its own. Brackets and indexes of lists are left out. path is "" for any other name.
func NestedPath(text string) (path, name string) {
	dot := strings.LastIndexByte(text, '.')
	if dot <= 0 || dot == len(text)-1 {
		return "", text
	}
	var parts []string
	for part := range strings.SplitSeq(text[:dot], ".") {
		if i := strings.IndexByte(part, '['); i > 0 && strings.HasSuffix(part, "]") && strings.Trim(part[i:], "[]*0123456789nN") == "" {
			part = part[:i]
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "."), text[dot+1:]
}
