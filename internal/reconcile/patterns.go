package reconcile

import "regexp"

// patterns are the expressions of a service, compiled: many fields and examples share a few.
type patterns map[string]*regexp.Regexp

// compiled gives an expression, nil where it is none.
func (p patterns) compiled(expr string) *regexp.Regexp {
	re, ok := p[expr]
	if !ok {
		re, _ = regexp.Compile(expr)
		p[expr] = re
	}
	return re
}
