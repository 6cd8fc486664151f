package markdown

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// run is text in one kind of markup, without line ends but those that the page sets.
type run struct {
	kind   doc.InlineKind
	text   string
	target string
}

// runsOf gives the runs of a text; neighbours of one kind are one run.
func runsOf(t doc.Text) []run {
	var out []run
	for _, in := range t {
		text := (doc.Text{in}).String()
		if in.Kind == doc.Image || text == "" {
			continue
		}
		if last := len(out) - 1; last >= 0 && out[last].kind == in.Kind && out[last].target == in.Target {
			out[last].text += text
			continue
		}
		out = append(out, run{in.Kind, text, in.Target})
	}
	return out
}

// inline writes a text. A line end of the page becomes a hard line break, or a space in a cell
// of a table.
func (w *writer) inline(t doc.Text) string {
	if len(t) == 1 && t[0].Kind == doc.Regular { // as most texts
		return w.lines(w.run(run{kind: doc.Regular, text: t.String()}, utf8.RuneError, ' '))
	}
	runs := runsOf(t)
	if len(runs) == 1 {
		return w.lines(w.run(runs[0], utf8.RuneError, ' '))
	}
	var b strings.Builder
	for i, r := range runs {
		before, _ := utf8.DecodeLastRuneInString(b.String())
		after := rune(' ')
		if i+1 < len(runs) {
			after, _ = utf8.DecodeRuneInString(runs[i+1].text)
		}
		b.WriteString(w.run(r, before, after))
	}
	return w.lines(b.String())
}

func (w *writer) run(r run, before, after rune) string {
	left, body, right := trimmed(r.text)
	if body == "" {
		return left
	}
	switch r.kind {
	case doc.Strong:
		body = emphasis("**", body, before, after)
	case doc.Emph:
		body = emphasis("*", body, before, after)
	case doc.Literal:
		body = w.code(body)
	case doc.Ref:
		text, address := body, ""
		if w.opt.Ref != nil {
			text, address = w.opt.Ref(r.target, body)
		}
		body = link(withoutBullet(text), address)
	case doc.Link:
		body = link(body, r.target)
	default:
		body = escape(body)
		if left == "" && before == '*' {
			body = afterStar(body)
		}
	}
	return left + body + right
}

// trimmed cuts the white space around a text, which markup must not touch.
func trimmed(s string) (left, body, right string) {
	body = strings.TrimLeftFunc(s, unicode.IsSpace)
	left = s[:len(s)-len(body)]
	s = body
	body = strings.TrimRightFunc(s, unicode.IsSpace)
	return left, body, s[len(body):]
}

// emphasis sets text apart. CommonMark sees the marks only where a letter does not stand on their
// outer side while a punctuation mark stands on the inner one: "**\"a\"**b" would show its
// asterisks, so such text stays plain.
func emphasis(mark, text string, before, after rune) string {
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if before == '*' || opensNot(before, first) || opensNot(after, last) {
		if before == '*' {
			return afterStar(escape(text))
		}
		return escape(text)
	}
	return mark + afterStar(escape(text)) + mark
}

// afterStar escapes a slash that stands after an asterisk: the two end a comment of many a language,
// and generators put descriptions into comments.
func afterStar(text string) string {
	if strings.HasPrefix(text, "/") {
		return `\` + text
	}
	return text
}

func opensNot(outer, inner rune) bool {
	open := outer == utf8.RuneError || unicode.IsSpace(outer) || isPunctuation(outer)
	return isPunctuation(inner) && !open
}

func isPunctuation(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// code is text as code, but in a cell of a table, where a backslash before a bar has two meanings.
func (w *writer) code(text string) string {
	if w.inCell && strings.Contains(text, `\|`) {
		return escape(text)
	}
	return codeSpan(text)
}

// codeSpan is text as code. Its fence is longer than each row of backquotes in it.
func codeSpan(text string) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
	fence := strings.Repeat("`", longest(text, '`')+1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}

// longest is the length of the longest row of c in text.
func longest(text string, c byte) int {
	most, row := 0, 0
	for i := range len(text) {
		if text[i] != c {
			row = 0
			continue
		}
		row++
		most = max(most, row)
	}
	return most
}

// link is text that leads to address, or the text alone where the address is not one that a
// viewer may open: only absolute addresses of http, https and mailto are.
func link(text, address string) string {
	to := SafeURL(address)
	if to == "" {
		return escape(text)
	}
	return "[" + escape(text) + "](" + to + ")"
}

// SafeURL gives an address as it may stand in Markdown, "" where it is not an absolute address of
// http, https or mailto.
func SafeURL(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto":
	default:
		return ""
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	text := u.String()
	for i, c := range []byte(text) {
		switch {
		case c <= ' ' || c >= 0x7f || strings.IndexByte("<>()[]\\`|\"", c) >= 0:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		case c == '&':
			b.WriteString("&amp;")
		case c == '*' && strings.HasPrefix(text[i+1:], "/"): // see afterStar
			b.WriteString("%2A")
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// escape writes text so that CommonMark, with the tables and strikes of GitHub, shows it as it is.
// An underscore inside a word is not a mark, so names such as vault_id stay readable.
func escape(text string) string {
	if !strings.ContainsAny(text, "\\`*_[]<&~!") {
		return text
	}
	var b strings.Builder
	for i, c := range text {
		switch c {
		case '\\', '`', '*', '[', ']', '<', '~':
			b.WriteByte('\\')
		case '!':
			if i == len(text)-1 { // before a link it would make an image of it
				b.WriteByte('\\')
			}
		case '/':
			if strings.HasSuffix(text[:i], "*") { // see afterStar
				b.WriteByte('\\')
			}
		case '_':
			if !inWord(text, i) {
				b.WriteByte('\\')
			}
		case '&':
			if entityLike(text[i+1:]) {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(c)
	}
	return b.String()
}

// inWord reports whether letters or digits stand on both sides of the byte at i.
func inWord(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	return isWord(before) && isWord(after)
}

func isWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// entityLike reports whether what stands after an ampersand makes a character reference of it.
func entityLike(rest string) bool {
	const most = 40 // characters of the longest name that there is, and more
	name, _, ok := strings.Cut(rest[:min(len(rest), most)], ";")
	return ok && name != "" && !strings.ContainsAny(name, " \n\t")
}

// lines makes hard breaks of line ends and escapes what opens a block at the start of a line.
func (w *writer) lines(text string) string {
	if strings.IndexByte(text, '\n') < 0 {
		text = strings.TrimSpace(text)
		if text != "" && !w.inCell {
			text = startOfLine(text)
		}
		return text
	}
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		if line != "" && !w.inCell {
			line = startOfLine(line)
		}
		if line != "" {
			out = append(out, line)
		}
	}
	if w.inCell {
		return strings.Join(out, " ")
	}
	text = strings.Join(out, "\\\n")
	// Readers differ on a backslash before one: the line goes on there instead.
	return strings.ReplaceAll(text, "\\\\\\\n", "\\\\\n")
}

// startOfLine escapes the first characters of a line that would open a heading, quote, list, rule
// or table there.
func startOfLine(line string) string {
	switch c := line[0]; c {
	case '#', '>', '=', '|', ':':
		return `\` + line
	case '-', '+':
		if len(line) == 1 || !isWord(rune(line[1])) {
			return `\` + line
		}
	default:
		digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
		if digits > 0 && digits < len(line) && (line[digits] == '.' || line[digits] == ')') &&
			(digits+1 == len(line) || line[digits+1] == ' ' || line[digits+1] == '\t') {
			return line[:digits] + `\` + line[digits:]
		}
	}
	return line
}
