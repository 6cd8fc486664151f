package config

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

const whole = `# jars and lids
sets:
  jars:
    source:
      git: https://example.org/jars.git   # the docs
      ref: main
      commit: 0123456789abcdef0123456789abcdef01234567
      path: api-ref/source
    profile: otc
    overlays: [fix.yaml]
    prose: none
    spec: spec/jars.yaml
    findings: spec/jars.txt
    sources: spec/jars.json
    lock: spec/jars.names.yaml
    go:
      package: jars
      out: jars
      include: {operations: ["List*"]}
      server: true
  lids:
    source: {folder: lids}
    spec: lids.yaml
  pots:
    source:
      archive: pots.tar.gz
    spec: pots.json
`

func TestRead(t *testing.T) {
	c, err := Read(FileName, []byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	jars := c.Sets[0]
	if len(c.Sets) != 3 || jars.Name != "jars" || jars.Source.Path != "api-ref/source" || jars.Overlays[0] != "fix.yaml" || jars.Go.Out != "jars" {
		t.Errorf("read %+v", jars)
	}
	if got := jars.Outputs(); !slices.Equal(got, []string{"spec/jars.names.yaml", "spec/jars.txt", "spec/jars.json", "spec/jars.yaml"}) {
		t.Errorf("outputs %q: names must come first, so that no document is ahead of them", got)
	}
}

// mistakes are configurations with a mistake, and what is said of it. The JSON Schema must refuse
// them too, but for those that it has no words for.
var mistakes = []struct {
	text, want string
	schema     bool // whether the schema can tell
}{
	{"", "1:1: the configuration is empty", true},
	{"sets: {}\n", "1:1: there is no set", true},
	{"set:\n  a: 1\n", `1:1: there is no key "set"; did you mean sets?`, true},
	{"sets:\n  a: {source: {folder: d}, spec: a.yaml}\n  a: {}\n", `3:3: the key "a" is already in line 2`, false},
	{"sets:\n  A: {source: {folder: d}, spec: a.yaml}\n", `2:3: "A" cannot be the name of a set`, true},
	{"sets:\n  a: {source: {folder: d}, spec: a.yaml, overlay: [x]}\n", `2:42: there is no key "overlay" in the set a; did you mean overlays?`, true},
	{"sets:\n  a:\n    source: {folder: d, refs: x}\n    spec: a.yaml\n", `3:25: there is no key "refs" in source; did you mean ref?`, true},
	{"sets:\n  a: {source: {folder: d}, spec: a.txt}\n", "2:34: a.txt must end in .yaml or .yml or .json", true},
	{"sets:\n  a: {source: {folder: d}, spec: ../a.yaml}\n", "2:34: \"../a.yaml\" leaves the folder", false},
	{"sets:\n  a: {source: {folder: d}, spec: /a.yaml}\n", "2:34: \"/a.yaml\" leaves the folder", false},
	{"sets:\n  a: {source: {folder: d}, spec: .git/a.yaml}\n", "2:34: \".git/a.yaml\" is in a folder", false},
	{"sets:\n  a: {source: {folder: d}, spec: b/.GIT/a.yaml}\n", "2:34: \"b/.GIT/a.yaml\" is in a folder", false},
	{"sets:\n  a: {source: {folder: d}, spec: ./Rst2openapi.yaml}\n", "2:3: Rst2openapi.yaml is this configuration: an output", false},
	{"sets:\n  a: {source: {folder: d}, spec: o.yaml}\n  b: {source: {folder: d}, spec: b.yaml, overlays: [./o.yaml]}\n", "2:3: o.yaml is read for the set b: an output", false},
	{"sets:\n  a: {source: {folder: d}}\n", "2:3: the set a has no spec", true},
	{"sets:\n  a: {spec: a.yaml}\n", "2:3: the set a has no source", true},
	{"sets:\n  a: {source: {folder: d, git: u}, spec: a.yaml}\n", "2:7: a source is one of git, folder and archive", true},
	{"sets:\n  a: {source: {folder: d, ref: main}, spec: a.yaml}\n", "2:32: ref goes with git only", true},
	{"sets:\n  a: {source: {git: u, commit: main}, spec: a.yaml}\n", `2:32: "main" is not a commit`, true},
	{"sets:\n  a: {source: {git: u, ref: --upload-pack=x}, spec: a.yaml}\n", `2:29: "--upload-pack=x" cannot be the name`, false},
	{"sets:\n  a: {source: {git: u, path: ../x}, spec: a.yaml}\n", `2:30: "../x" is not the path of a folder`, false},
	{"sets:\n  a: {source: {git: --upload-pack=x}, spec: a.yaml}\n", `2:21: "--upload-pack=x" begins with a dash`, true},
	{"sets:\n  a: {source: {git: 'ext::sh -c x'}, spec: a.yaml}\n", `2:21: "ext::sh -c x" asks git to run a helper`, false},
	{"sets:\n  a: {source: {git: 'https://me:key@example.org/x'}, spec: a.yaml}\n", "2:21: a URL with a user or password", false},
	{"sets:\n  a: {source: {archive: a.rar}, spec: a.yaml}\n", "2:25: a.rar must end in .zip, .tar.gz or .tgz", true},
	{"sets:\n  a: {source: {folder: d}, spec: a.yaml, prose: some}\n", `2:49: "some" is not known here`, true},
	{"sets:\n  a: {source: {folder: d}, spec: a.yaml}\n  b: {source: {folder: d}, spec: ./a.yaml}\n", "3:3: a.yaml is an output of the set a already", false},
	{"sets:\n  a: {source: {folder: d}, spec: a.yaml, go: {package: a}}\n", "2:42: go needs the keys package and out", true},
	{"sets:\n  a:\n    source: {folder: d}\n    spec: a.yaml\n    go:\n      package: a\n      out: ../a\n", `7:12: "../a" leaves the folder`, false},
	{"sets:\n  a:\n    source: {folder: d}\n    spec: a.yaml\n    go:\n      package: a\n      out: a\n      sever: true\n", `8:7: there is no key "sever"; did you mean server?`, true},
	{"sets:\n  a:\n    source: {folder: d}\n    spec: a.yaml\n    go:\n      package: a\n      out: a\n      spec: b.yaml\n", "8:7: the package is made of the set's own spec", true},
	{"sets: [a]\n", "1:7: sets must have keys", true},
	{"sets: {a: {source: {folder: [d]}, spec: a.yaml}}\n", "1:29: a text is needed here", true},
	{"sets:\n\ta: 1\n", "2:1: this is not YAML", false},
}

func TestMistakes(t *testing.T) {
	for _, m := range mistakes {
		_, err := Read(FileName, []byte(m.text))
		if err == nil || !strings.HasPrefix(err.Error(), FileName+":"+m.want) {
			t.Errorf("%s\ngot  %v\nwant %s", m.text, err, m.want)
		}
	}
}

// TestSchema: the schema has the keys that are read, takes what is read, and refuses the same
// mistakes, as far as it has words for them.
func TestSchema(t *testing.T) {
	var raw struct {
		ID         string                `json:"$id"`
		Properties map[string]any        `json:"properties"`
		Defs       map[string]definition `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &raw); err != nil {
		t.Fatal(err)
	}
	if raw.ID != SchemaURL {
		t.Errorf("the schema calls itself %s, not %s", raw.ID, SchemaURL)
	}
	goKeys := slices.DeleteFunc(gogen.ConfigKeys(), func(k string) bool { return k == "spec" })
	for name, want := range map[string][]string{"set": keysOf(new(Set)), "source": keysOf(new(Source)), "go": goKeys} {
		want = slices.DeleteFunc(want, func(k string) bool { return k == "-" })
		slices.Sort(want)
		var got []string
		for key, property := range raw.Defs[name].Properties {
			got = append(got, key)
			if _, described := property["description"]; !described && property["$ref"] == nil {
				t.Errorf("%s.%s has no description", name, key)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the schema has %q, read is %q", name, got, want)
		}
		if raw.Defs[name].AdditionalProperties != false {
			t.Errorf("%s takes further keys", name)
		}
	}
	c := jsonschema.NewCompiler()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(string(Schema())))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.AddResource(SchemaURL, document); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile(SchemaURL)
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(value(t, whole)); err != nil {
		t.Errorf("the schema refuses what is read: %v", err)
	}
	for _, m := range mistakes {
		if m.schema && compiled.Validate(value(t, m.text)) == nil {
			t.Errorf("the schema takes\n%s", m.text)
		}
	}
}

type definition struct {
	Properties           map[string]map[string]any `json:"properties"`
	AdditionalProperties any                       `json:"additionalProperties"`
}

func value(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestPin: only the pins change.
func TestPin(t *testing.T) {
	const pin = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	sum := strings.Repeat("b", 64)
	got, err := Pin(FileName, []byte(whole), map[string]string{"jars": pin, "pots": sum})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(whole, "0123456789abcdef0123456789abcdef01234567", pin, 1)
	want = strings.Replace(want, "archive: pots.tar.gz\n", "archive: pots.tar.gz\n      sha256: "+sum+"\n", 1)
	if string(got) != want {
		t.Errorf("got\n%s", got)
	}
	digits := strings.Repeat("1", 40)
	got, err = Pin(FileName, []byte("sets: {a: {source: {git: u}, spec: a.yaml}}"), map[string]string{"a": digits})
	if err != nil || !strings.Contains(string(got), `commit: "`+digits+`"`) {
		t.Errorf("%s, %v: without quotes it would be a number to other readers", got, err)
	}
	for text, want := range map[string]string{
		"sets: {a: {source: {git: u}, spec: a.yaml}}":                          "sets: {a: {source: {git: u, commit: PIN}, spec: a.yaml}}",
		"sets:\n  a:\n    source:\n      git: u # ü\n    spec: a.yaml\n":       "sets:\n  a:\n    source:\n      git: u # ü\n      commit: PIN\n    spec: a.yaml\n",
		"sets:\r\n  a:\r\n    spec: a.yaml\r\n    source:\r\n      git: u":     "sets:\r\n  a:\r\n    spec: a.yaml\r\n    source:\r\n      git: u\n      commit: PIN",
		"sets:\r\n  a:\r\n    source:\r\n      git: u\r\n    spec: a.yaml\r\n": "sets:\r\n  a:\r\n    source:\r\n      git: u\r\n      commit: PIN\r\n    spec: a.yaml\r\n",
		"sets: {ä: 1}\n": "error",
		"sets: {a: {source: {git: 'ü', commit: '" + strings.Repeat("1", 40) + "'}, spec: a.yaml}}": "sets: {a: {source: {git: 'ü', commit: 'PIN'}, spec: a.yaml}}",
		"sets:\n  a:\n    source: {git: >-\n      u\n      }\n    spec: a.yaml\n":                  "error",
		"sets:\n  a:\n    source:\n      git: >-\n        u\n    spec: a.yaml\n":                   "error",
		"sets:\n  b: {source: &x {git: u}, spec: b.yaml}\n  a: {source: *x, spec: a.yaml}\n":       "error", // both would move
	} {
		got, err := Pin(FileName, []byte(text), map[string]string{"a": pin})
		if want == "error" {
			if err == nil {
				t.Errorf("%q became %q", text, got)
			}
			continue
		}
		if err != nil || string(got) != strings.ReplaceAll(want, "PIN", pin) {
			t.Errorf("%q became %q, %v", text, got, err)
		}
	}
}

func TestCheckGit(t *testing.T) {
	for name, good := range map[string]bool{
		"https://example.org/a.git": true, "ssh://git@example.org/a": true, "git@example.org:a/b.git": true, "../docs.git": true,
		"/srv/docs.bundle": true, "file:///srv/docs": true, "http://localhost:8080/x": true, "git://example.org/x": true,
		"-x": false, "--upload-pack=touch x": false, "ext::sh -c x": false, "fd::3": false, "ftp://example.org/x": false,
		"ssh://-oProxyCommand=x/y": false, "https://token@example.org/x": false, "https://a:b@example.org/x": false,
		"ssh://a:b@example.org/x": false, "https://example.org/\nx": false,
		"https://[::1]:8443/a.git": true, "ssh://git@[fe80::1%25eth0]/a.git": true, "[2001:db8::7]:a.git": true, "git@[::1]:a/b.git": true,
		"ext::sh -c x [::1]": false, "https://[::1]/a::b": false, "[ext::sh]": false,
	} {
		if got := CheckGit(name) == nil; got != good {
			t.Errorf("%q: %v", name, CheckGit(name))
		}
	}
}

func TestCheckArchive(t *testing.T) {
	for name, good := range map[string]bool{
		"docs.zip": true, "../a/docs.tar.gz": true, "https://example.org/a/docs.tgz": true, "http://[::1]:8080/docs.ZIP?ref=main": true,
		"docs.rar": false, "https://example.org/docs": false, "https://example.org/docs?x=.zip": false, "ftp://example.org/docs.zip": false,
		"file:///etc/docs.zip": false, "https://a:b@example.org/docs.zip": false, "https://token@example.org/docs.zip": false, "https:///docs.zip": false,
	} {
		if got := CheckArchive(name) == nil; got != good {
			t.Errorf("%q: %v", name, CheckArchive(name))
		}
	}
}

func TestCheckRef(t *testing.T) {
	for name, good := range map[string]bool{
		"main": true, "refs/heads/x": true, "v1.2": true, "feature/a-b": true, "-x": false, "a..b": false, "a b": false, "a~1": false,
		"a^": false, "a:b": false, "@": false, "a@{1}": false, "/a": false, "a/": false, ".a": false, "a/.b": false, "a.lock": false, "a.lock/b": false, "a\x01": false,
	} {
		if got := CheckRef(name) == nil; got != good {
			t.Errorf("%q: %v", name, got)
		}
	}
}

func TestRedact(t *testing.T) {
	for text, want := range map[string]string{
		"fatal: https://me:secret@example.org/x and https://tok@y": "fatal: https://***@example.org/x and https://***@y",
		"https://example.org/a@b":                                  "https://example.org/a@b",
		"no address":                                               "no address",
		"https://a:b/c@example.org":                                "https://a:b/c@example.org", // git, too, takes a:b for the host
		"'https://u:p@w@host'":                                     "'https://***@host'",
	} {
		if got := Redact(text); got != want {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// FuzzRead: no text makes reading or pinning panic, and what pins change is read again.
func FuzzRead(f *testing.F) {
	f.Add(whole)
	for _, m := range mistakes {
		f.Add(m.text)
	}
	f.Add("sets: &a {a: *a}")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Read(FileName, []byte(text))
		if err != nil {
			return
		}
		pin := strings.Repeat("c", 40)
		for _, s := range c.Sets {
			if s.Source.Git == "" {
				continue
			}
			pinned, err := Pin(FileName, []byte(text), map[string]string{s.Name: pin})
			if err != nil {
				continue
			}
			again, err := Read(FileName, pinned)
			if err != nil {
				t.Fatalf("%q: %v", pinned, err)
			}
			for i, other := range again.Sets {
				want := c.Sets[i].Source
				if other.Name == s.Name {
					want.Commit = pin
				}
				if !reflect.DeepEqual(other.Source, want) {
					t.Fatalf("%q: %+v", pinned, other.Source)
				}
			}
		}
	})
}

// TestLongMistakes: a message that quotes the configuration has a bound.
func TestLongMistakes(t *testing.T) {
	long := strings.Repeat("ü", 9000)
	for _, text := range []string{long + ": 1\n", "sets: {jars: {" + long + ": 1}}\n", "sets: {a: " + long + "}\n", "sets: {'" + long + "': {}}\n"} {
		if _, err := Read(FileName, []byte(text)); err == nil || len(err.Error()) > 4000 {
			t.Errorf("%.40s: %.200v", text, err)
		}
	}
}
