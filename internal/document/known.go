package document

import "strings"

// inside says which elements the members of an element are, with * for each member of a list
// or a mapping of names (OpenAPI 3.0.3, section 4.7).
var inside = map[string]map[string]string{
	"document":   {"info": "info", "servers": "servers", "paths": "paths", "components": "components", "tags": "tags", "externalDocs": "externalDocs"},
	"info":       {"contact": "contact", "license": "license"},
	"servers":    {"*": "server"},
	"server":     {"variables": "variables"},
	"variables":  {"*": "variable"},
	"tags":       {"*": "tag"},
	"tag":        {"externalDocs": "externalDocs"},
	"components": {"schemas": "schemas", "parameters": "parameters", "headers": "headers", "responses": "responses", "requestBodies": "bodies", "callbacks": "callbacks", "securitySchemes": "schemes", "links": "links", "examples": "examples"},
	"schemes":    {"*": "scheme"},
	"paths":      {"*": "path"},
	"path": {"parameters": "parameters", "servers": "servers", "get": "operation", "put": "operation", "post": "operation", "delete": "operation",
		"options": "operation", "head": "operation", "patch": "operation", "trace": "operation"},
	"operation":  {"parameters": "parameters", "requestBody": "body", "responses": "responses", "callbacks": "callbacks", "servers": "servers", "externalDocs": "externalDocs"},
	"parameters": {"*": "parameter"},
	"parameter":  {"schema": "schema", "content": "content", "examples": "examples"},
	"headers":    {"*": "header"},
	"header":     {"schema": "schema", "content": "content"},
	"bodies":     {"*": "body"},
	"body":       {"content": "content"},
	"responses":  {"*": "response"},
	"response":   {"content": "content", "headers": "headers", "links": "links"},
	"content":    {"*": "media"},
	"media":      {"schema": "schema", "encoding": "encodings", "examples": "examples"},
	"examples":   {"*": "example"},
	"links":      {"*": "link"},
	"encodings":  {"*": "encoding"},
	"encoding":   {"headers": "headers"},
	"callbacks":  {"*": "callback"},
	"callback":   {"*": "path"},
	"schemas":    {"*": "schema"},
	"schema": {"properties": "schemas", "allOf": "schemas", "oneOf": "schemas", "anyOf": "schemas", "items": "schema",
		"not": "schema", "additionalProperties": "schema", "xml": "xml", "externalDocs": "externalDocs", "discriminator": "discriminator"},
}

// known are the members that an element may have beside extensions. Elements that are not
// listed, mappings of names, may have any.
var known = wordSets(map[string]string{
	"document":      "openapi info servers paths components security tags externalDocs",
	"info":          "title description termsOfService contact license version",
	"contact":       "name url email",
	"license":       "name url",
	"server":        "url description variables",
	"variable":      "enum default description",
	"tag":           "name description externalDocs",
	"externalDocs":  "description url",
	"components":    "schemas responses parameters examples requestBodies headers securitySchemes links callbacks",
	"scheme":        "$ref type description name in scheme bearerFormat flows openIdConnectUrl",
	"path":          "$ref summary description get put post delete options head patch trace servers parameters",
	"operation":     "tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security servers",
	"parameter":     "$ref name in description required deprecated allowEmptyValue style explode allowReserved schema example examples content",
	"header":        "$ref description required deprecated allowEmptyValue style explode allowReserved schema example examples content",
	"body":          "$ref description content required",
	"media":         "schema example examples encoding",
	"encoding":      "contentType headers style explode allowReserved",
	"response":      "$ref description headers content links",
	"xml":           "name namespace prefix attribute wrapped",
	"discriminator": "propertyName mapping",
	"schema": "$ref title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems " +
		"maxProperties minProperties required enum type allOf oneOf anyOf not items properties additionalProperties description format default " +
		"nullable discriminator readOnly writeOnly xml externalDocs example deprecated",
})

// wordSets are the words of texts as sets.
func wordSets(texts map[string]string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for kind, names := range texts {
		out[kind] = map[string]bool{}
		for _, name := range strings.Fields(names) {
			out[kind][name] = true
		}
	}
	return out
}

// besideRef are the members beside a $ref that are kept; OpenAPI 3.0 ignores all.
var besideRef = map[string]bool{
	"$ref": true, "description": true, "nullable": true, "summary": true, "default": true, "example": true, "readOnly": true, "deprecated": true, "title": true,
}

// meantBesideRef are members beside a $ref that count in every version.
var meantBesideRef = map[string]bool{"nullable": true, "readOnly": true, "writeOnly": true}

// typeWords are words for types that are none in JSON Schema, and what is meant: a type, or a
// type and a format. The empty word is any value.
var typeWords = map[string][2]string{
	"int": {"integer"}, "int32": {"integer", "int32"}, "int64": {"integer", "int64"}, "long": {"integer", "int64"},
	"float": {"number", "float"}, "double": {"number", "double"}, "decimal": {"number"}, "bool": {"boolean"},
	"str": {"string"}, "text": {"string"}, "uuid": {"string", "uuid"}, "uri": {"string", "uri"}, "url": {"string", "uri"},
	"date": {"string", "date"}, "datetime": {"string", "date-time"}, "date-time": {"string", "date-time"}, "file": {"string", "binary"},
	"binary": {"string", "binary"}, "enum": {"string"}, "list": {"array"}, "map": {"object"}, "dict": {"object"}, "any": {}, "": {},
}

// texts are the members that are words even where they look like numbers.
var texts = map[string]bool{
	"description": true, "title": true, "summary": true, "operationId": true, "name": true, "version": true, "openapi": true,
	"pattern": true, "format": true, "$ref": true, "url": true, "termsOfService": true,
}

// wholeNumbers and switches are the members of a schema that are numbers and booleans even where
// they are written as words.
var (
	wholeNumbers = map[string]bool{"maxLength": true, "minLength": true, "maxItems": true, "minItems": true, "maxProperties": true, "minProperties": true}
	numbers      = map[string]bool{"maximum": true, "minimum": true, "multipleOf": true}
	switches     = map[string]bool{"nullable": true, "readOnly": true, "writeOnly": true, "deprecated": true, "uniqueItems": true}
)
