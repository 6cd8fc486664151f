package keep

import "testing"

func TestLetters(t *testing.T) {
	for text, want := range map[string]string{"azAZ09": "azAZ09", "a-b_c d": "abcd", "@[`{/:": "", "jär": "jr", "": ""} {
		if got := letters(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
