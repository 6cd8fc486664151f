package steps

import (
	"errors"
	"fmt"
	"maps"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/payload"
	"github.com/rst2openapi/rst2openapi/internal/report"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// openAPI is a document with what stands in its paths and components.
func openAPI(paths, components string) string {
	return `{"openapi":"3.0.3","info":{"title":"Jars","version":"1"},"servers":[{"url":"https://jars.example.com"}],"paths":{` + paths + `},"components":{` + components + `}}`
}

// operation is one of a path, with members beside its responses.
func operation(path, id, more string) string {
	return fmt.Sprintf(`%q:{"post":{"operationId":%q,%s"responses":{"200":{"description":"OK","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Jar"}}}}}}}`, path, id, more)
}

const jar = `"Jar":{"type":"object","properties":{"name":{"type":"string"}}}`

// commas joins what a format makes of each number.
func commas(n int, format string) string { return strings.Join(each(n, format), ",") }

// documents are those that there is much of something in.
var documents = map[string]func(n int) string{
	"schemas": func(n int) string {
		return openAPI(operation("/v1/jars", "CreateJar", ""), `"schemas":{`+jar+`,`+commas(n, `"S#":{"type":"object","properties":{"a":{"type":"string"}}}`)+`}`)
	},
	"references among schemas": func(n int) string {
		all := make([]string, n)
		for i := range n { // a tree of eights whose leaves lead back to the root, so that each leads to each in a few steps
			var refs []string
			for j := range 8 {
				to := 8*i + j + 1
				if to >= n {
					to = 0
				}
				refs = append(refs, fmt.Sprintf(`"p%d":{"$ref":"#/components/schemas/S%d"}`, j, to))
			}
			all[i] = fmt.Sprintf(`"S%d":{"type":"object","properties":{%s}}`, i, strings.Join(refs, ","))
		}
		return openAPI(operation("/v1/jars", "CreateJar", ""), `"schemas":{"Jar":{"type":"object","properties":{"s":{"$ref":"#/components/schemas/S0"}}},`+strings.Join(all, ",")+`}`)
	},
	"properties": func(n int) string {
		return openAPI(operation("/v1/jars", "CreateJar", ""), `"schemas":{"Jar":{"type":"object","properties":{`+commas(n, `"p#":{"type":"string","minLength":#}`)+`}}}`)
	},
	"operations": func(n int) string {
		all := make([]string, n)
		for i := range n {
			all[i] = operation(fmt.Sprintf("/v1/jars%d", i), fmt.Sprintf("CreateJar%d", i), "")
		}
		return openAPI(strings.Join(all, ","), `"schemas":{`+jar+`}`)
	},
	"operations without a name": func(n int) string {
		all := make([]string, n)
		for i := range n {
			all[i] = strings.Replace(operation(fmt.Sprintf("/v1/jars%d", i), "x", ""), `"operationId":"x",`, "", 1)
		}
		return openAPI(strings.Join(all, ","), `"schemas":{`+jar+`}`)
	},
	"parameters": func(n int) string {
		return openAPI(operation("/v1/jars", "CreateJar", `"parameters":[`+commas(n, `{"name":"q#","in":"query","schema":{"type":"string"}}`)+`],`), `"schemas":{`+jar+`}`)
	},
	"references to parameters": func(n int) string {
		refs := strings.ReplaceAll(commas(n, `{"$ref":"!/components/parameters/P#"}`), "!", "#")
		return openAPI(operation("/v1/jars", "CreateJar", `"parameters":[`+refs+`],`), `"schemas":{`+jar+`},"parameters":{`+commas(n, `"P#":{"name":"q#","in":"query","schema":{"type":"string"}}`)+`}`)
	},
	"values of an enum": func(n int) string {
		return openAPI(operation("/v1/jars", "CreateJar", ""), `"schemas":{"Jar":{"type":"object","properties":{"kind":{"type":"string","enum":[`+commas(n, `"v#"`)+`]}}}}`)
	},
	"responses": func(n int) string {
		return openAPI(operation("/v1/jars", "CreateJar", ""), `"schemas":{`+jar+`},"responses":{`+commas(n, `"R#":{"description":"words"}`)+`}`)
	},
	"members of allOf": func(n int) string {
		return openAPI(operation("/v1/jars", "CreateJar", ""), `"schemas":{"Jar":{"allOf":[`+commas(n, `{"type":"object","properties":{"p#":{"type":"string"}}}`)+`]}}`)
	},
	"members of oneOf": func(n int) string {
		return openAPI(operation("/v1/jars", "CreateJar", ""), `"schemas":{"Jar":{"oneOf":[`+commas(n, `{"type":"object","required":["p#"],"properties":{"p#":{"type":"string"}}}`)+`]}}`)
	},
	"tags": func(n int) string {
		return strings.Replace(openAPI(operation("/v1/jars", "CreateJar", ""), `"schemas":{`+jar+`}`), `"paths"`, `"tags":[`+commas(n, `{"name":"t#"}`)+`],"paths"`, 1)
	},
	"required names": func(n int) string {
		return openAPI(operation("/v1/jars", "CreateJar", ""), `"schemas":{"Jar":{"type":"object","required":[`+commas(n, `"p#"`)+`],"properties":{`+commas(n, `"p#":{"type":"string"}`)+`}}}`)
	},
	"examples of a body": func(n int) string {
		return strings.Replace(openAPI(operation("/v1/jars", "CreateJar", ""), `"schemas":{`+jar+`}`), `{"schema":`, `{"examples":{`+commas(n, `"e#":{"value":{"name":"n#"}}`)+`},"schema":`, 1)
	},
}

func generating(text string) error {
	_, err := gogen.Generate([]byte(text), gogen.Options{Package: "jars", Source: "jars.yaml"})
	return err
}

// comparing compares a document with one in which each number of a name is another.
func comparing(text func(n int) string) func(n int) error {
	return func(n int) error {
		old := text(n)
		is := strings.NewReplacer(`"type":"string"`, `"type":"integer"`, `"v`, `"w`, "words", "other words").Replace(old)
		sides := [2]*change.Side{}
		for i, text := range []string{old, is} {
			d, err := document.Load([]byte(text))
			if err != nil {
				return err
			}
			sides[i] = &change.Side{Document: d, Text: []byte(text)}
		}
		r, err := change.Compare("jars", sides[0], sides[1])
		if err != nil {
			return err
		}
		for _, format := range []string{"text", "markdown", "json"} {
			if _, err := (&report.All{Sets: []*change.Report{r}}).Encode(format); err != nil {
				return err
			}
		}
		return nil
	}
}

// others are inputs that are neither pages nor documents.
var others = map[string]func(n int) error{
	"entries of a lock file": func(n int) error {
		text := "version: 1\noperations:\n" + strings.Join(each(n, "  GET /v1/jars#: {id: ListJars#, page: p#.rst}\n"), "") +
			"schemas:\n" + strings.Join(each(n, "  ListJars# 200: Jars#\n"), "")
		f, err := lock.Parse("names.yaml", []byte(text))
		if err == nil && len(f.Bytes()) == 0 {
			err = errors.New("the file is empty")
		}
		return err
	},
	"findings": func(n int) error {
		var list diag.List
		for i := range n {
			list.Add("docs/bad-path", "p.rst", source.Pos{Line: i + 1, Col: 1}, "words")
		}
		for _, name := range []string{"x.txt", "x.json", "x.sarif"} {
			if _, err := diag.Encode(name, list.Sorted()); err != nil {
				return err
			}
		}
		return nil
	},
	"brackets that do not pair": func(n int) error {
		_, _, _, _ = payload.ParsePrefix(strings.Repeat("[{", n)) // which is none
		payload.ParseTorn(strings.Repeat(`{"a": [`, n))
		return nil
	},
}

var shapes = func() map[string]func(n int) error {
	out := map[string]func(n int) error{}
	maps.Copy(out, ofPages)
	maps.Copy(out, ofLocks)
	maps.Copy(out, others)
	for name, text := range documents {
		out["generate: "+name] = func(n int) error { return generating(text(n)) }
		if name != "members of oneOf" { // oasdiff holds each against each
			out["compare: "+name] = comparing(text)
		}
	}
	return out
}()
