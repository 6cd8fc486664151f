// Package terminal makes text of strangers harmless where people read it: names and texts of
// pages, documents and servers may hold escape sequences that command a terminal, characters
// that reverse the direction of a line, and lines that a build server takes for commands.
package terminal

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// hostile reports whether a character does something instead of being seen: it controls the
// terminal, ends a line, or is invisible and changes the order of what is around it (Unicode's
// classes Cc, Cf, Zl and Zp).
func hostile(r rune) bool {
	return r != ' ' && (unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp))
}

// Printable is text on one line: each character that is not seen is a replacement character.
func Printable(text string) string {
	return strings.Map(func(r rune) rune {
		if hostile(r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// longestMessage bounds a message, in characters: what it quotes can have any length.
const longestMessage = 1500

// Message is a message on one line of bounded length, see Printable and Shortened.
func Message(text string) string { return Shortened(Printable(text), longestMessage) }

// Shortened is a text of at most so many characters besides words that say how many were left out. These
// are of its middle: the start says what it is about, the end where.
func Shortened(text string, longest int) string {
	runes := []rune(text)
	left := len(runes) - longest
	if left <= 0 {
		return text
	}
	head := longest * 3 / 4
	return fmt.Sprintf("%s… (%d characters left out) …%s", string(runes[:head]), left, string(runes[head+left:]))
}

// Writer writes lines of text to W, which may be a terminal or the log of a build server:
// characters that are not seen are written as JSON does, such as \u001b, so that JSON stays
// what it is. So is the second character of "::" and of "##" where a line begins with these:
// build servers take such a line for a command (GitHub's workflow commands, the logging
// commands of Azure and TeamCity).
type Writer struct {
	W    io.Writer
	rest []byte // the beginning of a character whose end is not written yet
	mark rune   // the first character of the line that is not blank, 0 before it
	past bool   // the line has more than this character
}

// Write implements io.Writer. A character that is cut at the end of p is written with its rest.
func (t *Writer) Write(p []byte) (int, error) {
	var out bytes.Buffer
	text := append(t.rest, p...)
	t.rest = nil
	for len(text) > 0 {
		if !utf8.FullRune(text) {
			t.rest = bytes.Clone(text)
			break
		}
		r, n := utf8.DecodeRune(text)
		t.put(&out, r)
		text = text[n:]
	}
	if _, err := t.W.Write(out.Bytes()); err != nil {
		return 0, err
	}
	return len(p), nil
}

// put writes one character.
func (t *Writer) put(out *bytes.Buffer, r rune) {
	switch {
	case r == '\n':
		out.WriteByte('\n')
		t.mark, t.past = 0, false
		return
	case r == '\t':
		out.WriteByte('\t')
		return
	case hostile(r), !t.past && r == t.mark && (r == ':' || r == '#'):
		escape(out, r)
	default:
		out.WriteRune(r)
	}
	switch {
	case t.mark != 0:
		t.past = true
	case r != ' ':
		t.mark = r
	}
}

// escape writes a character as it may stand in a string of JSON.
func escape(out *bytes.Buffer, r rune) {
	if r > 0xffff {
		high, low := utf16.EncodeRune(r)
		fmt.Fprintf(out, `\u%04x\u%04x`, high, low)
		return
	}
	fmt.Fprintf(out, `\u%04x`, r)
}
