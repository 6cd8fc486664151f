package dialect

import (
	"slices"
	"testing"
)

func TestCaseWords(t *testing.T) {
	for _, c := range []struct{ captions, want []string }{
		{[]string{"Parameters for making a box using a plan", "Parameters for making a box using an old copy"}, []string{"using plan", "using old copy"}},
		{[]string{"Oak connection parameters", "Spark SQL connection parameters"}, []string{"Oak", "Spark SQL"}},
		{[]string{"Parameter description (making a lid)", "Parameters for copying (only lids of 2022)"}, []string{"making lid", "copying"}},
		{[]string{"Making a box from a plan:", "Making a box from a copy:"}, []string{"from plan", "from copy"}},
		{[]string{"Parameters of the oak node", "Parameters of the pine node"}, []string{"oak", "pine"}},

		{[]string{"Request parameters", "Request parameters"}, nil},
		{[]string{"Request parameters", "Parameters for making a lid"}, nil},
		{[]string{"Parameters of the oak node", "Parameters of the oak node"}, nil},
		{[]string{"", ""}, nil},
	} {
		if got := CaseWords(c.captions); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.captions, got, c.want)
		}
	}
}
