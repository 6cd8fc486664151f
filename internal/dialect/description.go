package dialect

import (
	"strings"
	"unicode/utf8"
)

// DescriptionLabel is what a paragraph of a description begins with.
type DescriptionLabel byte

// The labels of paragraphs.
const (
	NoLabel      DescriptionLabel = iota
	OtherLabel                    // "Constraints:", "Note:"
	MeaningLabel                  // "Definition:": what follows is the description itself
	LimitLabel                    // "Value range:", "Maximum length:": what follows limits the value
	DefaultLabel                  // "Default value:"
	PatternLabel                  // "Regular expression:"
	TypeLabel                     // "Type: string"
	ParentLabel                   // "Parent: Rule", the element around the one described
	ChildLabel                    // "Child: Days", the elements inside the one described
)

// meaningLabels name what a description is anyway.
var meaningLabels = words("definition", "explanation", "description", "details", "meaning", "parameter description", "parameter explanation", "parameter meaning")

// structureLabels tell what the structure of a document has: the type of a value and its place.
var structureLabels = map[string]DescriptionLabel{
	"type":   TypeLabel,
	"parent": ParentLabel, "parent node": ParentLabel, "parent element": ParentLabel,
	"child": ChildLabel, "child node": ChildLabel, "child element": ChildLabel, "children": ChildLabel,
}

// longestLabel bounds the bytes of a label of a paragraph.
const longestLabel = 64

// DescriptionLabelOf gives the label that a paragraph begins with and the number of its bytes,
// with the colon and the space after it: "Default value: 10", or "Constraints" alone.
func DescriptionLabelOf(paragraph string) (DescriptionLabel, int) {
	head := paragraph[:min(len(paragraph), longestLabel)]
	at := strings.IndexAny(head, ":：")
	alone := at == -1
	if alone {
		at = len(paragraph)
	}
	_, size := utf8.DecodeRuneInString(paragraph[at:])
	key := strings.ToLower(strings.Join(strings.Fields(paragraph[:at]), " "))
	if alone && !bareLabels[key] {
		return NoLabel, 0
	}
	kind := kindOfLabel(key)
	if kind == NoLabel {
		return NoLabel, 0
	}
	return kind, len(paragraph) - len(strings.TrimLeft(paragraph[at+size:], " \t\n\u00a0"))
}

func kindOfLabel(key string) DescriptionLabel {
	if meaningLabels[key] {
		return MeaningLabel
	}
	if kind := structureLabels[key]; kind != NoLabel {
		return kind
	}
	switch labels[key] {
	case labelNone, labelExample, labelOld:
		return NoLabel
	case labelPattern:
		return PatternLabel
	case labelText, labelSkip:
		return OtherLabel
	case labelDefault:
		return DefaultLabel
	}
	return LimitLabel
}

// limitWords stand around values in words that only limit: "1 to 64 characters". None of them
// changes what the values mean.
var limitWords = words("to", "from", "the", "a", "an", "value", "values", "is", "are", "of", "and", "or", "ranges", "range", "between",
	"can", "be", "it", "contains", "contain", "consists", "character", "characters", "options", "option", "following", "one", "as", "follows", "enumerated",
	"enumeration", "length", "minimum", "maximum", "possible", "available", "valid", "in", "inclusive", "items", "elements")

// StatedValues gives the values in words that do nothing but limit a value, by what is left without
// the words around them: "1", "64" of "1 to 64 characters". Words that say more are left too, as
// values that no schema has.
func StatedValues(text string) []string {
	var out []string
	for _, token := range strings.FieldsFunc(text, isBetweenValues) {
		token = strings.TrimRight(strings.Trim(token, "\"'`“”‘’"), ".:")
		token = strings.Trim(token, "\"'`“”‘’")
		low := strings.ToLower(token)
		if token == "" || limitWords[low] || token == strings.TrimSpace(Bullet) || token == "-" || token == "–" || token == "~" {
			continue
		}
		out = append(out, numbersOf(token)...)
	}
	return out
}

func isBetweenValues(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\u00a0' || r == ',' || r == ';' || r == '/' || r == '|'
}

// numbersOf gives both ends of "1-64", or the token.
func numbersOf(token string) []string {
	for _, dash := range []string{"-", "–", "~", "～"} {
		low, high, _ := strings.Cut(token, dash)
		if low != "" && high != "" && strings.Trim(low+high, "0123456789") == "" {
			return []string{low, high}
		}
	}
	return []string{token}
}

// SaysNothing reports whether the words after a label of a description tell nothing: "N/A".
func SaysNothing(text string) bool {
	text = strings.TrimRight(strings.TrimSpace(text), ".")
	return isEmpty(text) || sayNothing[strings.ToLower(text)]
}

// sayNothing are the ways to say after a label that there is nothing to say.
var sayNothing = words("no constraint", "no constraints", "no restriction", "no restrictions", "there is no constraint", "there are no constraints", "no limit")
