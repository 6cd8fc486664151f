package strictyaml

import (
	"errors"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// TestMistakes: each mistake is told in one line, with its place.
func TestMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"a: 1\nb: [1, 2\nc: 3\n": "2:1: this is not YAML: did not find expected ',' or ']'",
		"a: 1\nb: *none\n":       "2:1: this is not YAML: unknown anchor 'none' referenced",
		"a: 1\n\tb: 2\n":         "2:1: this is not YAML: found a tab character that violates indentation",
		"a: \"x\n":               "1:1: this is not YAML: found unexpected end of stream",
		"a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n": "2:1: a list has a merge conflict that nobody has resolved: keep what is right of the lines between <<<<<<< and >>>>>>>",
		"a: 1\n---\nb: 2\n":            "2:1: a list is one document; there is another one below it",
		"[a]\n":                        "1:1: it must have keys, as in {key: value}",
		"a: 1\nb: 2\na: 3\n":           "3:1: the key \"a\" is already in line 1",
		"a: 1\n? [x]\n: 2\n":           "2:3: a key must be a word",
		"a: 1\nb: [x]\n":               "2:4: a text is needed here",
		"a: ''\n":                      "1:4: a text is needed here",
		"a:\n":                         "1:3: a text is needed here",
		"a: \"x\\ny\\u202e\"\n":        "1:4: \"x\\ny\\u202e\" has characters that cannot be in a line",
		"\"a\\e\": 1\n\"a\\e\": \"2\"": "2:1: the key \"a\\x1b\" is already in line 1",
	} {
		got := read(text)
		if got == nil || got.Error() != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
		var placed *Error
		if !errors.As(got, &placed) || strings.ContainsAny(placed.Text, "\n\x1b") {
			t.Errorf("%q: %q is no *Error of one line", text, got)
		}
	}
}

func read(text string) error {
	n, err := Document([]byte(text), "a list")
	if err != nil || n == nil {
		return err
	}
	return Each(n, "it", func(_, value *yaml.Node) error {
		_, err := Text(value)
		return err
	})
}

func TestNothing(t *testing.T) {
	for _, text := range []string{"", "# words\n", "null\n", "---\n"} {
		if n, err := Document([]byte(text), "it"); n != nil || err != nil {
			t.Errorf("%q: %v, %v", text, n, err)
		}
	}
}

// TestEach visits keys in their order, follows an alias, and gives the error of visit as it is.
func TestEach(t *testing.T) {
	n, err := Document([]byte("one: &x {b: 1, a: 2}\ntwo: *x\nthree: null\n"), "it")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	err = Each(n, "it", func(key, value *yaml.Node) error {
		return Each(value, "it", func(inner, value *yaml.Node) error {
			text, err := Text(value)
			got = append(got, key.Value+"."+inner.Value+"="+text)
			return err
		})
	})
	if err != nil || strings.Join(got, " ") != "one.b=1 one.a=2 two.b=1 two.a=2" {
		t.Errorf("%v, %v", got, err)
	}
	stop := errors.New("stop")
	if err := Each(n, "it", func(_, _ *yaml.Node) error { return stop }); err != stop {
		t.Errorf("got %v, want the error of visit", err)
	}
}
