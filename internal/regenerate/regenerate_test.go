package regenerate

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/config"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

const configuration = `sets:
  jars:
    source: {folder: docs}
    prose: none
    spec: jars.json
    sources: jars.sources.json
    findings: jars.sarif
    lock: jars.names.yaml
    go: {package: jars, out: jars, examples: false}
`

func input(t *testing.T, text string) Input {
	t.Helper()
	c, err := config.Read(config.FileName, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	p, profileText, _ := profile.BuiltIn(profile.Default)
	docs, err := convert.New(p).ReadSet(os.DirFS(filepath.Join(golden.Root(t), "tests", "sample", "pages")), "jars")
	if err != nil {
		t.Fatal(err)
	}
	return Input{Set: c.Sets[0], Docs: docs, Profile: Text{profile.Default, profileText}, ImportPath: "example.com/jars"}
}

func names(r *Result) []string {
	var out []string
	for _, f := range r.Files {
		out = append(out, f.Name)
	}
	return out
}

// TestSet: names come before the document, the document before its client; a second run with the names
// of the first gives the same bytes.
func TestSet(t *testing.T) {
	in := input(t, configuration)
	first, err := Set(in)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"jars.names.yaml", "jars.sarif", "jars.sources.json", "jars.json", "jars/client.gen.go", "jars/doc.gen.go",
		"jars/models.gen.go", "jars/requests.gen.go", "jars/validate.gen.go"}
	if got := names(first); !slices.Equal(got, want) || first.Service != "svs" || first.Stats.Operations != 4 {
		t.Errorf("%q of %s, %d operations", got, first.Service, first.Stats.Operations)
	}
	in.Lock = &Text{"jars.names.yaml", first.Files[0].Text}
	second, err := Set(in)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range second.Files {
		if string(f.Text) != string(first.Files[i].Text) {
			t.Errorf("%s differs after a second run", f.Name)
		}
	}
}

func TestSetFails(t *testing.T) {
	for what, change := range map[string]func(*Input){
		"p.yaml":              func(in *Input) { in.Profile = Text{"p.yaml", []byte("nothing: here")} },
		"o.yaml":              func(in *Input) { in.Overlays = []Text{{"o.yaml", []byte("nothing: here")}} },
		"n.yaml:1":            func(in *Input) { in.Lock = &Text{"n.yaml", []byte("nothing: here")} },
		"no page":             func(in *Input) { in.Docs.Pages = nil },
		"rst2openapi.yaml:9:": func(in *Input) {},
	} {
		text := configuration
		if strings.HasPrefix(what, config.FileName) {
			text = strings.Replace(text, "examples: false", "names: {schemas: {Gone: Here}}", 1)
		}
		in := input(t, text)
		change(&in)
		if _, err := Set(in); err == nil || !strings.HasPrefix(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// TestKey: each part of the input changes the key; what is not an input does not.
func TestKey(t *testing.T) {
	key := func(tool, docs, text string, change func(*Input)) string {
		in := input(t, text)
		change(&in)
		k, err := Key(tool, docs, in)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	same := func(*Input) {}
	first := key("tool", "docs", configuration, same)
	for what, k := range map[string]string{
		"tool":     key("other", "docs", configuration, same),
		"docs":     key("tool", "other", configuration, same),
		"both":     key("too", "ldocs", configuration, same),
		"prose":    key("tool", "docs", strings.Replace(configuration, "none", "full", 1), same),
		"options":  key("tool", "docs", strings.Replace(configuration, "examples: false", "server: true", 1), same),
		"profile":  key("tool", "docs", configuration, func(in *Input) { in.Profile.Text = []byte("x") }),
		"overlay":  key("tool", "docs", configuration, func(in *Input) { in.Overlays = []Text{{"o", []byte("x")}} }),
		"module":   key("tool", "docs", configuration, func(in *Input) { in.ImportPath = "example.com/other" }),
		"no names": key("tool", "docs", strings.Replace(configuration, "    lock: jars.names.yaml\n", "", 1), same),
	} {
		if k == first {
			t.Errorf("%s is an input, and does not change the key", what)
		}
	}
	for what, k := range map[string]string{
		"again":    key("tool", "docs", configuration, same),
		"comment":  key("tool", "docs", "# mine\n"+configuration, same),
		"the pin":  key("tool", "docs", strings.Replace(configuration, "{folder: docs}", "{git: x, commit: "+strings.Repeat("a", 40)+"}", 1), same),
		"an alias": key("tool", "docs", strings.Replace(configuration, "go: {package: jars, out: jars, examples: false}", "go: {package: &n jars, out: *n, examples: false}", 1), same),
		"a lock":   key("tool", "docs", configuration, func(in *Input) { in.Lock = &Text{"n", []byte("x")} }),
	} {
		if k != first {
			t.Errorf("%s is not an input, and changes the key", what)
		}
	}
	in := input(t, configuration)
	before := DocsKey(in.Docs)
	for name := range in.Docs.Beside {
		in.Docs.Pages[name] = in.Docs.Beside[name]
		delete(in.Docs.Beside, name)
	}
	if DocsKey(in.Docs) == before {
		t.Error("what a file is to a set does not count")
	}
}
