package gogen_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// service is a small document that configurations name.
const service = head + `paths:
  /a:
    get: {operationId: ListA, tags: [One, Two], parameters: [{name: a-b, in: query, schema: {type: string}}], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}
    delete: {operationId: DeleteA, tags: [Two], responses: {'204': {description: ok}}}
  /b/{id}:
    get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}
  /c:
    post:
      operationId: ActOnC
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {'204': {description: ok}}
      x-variants: [{operationId: StartC, requestBody: '#/components/schemas/Start'}, {operationId: StopC}]
components:
  schemas:
    A: {type: object, properties: {name: {type: string}, inner: {type: object, properties: {x: {type: string}}}, Name2: {type: string}}}
    B: {type: array, items: {$ref: '#/components/schemas/Item'}}
    Item: {type: object, properties: {name: {type: string}}}
    Start: {type: object, properties: {at: {type: string}}}
    dotted.name: {type: object, properties: {a.b: {type: string}}}
`

// generated is all code for a document and a configuration; an error is given back in its
// place.
func generated(t *testing.T, spec, config string) string {
	t.Helper()
	c, err := gogen.ReadConfig("gen.yaml", []byte(config))
	if err != nil {
		return err.Error()
	}
	files, err := gogen.Generate([]byte(spec), gogen.Options{Package: "p", Source: "x.yaml", Config: c})
	if err != nil {
		var wrong *gogen.ConfigError
		if strings.HasPrefix(err.Error(), "gen.yaml:") != errors.As(err, &wrong) {
			t.Errorf("the error is of type %T: %v", err, err)
		}
		return err.Error()
	}
	var b strings.Builder
	for name, text := range files {
		b.WriteString("// file " + name + "\n" + string(text))
	}
	return b.String()
}

func TestConfiguration(t *testing.T) {
	for name, c := range map[string]struct {
		config string
		has    []string
		hasNot []string
	}{
		"nothing":                     {"", []string{") ListA(", ") GetBID(", ") StartC(", "type DottedName struct", "ExampleClient_ListA", "Inspect()", "// file models.gen.go"}, nil},
		"only a comment":              {"# nothing yet\n", []string{") ListA("}, nil},
		"empty keys":                  {"include:\nnames:\n  schemas:\nexclude: {tags: }\n", []string{") ListA(", "type DottedName struct"}, nil},
		"a tag":                       {"include: {tags: [One]}", []string{") ListA(", "type A struct"}, []string{") DeleteA(", "StartC", "type Item struct", "DottedName"}},
		"patterns":                    {"include: {tags: ['T*'], operations: ['St*']}", []string{") ListA(", ") DeleteA(", ") StartC(", ") StopC("}, []string{") GetBID("}},
		"an operation without a name": {"include: {operations: [\"GET /b/*\"]}", []string{") GetBID(", "type B []Item", "type Item struct"}, []string{") ListA(", "type A struct"}},
		"below a path":                {"include: {operations: ['GET /*']}", []string{") GetBID(", ") ListA("}, []string{") DeleteA(", ") StartC("}},
		"any method":                  {"include: {operations: ['* /b/*']}", []string{") GetBID("}, []string{") ListA("}},
		"below, but no deeper word":   {"include: {operations: ['* /*id?']}", []string{") GetBID("}, []string{") ListA("}},
		"exclude a variant":           {"exclude: {operations: [StopC]}", []string{") ListA(", ") StartC("}, []string{") StopC(", "DottedName"}},
		"exclude wins":                {"include: {tags: [Two]}\nexclude: {operations: [ListA]}", []string{") DeleteA("}, []string{") ListA("}},
		"keep what is not used":       {"include: {tags: [One]}\nunused: keep", []string{"type Item struct", "DottedName"}, []string{") DeleteA("}},
		"drop what is not used":       {"unused: drop", []string{") ListA("}, []string{"DottedName"}},
		"names": {"names:\n  operations: {ListA: Everything, 'GET /b/{id}': ShowB, StopC: Halt}\n  schemas: {Item: Thing}\n" +
			"  properties: {Item.name: Title, AInner.x: Ex, dotted.name.a.b: Deep}\n  parameters: {ListA.a-b: Filter, 'GET /b/{id}.id': Key}",
			[]string{") Everything(", ") ShowB(ctx context.Context, key string", ") Halt(", "type B []Thing", "Title *string `json:\"name", "Ex *string `json:\"x", "Deep *string `json:\"a.b", "Filter *string"},
			[]string{"type Item ", ") GetBID(", "AB *string"}},
		"a name of initialisms":       {"initialisms: [INNER, IoT]", []string{"type AINNER struct", "INNER *AINNER"}, nil},
		"service":                     {"service: 'x\"; PWNED'", []string{`sdk.Service{Name: "x\"; PWNED"`}, nil},
		"one file":                    {"layout: single", []string{"// file client.gen.go", "// file examples.gen_test.go", "package p"}, []string{"// file doc.gen.go", "// file models.gen.go"}},
		"a file for each tag":         {"layout: tags", []string{"// file one_client.gen.go", "// file two_client.gen.go", "// file client.gen.go", "// file models.gen.go"}, nil},
		"without examples":            {"examples: false", []string{") ListA("}, []string{"// file examples"}},
		"without checks of responses": {"responseChecks: false", []string{"Validate()"}, []string{"Inspect()", "func (v *Item) check"}},
		"an alias":                    {"include: {tags: &x [One], operations: [ListA]}\nexclude: {operations: [DeleteA]}\nspec: &s a\nout: *s", []string{") ListA("}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			text := generated(t, service, c.config)
			flat := strings.Join(strings.Fields(text), " ")
			for _, piece := range c.has {
				if !strings.Contains(flat, strings.Join(strings.Fields(piece), " ")) {
					t.Errorf("%q is not there", piece)
				}
			}
			for _, piece := range c.hasNot {
				if strings.Contains(flat, piece) {
					t.Errorf("%q is there", piece)
				}
			}
			if t.Failed() && len(text) < 1000 {
				t.Log(text)
			}
		})
	}
}

func TestConfigurationForTheCommand(t *testing.T) {
	c, err := gogen.ReadConfig("gen.yaml", []byte("spec: a/b.yaml\npackage: p\nout: ../x\n"))
	if err != nil || c.Spec != "a/b.yaml" || c.Package != "p" || c.Out != "../x" {
		t.Errorf("%+v %v", c, err)
	}
}

// TestReadme: the configuration that the guide for Go developers shows has no mistake, and suits the
// document whose names it uses.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(golden.Root(t), "docs", "go-developers.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(text), "`gen --config gen.yaml` reads all other settings")
	_, block, _ := strings.Cut(section, "```yaml\n")
	block, _, _ = strings.Cut(block, "```")
	c, err := gogen.ReadConfig("go-developers.md", []byte(block))
	if err != nil || c.Package != "vaults" {
		t.Fatalf("%v in\n%s", err, block)
	}
	spec, err := os.ReadFile(filepath.Join(golden.Root(t), "spec", "cbr.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	all := generated(t, string(spec), block)
	for _, piece := range []string{") ListVaults(", ") ShowBackup(", ") ShowVault(", "type Backup struct", "BillingInfo ", "PageSize "} {
		if !strings.Contains(all, piece) {
			t.Errorf("%q is not there: %.300s", piece, all)
		}
	}
	for _, piece := range []string{") DeleteBackup(", ") BatchCreateAndDeleteVaultTags(", ") CreateVaultTags("} {
		if strings.Contains(all, piece) {
			t.Errorf("%q is there", piece)
		}
	}
}

// TestWrongConfiguration: one line each, that begins with the place.
func TestWrongConfiguration(t *testing.T) {
	for name, c := range map[string]struct {
		config string
		want   []string // the first is the start
	}{
		"not YAML":               {"spec: x\ninclude:\n  tags: [a\n", []string{"gen.yaml:3: this is not YAML"}},
		"a tab":                  {"spec: x\n\tout: y\n", []string{"gen.yaml:2: this is not YAML"}},
		"unknown alias":          {"spec: x\n\nout: *nowhere\n", []string{"gen.yaml:3: this is not YAML"}},
		"two documents":          {"spec: x\n---\nout: y\n", []string{"gen.yaml:2: ", "one document"}},
		"a list":                 {"- spec\n", []string{"gen.yaml:1: a configuration must have keys"}},
		"a word":                 {"\nspec", []string{"gen.yaml:2: a configuration must have keys"}},
		"unknown key":            {"spec: x\nlayuot: single\n", []string{`gen.yaml:2: there is no key "layuot"; did you mean layout?`}},
		"unknown key, not near":  {"colour: red\n", []string{`gen.yaml:1: there is no key "colour"`}},
		"unknown key inside":     {"include:\n  tag: [x]\n", []string{`gen.yaml:2: there is no key "tag" in include; did you mean tags?`}},
		"unknown list of names":  {"names: {schema: {A: B}}\n", []string{`gen.yaml:1: there is no key "schema" in names; did you mean schemas?`}},
		"key twice":              {"spec: x\nout: y\nspec: z\n", []string{`gen.yaml:3: the key "spec" is already in line 1`}},
		"name twice":             {"names:\n  schemas:\n    A: B\n    A: C\n", []string{`gen.yaml:4: the key "A" is already in line 3`}},
		"merge key":              {"names:\n  <<: {schemas: {A: B}}\n", []string{"gen.yaml:2: there is no key"}},
		"key that is a list":     {"names:\n  ? [a]\n  : b\n", []string{"gen.yaml:2: a key must be a word"}},
		"text that is a list":    {"spec: [x]\n", []string{"gen.yaml:1: a text is needed"}},
		"text that is empty":     {"\nout: ''\n", []string{"gen.yaml:2: a text is needed"}},
		"text that hides":        {"service: \"a\\u202eb\"\n", []string{"gen.yaml:1: ", "characters"}},
		"text of two lines":      {"service: \"a\\nb\"\n", []string{"gen.yaml:1: ", "characters"}},
		"list that is a text":    {"include:\n  tags: One\n", []string{"gen.yaml:2: include.tags must be a list"}},
		"mapping that is a list": {"include: [One]\n", []string{"gen.yaml:1: include must have keys"}},
		"package":                {"package: my package\n", []string{"gen.yaml:1: \"my package\" cannot be the name of a package"}},
		"layout":                 {"layout: tag\n", []string{`gen.yaml:1: "tag" is not known here; it is kinds, single or tags`}},
		"unused":                 {"unused: no\n", []string{`gen.yaml:1: "no" is not known here; it is drop or keep`}},
		"examples":               {"examples: maybe\n", []string{"gen.yaml:1: true or false"}},
		"pattern":                {"include:\n  tags: [One,\n    'a[']\n", []string{`gen.yaml:3: "a[" is not a pattern`}},
		"name not exported":      {"names: {schemas: {A: thing}}\n", []string{`gen.yaml:1: "thing" is not an exported Go name`}},
		"name that is code":      {"names: {schemas: {A: 'A struct{}; func init() { PWNED() }; type B'}}\n", []string{"gen.yaml:1: ", "is not an exported Go name"}},
		"initialism":             {"initialisms: [CCE,\n  a-b]\n", []string{`gen.yaml:2: "a-b" is not an initialism`}},
		"initialism as code":     {"initialisms: ['A;PWNED()']\n", []string{"gen.yaml:1: ", "is not an initialism"}},
		"no such tag":            {"include:\n  tags: [One, Tow]\n", []string{`gen.yaml:2: include.tags: no operation has a tag "Tow"; did you mean Two?`}},
		"no such path":           {"include:\n  operations: [\"GET /a/*\"]\n", []string{`gen.yaml:2: include.operations: there is no operation "GET /a/*"`}},
		"ids end at no slash":    {"include:\n  operations: [\"*b/*\"]\n", []string{`gen.yaml:2: include.operations: there is no operation "*b/*"`}},
		"no such operation":      {"exclude:\n  operations:\n    - ListB*\n", []string{`gen.yaml:3: exclude.operations: there is no operation "ListB*"; did you mean ListA?`}},
		"operation of variants":  {"include: {operations: [ActOnC]}\n", []string{`gen.yaml:1: include.operations: there is no operation "ActOnC"`}},
		"nothing is left":        {"include: {operations: [ListA]}\nexclude: {tags: [One]}\n", []string{"gen.yaml:1: include and exclude leave no operation"}},
		"name of no operation":   {"names:\n  operations:\n    ListAA: X\n", []string{`gen.yaml:3: names.operations: there is no operation "ListAA"; did you mean ListA?`}},
		"name of excluded operation": {"exclude: {operations: [ListA]}\nnames: {operations: {ListA: X}}\n",
			[]string{"gen.yaml:2: names.operations: ListA is not in the package"}},
		"name of an operation twice": {"names:\n  operations:\n    ListA: X\n    GET /a: Y\n", []string{"gen.yaml:4: names.operations: GET /a has another name in this file already"}},
		"name of no schema":          {"names: {schemas: {a: X}}\n", []string{`gen.yaml:1: names.schemas: there is no schema "a"; did you mean A?`}},
		"name of dropped schema":     {"unused: drop\nnames:\n  schemas: {dotted.name: X}\n", []string{"gen.yaml:3: names.schemas: dotted.name is not in the package"}},
		"name of no property":        {"names: {properties: {A.nmae: X}}\n", []string{`gen.yaml:1: names.properties: A has no property "nmae"; did you mean name?`}},
		"property of no schema":      {"names: {properties: {Itme.name: X}}\n", []string{`gen.yaml:1: names.properties: there is no schema "Itme"; did you mean Item?`}},
		"property of a list":         {"names: {properties: {B.name: X}}\n", []string{"gen.yaml:1: names.properties: B is not a structure"}},
		"property of a dropped one":  {"include: {tags: [One]}\nnames: {properties: {Item.name: X}}\n", []string{"gen.yaml:2: names.properties: Item is not in the package"}},
		"property by the Go name":    {"names: {schemas: {Item: Thing}, properties: {Thing.name: X}}\n", []string{"gen.yaml:1: names.properties: call the schema as the document does: Item.name"}},
		"property alone":             {"names: {properties: {name: X}}\n", []string{"gen.yaml:1: names.properties: write schema.property"}},
		"name of no parameter":       {"names: {parameters: {ListA.a_b: X}}\n", []string{`gen.yaml:1: names.parameters: ListA has no parameter "a_b"; did you mean a-b?`}},
		"parameter of no operation":  {"names: {parameters: {ListX.a: X}}\n", []string{`gen.yaml:1: names.parameters: there is no operation "ListX"; did you mean ListA?`}},
		"parameter alone":            {"names: {parameters: {a-b: X}}\n", []string{"gen.yaml:1: names.parameters: write operation.parameter"}},
		"schema as another": {"names: {schemas: {Item: Start}}\n",
			[]string{"gen.yaml:1: ", "#/components/schemas/Item and #/components/schemas/Start", "Go type Start", `names: {schemas: {"Start": Start2}}`}},
		"schema as the client": {"\nnames: {operations: {ListA: Do}}\n", []string{"gen.yaml:2: ", "Go method Do", `names: {operations: {"ListA": Do2}}`}},
		"operation as another": {"names: {operations: {ListA: DeleteA}}\n", []string{"gen.yaml:1: ", "GET /a (ListA)", "DELETE /a (DeleteA)"}},
		"property as another":  {"names: {properties: {A.Name2: Name}}\n", []string{"gen.yaml:1: ", "Go field Name", `names: {properties: {"A.`}},
		"property as a method": {"names: {properties: {A.name: Validate}}\n", []string{"gen.yaml:1: ", "a method of each structure", "Go field Validate"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := generated(t, service, c.config)
			if !strings.HasPrefix(got, c.want[0]) || strings.Contains(got, "\n") {
				t.Errorf("got %.300s", got)
			}
			for _, piece := range c.want {
				if !strings.Contains(got, piece) {
					t.Errorf("the message does not say %s: %.300s", piece, got)
				}
			}
		})
	}
}

// FuzzConfig: a configuration is read, or refused in one line that begins with its place.
func FuzzConfig(f *testing.F) {
	for _, seed := range []string{
		"", "spec: x", "include: {tags: [a*]}", "names: {schemas: {A: B}}", "a: *b", "&a [*a]", "? ", "- - -", "{", "layout: \x00", "names: &a {schemas: *a}",
		"spec: &a [*a]", "examples: 1", "--- \n---", "\ufeffspec: x", "%YAML 3.0\n---\n", "!!binary x", "names: {schemas: {? {} : B}}", "&x spec: *x",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := gogen.ReadConfig("gen.yaml", []byte(text)); err != nil {
			if !strings.HasPrefix(err.Error(), "gen.yaml:") || strings.ContainsAny(err.Error(), "\n\r\x00") || strings.HasPrefix(err.Error(), "gen.yaml:0") {
				t.Errorf("%q", err)
			}
		}
	})
}

// TestLongMistakes: a message that quotes the configuration has a bound, also one that comes up later.
func TestLongMistakes(t *testing.T) {
	long := strings.Repeat("ü", 9000)
	for _, text := range []string{long + ": 1\n", "layout: " + long + "\n", "names: {schemas: {A: " + long + "}}\n", "include: {tags: ['[" + long + "']}\n", "names: {schemas: {" + long + ": A}}\n"} {
		c, err := gogen.ReadConfig("gen.yaml", []byte(text))
		if err == nil {
			_, err = gogen.Generate([]byte(head+"paths: {}\n"), gogen.Options{Package: "p", Config: c})
		}
		if err == nil || len(err.Error()) > 4000 {
			t.Errorf("%.40s: %.200v", text, err)
		}
	}
}
