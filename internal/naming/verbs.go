package naming

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// verb is a verb of a title with the word that belongs to it: Scale and Up of "Scaling Up".
type verb struct {
	base, particle string
	adverb         string // how it is done, before the verb: "Force"
	link           string // the word that joins it to the one before: "Or", "And"
}

func (v verb) String() string { return v.adverb + v.base + v.particle }

// verbOf is the verb that a word of a title stands for. A word in -ing that the table of verbs
// lacks is one where certain is false or an article follows, and where it is not a noun.
func verbOf(words []string, i int) (string, bool) {
	w := strings.ToLower(words[i])
	if v, ok := dialect.TitleVerbs[w]; ok {
		return v, true
	}
	v, ok := dialect.Gerund(w)
	if i+1 == len(words) || !isArticle(words[i+1]) {
		return pascal(v), ok
	}
	if plain, known := dialect.PlainVerb(w); known {
		return plain, true // "Obtain the Lid": no article follows a noun
	}
	if stem := strings.TrimSuffix(w, "ing"); dialect.IsIngNoun(w) {
		if v, ok = stem, true; !strings.ContainsAny(stem, "aeiou") {
			v = w // "Ring the Bell"
		}
	}
	return pascal(v), ok
}

// cutVerbs takes the verbs off the words of a title: Create of "Creating a Disk", Add Or Remove
// of "Adding or Removing Tags". A second verb counts after a join only: in "Querying Start
// Times" it belongs to the noun.
func cutVerbs(words []string) (verbs []verb, rest []string) {
	rest = words
	for {
		link, n := "", 0
		if len(verbs) > 0 {
			for n < len(rest) && isLink(rest[n]) {
				link = pascal(strings.ToLower(strings.Trim(rest[n], comma)))
				n++
			}
			if n == 0 {
				break
			}
		}
		v, after, ok := cutVerb(rest[n:], len(verbs) > 0)
		if !ok {
			break
		}
		v.link = link
		verbs, rest = append(verbs, v), after
	}
	return verbs, rest
}

// cutVerb takes one verb off words, with the adverb before it and the particle after it. A second
// verb is a gerund, or in the table of verbs.
func cutVerb(words []string, second bool) (v verb, rest []string, ok bool) {
	for len(words) > 1 {
		adverb := adverbOf(words[0])
		if _, follows := verbOf(words, 1); adverb == "" || !follows {
			break
		}
		v.adverb += adverb
		words = words[1:]
	}
	if len(words) == 0 {
		return v, nil, false
	}
	_, known := dialect.TitleVerbs[strings.ToLower(words[0])]
	if v.base, ok = verbOf(words, 0); !ok || !known && !second && len(words) == 1 {
		return v, words, false
	}
	rest = words[1:]
	if len(rest) > 0 && (dialect.TitleParticles[strings.ToLower(rest[0])] || strings.EqualFold(rest[0], "on") && dialect.SwitchingVerbs[v.base]) {
		v.particle = pascal(strings.ToLower(rest[0]))
		rest = rest[1:]
	}
	if _, gerund := dialect.Gerund(firstOf(rest)); gerund && len(rest) > 1 && isArticle(rest[1]) {
		rest = rest[1:] // "Stopping Executing a Script"
	}
	return v, rest, true
}

func firstOf(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

func lastOf(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// adverbOf is what a name says of an adverb before a verb, "" for another word.
func adverbOf(w string) string {
	lower := strings.ToLower(w)
	if a := dialect.TitleAdverbs[lower]; a != "" {
		return a
	}
	if lower == "batch" {
		return "Batch"
	}
	if len(lower) > 4 && strings.HasSuffix(lower, "ly") {
		return pascal(lower)
	}
	return ""
}

// joinVerbs writes several verbs as one: AddOrRemove. Of three and more each base comes once and
// without its particle: "Restarting, Scaling Out, and Scaling In" is RestartAndScale.
func joinVerbs(verbs []verb) string {
	if len(verbs) > 2 {
		verbs = shortVerbs(verbs)
	}
	var b strings.Builder
	for _, v := range verbs {
		b.WriteString(v.link + v.String())
	}
	return b.String()
}

func shortVerbs(verbs []verb) []verb {
	link := verbs[len(verbs)-1].link
	var out []verb
	for _, v := range verbs {
		if !slices.ContainsFunc(out, func(o verb) bool { return o.base == v.base }) {
			out = append(out, verb{base: v.base, adverb: v.adverb})
		}
	}
	if len(out) > 1 {
		out[len(out)-1].link = link
	}
	return out
}

// methodVerb is the verb of an operation whose title has none.
func methodVerb(method string) string {
	switch strings.ToLower(method) {
	case "post":
		return "Create"
	case "put", "patch":
		return "Update"
	case "delete":
		return "Delete"
	case "head":
		return "Check"
	case "options":
		return "Options"
	}
	return "Show"
}
