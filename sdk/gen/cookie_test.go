package gen_test

import (
	"net/http"
	"net/url"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

func TestCookieText(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "s1": "s1", "YQ==/+%20": "YQ==/+%20", "a b": "a%20b", `"a"`: "%22a%22", "a,b;c": "a%2Cb%3Bc",
		`a\b+%`: "a%5Cb%2B%25", "ü": "%C3%BC", "a\nb": "a%0Ab", "\x7f": "%7F", "\xff": "%FF",
	} {
		got := gen.CookieText(text)
		if got != want {
			t.Errorf("%q became %q, not %q", text, got, want)
		}
		if value := (&http.Cookie{Name: "c", Value: got}).String(); value != "c="+got {
			t.Errorf("net/http changes %q to %s", got, value)
		}
		for _, decode := range []func(string) (string, error){url.QueryUnescape, url.PathUnescape} {
			if back, err := decode(got); got != text && (err != nil || back != text) {
				t.Errorf("%q is read as %q: %v", got, back, err)
			}
		}
	}
}
