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
	} else if i := strings.IndexByte(l.text, '^'); i >= 0 {
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

// portable reports whether RE2 and ECMA 262 both read p, and alike.
func portable(p string) bool {
	if len(p) > 500 {
		return false
	}
	for i := 0; i < len(p); i++ {
		if p[i] >= 0x80 || p[i] < ' ' {
			return false
		}
		if p[i] == '(' && i+2 < len(p) && p[i+1] == '?' && p[i+2] != ':' {
			return false
		}
		if p[i] == '[' && i+1 < len(p) && p[i+1] == ':' {
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
