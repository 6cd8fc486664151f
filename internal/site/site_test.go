package site_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/site"
)

func TestPages(t *testing.T) {
	files := built(t, site.Input{Title: "Lanterns", Sets: []*site.Set{lanterns(t)}, Viewer: true})
	for file, want := range map[string][]string{
		"index.html": {"1 service, 1 operation", "Lantern Store"},
		"lanterns/index.html": {"Lighting a Lantern", "POST", "/v1/lanterns/{lantern_id}/light", "lantern_id string, in path, required", "hours integer, required", "Response 200 flame string", "Other responses No body is described.",
			"https://lantern.eu-de.otc.t-systems.com", `client.LightLantern(ctx, "lantern-id", lantern.LightLanternRequestBody{Hours: 3})`, "1 finding on its page"},
		"lanterns/findings.html": {"Lighting a Lantern", "api/lighting.rst", `the example shows "smoke", but the table does not list it`, `"smoke": "none"`,
			"Suggestion: Add a row for smoke to the table", "Edit this line", "docs/undocumented-field"},
		"lanterns/changes.html": {"2024-02-01", "LightLantern", "2 breaking"},
		"changes.html":          {"Lantern Store 2023-12-30 2024-02-01", "2024-02"},
		"findings.html":         {"docs/undocumented-field", "Most in Lantern Store"},
		"quality.html":          {"Lantern Store"},
	} {
		text := textOf(tree(t, files[file]))
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s lacks %q:\n%s", file, w, text)
			}
		}
	}
	edit := `href="https://github.com/lantern-docs/lanterns/edit/main/api-ref/source/api/lighting.rst#L`
	if !bytes.Contains(files["lanterns/findings.html"], []byte(edit)) {
		t.Errorf("the finding has no link to edit its line:\n%s", files["lanterns/findings.html"])
	}
	if !bytes.Contains(files["lanterns/document.js"], []byte(`client.LightLantern`)) {
		t.Error("the viewer has no Go code")
	}
}

// TestWithoutExamples: a service that prints none has no share of valid ones.
func TestWithoutExamples(t *testing.T) {
	page := lighting[:strings.Index(lighting, "Example")]
	files := built(t, site.Input{Title: "x", Sets: []*site.Set{setOf(t, "lanterns", map[string]string{"a.rst": page})}})
	if text := textOf(tree(t, files["lanterns/index.html"])); !strings.Contains(text, "Valid examples none printed") {
		t.Errorf("the facts are %s", text)
	}
}

// TestSnippetsOfVariants: the viewer finds the code of calls that words of the query tell apart.
func TestSnippetsOfVariants(t *testing.T) {
	call := func(title, word string) string {
		return title + "\n" + strings.Repeat("=", len(title)) + "\n\nURI\n---\n\nPUT /v1/lanterns?" + word + "\n\nRequest\n-------\n\nNone\n"
	}
	files := built(t, site.Input{Title: "x", Viewer: true, Sets: []*site.Set{setOf(t, "lanterns", map[string]string{
		"a.rst": call("Locking Lanterns", "lock"), "b.rst": call("Opening Lanterns", "open")})}})
	text := string(files["lanterns/document.js"])
	if !strings.Contains(text, `\"put /v1/lanterns\":`) || !strings.Contains(text, "client.LockLanterns") || !strings.Contains(text, "client.OpenLanterns") {
		t.Errorf("the code is in %s", text)
	}
}

// TestRow holds that a finding in a table shows the row that it is in.
func TestRow(t *testing.T) {
	page := strings.Replace(lighting, "{lantern_id}/light", "{lantern}/light", 1)
	files := built(t, site.Input{Title: "x", Sets: []*site.Set{setOf(t, "lanterns", map[string]string{"a.rst": page})}})
	text := textOf(tree(t, files["lanterns/findings.html"]))
	if !strings.Contains(text, "Parameter Mandatory Type Description lantern_id Yes String ID of the lantern") {
		t.Errorf("the row is not shown: %s", text)
	}
}

// TestFigures holds that the counts of the site are those of convert --stats.
func TestFigures(t *testing.T) {
	set := lanterns(t)
	guide := &site.Set{Name: "guide", Stats: convert.Stats{}}
	guide.Stats.Pages, guide.Stats.Rows, guide.Stats.RowsOther = 7, 1234, 1234
	files := built(t, site.Input{Title: "x", Sets: []*site.Set{set, guide}})
	want, err := convert.EncodeStats(map[string]convert.Stats{"lanterns": set.Stats, "guide": guide.Stats})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(files["stats.json"], want) {
		t.Errorf("stats.json is\n%s, want\n%s", files["stats.json"], want)
	}
	row := func(s convert.Stats) string {
		var cells []string
		for _, n := range []int{s.Pages, s.Operations, s.Variants, s.Rows, s.RowsInSpec, s.RowsOther, s.RowsInFindings, s.ExamplesJSON, s.ExamplesByTables, s.ExamplesValid} {
			text := fmt.Sprint(n)
			if n > 999 {
				text = text[:len(text)-3] + "," + text[len(text)-3:]
			}
			cells = append(cells, text)
		}
		return strings.Join(cells, " ")
	}
	total := set.Stats
	total.Add(guide.Stats)
	text := textOf(tree(t, files["quality.html"]))
	for _, w := range []string{"Lantern Store " + row(set.Stats), "All sets " + row(total)} {
		if !strings.Contains(text, w) {
			t.Errorf("quality.html lacks %q: %s", w, text)
		}
	}
	found := 0
	for _, e := range elements(tree(t, files["lanterns/findings.html"]), "article") {
		if attribute(e, "class") == "finding" {
			found++
		}
	}
	if counted := set.Stats.Findings["docs/undocumented-field"]; found != len(set.Findings) || counted != 1 {
		t.Errorf("%d findings are shown of %d", found, len(set.Findings))
	}
}

// TestSameBytes holds that neither the order of sets nor a second run changes a byte.
func TestSameBytes(t *testing.T) {
	a, b := lanterns(t), setOf(t, "other", map[string]string{"b.rst": lighting})
	first := built(t, site.Input{Title: "x", Sets: []*site.Set{a, b}, Viewer: true})
	second := built(t, site.Input{Title: "x", Sets: []*site.Set{b, lanterns(t)}, Viewer: true})
	if !maps.EqualFunc(first, second, bytes.Equal) {
		t.Error("two runs give different files")
	}
	if text := textOf(tree(t, first["index.html"])); !strings.Contains(text, "Lantern Store (lanterns)") || !strings.Contains(text, "Lantern Store (other)") {
		t.Errorf("services of one title are not told apart: %s", text)
	}
}

// TestLinks follows each link between the files of the site, to the place in the page too.
func TestLinks(t *testing.T) {
	files := built(t, site.Input{Title: "x", Sets: []*site.Set{lanterns(t), setOf(t, "other", map[string]string{"b.rst": lighting})}, Viewer: true})
	files[site.ViewerFile] = nil
	ids := map[string]map[string]bool{}
	for file, text := range files {
		if path.Ext(file) != ".html" {
			continue
		}
		ids[file] = map[string]bool{}
		for _, e := range elements(tree(t, text), "") {
			if id := attribute(e, "id"); id != "" {
				if ids[file][id] {
					t.Errorf("%s has the id %s twice", file, id)
				}
				ids[file][id] = true
			}
		}
	}
	followed := 0
	for file := range ids {
		for _, e := range elements(tree(t, files[file]), "") {
			for _, name := range []string{"href", "src", "data-index"} {
				link := attribute(e, name)
				if link == "" || strings.HasPrefix(link, "https://") {
					continue
				}
				u, err := url.Parse(link)
				if err != nil || u.Scheme != "" || u.Host != "" || path.IsAbs(u.Path) {
					t.Errorf("%s links to %q", file, link)
					continue
				}
				target := file
				if u.Path != "" {
					target = path.Join(path.Dir(file), u.Path)
				}
				followed++
				if _, ok := files[target]; !ok {
					t.Errorf("%s links to %s, which there is not", file, link)
				} else if u.Fragment != "" && path.Base(target) != "reference.html" && !ids[target][u.Fragment] {
					t.Errorf("%s links to %s, which has no such place", file, link)
				}
			}
		}
	}
	if followed < 50 {
		t.Errorf("only %d links were followed", followed)
	}
	var index struct {
		S [][2]string
		O [][]any
		F [][2]string
	}
	text := files["assets/index.js"]
	text = text[bytes.IndexByte(text, '\'')+1 : bytes.LastIndexByte(text, '\'')]
	inner := strings.NewReplacer(`\\`, `\`, `\'`, `'`).Replace(string(text))
	if err := json.Unmarshal([]byte(inner), &index); err != nil {
		t.Fatal(err)
	}
	var lists map[string]json.RawMessage
	if err := json.Unmarshal([]byte(inner), &lists); err != nil || len(lists) != 4 {
		t.Fatal(err, lists)
	}
	for name, list := range lists {
		if string(list) == "null" {
			t.Errorf("%s of the search is null, and the script goes through it", name)
		}
	}
	for _, o := range index.O {
		service := index.S[int(o[0].(float64))][0]
		anchor := "op-" + o[1].(string)
		if len(o) > 5 {
			anchor = o[5].(string)
		}
		if !ids[service+"/index.html"][anchor] {
			t.Errorf("the search leads to %v of %s, which there is not", anchor, service)
		}
	}
	if !slices.Contains(index.F, [2]string{"hours", "0 1"}) {
		t.Errorf("the search does not know in which operations hours is: %v", index.F)
	}
}

// TestNoOtherHost holds that nothing is loaded from elsewhere: links that a reader may follow are
// all that names another host.
func TestNoOtherHost(t *testing.T) {
	files := built(t, site.Input{Title: "x", Sets: []*site.Set{lanterns(t)}, Viewer: true})
	address := regexp.MustCompile(`(?:https?:)?//[a-z0-9-]+\.[a-z]`)
	for file, text := range files {
		switch path.Ext(file) {
		case ".html":
			for _, e := range elements(tree(t, text), "") {
				for _, a := range e.Attr {
					if loads := a.Key == "src" || a.Key == "srcset" || a.Key == "data" || a.Key == "style" || e.Data == "link" || e.Data == "use"; loads && address.MatchString(a.Val) {
						t.Errorf("%s: <%s %s=%q>", file, e.Data, a.Key, a.Val)
					}
				}
			}
			if !bytes.Contains(text, []byte(`http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;`)) && !bytes.Contains(text, []byte(`http-equiv="Content-Security-Policy" content="default-src 'none';`)) {
				t.Errorf("%s has no content security policy", file)
			}
		case ".css", ".js", ".svg":
			if file == "lanterns/document.js" || file == "assets/index.js" {
				continue // data
			}
			clean := bytes.ReplaceAll(text, []byte("http://www.w3.org/"), nil)
			if m := address.Find(clean); m != nil {
				t.Errorf("%s names %s", file, m)
			}
		}
	}
}

// TestSizes holds the bytes that a reader of the start page loads, of far more services than there are.
func TestSizes(t *testing.T) {
	one := setOf(t, "lanterns", map[string]string{"a.rst": lighting})
	var sets []*site.Set
	for i := range 120 {
		s := *one
		s.Name = fmt.Sprintf("lanterns-of-a-quite-long-name-%d", i)
		sets = append(sets, &s)
	}
	files := built(t, site.Input{Title: "x", Sets: sets})
	size := 0
	for _, file := range []string{"index.html", "assets/site.css", "assets/top.css", "assets/site.js", "assets/theme.js", "assets/icon.svg"} {
		if files[file] == nil {
			t.Errorf("there is no %s", file)
		}
		size += len(files[file])
	}
	const most = 300_000
	if size > most {
		t.Errorf("the start page has %d bytes, more than %d", size, most)
	}
}

func TestWithout(t *testing.T) {
	files := built(t, site.Input{Title: "x", Sets: []*site.Set{setOf(t, "lanterns", map[string]string{"a.rst": lighting})}})
	for _, file := range []string{"changes.html", "lanterns/changes.html", "lanterns/reference.html", "lanterns/document.js"} {
		if files[file] != nil {
			t.Errorf("there is %s without a history and a viewer", file)
		}
	}
	for file, text := range files {
		if path.Ext(file) == ".html" && (bytes.Contains(text, []byte("reference.html")) || bytes.Contains(text, []byte("changes.html"))) {
			t.Errorf("%s links to what there is not", file)
		}
	}
	broken := &site.Set{Name: "broken", YAML: []byte("openapi: 3.0.3"), JSON: []byte("{}")}
	if _, err := site.Build(site.Input{Sets: []*site.Set{broken}}); err == nil || !strings.HasPrefix(err.Error(), "broken: ") {
		t.Errorf("a broken document gives %v", err)
	}
}
