package openapi

import (
	"strings"
	"unicode"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// summary is the title of the page. Without prose, a title that is as long as a sentence
// gives way to the words of the operation's id: "ListUserGroups" is "List user groups".
func (e *emitter) summary(op *api.Operation) string {
	if e.opt.Prose || len(strings.Fields(op.Summary)) < sentenceWords {
		return op.Summary
	}
	return words(op.ID)
}

// words splits a name in camel case. Capitals in a row are one word, and stay as they are;
// the last of them begins the next word where a small letter follows.
func words(name string) string {
	letters := []rune(name)
	var b strings.Builder
	for i, r := range letters {
		upper := unicode.IsUpper(r)
		last := i+1 == len(letters)
		switch {
		case i == 0:
		case upper && (!unicode.IsUpper(letters[i-1]) || !last && unicode.IsLower(letters[i+1])):
			b.WriteByte(' ')
			if last || !unicode.IsUpper(letters[i+1]) {
				r = unicode.ToLower(r)
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}
