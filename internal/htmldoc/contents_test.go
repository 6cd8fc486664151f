package htmldoc_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/htmldoc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// contentsOf reads pages with the titles of their names and gives their table of contents.
func contentsOf(files source.Files, pages ...[2]string) string {
	var list []*doc.Page
	for _, p := range pages {
		f := source.New(p[0], []byte("<h1>T "+p[0]+"</h1>"+p[1]))
		list = append(list, htmldoc.Parse(f, new(diag.List)))
	}
	var c doc.Contents
	htmldoc.Reader{}.Contents(files, list, &c)
	return c.Dump()
}

func TestContentsFile(t *testing.T) {
	for what, c := range map[string]struct{ text, want string }{
		"chapters and pages": {
			`[{"title": "Lamps", "uri": "lamps.html", "code": "1", "p_code": ""},
{"title": "Lighting  a Lamp", "uri": "x/light.html", "code": "2", "p_code": "1", "desc": "x"},
 {"title": "Wicks", "uri": "wicks.html", "code": "3", "p_code": "2"}]`,
			"Lamps\t-\tCLASS.TXT.json:1:2\n  Lighting a Lamp\ta/light.html\tCLASS.TXT.json:2:1\n    Wicks\t-\tCLASS.TXT.json:3:2\n",
		},
		"a parent that is not there":      {`[{"title": "Lost", "code": "3", "p_code": "9"}]`, "Lost\t-\tCLASS.TXT.json:1:2\n"},
		"a parent that comes later":       {`[{"title": "A", "code": "1", "p_code": "2"}, {"title": "B", "code": "2"}]`, "B\t-\tCLASS.TXT.json:1:46\n  A\t-\tCLASS.TXT.json:1:2\n"},
		"an entry below itself":           {`[{"title": "Own", "code": "4", "p_code": "4"}]`, "Own\t-\tCLASS.TXT.json:1:2\n"},
		"a circle is cut where it closes": {`[{"title": "A", "code": "1", "p_code": "2"}, {"title": "B", "code": "2", "p_code": "1"}]`, "B\t-\tCLASS.TXT.json:1:46\n  A\t-\tCLASS.TXT.json:1:2\n"},
		"the first of two numbers":        {`[{"title": "A", "code": "1"}, {"title": "B", "code": "1"}, {"title": "C", "code": "2", "p_code": "1"}]`, "A\t-\tCLASS.TXT.json:1:2\n  C\t-\tCLASS.TXT.json:1:60\nB\t-\tCLASS.TXT.json:1:31\n"},
		"entries without numbers":         {`[{"title": "A"}, {"title": "B"}]`, "A\t-\tCLASS.TXT.json:1:2\nB\t-\tCLASS.TXT.json:1:18\n"},
		"a page twice":                    {`[{"title": "A", "uri": "light.html"}, {"title": "B", "uri": "light.html"}]`, "A\ta/light.html\tCLASS.TXT.json:1:2\nB\t-\tCLASS.TXT.json:1:39\n"},
		"not JSON":                        {`{`, ""},
		"not a list":                      {`{}`, ""},
		"not a list of entries":           {`[1]`, ""},
		"a title that is none":            {`[{"title": 1}]`, ""},
		"a list without an end":           {`[{"title": "A"}`, ""},
		"an empty file":                   {``, ""},
	} {
		got := contentsOf(source.Files{"CLASS.TXT.json": []byte(c.text)}, [2]string{"a/light.html", ""})
		if got != c.want {
			t.Errorf("%s:\n%swant\n%s", what, got, c.want)
		}
	}
}

// TestDeepContents holds that no file makes chapters stand deeper than a reader follows.
func TestDeepContents(t *testing.T) {
	var b strings.Builder
	for i := range 200 {
		fmt.Fprintf(&b, `,{"title": "C%d", "code": "%d", "p_code": "%d"}`, i, i, i+1)
	}
	text := "[" + b.String()[1:] + "]"
	deepest, entries := 0, 0
	for line := range strings.Lines(contentsOf(source.Files{"CLASS.TXT.json": []byte(text)})) {
		entries++
		deepest = max(deepest, (len(line)-len(strings.TrimLeft(line, " ")))/2)
	}
	if entries != 200 || deepest != 49 {
		t.Errorf("%d entries, the deepest below %d others", entries, deepest)
	}
}

// TestLinkedContents has no file of contents: the lists of pages in the pages lead.
func TestLinkedContents(t *testing.T) {
	list := func(names ...string) string {
		out := `<ul class="ullinks">`
		for _, n := range names {
			out += `<li class="ulchildlink"><a href="` + n + `.html">` + n + `</a></li>`
		}
		return out + "</ul>"
	}
	got := contentsOf(nil,
		[2]string{"a.html", ""}, [2]string{"b.html", list("c", "a", "nowhere")}, [2]string{"c.html", list("b", "d")}, [2]string{"d.html", ""},
		[2]string{"top.html", list("b")}, [2]string{"words.html", ""})
	want := "T top.html\ttop.html\n" +
		"  T b.html\tb.html\ttop.html:1:20\n" +
		"    T c.html\tc.html\tb.html:1:18\n" +
		"      T d.html\td.html\tc.html:1:18\n" +
		"    T a.html\ta.html\tb.html:1:18\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
