package dialect

import (
	"math"
	"net/netip"
	"slices"
	"sort"
	"strconv"
	"strings"
)

func (r *reader) add(l Limit) {
	if (r.inCase || r.aside) && (l.Kind != LimitNullable || r.part || l.Named != "") { // a null in one case is a null all the same
		l.Conditional, l.Named = true, ""
	}
	l.item = r.part && !l.part
	l.part = l.part || r.part
	if !r.alreadySaid(l) {
		r.limits = append(r.limits, l)
	}
}

// alreadySaid reports whether another limit was read from the same words: it says the same, or it
// is about the whole of what l is about a part of.
func (r *reader) alreadySaid(l Limit) bool {
	said := func(o Limit) bool {
		return o.Off < l.End && l.Off < o.End && (l.part && !o.part || o.Kind == l.Kind && o.Of == l.Of && o.Number == l.Number &&
			o.Pattern == l.Pattern && o.Elems == l.Elems && sameValues(o.Values, l.Values))
	}
	if r.near == nil {
		r.near = make(map[int][]int)
	}
	for ; r.located < len(r.limits); r.located++ {
		o := r.limits[r.located]
		for at := o.Off / nearby; at <= o.End/nearby; at++ {
			r.near[at] = append(r.near[at], r.located)
		}
	}
	for at := l.Off / nearby; at <= l.End/nearby; at++ {
		if slices.ContainsFunc(r.near[at], func(i int) bool { return said(r.limits[i]) }) {
			return true
		}
	}
	return false
}

const nearby = 64 // bytes of a stretch of text whose limits are found together

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
	joined := mentions(r.lowerText(), joinWords...)
	out := r.limits[:0:0]
	lowest, single := r.lowestSpecial(), r.singleTaken()
	beside := r.numbersBeside(lowest)
	shown := shownOf(r.limits)
	for _, l := range r.limits {
		if l.implied && shown.mins[minOf{l.Of, l.Elems}] {
			l.Conditional = true // "It cannot be negative. The minimum value is 1." says one thing
		}
		if list := l.Kind == LimitEnum || l.Kind == LimitValues; list && (joined && r.saysJoined(l.Values) || r.namesParts(l.Values)) {
			l.Kind = LimitSome // a value may be several of them, joined, or have another text in the place of a part
		}
		if isList(l.Kind) && slices.ContainsFunc(l.Values, isAddressRange) {
			continue // "10.0.0.0/8-10.0.0.0/24" is many values
		}
		if l.Read == ReadProse && !l.Conditional {
			switch {
			case l.Kind == LimitMultiple && hasOtherThan(beside, number(l.Number)):
				l.Weak = true
			case l.Kind == LimitMin && l.Of == OfValue && lowest < number(l.Number):
				continue
			case l.Of == OfValue && !l.Elems && refuses(l, single):
				continue
			case l.Kind == LimitMin && l.Of == OfValue || l.Kind == LimitMax && l.Of == OfValue || l.Kind == LimitPattern:
				if l.implied && l.Number == "1" && shown.breaks(l) {
					l.Number = "0" // "a positive integer" beside the default 0
				}
				if shown.breaks(l) {
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

// isList reports whether a limit of a kind says which values there are.
func isList(kind LimitKind) bool {
	return kind == LimitEnum || kind == LimitValues || kind == LimitSome || kind == LimitOnly
}

// isAddressRange reports two addresses or networks with a hyphen between, the second of two networks perhaps without
// what it has in common with the first: "10.0.0.0/8-24". It does not apply to "1.2.3.4-5", which may be a version.
func isAddressRange(v Value) bool {
	low, high, ok := strings.Cut(v.Text, "-")
	if !ok {
		return false
	}
	network, length, networks := strings.Cut(low, "/")
	if _, err := netip.ParseAddr(network); err != nil || strings.Trim(length, "0123456789") != "" {
		return false
	}
	network, length, _ = strings.Cut(high, "/")
	_, err := netip.ParseAddr(network)
	return (err == nil || networks && length == "" && network != "" && strings.Trim(network, "0123456789") == "") && strings.Trim(length, "0123456789") == ""
}

// joinWords tell that a value is several texts, and what stands between them.
var joinWords = []string{"separated by", "separated with", "to separate", "separate them", "separate multiple", "separate every", "use commas"}

// saysJoined reports whether words that values are joined stand outside of the items that say what each of the values
// means: "- **0**: labels and texts are separated by tabs" tells of 0 only.
func (r *reader) saysJoined(values []Value) bool {
	begins := make(map[int]bool, len(values)) // where values do
	for _, v := range values {
		begins[v.Off] = true
	}
	ofValue := func(l line) bool {
		for off := l.off; off <= l.off+maxMark; off++ {
			if begins[off] {
				return true
			}
		}
		return false
	}
	for _, l := range r.lines {
		if l.bullet && ofValue(l) {
			continue
		}
		if mentions(strings.ToLower(l.text), joinWords...) {
			return true
		}
	}
	return false
}

// maxMark is how far inside of an item its value may begin.
const maxMark = 8

// namesParts reports whether the text tells what stands for a part of one of the values, which is then a form:
// "**1:path**: **path** is where it goes".
func (r *reader) namesParts(values []Value) bool {
	var parts map[string]bool
	for _, v := range values {
		if i := strings.LastIndexAny(v.Text, ":=/"); i > 0 && i+1 < len(v.Text) {
			if parts == nil {
				parts = make(map[string]bool)
			}
			parts[v.Text[i+1:]] = true
		}
	}
	if parts == nil {
		return false
	}
	for at := range r.lines {
		toks := r.tokens(at)
		for j := 0; j+1 < len(toks); j++ {
			if toks[j].kind == tokValue && parts[toks[j].text] && verbs[toks[j+1].low] {
				return true
			}
		}
	}
	return false
}

// shown is what a text shows of its values. All limits are compared with it, so it is gathered once.
type shown struct {
	mins    map[minOf]bool // the lower bounds that the text prints
	exact   bool           // a label gives the exact pattern
	texts   []string       // defaults, examples and the one value, of no case
	numbers between        // of texts
	// defaults are numbers with those of defaults that hold in a case only.
	defaults between
}

// minOf is what a lower bound is of.
type minOf struct {
	of    Of
	elems bool
}

// between has the least and the greatest number of several.
type between struct{ low, high float64 }

func (b *between) add(n float64) { b.low, b.high = min(b.low, n), max(b.high, n) }

func shownOf(limits []Limit) shown {
	none := between{math.Inf(1), math.Inf(-1)}
	s := shown{mins: map[minOf]bool{}, numbers: none, defaults: none}
	for _, l := range limits {
		switch l.Kind {
		case LimitMin:
			if !l.implied && !l.Conditional {
				s.mins[minOf{l.Of, l.Elems}] = true
			}
		case LimitPattern:
			s.exact = s.exact || l.Read == ReadLabel
		case LimitDefault, LimitExample, LimitConst:
			if l.Conditional && l.Kind != LimitDefault {
				continue
			}
			for _, v := range l.Values {
				isNumber := jsonNumber(v.Text) != ""
				if isNumber {
					s.defaults.add(number(v.Text))
				}
				if isNumber && !l.Conditional {
					s.numbers.add(number(v.Text))
				}
				if !l.Conditional {
					s.texts = append(s.texts, v.Text)
				}
			}
		}
	}
	return s
}

// breaks reports whether a default, an example or the one value of the text does not keep
// the limit.
func (s *shown) breaks(l Limit) bool {
	if l.Kind == LimitPattern {
		return s.exact || !l.Elems && slices.ContainsFunc(s.texts, func(text string) bool { return !patternTakes(l.Pattern, text) })
	}
	numbers := s.numbers
	if l.implied {
		numbers = s.defaults
	}
	return l.Kind == LimitMin && numbers.low < number(l.Number) || l.Kind == LimitMax && numbers.high > number(l.Number)
}

// otherParts reports whether a line of the text starts with a marked name and a colon
// that is none of the values.
func (r *reader) otherParts(values []Value) bool {
	for i := range r.lines {
		toks := r.tokens(i)
		if tokAt(toks, 0).kind != tokValue || tokAt(toks, 1).low != ":" || labels[strings.ToLower(toks[0].text)] != labelNone {
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
	low := math.Inf(1)
	for i := range r.lines {
		toks := r.tokens(i)
		for j, t := range toks {
			if !t.isNum() || !strings.HasPrefix(t.text, "-") {
				continue
			}
			if t.kind == tokValue || (tokAt(toks, j-1).low == "value" || tokAt(toks, j-1).low == "is" || tokAt(toks, j-1).low == "to") || j == 0 {
				low = min(low, number(t.text))
			}
		}
	}
	return low
}

// number gives the number that a text is, 0 for any other text.
func number(s string) float64 {
	f, _ := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return f
}
