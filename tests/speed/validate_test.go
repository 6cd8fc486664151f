package speed

import (
	"encoding/json"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/rst2openapi/rst2openapi/generated/cbr"
)

// checkpoint is a valid body, with a text that has a pattern.
const checkpoint = `{"checkpoint":{"vault_id":"3b5816b5-f29c-4172-9d9a-76c719a659ce","parameters":{"auto_trigger":false,"description":"before the upgrade","incremental":true,` +
	`"name":"nightly_backup-2024-02","resources":["97595625-198e-4e4d-879b-9d53f68ba551","0bb60b2c-8d8a-4b5f-8b6b-5c0d3f6d3b3a"]}}}`

// BenchmarkValidate checks one body by the client and by two libraries, with the same document.
func BenchmarkValidate(b *testing.B) {
	const name = "CreateCheckpointRequestBody"
	document, err := openapi3.NewLoader().LoadFromFile("../../spec/cbr.yaml")
	if err != nil {
		b.Fatal(err)
	}
	var body cbr.CreateCheckpointRequestBody
	var value any
	for _, into := range []any{&body, &value} {
		if err := json.Unmarshal([]byte(checkpoint), into); err != nil {
			b.Fatal(err)
		}
	}
	run := func(who string, check func() error) {
		b.Run(who, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := check(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	run("client", body.Validate)
	schema := document.Components.Schemas[name].Value
	run("kin-openapi", func() error { return schema.VisitJSON(value) })
	compiled := compile(b, document, name)
	run("jsonschema", func() error { return compiled.Validate(value) })
}

func compile(b *testing.B, document *openapi3.T, name string) *jsonschema.Schema {
	b.Helper()
	text, err := json.Marshal(document)
	if err != nil {
		b.Fatal(err)
	}
	var plain any
	if err := json.Unmarshal(text, &plain); err != nil {
		b.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft4) // whose exclusiveMinimum is that of OpenAPI 3.0
	if err := c.AddResource("cbr.json", plain); err != nil {
		b.Fatal(err)
	}
	compiled, err := c.Compile("cbr.json#/components/schemas/" + name)
	if err != nil {
		b.Fatal(err)
	}
	return compiled
}

// TestValidateAllocatesNothing holds it for a valid body.
func TestValidateAllocatesNothing(t *testing.T) {
	var body cbr.CreateCheckpointRequestBody
	if err := json.Unmarshal([]byte(checkpoint), &body); err != nil {
		t.Fatal(err)
	}
	if n := fewestAllocs(func() { _ = body.Validate() }); n > 0 {
		t.Errorf("%v allocations for a valid body", n)
	}
}
