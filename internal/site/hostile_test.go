package site_test

import (
	"bytes"
	"path"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/site"
)

// evil is text that would do something if it became more than text.
const evil = `<script>alert(1)</script><img src=x onerror=alert(2)> "'>&lt;b&gt; {{.}} [a](javascript:alert(3)) ` + "\u202egnp.exe\u2066"

// TestHostileText has pages whose titles, names, descriptions and facts try to become markup, code,
// links or paths.
func TestHostileText(t *testing.T) {
	page := strings.NewReplacer(
		"Lighting a Lantern\n==================", "Lighting "+evil+"\n"+strings.Repeat("=", 200),
		"How long it is lit.", "How long.          ",
		`"smoke": "none"`, `"smoke</script><script>alert(4)": "`+"\u202e"+`x", "__proto__": {"polluted": true}`,
	).Replace(lighting)
	hostileFacts := "project = '" + evil + "'\notcdocs_service_type = 'lantern'\notcdocs_cloud_environment = 'eu_de'\n" +
		"otcdocs_doc_link = 'javascript:alert(5)'\notcdocs_repo_name = 'a/b\"><script>alert(6)</script>'\notcdocs_service_category = '<script>'\n"
	set := setOf(t, `../../<script>alert(7)</script>`, map[string]string{`a"><script>/x.rst`: page, "conf.py": hostileFacts})
	set.Package = "lantern"
	twin := *set
	twin.Name = `..\..\<SCRIPT>alert(7)</script>`
	files := built(t, site.Input{Title: evil, Sets: []*site.Set{set, &twin}, Viewer: true})
	scripts := map[string]bool{}
	shown := false
	for file, text := range files {
		if clean := path.Clean(file); clean != file || strings.Contains(file, "..") || strings.ContainsAny(file, "<>\\\"' ") {
			t.Errorf("a file has the name %q", file)
		}
		if path.Ext(file) != ".html" {
			continue
		}
		if strings.ContainsAny(string(text), "\u202e\u2066") {
			t.Errorf("%s has characters that turn the text around", file)
		}
		root := tree(t, text)
		shown = shown || strings.Contains(textOf(root), "<script>alert(1)</script>")
		for _, e := range elements(root, "") {
			if e.Data == "img" || e.Data == "iframe" || e.Data == "b" {
				t.Errorf("%s has <%s>", file, e.Data)
			}
			if e.Data == "script" {
				scripts[attribute(e, "src")] = true
				if e.FirstChild != nil {
					t.Errorf("%s has a script in the page", file)
				}
			}
			for _, a := range e.Attr {
				if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
					t.Errorf("%s has %s=%q", file, a.Key, a.Val)
				}
				if strings.Contains(a.Val, "ZgotmplZ") {
					t.Errorf("%s: a value did not fit its place: %s=%q", file, a.Key, a.Val)
				}
			}
		}
	}
	if !shown {
		t.Error("no page shows the text, so it is not tested")
	}
	for src := range scripts {
		if name := path.Base(src); name != "site.js" && name != "theme.js" && name != "reference.js" && name != "document.js" && name != "standalone.js" {
			t.Errorf("a page runs %q", src)
		}
	}
	for file, text := range files {
		if path.Base(file) != "document.js" && file != "assets/index.js" {
			continue
		}
		if bytes.ContainsAny(text, "<>") || bytes.Contains(text, []byte("\u2028")) {
			t.Errorf("%s has characters that end a script", file)
		}
		if single := bytes.ReplaceAll(bytes.ReplaceAll(text, []byte(`\\`), nil), []byte(`\'`), nil); file == "assets/index.js" && bytes.Count(single, []byte("'")) != 2 {
			t.Errorf("%s has quotes that end its string", file)
		}
		if !bytes.Contains(text, []byte("JSON.parse(\"")) && !bytes.Contains(text, []byte("JSON.parse('")) {
			t.Errorf("%s is not parsed as JSON, so that __proto__ would be more than a name", file)
		}
	}
}
