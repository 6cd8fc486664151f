package fake

import (
	"iter"
	"regexp/syntax"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// samples are values of the formats that a reader may check.
var samples = map[string]string{
	"byte": "c3RyaW5n", "date": "2024-01-02", "date-time": "2024-01-02T03:04:05Z", "duration": "P1D",
	"email": "user@example.com", "hostname": "host.example.com", "idn-email": "user@example.com",
	"ip": "192.0.2.1", "ipv4": "192.0.2.1", "ipv6": "2001:db8::1", "cidr": "192.0.2.0/24",
	"iri": "https://example.com/", "json-pointer": "/a", "password": "Secret-1", "regex": ".*", "time": "03:04:05Z",
	"uri": "https://example.com/", "uri-reference": "/a", "url": "https://example.com/",
	"uuid": "11111111-2222-4333-8444-555555555555",
}

// maxText bounds how long a text is made for a schema that asks for long ones.
const maxText = 1 << 16

// texts are texts that a schema may allow: one of its format, a word of the right length, and
// what its pattern describes.
func texts(s *openapi3.Schema) iter.Seq[any] {
	return func(yield func(any) bool) {
		if s.MinLength > maxText {
			return
		}
		if sample := samples[s.Format]; sample != "" && !yield(sample) {
			return
		}
		if document.Timestamp.Of(s.Extensions) && !yield(samples["date-time"]) {
			return
		}
		for _, word := range []string{"string", "a", "0"} {
			if !yield(sized(word, s)) {
				return
			}
		}
		if s.Pattern == "" {
			return
		}
		tree, err := syntax.Parse(goPattern(s.Pattern), syntax.Perl)
		if err != nil {
			return
		}
		// What may repeat is repeated until the text is long enough.
		for n := 0; ; n = 2*n + 1 {
			w := &writer{repeat: n}
			w.node(tree, 0)
			text := w.out.String()
			if !yield(text) || n > int(s.MinLength) || len(text) > maxText {
				return
			}
			if s.MaxLength != nil && uint64(utf8.RuneCountInString(text)) > *s.MaxLength && !yield(string([]rune(text)[:*s.MaxLength])) {
				return
			}
			if uint64(utf8.RuneCountInString(text)) > s.MinLength && s.MinLength > 0 && !yield(string([]rune(text)[:s.MinLength])) {
				return
			}
		}
	}
}

// sized repeats or cuts a word to the length that a schema asks for.
func sized(word string, s *openapi3.Schema) string {
	if n := int(s.MinLength); n > len(word) {
		word = strings.Repeat(word, n/len(word)+1)[:n]
	}
	if s.MaxLength != nil && uint64(len(word)) > *s.MaxLength {
		word = word[:*s.MaxLength]
	}
	return word
}

// writer writes a text that an expression may match.
type writer struct {
	out    strings.Builder
	repeat int // how often that is written which may be there any number of times
}

func (w *writer) node(re *syntax.Regexp, depth int) {
	if depth > 100 || w.out.Len() > maxText {
		return
	}
	times := func(n int) {
		for range n {
			if w.out.Len() > maxText {
				return
			}
			w.node(re.Sub[0], depth+1)
		}
	}
	switch re.Op {
	case syntax.OpLiteral:
		w.out.WriteString(string(re.Rune))
	case syntax.OpCharClass:
		w.out.WriteRune(oneOf(re.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		w.out.WriteByte('a')
	case syntax.OpCapture:
		times(1)
	case syntax.OpStar:
		times(w.repeat)
	case syntax.OpPlus:
		times(max(w.repeat, 1))
	case syntax.OpQuest:
		times(min(w.repeat, 1))
	case syntax.OpRepeat:
		n := max(re.Min, w.repeat)
		if re.Max >= 0 {
			n = min(n, re.Max)
		}
		times(n)
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			w.node(sub, depth+1)
		}
	case syntax.OpAlternate:
		w.node(re.Sub[0], depth+1)
	}
}

// oneOf is a letter or digit of a class where it has one.
func oneOf(class []rune) rune {
	best := 'a'
	for i := 0; i+1 < len(class); i += 2 {
		for _, r := range []rune{'a', 'A', '0', class[i]} {
			if r < class[i] || r > class[i+1] {
				continue
			}
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			best = r
		}
	}
	return best
}
