package dialect

import (
	"strings"
	"testing"
)

// TestPhrasesBySecondWord: a phrase stands under each word that it can begin with and no other, and is found by its
// second word where that is sure to follow.
func TestPhrasesBySecondWord(t *testing.T) {
	index := compilePhrases([]phraseRow{{"lid|rim jar", nil}, {"lid {n}", nil}, {"lid jar? top", nil}, {"old? oak top", nil}, {"{n} top", nil}, {"lid", nil}})
	for word, want := range map[string][3]int{"lid": {1, 1, 2}, "rim": {1, 0, 0}, "old": {0, 0, 1}, "oak": {0, 0, 1}, "#": {0, 0, 1}} {
		b := index[word]
		if b == nil {
			t.Errorf("nothing begins with %s", word)
			continue
		}
		if got := [3]int{len(b.by["jar"]), len(b.numbers), len(b.other)}; got != want {
			t.Errorf("%s: %v before a jar, a number and others, want %v", word, got, want)
		}
	}
	for _, word := range []string{"jar", "top", "null"} {
		if index[word] != nil {
			t.Errorf("no phrase begins with %s", word)
		}
	}
}

// TestLongSentence: a stretch of more tokens than a sentence has is not read.
func TestLongSentence(t *testing.T) {
	for n, want := range map[int]string{491: "min(value) 1; max(value) 9", 492: ""} {
		text := "The value ranges from 1 to 9 (" + strings.Repeat("x ", n) + ")"
		toks := newReader(marked(text)).tokens(0)
		if got := gist(Limits(marked(text))); got != want {
			t.Errorf("%d tokens: %q", len(toks), got)
		}
	}
}

// TestCountsOfParts: a number that another number or a noun goes on is a part of a count.
func TestCountsOfParts(t *testing.T) {
	checkLimits(t, []limitCase{
		{"It must contain twenty five characters.", ""},
		{"It must contain five characters.", "min(length) 5; max(length) 5"},
		{"Five 36-character IDs.", ""},
		{"A 36-character ID.", "min(length) 36; max(length) 36"},
		{"Lids. It has up to five of them.", ""},
		{"Lids. It has up to 5 of them.", ""},
		{"Lids. It can have up to two dozen lids.", ""},
		{"The value is at least 5 for lids.", "min(value) 5?"},
		{"Size. It cannot exceed 9 for trees.", "max(value) 9?"},
		{"Lids. It is open for at least one type of old rules.", ""},
		{"Lids. It can have at most 9 old rules.", "max(items) 9"},
		{"Size. It ranges from 1 to 9 (exclusive).", "min(value) 1; max(value) <9"},
		{"Size. It ranges from 1 (exclusive) to 9 (included).", "min(value) >1; max(value) 9"},
		{"Size. It ranges from (1, 9].", "min(value) >1; max(value) 9"},
		{"Size. It ranges from [1, 9).", "min(value) 1; max(value) <9"},
	})
}
