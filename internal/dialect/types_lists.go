package dialect

// dict reads what follows the word Dict: "<tag>", an object with that structure, or "<String, tag>", a map.
func (p *typeParser) dict(depth int) (Type, bool) {
	if !p.eat("<") {
		return Type{Kind: KindObject}, true
	}
	elem, ok := p.element(depth)
	if ok && p.eat(",") {
		elem, ok = p.element(depth)
		return Type{Kind: KindMap, Elem: &elem}, ok && p.eat(">")
	}
	return elem, ok && p.eat(">")
}

// list reads what follows the word Array or List.
func (p *typeParser) list(depth int) (Type, bool) {
	t := Type{Kind: KindArray}
	switch tok := p.peek(); {
	case tok.is("of"), tok.is("<"), tok.is("["), tok.is("("):
		p.at++
		if tok.is("[") && p.eat("]") {
			return t, true
		}
		elem, ok := p.element(depth)
		if !ok {
			return Type{}, false
		}
		t.Elem = &elem
		switch tok.word {
		case "<":
			ok = p.eat(">")
		case "[":
			ok = p.eat("]")
		case "(":
			ok = p.eat(")")
		}
		return t, ok
	case scalars[tok.word].Kind != KindUnknown:
		// "Array String": the "of" was left out
		elem, ok := p.typ(depth + 1)
		t.Elem = &elem
		return t, ok
	}
	return t, true
}

// mapOf reads "<K,V>"; keys of JSON are strings whatever K is.
func (p *typeParser) mapOf(depth int) (Type, bool) {
	open := p.peek().word
	p.at++
	if _, ok := p.element(depth); !ok {
		return Type{}, false
	}
	if open == "[" && p.eat("]") { // map[string]int
		elem, ok := p.element(depth)
		return Type{Kind: KindMap, Elem: &elem}, ok
	}
	if !p.eat(",") && !p.eat(":") {
		return Type{}, false
	}
	elem, ok := p.element(depth)
	if !ok {
		return Type{}, false
	}
	closing := map[string]string{"<": ">", "[": "]", "(": ")"}[open]
	t := Type{Kind: KindMap}
	if elem.Kind != KindAny {
		t.Elem = &elem
	}
	return t, p.eat(closing)
}

// element reads the type of an element: where a name is expected, one plain word is one.
func (p *typeParser) element(depth int) (Type, bool) {
	at := p.at
	if t, ok := p.typ(depth + 1); ok {
		return t, true
	}
	p.at = at
	if tok := p.peek(); isIdentifier(tok.text) && !notTypes[tok.word] {
		p.at++
		t := Type{Kind: KindNamed, Name: tok.text}
		for p.peek().is("object") || p.peek().is("structure") {
			p.at++
		}
		return t, true
	}
	return Type{}, false
}

// enum reads the values in the brackets after the word Enum.
func (p *typeParser) enum() (Type, bool) {
	t := Type{Kind: KindString}
	closing := map[string]string{"(": ")", "<": ">", "[": "]", "{": "}"}[p.peek().word]
	if closing == "" {
		p.eat("value")
		p.eat("type")
		return t, true
	}
	p.at++
	for p.at < len(p.toks) && !p.peek().is(closing) {
		tok := p.peek()
		p.at++
		if tok.ref >= 0 {
			return Type{}, false
		}
		switch tok.word {
		case ",", "|", "/", "'", "\"", "or", "and":
		default:
			if !isIdentifier(tok.text) && !isDigit(tok.text[0]) {
				return Type{}, false
			}
			t.Enum = append(t.Enum, tok.text)
		}
	}
	if len(t.Enum) == 1 {
		t.Enum = nil // "ENUM <Enumeration>": a word for the values, not one of them
	}
	return t, p.eat(closing)
}
