package gen_test

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// TestSeparators: an item with the mark that separates items would become two, and is refused.
func TestSeparators(t *testing.T) {
	joined := gen.Style{In: "query", Name: "a", Style: "pipeDelimited"}
	if text, err := gen.Styled(joined, []string{"a|b", "c"}); err == nil {
		t.Errorf("sent as %q", text)
	}
	if text, err := gen.Styled(joined, []string{"a", "b"}); err != nil || text != "a=a%7Cb" {
		t.Errorf("%q, %v", text, err)
	}
	joined.Explode = true
	if text, err := gen.Styled(joined, []string{"a|b", "c"}); err != nil || text != "a=a%7Cb&a=c" {
		t.Errorf("one parameter for each: %q, %v", text, err)
	}
	spaced := gen.Style{In: "query", Name: "a", Style: "spaceDelimited"}
	if text, err := gen.Styled(spaced, []string{"a b", "c"}); err == nil {
		t.Errorf("sent as %q", text)
	}
	if text, err := gen.Styled(spaced, []string{"a|b", "c"}); err != nil || text != "a=a%7Cb%20c" {
		t.Errorf("%q, %v", text, err)
	}
}

// TestSpread: the members of an object are parameters of their own, and lists among them come several
// times; what holds more than scalars has no text but JSON, and other places have no such form.
func TestSpread(t *testing.T) {
	lists := map[string][]string{"b": {"x&y", "z"}, "a b": {"1"}, "none": {}}
	for _, c := range []struct {
		style gen.Style
		value any
		want  string
	}{
		{gen.Style{In: "query", Name: "p", Style: "form", Explode: true}, lists, "a+b=1&b=x%26y&b=z"},
		{gen.Style{In: "query", Name: "p", Style: "form", Explode: true, AllowReserved: true}, map[string]any{"a": []string{"/", "&"}, "n": nil}, "a=/&a=%26"},
		{gen.Style{In: "query", Name: "p", Style: "form", Explode: true}, map[string]any{}, ""},
		{gen.Style{In: "query", Name: "p", Style: "form", Explode: true}, map[string]any{"a": []any{[]int{1}}}, "p=%7B%22a%22%3A%5B%5B1%5D%5D%7D"},
		{gen.Style{In: "query", Name: "p", Style: "form", Explode: true}, map[string]any{"a": []any{nil}}, "p=%7B%22a%22%3A%5Bnull%5D%7D"},
		{gen.Style{In: "query", Name: "p", Style: "form"}, map[string]any{"a": []int{1}}, "p=%7B%22a%22%3A%5B1%5D%7D"},
		{gen.Style{In: "header", Name: "p", Style: "simple", Explode: true}, map[string]any{"a": []int{1}}, `{"a":[1]}`},
	} {
		if got, err := gen.Styled(c.style, c.value); err != nil || got != c.want {
			t.Errorf("%v: %s, %v; want %s", c.value, got, err, c.want)
		}
	}
}
