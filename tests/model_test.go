package tests

import (
	"errors"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// checked converts sets and checks the model after each pass.
func checked(t *testing.T, sets map[string]convert.Set) {
	t.Helper()
	c := *otc
	c.Problem = func(set, pass, problem string) { t.Errorf("%s, after %s: %s", set, pass, problem) }
	for _, set := range sets {
		if _, err := c.Convert(set); err != nil && !errors.Is(err, convert.ErrNoOperations) {
			t.Fatal(err)
		}
	}
}

func TestModel(t *testing.T) { checked(t, cases(t)) }

func TestModelRealSets(t *testing.T) {
	golden.Shared(t, "corpus")
	checked(t, allSets(t))
}
