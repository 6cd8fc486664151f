package gogen

import (
	"regexp"
	"testing"
)

// TestPatternCodes: characters that a pattern writes by their numbers are those of ECMA-262.
func TestPatternCodes(t *testing.T) {
	for source, texts := range map[string]struct{ good, bad string }{
		`^[^\x00-\x1F*]*$`:   {"a b", "a\x1fb"},
		`^\x41\x2e$`:         {"A.", "AB"},
		`^[\u4e00-\u9fa5]+$`: {"云", "a"},
		`^\u0041$`:           {"A", "B"},
	} {
		got, err := goPattern(source)
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		if re := regexp.MustCompile(got); !re.MatchString(texts.good) || re.MatchString(texts.bad) {
			t.Errorf("%s became %s", source, got)
		}
	}
	// What is not a number of a character means something else there: x, or half of a character.
	for _, source := range []string{`\x4`, `\xg0`, `\x`, `\u12`, `\u{41}`, `\ud83d\ude00`, `\x-1`} {
		if got, err := goPattern(source); err == nil {
			t.Errorf("%s became %s", source, got)
		}
	}
}
