package api_test

import (
	"fmt"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestAllLimits holds that each kind of limit is listed, and alone makes limits not zero.
func TestAllLimits(t *testing.T) {
	n := uint64(3)
	for want, l := range map[string]api.Limits{
		"[{minimum [1]}]": {Min: "1"}, "[{maximum [2]}]": {Max: "2"}, "[{minLength [3]}]": {MinLength: &n}, "[{maxLength [3]}]": {MaxLength: &n},
		"[{minItems [3]}]": {MinItems: &n}, "[{maxItems [3]}]": {MaxItems: &n}, "[{uniqueItems [true]}]": {Unique: true}, "[{pattern [^a$]}]": {Pattern: "^a$"},
		`[{enum ["a" "b"]}]`: {Enum: []api.Value{{JSON: `"a"`}, {JSON: `"b"`}}},
	} {
		if got := fmt.Sprint(l.All()); got != want || l.IsZero() {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if !(api.Limits{}).IsZero() {
		t.Error("no limits are not zero")
	}
}
