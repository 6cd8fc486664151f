package dialect

import "strings"

// CaseWords finds in the captions of tables that list one thing in several cases the words
// that tell the cases apart, in the order of the captions:
//
//	Parameters for making a box using a plan     using plan
//	Parameters for making a box using a copy     using copy
//	Oak connection parameters                    Oak
//	Parameter description (making a lid)         making lid
//
// It gives nil where two captions have the same words or one has none.
func CaseWords(captions []string) []string {
	cases := make([][]string, len(captions))
	for i, c := range captions {
		cases[i] = caseOf(c)
	}
	start, end := commonWords(cases)
	for start > 0 && caseLinks[strings.ToLower(cases[0][start-1])] {
		start-- // "using plan" tells more than "plan"
	}
	out := make([]string, len(captions))
	seen := make(map[string]bool)
	for i, words := range cases {
		words = words[start : len(words)-end]
		words = words[:min(len(words), maxCaseWords)]
		out[i] = strings.Join(words, " ")
		if key := strings.ToLower(out[i]); out[i] == "" || seen[key] {
			return nil
		} else {
			seen[key] = true
		}
	}
	return out
}

// maxCaseWords is how many words of a caption tell a case, so that names stay short.
const maxCaseWords = 6

// caseOf gives the words of a caption that may tell a case: what stands in brackets after a
// caption that says nothing else, or the words other than those of all captions.
func caseOf(caption string) []string {
	caption = strings.TrimSuffix(strings.TrimSpace(caption), ":")
	if i := strings.IndexByte(caption, '('); i > 0 {
		note, _, _ := strings.Cut(caption[i+1:], ")")
		switch parseCaption(Plain(caption[:i])).Role {
		case TableParameters, TableRequest, TableBody, TableResponse:
			caption = note
		default:
			caption = caption[:i]
		}
	}
	var words []string
	for _, w := range captionWords(Plain(caption)) {
		for part := range strings.FieldsSeq(w.text) {
			if !caseFillers[singular(strings.ToLower(part))] {
				words = append(words, part)
			}
		}
	}
	if len(words) > 1 && caseLinks[strings.ToLower(words[0])] && !strings.EqualFold(words[0], "using") {
		words = words[1:] // "for making a box": the link tells nothing at the start
	}
	return words
}

// commonWords counts the words that all start with, and those that all end with.
func commonWords(cases [][]string) (start, end int) {
	shortest := len(cases[0])
	for _, c := range cases {
		shortest = min(shortest, len(c))
	}
	same := func(at func(words []string) string) bool {
		for _, c := range cases {
			if !strings.EqualFold(at(c), at(cases[0])) {
				return false
			}
		}
		return true
	}
	for start < shortest && same(func(words []string) string { return words[start] }) {
		start++
	}
	for start+end < shortest && same(func(words []string) string { return words[len(words)-1-end] }) {
		end++
	}
	return start, end
}

var (
	// caseLinks are the words that tie a case to what it is a case of.
	caseLinks = map[string]bool{"using": true, "with": true, "by": true, "from": true, "for": true, "of": true, "in": true, "via": true, "without": true, "when": true}
	// caseFillers are the words of captions that tell no case.
	caseFillers = map[string]bool{
		"a": true, "an": true, "the": true, "parameter": true, "description": true, "request": true, "body": true, "field": true, "table": true,
	}
)
