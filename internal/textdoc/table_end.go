package textdoc

import "strings"

// limit is the first unit from i on that cannot be a cell: the head of another table, the
// title of a section, a line with a table's number, and code or a list with code or a
// table in it. What looks like a title and stands where a cell is due is a cell ("Job
// Status" after a name and a type), and what has a whole row soon after it is part of a
// description: code, or the label "Constraints".
func (t *tableReader) limit(i int) int {
	for from := i; i < len(t.us); i++ {
		switch u := t.us[i]; {
		case len(t.r.heads(t.us, i)) > 0:
			return i
		case t.r.opens(t.us, i) || isTableLine(u.text()):
			if !t.marked() || !t.due(from, i) && !t.label(i) {
				return i
			}
		case u.kind == list && t.r.hasTable(u):
			return i
		case u.kind == code || u.kind == list && hasCode(u):
			if !t.marked() || !t.goesOn(i+1) {
				return i
			}
		}
	}
	return len(t.us)
}

// due reports whether unit i begins a whole row, or ends one of which it is the last cell
// and after which a row or a title comes.
func (t *tableReader) due(from, i int) bool {
	if t.whole(i) {
		return true
	}
	at := i - len(t.heads) + 1
	return at >= from && t.fits(at, -1) && (t.inStep(i+1) || t.r.opens(t.us, i+1))
}

// label reports whether unit i, which has the words of a title, is a label in a
// description.
func (t *tableReader) label(i int) bool {
	return t.r.words.Label(t.us[i].text()) || t.goesOn(i+1)
}

// maxAhead is how far after a part of a description the next row is looked for.
const maxAhead = 8

// goesOn reports whether a whole row begins soon after unit i, before another table.
func (t *tableReader) goesOn(i int) bool {
	for end := min(len(t.us), i+maxAhead); i < end; i++ {
		if len(t.r.heads(t.us, i)) > 0 || t.us[i].kind == list && t.r.hasTable(t.us[i]) {
			return false
		}
		if t.whole(i) {
			return true
		}
	}
	return false
}

// whole reports whether a whole row begins at unit i. "Request" / "N/A" / … is a section.
func (t *tableReader) whole(i int) bool {
	return t.fits(i, -1) && !(t.r.opens(t.us, i) && isNothing(t.us[i+1].text()))
}

func (r *reader) hasTable(u unit) bool {
	for _, it := range u.items {
		for k := range it.units {
			if len(r.heads(it.units, k)) > 0 {
				return true
			}
		}
	}
	return false
}

func hasCode(u unit) bool {
	for _, it := range u.items {
		for _, inner := range it.units {
			if inner.kind == code {
				return true
			}
		}
	}
	return false
}

// tail gives the end of the table whose last row may go on at unit end. What stands there
// is the description's next paragraph or the text after the table, and nothing tells them
// apart for certain. A status code has one line of description; a line that ends in a
// colon right above the next table or payload announces that one.
// Everything else is taken for description: half of the last rows of tables have more
// than one paragraph, and few tables have text below them.
func (t *tableReader) tail(end int) int {
	if t.heads[0] != Name {
		return end
	}
	for i := end; i < t.end; i++ {
		s := t.us[i].text()
		last := i+1 == t.end && t.end < len(t.us)
		if last && (strings.HasSuffix(s, ":") || t.r.words.Section(s)) {
			return i
		}
	}
	return t.end
}

// isTableLine reports whether a line begins with a table's number.
func isTableLine(s string) bool {
	rest, ok := strings.CutPrefix(s, "Table ")
	return ok && rest != "" && rest[0] >= '0' && rest[0] <= '9'
}
