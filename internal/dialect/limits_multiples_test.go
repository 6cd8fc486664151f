package dialect

import "testing"

// TestMultiples: a multiple counts where no value is excepted from it or allowed beside it; two of one phrase both do.
func TestMultiples(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Size. The value must be a multiple of 10.", "multiple 10"},
		{"Size. The value must be a multiple of 10. The value 5 is also allowed.", "multiple 10~"},
		{"Size. The value must be a multiple of 10. The value 50 is also allowed.", "multiple 10"},
		{"Size. The value must be a multiple of 10. The value 5 is not allowed.", "multiple 10"},
		{"Size. The value is a multiple of 5 (except 25).", "multiple 5~"},
		{"Size. The value must be a multiple of 10, excluding 50.", "multiple 10~"},
		{"Size. The value must be a multiple of 2 and a multiple of 3.", "multiple 2; multiple 3"},
		{"Size. The value must be a multiple of 2 and of 3.", "multiple 2; multiple 3"},
		{"Size. The value must be a multiple of 2 and a multiple of 3 GB.", "multiple 2"},
	})
}
