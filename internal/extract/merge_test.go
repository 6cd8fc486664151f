package extract

import (
	"fmt"
	"strings"
	"testing"
)

// TestSharedCase: a table that describes a case of several structures adds its fields to each of them, up to a bound;
// structures beyond that are told.
func TestSharedCase(t *testing.T) {
	for _, n := range []int{maxMerges, maxMerges + 2} {
		rows := []string{mandatory}
		own := ""
		for i := range n {
			rows = append(rows, fmt.Sprintf("lid%d|Yes|Object|See :ref:`Own <own%d>` or :ref:`Shared <shared>`.", i, i))
			own += fmt.Sprintf(".. _own%d:\n\n", i) + tableText(fmt.Sprintf("**Table %d** Own%d", i+3, i), mandatory, "wood|Yes|String|X")
		}
		e := extractPage(title("Making a Box") + section("URI", "POST /v1/box") +
			section("Request", tableText("**Table 1** Request body parameters", rows...)+
				".. _shared:\n\n"+tableText("**Table 2** Shared", mandatory, "tin|Yes|String|X")+own))
		with := 0
		for _, f := range e.op(t).Body.Type.Schema.Fields {
			if fields(f.Type.Schema) == "wood string; tin string" {
				with++
			}
		}
		if with != maxMerges {
			t.Errorf("%d of %d structures have the fields of the shared table", with, n)
		}
		if told := strings.Contains(e.rules(), "tool/too-large"); told != (n > maxMerges) {
			t.Errorf("%d structures: findings %q", n, e.rules())
		}
	}
}
