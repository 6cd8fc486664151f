package document

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// templates writes the parameters of paths as OpenAPI does, where a document has taken them from
// the routes of a framework: {+path}, {path*}, {*path}, {path...}, {name=projects/*}, {id:[0-9]+},
// {id?}, and the segments :id and *path, where a parameter of that name is described. It also
// finds the parameters whose values go on over several segments: a client must not escape the
// slashes in them. These are allowReserved from here on, which a path has no other use for.
//
// Two paths that differ in the names of their parameters only are one to a server; a fragment, which
// is not sent, keeps them apart.
func (r *repairer) templates(paths *yaml.Node) {
	shapes := map[string]bool{}
	for i := 0; i+1 < len(paths.Content); i += 2 {
		key, item := paths.Content[i], paths.Content[i+1]
		if item.Kind != yaml.MappingNode || strings.HasPrefix(key.Value, "x-") {
			continue
		}
		given := r.pathNames(item)
		path, long, note := plainTemplate(key.Value, given)
		for name := range given {
			if strings.HasSuffix(name, "+") && strings.Contains(path, "{"+name+"}") {
				long = append(long, name) // {Key+}, as gateways have it
			}
		}
		if !strings.HasPrefix(path, "/") {
			path, note = "/"+path, "slash" // every path begins with one
		}
		if path != key.Value {
			for taken := index(paths, path) >= 0; taken; taken = index(paths, path) >= 0 {
				path += "#" + strings.NewReplacer("#", "", "{", "", "}", "").Replace(note)
			}
			r.warn(key, "the path %q is taken as %s", key.Value, path)
			key.Value = path
		}
		if shape := variable.ReplaceAllString(key.Value, "{}"); shapes[shape] {
			r.warn(key, "the path %s is that of another one, whose parameters have other names", key.Value)
			key.Value += "#" + strings.Join(PathParams(key.Value), "-")
		} else {
			shapes[shape] = true
		}
		r.pathParameters(key, item) // before: one that nothing describes may be long, too
		r.longParameters(item, long)
	}
}

// pathNames are the names of the parameters of a path that are described.
func (r *repairer) pathNames(item *yaml.Node) map[string]bool {
	names := map[string]bool{}
	for _, list := range parameterLists(item) {
		for _, p := range list.Content {
			if id, ok := r.identity(p); ok && id[0] == "path" {
				names[id[1]] = true
			}
		}
	}
	return names
}

// parameterLists are the lists of parameters of a path and of its operations.
func parameterLists(item *yaml.Node) []*yaml.Node {
	var out []*yaml.Node
	for _, n := range append([]*yaml.Node{item}, operationsOf(item)...) {
		if all := get(n, "parameters"); all != nil && all.Kind == yaml.SequenceNode {
			out = append(out, all)
		}
	}
	return out
}

func operationsOf(item *yaml.Node) []*yaml.Node {
	var out []*yaml.Node
	for _, method := range methods {
		if op := get(item, method); op != nil && op.Kind == yaml.MappingNode {
			out = append(out, op)
		}
	}
	return out
}

// plainTemplate is a path with plain names in its braces, the names of those parameters that go on
// over several segments, and the last expression that was not plain.
func plainTemplate(path string, given map[string]bool) (plain string, long []string, note string) {
	var out strings.Builder
	for path != "" {
		at := strings.IndexByte(path, '{')
		if at < 0 {
			at = len(path)
		}
		out.WriteString(routeSegments(path[:at], given, &long))
		if path = path[at:]; path == "" {
			break
		}
		end := closing(path)
		if end < 0 {
			out.WriteString(path)
			break
		}
		expression := path[1:end]
		path = path[end+1:]
		name, over, ok := templateName(expression)
		if given[expression] || !ok || given[expression+"+"] {
			out.WriteString("{" + expression + "}")
			continue
		}
		if over {
			long = append(long, name)
		}
		if name != expression {
			note = expression
		}
		out.WriteString("{" + name + "}")
	}
	return out.String(), long, note
}

// closing is where the brace that a text begins with is closed; regular expressions have braces, too.
func closing(text string) int {
	depth := 0
	for i, c := range text {
		switch c {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// templateName is the name in an expression between braces, and whether its value has slashes.
func templateName(expression string) (name string, long, ok bool) {
	name, pattern, matched := strings.Cut(expression, "=")
	switch {
	case matched:
		long = strings.ContainsAny(pattern, "/*")
	case strings.IndexByte(name, ':') > 0:
		name, pattern, _ = strings.Cut(name, ":")
		long = strings.Contains(pattern, ".*") || strings.Contains(pattern, ".+") || strings.Contains(pattern, "/") || pattern == "path"
	}
	short := strings.Trim(name, "*")
	short = strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(short, "+"), "+"), "...")
	long = long || short != name
	short = strings.TrimSuffix(short, "?")
	return short, long, short != "" && !strings.ContainsAny(short, "{}/?#;,&=* \t")
}

// routeSegments writes the segments :id and *path of a text as parameters, where they are described.
func routeSegments(text string, given map[string]bool, long *[]string) string {
	if !strings.ContainsAny(text, ":*") {
		return text
	}
	segments := strings.Split(text, "/")
	for i, segment := range segments {
		if len(segment) < 2 || i == 0 || !given[segment[1:]] {
			continue
		}
		switch segment[0] {
		case '*':
			*long = append(*long, segment[1:])
			fallthrough
		case ':':
			segments[i] = "{" + segment[1:] + "}"
		}
	}
	return strings.Join(segments, "/")
}

// longParameters marks the parameters of a path that go on over several segments.
func (r *repairer) longParameters(item *yaml.Node, names []string) {
	for _, all := range parameterLists(item) {
		for i, p := range all.Content {
			at := r.referred(p)
			if id, ok := r.identity(p); !ok || at == nil || id[0] != "path" || !slices.Contains(names, id[1]) && !isTrue(get(at, "x-ms-skip-url-encoding")) {
				continue
			}
			if at != p { // others that refer to it may stand in other paths
				made := *at
				made.Content = slices.Clone(at.Content)
				at, all.Content[i] = &made, &made
			}
			put(at, "allowReserved", boolNode(true))
		}
	}
}
