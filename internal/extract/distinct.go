package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// definingLines finds the request lines that define the page's operations: those of the URI
// section, first in running text, then in code; where a page has no such section, those
// of any other section that is not an example. They are weak where they stand outside of a
// section that defines an operation, where a guide may just as well show a call.
func (p *page) definingLines() (lines []requestLine, weak bool) {
	for i, fits := range []func(requestLine) bool{
		func(l requestLine) bool { return l.ctx.section == dialect.SectionURI && !l.inCode },
		func(l requestLine) bool { return l.ctx.section == dialect.SectionURI },
		func(l requestLine) bool { return l.ctx.section == dialect.SectionFunction && !l.inCode },
		func(l requestLine) bool {
			return l.ctx.section != dialect.SectionOther && l.ctx.section != dialect.SectionErrors && (p.call || len(p.fieldTables()) > 0) && !l.inCode
		},
		func(l requestLine) bool {
			return l.ctx.section == dialect.SectionRequest && (p.call || len(p.fieldTables()) > 0)
		},
		func(l requestLine) bool { return p.call && l.ctx.section == dialect.SectionUnknown },
	} {
		lines, guessed := distinct(p.lines, fits)
		if len(lines) == 0 {
			continue
		}
		if weak = i > 1; !weak || p.call {
			for _, l := range guessed {
				path, _ := l.parts()
				p.found.addf("docs/unclear-request-line", l.pos, "%s %s is taken for an example of the request line beside it, so that no operation is made of it", l.method, diag.Quote(path))
			}
		}
		return lines, weak
	}
	return nil, false
}

// distinct are the lines that fit, each operation once, without examples; guessed are the lines that
// are taken for examples although they may be something else.
func distinct(all []requestLine, fits func(requestLine) bool) (out, guessed []requestLine) {
	var fitting, templates []requestLine
	for _, l := range all {
		if !fits(l) {
			continue
		}
		fitting = append(fitting, l)
		if path, _ := l.parts(); strings.Contains(path, "{") {
			templates = append(templates, l)
		}
	}
	seen := make(map[string]bool)
	for _, l := range fitting {
		key := l.key()
		if seen[key] {
			continue
		}
		seen[key] = true
		switch l.exampleOf(templates) {
		case isOperation:
			out = append(out, l)
		case maybeExample:
			guessed = append(guessed, l)
		}
	}
	return out, guessed
}

// likelihood says what a request line is beside others of its section.
type likelihood int

const (
	isOperation likelihood = iota
	maybeExample
	isExample
)

// exampleOf says whether a request line without a placeholder shows one of the templates with real
// values, as "GET /jars/7" does beside "GET /jars/{id}". "GET /jars/open", which may be a call of its own,
// and a line with an id that is an instance of no template, "DELETE /jars/7", may be examples. Everything
// else is an operation: "DELETE /jars", or "GET /jars" beside "GET /{shelf}/jars".
func (l requestLine) exampleOf(templates []requestLine) likelihood {
	path, _ := l.parts()
	if len(templates) == 0 || strings.Contains(path, "{") {
		return isOperation
	}
	segments := strings.Split(path, "/")
	best := isOperation
	if slices.ContainsFunc(segments, naming.IsKey) {
		best = maybeExample
	}
	for _, t := range templates {
		template, _ := t.parts()
		if t.method != l.method || !instanceOf(path, template) {
			continue
		}
		if showsValue(segments, strings.Split(template, "/")) {
			return isExample
		}
		best = maybeExample
	}
	return best
}

// showsValue reports whether a segment that stands in the place of a placeholder has a digit, as ids
// and names with numbers do. Words may be calls of their own, also those of several: "batch-delete",
// "batchDelete".
func showsValue(segments, template []string) bool {
	for i, s := range segments {
		if i < len(template) && strings.Contains(template[i], "{") && strings.ContainsAny(s, "0123456789") {
			return true
		}
	}
	return false
}
