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
