package openapi_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/openapi"
)

// TestTexts writes texts at the edges of what may stand bare, and reads them again.
func TestTexts(t *testing.T) {
	for text, want := range map[string]string{
		"\u007f": `"\x7F"`, "\u0080": `"\x80"`, "\u009f": `"\x9F"`, "\u00a0": "\u00a0", "\u00ff": "\u00ff", "\u0100": "\u0100",
		"\ufeff": `"\uFEFF"`, "\ufffd": "\ufffd", "\uffff": `"\uFFFF"`, "\U00010000": `"\U00010000"`, "\u2027": "\u2027", "\u2028": `"\L"`, "\u2029": `"\P"`, "\u202a": "\u202a",
		"~": `"~"`, "~a": "~a", "a~": "a~", "a\tb": `"a\tb"`, "a\t#b": `"a\t#b"`, "a #b": `'a #b'`, "a#b": "a#b", "a:": `'a:'`, "a: b": `'a: b'`, "a:b": "a:b", "a:\tb": `"a:\tb"`,
		"0": `"0"`, "9": `"9"`, "/": "/", ":a": ":a", ";": ";", "0a": "0a", "9a": "9a", "0x1F": `"0x1F"`, "1_000": `"1_000"`,
		"null": `"null"`, "nulls": "nulls", "false": `"false"`, "falsey": "falsey", "<<": `"<<"`, "yes": `"yes"`, "yesno": "yesno", "Off": `"Off"`,
		"2020-02-09": `"2020-02-09"`, "2020-02-9x": "2020-02-9x", "2020-12-31\t1": `"2020-12-31\t1"`, "12020-02-05": "12020-02-05", "1999-09-19": `"1999-09-19"`,
		"- a": `'- a'`, "-a": "-a", "-": `'-'`, "-\t": `"-\t"`, "? a": `'? a'`, "?a": "?a", "---": `'---'`, "...": `'...'`, "a ": `'a '`, " a": `' a'`, "it's": "it's", "'a'": `'''a'''`,
	} {
		doc, err := json.Marshal(map[string]any{"x": text})
		if err != nil {
			t.Fatal(err)
		}
		out, err := openapi.YAMLOf(doc)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSuffix(strings.TrimPrefix(string(out), "x: "), "\n"); got != want {
			t.Errorf("%q is written as %s, not %s", text, got, want)
		}
		var back map[string]any
		if err := yaml.Unmarshal(out, &back); err != nil || back["x"] != text {
			t.Errorf("%q comes back as %q, %v", text, back["x"], err)
		}
	}
}

// TestJSON writes values of each kind, empty and not, as JSON and as YAML.
func TestJSON(t *testing.T) {
	for _, c := range []struct{ in, json, yaml string }{
		{`{"b":1,"a":[]}`, "{\n  \"a\": [],\n  \"b\": 1\n}\n", "a: []\nb: 1\n"},
		{`[1,[2],{"a":{}}]`, "[\n  1,\n  [\n    2\n  ],\n  {\n    \"a\": {}\n  }\n]\n", "- 1\n- - 2\n- a: {}\n"},
		{`"<a> & \"b\" \\ \u00e9"`, "\"<a> & \\\"b\\\" \\\\ é\"\n", "<a> & \"b\" \\ é\n"},
		{"5", "5\n", "5\n"},
		{" -1.50e3 ", "-1.50e3\n", "-1.50e+3\n"},
		{"null", "null\n", "null\n"},
		{`{"a" : 1}`, "{\n  \"a\": 1\n}\n", "a: 1\n"},
		{"true", "true\n", "true\n"},
		{`[true,null,"a"]`, "[\n  true,\n  null,\n  \"a\"\n]\n", "- true\n- null\n- a\n"},
		{`""`, "\"\"\n", "\"\"\n"},
		{"{}", "{}\n", "{}\n"},
	} {
		for form, f := range map[string]func([]byte) ([]byte, error){c.json: openapi.JSONOf, c.yaml: openapi.YAMLOf} {
			out, err := f([]byte(c.in))
			if err != nil || string(out) != form {
				t.Errorf("%s is written as %q, not %q (%v)", c.in, out, form, err)
			}
		}
	}
}

// TestRefuses hands over what is not a document.
func TestRefuses(t *testing.T) {
	for _, text := range []string{"", "{", `{"a"}`, "[1 2]", "'a'", "nul"} {
		if out, err := openapi.YAMLOf([]byte(text)); err == nil || out != nil || !strings.HasPrefix(err.Error(), "openapi: ") {
			t.Errorf("%q as YAML: %q, %v", text, out, err)
		}
		if out, err := openapi.JSONOf([]byte(text)); err == nil || out != nil || !strings.HasPrefix(err.Error(), "openapi: ") {
			t.Errorf("%q as JSON: %q, %v", text, out, err)
		}
	}
	for what, value := range map[string]any{"a function": func() {}, "a list of them": []any{1, func() {}}, "torn JSON": json.RawMessage("{")} {
		doc := &openapi.Document{T: &openapi3.T{OpenAPI: "3.0.3", Extensions: map[string]any{"x-a": "fine", "x-b": value, "x-c": 1}}}
		if out, err := openapi.YAML(doc); err == nil || out != nil {
			t.Errorf("%s as YAML: %q", what, out)
		}
		if out, err := openapi.JSON(doc); err == nil || out != nil {
			t.Errorf("%s as JSON: %q", what, out)
		}
	}
}
