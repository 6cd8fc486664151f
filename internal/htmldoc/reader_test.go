package htmldoc_test

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/htmldoc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

func TestRecognizes(t *testing.T) {
	for what, c := range map[string]struct {
		name, text string
		want       bool
	}{
		"a tag":             {"a.txt", "<p>", true},
		"a tag of z":        {"a.txt", "\n  <z>", true},
		"a capital tag":     {"a.txt", "<A", true},
		"a comment":         {"a.txt", "<!-- x -->", true},
		"a declaration":     {"a.txt", "<?xml?>", true},
		"an .rst file":      {"a.rst", "<p>", false},
		"words first":       {"a.html", "words <p>", false},
		"less than":         {"a.html", "< 5", false},
		"a brace":           {"a.html", "<{x}>", false},
		"nothing after":     {"a.html", "<\np>", false},
		"a closing tag":     {"a.html", "</p>", false},
		"nothing":           {"a.html", "", false},
		"nothing but space": {"a.html", " \n\n", false},
	} {
		if got := (htmldoc.Reader{}).Recognizes(source.New(c.name, []byte(c.text))); got != c.want {
			t.Errorf("%s: %v", what, got)
		}
	}
}

func TestRole(t *testing.T) {
	for file, want := range map[string]source.Role{
		"a/b.html": source.PageFile, "b.htm": source.PageFile, "a/CLASS.TXT.json": source.BesideFile,
		"b.json": source.NotRead, "b.rst": source.NotRead, "html": source.NotRead,
	} {
		if got := (htmldoc.Reader{}).Role(file); got != want {
			t.Errorf("%s is %v", file, got)
		}
	}
}

// TestContentsFileLeads holds that the lists in pages count only where no file can be read.
func TestContentsFileLeads(t *testing.T) {
	top := [2]string{"top.html", `<ul class="ullinks"><li><a href="light.html">x</a></li></ul>`}
	light := [2]string{"light.html", ""}
	good := source.Files{"x/CLASS.TXT.json": []byte(`[{"title": "Lamps", "uri": "light.html"}]`)}
	if got, want := contentsOf(good, top, light), "Lamps\tlight.html\tx/CLASS.TXT.json:1:2\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, bad := range []string{`[{"title": "Lamps", "uri": "light.html"}`, `{"title": "Lamps", "uri": "light.html"}`, `"[", {}`, ``} {
		got := contentsOf(source.Files{"CLASS.TXT.json": []byte(bad)}, top, light)
		if want := "T top.html\ttop.html\n  T light.html\tlight.html\ttop.html:1:20\n"; got != want {
			t.Errorf("%s: got %q, want %q", bad, got, want)
		}
	}
}
