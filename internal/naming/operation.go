package naming

import (
	"strings"
	"unicode"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// OperationID makes an operation id from the title of a page: "Querying Tags of a Backup
// Policy" gives ListBackupPolicyTags. method, a lower-case HTTP method, is the verb where
// the title has none. The id is PascalCase of ASCII letters and digits and never empty.
func OperationID(title, method string) string {
	words := titleWords(title)
	verbs, rest := cutVerbs(words)
	if len(verbs) == 0 {
		verbs = []string{methodVerb(method)}
	}
	if strings.EqualFold(method, "post") && len(words) > 0 && strings.EqualFold(words[0], "obtaining") {
		verbs[0] = "Obtain" // what is obtained by POST is made, and not looked up
	}
	noun, head := phrase(rest)
	if last := len(verbs) - 1; verbs[last] == "Query" {
		verbs[last], noun = readVerb(noun, head, hasAll(rest))
	}
	if len(noun) == 0 {
		noun = []string{pascal(head)}
	}
	return limit(strings.Join(verbs, "") + strings.Join(noun, ""))
}

// cutVerbs takes the verbs off the words of a title: Create of "Creating a Disk", Batch, Add,
// Or, Remove of "Batch Adding or Removing Tags". A second verb counts after one of these
// joins only: in "Querying Start Times" it belongs to the noun.
func cutVerbs(words []string) (verbs, rest []string) {
	rest = words
	for len(rest) > 0 {
		verb, ok := dialect.TitleVerbs[strings.ToLower(rest[0])]
		if ok && (len(verbs) == 0 || joinsVerbs[verbs[len(verbs)-1]]) {
			verbs = append(verbs, verb)
		} else if len(verbs) > 0 && startsJoined(rest) {
			verbs = append(verbs, pascal(strings.ToLower(rest[0])))
		} else {
			break
		}
		rest = rest[1:]
	}
	if len(verbs) == 0 && len(rest) > 1 {
		if verb := stem(rest[0]); verb != "" {
			return []string{verb}, rest[1:]
		}
	}
	return verbs, rest
}

// joinsVerbs are words of an id that another verb may follow.
var joinsVerbs = map[string]bool{"Or": true, "And": true, "Batch": true}

// startsJoined reports whether words start with "or" or "and" and a verb.
func startsJoined(words []string) bool {
	if len(words) < 2 || !strings.EqualFold(words[0], "or") && !strings.EqualFold(words[0], "and") {
		return false
	}
	_, ok := dialect.TitleVerbs[strings.ToLower(words[1])]
	return ok
}

// readVerb chooses the verb of an operation that reads, by the head of the noun phrase: List
// where it is a plural or the title says "all", else Show. A head such as "list" or "number"
// is the verb itself.
func readVerb(noun []string, head string, all bool) (string, []string) {
	if verb, ok := dialect.TitleHeads[strings.ToLower(head)]; ok {
		noun = dropWord(noun, head)
		if verb != "Show" {
			noun = pluralLast(noun)
		}
		return verb, noun
	}
	if all || isPlural(head) {
		return "List", noun
	}
	return "Show", noun
}

// stem makes a verb of a gerund that the table of verbs lacks: "Packing" is Pack,
// "Dropping" is Drop, "Sliding" is Slide. It guesses at the mute e by the letter before
// it, which only decides how the id reads. It gives "" for a word that is not a gerund, and
// for the nouns in -ing that titles start with when they are short ("String").
func stem(word string) string {
	w, ok := strings.CutSuffix(strings.ToLower(word), "ing")
	if !ok || len(w) < 4 {
		return ""
	}
	last, before := w[len(w)-1], w[len(w)-2]
	switch {
	case last == before && !strings.ContainsRune("lsz", rune(last)):
		w = w[:len(w)-1]
	case strings.ContainsRune("cguvzd", rune(last)) && !strings.ContainsRune("nr", rune(before)), strings.HasSuffix(w, "at"):
		w += "e"
	}
	return pascal(w)
}

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
	}
	return "Show"
}
