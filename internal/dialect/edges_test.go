package dialect

import (
	"slices"
	"strings"
	"testing"
)

// The tests of this file ask small functions for texts at the edges of what they tell apart.

func TestCaptionWordEdges(t *testing.T) {
	for _, c := range []struct {
		text Text
		want string
	}{
		{Text{Words: "lid field", Marks: []Mark{{0, 3}}}, "[lid] field"},
		{Text{Words: "lid: field", Marks: []Mark{{0, 3}}}, "[lid] field"},
		{Text{Words: "lid.rim", Marks: []Mark{{0, 3}}}, "[lid] rim"},
		{Text{Words: "lid rim", Marks: []Mark{{0, 3}, {2, 7}}}, "[lid] rim"},
		{Text{Words: "lid rim", Marks: []Mark{{4, 7}, {0, 3}}}, "lid [rim]"},
		{Text{Words: "lid", Marks: []Mark{{0, 9}}}, "lid"},
		{Text{Words: "lid", Marks: []Mark{{0, 3}}}, "[lid]"},
		{Text{Words: "lid", Marks: []Mark{{2, 1}}}, "lid"},
		{Text{Words: "a lid", Marks: []Mark{{1, 1}}}, "lid"},
		{Text{Words: "lid", Marks: []Mark{{1, 1}}}, "lid"},
		{Text{Words: "- lid, the  rim."}, "lid rim"},
		{Text{Words: ": lid"}, "lid"},
		{Text{}, ""},
	} {
		var got []string
		for _, w := range CaptionWords(c.text) {
			if w.Marked {
				w.Text = "[" + w.Text + "]"
			}
			got = append(got, w.Text)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNamesOfStructures(t *testing.T) {
	marked := func(text, word string) Text {
		at := strings.Index(text, word)
		return Text{Words: text, Marks: []Mark{{at, at + len(word)}}}
	}
	for _, c := range []struct {
		caption Text
		want    string
	}{
		{marked("spec field description for creating disks", "spec"), "spec"}, {marked("for creating disks", "for"), ""}, {Plain("lid_rim"), "lid_rim"}, {Plain("LidRim (of oak)"), "LidRim"}, {Plain(" (lid)"), ""},
		{Plain("lidRim description"), "lidRim"}, {marked("for", "for"), "for"}, {Plain("fooB parameter"), "fooB"}, {marked("lid and rim", "lid"), ""}, {Plain("parameters"), ""}, {marked("parameters", "parameters"), "parameters"},
	} {
		if got := structName(c.caption); got != c.want {
			t.Errorf("%q: %q, want %q", c.caption.Words, got, c.want)
		}
	}
	for word, want := range map[string]bool{"aB": true, "zZ": true, "zA": true, "AB": false, "ABc": false, "Ab": false, "1B": false, "a_b": true, "{B": true, "a": false, "a b": false, "_B": true, "lid": false, "9": false, "a_b!": false} {
		if got := looksLikeIdentifier(word); got != want {
			t.Errorf("%q is an identifier: %t", word, got)
		}
	}
}

func TestCaseWordEdges(t *testing.T) {
	for _, c := range []struct{ captions, want []string }{
		{[]string{"Parameters for making a box using a plan", "Parameters for making a box using a copy"}, []string{"using plan", "using copy"}},
		{[]string{"Using oak", "Using pine"}, []string{"Using oak", "Using pine"}},
		{[]string{"using oak", "using pine"}, []string{"using oak", "using pine"}},
		{[]string{"Oak", "Pine"}, []string{"Oak", "Pine"}}, {[]string{"Oak", "oak"}, nil}, {[]string{"Oak", ""}, nil}, {[]string{"for", "by"}, []string{"for", "by"}},
		{[]string{"for oak", "pine"}, []string{"oak", "pine"}}, {[]string{"for", "pine"}, []string{"for", "pine"}},
		{[]string{"Parameter description (making a lid):", "Parameter description (making a rim)"}, []string{"lid", "rim"}},
		{[]string{"Oak lids (old)", "Pine lids (old)"}, []string{"Oak", "Pine"}}, {[]string{"(old)", "(young)"}, []string{"(old)", "(young)"}},
		{[]string{"one two three four five six", "seven"}, []string{"one two three four five six", "seven"}},
		{[]string{"one two three four five six seven", "eight"}, []string{"one two three four five six", "eight"}},
		{[]string{"Oak box", "Oak box lid"}, nil}, {[]string{"Oak box of lids", "Box of lids"}, nil},
	} {
		if got := CaseWords(c.captions); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.captions, got, c.want)
		}
	}
}

func TestContentEdges(t *testing.T) {
	for line, want := range map[string]bool{
		"<object Content>": true, "[12 bytes]": true, " <a data> ": true, "<>": false, "<a": false, "<content>": false, "[content]": false, "<a>": false, "": false, "<": false,
		"<a content]": false, "[a, content]": false, "<a content": false, "x a content>": false, "<a lid>": false,
	} {
		if got := IsContent(line); got != want {
			t.Errorf("%q stands for bytes: %t", line, got)
		}
	}
}

func TestFoldEdges(t *testing.T) {
	for text, want := range map[string]string{
		"  AZ\taz\r\nb ": "az az b", "**Lid**: ": "lid", "a\u00a0b": "a b", "\u00a0a": "a", "- lid": "lid", "-": "-", "-lid": "-lid", "• - lid.": "lid", "@[": "@[", "a - b": "a - b", "- ": "-", "a\u00a0\u00a0b": "a b", "voil\u00e0": "voil\u00e0", "lid\xc2": "lid\xc2", "\u00a9": "\u00a9",
	} {
		if got := fold(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestNarrowEdges(t *testing.T) {
	for text, want := range map[string]string{
		"\u00ac\u00ad\u00ae": "\u00ac\u00ae", "！～": "!~", "\uff00\uff5f": "\uff00\uff5f", "\u1fff\u2000\u200a": "\u1fff  ", "\u202f\u3000": "  ",
		"a\u200b\u200c\u200d\u200e": "a\u200e", "\ufeffa": "a", "【a、b】。": "[a,b].",
	} {
		if got := Narrow(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestWordEnd(t *testing.T) {
	for text, want := range map[string]int{"lid": 3, "/(": 0, "a/(": 1, "a//(": 3, "a/b": 3, "a::b": 4, "a:": 1, "lid-": 3, "": 0} {
		if got := wordEnd(text, 0); got != want {
			t.Errorf("%q: %d", text, got)
		}
	}
	for text, want := range map[string]string{" 400": "400", "\n33 MB ": "33", "5 lids": "", "": "", "MB": "", "0644": ""} {
		if got, ok := Number(text); got != want || ok != (want != "") {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestQuotedAt(t *testing.T) {
	for text, want := range map[string]int{"x'a' ": 0, "('a' ": 1, " 'a'b": 0, " '' ": 0, " 'a": 0} {
		if got := quotedAt(text, 1); got != want {
			t.Errorf("%q: %d", text, got)
		}
	}
}

func TestSingularEdges(t *testing.T) {
	for folded, want := range map[string]string{
		"x headers": "x header", "the headers": "header", "an url": "url", "urls of a lid": "url of lid", "lids": "lids", "header  codes": "header code", "": "", "the": "",
	} {
		if got := singular(folded); got != want {
			t.Errorf("%q: %q, want %q", folded, got, want)
		}
	}
}

func TestRepeatedEdges(t *testing.T) {
	for _, c := range []struct {
		text, element string
		want          bool
	}{
		{"It takes a maximum of 9 rules.", "Rule", true}, {"It takes a maximum of 9 rules.", "CORSRule", true}, {"It takes a maximum of 9 rules.", "rule", true}, {"At most 9 ZZones", "ZZone", false}, {"Multiple as.", "A", true},
		{"Multiple zs.", "Z", true}, {"At least one rule is needed", "Rule", true}, {"A multiple rule", "Rule", false}, {"Multiple lids. It holds old rules.", "Rule", false}, {"rules, multiple", "Rule", false}, {"", "Rule", false}, {"one or more zAps", "zAp", false}, {"one or more aps", "zAp", true},
		{"A maximum of 9 box2s", "Box2", true}, {"A maximum of 9 rule-s", "Rule-", false},
	} {
		if got := IsRepeated(c.text, c.element); got != c.want {
			t.Errorf("%q of %s: %t", c.text, c.element, got)
		}
	}
	if got := ElementNames("Lid, Rim; or ., **Box**"); !slices.Equal(got, []string{"Lid", "Rim", "Box"}) {
		t.Errorf("the names are %q", got)
	}
}

func TestContinued(t *testing.T) {
	for caption, want := range map[string]string{
		"Request parameters (continued)": "Request parameters", "Request Parameters (Continued).": "Request Parameters", "Fields of a lid - continued": "Fields of a lid", "Lids (cont.)": "Lids", "(continued)": "",
		"Request parameters.": "-", "Continued lids": "-", "Jobs that are continued": "-", "": "-",
	} {
		got, ok := Continued(Plain(caption))
		if ok != (want != "-") || ok && got.Words != want || !ok && got.Words != caption {
			t.Errorf("%q: %q, %v", caption, got.Words, ok)
		}
	}
}
