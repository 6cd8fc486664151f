package headerlist_test

import (
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk/internal/headerlist"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		lines []string
		want  []string
	}{
		{[]string{"a, b,c"}, []string{"a", "b", "c"}},
		{[]string{"a", "b ,c"}, []string{"a", "b", "c"}},
		{[]string{`"a, b", c`}, []string{"a, b", "c"}},
		{[]string{`"say \"a, b\"\\"`}, []string{`say "a, b"\`}},
		{[]string{`"abc", W/"d,e"`}, []string{`"abc"`, `W/"d,e"`}}, // entity tags
		{[]string{`no-cache="x, y", max-age=5`}, []string{`no-cache="x, y"`, "max-age=5"}},
		{[]string{`<https://a.example/?x=1,2>; rel="next, last", <b>`}, []string{`<https://a.example/?x=1,2>; rel="next, last"`, "<b>"}},
		{[]string{"a<b, c>d"}, []string{"a<b", "c>d"}},
		{[]string{`"", " a"`}, []string{"", " a"}},
		{[]string{", a,, b,"}, []string{"a", "b"}},
		{[]string{`it is 5", or 6", c`}, []string{`it is 5", or 6"`, "c"}},
		{[]string{`5", 6, c`, "d"}, []string{`5"`, "6", "c", "d"}}, // quotes that do not pair
		{[]string{"<a, b"}, []string{"<a", "b"}},
		{[]string{""}, []string{}},
	} {
		if got := headerlist.Split(c.lines); !slices.Equal(got, c.want) || got == nil {
			t.Errorf("%q: got %q, want %q", c.lines, got, c.want)
		}
	}
}

func TestJoin(t *testing.T) {
	for _, c := range []struct {
		items []string
		want  string
	}{
		{[]string{"a", "b c"}, "a,b c"},
		{[]string{"a, b", "c"}, `"a, b",c`},
		{[]string{`say "a, b"\`, `\,`}, `say "a, b"\,"\\,"`},
		{[]string{`5", 6"`, `7"`}, `5", 6","7\""`},
		{[]string{`"abc"`, `W/"d,e"`}, `"abc",W/"d,e"`},
		{[]string{"", " a"}, `""," a"`},
		{[]string{"<a,b>"}, "<a,b>"},
		{[]string{`"a,b"`, `""`, `" "`, `"<"`}, `"\"a,b\"","\"\"","\" \"","\"<\""`},
		{nil, ""},
	} {
		got := headerlist.Join(c.items)
		if got != c.want {
			t.Errorf("%q: got %s, want %s", c.items, got, c.want)
		}
		if back := headerlist.Split([]string{got}); len(c.items) > 0 && !slices.Equal(back, c.items) {
			t.Errorf("%q comes back as %q", c.items, back)
		}
	}
}

// TestRoundTrip: whatever is written is read again.
func TestRoundTrip(t *testing.T) {
	const letters = "a,\"<>\\ "
	texts := []string{""}
	for from := 0; len(texts) < 2800; from++ {
		for _, c := range letters {
			texts = append(texts, texts[from]+string(c))
		}
	}
	for i, text := range texts {
		items := []string{text, texts[len(texts)-1-i], "end"}
		if back := headerlist.Split([]string{headerlist.Join(items)}); !slices.Equal(back, items) {
			t.Fatalf("%q comes back as %q", items, back)
		}
	}
}
