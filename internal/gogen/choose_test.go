package gogen_test

import (
	"strings"
	"testing"
)

// TestBodiesOfVariants: a schema that stands for the bodies of all variants of an operation is
// no type, since each method has its own; one that something else uses is.
func TestBodiesOfVariants(t *testing.T) {
	spec := func(more string) string {
		return head + `paths:
  /c:
    post:
      operationId: ActOnC
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/AnyAct'}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/AnyState'}}}}}
      x-variants:
        - {operationId: StartC, requestBody: '#/components/schemas/Start', responses: {'200': '#/components/schemas/Started'}}
        - {operationId: StopC, requestBody: '#/components/schemas/Stop', responses: {'200': '#/components/schemas/Stopped'}}
` + more + `components:
  schemas:
    AnyAct: {oneOf: [{$ref: '#/components/schemas/Start'}, {$ref: '#/components/schemas/Stop'}]}
    AnyState: {anyOf: [{$ref: '#/components/schemas/Started'}, {$ref: '#/components/schemas/Stopped'}]}
    Start: {type: object, required: [at], properties: {at: {type: string}}}
    Stop: {type: object, required: [by], properties: {by: {type: string}}}
    Started: {type: object, properties: {at: {type: string}, x: {type: string}}}
    Stopped: {type: object, properties: {by: {type: string}, x: {type: string}}}
    Spare: {type: object, properties: {by: {type: string}}}
`
	}
	has := func(code string, types ...string) {
		t.Helper()
		for _, name := range types {
			if !strings.Contains(code, "type "+name+" struct") {
				t.Errorf("there is no type %s:\n%.500s", name, code)
			}
		}
	}
	code := generated(t, spec(""), "")
	has(code, "Start", "Stop", "Started", "Stopped", "Spare")
	if strings.Contains(code, "AnyAct") || strings.Contains(code, "AnyState") {
		t.Error("there is a type for the bodies of all variants")
	}
	has(generated(t, spec("  /d:\n    get: {operationId: ShowD, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/AnyState'}}}}}}\n"), ""), "AnyState")
}

// TestAnyValue: any value is raw JSON, which may be null, however the document says it.
func TestAnyValue(t *testing.T) {
	for _, schema := range []string{"{}", "{nullable: true}", "{anyOf: [{type: string, nullable: true}, {}]}"} {
		code := generated(t, head+"paths: {}\ncomponents:\n  schemas:\n    A: {type: object, properties: {lamp: "+schema+"}}\n", "")
		if !strings.Contains(strings.Join(strings.Fields(code), " "), "Lamp json.RawMessage `json:\"lamp,omitzero\"`") {
			t.Errorf("%s: %.1500s", schema, code)
		}
	}
	code := generated(t, head+"paths: {}\ncomponents:\n  schemas:\n    A: {type: object, properties: {lamp: {oneOf: [{type: string, nullable: true}, {type: integer}]}}}\n", "")
	if !strings.Contains(strings.Join(strings.Fields(code), " "), "Lamp sdk.Nullable[sdk.Scalar]") {
		t.Errorf("null in a branch is lost: %.1500s", code)
	}
}
