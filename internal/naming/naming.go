// Package naming makes names that read well from what the pages call things: operation
// ids from titles, schema names from captions. It takes and returns plain strings; the
// words themselves are data of package dialect.
package naming

import (
	"strings"
	"unicode"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// IsProviderID reports whether the name of a page ("CreateCheckpoint" of
// ":original_name: CreateCheckpoint.html") is the provider's own operation id and not a
// topic number such as en-us_topic_0059304219 or cbr_04_0015: PascalCase, at least two
// words, and starting with a verb or a name in capitals, never with a number in it that
// is longer than a version's.
func IsProviderID(name string) bool {
	if name == "" || !unicode.IsUpper(rune(name[0])) {
		return false
	}
	words, digits := 0, 0
	for i, r := range name {
		switch {
		case unicode.IsUpper(r):
			if i == 0 || !unicode.IsUpper(rune(name[i-1])) {
				words++
			}
			digits = 0
		case r >= '0' && r <= '9':
			if digits++; digits > 3 {
				return false
			}
		case r >= 'a' && r <= 'z':
			digits = 0
		default:
			return false
		}
	}
	return words >= 2
}

// OperationID makes an operation id from the title of a page: "Querying Tags of a Backup
// Policy" gives ListBackupPolicyTags. method, a lower-case HTTP method, is the verb where
// the title has none. The id is PascalCase of ASCII letters and digits and never empty.
func OperationID(title, method string) string {
	words := titleWords(title)
	first := ""
	if len(words) > 0 {
		first = words[0]
	}
	var verbs []string
	for len(words) > 0 {
		w := strings.ToLower(words[0])
		if v, ok := dialect.TitleVerbs[w]; ok && !(len(verbs) > 0 && verbs[len(verbs)-1] != "Or" && verbs[len(verbs)-1] != "And" && verbs[len(verbs)-1] != "Batch") {
			verbs = append(verbs, v)
			words = words[1:]
			continue
		}
		if len(verbs) > 0 && len(words) > 1 && (w == "or" || w == "and") {
			if _, ok := dialect.TitleVerbs[strings.ToLower(words[1])]; ok {
				verbs = append(verbs, pascal(w))
				words = words[1:]
				continue
			}
		}
		break
	}
	if len(verbs) == 0 && len(words) > 1 {
		if v := stem(words[0]); v != "" {
			verbs, words = []string{v}, words[1:]
		}
	}
	if len(verbs) == 0 {
		verbs = []string{methodVerb(method)}
	}
	if len(verbs) > 0 && strings.EqualFold(method, "post") && strings.EqualFold(first, "obtaining") {
		verbs[0] = "Obtain" // what is obtained by POST is made, and not looked up
	}
	noun, head := phrase(words)
	if verbs[len(verbs)-1] == "Query" {
		verb := "Show"
		if isPlural(head) || hasAll(words) {
			verb = "List"
		}
		if v, ok := dialect.TitleHeads[strings.ToLower(head)]; ok {
			verb = v
			noun = dropWord(noun, head)
			if v != "Show" {
				noun = pluralLast(noun)
			}
		}
		verbs[len(verbs)-1] = verb
	}
	id := strings.Join(verbs, "") + strings.Join(noun, "")
	if len(noun) == 0 && head != "" {
		id += pascal(head)
	}
	return limit(id)
}

// stem makes a verb of a gerund that the table of verbs lacks: "Packing" is Pack,
// "Dropping" is Drop, "Sliding" is Slide. It guesses at the silent e by the letter before
// it, which only decides how the id reads. It gives "" for a word that is no gerund, and
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

func isASCIIWord(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
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

// phrase turns the words behind the verb into the words of a name and tells the head noun
// of the phrase, which says whether one thing or many are meant.
func phrase(words []string) (noun []string, head string) {
	var front, back []string
	part := &front
	var moved []string
	for i, w := range words {
		lower := strings.ToLower(w)
		if join, ok := dialect.TitleJoins[lower]; ok && i > 0 {
			if head == "" && len(*part) > 0 {
				head = (*part)[len(*part)-1]
			}
			if join.Keep {
				back = append(back, pascal(w))
				part = &back
			} else if part == &front || part == &moved {
				// Behind a second preposition the words go further to the front.
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
	if head == "" && len(noun) > 0 && len(back) == 0 {
		head = noun[len(noun)-1]
	} else if head == "" && len(front) > 0 {
		head = front[len(front)-1]
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

func pluralLast(words []string) []string {
	if len(words) == 0 {
		return words
	}
	w := words[len(words)-1]
	switch {
	case isPlural(w), strings.ToUpper(w) == w:
	case strings.HasSuffix(w, "y") && len(w) > 1 && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		w = w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"):
		w += "es"
	default:
		w += "s"
	}
	return append(words[:len(words)-1:len(words)-1], w)
}

// isPlural is a guess that only chooses between List and Show.
func isPlural(w string) bool {
	lower := strings.ToLower(w)
	return len(w) > 2 && strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ss") &&
		!strings.HasSuffix(lower, "us") && !strings.HasSuffix(lower, "is") && strings.ToUpper(w) != w
}

// IsPlural guesses whether a field's name, "disk_ids" or "serverList", says that it holds
// several things.
func IsPlural(name string) bool {
	w := name[strings.LastIndexAny(name, "_-.:")+1:]
	return isPlural(w) || strings.HasSuffix(strings.ToLower(w), "list")
}

func singular(w string) string {
	switch {
	case !isPlural(w), strings.HasSuffix(w, "ics"):
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}

// Pascal makes a PascalCase name of a label: "protect_param" gives ProtectParam, and
// "VaultBackup" stays. Letters and digits outside ASCII are left out; the result is empty
// where nothing is left, and never starts with a digit.
func Pascal(label string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(label, func(r rune) bool { return !isASCIIWord(r) }) {
		b.WriteString(pascal(w))
	}
	name := b.String()
	if name != "" && name[0] >= '0' && name[0] <= '9' {
		name = "N" + name
	}
	return name
}

func pascal(w string) string {
	if w == "" {
		return ""
	}
	return strings.ToUpper(w[:1]) + w[1:]
}

// IsName reports whether s can be the name of a parameter or member: what a program sends,
// at most 128 bytes, of ASCII letters, digits and the marks that real names have.
func IsName(s string) bool {
	if len(s) > 128 {
		return false
	}
	word := false
	for i := range len(s) {
		switch c := s[i]; {
		case isASCIIWord(rune(c)) || c == '_' || c == '$' || c == '@':
			word = true
		case c == '-' || c == '.' || c == ':' || c == '/' || c == '[' || c == ']' || c == '~' || c == '#':
		default:
			return false
		}
	}
	return word
}
