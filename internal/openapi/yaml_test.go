package openapi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/tests/yaml11"
)

// date is what isDate is to recognise.
var date = regexp.MustCompile(`^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t][0-9:.+\-TtZz \t]*)?$`)

// general gives a tree to package yaml, whose encoder writes any tree.
func general(n *node) *yaml.Node {
	out := &yaml.Node{Kind: yaml.ScalarNode, Value: n.text}
	switch n.kind {
	case aText:
		out.Tag = "!!str"
		if date.MatchString(n.text) {
			out.Style = yaml.DoubleQuotedStyle
		}
	case aNumber:
		out.Tag = "!!float"
		if json.Unmarshal([]byte(n.text), new(int64)) == nil {
			out.Tag = "!!int"
		}
	case aWord:
		out.Tag = "!!bool"
		if n.text == "null" {
			out.Tag = "!!null"
		}
	default:
		out.Kind, out.Tag = yaml.SequenceNode, "!!seq"
		if n.kind == anObject {
			out.Kind, out.Tag = yaml.MappingNode, "!!map"
		}
		if len(n.items) == 0 {
			out.Style = yaml.FlowStyle
		}
		for i := range n.items {
			if n.kind == anObject {
				out.Content = append(out.Content, general(&node{kind: aText, text: n.items[i].key}))
			}
			out.Content = append(out.Content, general(&n.items[i]))
		}
	}
	return out
}

// value is a tree as encoding/json has values.
func value(n *node) any {
	switch n.kind {
	case aList:
		out := []any{}
		for i := range n.items {
			out = append(out, value(&n.items[i]))
		}
		return out
	case anObject:
		out := map[string]any{}
		for i := range n.items {
			out[n.items[i].key] = value(&n.items[i])
		}
		return out
	case aText:
		return n.text
	}
	var v any
	if err := json.Unmarshal([]byte(n.text), &v); err != nil {
		panic(err)
	}
	return v
}

// back reads YAML as encoding/json has values.
func back(t testing.TB, text []byte) any {
	var v any
	if err := yaml.Unmarshal(text, &v); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	var convert func(v any) any
	convert = func(v any) any {
		switch v := v.(type) {
		case int:
			return float64(v)
		case int64:
			return float64(v)
		case uint64:
			return float64(v)
		case []any:
			for i := range v {
				v[i] = convert(v[i])
			}
		case map[string]any:
			for k := range v {
				v[k] = convert(v[k])
			}
		}
		return v
	}
	return convert(v)
}

// differs reports whether package yaml writes something in a tree so that it does not come back
// or is odd: the line ends of Unicode bare, all after a byte order mark as escapes, a block
// that starts with a tab, and whole numbers of more than 63 bits with a tag that is not theirs;
// and that it writes bare, or as JSON does, what YAML 1.1 takes for something else.
func differs(n *node) bool {
	if isOld(n.key) || n.kind == aText && isOld(n.text) || n.kind == aNumber && strings.ContainsAny(n.text, "eE") || strings.ContainsAny(n.key+n.text, "\u0085\u2028\u2029\ufeff") || strings.HasPrefix(n.key, "\t") || strings.HasPrefix(n.text, "\t") || n.kind == aNumber && tagOf(n.text) != general(n).Tag {
		return true
	}
	return slices.ContainsFunc(n.items, func(m node) bool { return differs(&m) })
}

func isOld(s string) bool { return isOldWord(s) || isOldNumber(s) }

// check fails where a tree is not what package yaml makes of it, or does not come back.
func check(t testing.TB, n *node) {
	t.Helper()
	got := n.yaml()
	if !differs(n) {
		var want bytes.Buffer
		enc := yaml.NewEncoder(&want)
		enc.SetIndent(2)
		if err := enc.Encode(general(n)); err != nil {
			t.Fatal(err)
		}
		if err := enc.Close(); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want.Bytes()) {
			t.Errorf("this and package yaml:\n%s\n%s\n%q\n%q", got, want.Bytes(), got, want.Bytes())
		}
	}
	if v := back(t, got); !reflect.DeepEqual(v, value(n)) {
		t.Errorf("%#v came back as %#v from\n%s", value(n), v, got)
	}
	if odd, err := yaml11.Differences(got); len(odd) > 0 || err != nil {
		t.Errorf("YAML 1.1 reads\n%s\nas something else: %q, %v", got, odd, err)
	}
	var v any
	if err := json.Unmarshal(n.json(), &v); err != nil || !reflect.DeepEqual(v, value(n)) {
		t.Errorf("%#v came back as %#v from JSON\n%s: %v", value(n), v, n.json(), err)
	}
}

func obj(items ...node) node { return node{kind: anObject, items: items} }

func TestQuoting(t *testing.T) {
	long := strings.Repeat("long words ", 60) + "end"
	for s, want := range map[string]string{
		"a": "a", "a b": "a b", "a:b": "a:b", "a: b": "'a: b'", "a:": "'a:'", "a #b": "'a #b'", "a#b": "a#b", "#a": "'#a'", ":": "':'", ":a": ":a",
		"": `""`, " ": "' '", " a": "' a'", "a ": "'a '", "it's": "it's", "'": "''''", `"`: `'"'`, `\`: `\`, "-": "'-'", "- a": "'- a'", "-a": "-a", "--- a": "'--- a'", "...": "'...'",
		"?": "'?'", "? a": "'? a'", "?a": "?a", "[a]": "'[a]'", "a[1]": "a[1]", "{a}": "'{a}'", "/v1/{a}": "/v1/{a}", "*": "'*'", "&a": "'&a'", "!a": "'!a'", "|": "'|'", ">": "'>'", "%": "'%'", "@a": "'@a'", "`": "'`'", ",": "','",
		"true": `"true"`, "False": `"False"`, "null": `"null"`, "~": `"~"`, "Null": `"Null"`, "nulls": "nulls", "truely": "truely", "<<": `"<<"`,
		// Booleans of YAML 1.1 are none of 1.2, but many readers are of 1.1.
		"yes": `"yes"`, "no": `"no"`, "on": `"on"`, "off": `"off"`, "y": `"y"`, "N": `"N"`, "yes!": "yes!",
		"0": `"0"`, "-1": `"-1"`, "+1": `"+1"`, "007": `"007"`, "1_000": `"1_000"`, "0x1F": `"0x1F"`, "0o7": `"0o7"`, "0b1": `"0b1"`, "1.5": `"1.5"`, ".5": `".5"`, "1e3": `"1e3"`, "1E400": `"1E400"`, "5.": `"5."`, "-.inf": `"-.inf"`, "+.inf": `"+.inf"`, ".inf": `".inf"`, "0e_5": `"0e_5"`, "9e_5": `"9e_5"`, "5e_": "5e_", "1:.": "1:.", "1:/": "1:/", "1/2": "1/2", "2020--01": "2020--01", "2020-01-": "2020-01-", "20201-1": "20201-1", "202001": `"202001"`, "2020-011": "2020-011", "0x1": `"0x1"`, "0X1": `"0X1"`, "1e+_": "1e+_", ".NaN": `".NaN"`, ".": `"."`, "1.2.3": "1.2.3", "1a": "1a", "+": "+",
		"=": `"="`, "==": "==",
		// Nor are numbers in base 60, with underscores, or in base 8 without an o.
		"12:30": `"12:30"`, "16:00": `"16:00"`, "15:59": `"15:59"`, "22:00:00": `"22:00:00"`, "08:00": `"08:00"`, "0000:02:01.0": `"0000:02:01.0"`, "16:00-17:00": "16:00-17:00", "16:000": "16:000", "a:16:00": "a:16:00", "fe:01": "fe:01", "0:": "'0:'",
		"0:0": `"0:0"`, "9:9": `"9:9"`, ":1": ":1", "1:a": "1:a", "1:2a": "1:2a", "1:2:": "'1:2:'", "/1": "/1", "9": `"9"`, "1e-5": `"1e-5"`, "1e+5": `"1e+5"`, "1e5a": "1e5a", "1ea": "1ea", "a1": "a1", "1x1": "1x1", "2019-09-19": `"2019-09-19"`, "9999-9-9": `"9999-9-9"`, "0b": "0b", "0o": "0o",
		"010": `"010"`, "08": `"08"`, "0b_1": `"0b_1"`, "0x_f": `"0x_f"`, "0xg": "0xg", "0b12": "0b12", "0o8": "0o8", "0x": "0x", "1_0.5_": `"1_0.5_"`, "._5": `"._5"`, "1.e5": `"1.e5"`, "1e": "1e", "1e+": "1e+", "+.e1": `"+.e1"`, "2020-02-05": `"2020-02-05"`, "2020-2-5": `"2020-2-5"`, "2020-02-05 10:38": `"2020-02-05 10:38"`, "2020-02-05T10:38:34.2Z": `"2020-02-05T10:38:34.2Z"`, "2020-02-05t1+01:00": `"2020-02-05t1+01:00"`, "2020-02-05 or so": "2020-02-05 or so", "2020-02": "2020-02", "2020-02-05x": "2020-02-05x",
		"a\n": "|\n  a", "a\nb": "|-\n  a\n  b", "a\n\nb\n": "|\n  a\n\n  b", "a\n\n": "|+\n  a\n", " a\nb": "|2-\n   a\n  b", "\na": "|2-\n\n  a", "\n": "|2+\n", "a\n b": "|-\n  a\n   b", "a \nb": `"a \nb"`, "a\nb ": `"a\nb "`, "a\n#b": "|-\n  a\n  #b", "a\n\tb": "|-\n  a\n  \tb", "\ta\nb": `"\ta\nb"`, "---\na": "|-\n  ---\n  a", "2020-02-05\n": "|\n  2020-02-05",
		"a\tb": `"a\tb"`, "a\r\nb": `"a\r\nb"`, "\x00": `"\0"`, "\x07\x1b\x01": `"\a\e\x01"`, "\x7f": `"\x7F"`, "\u0085": `"\N"`, "\u2028\u2029": `"\L\P"`, "\ufeff": `"\uFEFF"`, "\ufffe": `"\uFFFE"`, "\U0001f600": `"\U0001F600"`,
		"ä€": "ä€", "\u00a0a": "\u00a0a", "“a”": "“a”", long: long, "a: " + long: "'a: " + long + "'",
	} {
		n := obj(node{kind: aText, key: "k", text: s})
		if got := strings.TrimSuffix(string(n.yaml()), "\n"); got != "k: "+want {
			t.Errorf("%q is %s, want %s", s, strings.TrimPrefix(got, "k: "), want)
		}
		check(t, &n)
		inner := node{kind: aList, key: s, items: []node{{kind: aText, text: s}, {kind: aList, items: []node{{kind: aText, text: s}}}}}
		object := obj(inner, node{kind: aText, key: s + "2", text: s})
		object.key = "k"
		n = obj(inner, object, node{kind: aWord, key: s + "3", text: "null"})
		check(t, &n)
		if isDate(s) != date.MatchString(s) {
			t.Errorf("%q is a date: %v", s, isDate(s))
		}
	}
}

func TestNumbersAndKeys(t *testing.T) {
	for _, s := range []string{"0", "-0", "1", "-1.5", "1e5", "1E-5", "1.5e5", "2.5E+10", "-3e+2", "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616", "100000000000000000000000"} {
		n := obj(node{kind: aNumber, key: "k", text: s})
		check(t, &n)
	}
	for _, size := range []int{127, 128, 129, 300} {
		key := strings.Repeat("k", size)
		n := obj(node{kind: aWord, key: key, text: "true"}, node{kind: aList, key: "x" + key, items: []node{{kind: aWord, text: "true"}, obj(node{kind: anObject, key: key})}},
			node{kind: anObject, key: "y" + key, items: []node{{kind: aText, key: key, text: "a\nb"}, {kind: aText, key: "z", text: "a\nb"}}}, node{kind: aList, key: "z" + key})
		check(t, &n)
	}
}

// TestTrees tries random trees.
func TestTrees(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	parts := []string{"a", "b c", " ", "\n", "\t", ":", "#", "-", "'", `"`, `\`, "1", "2020-02-05", "true", "~", "ä", "\u00a0", "\x01", "\U0001f600", "{", "]", "?", "|", ".", "e", "0x", "+", "_", "12", ":30", "=", "<", "no", "1e5", "\u2028", "\r"}
	text := func() string {
		var s string
		for range r.IntN(6) {
			s += parts[r.IntN(len(parts))]
		}
		return s
	}
	var tree func(depth int) node
	tree = func(depth int) node {
		switch k := r.IntN(8); {
		case k < 3 || depth > 4:
			return node{kind: aText, text: text()}
		case k == 3:
			return node{kind: aNumber, text: fmt.Sprint(r.IntN(2000) - 1000)}
		case k == 4:
			return node{kind: aWord, text: []string{"true", "false", "null"}[r.IntN(3)]}
		default:
			n := node{kind: aList}
			if k > 5 {
				n.kind = anObject
			}
			for i := range r.IntN(4) {
				m := tree(depth + 1)
				if n.kind == anObject {
					m.key = text() + string(rune('A'+i)) // no key twice
				}
				n.items = append(n.items, m)
			}
			return n
		}
	}
	for range 5000 {
		a, b := tree(0), tree(0)
		a.key, b.key = "a", text()+"b"
		n := obj(a, b)
		check(t, &n)
		if t.Failed() {
			return
		}
	}
}

// FuzzYAML: what is read as JSON is written as package yaml does, and comes back.
func FuzzYAML(f *testing.F) {
	for _, s := range []string{`{"a": [1, -2.5e3, true, null, {"b": "c\n"}, [], {}, [["\u0041\ud83d\ude00"]]]}`, `{"2020-02-05": {"on": "1"}, "": "\u2028"}`, "{\"a\":\"\xff\xfe\"}", `{`, `{"a": 1,}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := parse([]byte(s))
		if (err == nil) != json.Valid([]byte(s)) {
			t.Fatalf("%q: %v", s, err)
		}
		if n.kind != anObject || twice(&n) {
			return
		}
		var want any
		if err := json.Unmarshal([]byte(s), &want); err != nil {
			return // a number that no float holds
		}
		if got := value(&n); !reflect.DeepEqual(got, want) {
			t.Fatalf("%q was read as %#v, want %#v", s, got, want)
		}
		check(t, &n)
	})
}

// twice reports whether an object has two members of one name, which no YAML may have.
func twice(n *node) bool {
	seen := map[string]bool{}
	for i := range n.items {
		if n.kind == anObject && seen[n.items[i].key] || twice(&n.items[i]) {
			return true
		}
		seen[n.items[i].key] = true
	}
	return false
}
