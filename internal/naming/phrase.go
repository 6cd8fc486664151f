package naming

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// chunk is a part of a noun phrase up to the next preposition: "a Vault" of "Tags of a Vault".
type chunk struct {
	join  string // the preposition before it, "" for the first
	words []string
	all   bool // "all" stands in it
}

// nounPhrase is what a title says after its verb: Front is what it speaks of, owners what that
// belongs to, kept what stays after it in its order.
type nounPhrase struct {
	front  chunk
	owners []chunk
	kept   []string
	moves  bool   // kept says where something goes
	asks   string // what a title asks of what it speaks of: "number" of "the Number of Vaults"
}

// readPhrase takes a noun phrase apart. verb tells where "to" says where something goes, and where
// a title asks for the list or the number of something.
func readPhrase(words []string, verb string) *nounPhrase {
	words = withoutAlternatives(words)
	p := &nounPhrase{}
	part := &p.front
	verbatim, opens := false, false
	for i := 0; i < len(words); i++ {
		w := words[i]
		lower := strings.ToLower(w)
		keep, join := joinOf(w)
		if len(p.kept) > 0 {
			if isPlain(w) && lower != "all" || join && verbatim || isLink(w) && w != comma {
				p.kept = append(p.kept, pascal(w))
			}
			continue
		}
		moves := lower == "to" && dialect.MovingVerbs[verb]
		switch {
		case join && (verb == "Query" || verb == "List") && p.askHead():
		case join && opens:
			p.owners, part = openChunk(p.owners, lower)
			opens = false
		case join && i == 0:
			p.owners, part = openChunk(p.owners, lower)
		case keep || moves:
			p.kept, verbatim, p.moves = []string{pascal(w)}, moves, moves
		case join:
			p.owners, part = openChunk(p.owners, lower)
		case isParticiple(words, i):
			if opens = len(p.owners) > 0; !opens {
				p.kept, verbatim = []string{pascal(w)}, true
			}
		case lower == "all":
			part.all = true
		case isFiller(w):
			if strings.HasPrefix(lower, "info") && slices.ContainsFunc(part.words, isLink) {
				part.words = append(part.words, pascal(w)) // "Details and Extended Information"
			}
		case w == comma:
		case isLink(w) && len(part.words) == 0:
		default:
			part.words = append(part.words, pascal(w))
		}
	}
	p.front.words = tidy(p.front.words)
	for i := range p.owners {
		p.owners[i].words = tidy(p.owners[i].words)
	}
	p.owners = slices.DeleteFunc(p.owners, func(c chunk) bool { return len(c.words) == 0 })
	return p
}

func openChunk(owners []chunk, join string) ([]chunk, *chunk) {
	owners = append(owners, chunk{join: join})
	return owners, &owners[len(owners)-1]
}

// isParticiple reports whether a preposition follows the participle at i: "Bound"
// of "NICs Bound to a Server", "Not" of "APIs Not Bound with an App".
func isParticiple(words []string, i int) bool {
	if i+1 >= len(words) {
		return false
	}
	if strings.EqualFold(words[i], "not") {
		return isParticiple(words, i+1)
	}
	_, join := joinOf(words[i+1])
	return join && dialect.TitleParticiples[strings.ToLower(words[i])]
}

// withoutAlternatives leaves out a filler that is one of two: "an Existing or Original Instance".
func withoutAlternatives(words []string) []string {
	for i := 0; i+1 < len(words); i++ {
		if isFiller(words[i]) && isLink(words[i+1]) && (i == 0 || !isPlain(words[i-1])) {
			return slices.Concat(words[:i], words[i+2:])
		}
	}
	return words
}

// askHead reports whether all that stands before the first preposition is what a title asks: "the
// Total Number", "Details". It then waits for what it speaks of.
func (p *nounPhrase) askHead() bool {
	words := p.front.words
	if len(words) == 2 && strings.EqualFold(words[0], "total") {
		words = words[1:]
	}
	if len(words) != 1 || dialect.TitleHeads[strings.ToLower(words[0])] == "" {
		return false
	}
	p.asks, p.front.words = strings.ToLower(words[0]), nil
	return true
}

// tidy cuts joins off the ends of a chunk, and says the head of two alternatives once: "Check
// Status or Upgrade Status" is CheckOrUpgradeStatus.
func tidy(words []string) []string {
	for isLink(lastOf(words)) {
		words = words[:len(words)-1]
	}
	for k := 2; k < len(words); k++ {
		if isLink(words[k]) && strings.EqualFold(words[k-1], lastOf(words)) {
			words = slices.Delete(slices.Clone(words), k-1, k)
		}
	}
	return words
}

// shift makes the first owner what the phrase speaks of.
func (p *nounPhrase) shift() {
	p.front, p.owners = p.owners[0], slices.Clone(p.owners[1:])
}

// head is the noun that says whether one thing or many are meant.
func (p *nounPhrase) head() string { return lastOf(p.front.words) }

// setHead replaces the head.
func (p *nounPhrase) setHead(w string) {
	words := slices.Clone(p.front.words)
	words[len(words)-1] = w
	p.front.words = words
}

// name joins the words of a phrase: the owners, the farthest first and each as one, what it speaks
// of, and what is kept. An owner that has a word of what it owns stays after it: "a User of a
// User Group" is UserOfGroup.
func (p *nounPhrase) name() []string {
	var out []string
	if slices.ContainsFunc(p.owners, func(o chunk) bool { return o.all }) {
		out = append(out, "All")
	}
	for i := len(p.owners) - 1; i >= 0; i-- {
		o := p.owners[i]
		if i == 0 && shareWord(o.words, p.front.words) {
			out = append(append(out, p.front.words...), pascal(o.join))
			return append(append(out, cutPrefix(o.words, p.front.words)...), p.kept...)
		}
		words := slices.Clone(o.words)
		if last := len(words) - 1; !o.all {
			words[last] = singular(words[last])
		}
		out = append(out, words...)
	}
	out = append(out, p.front.words...)
	kept := p.kept
	if p.moves {
		kept = cutSuffix(kept, p.front.words)
	}
	return append(out, kept...)
}

func sameWord(a, b string) bool { return strings.EqualFold(singular(a), singular(b)) }

func shareWord(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool {
		return !isLink(w) && slices.ContainsFunc(b, func(o string) bool { return sameWord(w, o) })
	})
}

// cutPrefix cuts prefix off words where more is left.
func cutPrefix(words, prefix []string) []string {
	if len(words) > len(prefix) && slices.EqualFunc(words[:len(prefix)], prefix, sameWord) {
		return words[len(prefix):]
	}
	return words
}

// cutSuffix cuts suffix off the end of words where more than one is left.
func cutSuffix(words, suffix []string) []string {
	if n := len(words) - len(suffix); n > 1 && slices.EqualFunc(words[n:], suffix, sameWord) {
		return words[:n]
	}
	return words
}

// phrase is the name of a noun phrase, with its head.
func phrase(words []string, verb string) (noun []string, head string) {
	p := readPhrase(words, verb)
	if len(p.front.words) == 0 && len(p.owners) > 0 {
		p.shift()
	}
	return p.name(), p.head()
}
