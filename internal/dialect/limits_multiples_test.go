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
		{"Size. The value must be a multiple of 10 except 50.", "multiple 10~"},
		{"Size. The value must be a multiple of 2 and a multiple of 3.", "multiple 2; multiple 3"},
		{"Size. The value must be a multiple of 2 and of 3.", "multiple 2; multiple 3"},
		{"Size. The value must be a multiple of 2 and a multiple of 3 GB.", "multiple 2"},
		{"Size. The value must be a multiple of 10 GB.", ""},
		{"Name. It must be a multiple of 10 characters.", ""},
		{"Size. The value must be a multiple of 10 lids.", ""},
		{"Size. The value must be a multiple of 2.5.", ""},
		{"Size. The value must be a multiple of 2 and of 3.5.", "multiple 2"},
		{"Size. The value must be a multiple of 3 and of 2.", "multiple 3; multiple 2"},
		{"Size. The value must be a multiple of 3 and of 1.", "multiple 3"},
		{"Size. The value must be a multiple of 3 and of its lids.", "multiple 3"},
		{"Size. The value must be a multiple of 3 and of 7, which is odd.", "multiple 3; multiple 7"},
		{"Size. The value must be a multiple of 10. The values 5 and 7 are also allowed.", "multiple 10~"},
		{"Size. The value must be a multiple of 10. 5 can be used, too.", "multiple 10~"},
		{"Size. The value must be a multiple of 10. 5 can also be used.", "multiple 10~"},
		{"Size. The value must be a multiple of 10. 5 is allowed.", "multiple 10~"},
		{"Size. The value must be a multiple of 10. 5 is supported.", "multiple 10~"},
		{"Size. The value must be a multiple of 10. 5 is accepted.", "multiple 10~"},
		{"Size. The value must be a multiple of 10. 5 is possible.", "multiple 10~"},
		{"Size. The value must be a multiple of 10. 5 is the number of lids that is allowed.", "multiple 10"},
		{"Size. The value must be a multiple of 10. 5 is now not allowed.", "multiple 10"},
		{"Size. The value must be a multiple of 10. 5 is rare. Allowed are lids.", "multiple 10"},
		{"Size. The value must be a multiple of 10. 5 was also used.", "multiple 10"},
		{"Size. The value must be a multiple of 10. The value is -1 if there is none.", "multiple 10~"},
	})
}
