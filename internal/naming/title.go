package naming

import (
	"strings"
	"unicode"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// titleWords splits a title into words: what stands in brackets explains and is left out,
// and a possessive is cut off.
func titleWords(title string) []string {
	var out []string
	depth := 0
	for _, w := range strings.FieldsFunc(title, func(r rune) bool {
		return unicode.IsSpace(r) || r == '/' || r == ',' || r == ':' || r == '–' || r == '—'
	}) {
		open, shut := strings.Count(w, "("), strings.Count(w, ")")
		if depth == 0 && open == 0 {
			w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
			out = append(out, splitHyphen(w)...)
		}
		depth = max(0, depth+open-shut)
	}
	return out
}

// splitHyphen cuts "API-Key" but keeps "pre-checking", which is one verb.
func splitHyphen(w string) []string {
	if _, ok := dialect.TitleVerbs[strings.ToLower(w)]; ok {
		return []string{w}
	}
	return strings.FieldsFunc(w, func(r rune) bool { return !isASCIIWord(r) })
}

// TitleNote is what stands in brackets at the end of a title: "V2" of "Listing Things (V2)",
// or "".
func TitleNote(title string) string {
	head, closed := strings.CutSuffix(title, ")")
	open := strings.LastIndexByte(head, '(')
	if !closed || open < 0 {
		return ""
	}
	return head[open+1:]
}

// phrase turns the words after the verb into the words of a name and tells the head noun
// of the phrase, which says whether one thing or many are meant.
func phrase(words []string) (noun []string, head string) {
	var front, back []string
	part := &front
	var moved []string
	for i, w := range words {
		lower := strings.ToLower(w)
		if join, ok := dialect.TitleJoins[lower]; ok && i > 0 {
			if join.Keep {
				back = append(back, pascal(w))
				part = &back
			} else if part == &front || part == &moved {
				// After a second preposition the words go further to the front.
				front = append(moved, front...)
				moved = nil
				part = &moved
			}
			continue
		}
		if dialect.TitleFillers[lower] || lower == "all" {
			continue
		}
		*part = append(*part, pascal(w))
	}
	if len(moved) > 0 {
		moved[len(moved)-1] = singular(moved[len(moved)-1])
	}
	noun = append(append(moved, front...), back...)
	switch {
	case len(front) > 0:
		head = front[len(front)-1]
	case len(back) == 0 && len(noun) > 0:
		head = noun[len(noun)-1]
	}
	return noun, head
}

func hasAll(words []string) bool {
	for _, w := range words {
		if strings.EqualFold(w, "all") {
			return true
		}
	}
	return false
}

func dropWord(words []string, word string) []string {
	var out []string
	for _, w := range words {
		if !strings.EqualFold(w, word) {
			out = append(out, w)
		}
	}
	return out
}
