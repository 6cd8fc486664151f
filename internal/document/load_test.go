package document_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

const head = "openapi: 3.0.3\ninfo: {title: t, version: v}\n"

func load(t *testing.T, text string) *document.Document {
	t.Helper()
	d, err := document.Load([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestLines: whatever is wrong with a document, the message tells the line.
func TestLines(t *testing.T) {
	const op = "  /a:\n    get:\n      operationId: a\n      responses:\n        '200': {description: ok}\n"
	for name, c := range map[string]struct{ text, want string }{
		"no YAML":                {head + "paths: {\n", "line "},
		"two documents":          {head + "paths: {}\n---\nopenapi: 3.0.3\n", "line 5: a second document begins"},
		"a key twice":            {head + "paths: {}\nx: 1\nx: 2\n", "line 5: "},
		"a key twice in JSON":    {"{\"openapi\": \"3.0.3\",\n\"x\": 1,\n\"x\": 2}", `line 3: the key "x" is already given in line 2`},
		"a key that is a list":   {head + "paths: {}\nx: {[a]: 1}\n", "line 4: "},
		"not a number":           {head + "paths: {}\nx: .nan\n", "line 4: .nan is not a number that JSON has"},
		"a type in a schema":     {head + "paths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n      properties:\n        b:\n          minLength: [1]\n", "(line 10)"},
		"a type in a parameter":  {head + "paths:\n" + op + "      parameters:\n        - in: query\n          explode: [x]\n          name: x\n          schema: {type: string}\n", "(line 10)"},
		"a type in JSON":         {"{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"t\", \"version\": \"v\"}, \"paths\": {},\n\"components\": {\"schemas\": {\n\"A\": {\"minLength\": [1]}}}}", "(line 3)"},
		"a reference to nothing": {head + "paths: {}\ncomponents:\n  schemas:\n    A:\n      $ref: '#/components/schemas/A/properties/b'\n", "(line 7)"},
		"a reference outside":    {head + "paths:\n  /a:\n    $ref: other.yaml\n", "(line 5)"},
		"an invalid operation":   {head + "paths:\n" + op + "      requestBody: {content: {a/b: {schema: {type: object}, encoding: {c: {style: odd}}}}}\n", "(line 5)"},
		"an invalid component":   {head + "paths: {}\ncomponents:\n  parameters:\n    B: {in: query, name: b, schema: {}}\n    A: {in: nowhere, name: a, schema: {}}\n", "(line 7)"},
	} {
		_, err := document.Load([]byte(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	load(t, "---\n"+head+"paths: {}\n...\n---\n") // what follows is empty
	for name, c := range map[string]struct{ text, want string }{
		"an entry without a name": {"[{operationId: b}, {summary: c}]", "GET /a x-variants/1: the entry has no operationId (line 9)"},
		"an unknown body":         {"[{operationId: b, requestBody: '#/components/schemas/No'}]", "GET /a x-variants/0/requestBody: \"#/components/schemas/No\" is not a schema under #/components/schemas (line 9)"},
		"an unknown response":     {"[{operationId: b, responses: {'200': No}}]", "GET /a x-variants/0/responses/200: \"No\" is not a schema"},
		"another form":            {"7", "GET /a: x-variants must be a list of objects with operationId: it is a number (line 9)"},
	} {
		_, err := load(t, head+"paths:\n"+op+"      x-variants: "+c.text+"\n").Operations()
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	d := load(t, head+"paths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n")
	if d.Line("/components/schemas/A/type") != 7 || d.Line("/components/schemas/A") != 6 || d.Line("/components/schemas/B") != 0 || d.At("/components/schemas/B") != " (line 5)" {
		t.Error(d.Line("/components/schemas/A/type"), d.Line("/components/schemas/A"), d.Line("/components/schemas/B"), d.At("/components/schemas/B"))
	}
}

// TestOrder: names come in the order of the file, in YAML and in JSON.
func TestOrder(t *testing.T) {
	const yaml = head + `
paths:
  /b: {post: {responses: {'200': {description: ok}}}, get: {responses: {'200': {description: ok}}}}
  /a: {get: {responses: {'200': {description: ok}}}}
components:
  schemas:
    B: &b {type: object, properties: {z: {type: string}, m: {type: object, properties: {q: {}, p: {}}}, a: {}}}
    A: {type: object, properties: {y: {$ref: '#/components/schemas/B'}, x: {}}, allOf: [{$ref: '#/components/schemas/B'}, {properties: {x: {}, w: {}}}]}
    C: {<<: *b, title: merged in}
`
	d := load(t, yaml)
	text, err := d.MarshalJSON() // which sorts all keys
	if err != nil {
		t.Fatal(err)
	}
	const json = `{"openapi": "3.0.3", "info": {"title": "t", "version": "v"},
"paths": {"/b": {"post": {"responses": {"200": {"description": "ok"}}}, "get": {"responses": {"200": {"description": "ok"}}}},
"/a": {"get": {"responses": {"200": {"description": "\ud83d\ude00"}}}}},
"components": {"schemas": {"A": {"type": "object", "properties": {"y": {"$ref": "#/components/schemas/B"}, "x": {}},
"allOf": [{"$ref": "#/components/schemas/B"}, {"properties": {"x": {}, "w": {}}}]},
"B": {"type": "object", "properties": {"z": {"type": "string"}, "m": {"type": "object", "properties": {"q": {}, "p": {}}}, "a": {}}},
"C": {"type": "object", "properties": {"z": {"type": "string"}, "m": {"type": "object", "properties": {"q": {}, "p": {}}}, "a": {}}}}}}`
	for name, c := range map[string]struct{ text, paths, a, b, inner string }{
		"YAML":        {yaml, "POST /b,GET /b,GET /a", "y,x,z,m,a,w", "z,m,a", "q,p"},
		"JSON":        {json, "POST /b,GET /b,GET /a", "y,x,z,m,a,w", "z,m,a", "q,p"},
		"sorted JSON": {string(text), "GET /a,GET /b,POST /b", "x,y,a,m,z,w", "a,m,z", "p,q"},
	} {
		d := load(t, c.text)
		ops, err := d.Operations()
		if err != nil {
			t.Fatal(err)
		}
		var paths []string
		for _, op := range ops {
			paths = append(paths, op.Where)
		}
		a, err := d.Merged(d.Components.Schemas["A"].Value)
		if err != nil {
			t.Fatal(err)
		}
		order := func(s *openapi3.Schema) string { return strings.Join(d.Properties(s), ",") }
		b := d.Components.Schemas["B"].Value
		if got := strings.Join(paths, ","); got != c.paths {
			t.Errorf("%s: the operations are %s", name, got)
		}
		for what, pair := range map[string][2]string{
			"A": {order(a), c.a}, "B": {order(b), c.b}, "C": {order(d.Components.Schemas["C"].Value), c.b},
			"inside B": {order(b.Properties["m"].Value), c.inner},
		} {
			if pair[0] != pair[1] {
				t.Errorf("%s: the properties of %s are %s, want %s", name, what, pair[0], pair[1])
			}
		}
	}
	made := &openapi3.Schema{Properties: openapi3.Schemas{"b": nil, "a": nil}}
	if got := d.Properties(made); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("a schema of no file has the properties %q", got)
	}
}

// TestLargeNumbers: whole numbers beyond 64 bits are read, as far as a float holds them.
func TestLargeNumbers(t *testing.T) {
	d := load(t, head+"paths: {}\ncomponents: {schemas: {A: {type: integer, minimum: -9223372036854775808, maximum: 18446744073709551616, example: 123456789012345678901234567890}}}\n")
	s := d.Components.Schemas["A"].Value
	if *s.Min != -9223372036854775808 || *s.Max != 18446744073709551616 || s.Example != 123456789012345678901234567890.0 {
		t.Error(*s.Min, *s.Max, s.Example)
	}
}

// TestHostileDocuments: no document ends the program or keeps it busy.
func TestHostileDocuments(t *testing.T) {
	bomb := head + "paths: {}\nx0: &x0 {a: 1}\n"
	merges := bomb
	for i := 1; i < 40; i++ {
		name, before := "x"+string(rune('0'+i/10))+string(rune('0'+i%10)), "x"+string(rune('0'+(i-1)/10))+string(rune('0'+(i-1)%10))
		if i == 1 {
			before = "x0"
		}
		bomb += name + ": &" + name + " [*" + before + ", *" + before + "]\n"
		merges += name + ": &" + name + " {<<: [*" + before + ", *" + before + "], b: " + name + "}\n"
	}
	for name, text := range map[string]string{
		"aliases": bomb, "merge keys": merges, "deep": head + "paths: " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000),
		"deep JSON":      `{"openapi":"3.0.3","paths":` + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "}",
		"itself":         head + "paths: &p {/a: *p}\n",
		"nothing":        head + "paths: {/a: null, /b: {get: null}}\n",
		"a loop of refs": head + "paths: {}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}\n",
	} {
		d, err := document.Load([]byte(text))
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%s: %q", name, err)
			}
			continue
		}
		if _, err := d.Operations(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
