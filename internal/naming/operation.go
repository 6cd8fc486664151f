package naming

import (
	"slices"
	"strings"
	"unicode"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// Name is what an operation is called: what it does, and to what.
type Name struct {
	Verb, Noun string
	Many       bool // Noun means several things

	verbs []string // those that Verb joins
}

// ID is the name as an operation id.
func (n Name) ID() string { return limit(n.Verb + n.Noun) }

// OperationID makes an operation id from the title of a page: "Querying Tags of a Backup
// Policy" gives ListBackupPolicyTags. The id is PascalCase of ASCII letters and digits and never
// empty. It depends on the title, the method and the path only.
func OperationID(title, method, path string) string { return Operation(title, method, path).ID() }

// Operation names an operation by the title of its page. method, an HTTP method in any case, is
// the verb where the title has none; path tells a list of details from a list.
func Operation(title, method, path string) Name {
	words, batch := titleWords(title)
	for isLink(firstOf(words)) {
		words = words[1:]
	}
	if len(words) > 0 && words[0] == strings.ToUpper(method) {
		words = words[1:] // "OPTIONS Bucket"
	}
	posted := strings.EqualFold(method, "post") && (strings.EqualFold(firstOf(words), "obtaining") || strings.EqualFold(firstOf(words), "obtain"))
	if n := len(words); n > 3 && dialect.TitleSubjects[strings.ToLower(words[0])] && strings.EqualFold(words[1], "for") {
		words = words[2:] // "API for Opening a Lid"
	}
	verbs, rest := cutVerbs(words)
	if len(verbs) == 0 {
		if base, what := cutDeed(rest, method, path); base != "" {
			verbs, rest = []verb{{base: base}}, what
		}
	}
	if len(verbs) == 0 {
		verbs = []verb{{base: methodVerb(method)}}
		if n := len(rest); n > 1 && strings.EqualFold(rest[n-1], "management") {
			rest = rest[:n-1]
		}
	}
	if posted {
		verbs[0].base = "Obtain" // what is obtained by POST is made, and not looked up
	}
	n := name(verbs, rest, path)
	if batch && !strings.Contains(n.Verb, "Batch") {
		n.Verb = "Batch" + n.Verb
	}
	return n
}

// name names an operation by the verbs of its title and what follows them, with further verbs and
// what follows these.
func name(verbs []verb, rest []string, path string) Name {
	first, others := split(rest)
	for len(others) > 0 && dialect.Pronouns[strings.ToLower(firstOf(others[0].words))] {
		// "Adding Ports to or Removing Them from a Group" is "Adding or Removing Ports from a Group"
		if _, join := joinOf(first[len(first)-1]); join {
			first = first[:len(first)-1]
		}
		verbs = append(verbs, others[0].verb)
		first, others = slices.Concat(first, others[0].words[1:]), others[1:]
	}
	noun, last := "", verbs[len(verbs)-1].base
	n := Name{}
	for i, o := range others {
		words, _ := phrase(withoutGerunds(withoutClauses(o.words)), o.base)
		own := strings.Join(words, "")
		if i == 0 {
			main, _ := phrase(withoutGerunds(withoutClauses(first)), last)
			noun = strings.Join(main, "")
		}
		switch {
		case sameWord(own, noun) && slices.ContainsFunc(verbs, func(v verb) bool { return v.base == o.base }):
		case sameWord(own, noun):
			verbs = append(verbs, o.verb)
		case o.base == last:
			n.Noun += o.link + own
		default:
			n.Noun += o.link + o.String() + own
			last = o.base
		}
	}
	n.read(verbs, first, path)
	return n
}

// read sets the verb and puts the noun phrase of the first words before what is there.
func (n *Name) read(verbs []verb, words []string, path string) {
	end := ""
	query := verbs[len(verbs)-1].base == "Query" && len(verbs) == 1
	if strings.EqualFold(firstOf(words), "whether") && len(words) > 1 {
		words, end = whether(words[1:])
		if query {
			verbs, query = []verb{{base: "Check"}}, false
		}
	}
	p := readPhrase(withoutGerunds(withoutClauses(words)), verbs[len(verbs)-1].base)
	if len(p.front.words) == 0 && len(p.owners) > 0 {
		p.shift()
	}
	base := ""
	if query || len(verbs) == 1 && verbs[0].base == "List" {
		base = p.readVerb(path)
		if !query && base != "Count" {
			base = "List"
		}
	}
	n.Verb, n.Many = joinVerbs(verbs), isPlural(p.head())
	for _, v := range verbs {
		n.verbs = append(n.verbs, v.String())
	}
	if base != "" {
		n.Verb = verbs[0].adverb + base + verbs[0].particle
	}
	n.Noun = strings.Join(p.name(), "") + end + n.Noun
}

// further is what a title says after its first verb and noun: "and Running a Job".
type further struct {
	verb
	words []string
}

// split cuts words where a link and a gerund with something after it follow.
func split(words []string) (first []string, others []further) {
	first = words
	for i := 1; i < len(words); i++ {
		if !isLink(words[i]) {
			continue
		}
		k, link := i, ""
		for k < len(words) && isLink(words[k]) {
			link = pascal(strings.ToLower(strings.Trim(words[k], comma)))
			k++
		}
		if k+1 >= len(words) || !isVerbPhrase(words, k) {
			continue
		}
		v, rest, _ := cutVerb(words[k:], true)
		if len(rest) == 0 {
			continue
		}
		v.link = link
		own, more := split(rest)
		return words[:i], append([]further{{v, own}}, more...)
	}
	return first, nil
}

// isVerbPhrase reports whether the word at k is a gerund of a known verb, or one that an article
// follows.
func isVerbPhrase(words []string, k int) bool {
	lower := strings.ToLower(words[k])
	if !strings.HasSuffix(lower, "ing") {
		return false
	}
	_, known := dialect.TitleVerbs[lower]
	_, gerund := dialect.Gerund(lower)
	return known || gerund && isArticle(words[k+1])
}

// readVerb chooses the verb of an operation that reads, by the head of the noun phrase: List
// where it is a plural or the title says "all", else Show. A head such as "list" or "number"
// is the verb itself.
func (p *nounPhrase) readVerb(path string) string {
	alone := ""
	if p.asks == "" && !p.dropHead() {
		alone = dialect.TitleHeads[strings.ToLower(p.head())]
	}
	verb := dialect.TitleHeads[p.asks]
	if verb != "" && verb != "Show" && len(p.front.words) > 0 {
		p.setHead(plural(p.head()))
		return verb
	}
	if alone != "" {
		return alone // "Querying Details"
	}
	var aspect []string
	if p.isAspect() { // "Brief Information About Disks"
		aspect = p.front.words
		p.shift()
	}
	details := verb != "" && isDetailList(path)
	many := details || isPlural(p.head()) || p.front.all
	if details && len(p.front.words) > 0 {
		p.setHead(singular(p.head()))
		aspect = append(aspect, "Details")
	}
	p.front.words = slices.Concat(p.front.words, aspect)
	if many {
		return "List"
	}
	return "Show"
}

// isAspect reports whether a phrase says only how much a title tells of what follows.
func (p *nounPhrase) isAspect() bool {
	return len(p.owners) > 0 &&
		!slices.ContainsFunc(p.front.words, func(w string) bool { return !dialect.TitleAspects[strings.ToLower(w)] })
}

// dropHead leaves out a head that only says what is asked, as "List" of "the Vault List", and
// notes it. It does not apply to a head that is all there is.
func (p *nounPhrase) dropHead() bool {
	head := p.head()
	if dialect.TitleHeads[strings.ToLower(head)] == "" {
		return false
	}
	rest := tidy(p.front.words[:len(p.front.words)-1])
	if len(rest) == 0 {
		return false
	}
	p.front.words, p.asks = rest, strings.ToLower(head)
	return true
}

// isDetailList reports whether a path asks for the details of all things of a collection.
func isDetailList(path string) bool {
	segments := strings.Split(strings.Trim(path, "/"), "/")
	n := len(segments)
	return n > 1 && isDetail(segments[n-1]) && !strings.HasPrefix(segments[n-2], "{")
}

func isDetail(segment string) bool { return segment == "detail" || segment == "details" }

// maxID keeps ids readable; a longer title is cut at a word.
const maxID = 64

func limit(id string) string {
	for len(id) > maxID {
		i := strings.LastIndexFunc(id[:len(id)-1], unicode.IsUpper)
		if i <= 0 {
			return id[:maxID]
		}
		id = id[:i]
	}
	return id
}
