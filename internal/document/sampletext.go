package document

import (
	"iter"
	"math"
	"regexp"
	"regexp/syntax"
	"strings"
	"unicode/utf8"

	"github.com/getkin/kin-openapi/openapi3"
)

// formatSamples are values of the formats that a reader may check.
var formatSamples = map[string]string{
	"byte": "c3RyaW5n", "date": "2024-01-02", "date-time": "2024-01-02T03:04:05Z", "duration": "P1D",
	"email": "user@example.com", "hostname": "host.example.com", "idn-email": "user@example.com",
	"ip": "192.0.2.1", "ipv4": "192.0.2.1", "ipv6": "2001:db8::1", "cidr": "192.0.2.0/24",
	"iri": "https://example.com/", "json-pointer": "/a", "password": "Secret-1", "regex": ".*", "time": "03:04:05Z",
	"uri": "https://example.com/", "uri-reference": "/a", "url": "https://example.com/",
	"uuid": "11111111-2222-4333-8444-555555555555",
}

// maxSampleText bounds how long a text is made for a schema that asks for long ones.
const maxSampleText = 1 << 16

// sampleTexts are texts that a schema may allow: one of its format, a word of the right
// length, and what its pattern describes.
func sampleTexts(s *openapi3.Schema, word string) iter.Seq[any] {
	return func(yield func(any) bool) {
		if s.MinLength > maxSampleText {
			return
		}
		if text := formatSamples[s.Format]; text != "" && !yield(text) {
			return
		}
		if Timestamp.Of(s.Extensions) && !yield(formatSamples["date-time"]) {
			return
		}
		for _, word := range []string{word, "a", "0"} {
			if !yield(sized(word, s)) {
				return
			}
		}
		if tree, err := parsePattern(s.Pattern); s.Pattern != "" && err == nil {
			patternTexts(s, tree)(yield)
		}
	}
}

// patternTexts are texts that a pattern describes. What may repeat is repeated until the text
// is long enough.
func patternTexts(s *openapi3.Schema, tree *syntax.Regexp) iter.Seq[any] {
	return func(yield func(any) bool) {
		for n := 0; ; n = 2*n + 1 {
			w := &patternWriter{repeat: n}
			w.node(tree, 0)
			text := w.out.String()
			if !yield(text) || n > int(s.MinLength) || len(text) > maxSampleText {
				return
			}
			length := uint64(utf8.RuneCountInString(text))
			if s.MaxLength != nil && length > *s.MaxLength && !yield(string([]rune(text)[:*s.MaxLength])) {
				return
			}
			if s.MinLength > 0 && length > s.MinLength && !yield(string([]rune(text)[:s.MinLength])) {
				return
			}
		}
	}
}

// sized repeats or cuts a word of ASCII to the length that a schema asks for.
func sized(word string, s *openapi3.Schema) string {
	if n := int(s.MinLength); n > len(word) {
		word += strings.Repeat("-"+word, n/(len(word)+1))
	}
	if s.MaxLength != nil && uint64(len(word)) > *s.MaxLength {
		word = word[:*s.MaxLength]
	}
	return word
}

// sampleWord is what stands for the value of a name in a text or path: "vault-id" for VAULT_ID.
func sampleWord(name string) string {
	text := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, name)
	if text = strings.Trim(text, "-"); text != "" {
		return text
	}
	return "x"
}

// sampleNumbers are the least that a schema allows, and what else is likely to fit.
func sampleNumbers(s *openapi3.Schema, whole bool) iter.Seq[any] {
	return func(yield func(any) bool) {
		var all []float64
		step := 1.0
		if s.MultipleOf != nil && *s.MultipleOf > 0 {
			step = *s.MultipleOf
		}
		if s.Min != nil {
			low := *s.Min
			if whole {
				low = math.Ceil(low)
			}
			all = append(all, low, math.Ceil(low/step)*step, (math.Floor(low/step)+1)*step, low+1)
		}
		all = append(all, 1, step, 0)
		if s.Max != nil {
			high := *s.Max
			if whole {
				high = math.Floor(high)
			}
			all = append(all, high, math.Floor(high/step)*step, (math.Ceil(high/step)-1)*step, high-1)
			if s.Min != nil {
				all = append(all, (*s.Min+high)/2)
			}
		}
		for _, v := range all {
			if !math.IsInf(v, 0) && !math.IsNaN(v) && !yield(v) {
				return
			}
		}
	}
}

var codePoint = regexp.MustCompile(`\\u([0-9A-F]{4})`)

// parsePattern reads a pattern as the library that checks values does.
func parsePattern(pattern string) (*syntax.Regexp, error) {
	return syntax.Parse(codePoint.ReplaceAllString(pattern, `\x{$1}`), syntax.Perl)
}

// CanCheck reports whether values can be checked by a pattern: some, such as those that look
// ahead, cannot.
func CanCheck(pattern string) bool {
	_, err := parsePattern(pattern)
	return err == nil
}
