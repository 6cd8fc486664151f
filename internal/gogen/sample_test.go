package gogen_test

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// TestExampleOfOtherKind: an example of one element does not stand for a list of them, which no
// client could read; one of the documented kind is shown.
func TestExampleOfOtherKind(t *testing.T) {
	const spec = head + `paths:
  /boxes:
    get:
      operationId: ListBoxes
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Box'}}
              example: §
components: {schemas: {Box: {type: object, properties: {lid: {type: string}}}}}
`
	for example, shown := range map[string]bool{`{lid: oaken}`: false, `[{lid: oaken}]`: true, `oaken`: false} {
		files, err := gogen.Generate([]byte(strings.Replace(spec, "§", example, 1)), gogen.Options{Package: "p", Source: "x.yaml"})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(files[gogen.ExamplesFile]), "oaken"); got != shown {
			t.Errorf("%s: shown %v, want %v", example, got, shown)
		}
	}
}

// TestExampleOfFailure: a response that tells of a failure under 200 gives no result that an
// example could print. A page that counts more items than it shows does, with another count.
func TestExampleOfFailure(t *testing.T) {
	const spec = head + `paths:
  /boxes:
    get:
      operationId: ListBoxes
      parameters: [{name: offset, in: query, schema: {type: integer}}]
      x-pagination: {style: offset, items: /boxes, offset: offset, count: /count}
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Boxes'}, example: §}}}
  /box:
    get:
      operationId: ShowBox
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/BoxBody'}, example: §}}}
components:
  schemas:
    Boxes: {type: object, properties: {boxes: {type: array, items: {$ref: '#/components/schemas/Box'}}, count: {type: integer}}}
    BoxBody: {type: object, properties: {box: {$ref: '#/components/schemas/Box'}}}
    Box: {type: object, properties: {id: {type: string}}}
`
	for example, shown := range map[string]bool{
		`{boxes: [{id: oaken}], count: 1}`: true, `{boxes: [{id: oaken}], count: 77}`: true, `{boxes: [{id: oaken}], count: "77"}`: true,
		`{boxes: [{id: oaken}]}`: true, `{boxes: [{id: oaken}, {id: oaken}], count: 2}`: true,
		`{box: {id: oaken}}`: true, `{error_code: oaken}`: false,
	} {
		files, err := gogen.Generate([]byte(strings.ReplaceAll(spec, "§", example)), gogen.Options{Package: "p", Source: "x.yaml"})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(files[gogen.ExamplesFile]), "oaken"); got != shown {
			t.Errorf("%s: shown %v, want %v", example, got, shown)
		}
		if strings.Contains(string(files[gogen.ExamplesFile]), "77") {
			t.Errorf("%s: a page counts what none shows", example)
		}
	}
}

// TestExampleOfNull: a mandatory member of any kind whose example is null is sent as null; nil would
// be a member that is not there, which the check before sending refuses.
func TestExampleOfNull(t *testing.T) {
	const spec = head + `paths:
  /boxes:
    post:
      operationId: LockBox
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Lock'}, example: {lock: null}}}
      responses: {'202': {description: ok}}
components: {schemas: {Lock: {type: object, required: [lock], properties: {lock: {}}}}}
`
	files, err := gogen.Generate([]byte(spec), gogen.Options{Package: "p", Source: "x.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	if code := string(files[gogen.ExamplesFile]); !strings.Contains(code, `Lock: json.RawMessage("null")`) {
		t.Errorf("null is not sent:\n%s", code)
	}
}
