package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// guides looks at pages that show request lines and define no operation: how to page
// through a list, how to get a token. A line that is a call of an operation of the set is
// one more witness for it, and the page's examples become its examples. A line of another
// service is told as such. What is left could not be read.
func (x *extraction) guides() {
	for _, p := range x.pages {
		if len(p.ops) > 0 || len(p.lines) == 0 {
			continue
		}
		foreign := ""
		for _, line := range p.lines {
			path, _ := cutURL(line.url)
			if op := x.operationFor(line.method, path); op != nil {
				p.guideOf = op
				break
			}
			if s := dialect.ForeignPath(path); s != "" && foreign == "" {
				foreign = s
			}
		}
		switch line := p.lines[0]; {
		case p.guideOf != nil:
		case foreign != "":
			p.foreign = true
			p.found.Addf("docs/other-service", p.path, line.pos, "this request line is one of %s, not of this service", foreign)
		default:
			p.found.Add("tool/no-operation", p.path, line.pos, "this request line could not be made an operation: it stands in no section that defines one")
		}
	}
}

// operationFor finds the operation that a call with real values is one of.
func (x *extraction) operationFor(method, path string) *api.Operation {
	segments := strings.Split(path, "/")
	for _, p := range x.pages {
		for _, op := range p.ops {
			if op.Method == method && matchesPath(strings.Split(op.Path, "/"), segments) {
				return op
			}
		}
	}
	return nil
}

// matchesPath must not take a path all of whose segments are parameters for any other of
// its length: at least one literal segment must be there and equal.
func matchesPath(pattern, segments []string) bool {
	if len(pattern) != len(segments) {
		return false
	}
	literal := false
	for i, p := range pattern {
		switch {
		case strings.Contains(p, "{"):
			if segments[i] == "" {
				return false
			}
		case p != segments[i]:
			return false
		case p != "" && versionOf("/"+p) == "":
			literal = true
		}
	}
	return literal
}
