package payload

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ name, in, want, repair string }{
		{"plain", `{"a" : [1, -2.5e3, true, null, "x\n\u00e9"]}`, `{"a":[1,-2.5e3,true,null,"x\né"]}`, ""},
		{"surrogates", `"\ud83d\ude00"`, `"😀"`, ""},
		{"missing comma between members", "{\"a\":1\n\"b\":2}", `{"a":1,"b":2}`, "a comma is missing"},
		{"missing comma between objects", "[{} {}]", `[{},{}]`, "a comma is missing"},
		{"trailing comma", `{"a":[1,],}`, `{"a":[1]}`, "a comma stands before the closing bracket"},
		{"comment", "{\"a\": 1 // one\n}", `{"a":1}`, "a comment stands in the payload"},
		{"inner quotes", "{\"a\": \"{\"by\": \"me\"}\"\n}", `{"a":"{\"by\": \"me\"}"}`, "a quote inside a string is not escaped"},
		{"smart quotes", `{“a”: “b”}`, `{"a":"b"}`, `a string has other quotes than "`},
		{"raw newline", "{\"a\": \"b\n   c\"}", `{"a":"b c"}`, "a string is broken over two lines"},
		{"raw newlines", "{\"a\": \"b\n   c\n d\\n\nend\", \"e\": 1}", `{"a":"b c d\n end","e":1}`, "a string is broken over 4 lines"},
		{"dots", "[{\"a\":1},\n ...\n]", `[{"a":1}]`, `"..." stands for something left out`},
		{"python", "{\"a\": True, \"b\": None}", `{"a":true,"b":null}`, "True is not how JSON spells it"},
		{"placeholder", "{\"a\": xxxx}", `{"a":"xxxx"}`, "a string has no quotes"},
		{"number-like word", `{"a": 4f3, "b": 01}`, `{"a":"4f3","b":"01"}`, "a string has no quotes"},
		{"name without its opening quote", `{total": 1}`, `{"total":1}`, "a name lacks its opening quote"},
		{"last of two members counts", `{"a":1,"a":2}`, `{"a":2}`, "a name comes twice"},
		{"white space in a name", `{"a ":1}`, `{"a":1}`, "a name has white space at its end"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, repairs, err := Parse(c.in)
			if err != nil {
				t.Fatal(err)
			}
			if got := v.JSON(); got != c.want || !json.Valid([]byte(got)) {
				t.Errorf("got %s, want %s", got, c.want)
			}
			var told []string
			for _, m := range repairs {
				told = append(told, m.What)
			}
			if c.repair == "" && len(told) > 0 || c.repair != "" && !strings.Contains(strings.Join(told, "; "), c.repair) {
				t.Errorf("repairs %q, want %q", told, c.repair)
			}
		})
	}
}

// A printed key of forty lines is one mistake of its page, not forty.
func TestParseTellsABrokenStringOnce(t *testing.T) {
	_, repairs, err := Parse("{\"key\": \"-----BEGIN\nAAAA\nBBBB\n-----END\",\n \"id\": \"x\ny\"}")
	want := []Repair{{19, "a string is broken over 4 lines"}, {50, "a string is broken over two lines"}}
	if err != nil || !slices.Equal(repairs, want) {
		t.Errorf("got %v, %v, want %v", repairs, err, want)
	}
}

func TestParseTorn(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a bracket is missing at the end", `{"items": [{"a": 1}, {"b": [2]}`, `{"items":[{"a":1},{"b":[2]}]}`},
		{"the wrong bracket", `{"id": 1, "items": [{"a": 1}}, "z": 2}`, `{"id":1,"items":[{"a":1}]}`},
		{"an object for a list", `{"id": 1, "items": {"a": 1}, {"a": 2}]}`, `{"id":1}`},
		{"the wrong opening bracket", `{"a": 1, "items": {{"b": 1}]}`, `{"a":1}`},
		{"a list that is not closed", `{"items": [{"a": 1}, "format": "x"}`, `{"items":[{"a":1}]}`},
		{"no value after a name", `{"a": 1, "b": }`, `{"a":1}`},
		{"a string without end", "{\"a\": [1, \"x\n}", `{"a":[1]}`},
		{"a name without a colon", `[{"a": 1, "b" 2}]`, `[{"a":1}]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, _, err := Parse(c.in); err == nil {
				t.Fatal("the payload is whole")
			}
			v := ParseTorn(c.in)
			if v == nil {
				t.Fatal("nothing was read")
			}
			if got := v.JSON(); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
	for _, in := range []string{``, `{`, `[`, `{"a": `, `"x`, `{"a": [{`, strings.Repeat("[", 5000)} {
		if v := ParseTorn(in); v != nil {
			t.Errorf("%.10q: got %s, want none", in, v.JSON())
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ in, msg string }{
		{`{"a": 1`, "a closing } is missing"},
		{`[1, 2`, "a closing ] is missing"},
		{`{"a" 1}`, `a colon is missing after the name "a"`},
		{`{"a": }`, "a value should stand here"},
		{`{"a": 1} x`, "text follows the value"},
		{"[{\"a\": 1},\n\"b\" : \"c\"\n]", "neither a comma nor ]"},
		{`{"a": "b`, "a string has no closing quote"},
		{``, "the payload ends where a value should stand"},
		{strings.Repeat("[", 5000), "nested deeper"},
	} {
		_, _, err := Parse(c.in)
		if err == nil || !strings.Contains(err.Error(), c.msg) {
			t.Errorf("%.20q: got %v, want %q", c.in, err, c.msg)
		}
	}
}

func TestOffsets(t *testing.T) {
	v, _, err := Parse(`{"a": {"b": null}}`)
	if err != nil {
		t.Fatal(err)
	}
	if got := v.Member("a").Member("b").Off; got != 12 {
		t.Errorf("null stands at %d, want 12", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`{"a":[1,"b",null,true]}`, "{\"a\": \"{\"by\": \"me\"}\"\n}", "[{} ...]", `{“a”: 'b'}`, "\"\\u12"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, repairs, err := Parse(s)
		if err != nil {
			return
		}
		out := v.JSON()
		if !json.Valid([]byte(out)) {
			t.Fatalf("not JSON: %s", out)
		}
		if again, more, err := Parse(out); err != nil || len(more) > 0 || again.JSON() != out {
			t.Fatalf("%s does not read back: %v %v", out, more, err)
		}
		for _, m := range repairs {
			if json.Valid([]byte(s)) && !strings.Contains(s, "\u00a0") && !strings.HasPrefix(m.What, "a name ") {
				t.Fatalf("JSON was repaired: %q %v", s, repairs)
			}
		}
	})
}
