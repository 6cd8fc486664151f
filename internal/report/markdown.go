package report

import (
	"fmt"
	"html"
	"strings"
	"unicode/utf8"
)

// MaxMarkdown is what code hosts take as the text of a pull request or a comment, in characters:
// GitHub responds with 422, "Body is too long (maximum is 65536 characters)".
const MaxMarkdown = 65536

// reserve is kept for the ends of what is open and for the last line.
const reserve = 512

// markdown writes a report that fits a pull request. What is urgent of all sets comes first, then,
// folded, the rest; what does not fit is left out and counted.
func (a *All) markdown() []byte {
	w := &writer{left: MaxMarkdown - reserve}
	verdict := "No breaking change."
	if a.Breaks() {
		verdict = "**Breaking changes.**"
	}
	w.add("## API changes\n\n" + verdict + "\n")
	for _, name := range a.Removed {
		w.lines("", []string{"\n- the set " + code(name) + " is gone\n"})
	}
	for _, name := range a.Added {
		w.lines("", []string{"\n- the set " + code(name) + " is new\n"})
	}
	unchanged := 0
	for _, r := range a.Sets {
		if r.Empty() {
			unchanged++
			continue
		}
		headed := w.add("\n### " + escape(r.Set) + "\n\n" + escape(summary(r)) + "\n")
		for _, s := range sections(r) {
			open, _ := s.parts()
			switch {
			case len(open) == 0:
			case headed:
				w.lines("\n#### "+escape(s.title)+"\n\n", open)
			default: // below the heading of another set they would be taken for that one's
				w.lost += len(open)
			}
		}
	}
	for _, r := range a.Sets {
		for _, s := range sections(r) {
			w.folded(a, r.Set, s)
		}
	}
	if unchanged > 0 {
		w.add(fmt.Sprintf("\nSets without a change: %d\n", unchanged))
	}
	if w.lost > 0 {
		fmt.Fprintf(&w.b, "\nLeft out for lack of room: %d lines. `rst2openapi diff` prints all of them.\n", w.lost)
	}
	return []byte(w.b.String())
}

// maxOpen is how many lines of a section are shown unfolded.
const maxOpen = 25

// parts are the lines of a section that are shown, and those that are folded.
func (s section) parts() (open, folded []string) {
	for i, l := range s.lines {
		if text := "- " + l.markdown() + "\n"; s.folded || i >= maxOpen {
			folded = append(folded, text)
		} else {
			open = append(open, text)
		}
	}
	return open, folded
}

// writer writes as long as there is room.
type writer struct {
	b    strings.Builder
	left int // characters
	lost int // lines
}

// add writes all of a text or nothing.
func (w *writer) add(s string) bool {
	n := utf8.RuneCountInString(s)
	if n > w.left {
		return false
	}
	w.left -= n
	w.b.WriteString(s)
	return true
}

// lines writes a heading and the lines below it that there is room for, and counts the others.
func (w *writer) lines(heading string, all []string) {
	if heading != "" && !w.add(heading) {
		w.lost += len(all)
		return
	}
	for _, l := range all {
		if !w.add(l) {
			w.lost++
		}
	}
}

// folded writes the folded lines of a section.
func (w *writer) folded(a *All, set string, s section) {
	open, rest := s.parts()
	if len(rest) == 0 {
		return
	}
	title := s.title
	if len(open) > 0 {
		title += fmt.Sprintf(": %d more", len(rest))
	}
	if len(a.Sets) > 1 {
		title = set + ": " + title
	}
	const closing = "\n</details>\n"
	heading := "\n<details><summary>" + html.EscapeString(clean(title)) + "</summary>\n\n"
	if utf8.RuneCountInString(heading+closing) > w.left {
		w.lost += len(rest)
		return
	}
	w.left -= len(closing)
	w.lines(heading, rest)
	w.b.WriteString(closing)
}

func (l line) markdown() string {
	out := escape(l.text)
	if l.subject != "" {
		out = code(l.subject) + ": " + out
	}
	if l.effects != "" {
		out += ", " + escape(l.effects)
	}
	if l.places != "" {
		out += " (" + escape(l.places) + ")"
	}
	if l.allowed != "" {
		out += "; allowed: " + escape(l.allowed)
	}
	return out
}

// escape makes a text one that Markdown shows as it is: marks that mean something get a backslash
// (CommonMark 0.31, section 2.4), so that no link, image, HTML, table or list comes about. "@" and
// "#" also lead to people and issues, and "www." to a page, which a backslash does not prevent, so
// an empty comment stands after them.
func escape(s string) string {
	const apart = "<!-- -->"
	var b strings.Builder
	s = clean(s)
	for i, r := range s {
		switch {
		case r == '@' || r == '#':
			b.WriteString(`\` + string(r) + apart)
		case strings.ContainsRune("\\`*_{}[]<>|~&$:^", r), startsList(s, i):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return strings.ReplaceAll(b.String(), "www.", "www"+apart+".")
}

// startsList reports whether the mark at i makes a list of a line that begins with the text: "-",
// "+", "1." and "1)".
func startsList(s string, i int) bool {
	switch s[i] {
	case '-', '+':
		return i == 0
	case '.', ')':
		return i > 0 && strings.Trim(s[:i], "0123456789") == ""
	}
	return false
}

// code is a text as code, which shows it as it is. The fence has one backquote more than any run
// of them inside (CommonMark 0.31, section 6.1).
func code(s string) string {
	s = clean(s)
	if s == "" {
		return ""
	}
	longest, run := 0, 0
	for _, r := range s {
		if r == '`' {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	fence := strings.Repeat("`", longest+1)
	if longest > 0 {
		return fence + " " + s + " " + fence
	}
	return fence + s + fence
}
