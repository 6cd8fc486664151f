package naming

import (
	"strings"
	"unicode"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// comma is the word that stands for a comma of a title.
const comma = ","

// titleWords splits a title into words: what stands in brackets explains and is left out,
// a possessive is cut off, and phrases that a name says in other words are rewritten. batch
// tells that the title does for many things what it says.
func titleWords(title string) (out []string, batch bool) {
	depth := 0
	for _, w := range strings.FieldsFunc(betweenVerbs(withoutNumber(title)), func(r rune) bool {
		return unicode.IsSpace(r) || r == '/' || r == ':' || r == '–' || r == '—'
	}) {
		open, shut := strings.Count(w, "("), strings.Count(w, ")")
		if depth == 0 && open == 0 {
			bare := strings.TrimRight(w, comma)
			bare = strings.TrimSuffix(strings.TrimSuffix(bare, "'s"), "’s")
			for i, part := range strings.Split(bare, comma) {
				if i > 0 {
					out = append(out, comma)
				}
				out = append(out, splitHyphen(part)...)
			}
			if strings.HasSuffix(w, comma) {
				out = append(out, comma)
			}
		}
		depth = max(0, depth+open-shut)
	}
	return rewrite(out)
}

// withoutNumber takes the number of its section off a title that says what is done: "5.1.2 Deleting a Lid", "3) Deleting
// a Lid". It does not apply to other titles, which may begin with a version, "2.0 Tokens", or a count, "3 Closing Gates".
func withoutNumber(title string) string {
	number, rest, _ := strings.Cut(title, " ")
	if strings.Trim(number, "0123456789.()") != "" || !strings.ContainsAny(number, ".)") {
		return title
	}
	words := strings.Fields(rest)
	if len(words) == 0 {
		return title
	}
	if _, verb := verbOf(words, 0); !verb && len(dialect.TitleDeeds[strings.ToLower(words[len(words)-1])].Methods) == 0 {
		return title
	}
	return rest
}

// betweenVerbs writes the slash between two verbs as a word: "Starting/Stopping a Lid". Verbs that the table of verbs
// lacks are two at the start of a title only: "Listing Sorting/Filtering Rules" has nouns.
func betweenVerbs(title string) string {
	first, second, _ := strings.Cut(title, "/")
	words := strings.Fields(first)
	before, after := lastOf(words), firstOf(strings.Fields(second))
	known := func(w string) bool { return dialect.TitleVerbs[strings.ToLower(w)] != "" }
	if !known(before) || !known(after) {
		_, gerund := dialect.Gerund(before)
		if _, both := dialect.Gerund(after); !gerund || !both || len(words) != 1 {
			return title
		}
	}
	return first + " or " + betweenVerbs(second)
}

// splitHyphen cuts "API-Key" but keeps "pre-checking", which is one verb, and makes one word of "add-on".
func splitHyphen(w string) []string {
	if _, ok := dialect.TitleVerbs[strings.ToLower(w)]; ok {
		return []string{w}
	}
	if one := dialect.TitleCompounds[strings.ToLower(w)]; one != "" {
		return []string{one}
	}
	return strings.FieldsFunc(w, func(r rune) bool { return !isASCIIWord(r) })
}

// rewrite says the phrases of a title in the words that a name has for them.
func rewrite(words []string) (out []string, batch bool) {
next:
	for i := 0; i < len(words); {
		for _, p := range dialect.TitlePhrases {
			if n, ok := startsWith(words[i:], p.From); ok && i > 0 {
				out = append(out, strings.Fields(p.To)...)
				batch = batch || p.Batch
				i += n
				continue next
			}
		}
		out = append(out, words[i])
		i++
	}
	return out, batch
}

// startsWith reports whether words start with a phrase, and of how many words that is.
func startsWith(words []string, phrase string) (n int, ok bool) {
	for p := range strings.FieldsSeq(phrase) {
		if n == len(words) || !strings.EqualFold(words[n], p) {
			return 0, false
		}
		n++
	}
	return n, true
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

func isFiller(w string) bool  { return dialect.TitleFillers[strings.ToLower(w)] }
func isArticle(w string) bool { return dialect.Articles[strings.ToLower(w)] }

// isLink reports whether a word joins two things of one kind.
func isLink(w string) bool {
	return w == comma || strings.EqualFold(w, "or") || strings.EqualFold(w, "and")
}

func joinOf(w string) (keep, ok bool) {
	join, ok := dialect.TitleJoins[strings.ToLower(w)]
	return join.Keep, ok
}

// indexFrom finds the first word from i on that fits.
func indexFrom(words []string, i int, fits func(string) bool) (at int, ok bool) {
	for ; i < len(words); i++ {
		if fits(words[i]) {
			return i, true
		}
	}
	return 0, false
}

func in(set map[string]bool) func(string) bool {
	return func(w string) bool { return set[strings.ToLower(w)] }
}
