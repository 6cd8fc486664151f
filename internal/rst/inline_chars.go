package rst

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// opensMarkup reports whether a start string may follow r: white space, an opening
// bracket or quote, or a delimiter (RST spec, "Inline markup recognition rules" 6;
// docutils punctuation_chars).
func opensMarkup(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r == '\n' || strings.ContainsRune(`"'(<[{-/:`, r) || isSpace(r)
	}
	return isSpace(r) || unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pf, unicode.Pd, unicode.Po)
}

// closesMarkup reports whether r may follow an end string (rule 7). An escape may.
func closesMarkup(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r == '\n' || r == escape || strings.ContainsRune(`"')>]}-/:.,;!?\`, r) || isSpace(r)
	}
	return isSpace(r) || unicode.In(r, unicode.Pe, unicode.Pi, unicode.Pf, unicode.Pd, unicode.Po)
}

// quotePairs are the opening characters and, at the same place, what may close them.
var quotePairs = map[rune]string{
	'"': `"`, '\'': `'`, '(': ")", '<': ">", '[': "]", '{': "}",
	'“': "”", '‘': "’", '„': "“”", '‚': "‘’", '«': "»", '‹': "›", '»': "«»", '›': "‹›",
	'”': "”", '’': "’", '（': "）", '【': "】", '「': "」", '『': "』", '《': "》", '〈': "〉", '［': "］", '｛': "｝",
}

// pairs reports whether a start string between a and b is merely quoted (rule 5): the
// asterisk in "*" is not markup.
func pairs(a, b rune) bool { return strings.ContainsRune(quotePairs[a], b) }
