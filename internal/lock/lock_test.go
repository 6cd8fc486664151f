package lock_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/lock"
)

// all is a file with an entry of each form, and with texts that YAML takes for something else.
const all = `version: 1
operations:
  GET /v1/jars: {id: ListJars, page: jars/listing.rst}
  POST /v1/jars: {id: CreateJar}
  GET /v1/jars/{jar_id}: {id: ShowJar, page: "a, b: c.rst"}
  POST /v1/jars/{jar_id}/action: {id: OpenJar}
variants:
  CloseJar: {of: "POST /v1/jars/{jar_id}/action", page: close.rst, case: by key, query: [acl], body: [close, os-lid]}
  OpenJar: {of: "POST /v1/jars/{jar_id}/action"}
schemas:
  Jar *: Lid
  "Jar.os-lid:lid": Lid
  ListJars 200: Jar
fields:
  Jar: ["3", "a:b", "no", size]
order:
  Jar.state values: ["\"on\"", "3"]
  tags: [Jars, Lids]
distinct:
  Jar: {Size: Size2}
  Jar.state values: {"": Empty, "ON": ON2, "a, b": AB}
gone:
  operations:
    DELETE /v1/jars: {id: DeleteJars}
  variants:
    ShakeJar: {of: "POST /v1/jars/{jar_id}/action"}
  schemas:
    DeleteJars 400: Crumbs
go:
  jars:
    methods:
      ListJars: List
    constants:
      JarState=on: JarStateOn
`

func TestRoundTrip(t *testing.T) {
	f, err := lock.Parse("names.yaml", []byte(all))
	if err != nil {
		t.Fatal(err)
	}
	text := string(f.Bytes())
	_, body, _ := strings.Cut(text, "\nversion")
	if got := "version" + body; got != all {
		t.Errorf("it is written as\n%s", got)
	}
	again, err := lock.Parse("names.yaml", []byte(text))
	if err != nil || !reflect.DeepEqual(f, again) {
		t.Errorf("it is read as %+v, %v", again, err)
	}
	if c := f.Clone(); !reflect.DeepEqual(c, f) {
		t.Errorf("its copy is %+v", c)
	}
}

func TestEmpty(t *testing.T) {
	for _, text := range []string{"", "\n", "# nothing\n", "---\n"} {
		if f, err := lock.Parse("names.yaml", []byte(text)); err != nil || !reflect.DeepEqual(f, lock.New()) {
			t.Errorf("%q gives %+v, %v", text, f, err)
		}
	}
}

func TestMistakes(t *testing.T) {
	const ops = "version: 1\noperations:\n  GET /a: {id: A}\n"
	for text, want := range map[string]string{
		"operations: {}":              "names.yaml:1: the file must say version: 1",
		"version: 2":                  "names.yaml:1: the file must say version: 1",
		"version: 1\nnames: {}":       `names.yaml:2: there is no key "names" here`,
		"- 1":                         "names.yaml:1: this must have keys",
		"version: 1\n---\nversion: 1": "names.yaml:2: a lock file is one document",
		"version: 1\noperations: {":   "names.yaml:2: this is not YAML",
		ops + "  GET /a: {id: B}":     `names.yaml:4: the key "GET /a" is already in line 3`,
		ops + "  GET /b: {id: a}":     "names.yaml:4: the name a is that of GET /a already, in line 3",
		ops + "  GET /b/{c}: {id: B}\n  GET /b/{d}: {id: C}":                    "names.yaml:5: there is an entry for this in line 4 already",
		ops + "  GET /b: {id: B-C}":                                             `names.yaml:4: "B-C" is not a name`,
		ops + "  GET /b: {id: _}":                                               `names.yaml:4: "_" is not a name`,
		ops + "  GET /b: {id: func}":                                            `names.yaml:4: "func" is not a name`,
		ops + "  GET /b: {}":                                                    `names.yaml:4: "" is not a name`,
		ops + "  GET /b: {id: [B]}":                                             "names.yaml:4: a text is needed here",
		ops + "  GET /b: {id: " + strings.Repeat("B", 300) + "}":                "names.yaml:4: \"BBB",
		ops + "  get /b: {id: B}":                                               `names.yaml:4: "get /b" is not a method and path`,
		ops + "gone:\n  operations:\n    GET /a: {id: A}":                       "names.yaml:6: there is an entry for this in line 3 already",
		ops + "gone:\n  operations:\n    GET /b: {id: A}":                       "names.yaml:6: the name A is that of GET /a already",
		ops + "variants:\n  A: {of: GET /b}":                                    "names.yaml:5: the name A is that of GET /a already, in line 3",
		ops + "variants:\n  B: {of: here}":                                      `names.yaml:5: "here" is not a method and path`,
		ops + "variants:\n  B: {of: GET /a, body: a}":                           "names.yaml:5: a list is needed here",
		ops + "schemas:\n  A 200: B\n  A 400: b":                                "names.yaml:6: the name b is that of B already, in line 5",
		ops + "schemas:\n  A 200: \"\\e[2J\"":                                   "names.yaml:5: \"\\x1b[2J\" is not a name",
		ops + "fields:\n  B: [a, a]":                                            `names.yaml:5: B lists "a" twice`,
		ops + "distinct:\n  A: {b: C, c: C}":                                    "names.yaml:5: the name C is that of b already, in line 5",
		ops + "distinct:\n  A: {b: ''}":                                         `names.yaml:5: "" is not a name`,
		ops + "distinct:\n  A: [b]":                                             "names.yaml:5: this must have keys",
		ops + "distinct:\n  A: {b: C-D}":                                        `names.yaml:5: "C-D" is not a name: it must be of letters and digits`,
		ops + "order:\n  tags: [a, b, a]":                                       `names.yaml:5: tags lists "a" twice`,
		ops + "go:\n  p:\n    methods:\n      A: list":                          `names.yaml:7: "list" is not an exported Go name`,
		ops + "go:\n  p:\n    types:\n      A: B\n    constants:\n      C=d: B": "names.yaml:9: the Go type B is that of A already, in line 7",
		ops + "go:\n  p:\n    verbs: {}":                                        `names.yaml:6: there is no key "verbs" here`,
		ops + "go:\n  p-q: {}":                                                  `names.yaml:5: "p-q" is not a name`,
		"version: 1\noperations: &a\n  GET /a: {id: A}\ngone: *a":               "names.yaml:4: this must have keys",
	} {
		_, err := lock.Parse("names.yaml", []byte(text))
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s\ngives %v\nwant  %s", text, err, want)
		}
	}
}

func TestSize(t *testing.T) {
	if _, err := lock.Parse("names.yaml", make([]byte, lock.MaxSize+1)); err == nil || !strings.Contains(err.Error(), "too many") {
		t.Errorf("a huge file gives %v", err)
	}
}

// FuzzParse holds that what can be read is written so that it is read as the same.
func FuzzParse(f *testing.F) {
	f.Add([]byte(all))
	f.Add([]byte("version: 1\nschemas: {\"a\\u0000 #\": B, ? 'x: y' : C}\n"))
	f.Add([]byte("version: 1\noperations: {GET /: {id: A, page: \" \"}}\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		first, err := lock.Parse("names.yaml", text)
		if err != nil {
			return
		}
		again, err := lock.Parse("names.yaml", first.Bytes())
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, first.Bytes())
		}
		if string(again.Bytes()) != string(first.Bytes()) {
			t.Fatalf("it was written as\n%s\nand then as\n%s", first.Bytes(), again.Bytes())
		}
	})
}

// TestLongMistakes: a message that quotes the file has a bound.
func TestLongMistakes(t *testing.T) {
	long := strings.Repeat("ü", 9000)
	for _, text := range []string{long + ": 1\n", "version: " + long + "\n", "version: 1\noperations: {" + long + ": {id: A}}\n", "version: 1\noperations: {GET /a: {" + long + ": A}}\n"} {
		if _, err := lock.Parse("names.yaml", []byte(text)); err == nil || len(err.Error()) > 4000 {
			t.Errorf("%.40s: %.200v", text, err)
		}
	}
}
