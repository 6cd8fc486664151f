package dialect

import "testing"

func TestSaysList(t *testing.T) {
	for text, want := range map[string]bool{
		"A list of jars.":                     true,
		"Specifies a list of jars":            true,
		"a list of all jars on the shelf":     true,
		"Specifies the list of jars.":         false,
		"Jar list":                            false,
		"Whether a list of jars is returned.": false,
		"":                                    false,
	} {
		if got := SaysList(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
