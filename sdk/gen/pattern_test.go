package gen

import (
	"regexp"
	"strings"
	"testing"
)

// patterns are of the kinds that documents have, and whether they are matched by a loop.
var patterns = map[string]bool{
	`^[A-Za-z0-9_-]*$`:             true,
	`^[A-Za-z][A-Za-z0-9._-]*$`:    true,
	`^[^\x00-\x1F*,/<=>\\|]*$`:     true,
	`^[a-zA-Z0-9-]{1,64}$`:         true,
	`^([a-z]|[A-Z]|[0-9]){1,64}$`:  true,
	`^([A-Za-z]){1}([0-9a-z]|_)*$`: true,
	`^al([0-9A-Za-z]){22}$`:        true,
	`^[a-z]`:                       true,
	`^v[0-9]+\.[0-9]+`:             true,
	`^.*$`:                         true,
	`^(?s:.)*$`:                    true,
	`^[0-9]{1,3}$`:                 true,
	`^[0-9]+-?[a-z]*x?$`:           false, // the x is in the class before it
	`^[a-z]+[a-z0-9]$`:             false, // + has to leave a letter
	`^[a-z0-9](.*[a-z0-9])?$`:      false,
	`^(>|<|>=|!=)$`:                false,
	`^(?i:ab)$`:                    false,
	`(?m)^a$`:                      false,
	`^a|b$`:                        false,
	`^(a*)*$`:                      false,
	`[a-z]*$`:                      false,
	`v5`:                           false,
	`^[\p{Han}é-ü]{2,4}[a-z]?$`:    true,
	`^$`:                           true,
	`^\d{2}:\d{2}$`:                true,
	`^[a-z]{2}[a-z]{0,3}$`:         true, // one run of two to five
	`^\x{FFFD}*$`:                  true,
	`\bx`:                          false,
}

func TestPatternLoops(t *testing.T) {
	for source, loops := range patterns {
		p := NewPattern(source)
		p.Match("")
		if (p.re == nil) != loops {
			t.Errorf("%s: matched by a loop: %v", source, p.re == nil)
		}
	}
	long := strings.Repeat("a1_", 50)
	p := NewPattern(`^[A-Za-z0-9_-]*$`)
	if n := testing.AllocsPerRun(10, func() { p.Match(long) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// FuzzPattern holds that loops match what regexp matches.
func FuzzPattern(f *testing.F) {
	for source := range patterns {
		for _, text := range []string{"", "a", "ab", "abcdef", "a1", "12:34", "a-b_c", "漢é", "漢x", "v1.2.3", "\n", "a\n", "\xff", "a\xc3", "\ufffd", "alABCDEFGHIJ0123456789ab", strings.Repeat("a", 64), strings.Repeat("a", 65), "1234", "<"} {
			f.Add(source, text)
		}
	}
	f.Fuzz(func(t *testing.T, source, text string) {
		re, err := regexp.Compile(source)
		if err != nil {
			return
		}
		if got, want := NewPattern(source).Match(text), re.MatchString(text); got != want {
			t.Errorf("%q matches %q: %v, by regexp %v", source, text, got, want)
		}
	})
}
