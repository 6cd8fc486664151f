package dialect

import (
	"strings"
	"testing"
)

func TestExpressionsInSentences(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value must match ^~$.", "pattern ^~$"},
		{"The value must match ^ $ now.", "unread ^"},
		{"The value must match^a$ at last.", "pattern ^a$"},
		{"The value must match ^é$.", "unread ^é$"},
		{"**lid**: It must match ^[a-z]+$.", "pattern ^[a-z]+$?"},
		{"It must match ^[a-z]+$ if it is old.", "pattern ^[a-z]+$?"},
	})
	for n, want := range map[int]string{492: "pattern ^a$", 493: ""} {
		text := marked("It must match ^a$ (" + strings.Repeat("x ", n) + ")")
		if got := gist(Limits(text)); got != want {
			t.Errorf("%d tokens: %q", len(newReader(text).tokens(0)), got)
		}
	}
	for p, want := range map[string]bool{`^a\\`: false, `^\\`: false, `^\\d$`: true, `^\\p$`: false, "^a\x7f$": false, "^[[:alpha:]]$": false, "^(?:a)$": true, "^(?i)a$": false} {
		if portable(strings.ReplaceAll(p, `\\`, `\`)) != want {
			t.Errorf("%q: %v", p, !want)
		}
	}
}
