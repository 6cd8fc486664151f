package rst

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// backquoted reads what stands in single backquotes: :role:`text`, `text`:role:,
// `text`_, `text <url>`__ (RST spec, "Interpreted Text" and "Hyperlink References").
func (in *inliner) backquoted(i int) int {
	start, role := i, ""
	if at := in.roleBefore(i); at >= 0 && in.startsHere(at, i+1-at) {
		start, role = at, string(in.s[at+1:i-1])
	} else if in.base > i || !in.startsHere(i, 1) {
		return i + 1
	}
	text := i + 1
	end, suffix, ref := in.findQuote(text)
	if end <= text {
		return in.unclosed(start, text-start)
	}
	after := end + 1 + len(suffix) + ref
	if role != "" && (suffix != "" || ref > 0) {
		in.p.report("docs/unclosed-markup", in.place(start),
			"the role "+quote(":"+role+":")+" before the backquotes and the "+quote(string(in.s[end+1:after]))+" after them exclude each other; take one of the two away")
		in.base = after
		return after
	}
	if suffix != "" {
		role = suffix[1 : len(suffix)-1]
	}
	in.regular(start)
	switch {
	case role != "":
		in.role(role, start, text, end, after)
	case ref > 0:
		in.phrase(text, end, ref)
	default:
		in.emit(doc.Emph, text, end, "", false)
	}
	in.skip(after)
	return after
}

// roleBefore finds ":role:" before the backquote at i, -1 where there is none.
func (in *inliner) roleBefore(i int) int {
	s := in.s
	low := max(in.base, in.plain)
	if i-1 <= low || s[i-1] != ':' {
		return -1
	}
	k := i - 2
	for k >= low && s[k] != ':' {
		if c := s[k]; !isAlnum(c) && c != '-' && c != '_' && c != '.' && c != '+' && c < utf8.RuneSelf {
			return -1
		}
		k--
	}
	// "c:func" is a role of Sphinx.
	if k > low && isAlnum(s[k-1]) {
		m := k - 1
		for m >= low && (isAlnum(s[m]) || s[m] == '-') {
			m--
		}
		if m >= low && s[m] == ':' {
			k = m
		}
	}
	if k < low || !isSimpleName(string(s[k+1:i-1])) {
		return -1
	}
	return k
}

// findQuote looks for the closing backquote from a place on, with the ":role:" or the
// number of underscores after it. Only here may an escaped space stand before it.
func (in *inliner) findQuote(from int) (end int, suffix string, ref int) {
	if in.missing[endQuote] {
		return -1, "", 0
	}
	s := in.s
	for i := from; i < len(s); i++ {
		k := bytes.IndexByte(s[i:], '`')
		if k < 0 {
			break
		}
		i += k
		if i > from {
			r, size := utf8.DecodeLastRune(s[:i])
			if (isSpace(r) || r == escape) && !(i-size > from && s[i-size-1] == escape) {
				continue
			}
		}
		if suffix = in.roleAfter(i + 1); suffix != "" && in.endsHere(i+1+len(suffix)) {
			return i, suffix, 0
		}
		for ref = 2; ref >= 0; ref-- {
			if bytes.HasPrefix(s[i+1:], []byte("__")[:ref]) && in.endsHere(i+1+ref) {
				return i, "", ref
			}
		}
	}
	in.missing[endQuote] = true
	return -1, "", 0
}

// roleAfter gives the ":role:" at i, or "".
func (in *inliner) roleAfter(i int) string {
	s := in.s
	if i >= len(s) || s[i] != ':' {
		return ""
	}
	k := i + 1
	for k < len(s) && (isAlnum(s[k]) || s[k] == '-' || s[k] == '_') {
		k++
	}
	if k >= len(s) || s[k] != ':' || !isSimpleName(string(s[i+1:k])) {
		return ""
	}
	return string(s[i : k+1])
}

// role reads interpreted text. The whole of it is s[start:after], its text s[a:b].
func (in *inliner) role(name string, start, a, b, after int) {
	switch strings.ToLower(name) {
	case "ref", "numref":
		label, target := in.labelled(a, b)
		in.emit(doc.Ref, a, label, target, false)
	case "doc", "download", "term":
		label, target := in.labelled(a, b)
		in.emit(doc.Link, a, label, target, false)
	case "literal", "code", "samp", "file", "kbd", "command", "math":
		in.emit(doc.Literal, a, b, "", false)
	case "strong", "guilabel", "menuselection":
		in.emit(doc.Strong, a, b, "", false)
	case "emphasis", "title-reference", "title", "t":
		in.emit(doc.Emph, a, b, "", false)
	case "sup", "superscript", "sub", "subscript", "abbr", "abbreviation", "ac", "acronym", "envvar":
		in.emit(doc.Regular, a, b, "", false)
	default:
		in.p.report("tool/unknown-role", in.place(start), "the role "+quote(":"+name+":")+" is not known; its text was kept as it is written")
		in.emit(doc.Regular, start, after, "", false)
	}
}

// labelled splits "label <target>". Without angle brackets the text is both.
func (in *inliner) labelled(a, b int) (label int, target string) {
	s := in.s[a:b]
	if len(s) > 0 && s[len(s)-1] == '>' {
		if k := bytes.LastIndexByte(s, '<'); k >= 0 && bytes.IndexByte(s[k:len(s)-1], '>') < 0 {
			target = strings.TrimSpace(in.raw(a+k+1, b-1))
			for k > 0 && isSpace(rune(s[k-1])) {
				k--
			}
			if target != "" && k > 0 {
				return a + k, target
			}
		}
	}
	return b, in.raw(a, b)
}

// phrase reads `text`_ and `text <url>`__ (RST spec, "Embedded URIs and Aliases").
func (in *inliner) phrase(a, b, underscores int) {
	s := in.s[a:b]
	if s[len(s)-1] == '>' && len(s) > 2 && s[len(s)-2] != escape {
		k := bytes.LastIndexByte(s, '<')
		if k >= 0 && (k == 0 || s[k-1] == ' ' || s[k-1] == '\n') && !isSpace(rune(s[k+1])) {
			url := strings.Join(strings.Fields(in.raw(a+k+1, b-1)), "")
			end := k
			for end > 0 && (s[end-1] == ' ' || s[end-1] == '\n') {
				end--
			}
			if end == 0 {
				in.emit(doc.Link, a+k+1, b-1, url, false)
				return
			}
			if name, ok := strings.CutSuffix(in.raw(a+k+1, b-1), "_"); ok {
				in.emit(doc.Ref, a, a+end, name, false)
				return
			}
			in.emit(doc.Link, a, a+end, url, false)
			return
		}
	}
	if underscores == 2 {
		in.anonymous(a, b)
		return
	}
	in.reference(a, b, in.raw(a, b))
}
