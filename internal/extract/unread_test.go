package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// TestLineAt: the places that are asked for come in order, and a line is looked for once.
func TestLineAt(t *testing.T) {
	text := "lid\nof oak\n\nrim"
	for _, asked := range [][][2]int{{{0, 2}, {1, 3}, {3, 4}, {4, 6}, {9, 10}, {10, 11}, {11, 11}, {12, 15}}, {{5, 6}, {0, 1}}, {{2, 8}, {5, 14}}, {{4, 10}}, {{0, 15}}} {
		var l line
		for _, at := range asked {
			from, to := strings.LastIndexByte(text[:at[0]], '\n')+1, len(text)
			if n := strings.IndexByte(text[at[1]:], '\n'); n >= 0 {
				to = at[1] + n
			}
			if at[1] <= strings.IndexByte(text[from:]+"\n", '\n')+from {
				to = strings.IndexByte(text[from:]+"\n", '\n') + from
			}
			if got, want := l.at(text, at[0], at[1]), text[from:to]; got != want {
				t.Errorf("%v of %v: %q, want %q", at, asked, got, want)
			}
		}
	}
}

func TestCovers(t *testing.T) {
	c := claims{starts: []int{5, 10}, ends: []int{8, 14}}
	for hint, want := range map[[2]int]bool{{0, 4}: false, {0, 5}: false, {0, 6}: true, {5, 8}: true, {7, 9}: true, {8, 10}: false, {8, 9}: false, {9, 12}: true, {13, 20}: true, {14, 20}: false} {
		if got := c.covers(dialect.Hint{Off: hint[0], End: hint[1]}); got != want {
			t.Errorf("%v: %t", hint, got)
		}
	}
	if (claims{}).covers(dialect.Hint{Off: 1, End: 2}) {
		t.Error("no claim covers a hint")
	}
}

func TestLabelEnd(t *testing.T) {
	for label, want := range map[string]string{"Box_0001__Table42": "_table42 true", "a__b": "_b true", "a__b__c": "_c true", "__b": "_b false", "table42": "table42 false"} {
		end, ok := labelEnd(label)
		if got := fmt.Sprint(end, " ", ok); got != want {
			t.Errorf("%s: %s, want %s", label, got, want)
		}
	}
}
