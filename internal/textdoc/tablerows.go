package textdoc

import (
	"slices"
	"strings"
)

// fits reports whether the units from at on can be a row, but for the column gap.
func (t *tableReader) fits(at, gap int) bool {
	i := at
	for c, head := range t.heads {
		if c == gap {
			continue
		}
		s, short := t.paragraph(i)
		ok := true
		switch head {
		case Name:
			ok = short && isName(s) && !t.r.words.Mandatory(s)
		case Status:
			ok = short && isStatus(s)
		case Mandatory:
			ok = short && (t.r.words.Mandatory(s) || isNothing(s))
		case Type:
			ok = short && (t.r.words.Type(s) || isNothing(s))
		case Description:
			ok = i < t.end
		}
		if !ok {
			return false
		}
		i++
	}
	return true
}

// maxOddType is the longest cell, in bytes, that may be a type although its words are not
// known.
const maxOddType = 60

// fitsButType is fits for a row whose type is not known, but whose Mandatory cell is.
func (t *tableReader) fitsButType(at int) bool {
	c := slices.Index(t.heads, Type)
	if c < 0 || !slices.Contains(t.heads, Mandatory) {
		return false
	}
	heads := slices.Clone(t.heads)
	heads[c] = OtherColumn
	s, _ := t.paragraph(at + c)
	odd := tableReader{r: t.r, us: t.us, end: t.end, heads: heads}
	return s != "" && len(s) <= maxOddType && odd.fits(at, -1)
}

// marked reports whether the table has a column whose cells are known by their words.
func (t *tableReader) marked() bool {
	for _, h := range t.heads {
		if h == Type || h == Mandatory || h == Status {
			return true
		}
	}
	return false
}

// begins reports whether a row begins at unit i: a whole one, one with an odd type beside
// a Mandatory cell, or one with a cell missing. Where no column is known by its words, any
// name will do.
func (t *tableReader) begins(i int) bool {
	if t.fits(i, -1) || t.fitsButType(i) {
		return true
	}
	if !t.marked() {
		return false
	}
	for c := len(t.heads) - 1; c > 0; c-- {
		if t.heads[c] != Type && t.heads[c] != Status && t.fits(i, c) {
			return true
		}
	}
	return false
}

// inStep reports whether the table ends at unit i or goes on with a row.
func (t *tableReader) inStep(i int) bool { return i >= t.end || t.begins(i) }

// tooEarly reports whether the description of the row at unit at is really the next row:
// a row begins there, and none, or one only if a cell of it was lost too, after it.
func (t *tableReader) tooEarly(at int) bool {
	last := at + len(t.heads) - 1
	if t.heads[len(t.heads)-1] != Description || last >= t.end {
		return false
	}
	return t.begins(last) && !t.inStep(last+1) ||
		t.fits(last, -1) && last+1 < t.end && !t.fits(last+1, -1)
}

// isName reports whether a cell can be the name of a parameter: one word that ends no
// sentence.
func isName(s string) bool {
	return s != "" && !strings.ContainsAny(s, " \t\u00a0,;") && !strings.HasSuffix(s, ".") && !isNothing(s) &&
		(s[0] < '0' || s[0] > '9') && strings.ContainsAny(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
}

// isStatus reports whether a cell begins with a status code: "200", "204 No Content".
func isStatus(s string) bool {
	if s == "default" {
		return true
	}
	if len(s) < 3 || s[0] < '1' || s[0] > '5' {
		return false
	}
	for _, c := range []byte(s[1:3]) {
		if (c < '0' || c > '9') && c != 'x' && c != 'X' {
			return false
		}
	}
	return len(s) == 3 || s[3] < '0' || s[3] > '9'
}

// isNothing reports whether a cell stands for an empty one.
func isNothing(s string) bool { return s == "-" || s == "–" || s == "—" || s == "N/A" }
