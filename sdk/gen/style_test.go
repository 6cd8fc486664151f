package gen_test

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// TestSeparators: an item with the mark that separates items would become two, and is refused.
func TestSeparators(t *testing.T) {
	joined := gen.Style{In: "query", Name: "a", Style: "pipeDelimited"}
	if text, err := gen.Styled(joined, []string{"a|b", "c"}); err == nil {
		t.Errorf("sent as %q", text)
	}
	if text, err := gen.Styled(joined, []string{"a", "b"}); err != nil || text != "a=a%7Cb" {
		t.Errorf("%q, %v", text, err)
	}
	joined.Explode = true
	if text, err := gen.Styled(joined, []string{"a|b", "c"}); err != nil || text != "a=a%7Cb&a=c" {
		t.Errorf("one parameter for each: %q, %v", text, err)
	}
}
