package dialect

import (
	"cmp"
	"strconv"
	"strings"
)

// typeParser reads the tokens of a type cell, see parseType.
type typeParser struct {
	toks []typeTok
	at   int
}

func (p *typeParser) peek() typeTok { return p.ahead(0) }

func (p *typeParser) ahead(n int) typeTok {
	if p.at+n < len(p.toks) {
		return p.toks[p.at+n]
	}
	return typeTok{ref: -1}
}

func (p *typeParser) eat(word string) bool {
	if p.peek().is(word) {
		p.at++
		return true
	}
	return false
}

// maxTypeDepth is deeper than any type that is written by hand; beyond it the cell is
// not a type.
const maxTypeDepth = 12

func (p *typeParser) typ(depth int) (Type, bool) {
	if depth > maxTypeDepth {
		return Type{}, false
	}
	t, ok := p.prefix(depth)
	if !ok {
		return Type{}, false
	}
	for {
		switch w := p.peek(); {
		case w.is("object") && p.ahead(1).is("array"):
			// "X object array": the array is the next suffix
			p.at++
		case w.is("object"), w.is("structure"):
			p.at++
		case w.is("data") && p.ahead(1).is("structure"):
			p.at += 2
		case w.is("array"), w.is("list"):
			p.at++
			elem := t
			t = Type{Kind: KindArray, Elem: &elem}
			if p.toks[p.at-2].is("json") {
				t.Elem = nil // "JSON array" says nothing of what is in it
			}
		case t.Kind == KindObject && w.is("[") && strings.Trim(p.ahead(1).text, "0123456789") == "" && p.ahead(2).is("]"):
			p.at += 3 // "Dictionary data structure [1]" has a footnote
		case w.is("[") && p.ahead(1).is("]"):
			p.at += 2
			elem := t
			t = Type{Kind: KindArray, Elem: &elem}
		case w.is("(") && p.ahead(1).ref >= 0 && p.ahead(2).is(")"):
			// "Array of objects (REF)": the bracket names what the noun before it is
			if t.Kind != KindObject {
				return Type{}, false
			}
			t = Type{Kind: KindNamed, Ref: p.ahead(1).ref}
			p.at += 3
		case w.ref >= 0 && isBareObject(t):
			// "object REF", "List<Object> REF": the reference leads to what the noun before it is
			named := Type{Kind: KindNamed, Ref: w.ref}
			p.at++
			if t.Kind == KindArray {
				t.Elem = &named
				return t, true
			}
			return named, true
		default:
			return t, true
		}
	}
}

// isBareObject reports whether a type is an object, or a list of such, whose members nothing tells yet.
func isBareObject(t Type) bool {
	if t.Kind == KindArray {
		return t.Elem == nil || t.Elem.Kind == KindObject
	}
	return t.Kind == KindObject
}

// prefix reads the first words of a type: a reference, a list or map with what is in it, a scalar or
// the name of a structure.
func (p *typeParser) prefix(depth int) (Type, bool) {
	tok := p.peek()
	if tok.ref >= 0 {
		p.at++
		return Type{Kind: KindNamed, Ref: tok.ref}, true
	}
	switch tok.word {
	case "array", "list", "set", "arraylist":
		p.at++
		return p.list(depth)
	case "unsigned":
		if next := scalars[p.ahead(1).word]; next.Kind == KindInteger || next.Kind == KindNumber {
			p.at++
		}
	case "[":
		p.at++
		if p.eat("]") { // []string
			elem, ok := p.element(depth)
			return Type{Kind: KindArray, Elem: &elem}, ok
		}
		elem, ok := p.element(depth)
		if !ok || !p.eat("]") {
			return Type{}, false
		}
		return Type{Kind: KindArray, Elem: &elem}, true
	case "map", "hashmap":
		p.at++
		if p.eat("of") {
			elem, ok := p.element(depth)
			return Type{Kind: KindMap, Elem: &elem}, ok
		}
		if !p.peek().is("<") && !p.peek().is("[") && !p.peek().is("(") {
			return Type{Kind: KindMap}, true
		}
		return p.mapOf(depth)
	case "dict", "dictionary":
		p.at++
		return p.dict(depth)
	case "enum", "enumeration", "enumerated":
		p.at++
		return p.enum()
	case "data":
		if p.ahead(1).is("structure") {
			p.at += 2
			return Type{Kind: KindObject}, true
		}
	}
	if t, ok := p.scalar(); ok {
		return t, true
	}
	return p.name()
}

// scalar reads a type without members: "long integer", "date time", "String(64)".
func (p *typeParser) scalar() (Type, bool) {
	word, second := p.peek().word, ""
	switch word {
	case "long":
		second = "integer"
	case "date":
		word, second = "string", "time"
	}
	t, ok := scalars[word]
	if !ok {
		return Type{}, false
	}
	p.at++
	if second != "" {
		if p.peek().is(second) {
			p.at++
		}
		return t, true
	}
	if t.Kind == KindString || t.Kind == KindInteger {
		p.length(&t)
	}
	p.detail(&t)
	return t, true
}

// detail reads the bracket that tells which kind of a scalar is meant: "String (UUID)", "Number (Integer)",
// "string(date-time)". It does not apply to another kind: "String (Boolean)" is left over.
func (p *typeParser) detail(t *Type) {
	if !p.peek().is("(") || !p.ahead(2).is(")") {
		return
	}
	inner, known := scalars[p.ahead(1).word]
	switch {
	case t.Kind == KindString && (IsTextWord(p.ahead(1).text) || p.ahead(1).is("date")):
	case known && (inner.Kind == t.Kind || t.Kind == KindNumber && inner.Kind == KindInteger):
		t.Kind, t.Format = inner.Kind, cmp.Or(inner.Format, t.Format)
	default:
		return
	}
	p.at += 3
}

// name reads the name of a structure that stands alone or before "object", "data
// structure" or "array".
func (p *typeParser) name() (Type, bool) {
	tok := p.peek()
	if !isIdentifier(tok.text) || notTypes[tok.word] {
		return Type{}, false
	}
	next := p.ahead(1)
	introduced := next.is("object") || next.is("structure") || next.is("array") || next.is("list") ||
		next.is("data") || next.is("[")
	alone := len(p.toks) == 1 && (strings.ToLower(tok.text) == tok.text || IsTextWord(tok.text))
	if !introduced && !alone && !looksLikeIdentifier(tok.text) {
		return Type{}, false
	}
	p.at++
	return Type{Kind: KindNamed, Name: tok.text}, true
}

// isIdentifier holds for one word made of the characters of identifiers.
func isIdentifier(s string) bool {
	if s == "" || !isAlpha(s[0]) && s[0] != '_' {
		return false
	}
	return !strings.ContainsAny(s, "+$") && looksLikeName(s)
}

// length reads "(64)" or "(1-64)" after a scalar.
func (p *typeParser) length(t *Type) {
	closing := ""
	switch {
	case p.peek().is("("):
		closing = ")"
	case p.peek().is("["):
		closing = "]"
	default:
		return
	}
	low, high, ranged := strings.Cut(p.ahead(1).text, "-")
	if !ranged {
		low, high = "0", low
	}
	least, err := strconv.Atoi(low)
	n, err2 := strconv.Atoi(high)
	if err == nil && err2 == nil && n > 0 && least <= n && p.ahead(2).is(closing) && (t.Kind == KindString || !ranged) {
		p.at += 3
		if t.Kind == KindString {
			t.MinLength, t.MaxLength = least, n
		}
	}
}
