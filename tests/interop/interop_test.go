package interop

import (
	"os"
	"strings"
	"testing"
)

const link = "link: 'https://example.com/1'"

func TestWaivers(t *testing.T) {
	all, err := ReadWaivers([]byte(`waivers:
  - {tool: lamp, rule: glow, document: 'a*', message: bright, reason: r, ` + link + `}
  - {tool: lamp, rule: glow, document: c, reason: r, ` + link + `}
  - {tool: torch, rule: burn, reason: r, ` + link + `}
`))
	if err != nil {
		t.Fatal(err)
	}
	of := func(tool, document, rule, message string, isError bool) Complaint {
		return Complaint{Tool: tool, Document: document, Rule: rule, Message: message, Error: isError}
	}
	run, open := all.Count("lamp", "ab", []Complaint{
		of("lamp", "ab", "glow", "too bright", true), of("lamp", "ab", "glow", "too dark", true),
		of("lamp", "ab", "hum", "too bright", true), of("lamp", "ab", "hum", "x", false),
	})
	if run != (Run{"lamp", "ab", 2, 1, 1}) || len(open) != 2 || open[0].Message != "too dark" {
		t.Errorf("%+v %+v", run, open)
	}
	if all.Waived(of("lamp", "b", "glow", "too bright", true)) || all.Waived(of("torch", "ab", "glow", "too bright", true)) {
		t.Error("a waiver counts for another document or tool")
	}
	unused := func(whole bool, runs ...Run) string {
		var out []string
		for _, w := range all.Unused(runs, whole) {
			out = append(out, w.Tool+" "+w.Document)
		}
		return strings.Join(out, ", ")
	}
	lamp, torch := Run{Tool: "lamp", Document: "ab"}, Run{Tool: "torch", Document: "ab"}
	for _, c := range []struct{ got, want string }{
		{unused(false, lamp), ""},
		{unused(false, lamp, Run{Tool: "lamp", Document: "c"}), "lamp c"},
		{unused(false, torch), ""},
		{unused(true, lamp, torch), "lamp c, torch "},
		{unused(true, lamp), "lamp c"},
	} {
		if c.got != c.want {
			t.Errorf("unused: %q, want %q", c.got, c.want)
		}
	}
}

func TestBadWaivers(t *testing.T) {
	for _, text := range []string{
		"waivers: [{tool: lamp}]", "waivers: [{tool: l, rule: r, reason: x}]", "waivers: [{tool: l, rule: r, reason: x, link: 'http://a'}]",
		"waivers: [{tool: l, rule: r, reason: x, document: '[', " + link + "}]", "waivers: [{tols: l}]",
	} {
		if _, err := ReadWaivers([]byte(text)); err == nil {
			t.Errorf("%s is taken", text)
		}
	}
}

// TestWaiversOfToday reads the file that make interop uses.
func TestWaiversOfToday(t *testing.T) {
	text, err := os.ReadFile("waivers.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ReadWaivers(text); err != nil {
		t.Error(err)
	}
}

func TestTable(t *testing.T) {
	var b strings.Builder
	if err := Table(&b, []Run{{"lamp", "a", 0, 2, 0}, {"lamp", "b", 1, 0, 1}, {"torch", "a", 0, 0, 3}}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	for i, want := range []string{"tool documents accepted errors waived warnings", "lamp 2 1 1 1 2", "torch 1 0 0 3 0"} {
		if got := strings.Join(strings.Fields(lines[i]), " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	got := Summary([]Complaint{{"a", "x", "r", "m", true}, {"a", "x", "s", "n", true}, {"a", "y", "s", "o", true}})
	if len(got) != 2 || got[0] != "a: s: 2, first in x: n" {
		t.Errorf("%q", got)
	}
}
