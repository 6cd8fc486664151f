package tcloud

import (
	"regexp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// names gives each name of a parameter in the path or query, and of a member of a body, that bad
// refuses, once.
func names(p *published, bad func(name string, ref *openapi3.SchemaRef) bool) []string {
	var out []string
	seen := map[string]bool{}
	add := func(name string, ref *openapi3.SchemaRef) {
		if !seen[name] && bad(name, ref) {
			seen[name] = true
			out = append(out, name)
		}
	}
	for _, c := range p.calls() {
		for _, param := range c.Parameters {
			if param.Value.In == openapi3.ParameterInPath || param.Value.In == openapi3.ParameterInQuery {
				add(param.Value.Name, param.Value.Schema)
			}
		}
		p.members(c, add)
	}
	slices.Sort(out)
	return out
}

var snake = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

func snakeCase(p *published, _ string) []string {
	return names(p, func(name string, _ *openapi3.SchemaRef) bool { return !snake.MatchString(name) })
}

// commonNames are names for which the rules have another word.
func commonNames(p *published, _ string) []string {
	return names(p, func(name string, _ *openapi3.SchemaRef) bool {
		return slices.Contains([]string{"total_count", "total", "page", "tag_list"}, name)
	})
}

func timeNames(p *published, _ string) []string {
	return names(p, func(name string, ref *openapi3.SchemaRef) bool {
		return ref != nil && ref.Value != nil && isTime(ref) && !strings.HasSuffix(name, "_at")
	})
}

func isTime(ref *openapi3.SchemaRef) bool {
	return ref.Value.Format == "date-time" || document.Timestamp.Of(ref.Extensions, ref.Value.Extensions)
}

// notPlural reports whether what stands before an id is not a plural.
func notPlural(c call) bool {
	segments := strings.Split(c.path, "/")
	for i, s := range segments {
		if i > 0 && strings.HasPrefix(s, "{") && strings.HasSuffix(s, "id}") && s != "{project_id}" && s != "{domain_id}" {
			if before := segments[i-1]; !strings.HasPrefix(before, "{") && !strings.HasSuffix(before, "s") {
				return true
			}
		}
	}
	return false
}

// crud looks for what can be done with a resource that POST makes: the paths that continue that
// of POST with an id.
func crud(p *published, _ string) []string {
	var out []string
	for _, c := range p.calls() {
		if c.method != "POST" || strings.HasSuffix(c.path, "}") || p.Paths.Value(c.path).Get == nil {
			continue // an action, not a collection
		}
		has := map[string]bool{}
		for _, other := range p.calls() {
			if rest, ok := strings.CutPrefix(other.path, c.path+"/{"); ok && strings.Count(rest, "/") == 0 {
				has[other.method] = true
			}
		}
		out = append(out, where(!has["GET"] || !has["PUT"] || !has["DELETE"], c.String())...)
	}
	return out
}

func count(p *published, _ string) []string {
	return each(func(c call) bool {
		if c.method != "GET" || c.query("limit") == nil {
			return false
		}
		for _, r := range c.responses("200") {
			for _, s := range p.schemas(r.Content) {
				if ref := s.Properties["count"]; ref != nil && ref.Value.Type.Is("integer") {
					return false
				}
			}
		}
		return true
	})(p, "")
}

func batchBody(p *published, _ string) []string {
	return each(func(c call) bool {
		if !isBatch(c) || c.RequestBody == nil {
			return false
		}
		return !slices.ContainsFunc(p.schemas(c.RequestBody.Value.Content), func(s *openapi3.Schema) bool {
			return s.Type.Is("array") && s.Items.Value.Type.Is("object")
		})
	})(p, "")
}
