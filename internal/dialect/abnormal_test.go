package dialect

import "testing"

func TestIsAbnormal(t *testing.T) {
	for in, want := range map[string]bool{
		"Abnormal response": true, "Example response (request failed)": true, "Error response:": true,
		"Example of a failed response": true, "Failed sample response": true,
		"Normal response": false, "**error** data structure": false, "": false,
	} {
		if IsAbnormal(in) != want {
			t.Errorf("%q: got %v", in, !want)
		}
	}
}
