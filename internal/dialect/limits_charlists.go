package dialect

// charRest reports whether a list of characters is over where rest begins.
func charRest(rest []tok) bool {
	if len(rest) == 0 {
		return true
	}
	for len(rest) > 1 && (rest[0].low == "," || rest[0].low == "and" || rest[0].low == "but") {
		rest = rest[1:]
		switch low := rest[0].low; {
		case clauseWords[low], containVerbs[low], low == "starting", low == "not", low == "length", low == "ending":
			return true
		}
	}
	return len(rest) == 1 && (rest[0].low == "," || rest[0].low == ")") || closing(rest, 0) == len(rest)
}

// namedChars is a set of characters with the number of names that it was read from.
type namedChars struct {
	charset
	names int
}

// readCharset reads "letters, digits, underscores (_), and special characters .:@", and
// gives the index after it. It fails where a word after "and" names no characters.
func (r *reader) readCharset(toks []tok, i int) (namedChars, int, bool) {
	var set namedChars
	end := i
	for i < len(toks) {
		n, ok := r.specialChars(&set.charset, toks, i)
		if !ok {
			return namedChars{}, end, false
		}
		if n == 0 {
			n = set.addName(toks, i)
		}
		if n == 0 {
			break
		}
		set.names++
		i += n
		end = i
		sep := i
		for isSeparator(tokAt(toks, sep)) || tokAt(toks, sep).low == "a" || tokAt(toks, sep).low == "an" {
			sep++
		}
		if sep == i {
			break
		}
		i = sep
	}
	return set, end, !set.empty()
}

// specialChars reads "the following special characters: _.:@", "special characters (-_)" or
// "special characters, including hyphens (-)" and gives the number of its tokens, of the
// last form only the introduction. It is false for special characters that nobody lists.
func (r *reader) specialChars(set *charset, toks []tok, i int) (int, bool) {
	from, special := i, false
	for tokAt(toks, i).kind != tokValue && specialWords[tokAt(toks, i).low] {
		special = special || toks[i].low == "special"
		i++
	}
	if !special {
		return 0, true
	}
	if (tokAt(toks, i).low == "including" || tokAt(toks, i).low == ",") && i+1 < len(toks) {
		if toks[i].low == "," {
			i++
		}
		if toks[i].low != "including" || set.addName(toks, i+1) == 0 {
			return 0, false
		}
		return i + 1 + set.addName(toks, i+1) - from, true
	}
	bracket := tokAt(toks, i).low == "("
	if bracket {
		i++
	}
	if i >= len(toks) {
		return 0, false
	}
	if toks[i].low == "are" {
		if n, ok := r.printedChars(set, toks, i+3, false); !ok || n < len(toks) {
			return 0, false
		}
		return i - from, true // "the following special characters are allowed: _-"
	}
	i, ok := r.printedChars(set, toks, i, bracket)
	if !ok {
		return 0, false
	}
	if bracket && tokAt(toks, i).low == ")" {
		i++
	}
	return i - from, true
}

// printedChars adds characters that are printed, in marks or bare, and gives the index after
// them.
func (r *reader) printedChars(set *charset, toks []tok, i int, bracket bool) (int, bool) {
	start := i
	for i < len(toks) {
		if toks[i].kind == tokValue {
			if !set.addAll(toks[i].text) {
				break
			}
			i++
			continue
		}
		n := 0
		if toks[i].low != "," && (i == start || toks[i].off == toks[i-1].end || toks[i-1].kind != tokValue) {
			n = set.addRun(r.Words[toks[i].off:], bracket)
		}
		if n == 0 {
			break
		}
		stop := toks[i].off + n
		if over := stop - toks[len(toks)-1].end; over > 1 || over == 1 && r.Words[stop-1] != '.' {
			return i, false // a mark among them was taken for the end of the sentence
		}
		for i < len(toks) && toks[i].off < stop {
			i++
		}
	}
	return i, i > start
}

// specialWords introduce characters that are printed and not named.
var specialWords = words("the", "following", "these", "other", "special", "characters", "character", ":", "below")
