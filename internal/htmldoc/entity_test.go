package htmldoc

import "testing"

func TestEntity(t *testing.T) {
	for s, want := range map[string]string{
		"&nbsp;x": "\u00a0", "&nbsp00": "\u00a0", "&nbsp00;": "\u00a0", "&#48abc": "0", "&notin;": "∉", "&notit;": "¬", "&": "&", "&x;": "&", "&amp;lt;": "&",
	} {
		word, n := entity(s)
		if word != want || n < 1 || n > len(s) {
			t.Errorf("%s begins with %q, of %d bytes", s, word, n)
		}
	}
}
