package rst

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// optionList reads a list of command-line options ("-v  be chatty") as a definition list
// (RST spec, "Option Lists"). It reports false for ordinary text: a cell that holds just
// "-1" looks like an option, but has no description.
func (b *body) optionList() bool {
	p := b.p
	var list *doc.DefinitionList
	for b.i < len(b.ls) {
		l := b.ls[b.i]
		if l.blank() {
			b.i++
			continue
		}
		n := optionMarker(l.text)
		if n == 0 {
			break
		}
		mark := len(p.shelf)
		block, end := p.firstKnown(b.ls, b.i, n)
		if len(trimBlank(block)) == 0 {
			p.shelf = p.shelf[:mark]
			break
		}
		if list == nil {
			list = &doc.DefinitionList{At: p.at(l), Labels: p.takeLabels()}
			b.add(list)
		}
		b.i = end
		term := strings.TrimRight(l.text[:n], " ")
		item := &doc.Definition{At: p.at(l)}
		item.Term = doc.Text{{Kind: doc.Literal, Segs: []doc.Seg{{Text: term, Pos: p.pos(l, 0)}}}}
		item.Blocks = p.nested(block)
		list.Items = append(list.Items, item)
		p.shelf = p.shelf[:mark]
	}
	if list == nil {
		return false
	}
	b.needBlank("an option list")
	return true
}

// optionMarker is the length of the options at the start of s with the two spaces after
// them, or 0 (docutils Body.patterns["option_marker"]).
func optionMarker(s string) int {
	i := 0
	for {
		n := option(s[i:])
		if n == 0 {
			return 0
		}
		i += n
		rest := s[i:]
		if rest == "" {
			return i
		}
		if strings.HasPrefix(rest, "  ") {
			return i + indent(rest)
		}
		if !strings.HasPrefix(rest, ", ") {
			return 0
		}
		i += 2
	}
}

// option is the length of one option with its argument: "-a", "-o FILE", "--out=FILE",
// "/V".
func option(s string) int {
	i := 0
	long := false
	switch {
	case strings.HasPrefix(s, "--"):
		i, long = 2, true
	case strings.HasPrefix(s, "/"):
		i, long = 1, true
	case strings.HasPrefix(s, "-"), strings.HasPrefix(s, "+"):
		i = 1
	default:
		return 0
	}
	if i >= len(s) || !isAlnum(s[i]) {
		return 0
	}
	i++
	if long {
		for i < len(s) && isOptionChar(s[i]) {
			i++
		}
		if i < len(s) && (s[i] == ' ' || s[i] == '=') {
			if n := optionArgument(s[i+1:]); n > 0 {
				i += 1 + n
			}
		}
		return i
	}
	if i < len(s) && s[i] == ' ' {
		if n := optionArgument(s[i+1:]); n > 0 {
			return i + 1 + n
		}
		return i
	}
	return i + optionArgument(s[i:])
}

func isOptionChar(c byte) bool { return isAlnum(c) || c == '_' || c == '-' }

func optionArgument(s string) int {
	if s == "" {
		return 0
	}
	if s[0] == '<' {
		if n := strings.IndexByte(s, '>'); n > 1 && strings.IndexByte(s[1:n], '<') < 0 {
			return n + 1
		}
		return 0
	}
	if !isAlnum(s[0]) || s[0] <= '9' {
		return 0
	}
	i := 1
	for i < len(s) && isOptionChar(s[i]) {
		i++
	}
	return i
}
