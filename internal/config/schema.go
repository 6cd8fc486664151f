package config

import _ "embed"

// schema is the configuration in the words of JSON Schema; a test holds it to what Read takes.
//
//go:embed rst2openapi.schema.json
var schema []byte

// Schema gives the JSON Schema of a configuration.
func Schema() []byte { return schema }

// SchemaURL is the public address of the schema, for editors.
const SchemaURL = "https://raw.githubusercontent.com/rst2openapi/rst2openapi/main/internal/config/rst2openapi.schema.json"
