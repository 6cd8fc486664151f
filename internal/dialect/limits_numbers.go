package dialect

import "strconv"

// numbers adds the bounds of a phrase with numbers in it.
func (r *reader) numbers(do action, s sentence, m match, rest []tok, lim Limit) {
	bound := func(kind LimitKind, of Of, t tok) { r.bound(kind, of, t, lim.Read, lim.Elems) }
	fixed := func(kind LimitKind, of Of, n string) {
		lim.Kind, lim.Of, lim.Number = kind, of, n
		r.add(lim)
	}
	switch do {
	case actRange, actSpecialMin:
		if m.n != 2 {
			return
		}
		if m.units[0] != "" && m.units[0] != m.units[1] {
			return // "from 1 MB to 5 GB"
		}
		of := OfValue
		if o, n := lengthUnit(s.toks, m.end); n > 0 {
			of, rest = o, rest[n:]
		} else if lengthSaid(s.toks, lim.Off) {
			of = OfLength
		}
		if !cleanRest(rest) {
			return
		}
		if do == actSpecialMin {
			if n := jsonNumber(m.list.items[0].Text); n != "" && number(n) < number(m.nums[0].text) {
				fixed(LimitMin, of, n)
				fixed(LimitMax, of, jsonNumber(m.nums[1].text))
			}
			return
		}
		if number(m.nums[0].text) > number(m.nums[1].text) || lostPower(m.nums[1].text) {
			return
		}
		bound(LimitMin, of, m.nums[0])
		bound(LimitMax, of, m.nums[1])
	case actMin, actMax:
		kind := LimitMin
		if do == actMax {
			kind = LimitMax
		}
		if f, ok := byteUnits[m.units[0]]; ok {
			if n, err := strconv.Atoi(jsonNumber(m.nums[0].text)); err == nil && cleanRest(rest) && n < 1<<30 {
				fixed(kind, OfBytes, strconv.Itoa(n*f))
			}
			return
		}
		if !cleanRest(rest) {
			return
		}
		of := OfValue
		if lengthSaid(s.toks, lim.Off) {
			of = OfLength
		}
		bound(kind, of, m.nums[0])
	case actPositive, actNatural:
		if !cleanRest(rest) {
			return
		}
		n := "0"
		if do == actPositive {
			n = "1"
		}
		fixed(LimitMin, OfValue, n)
	case actLengths:
		if number(m.nums[0].text) <= number(m.nums[1].text) && lengthRest(rest) {
			of := m.length
			if of == OfUnsaid {
				of = OfLength
			}
			bound(LimitMin, of, m.nums[0])
			bound(LimitMax, of, m.nums[1])
		}
	case actLengthMax, actLengthMin, actLengthFixed:
		of := m.length
		if of == OfUnsaid {
			of = OfLength
		}
		if !lengthRest(rest) {
			return
		}
		if do != actLengthMax {
			bound(LimitMin, of, m.nums[0])
		}
		if do != actLengthMin {
			bound(LimitMax, of, m.nums[0])
		}
	case actItemsMax, actItemsRange:
		if !itemsRest(rest) || lim.Elems || saysOf(s.toks, "default") {
			return // a default quota can be raised
		}
		if do == actItemsRange {
			bound(LimitMin, OfItems, m.nums[0])
			bound(LimitMax, OfItems, m.nums[1])
			return
		}
		bound(LimitMax, OfItems, m.nums[0])
	case actListFilled:
		fixed(LimitMin, OfItems, "1")
	case actFilled:
		for _, t := range rest {
			if t.low == "same" || t.low == "both" || t.low == "together" || t.low == "either" {
				return // "cannot be left blank at the same time"
			}
		}
		if saysOf(s.toks[:m.end], "list") {
			fixed(LimitMin, OfItems, "1")
			return
		}
		fixed(LimitMin, OfLength, "1")
	case actMayBeBlank:
		if saysOf(s.toks[:m.end], "list") {
			fixed(LimitMin, OfItems, "0")
			return
		}
		fixed(LimitMin, OfLength, "0")
	case actUniqueKeys:
		lim.Kind, lim.Elems = LimitUnique, false
		r.add(lim)
	case actUniqueItems:
		lim.Kind, lim.Of, lim.Elems = LimitUnique, OfItems, false
		r.add(lim)
	}
}

// lostPower reports a bound that was a power of two before a superscript was lost on the
// way to the page: "0 to 232" for 2 to the power of 32.
func lostPower(n string) bool {
	switch n {
	case "231", "232", "263", "264":
		return true
	}
	return false
}

// lengthSaid reports whether the words before a phrase at off make its numbers a length.
func lengthSaid(toks []tok, off int) bool {
	for _, t := range toks {
		if t.off >= off {
			return false
		}
		if t.low == "length" {
			return true
		}
	}
	return false
}

// lengthRest is cleanRest for lengths, where many more words may follow ("1 to 64
// characters of letters"); what counts of other things must not ("8 characters of the
// following types", "2 characters at the beginning").
func lengthRest(rest []tok) bool {
	if len(rest) == 0 {
		return true
	}
	switch rest[0].low {
	case "at", "before", "after", "per", "from", "or", "each", "of", "for", "between", "plus":
		return false
	}
	return true
}

// itemsRest reports whether a count of things is about how many the list can hold.
func itemsRest(rest []tok) bool {
	for i, t := range rest {
		if t.low == "per" || t.low == "each" || t.low == "every" || t.low == "at" && i == 0 {
			return false
		}
	}
	if len(rest) == 0 || cleanRest(rest) {
		return true
	}
	switch rest[0].low {
	case "can", "are", "is", "in":
		return len(rest) < 8
	}
	return false
}
