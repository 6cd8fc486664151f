package dialect

import "strings"

// parseMandatory reads a Mandatory cell: its first word says it, what follows is
// either a place in brackets or the condition under which that holds.
//
// A cell whose words go beyond that is a condition as soon as it is about needing or
// choosing at all ("Mandatory for token-based authentication"), and unknown otherwise:
// "Integer" in a row that was shifted by one column must not become an optional field.
func parseMandatory(cell string) Mandatory {
	text := fold(cell)
	if n, ok := needs[text]; ok {
		return Mandatory{Need: n}
	}
	in := needIn(text)
	word, rest := text, ""
	if i := strings.IndexFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '(' || r == ';' }); i >= 0 {
		word, rest = text[:i], strings.TrimLeft(text[i:], " ,.;")
	}
	if n, ok := needs[word]; ok {
		if n == NeedUnknown || rest == "" || in != "" && strings.HasPrefix(rest, "(") && strings.HasSuffix(rest, ")") {
			return Mandatory{Need: n, In: in}
		}
		return Mandatory{Need: NeedConditional, In: in}
	}
	for _, w := range needChoices {
		if strings.HasPrefix(text, w) {
			return Mandatory{Need: NeedConditional, In: in}
		}
	}
	for _, w := range needWords {
		if strings.Contains(text, w) {
			return Mandatory{Need: NeedConditional, In: in}
		}
	}
	return Mandatory{}
}

// parseOptional reads the cell of a column "Optional". Words other than yes and no mean themselves.
func parseOptional(cell string) Mandatory {
	switch fold(cell) {
	case "yes", "y", "true", "√", "✓", "✔":
		return Mandatory{Need: NeedNo}
	case "no", "n", "false", "×", "✗", "✘":
		return Mandatory{Need: NeedYes}
	}
	return parseMandatory(cell)
}

// needIn finds the place in "(query parameter)", "(in the path)" and the like: a bracket
// that says nothing else.
func needIn(text string) string {
	_, rest, ok := strings.Cut(text, "(")
	if !ok {
		return ""
	}
	inside, _, ok := strings.Cut(rest, ")")
	if !ok {
		return ""
	}
	in := ""
	for _, w := range strings.Fields(singular(inside)) {
		switch w {
		case "query", "path", "header", "body":
			if in != "" {
				return ""
			}
			in = w
		case "uri", "url":
			if in != "" {
				return ""
			}
			in = "path"
		case "parameter", "in", "request":
		default:
			return ""
		}
	}
	return in
}

var needs = map[string]Need{
	"yes":           NeedYes,
	"y":             NeedYes,
	"m":             NeedYes,
	"true":          NeedYes,
	"mandatory":     NeedYes,
	"required":      NeedYes,
	"must":          NeedYes,
	"no":            NeedNo,
	"n":             NeedNo,
	"o":             NeedNo,
	"false":         NeedNo,
	"optional":      NeedNo,
	"not mandatory": NeedNo,
	"not required":  NeedNo,
	"not necessary": NeedNo,
	"not needed":    NeedNo,
	"necessary":     NeedYes,
	"needed":        NeedYes,
	"compulsory":    NeedYes,
	"obligatory":    NeedYes,
	"conditional":   NeedConditional,
	"c":             NeedConditional,
	"depends":       NeedConditional,
	"it depends":    NeedConditional,
	"sometimes":     NeedConditional,
	"recommended":   NeedNo,
	"always":        NeedYes,
	"√":             NeedYes,
	"✓":             NeedYes,
	"✔":             NeedYes,
	"×":             NeedNo,
	"✗":             NeedNo,
	"✘":             NeedNo,
	"0..1":          NeedNo,
	"0..n":          NeedNo,
	"0..*":          NeedNo,
	"1..1":          NeedYes,
	"1..n":          NeedYes,
	"1..*":          NeedYes,
}

// needChoices begin a cell that names fields of which one is needed, or what decides.
var needChoices = []string{"one of ", "at least one ", "either ", "depends on ", "depending on "}

// needWords are the words without which a longer cell says nothing about the need.
var needWords = []string{"mandatory", "optional", "required", "must specify", "can be configured", "must be"}
