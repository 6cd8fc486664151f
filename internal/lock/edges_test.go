package lock

import (
	"slices"
	"strings"
	"testing"
)

// The tests of this file ask small functions for texts at the edges of what they tell apart.

func TestIsName(t *testing.T) {
	for name, want := range map[string]bool{
		"Jar": true, "jar2": true, "Jar_2": true, strings.Repeat("J", maxName): true,
		"": false, "_Jar": false, "2Jar": false, "Jar Lid": false, "Jar-Lid": false, "Jör": false, "type": false, strings.Repeat("J", maxName+1): false,
	} {
		if isName(name) != want {
			t.Errorf("%.20q is a name: %t", name, !want)
		}
	}
}

// TestScalar: a text stands without quotes where every reader of YAML takes it for a text.
func TestScalar(t *testing.T) {
	for text, quoted := range map[string]bool{
		"a": false, "z": false, "A": false, "Z": false, "/v1/jars": false, "Jar 2": false, "a0": false, "a9": false, "a-b.c*d+e=f~g@h$i(j)": false, "Yes, it": true,
		"": true, "0a": true, "9": true, "-a": true, "*a": true, "a ": true, " a": true, "null": true, "True": true, "NO": true, "a:": true, "a#b": true, "ä": true, "a\n": true, "{a}": true,
	} {
		if got := inside(text); (got != text) != quoted {
			t.Errorf("%q is written %s", text, got)
		}
	}
}

func TestByPath(t *testing.T) {
	lines := []string{"PUT /v1/jars", "GET /v1/lids", "GET /v1/jars", "DELETE /v1/jars"}
	slices.SortFunc(lines, byPath)
	if got, want := strings.Join(lines, ", "), "DELETE /v1/jars, GET /v1/jars, PUT /v1/jars, GET /v1/lids"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if byPath("ash", "oak") >= 0 || byPath("oak", "ash") <= 0 || byPath("oak", "oak") != 0 {
		t.Error("texts without a path are not in their own order")
	}
}

func TestChangeAsText(t *testing.T) {
	for _, c := range []struct {
		change Change
		want   string
	}{
		{Change{Kind: "operation", Name: "ShowJar", Why: "its page is gone"}, "operation ShowJar is gone: its page is gone"},
		{Change{Kind: "schema", Name: "Jar", Now: "Tub", Why: "its page says so"}, "schema Jar is now Tub: its page says so"},
	} {
		if got := c.change.String(); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}
