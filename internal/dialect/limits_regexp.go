package dialect

import (
	"regexp"
	"strings"
)

// patternContent takes the rest of a line as a regular expression, if RE2 reads it, it
// is anchored, and it has nothing in it that ECMA 262 writes in another way. One that does
// not fit is kept for a finding; words ("see below") are none.
func (r *reader) patternContent(at int, toks []tok) bool {
	l := r.lines[at]
	from := toks[0].off - l.off
	p := strings.TrimRight(l.text[from:], " ")
	if m, marked := r.markAt(toks[0].off); marked {
		if strings.TrimRight(l.text[m.End-l.off:], " .") == "" {
			p = strings.TrimSpace(r.Words[m.Start:m.End])
		}
	} else if i := strings.IndexByte(l.text, '^'); i != -1 {
		// the tokenizer may have begun after the anchor
		p, from = strings.TrimRight(l.text[i:], " "), i
	}
	p = strings.TrimSuffix(p, ".")
	if !strings.HasPrefix(p, "^") || !strings.HasSuffix(p, "$") || !portable(p) {
		if strings.ContainsAny(p, `^$[(\`) {
			r.add(Limit{Kind: LimitUnread, Pattern: p, Read: ReadLabel, Off: l.off + from, End: l.off + from + len(p)})
		}
		return false
	}
	r.add(Limit{Kind: LimitPattern, Pattern: p, Read: ReadLabel, Off: l.off + from, End: l.off + from + len(p)})
	return true
}

// regexpIn reads a regular expression that a sentence names: "It must match the regular expression
// ^[a-z]+$", "Must match ^[a-z]+$". It does not apply to one of a case, of a part, or one that the value must
// not match, nor where the sentence names several.
func (r *reader) regexpIn(s sentence, i int) {
	toks := s.toks
	if len(toks) > maxSentence {
		return
	}
	for j := range len(toks) - 1 {
		if !namesRegexp(toks, j) {
			continue
		}
		text, off := r.Words[:r.lines[i].off+len(r.lines[i].text)], toks[j].end
		rest := text[off:]
		at := strings.IndexByte(rest, '^')
		if at == -1 {
			return
		}
		if !beforeRegexp(rest[:at]) {
			continue
		}
		p := rest[at:]
		if m, marked := r.markAt(off + at); marked {
			p = r.Words[off+at : m.End]
		} else {
			p, _, _ = strings.Cut(p, " ")
		}
		p = strings.TrimRight(p, " .,;)\"'")
		start := off + at
		if negated(toks[:j]) || strings.Contains(text[start+len(p):], " ^") {
			return
		}
		l := Limit{Kind: LimitPattern, Pattern: p, Read: ReadProse, Off: start, End: start + len(p)}
		after := j
		for after < len(toks) && toks[after].off < l.End {
			after++
		}
		l.Conditional = conditional(toks, j, after, false)
		if !strings.HasSuffix(p, "$") || !portable(p) {
			l.Kind = LimitUnread
		}
		r.add(l)
		return
	}
}

// namesRegexp reports whether a regular expression may follow toks[j].
func namesRegexp(toks []tok, j int) bool {
	switch toks[j].low {
	case "expression":
		return tokAt(toks, j-1).low == "regular"
	case "match", "matches", "matching", "pattern", "regex", "regexp", "format", "satisfy", "follow":
		return toks[j].kind == tokWord
	case "to":
		return tokAt(toks, j-1).low == "conform" || tokAt(toks, j-1).low == "conforms"
	case "with":
		return tokAt(toks, j-1).low == "comply" || tokAt(toks, j-1).low == "complies"
	}
	return false
}

// beforeRegexp reports whether words only lead to the regular expression after them.
func beforeRegexp(words string) bool {
	for w := range strings.FieldsSeq(words) {
		switch strings.ToLower(strings.Trim(w, ":\"'`*(")) {
		case "", "is", "the", "this", "following", "pattern", "regular", "expression", "regex", "regexp", "format", "of":
		default:
			return false
		}
	}
	return true
}

// portable reports whether RE2 and ECMA 262 both read p, and alike.
func portable(p string) bool {
	if len(p) > 500 {
		return false
	}
	if strings.ContainsFunc(p, func(c rune) bool { return c < ' ' || c > '~' }) {
		return false
	}
	for i := 0; i < len(p); i++ {
		if rest := p[i:]; strings.HasPrefix(rest, "(?") && !strings.HasPrefix(rest, "(?:") {
			return false
		}
		if strings.HasPrefix(p[i:], "[:") {
			return false
		}
		if p[i] == '\\' && i+1 < len(p) {
			i++
			if isAlpha(p[i]) && strings.IndexByte("dDwWsSbBnrtfv", p[i]) < 0 {
				return false
			}
		}
	}
	_, err := regexp.Compile(p)
	return err == nil
}
