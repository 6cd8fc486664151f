package gogen_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

const head = "openapi: 3.0.3\ninfo: {title: t, version: v}\n"

// TestRefuses lists documents that cannot be used. Each error is one line that says what
// is wrong, and where two things clash it names both. Of faults that could be repaired the
// user wants none.
func TestRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		spec string
		want []string // pieces of the message
	}{
		"not YAML":                 {"\tx: [", []string{"not a YAML or JSON document"}},
		"not a document":           {"just text", []string{"not a YAML or JSON document"}},
		"empty":                    {"", []string{"not an OpenAPI document"}},
		"Swagger":                  {"swagger: '1.2'\npaths: {}", []string{"Swagger 1.2", "are read"}},
		"OpenAPI 4.1":              {"openapi: 4.1.0\ninfo: {title: t, version: v}\npaths: {}", []string{"OpenAPI 4.1.0", "are read"}},
		"no paths":                 {head, []string{"no `paths`"}},
		"no info":                  {"openapi: 3.0.3\npaths: {}", []string{"the document has 3 faults", "no info"}},
		"unknown ref":              {head + "paths: {}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/B'}}}", []string{"components/schemas/B"}},
		"reference to file":        {head + "paths: {}\ncomponents: {schemas: {A: {$ref: 'other.yaml#/A'}}}", []string{"leads outside the document", "other.yaml"}},
		"reference to address":     {head + "paths: {}\ncomponents: {schemas: {A: {$ref: 'http://169.254.169.254/a#/A'}}}", []string{"leads outside the document"}},
		"reference to system file": {head + "paths: {/a: {$ref: '/etc/passwd'}}", []string{"leads outside the document"}},
		"two schemas, one name": {head + "paths: {}\ncomponents: {schemas: {vault_id: {type: string}, VaultID: {type: string}}}",
			[]string{"#/components/schemas/VaultID", "#/components/schemas/vault_id", "Go type VaultID", `names: {schemas: {"vault_id": AnotherName}}`,
				`{target: "$.components.schemas['vault_id']", update: {x-go-name: AnotherName}}`}},
		"two schemas, the next name taken": {head + "paths: {}\ncomponents: {schemas: {a_b: {type: string}, A-B: {type: string}, AB2: {type: string}}}", []string{"Go type AB", `{"a_b": AnotherName}`}},
		"schema whose name is hostile":     {head + "paths: {}\ncomponents: {schemas: {a.b: {type: string}, a_b: {type: string}}}", []string{`{"a_b": AnotherName}`}},
		"name chosen badly":                {head + "paths: {}\ncomponents: {schemas: {A: {type: object, x-go-name: 'x; PWNED', properties: {a: {}}}}}", []string{"#/components/schemas/A", "PWNED"}},
		"key twice":                        {head + "paths: {}\nx: 1\nx: 2\n", []string{"x"}},
		"infinity":                         {head + "paths: {}\nx-a: .inf\n", []string{"line 4", ".inf"}},
		"alias bomb":                       {head + "paths: {}\nx-a: &a [x,x,x,x,x,x,x,x,x,x]\nx-b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nx-c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nx-d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\nx-e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nx-f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\nx-g: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f,*f]\nx-h: &h [*g,*g,*g,*g,*g,*g,*g,*g,*g,*g]\nx-i: [*h,*h,*h,*h,*h,*h,*h,*h,*h,*h]\n", []string{"line 4", "aliases"}},
		"two operations, one name": {head + "paths: {/a: {get: {operationId: show it, responses: {'200': {description: ok}}}}, /b: {get: {operationId: showIt, responses: {'200': {description: ok}}}}}",
			[]string{"GET /a", "GET /b", "Go method ShowIt", `names: {operations: {"showIt": AnotherName}}`, `{target: "$.paths['/b'].get", update: {x-go-name: AnotherName}}`}},
		"two operations without id": {head + "paths: {/a_b: {get: {responses: {'200': {description: ok}}}}, /a-b: {get: {responses: {'200': {description: ok}}}}}",
			[]string{"Go method GetAB", `names: {operations: {"GET /a-b": AnotherName}}`, `{target: "$.paths['/a-b'].get", update: {x-go-name: AnotherName}}`}},
		"two variants, one name": {head + "paths: {/a: {get: {operationId: a, x-variants: [{operationId: b-c}, {operationId: b_c}], responses: {'200': {description: ok}}}}}",
			[]string{"Go method BC", `names: {operations: {"b_c": AnotherName}}`, `{target: "$.paths['/a'].get['x-variants'][1]", update: {x-go-name: AnotherName}}`}},
		"three parameters, one name": {head + "paths: {/a: {get: {operationId: a, parameters: [{name: a-b, in: query, schema: {type: string}}, {name: a_b, in: query, schema: {type: string}}, {name: a.b, in: query, schema: {type: string}}], responses: {'200': {description: ok}}}}}",
			[]string{"GET /a parameter a-b in query", "GET /a parameter a.b in query", "Go field AB", `names: {parameters: {"a.a.b": AnotherName}}`}},
		"two path parameters, one name": {head + "paths: {'/a/{a-b}/{a_b}': {get: {operationId: a, parameters: [{name: a-b, in: path, required: true, schema: {type: string}}, {name: a_b, in: path, required: true, schema: {type: string}}], responses: {'200': {description: ok}}}}}",
			[]string{"parameter a-b", "parameter a_b", "Go parameter AB", `names: {parameters: {"a.a_b": AnotherName}}`}},
		"method of another method": {head + "paths: {/a: {get: {operationId: do, responses: {'200': {description: ok}}}}}",
			[]string{"GET /a", "calls without a method", "Go method Do"}},
		"path parameter not described": {head + "paths: {'/a/{id}': {get: {operationId: a, responses: {'200': {description: ok}}}}}", []string{"id"}},
		"constant of another type": {head + "paths: {}\ncomponents: {schemas: {A: {type: object, required: [a], properties: {a: {type: integer, x-constant: word}}}}}",
			[]string{"x-constant", "word", "int64", "/properties/a"}},
		"variant without operationId": {head + "paths: {/a: {get: {operationId: a, x-variants: [{summary: s}], responses: {'200': {description: ok}}}}}",
			[]string{"GET /a x-variants/0", "operationId"}},
		"variant with unknown body": {head + "paths: {/a: {post: {operationId: a, x-variants: [{operationId: b, requestBody: '#/components/schemas/No'}], responses: {'200': {description: ok}}}}}",
			[]string{"x-variants/0/requestBody", "#/components/schemas/No"}},
		"variants of another form": {head + "paths: {/a: {get: {operationId: a, x-variants: yes, responses: {'200': {description: ok}}}}}", []string{"x-variants must be a list"}},
		"schema that is only itself": {head + "paths: {}\ncomponents: {schemas: {A: {allOf: [{$ref: '#/components/schemas/B'}]}, B: {allOf: [{$ref: '#/components/schemas/A'}]}}}",
			[]string{"#/components/schemas/A"}},
		"allOf of itself": {head + "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string}}, allOf: [{$ref: '#/components/schemas/A'}]}}}",
			[]string{"allOf contains itself"}},
	} {
		t.Run(name, func(t *testing.T) {
			files, err := gogen.Generate([]byte(c.spec), gogen.Options{Package: "p", Source: "x.yaml", Strict: true})
			if err == nil {
				t.Fatalf("it was accepted: %d files", len(files))
			}
			for _, piece := range c.want {
				if !strings.Contains(err.Error(), piece) {
					t.Errorf("the message does not mention %q: %v", piece, err)
				}
			}
			if strings.ContainsAny(err.Error(), "\n\r") || strings.Contains(err.Error(), "internal error") {
				t.Errorf("not one plain line: %q", err)
			}
		})
	}
}

// TestNamesThatClash: what has the name of something else gets another one, always the same, and
// the user is told.
func TestNamesThatClash(t *testing.T) {
	const spec = head + `
paths:
  /a: {get: {operationId: show it, parameters: [{name: 'T<', in: query, schema: {type: string}}, {name: 'T>', in: query, schema: {type: string}}, {name: a-b, in: query, schema: {type: string}}, {name: a_b, in: query, schema: {type: string}}, {name: a.b, in: query, schema: {type: string}}], responses: {'200': {description: ok}}}}
  /b: {get: {operationId: showIt, responses: {'200': {description: ok}}}}
components:
  schemas:
    vault_id: {type: object, properties: {a-b: {type: string}, a_b: {type: string}, aB: {type: string}, a.b: {type: string}, a--b: {type: string}}}
    VaultID: {type: object, properties: {x: {type: string}}}
    One: {type: object, x-go-name: Same, properties: {y: {type: string}}}
    Two: {type: object, x-go-name: Same, properties: {z: {type: string}}}
`
	var told []string
	files, err := gogen.Generate([]byte(spec), gogen.Options{Package: "p", Source: "x.yaml", Warn: func(text string) { told = append(told, text) }})
	if err != nil {
		t.Fatal(err)
	}
	all := string(files[gogen.ModelsFile]) + string(files[gogen.ClientFile]) + string(files[gogen.RequestsFile])
	for _, piece := range []string{
		"type VaultID struct", "type VaultId struct", "type Same struct", "type Two struct", "AB5 ", "TBefore ", "TAfter ", "QueryAB ", "AB3 ",
		") ShowIt(", ") GetB(",
	} {
		if !strings.Contains(all, piece) {
			t.Errorf("there is no %q", piece)
		}
	}
	for i, piece := range []string{
		"Go type Same; this one is Two", "Go type VaultID; this one is VaultId", "Go method ShowIt; this one is GetB", "Go field AB; this one is AB3",
	} {
		if len(told) <= i || !strings.Contains(strings.Join(told, "\n"), piece) {
			t.Errorf("nobody was told %q: %q", piece, told)
		}
	}
}

// TestRefusesPagination: a key that does not suit its operation is somebody's mistake. The
// message names the operation, the part of the key, and what is not there.
func TestRefusesPagination(t *testing.T) {
	const spec = head + `paths:
  /a:
    post:
      operationId: ListA
      parameters: [{name: offset, in: query, schema: {type: integer}}, {name: marker, in: header, schema: {type: string}}]
      requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {range: {type: object, properties: {offset: {type: integer}}}, words: {type: array, items: {type: string}}}}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
      x-pagination: §
components: {schemas: {A: {type: object, properties: {rows: {type: array, items: {type: object, properties: {id: {type: string}}}}, words: {type: array, items: {type: string}}, count: {type: integer}, next: {type: string}}}}}
`
	for name, c := range map[string]struct{ key, want string }{
		"a word":                     {"yes please", "x-pagination must be an object with a style: it is a string"},
		"a member of a type":         {"{style: 1}", "x-pagination must be an object with a style: style is a number"},
		"no style":                   {"{items: /rows}", `style "" is not known; it is offset, page, marker or link`},
		"unknown style":              {"{style: cursor}", `style "cursor" is not known`},
		"no such list":               {"{style: offset, items: /lines, offset: offset}", `items "/lines": there is no member "lines"`},
		"no such list inside":        {"{style: offset, items: /rows/lines, offset: offset}", `items "/rows/lines": there is no member "lines"`},
		"no list":                    {"{style: offset, items: /count, offset: offset}", `items "/count": this is not a list`},
		"the response is not a list": {"{style: offset, offset: offset}", `items "": this is not a list`},
		"no such parameter":          {"{style: offset, items: /rows, offset: start}", `offset "start": there is no such query parameter`},
		"parameter elsewhere":        {"{style: marker, items: /rows, marker: marker, key: id}", `marker "marker": there is no such query parameter`},
		"no parameter":               {"{style: page, items: /rows}", "the style is page, but there is no page"},
		"unknown place":              {"{style: offset, in: header, items: /rows, offset: offset}", `in "header" is not known; it is query or body`},
		"no such member of body":     {"{style: offset, in: body, items: /rows, offset: /offset}", `offset "/offset": there is no member "offset"`},
		"no such member far in":      {"{style: page, in: body, items: /rows, page: /range/page}", `page "/range/page": there is no member "page"`},
		"not a structure":            {"{style: page, in: body, items: /rows, page: /words/page}", `page "/words/page": there is no member "page"`},
		"neither next nor key":       {"{style: marker, items: /rows, marker: offset}", "there is neither next nor key"},
		"no such next":               {"{style: marker, items: /rows, marker: offset, next: /page/next}", `next "/page/next": there is no member "page"`},
		"no such key":                {"{style: marker, items: /rows, marker: offset, key: uuid}", `key "uuid": there is no member "uuid"`},
		"a list of texts":            {"{style: marker, items: /words, marker: offset, key: id}", ""}, // one page, and no more
		"no link":                    {"{style: link, items: /rows}", "the style is link, but there is no link"},
		"no such link":               {"{style: link, items: /rows, link: /links}", `link "/links": there is no member "links"`},
		"no such count":              {"{style: offset, items: /rows, offset: offset, count: /total}", `count "/total": there is no member "total"`},
		"name of a hostile place":    {`{style: offset, items: "/a\u202e\n", offset: offset}`, `items "/a": there is no member "a"`},
		"no mistake":                 {"{style: offset, in: body, items: /rows, offset: /range/offset, count: /count}", ""},
		"none":                       {"null", ""},
	} {
		_, err := gogen.Generate([]byte(strings.Replace(spec, "§", c.key, 1)), gogen.Options{Package: "p", Source: "x.yaml"})
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.want != "" && (err == nil || !strings.HasPrefix(err.Error(), "POST /a (ListA): x-pagination") || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n")):
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRefusesPackageNames(t *testing.T) {
	for _, name := range []string{"", "main", "a b", "p\nimport", "Upper", "func", "1a", "a/b"} {
		if _, err := gogen.Generate([]byte(head+"paths: {}"), gogen.Options{Package: name, Source: "x"}); err == nil {
			t.Errorf("package name %q was accepted", name)
		}
	}
}

// FuzzTexts puts one text wherever a document has free text. Either it is refused in one
// line, or every file is Go without a token of its own from the text.
func FuzzTexts(f *testing.F) {
	for _, seed := range []string{
		"plain", "*/ func X() {}", "a`b\"c", "\n//go:embed x", "%s%d", "\u202eab", "type", "日本語", "+build ignore",
		"\x00", "a,b", "-", "{x}", "\\", "'", "\u2028", "}\n", "x #y", "0", "true", "null", "~", "[", "(?i)", `\s\S[\s]`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		spec := strings.ReplaceAll(`{"openapi":"3.0.3","info":{"title":§,"version":§},"paths":{"/a":{"post":{"operationId":§,
"summary":§,"description":§,"x-source":§,"parameters":[{"name":§,"in":"query","description":§,"schema":{"type":"string","enum":[§]}},
{"name":"fixed","in":"header","x-constant":§,"schema":{"type":"string"}}],
"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}},"responses":{"200":{"description":§}}}}},
"components":{"schemas":{"A":{"description":§,"type":"object","required":["c"],"properties":{"p":{"type":"string","pattern":§},
"c":{"type":"string","x-constant":§},"o":{"type":"object","x-source":§,"properties":{§:{"type":"integer"}}}}}}}}`, "§", quoteJSON(text))
		files, err := gogen.Generate([]byte(spec), gogen.Options{Package: "p", Source: text})
		if err != nil {
			if strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), "internal error") || strings.Contains(err.Error(), "does not parse") {
				t.Fatalf("%q: %q", text, err)
			}
			return
		}
		for file, source := range files {
			_ = tokens(t, file, source)
		}
	})
}

func quoteJSON(text string) string {
	quoted, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string always has a JSON form
	}
	return string(quoted)
}
