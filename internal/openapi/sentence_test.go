package openapi_test

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestSentencesInExamples holds that a document without prose has none in its examples
// either, and that all other examples stay.
func TestSentencesInExamples(t *testing.T) {
	for body, sentence := range map[string]bool{
		`{"f": ["pear two three four five six seven eight"]}`: true,
		`{"f": ["pear two three four five six seven"]}`:       false,
		`{"f": ["pear", "two three"], "g": 1, "h": null}`:     false,
	} {
		s := &api.Schema{Name: "Box", Fields: []*api.Field{{Name: "f", Type: api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.String}}}}}
		if got := strings.Contains(text(t, boxes(s, body), false), "pear"); got == sentence {
			t.Errorf("without prose, %s is there: %v", body, got)
		}
		if !strings.Contains(text(t, boxes(s, body), true), "pear") {
			t.Errorf("with prose, %s is not there", body)
		}
	}
}
