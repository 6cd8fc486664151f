package dialect

import (
	"slices"
	"strings"
)

// structName matches the words of a caption against the phrases around a name.
func structName(caption Text) string {
	if strings.HasSuffix(caption.Words, ")") {
		if i := strings.LastIndex(caption.Words, " ("); i != -1 {
			caption = caption.To(i)
		}
	}
	words := captionWords(caption)
	if len(words) == 1 && looksLikeName(words[0].text) && (words[0].marked || !notWords[strings.ToLower(words[0].text)]) {
		return words[0].text
	}
	if name := nameIn(words, false); name != "" {
		return name
	}
	return nameIn(beforePurpose(words), true)
}

// beforePurpose cuts off what a caption says its table is for: "**spec** field description for
// creating disks". It gives nil where a caption says nothing of that.
func beforePurpose(words []capWord) []capWord {
	for i, w := range words {
		if purposes[w.key] {
			return words[:i]
		}
	}
	return nil
}

// nameIn finds the name in the words of a caption: the marked word, else the one shaped like
// an identifier, else the one that a phrase leaves over. Around a marked or shaped name any
// words of the phrases will do, in any order. Of captions that lost their end only phrases of
// a field or structure count (inField): "Instance parameters for X" names no structure.
func nameIn(words []capWord, inField bool) string {
	at := slices.IndexFunc(words, func(w capWord) bool { return w.marked })
	if at < 0 {
		at = slices.IndexFunc(words, func(w capWord) bool { return looksLikeIdentifier(w.text) })
	}
	if inField && !slices.ContainsFunc(words, func(w capWord) bool { return w.key == "field" || w.key == "structure" }) {
		return ""
	}
	if at >= 0 && looksLikeName(words[at].text) && (phraseAround(words, at) != notAPhrase || onlyGlue(words, at)) {
		return words[at].text
	}
	for i, w := range words {
		if !looksLikeName(w.text) {
			continue
		}
		switch phraseAround(words, i) {
		case anyWord:
			return w.text
		case anyName:
			if !notWords[strings.ToLower(w.text)] && !glue[w.key] {
				return w.text
			}
		}
	}
	return ""
}

// onlyGlue reports whether all words but the one at an index are words of the phrases around
// a name, one of them a word for what a table describes.
func onlyGlue(words []capWord, at int) bool {
	described := false
	for i, w := range words {
		if i == at {
			continue
		}
		if !glue[w.key] || w.key == "and" {
			return false
		}
		described = described || w.key == "field" || w.key == "structure"
	}
	return described
}

// phraseAround gives the kind of the phrase that the words make around the one at an index.
func phraseAround(words []capWord, at int) phraseKind {
	var space [maxCaption]byte
	b := space[:0]
	for i, w := range words {
		if i > 0 {
			b = append(b, ' ')
		}
		switch {
		case i == at:
			b = append(b, 'X')
		case w.marked:
			b = append(b, 'Y') // a second name: "**a** and **b** field description"
		default:
			b = append(b, w.key...)
		}
	}
	return namePhrases[string(b)]
}

// looksLikeIdentifier holds for words that English does not have: a_b, aB, a.b, a:b, a1.
func looksLikeIdentifier(s string) bool {
	if !looksLikeName(s) {
		return false
	}
	if strings.ContainsAny(s, "_.:/<>{}") {
		return true
	}
	for i := 1; i < len(s); i++ {
		c, p := s[i], s[i-1]
		if c >= 'A' && c <= 'Z' && p >= 'a' {
			return true
		}
	}
	return false
}

// looksLikeName holds for what can be the name of a structure; a name of several words
// occurs in marks only.
func looksLikeName(s string) bool {
	letter := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case isAlpha(c):
			letter = true
		case isDigit(c), strings.IndexByte("_-.:/<>{}$@ ", c) >= 0:
		default:
			return false
		}
	}
	return letter
}
