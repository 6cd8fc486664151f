package dialect

import "strings"

// parseType reads a type cell with the grammar
//
//	cell    = type { "/" type }                       several types: any
//	type    = prefix { suffix }
//	prefix  = list [ "of" type | bracketed ]          Array of strings, List<String>, Array[X]
//	        | "[" type "]"
//	        | map [ "<" type "," type ">" ]           Map<String,X>, map[string]X
//	        | dict [ "<" name ">" ]
//	        | "enum" [ bracket values bracket ]
//	        | scalar [ "(" number ")" ]               String(64), String(1-64)
//	        | REF
//	        | name
//	suffix  = "object" | "data" "structure" | "structure" | list | "[" "]"
//	        | "(" REF ")"                             objects (REF)
//
// and takes it only if nothing is left over. A word in the place of a structure's name
// is a name if it has the shape of an identifier, or if the words around it say that it
// is one ("List<tag>", "user object", "Array of tags"). A capitalised English word alone
// ("Found" in the Type column of a table of status codes) is not: it stays unknown.
//
// A pointer after the type ("List data structure. For details, see REF.") is not a part of
// it; the caller follows its reference.
func parseType(cell string) (Type, bool) {
	cell = Narrow(cell)
	if i := strings.Index(cell, "For details"); i > 0 {
		cell = strings.TrimRight(cell[:i], " .,;\n")
	}
	var most [6]typeTok // as most types have
	p := typeParser{toks: typeTokens(cell, most[:0])}
	if len(p.toks) == 0 {
		return Type{}, false
	}
	t, ok := p.typ(0)
	if !ok {
		return Type{}, false
	}
	several := false
	for p.peek().is("/") || p.peek().is("|") || p.peek().is("or") {
		p.at++
		u, ok := p.typ(0)
		if !ok {
			return Type{}, false
		}
		several = several || !sameType(t, u)
	}
	if p.at != len(p.toks) || t.Kind == KindUnknown {
		return Type{}, false
	}
	if several {
		return Type{Kind: KindAny}, true
	}
	return t, true
}

// sameType reports whether two types take the same values: of two structures the name counts, and
// of two numbers not how many digits they hold.
func sameType(a, b Type) bool {
	if a.Kind != b.Kind || a.Name != b.Name || a.Ref != b.Ref || (a.Elem == nil) != (b.Elem == nil) {
		return false
	}
	return a.Elem == nil || sameType(*a.Elem, *b.Elem)
}

// typeTok is a word, a number, one mark of punctuation or a reference.
type typeTok struct {
	text string // as written
	word string // lower case, singular for the nouns of typeNouns
	ref  int    // of a reference its index, else -1
}

func (t typeTok) is(w string) bool { return t.word == w }

// typeTokens cuts a cell into tokens, which it adds to toks. Marks of strong and literal text are dropped.
func typeTokens(cell string, toks []typeTok) []typeTok {
	start := -1
	flush := func(end int) {
		if start < 0 {
			return
		}
		w := strings.TrimRight(cell[start:end], ".:;")
		w = strings.TrimPrefix(strings.TrimPrefix(w, "xsd:"), "xs:") // as schemas of XML have it
		start = -1
		if w == "" {
			return
		}
		lower := strings.ToLower(w)
		if s, ok := typeNouns[lower]; ok {
			lower = s
		}
		toks = append(toks, typeTok{text: w, word: lower, ref: -1})
	}
	for i, r := range cell {
		switch {
		case r >= RefRune(0) && r <= '\uF8FF':
			flush(i)
			toks = append(toks, typeTok{ref: int(r - RefRune(0))})
		case r == '_' || r == '.' || r == ':' || r == '-' || r == '$' || r == '+' ||
			r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			if start < 0 {
				start = i
			}
		default:
			flush(i)
			switch r {
			case ' ', '\n', '\t', '\u00a0', '\u200b', '\u3000', '\ufeff', '*', '`':
			default:
				toks = append(toks, typeTok{text: string(r), word: string(r), ref: -1})
			}
		}
	}
	flush(len(cell))
	return toks
}
