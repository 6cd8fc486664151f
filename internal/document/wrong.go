package document

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// unusable says why the library could not read the document, and where.
func (d *Document) unusable(err error) error {
	if strings.Contains(err.Error(), "disallowed external reference") {
		return fmt.Errorf("a $ref leads outside the document, which is not allowed; put what it refers to into components: %s%s",
			OneLine(err.Error()), atLine(d.reference(func(ref string) bool { return !strings.HasPrefix(ref, "#") })))
	}
	line := (&prober{left: maxProbed}).culprit(d.root, "document", 0)
	if line == 0 {
		line = d.reference(func(ref string) bool {
			_, n := d.follow(strings.TrimPrefix(ref, "#"))
			return n == nil
		})
	}
	// The loader tries YAML where JSON fails, and reports both.
	text := err.Error()
	if asJSON, asYAML, both := strings.Cut(text, ", yaml error: "); both {
		if text = asYAML; strings.HasPrefix(asJSON, "failed to unmarshal data: json error: json: cannot unmarshal") {
			text = asJSON
		}
	}
	return fmt.Errorf("not a usable OpenAPI document: %s%s", OneLine(text), atLine(line))
}

// invalid is the error for what breaks the rules of OpenAPI, in one line that people can read: the first
// few faults, and how many more there are.
func (d *Document) invalid(err error) error {
	const (
		most    = 5
		longest = 200 // characters of each
	)
	var all []string
	left, seen := 0, map[string]bool{}
	for _, problem := range problems(err) {
		text := terminal.Shortened(OneLine(problem.Error()), longest) + d.At(pointerOf(problem))
		switch {
		case seen[text]:
		case len(all) == most:
			left++
		default:
			all = append(all, text)
		}
		seen[text] = true
	}
	if left > 0 {
		all = append(all, fmt.Sprintf("and %d more", left))
	}
	return errors.New("not a valid OpenAPI document: " + strings.Join(all, "; "))
}

// problems are the single errors in one that the library joined.
func problems(err error) []error {
	joined, ok := err.(openapi3.MultiError)
	if !ok {
		return []error{err}
	}
	var out []error
	for _, e := range joined {
		out = append(out, problems(e)...)
	}
	return out
}

func atLine(line int) string {
	if line == 0 {
		return ""
	}
	return fmt.Sprintf(" (line %d)", line)
}

// reference is the line of the first $ref that is of some kind, 0 where there is none.
func (d *Document) reference(is func(ref string) bool) int {
	var find func(n *yaml.Node) int
	find = func(n *yaml.Node) int {
		if n.Kind == yaml.MappingNode {
			if key, v := member(n, "$ref"); v != nil && aliased(v).Kind == yaml.ScalarNode && is(aliased(v).Value) {
				return key.Line
			}
		}
		for _, c := range n.Content {
			if line := find(c); line > 0 {
				return line
			}
		}
		return 0
	}
	return find(d.root)
}

// sections are the parts of components, as errors of the library call one of their members.
var sections = map[string]string{
	"schema": "schemas", "parameter": "parameters", "header": "headers", "request body": "requestBodies",
	"response": "responses", "security scheme": "securitySchemes", "example": "examples", "link": "links", "callback": "callbacks",
}

// pointerOf is the place that an error of the library is about, as far as it tells.
func pointerOf(err error) string {
	var steps []string
	for err != nil {
		switch e := err.(type) {
		case *openapi3.SectionValidationError:
			steps = append(steps, e.Section)
		case *openapi3.PathValidationError:
			steps = append(steps, e.Path)
		case *openapi3.OperationValidationError:
			steps = append(steps, strings.ToLower(e.Method))
		case *openapi3.ComponentValidationError:
			steps = append(steps, sections[e.Section], e.Name)
		}
		if all, ok := err.(interface{ Unwrap() []error }); ok && len(all.Unwrap()) > 0 {
			err = all.Unwrap()[0]
			continue
		}
		err = errors.Unwrap(err)
	}
	return Pointer(steps...)
}

// forms are what elements are read into.
var forms = map[string]func() any{
	"path":      func() any { return new(openapi3.PathItem) },
	"operation": func() any { return new(openapi3.Operation) },
	"parameter": func() any { return new(openapi3.ParameterRef) },
	"body":      func() any { return new(openapi3.RequestBodyRef) },
	"response":  func() any { return new(openapi3.ResponseRef) },
	"media":     func() any { return new(openapi3.MediaType) },
	"schema":    func() any { return new(openapi3.SchemaRef) },
}

// maxProbed bounds how many values are looked at to find the one that is wrong: aliases can
// repeat a value more often than there is time for.
const maxProbed = 1 << 20

type prober struct{ left int }

// culprit is the line of the innermost element that cannot be read, 0 where all can: the
// library tells what is wrong with it, and not where.
func (p *prober) culprit(n *yaml.Node, kind string, depth int) int {
	n = aliased(n)
	if depth > maxNesting || p.left < 0 {
		return 0
	}
	if form := forms[kind]; form != nil {
		if text, err := json.Marshal(p.value(n, 0)); err != nil || json.Unmarshal(text, form()) == nil {
			return 0
		}
	}
	if n.Kind == yaml.SequenceNode {
		for _, c := range n.Content {
			if line := p.culprit(c, inside[kind]["*"], depth+1); line > 0 {
				return line
			}
		}
	}
	for key, value := range entries(n) {
		inner, ok := inside[kind][aliased(key).Value]
		if !ok {
			inner, ok = inside[kind]["*"]
		}
		if !ok {
			continue
		}
		if aliased(value).Kind == yaml.ScalarNode && inner == "schema" && kind == "schema" {
			continue // additionalProperties: false
		}
		if line := p.culprit(value, inner, depth+1); line > 0 {
			return max(line, key.Line)
		}
	}
	if forms[kind] != nil {
		return n.Line
	}
	return 0
}

// value is a node as encoding/json would decode it.
func (p *prober) value(n *yaml.Node, depth int) any {
	n = aliased(n)
	p.left--
	switch {
	case depth > maxNesting || p.left < 0:
		return nil
	case n.Kind == yaml.MappingNode:
		out := map[string]any{}
		for key, value := range entries(n) {
			if name := aliased(key).Value; out[name] == nil {
				out[name] = p.value(value, depth+1)
			}
		}
		return out
	case n.Kind == yaml.SequenceNode:
		out := []any{}
		for _, c := range n.Content {
			out = append(out, p.value(c, depth+1))
		}
		return out
	}
	switch n.ShortTag() {
	case "!!null":
		return nil
	case "!!bool", "!!int", "!!float":
		var v any
		if n.Decode(&v) == nil {
			return v
		}
	}
	return n.Value
}
