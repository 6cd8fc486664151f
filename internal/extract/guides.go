package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// guides looks at pages that show request lines and define no operation: how to page
// through a list, how to get a token. A line that is a call of an operation of the set ends
// in that operation, which its own page describes. A line of another service is told as
// such. What is left could not be read.
func (x *extraction) guides() {
	x.dropWeak()
	for _, p := range x.pages {
		if len(p.operations()) > 0 {
			continue
		}
		if len(p.lines) == 0 {
			p.reportNoLine()
			continue
		}
		foreign := ""
		for _, line := range p.lines {
			path, _ := cutURL(line.url)
			if op := x.operationFor(line.method, path); op != nil {
				p.guideOf = op
				break
			}
			if s := x.profile.ServiceOf(path); s != "" && foreign == "" {
				foreign = s
			}
		}
		switch line := p.lines[0]; {
		case p.guideOf != nil, p.badLine:
		case foreign != "":
			p.foreign = true
			p.found.addf("docs/other-service", line.pos, "this request line is one of %s, not of this service", foreign)
		default:
			p.found.add("tool/no-operation", line.pos, "this request line could not be made an operation: it stands in no section that defines one")
		}
	}
}

// reportNoLine reports a section for the request line in which none could be read, or a page that describes the
// request and the response without one: what the page describes is nowhere in the document then. It does not apply
// to guides that explain the parts of a request: they list no fields of bodies, or describe no response.
func (p *page) reportNoLine() {
	listsBody := slices.ContainsFunc(p.tables, func(t *table) bool {
		return t.role == dialect.TableResponse || t.role == dialect.TableBody || t.role == dialect.TableRequest || t.role == dialect.TableQuery
	})
	if !listsBody || !p.hasSection(dialect.SectionResponse) && !p.hasSection(dialect.SectionStatus) {
		return
	}
	reported := false
	doc.WalkSections(p.doc.Blocks, func(s *doc.Section) bool {
		if reported || s.Level == 1 || len(s.Blocks) == 0 || dialect.Section(s.Title.String()) != dialect.SectionURI {
			return true
		}
		reported = true
		p.found.addf("tool/no-request-line", s.Pos(), "no method with a path could be read in the section %s, so that the page is not in the document", diag.Quote(s.Title.String()))
		return false
	})
	if reported || p.rest || !p.hasSection(dialect.SectionRequest) && !p.hasSection(dialect.SectionExampleRequest) {
		return
	}
	if t := p.firstBody(); t != nil {
		p.found.add("tool/no-request-line", t.doc.Pos(), "no method with a path could be read on the page of this table, so that what it lists is not in the document")
	}
}

// firstBody is the first table of types that lists a body, nil where none does. It is none that an operation of another
// page refers to, whose response it is.
func (p *page) firstBody() *table {
	for _, t := range p.tables {
		switch t.role {
		case dialect.TableResponse, dialect.TableBody, dialect.TableRequest:
			if t.has(dialect.ColumnType) && !t.used {
				return t
			}
		}
	}
	return nil
}

// dropWeak takes the operations off a guide that explains a call step by step, under
// titles such as Request URI and Request Header: what it shows is defined by another page
// of the set, or belongs to another service. It does not apply to a page that is the only one
// to show a call of this service, whatever its titles are.
func (x *extraction) dropWeak() {
	for _, p := range x.pages {
		if !p.weak {
			continue
		}
		for _, op := range p.operations() {
			if x.definedElsewhere(p, op) || x.profile.ServiceOf(op.Path) != "" {
				for _, s := range p.scopes() {
					s.ops = nil
				}
				break
			}
		}
	}
}

func (x *extraction) definedElsewhere(p *page, op *api.Operation) bool {
	for _, other := range x.pages {
		if other == p {
			continue
		}
		if other.weak {
			continue
		}
		for _, o := range other.ops {
			if o.Method == op.Method && urlpath.Shape(o.Path) == urlpath.Shape(op.Path) {
				return true
			}
		}
	}
	return false
}

// operationFor finds the operation that a call with real values is one of.
func (x *extraction) operationFor(method, path string) *api.Operation {
	segments := strings.Split(path, "/")
	for _, p := range x.pages {
		for _, op := range p.operations() {
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
		case p != "" && !urlpath.IsVersion(p):
			literal = true
		}
	}
	return literal
}
