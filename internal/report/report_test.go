package report

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/rst2openapi/rst2openapi/internal/change"
)

func breaks(subject, text string) change.Change {
	return change.Change{
		Level: change.Breaking, Subject: subject, Text: text,
		Effects: []change.Effect{{For: change.Callers, Level: change.Breaking, Rule: "request-property-removed", Operations: []string{"ShowLamp"}}},
		New:     &change.Place{Page: "lamp.rst", Line: 3},
	}
}

// TestMarkdownFits: a report of any size fits a pull request, says how much is left out, and closes
// what it opens.
func TestMarkdownFits(t *testing.T) {
	for _, n := range []int{1, 30, 300, 3000} {
		r := &change.Report{Set: "lamps"}
		for i := range n {
			r.Changes = append(r.Changes, breaks(fmt.Sprintf("Lamp.field%d", i), "gone"))
		}
		for range 3 {
			r.Changes = append(r.Changes, change.Change{Subject: "ListLamps", Text: strings.Repeat("long ", 4000)})
		}
		text, err := (&All{Sets: []*change.Report{r, r}}).Encode("markdown")
		if err != nil {
			t.Fatal(err)
		}
		got := string(text)
		if size := len([]rune(got)); size > MaxMarkdown {
			t.Errorf("%d changes: %d characters, at most %d fit", n, size, MaxMarkdown)
		}
		if strings.Count(got, "<details>") != strings.Count(got, "</details>") {
			t.Errorf("%d changes: %d details are opened and %d closed", n, strings.Count(got, "<details>"), strings.Count(got, "</details>"))
		}
		shown := strings.Count(got, "Lamp.field") + strings.Count(got, "`ListLamps`")
		var lost int
		if _, rest, ok := strings.Cut(got, "Left out for lack of room: "); ok {
			fmt.Sscanf(rest, "%d", &lost)
		}
		if shown+lost != 2*(n+3) {
			t.Errorf("%d changes: %d are shown and %d left out, of %d", n, shown, lost, 2*(n+3))
		}
		if !strings.Contains(got, "Lamp.field0") {
			t.Errorf("%d changes: the first is not shown", n)
		}
	}
}

// TestMarkdownHeadings: a set whose heading has no room has none of its lines below that of another.
func TestMarkdownHeadings(t *testing.T) {
	stands := &change.Report{Set: strings.Repeat("stands", 30), Changes: []change.Change{breaks("Stand.height", "gone")}}
	shown, lost := 0, 0
	for room := 100; room < 1000; room += 20 {
		lamps := &change.Report{Set: "lamps", Changes: []change.Change{breaks("Lamp.name", strings.Repeat("x", MaxMarkdown-reserve-room))}}
		text, err := (&All{Sets: []*change.Report{lamps, stands}}).Encode("markdown")
		if err != nil {
			t.Fatal(err)
		}
		got := string(text)
		switch headed := strings.Contains(got, "### stands"); {
		case !headed && strings.Contains(got, "Stand.height"):
			t.Fatalf("with room for %d characters, Stand.height stands below the heading of lamps", room)
		case headed:
			shown++
		case strings.Contains(got, "Left out for lack of room: 1 lines"):
			lost++
		default:
			t.Errorf("with room for %d characters, Stand.height is neither shown nor counted", room)
		}
	}
	if shown == 0 || lost == 0 {
		t.Errorf("stands is shown %d times and left out %d times, want both", shown, lost)
	}
}

// TestUntrusted: texts of documents and pages neither command a terminal nor become markup.
func TestUntrusted(t *testing.T) {
	const evil = "a\x1b[31m\nb `x` <img src=x onerror=y> [go](http://example.com) ![i](j) | **b** @someone #12 \u202e www.example.com &amp; ~~z~~ $m$"
	r := &change.Report{
		Set: evil, Moved: []change.Change{breaks(evil, evil)}, Examples: []change.Example{{Operation: evil, Name: evil, Why: evil}},
		History: []change.Entry{{Date: evil, Text: evil, At: change.Place{Page: evil, Line: 1}}},
		Go:      []change.Change{change.OfGo(evil, evil, true), {Text: "- item"}, {Text: "1. item"}, {Text: "+ item"}},
	}
	all := &All{Sets: []*change.Report{r}, Added: []string{evil}, Removed: []string{evil}}
	for _, format := range []string{"text", "markdown"} {
		text, err := all.Encode(format)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range string(text) {
			if unicode.IsControl(c) && c != '\n' || c == '\u202e' {
				t.Errorf("%s has %q", format, c)
			}
		}
		if format == "text" {
			continue
		}
		for line := range strings.Lines(string(text)) {
			line = outsideCode(line)
			for _, bad := range []string{"<img", "[go]", "**b**", "@someone", "#12", "www.", "~~z", "&amp;", "http:", "- - item", "- 1. item", "- + item"} {
				if i := strings.Index(line, bad); i >= 0 && (i == 0 || line[i-1] != '\\') {
					t.Errorf("%q is markup in %q", bad, line)
				}
			}
		}
	}
}

// outsideCode is a line without its code.
func outsideCode(line string) string {
	for {
		i := strings.Index(line, "`")
		if i < 0 || i > 0 && line[i-1] == '\\' {
			return line
		}
		n := len(line[i:]) - len(strings.TrimLeft(line[i:], "`"))
		end := strings.Index(line[i+n:], line[i:i+n])
		if end < 0 {
			return line
		}
		line = line[:i] + line[i+n+end+n:]
	}
}

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		"plain text 1.5":  "plain text 1.5",
		"maxLength 1 → 2": "maxLength 1 → 2",
		"a_b":             `a\_b`,
		"- x":             `\- x`,
		"12) x":           `12\) x`,
		"a - 1. b":        "a - 1. b",
	} {
		if got := escape(text); got != want {
			t.Errorf("escape(%q) = %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"a": "`a`", "a`b": "`` a`b ``", "": "", "``": "``` `` ```"} {
		if got := code(text); got != want {
			t.Errorf("code(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestAllow(t *testing.T) {
	const file = `allow:
  - rule: request-property-removed
    subject: Lamp.*
    reason: the service ignored it
  - rule: request-property-removed
    subject: Stand.height
    reason: nobody sent it
    set: other
`
	a, err := ReadAllowances("allow.yaml", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	other := breaks("Lamp.size", "new, mandatory")
	other.Effects = append(other.Effects, change.Effect{For: change.Readers, Level: change.Breaking, Rule: "response-optional-property-removed"})
	r := &change.Report{Set: "lamps", Changes: []change.Change{breaks("Lamp.name", "gone"), breaks("Stand.height", "gone"), other}}
	a.Apply([]*change.Report{r})
	if got := []string{r.Changes[0].Allowed, r.Changes[1].Allowed, r.Changes[2].Allowed}; got[0] != "the service ignored it" || got[1] != "" || got[2] != "" {
		t.Errorf("allowed: %q; only the first is: the second is of another set, the third breaks readers too", got)
	}
	if !(&All{Sets: []*change.Report{r}}).Breaks() {
		t.Error("what is not allowed must break")
	}
	if got := a.Unused(); len(got) != 1 || !strings.HasPrefix(got[0], "allow.yaml:5: ") {
		t.Errorf("unused: %q, want the entry of line 5", got)
	}
	r.Changes = r.Changes[:1]
	if (&All{Sets: []*change.Report{r}}).Breaks() {
		t.Error("what is allowed must not break")
	}
}

func TestWrongAllow(t *testing.T) {
	for text, want := range map[string]string{
		"allow:\n  - rule: a\n    subject: b":                             "allow.yaml:2:5: an entry needs a reason",
		"allow:\n  - {rule: a, subject: b, reason: ~}":                    "allow.yaml:2:5: an entry needs a reason",
		"allow:\n  - subject: b\n    reason: c":                           "allow.yaml:2:5: an entry needs a rule and a subject",
		"allow:\n  - rule: a\n    subject: \"[\"\n    reason: c":          "is not a pattern",
		"allow:\n  - rule: a\n    subject: b\n    reason: c\n    more: d": `allow.yaml:5:5: an entry has no key "more": it has set, rule, subject and reason`,
		"- rule: a":        "allow.yaml:1:1: a file of accepted changes must have keys, as in {key: value}",
		"alow: []":         "allow.yaml:1:1: there is no key \"alow\" here: accepted changes are a list under allow",
		"allow: {rule: a}": "allow.yaml:1:8: accepted changes are a list of entries, each with a rule, a subject and a reason",
		"allow: [a]":       "allow.yaml:1:9: an entry must have keys",
		"allow:\n  - rule: [a]\n    subject: b\n    reason: c": "allow.yaml:2:11: a text is needed here",
		"allow:\n  - rule: a\n    rule: b":                     "allow.yaml:3:5: the key \"rule\" is already in line 2",
		"a: [":                                                 "allow.yaml:1:1: this is not YAML",
	} {
		if _, err := ReadAllowances("allow.yaml", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	if _, err := ReadAllowances("allow.yaml", nil); err != nil {
		t.Errorf("an empty file: %v", err)
	}
}

// TestJSON: lists are lists even where they are empty, and levels are words.
func TestJSON(t *testing.T) {
	r := &change.Report{Set: "lamps", Changes: []change.Change{breaks("Lamp.name", "gone")}}
	text, err := (&All{Sets: []*change.Report{r}}).Encode("json")
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Breaks    bool
		SetsAdded []string
		Sets      []struct {
			Breaking int
			Moved    []any
			Changes  []struct{ Level string }
		}
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if !got.Breaks || got.SetsAdded == nil || got.Sets[0].Moved == nil || got.Sets[0].Breaking != 1 || got.Sets[0].Changes[0].Level != "breaking" {
		t.Errorf("%s", text)
	}
	if _, err := (&All{}).Encode("xml"); err == nil {
		t.Error("a format that does not exist must fail")
	}
}
