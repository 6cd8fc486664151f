package dialect

import (
	"strings"
	"testing"
)

func TestTypeAndRange(t *testing.T) {
	for cell, want := range map[string][2]string{
		"Integer, 1 to 64": {"integer", " 1 to 64"}, "String (max. 64 characters)": {"string", "max. 64 characters"},
		"String；1-64 characters": {"string", "1-64 characters"}, "Array<String>（at most 5）": {"array<string>", "at most 5"},
		"Map<String, Integer>, 1 to 9": {"map<integer>", " 1 to 9"}, "String\nup to 9 bytes": {"string", "up to 9 bytes"},
		"Jar, up to 9": {}, "Integer": {}, "Integer,": {}, "Yes, if it is new": {}, "": {}, "String )": {}, "(String": {},
		"Integer" + strings.Repeat(" ", maxTypeWords-len("Integer")-1) + ", 1": {"integer", " 1"}, "Integer" + strings.Repeat(" ", maxTypeWords-len("Integer")) + ", 1": {},
	} {
		typ, from, to, ok := TypeAndRange(cell)
		if ok != (want[0] != "") || ok && (typeString(typ) != want[0] || cell[from:to] != want[1]) {
			t.Errorf("%q: %s and %q, %v", cell, typeString(typ), cell[from:to], ok)
		}
	}
}

func TestNarrow(t *testing.T) {
	for in, want := range map[string]string{
		"Status code：２００": "Status code:200", "（ａ，ｂ）": "(a,b)", "a\u3000b\u2009c": "a b c", "a\u200bb\ufeff": "ab", "一。二、三": "一.二,三", "【a】": "[a]",
		"é – “x” \u00a0": "é – “x” \u00a0", "": "",
	} {
		if got := Narrow(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
