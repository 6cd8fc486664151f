package overlay_test

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/overlay"
)

// document is what the pages of lamps gave.
const document = `{"openapi":"3.0.3","paths":{"/lamps":{"get":{"operationId":"ListLamps",` +
	`"parameters":[{"name":"limit","in":"query","schema":{"type":"string"}}],` +
	`"responses":{"200":{"description":"OK","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Lamp"},` +
	`"examples":{"one":{"value":{"schema":{"type":"x"}}}}}}}}}}},` +
	`"components":{"schemas":{"Lamp":{"type":"object","properties":{` +
	`"brightness":{"type":"integer","minimum":1,"x-note":0},` +
	`"colour":{"type":"string","enum":["red","blue"],"x-note":1},` +
	`"parts":{"type":"array","items":{"type":"object","properties":{"watt":{"type":"integer"}}}}}},` +
	`"Shade":{"type":"object","properties":{"brightness":{"type":"number"}}}}}}`

// rows are those of the page lamps.rst.
func rows(page string) ([]overlay.Row, bool) {
	return []overlay.Row{
		{Line: 10, Cells: []string{"brightness", "No", "Integer", "How bright."}},
		{Line: 12, Cells: []string{"colour", "Yes", "String", "Words."}},
		{Line: 20, Cells: []string{"brightness", "No", "Integer", "Of the shade."}},
	}, page == "lamps.rst"
}

// evidence is what an action must carry.
const evidence = "    x-evidence: {seen: 'https://e.x/1', date: 2024-05-31, docs: {page: lamps.rst, line: 10, row: brightness | Integer}}\n"

const head = "overlay: 1.0.0\ninfo: {title: T, version: 1}\nactions:\n"

func action(target, change string) string {
	return head + "  - target: " + target + "\n    " + change + "\n" + evidence
}

// apply applies one overlay, and reports whether its text was refused before.
func apply(t *testing.T, text string) (out string, parsed bool, err error) {
	t.Helper()
	f, err := overlay.Parse("o.yaml", []byte(text))
	if err != nil {
		return "", false, err
	}
	b, err := overlay.Apply([]byte(document), []*overlay.File{f}, rows)
	return string(b), true, err
}

func TestApply(t *testing.T) {
	const seen = `"x-corrected":"https://e.x/1"`
	for name, c := range map[string]struct{ text, old, new string }{
		"a type": {action("$.components.schemas.Lamp.properties.brightness", "update: {type: number}"),
			`"type":"integer","minimum":1,"x-note":0`, `"type":"number","minimum":1,"x-note":0,` + seen},
		"a value of another kind": {action("$.components.schemas.Lamp.properties.brightness", "update: {minimum: 0.5, example: '7'}"),
			`"minimum":1,"x-note":0`, `"minimum":0.5,"x-note":0,"example":"7",` + seen},
		"a day stays text": {action("$.components.schemas.Lamp.properties.colour", "update: {example: 2024-05-31}"),
			`"x-note":1}`, `"x-note":1,"example":"2024-05-31",` + seen + `}`},
		"a value of a list": {action("$.components.schemas.Lamp.properties.colour", "update: {enum: [blue, green]}"),
			`["red","blue"],"x-note":1`, `["red","blue","green"],"x-note":1,` + seen},
		"a list itself": {action("$.components.schemas.Lamp.properties.colour.enum", "update: green"),
			`["red","blue"],"x-note":1`, `["red","blue","green"],"x-note":1,` + seen},
		"a new field": {action("$.components.schemas.Lamp.properties", "update: {zone: {type: string}}"),
			`"watt":{"type":"integer"}}}}`, `"watt":{"type":"integer"}}}},"zone":{"type":"string",` + seen + `}`},
		"a new schema": {action("$.components.schemas", "update: {Zone: {type: string}}"),
			`"Shade"`, `"Shade"`}, // at the end
		"a limit removed": {action("$.components.schemas.Lamp.properties.brightness.minimum", "remove: true"),
			`"minimum":1,"x-note":0`, `"x-note":0,` + seen},
		"a field removed": {action("$.components.schemas.Shade.properties.brightness", "remove: true"),
			`{"brightness":{"type":"number"}}`, `{},` + seen},
		"an element removed": {action("$.components.schemas.Lamp.properties.colour.enum[0]", "remove: true"),
			`["red","blue"],"x-note":1`, `["blue"],"x-note":1,` + seen},
		"inside a list": {action("$.components.schemas.Lamp.properties.parts.items.properties.watt", "update: {type: number}"),
			`"watt":{"type":"integer"}`, `"watt":{"type":"number",` + seen + `}`},
		"a parameter": {action("$.paths['/lamps'].get.parameters[?(@.name=='limit')].schema", "update: {type: integer}"),
			`"schema":{"type":"string"}`, `"schema":{"type":"integer",` + seen + `}`},
		"an operation, which has no mark": {action("$.paths['/lamps'].get", "update: {deprecated: true}"),
			`"one":{"value":{"schema":{"type":"x"}}}}}}}}`, `"one":{"value":{"schema":{"type":"x"}}}}}}}},"deprecated":true`},
		"an example, which is data": {action("$.paths['/lamps'].get.responses['200'].content['application/json'].examples.one.value.schema", "update: {type: y}"),
			`{"type":"x"}`, `{"type":"y"}`},
		"as JSON": {`{"overlay":"1.0.0","info":{"title":"T","version":"1"},"actions":[{"target":"$.components.schemas.Shade","update":{"nullable":true},` +
			`"x-evidence":{"seen":["https://e.x/1"],"date":"2024-05-31","docs":[{"page":"lamps.rst","absent":"zone"}]}}]}`,
			`{"brightness":{"type":"number"}}`, `{"brightness":{"type":"number"}},"nullable":true,` + seen},
	} {
		out, _, err := apply(t, c.text)
		want := strings.Replace(document, c.old, c.new, 1)
		if name == "a new schema" {
			want = strings.TrimSuffix(document, "}}}") + `,"Zone":{"type":"string",` + seen + `}}}}`
		}
		if err != nil || out != want {
			t.Errorf("%s: %v\n got %s\nwant %s", name, err, out, want)
		}
	}
}

// TestStale: corrections can only shrink.
func TestStale(t *testing.T) {
	update := func(docs string) string {
		return head + "  - target: $.components.schemas.Lamp\n    update: {nullable: true}\n" +
			"    x-evidence: {seen: s, date: 2024-05-31, docs: " + docs + "}\n"
	}
	for name, c := range map[string]struct{ text, want string }{
		"nothing there":                 {action("$.components.schemas.Torch", "update: {nullable: true}"), "o.yaml: action 1 ($.components.schemas.Torch): the target matches nothing"},
		"nothing there to remove":       {action("$.components.schemas.Torch", "remove: true"), "matches nothing"},
		"nothing changes":               {action("$.components.schemas.Lamp.properties.brightness", "update: {type: integer}"), "it changes nothing any more: remove it"},
		"no value is new":               {action("$.components.schemas.Lamp.properties.colour", "update: {enum: [red]}"), "it changes nothing"},
		"one of two changes":            {action("$.components.schemas.*.properties.brightness", "update: {type: number}"), "at 1 of its 2 targets"},
		"a single value":                {action("$.components.schemas.Lamp.type", "update: x"), "single value"},
		"the whole document":            {action("$", "remove: true"), "whole document"},
		"no page":                       {update("{page: gone.rst, row: brightness | Integer}"), "there is no page gone.rst any more"},
		"another type by now":           {update("{page: lamps.rst, line: 12, row: colour | Integer}"), `no row of lamps.rst says "colour | Integer" any more (colour stands at line 12)`},
		"no such row":                   {update("{page: lamps.rst, row: zone | Integer}"), `says "zone | Integer" any more:`},
		"cells in another order":        {update("{page: lamps.rst, row: brightness | Integer | No}"), "any more"},
		"part of a cell":                {update("{page: lamps.rst, row: brightness | Int}"), "any more"},
		"there is a row now":            {update("{page: lamps.rst, absent: colour}"), "lamps.rst:12 has a row colour by now"},
		"of three equal rows, two left": {update("[{page: lamps.rst, row: brightness | Integer}, {page: lamps.rst, row: brightness | Integer}, {page: lamps.rst, row: brightness | Integer}]"), "any more"},
	} {
		out, parsed, err := apply(t, c.text)
		if err == nil || !parsed || !strings.Contains(err.Error(), c.want) || out != "" {
			t.Errorf("%s: %v (%q), want %s", name, err, out, c.want)
		}
	}
	for name, docs := range map[string]string{
		"a moved line":    "{page: lamps.rst, line: 999, row: brightness | Integer}",
		"more cells":      "{page: lamps.rst, row: brightness | No | Integer}",
		"two equal rows":  "[{page: lamps.rst, row: brightness | Integer}, {page: lamps.rst, line: 10, row: brightness | Integer}]",
		"a missing field": "{page: lamps.rst, absent: zone}",
	} {
		if _, _, err := apply(t, update(docs)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestStaleAll: one run names all that must be looked at.
func TestStaleAll(t *testing.T) {
	text := action("$.a", "remove: true") + strings.TrimPrefix(action("$.b", "remove: true"), head)
	_, _, err := apply(t, text)
	if err == nil || !strings.Contains(err.Error(), "action 1 ($.a)") || !strings.Contains(err.Error(), "action 2 ($.b)") {
		t.Errorf("got %v", err)
	}
}

func TestParseRefuses(t *testing.T) {
	ok := action("$.a", "remove: true")
	swap := func(old, new string) string {
		if !strings.Contains(ok, old) {
			t.Fatalf("no %q", old)
		}
		return strings.Replace(ok, old, new, 1)
	}
	if _, err := overlay.Parse("o.yaml", []byte(ok)); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ text, want string }{
		"no YAML":              {"a: [", "o.yaml is not YAML"},
		"nothing":              {"", "o.yaml is not an overlay"},
		"a document":           {document, "o.yaml is not an overlay"},
		"a list":               {"- 1", "o.yaml is not an overlay"},
		"version 1.1":          {swap("1.0.0", "1.1.0"), `version "1.1.0"; 1.0.0 is the version that is read`},
		"no info":              {swap("info: {title: T, version: 1}", "extends: x"), "info must have a title and a version"},
		"no action":            {"overlay: 1.0.0\ninfo: {title: T, version: 1}\nactions: []\n", "no action"},
		"no evidence":          {strings.TrimSuffix(ok, evidence), "o.yaml: action 1 ($.a): x-evidence is missing"},
		"no target":            {swap("target: $.a", "description: x"), "the target is missing"},
		"no JSONPath":          {swap("$.a", `"$.a["`), "not a JSONPath"},
		"no JSONPath, words":   {swap("$.a", "components/schemas"), "not a JSONPath"},
		"no change":            {swap("remove: true", "description: x"), "update or remove: true is missing"},
		"two changes":          {swap("remove: true", "remove: true\n    update: {a: 1}"), "not both"},
		"copy, of version 1.1": {swap("remove: true", "copy: $.b"), "copy is not known"},
		"an unknown key":       {ok + "action: []\n", "action is not known"},
		"an alias":             {swap("remove: true", "update: &a {b: 1}\n    x-more: *a"), "no YAML aliases"},
		"nothing seen":         {swap("seen: 'https://e.x/1', ", ""), "seen is missing"},
		"an odd date":          {swap("2024-05-31", "May"), "date must be a day"},
		"no docs":              {head + "  - {target: $.a, remove: true, x-evidence: {seen: s, date: 2024-05-31}}", "docs is missing"},
		"no page":              {swap("page: lamps.rst, ", ""), "the page is missing"},
		"no row":               {swap(", row: brightness | Integer", ""), "either the row"},
		"row and absent":       {swap("row: brightness | Integer", "row: a | b, absent: c"), "either the row"},
		"a name only":          {swap("row: brightness | Integer", "row: brightness"), "has the name only"},
		"a sentence":           {swap("row: brightness | Integer", "row: brightness | one two three four five six seven eight nine ten"), "not sentences"},
		"text instead of row":  {swap("row:", "text:"), "text is not known"},
	} {
		if _, err := overlay.Parse("o.yaml", []byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// FuzzParse: no overlay makes the reader panic, and what it takes can be applied.
func FuzzParse(f *testing.F) {
	f.Add(action("$.components..brightness", "update: {type: number}"))
	f.Add(action("$.paths[?(@.get)]", "remove: true"))
	f.Fuzz(func(t *testing.T, text string) {
		if o, err := overlay.Parse("o.yaml", []byte(text)); err == nil {
			overlay.Apply([]byte(document), []*overlay.File{o}, rows)
		}
	})
}
