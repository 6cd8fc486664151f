package rst

import (
	"bytes"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// reference puts out a reference by name: a link where the page gives the name a URL.
func (in *inliner) reference(a, b int, name string) {
	if url := in.p.names().targets[doc.NormLabel(name)]; url != "" {
		in.emit(doc.Link, a, b, url, false)
		return
	}
	in.emit(doc.Ref, a, b, name, false)
}

// anonymous puts out `text`__, which takes the next URL of the page's "__" targets.
func (in *inliner) anonymous(a, b int) {
	urls := in.p.names().anon
	url := ""
	if n := in.p.anonymous; n < len(urls) {
		url = urls[n]
	}
	in.p.anonymous++
	in.emit(doc.Link, a, b, url, false)
}

// named reads "name_". Pages are full of words that end with an underscore by accident
// ("the prefix is sys_"), so it only counts where the page has a target of that name;
// docutils complains about the others and keeps the text too.
func (in *inliner) named(i int) int {
	s := in.s
	end := i + 1
	if end < len(s) && s[end] == '_' {
		end++
	}
	if !in.endsHere(end) {
		return 0
	}
	low := max(in.base, in.plain)
	from := i
	for from > low && i-from <= maxName {
		r, size := utf8.DecodeLastRune(s[low:from])
		if !isWord(r) && r != '-' && r != '.' && r != '_' && r != '+' && r != ':' {
			break
		}
		from -= size
	}
	if from == i || i-from > maxName || !isSimpleName(string(s[from:i])) {
		return 0
	}
	if from > in.base {
		if before, _ := utf8.DecodeLastRune(s[:from]); !opensMarkup(before) {
			return 0
		}
	}
	name := string(s[from:i])
	url, ok := in.p.names().targets[doc.NormLabel(name)]
	if !ok {
		return 0
	}
	in.regular(from)
	if url != "" {
		in.emit(doc.Link, from, i, url, false)
	} else {
		in.emit(doc.Ref, from, i, name, false)
	}
	in.skip(end)
	return end
}

// footnoteRef reads "[1]_" as the text "[1]".
func (in *inliner) footnoteRef(i int) int {
	s := in.s
	k := bytes.IndexByte(s[i:min(len(s), i+maxName)], ']')
	if k < 2 || i+k+1 >= len(s) || s[i+k+1] != '_' || !in.endsHere(i+k+2) {
		return 0
	}
	if i > in.base {
		if before, _ := utf8.DecodeLastRune(s[:i]); !opensMarkup(before) {
			return 0
		}
	}
	label := bytes.TrimPrefix(s[i+1:i+k], []byte("#"))
	if len(label) > 0 && string(label) != "*" && !isSimpleName(string(label)) {
		return 0
	}
	in.regular(i)
	in.emit(doc.Regular, i, i+k+1, "", false)
	in.skip(i + k + 2)
	return i + k + 2
}

// internalTarget reads "_`text`": text that is a target too.
func (in *inliner) internalTarget(i int) int {
	if !in.startsHere(i, 2) {
		return 0
	}
	end := in.find(i+2, 1, endTarget)
	if end <= i+2 {
		return in.unclosed(i, 2)
	}
	in.regular(i)
	in.emit(doc.Regular, i+2, end, "", false)
	in.p.labels = append(in.p.labels, doc.Label{Name: in.raw(i+2, end), Pos: in.place(i + 2)})
	in.skip(end + 1)
	return end + 1
}

// substituted reads "|name|" (RST spec, "Substitution References").
func (in *inliner) substituted(i int) int {
	if in.p.replacing || !in.startsHere(i, 1) {
		return 0
	}
	s := in.s
	end, after := in.findSubst(i + 1)
	if end <= i+1 {
		return in.unclosed(i, 1)
	}
	name := in.raw(i+1, end)
	d, ok := in.p.names().subst[name]
	switch {
	case !ok:
		in.p.report("docs/substitution", in.place(i), "nothing in this page says what "+quote(string(s[i:end+1]))+" stands for; add a line such as .. "+string(s[i:end+1])+" image:: picture.png, or write a backslash before the bars")
		in.base = after
		return after
	case d.directive == "image":
		in.regular(i)
		in.emit(doc.Image, i, end+1, d.args.text, true)
	case d.directive == "replace":
		in.regular(i)
		in.replace(i, end+1, d)
	default:
		return after
	}
	in.skip(after)
	return after
}

// maxReplaced bounds the text that the replacements of one page may add to it.
const maxReplaced = 1 << 20

// replace puts out what a "|name|" stands for; the text keeps the place of its
// definition. A replacement inside a replacement is left as it is written: chains of
// them can double in size with each link.
func (in *inliner) replace(a, b int, d substitution) {
	p := in.p
	if p.replaced += len(d.args.text); p.replaced > maxReplaced {
		in.emit(doc.Regular, a, b, "", true)
		return
	}
	p.replacing = true
	in.out = append(in.out, p.inline([]line{d.args})...)
	p.replacing = false
}

// findSubst looks for the closing bar; one or two underscores may follow it.
func (in *inliner) findSubst(from int) (end, after int) {
	if in.missing[endSubst] {
		return -1, -1
	}
	s := in.s
	for i := from; i < len(s); i++ {
		k := bytes.IndexByte(s[i:], '|')
		if k < 0 {
			break
		}
		i += k
		if i > from && !in.solid(i, false) {
			continue
		}
		for n := 2; n >= 0; n-- {
			if bytes.HasPrefix(s[i+1:], []byte("__")[:n]) && in.endsHere(i+1+n) {
				return i, i + 1 + n
			}
		}
	}
	in.missing[endSubst] = true
	return -1, -1
}
