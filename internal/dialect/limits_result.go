package dialect

import (
	"sort"
	"strconv"
	"strings"
)

func (r *reader) add(l Limit) {
	l.Conditional, l.part = l.Conditional || r.inCase || r.aside, l.part || r.part
	for _, o := range r.limits {
		if l.part && !o.part && o.Off < l.End && l.Off < o.End {
			return // the same words are read in full
		}
		if o.Kind == l.Kind && o.Of == l.Of && o.Number == l.Number && o.Pattern == l.Pattern &&
			o.Elems == l.Elems && sameValues(o.Values, l.Values) && o.Off < l.End && l.Off < o.End {
			return
		}
	}
	r.limits = append(r.limits, l)
}

func sameValues(a, b []Value) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// result sorts the limits by place and takes back what running text claims and the text
// itself breaks:
//
//   - a bound or a pattern that an example, a default or a special value of the same text
//     does not keep ("ranges from 0 to 9" beside "**-1** indicates no limit"),
//   - the closedness of a list, where the text explains other values line by line.
//
// Labelled lines stay: there the contradiction is the page's and the caller's business.
func (r *reader) result() []Limit {
	if len(r.limits) == 0 {
		return nil
	}
	r.joinFirst()
	joined := mentions(r.lowerText(), "separated by", "separated with", "to separate", "separate them", "separate multiple", "separate every", "use commas")
	out := r.limits[:0:0]
	for _, l := range r.limits {
		if l.implied && r.printsMin(l) {
			l.Conditional = true // "It cannot be negative. The minimum value is 1." says one thing
		}
		if joined && (l.Kind == LimitEnum || l.Kind == LimitValues) {
			l.Kind = LimitSome // a value may be several of them, joined
		}
		if l.Read == ReadProse && !l.Conditional {
			switch {
			case l.Kind == LimitMin && l.Of == OfValue && r.lowestSpecial() < number(l.Number):
				continue
			case l.Kind == LimitMin && l.Of == OfValue || l.Kind == LimitMax && l.Of == OfValue || l.Kind == LimitPattern:
				if l.implied && l.Number == "1" && r.broken(l) {
					l.Number = "0" // "a positive integer" beside the default 0
				}
				if r.broken(l) {
					continue
				}
			case l.Kind == LimitEnum && r.otherParts(l.Values):
				l.Kind = LimitValues
			}
		}
		out = append(out, l)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Off < out[j].Off })
	return out
}

// printsMin reports whether the text prints the lower bound that a limit implies.
func (r *reader) printsMin(implied Limit) bool {
	for _, l := range r.limits {
		if l.Kind == LimitMin && l.Of == implied.Of && l.Elems == implied.Elems && !l.implied && !l.Conditional {
			return true
		}
	}
	return false
}

// broken reports whether a default, an example or the one value of the text does not keep
// the limit.
func (r *reader) broken(l Limit) bool {
	for _, o := range r.limits {
		if o.Kind == LimitPattern && o.Read == ReadLabel && l.Kind == LimitPattern {
			return true // the text gives the exact pattern
		}
		if o.Conditional && !(l.implied && o.Kind == LimitDefault) || o.Kind != LimitDefault && o.Kind != LimitExample && o.Kind != LimitConst {
			continue
		}
		for _, v := range o.Values {
			switch {
			case l.Kind == LimitPattern:
				if !l.Elems && !patternTakes(l.Pattern, v.Text) {
					return true
				}
			case jsonNumber(v.Text) == "":
			case l.Kind == LimitMin && number(v.Text) < number(l.Number), l.Kind == LimitMax && number(v.Text) > number(l.Number):
				return true
			}
		}
	}
	return false
}

// otherParts reports whether a line of the text starts with a marked name and a colon
// that is none of the values.
func (r *reader) otherParts(values []Value) bool {
	for i := range r.lines {
		toks := r.tokens(i)
		if len(toks) < 2 || toks[0].kind != tokValue || toks[1].low != ":" || labels[strings.ToLower(toks[0].text)] != labelNone {
			continue
		}
		known := false
		for _, v := range values {
			known = known || strings.EqualFold(v.Text, toks[0].text)
		}
		if !known {
			return true
		}
	}
	return false
}

// lowestSpecial gives the least negative value that the text names in marks or after
// the word "value".
func (r *reader) lowestSpecial() float64 {
	low := 1e300
	for i := range r.lines {
		toks := r.tokens(i)
		for j, t := range toks {
			if !t.isNum() || !strings.HasPrefix(t.text, "-") {
				continue
			}
			if t.kind == tokValue || j > 0 && (toks[j-1].low == "value" || toks[j-1].low == "is" || toks[j-1].low == "to") || j == 0 {
				low = min(low, number(t.text))
			}
		}
	}
	return low
}

func number(s string) float64 {
	f, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil {
		return 0
	}
	return f
}
