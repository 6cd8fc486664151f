package convert

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// checker gives a function that checks the model after a pass; problems are those that the
// pass itself knows. It does nothing where nobody wants to know.
func (c *Converter) checker(set string, pages []*doc.Page) func(pass string, svc *api.Service, problems []string) {
	if c.Problem == nil {
		return func(string, *api.Service, []string) {}
	}
	known := make(map[string]bool)
	for _, p := range pages {
		known[p.File.Path()] = true
	}
	told := make(map[string]bool) // what one pass breaks is broken after the next ones, too
	return func(pass string, svc *api.Service, problems []string) {
		for _, problem := range append(problems, api.Check(svc, func(path string) bool { return known[path] })...) {
			if !told[problem] {
				told[problem] = true
				c.Problem(set, pass, problem)
			}
		}
	}
}
