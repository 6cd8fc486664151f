package dialect

import (
	"net/http"
	"strings"
)

// parseCaption reads a caption in two steps: the whole of it is a known phrase
// ("Request body parameters"), or it is one of the phrases that have the name of a
// structure in them ("Data structure of the **spec** field").
//
// The name is the marked word of the caption, or the word shaped like an identifier, or
// in the place of the name in a phrase any single word ("links field description").
//
// A caption that is one word and nothing else is the name of a structure ("VaultBackup",
// "Tag", "**items**"): newer pages caption nearly all their tables so. The rule does not apply
// for the words of notWords, which writers use as ordinary English ("Description",
// "Parameters", "Request"), unless they are marked.
func parseCaption(caption Text) Caption {
	caption = caption.Trim()
	if strings.HasPrefix(caption.Words, strings.TrimSpace(Bullet)) {
		caption = caption.From(len(strings.TrimSpace(Bullet))).Trim()
	}
	key := singular(fold(caption.Words))
	if key == "" {
		return Caption{}
	}
	if role, ok := captions[key]; ok {
		return Caption{Role: role}
	}
	if c, ok := statusCaption(key); ok {
		return c
	}
	if short := trimNotes(key); short != key {
		if role, ok := captions[short]; ok {
			return Caption{Role: role}
		}
	}
	if len(caption.Words) > maxCaption {
		return Caption{}
	}
	if name := structName(caption); name != "" {
		return Caption{Role: TableStruct, Name: name}
	}
	for _, p := range otherCaptions {
		if strings.HasPrefix(key, p.start) {
			return Caption{Role: p.role}
		}
	}
	if hasSuffix(key, otherEnds) {
		return Caption{Role: TableOther}
	}
	return Caption{}
}

// maxCaption is longer than any caption with a name in it; a line of text that stands
// before a table can be longer.
const maxCaption = 200

// statusCaption reads "Status code: 200" or "404 Not Found", the line that says of which response the
// tables below it are. Such a line is about no header or body, so the role that it has
// is that of a response in general; a caption of the table itself says more.
func statusCaption(key string) (Caption, bool) {
	if n, phrase := cutStatus(strings.TrimPrefix(key, "http ")); phrase != "" && phrase == singular(strings.ToLower(http.StatusText(n))) {
		return Caption{Role: TableResponse, Status: n}, true
	}
	for _, p := range []string{"http status code", "http response code", "http return code", "status codes", "status code", "return codes", "return code", "response codes", "response code"} {
		rest, ok := strings.CutPrefix(key, p)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " :=")
		if listsFailures(rest) {
			return Caption{Role: TableResponse, Status: AnyFailure}, true
		}
		n, _ := cutStatus(rest)
		if n == 0 {
			return Caption{}, false
		}
		return Caption{Role: TableResponse, Status: n}, true
	}
	return Caption{}, false
}

// AnyFailure is the status of a caption that names several statuses of failed calls.
const AnyFailure = -1

// listsFailures reports whether a text is no more than several statuses of failed calls: "400, 404", "4xx", "403 or 404".
func listsFailures(text string) bool {
	n := 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" ,;/|", r) }) {
		code, rest := statusAt(word)
		switch {
		case word == "and", word == "or":
		case word == "4xx", word == "5xx":
			n += 2 // one word for several
		case code >= 400 && rest == "":
			n++
		default:
			return false
		}
	}
	return n > 1
}

// cutStatus cuts a status code off the start of a text, with what joins it to the rest; it is 0 where
// there is none.
func cutStatus(text string) (code int, rest string) {
	code, rest = statusAt(text)
	return code, strings.TrimLeft(rest, " :-")
}

// SaysRequest reports whether a caption names the request as the side of its table, as
// "Request header" does and "Header parameters" does not.
func SaysRequest(caption string) bool { return strings.Contains(fold(caption), "request") }

// capWord is a word of a caption. Several words in one pair of marks are one word.
type capWord struct {
	text   string // as written
	key    string // folded; "X" stands in the tables for any name
	marked bool
}

func captionWords(t Text) []capWord {
	var words []capWord
	at := 0
	for _, m := range t.Marks {
		if m.Start < at || m.End <= m.Start || m.End > len(t.Words) {
			continue
		}
		words = appendWords(words, t.Words[at:m.Start])
		at = m.End
		if name := strings.TrimSpace(t.Words[m.Start:m.End]); name != "" {
			words = append(words, capWord{text: name, marked: true})
			at += len(t.Words[at:]) - len(strings.TrimLeft(t.Words[at:], ".,:"))
		}
	}
	return appendWords(words, t.Words[at:])
}

// openMarkup is markup that the page opens and does not close.
var openMarkup = strings.NewReplacer("**", " ", "``", " ")

// appendWords appends the words of a part of a caption that nothing sets apart.
func appendWords(words []capWord, s string) []capWord {
	if strings.Contains(s, "**") || strings.Contains(s, "``") {
		s = openMarkup.Replace(s)
	}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }) {
		w = strings.TrimRight(strings.TrimLeft(w, "\u00a0"), ".,:")
		key := singular(strings.ToLower(w))
		if w == "-" || key == "" {
			continue
		}
		words = append(words, capWord{text: w, key: key})
	}
	return words
}

// CaptionWord is a word of a caption, or several that one pair of marks holds.
type CaptionWord struct {
	Text   string
	Marked bool
}

// CaptionWords gives the words of a caption as they are written.
func CaptionWords(caption Text) []CaptionWord {
	var out []CaptionWord
	for _, w := range captionWords(caption) {
		out = append(out, CaptionWord{Text: w.text, Marked: w.marked})
	}
	return out
}

// Continued takes the words off a caption that say that its table continues another one, "Request parameters
// (continued)", and reports whether it has such words.
func Continued(caption Text) (Text, bool) {
	t := caption.To(len(strings.TrimRight(caption.Words, space+".:")))
	for _, end := range continuedEnds {
		if at := len(t.Words) - len(end); at >= 0 && strings.EqualFold(t.Words[at:], end) {
			return t.To(at).Trim(), true
		}
	}
	return caption, false
}
