package diag_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

func pos(line, col int) source.Pos { return source.Pos{Line: line, Col: col} }

// findings records some, out of order and one of them twice.
func findings() []diag.Finding {
	var l, m diag.List
	m.Add("docs/no-name", "b/box page.rst", pos(7, 2), "a row has no name")
	l.Add("docs/no-type", "a.rst", pos(10, 1), "the type of <lid> & co is missing")
	l.Add("docs/no-name", "a.rst", pos(9, 3), "a row has no name")
	l.Add("docs/limits-disagree", "a.rst", pos(9, 3), "two limits", diag.Related{Page: "a.rst", Pos: pos(8, 1), Message: "the other one"}).
		Related(diag.Related{Page: "b.rst", Pos: pos(1, 1), Message: "and one more"})
	l.Addf("docs/no-name", "a.rst", pos(9, 3), "a row has no %s", "name")
	l.Merge(&m)
	return l.Sorted()
}

const text = `a.rst:9:3: two limits [docs/limits-disagree]
	a.rst:8:1: the other one
	b.rst:1:1: and one more
a.rst:9:3: a row has no name [docs/no-name]
a.rst:10:1: the type of <lid> & co is missing [docs/no-type]
b/box page.rst:7:2: a row has no name [docs/no-name]
`

func TestText(t *testing.T) {
	if got := string(diag.Text(findings())); got != text {
		t.Errorf("got\n%swant\n%s", got, text)
	}
	if got := diag.Text(nil); len(got) != 0 {
		t.Errorf("no findings give %q", got)
	}
}

// TestTextOfOddNames: the name of a page ends no line and commands no terminal.
func TestTextOfOddNames(t *testing.T) {
	f := findings()[0]
	f.Page = "a\n\x1b[31m.rst"
	f.Related = []diag.Related{{Page: "b\x1b.rst"}}
	got := string(diag.Text([]diag.Finding{f}))
	if !strings.HasPrefix(got, "a\uFFFD\uFFFD[31m.rst:") || !strings.Contains(got, "\n\tb\uFFFD.rst:") || strings.Count(got, "\n") != 2 {
		t.Errorf("%q", got)
	}
}

func TestJSON(t *testing.T) {
	out, err := diag.JSON(findings())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(out), "<lid> & co") {
		t.Error("words of a page are escaped as for HTML")
	}
	var back []diag.Finding
	if err := json.Unmarshal(out, &back); err != nil {
		t.Fatal(err)
	}
	if got := string(diag.Text(back)); got != text {
		t.Errorf("after decoding:\n%s", got)
	}
	for _, f := range back {
		if rule, _ := diag.Lookup(f.Rule); f.Level != rule.Level {
			t.Errorf("%s has the level %s", f, f.Level)
		}
	}
	if out, err = diag.JSON(nil); err != nil || string(out) != "[]\n" {
		t.Errorf("no findings give %q, %v", out, err)
	}
}

// object reads a JSON object and fails unless it has the keys.
func object(t *testing.T, v any, where string, keys ...string) map[string]any {
	t.Helper()
	m, ok := v.(map[string]any)
	if !ok {
		t.Fatalf("%s is not an object but %v", where, v)
	}
	for _, k := range keys {
		if _, ok := m[k]; !ok {
			t.Errorf("%s lacks %s", where, k)
		}
	}
	return m
}

func list(t *testing.T, v any, where string) []any {
	t.Helper()
	l, ok := v.([]any)
	if !ok {
		t.Fatalf("%s is not a list but %v", where, v)
	}
	return l
}

// sarifPlace checks a location as SARIF 2.1.0 has it (3.28 to 3.30): a relative URI, and
// lines and columns counted from 1.
func sarifPlace(t *testing.T, v any, where string) {
	t.Helper()
	l := object(t, v, where, "physicalLocation")
	p := object(t, l["physicalLocation"], where, "artifactLocation", "region")
	uri, _ := object(t, p["artifactLocation"], where, "uri")["uri"].(string)
	if u, err := url.Parse(uri); err != nil || u.IsAbs() || strings.ContainsAny(uri, " \\") {
		t.Errorf("%s: %q is not a relative URI reference", where, uri)
	}
	r := object(t, p["region"], where, "startLine", "startColumn")
	for _, k := range []string{"startLine", "startColumn"} {
		if n, _ := r[k].(float64); n < 1 || n != float64(int(n)) {
			t.Errorf("%s: %s is %v", where, k, r[k])
		}
	}
}

// TestSARIF checks what the standard (2.1.0) makes mandatory, and the references inside.
func TestSARIF(t *testing.T) {
	all := append(findings(), diag.Finding{Rule: "tool/no-operation", Level: diag.Error, Page: "c.rst", Message: "no place is known"})
	out, err := diag.SARIF(all)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(out, &v); err != nil {
		t.Fatal(err)
	}
	log := object(t, v, "the log", "$schema", "version", "runs")
	if log["version"] != "2.1.0" {
		t.Errorf("version %v", log["version"])
	}
	runs := list(t, log["runs"], "runs")
	if len(runs) != 1 {
		t.Fatalf("%d runs", len(runs))
	}
	r := object(t, runs[0], "the run", "tool", "results", "columnKind")
	if k := r["columnKind"]; k != "unicodeCodePoints" && k != "utf16CodeUnits" {
		t.Errorf("columnKind %v", k)
	}
	driver := object(t, object(t, r["tool"], "tool", "driver")["driver"], "driver", "name", "rules", "informationUri")
	rules := list(t, driver["rules"], "rules")
	var ids []string
	for _, v := range rules {
		rule := object(t, v, "a rule", "id", "shortDescription", "help", "defaultConfiguration")
		ids = append(ids, rule["id"].(string))
		config := object(t, rule["defaultConfiguration"], "defaultConfiguration", "level")
		if known, _ := diag.Lookup(rule["id"].(string)); config["level"] != string(known.Level) {
			t.Errorf("%s has the level %v", rule["id"], config["level"])
		}
		for _, k := range []string{"shortDescription", "help"} {
			if s, _ := object(t, rule[k], k, "text")["text"].(string); s == "" {
				t.Errorf("%s of %s is empty", k, rule["id"])
			}
		}
	}
	if len(ids) != len(diag.Rules()) {
		t.Errorf("%d rules, the catalogue has %d", len(ids), len(diag.Rules()))
	}
	results := list(t, r["results"], "results")
	if len(results) != len(all) {
		t.Fatalf("%d results of %d findings", len(results), len(all))
	}
	for i, v := range results {
		res := object(t, v, "a result", "ruleId", "ruleIndex", "level", "message", "locations")
		if n, _ := res["ruleIndex"].(float64); int(n) >= len(ids) || ids[int(n)] != res["ruleId"] || res["ruleId"] != all[i].Rule {
			t.Errorf("result %d has the rule %v, whose index is %v", i, res["ruleId"], res["ruleIndex"])
		}
		switch res["level"] {
		case "none", "note", "warning", "error":
		default:
			t.Errorf("level %v", res["level"])
		}
		if m := object(t, res["message"], "message", "text")["text"]; m != all[i].Message {
			t.Errorf("message %v", m)
		}
		for _, l := range list(t, res["locations"], "locations") {
			sarifPlace(t, l, "a location")
		}
		if res["relatedLocations"] == nil {
			if len(all[i].Related) > 0 {
				t.Errorf("result %d lost its related places", i)
			}
			continue
		}
		related := list(t, res["relatedLocations"], "relatedLocations")
		if len(related) != len(all[i].Related) {
			t.Errorf("result %d has %d related places of %d", i, len(related), len(all[i].Related))
		}
		seen := make(map[any]bool)
		for _, l := range related {
			sarifPlace(t, l, "a related location")
			id, ok := object(t, l, "a related location", "id", "message")["id"].(float64)
			if !ok || id < 0 || seen[id] {
				t.Errorf("a related location of result %d has the id %v, none of its own", i, id)
			}
			seen[id] = true
		}
	}
	if out, err := diag.SARIF(nil); err != nil || !strings.Contains(string(out), `"results": []`) {
		t.Errorf("no findings: %v", err)
	}
}

// TestSARIFPaths holds that the name of any page comes back from its URI reference.
func TestSARIFPaths(t *testing.T) {
	for page, want := range map[string]string{
		"a/b c.rst":   "a/b%20c.rst",
		"ä/名.rst":     "%C3%A4/%E5%90%8D.rst",
		"100%.rst":    "100%25.rst",
		"50%25.rst":   "50%2525.rst",
		"a?b#c.rst":   "a%3Fb%23c.rst",
		"c:d.rst":     "./c:d.rst",
		"../x/a.rst":  "../x/a.rst",
		"/tmp/a.rst":  "/tmp/a.rst",
		"a\\b<c>.rst": "a%5Cb%3Cc%3E.rst",
	} {
		out, err := diag.SARIF([]diag.Finding{{Rule: "docs/no-name", Level: diag.Error, Page: page, Related: []diag.Related{{Page: page}}}})
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(out), `"uri": "`+want+`"`); n != 2 {
			t.Errorf("%s is not written as %s twice: %s", page, want, out[len(out)-900:])
		}
		u, err := url.Parse(want)
		if err != nil || u.IsAbs() || u.Host != "" || strings.TrimPrefix(u.Path, "./") != page {
			t.Errorf("%s does not lead back to %s: %v", want, page, err)
		}
	}
}

func TestEncode(t *testing.T) {
	for name, start := range map[string]string{"f.txt": "a.rst:9", "x/F.JSON": "[\n", "f.sarif": "{\n  \"$schema\""} {
		if out, err := diag.Encode(name, findings()); err != nil || !strings.HasPrefix(string(out), start) {
			t.Errorf("Encode(%q) = %.20q, %v", name, out, err)
		}
	}
	for _, name := range []string{"f", "f.yaml", "", ".txt/f"} {
		if out, err := diag.Encode(name, findings()); err == nil {
			t.Errorf("Encode(%q) = %.20q, want an error", name, out)
		}
	}
}

func TestQuote(t *testing.T) {
	for in, want := range map[string]string{
		"lid":                               `"lid"`,
		"  two\n words\t":                   `"two words"`,
		"\x1b[31mred\x07":                   "\"\uFFFD[31mred\uFFFD\"",
		"\u009b":                            "\"\uFFFD\"",
		strings.Repeat("ö", 60):             `"` + strings.Repeat("ö", 60) + `"`,
		strings.Repeat("ö", 61):             `"` + strings.Repeat("ö", 59) + `…"`,
		"":                                  `""`,
		`{"a": "b"}`:                        `'{"a": "b"}'`,
		`"it's"`:                            `""it's""`,
		"one two three four five six":       `"one two three four five six"`,
		"one two three four five six seven": `"one two three four five six …"`,
	} {
		if got := diag.Quote(in); got != want {
			t.Errorf("Quote(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestUnknownRulePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a finding of a rule that the catalogue lacks was taken")
		}
	}()
	new(diag.List).Add("docs/no-such-rule", "a.rst", pos(1, 1), "x")
}

func TestCounted(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{diag.Counted(0, "row"), "0 rows"}, {diag.Counted(1, "row"), "1 row"}, {diag.Counted(uint64(2), "row"), "2 rows"}, {diag.Counted("1", "row"), "1 row"}, {diag.Counted("1.5", "row"), "1.5 rows"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
