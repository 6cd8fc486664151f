package naming

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// withoutClauses rewrites the relative clauses of a title:
//
//	Databases That Can Be Restored        Restorable Databases
//	the Group to Which a User Belongs     the Group of a User
//	the Name That a Certificate Secures   the Name of a Certificate
//	Accounts an Image Is Shared With      Accounts of an Image
//	Parts That Have Not Been Assembled    Parts
func withoutClauses(words []string) []string {
	for i := 1; i < len(words); i++ {
		reduced := false
		if isArticle(words[i]) && isPlain(words[i-1]) {
			_, reduced = indexFrom(words, i, in(dialect.ClauseVerbs))
		}
		if !reduced && !dialect.ClauseWords[strings.ToLower(words[i])] {
			continue
		}
		start := i
		if !reduced {
			i++
		}
		before := words[:start]
		if _, join := joinOf(before[len(before)-1]); join {
			before = before[:len(before)-1]
		}
		return slices.Concat(withoutClause(before, words[min(i, len(words)):]))
	}
	return words
}

// withoutClause joins what stands before a relative clause with what is left of the clause.
func withoutClause(before, clause []string) []string {
	if n, ok := startsWith(clause, "can be"); ok && n < len(clause) {
		at := len(before)
		for at > 0 && isPlain(before[at-1]) {
			at--
		}
		return slices.Concat(before[:at], []string{able(clause[n])}, before[at:], clause[n+1:])
	}
	end, ok := indexFrom(clause, 0, in(dialect.ClauseVerbs))
	if !ok && isArticle(firstOf(clause)) {
		end = len(clause) - 1 // the verb is the last word
	}
	if end == 0 {
		return before // the clause has no subject of its own
	}
	return slices.Concat(before, []string{"of"}, clause[:end])
}

// able is the adjective for what can be done: "configured" gives Configurable.
func able(participle string) string {
	lower := strings.ToLower(participle)
	if a := dialect.ParticiplesAble[lower]; a != "" {
		return a
	}
	return pascal(strings.TrimSuffix(lower, "ed")) + "able"
}

// isPlain reports whether a word is neither a preposition nor a filler, nor joins two things.
func isPlain(w string) bool {
	_, join := joinOf(w)
	return !join && !isFiller(w) && !isLink(w)
}

// withoutGerunds says a gerund after a preposition as a noun: "the Link for Downloading a Backup
// File" is the Link for Backup File Download.
func withoutGerunds(words []string) []string {
	for i := 0; i+1 < len(words); i++ {
		_, join := joinOf(words[i])
		lower := strings.ToLower(words[i+1])
		_, known := dialect.TitleVerbs[lower]
		v, gerund := dialect.Gerund(lower)
		if !join || !gerund || i+2 == len(words) || !known && !isArticle(words[i+2]) {
			continue
		}
		noun := dialect.Nominals[lower]
		if noun == "" {
			noun = pascal(v)
		}
		end := i + 2
		for end < len(words) && (isPlain(words[end]) || isFiller(words[end])) {
			end++
		}
		object := slices.Clone(words[i+2 : end])
		if n := len(object); n > 0 {
			object[n-1] = singular(object[n-1])
		}
		return slices.Concat(words[:i+1], object, []string{noun}, withoutGerunds(words[end:]))
	}
	return words
}

// whether reads what a title asks: "Whether a Group Has Permissions" is the noun phrase
// Permissions of a Group, "Whether a Password Is Weak" the noun Password with the end IsWeak.
func whether(words []string) (rest []string, end string) {
	at, ok := indexFrom(words, 1, in(dialect.ClauseVerbs))
	if !ok {
		return words, ""
	}
	subject, object := words[:at], words[at+1:]
	switch lower := strings.ToLower(words[at]); lower {
	case "has", "have":
		n, ok := indexFrom(object, 0, func(w string) bool { _, join := joinOf(w); return join })
		if !ok {
			n = len(object)
		}
		return slices.Concat(object[:n], []string{"of"}, subject, object[n:]), ""
	case "exists", "exist":
		return subject, "Exists"
	case "belongs", "belong":
		noun, _ := phrase(object, "")
		return subject, "BelongsTo" + strings.Join(noun, "")
	default:
		for _, w := range object {
			if !isFiller(w) {
				end += pascal(w)
			}
		}
		return subject, pascal(lower) + end
	}
}
