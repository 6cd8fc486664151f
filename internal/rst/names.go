package rst

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// names is what the explicit markup of a whole page defines. References may stand before
// their definitions, so it is gathered from the raw lines, the first time that a
// reference needs it; most pages never do.
type names struct {
	targets map[string]string // normalised name → URL, "" for a place in the page
	anon    []string          // URLs of the anonymous targets, in order
	subst   map[string]substitution
}

type substitution struct {
	name      string
	directive string // "image", "replace", …; "" where there is none
	args      line   // what stands after the directive
}

// names gives the index of the page.
func (p *parser) names() *names {
	if p.index != nil {
		return p.index
	}
	x := &names{targets: map[string]string{}, subst: map[string]substitution{}}
	p.index = x
	for i, s := range p.file.Lines() {
		at := strings.Index(s, ".. ")
		if at < 0 {
			at = strings.Index(s, "__ ")
			if at < 0 || strings.TrimLeft(s[:at], " |") != "" {
				continue
			}
			x.anon = append(x.anon, p.text.own(cellEnd(s[at+3:])))
			continue
		}
		rest := s[at+3:]
		rest = rest[indent(rest):]
		l := line{s, int32(i + 1), 1}
		switch {
		case strings.HasPrefix(rest, "_"):
			if name, url, ok := parseTarget(cellEnd(rest[1:])); ok && name == "_" {
				x.anon = append(x.anon, p.text.own(unescape(url)))
			} else if ok {
				x.targets[doc.NormLabel(name)] = p.text.own(unescape(url))
			}
		case strings.HasPrefix(rest, "|"):
			if d, ok := parseSubstitution(cellEnd(rest)); ok {
				d.args = l.from(len(s) - len(rest) + int(d.args.col))
				d.args.text = p.text.own(cellEnd(d.args.text))
				if _, twice := x.subst[d.name]; !twice {
					x.subst[d.name] = d
				}
			}
		}
	}
	return x
}

// cellEnd cuts off the border of a cell that a definition may stand in.
func cellEnd(s string) string {
	return strings.TrimRight(strings.TrimSuffix(trimRight(s), " |"), " ")
}

// parseSubstitution reads "|name| directive:: arguments"; args.col is the offset of the
// arguments in s.
func parseSubstitution(s string) (substitution, bool) {
	if len(s) < 3 || s[1] == ' ' {
		return substitution{}, false
	}
	end := strings.Index(s[1:], "|")
	for end > 0 && end+2 < len(s) && s[end+2] != ' ' {
		next := strings.Index(s[end+2:], "|")
		if next < 0 {
			return substitution{}, false
		}
		end += next + 1
	}
	if end < 1 || s[end] == ' ' || s[end] == '\\' {
		return substitution{}, false
	}
	d := substitution{name: s[1 : end+1]}
	at := end + 2 + indent(s[end+2:])
	if at <= len(s) {
		if name, n := directiveName(s[at:]); n > 0 {
			d.directive = name
			at += n
		}
	}
	d.args.col = int32(min(at, len(s)))
	return d, true
}

// isSimpleName reports whether s is a "simple reference name" (RST spec, "Reference
// Names"): letters and digits with single - _ . : + between them.
func isSimpleName(s string) bool {
	word := false
	for _, r := range s {
		switch {
		case isWord(r):
			word = true
		case strings.ContainsRune("-_.:+", r):
			if !word {
				return false
			}
			word = false
		default:
			return false
		}
	}
	return word
}

// isWord reports whether r is a letter or a digit.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlnum(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// directiveName recognises "name::" at the start of s; n is its length with the spaces
// after it.
func directiveName(s string) (name string, n int) {
	i := strings.Index(s, "::")
	if i < 1 || i+2 < len(s) && s[i+2] != ' ' {
		return "", 0
	}
	name = strings.TrimSuffix(s[:i], " ")
	if !isSimpleName(name) {
		return "", 0
	}
	return name, i + 2 + indent(s[i+2:])
}

func quote(s string) string { return diag.Quote(s) }
