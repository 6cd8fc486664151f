package dialect

import (
	"strings"
	"testing"
)

func TestName(t *testing.T) {
	for in, want := range map[string]NameKind{
		"-": NameSelf, "[Array element]": NameSelf, "[items]": NameSelf, "[Array]": NameSelf, "[ array of objects ]": NameSelf,
		"[]": NameSelf, "[name]": NamePlain, "[Array of boxes]": NamePlain, "array": NamePlain, "User-defined key": NameAny, "key_val": NameAny,
		"<operator>": NameAny, "<a> or <b>": NamePlain, "<": NamePlain, "<>": NamePlain,
		"key": NamePlain, "items": NamePlain, "name": NamePlain, "": NamePlain,
	} {
		if got := Name(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestTrimIntro(t *testing.T) {
	for in, want := range map[string]string{
		"describes the request parameters.": "request parameters",
		"lists the parameters":              "parameters",
		"Path Parameters":                   "Path Parameters",
		"describes":                         "",
	} {
		if got := TrimIntro(Plain(in)).Words; got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestTwoNames(t *testing.T) {
	for in, want := range map[string]string{
		"size/page_size": "size page_size", "name or id": "name id", "name or  id2": "name id2",
		"size": "", "size/size": "", "a/b/c": "", "example.com/lid": "", "lid-a/lid": "", "2/lid": "", "vault id or name": "", "/lid": "", "lid/": "",
	} {
		first, second, ok := TwoNames(in)
		if got := strings.TrimSpace(first + " " + second); ok && got != want || ok != (want != "") {
			t.Errorf("%q: %q, %t, want %q", in, got, ok, want)
		}
	}
}
