package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestManyCases: up to maxCases tables of a body that exclude each other are cases of their own; of more, a body demands
// what all of them demand.
func TestManyCases(t *testing.T) {
	for _, n := range []int{maxCases, maxCases + 1} {
		page := title("Making a Box") + section("URI", "POST /v1/box")
		tables := ""
		for i := range n {
			tables += tableText(fmt.Sprintf("**Table %d** Parameters for making a box using plan x%c%cx", i+1, 'a'+i/26, 'a'+i%26), "Parameter|Mandatory|Type|Description",
				"kind|Yes|String|X", fmt.Sprintf("rim%d|Yes|String|X", i))
		}
		e := extractPages(map[string]string{"a.rst": page + section("Request", tables)})
		if n == maxCases {
			if got := len(e.op(t).Variants); got != n {
				t.Errorf("%d tables give %d variants", n, got)
			}
			continue
		}
		body := e.op(t).Body.Type.Schema
		if len(e.op(t).Variants) > 0 || len(body.Fields) != n+1 || body.Field("kind").Need != api.NeedYes || body.Field("rim1").Need != api.NeedConditional {
			t.Errorf("the body has %d fields, kind %v, rim1 %v", len(body.Fields), body.Field("kind").Need, body.Field("rim1").Need)
		}
		if !strings.Contains(e.rules(), "docs/several-body-tables") {
			t.Errorf("findings %q", e.rules())
		}
	}
}

// TestCasesAndShared: what goes with all cases counts for their number, but is none.
func TestCasesAndShared(t *testing.T) {
	tables := tableText("**Table 1** Request body parameters", mandatory, "owner|Yes|String|X")
	for i := range maxCases - 1 {
		tables += tableText(fmt.Sprintf("**Table %d** Parameters for making a box using plan x%c%cx", i+2, 'a'+i/26, 'a'+i%26), mandatory, "kind|Yes|String|X")
	}
	op := extractPage(title("Making a Box") + section("URI", "POST /v1/box") + section("Request", tables)).op(t)
	if got := len(op.Variants); got != maxCases-1 {
		t.Fatalf("%d variants", got)
	}
	if got := fields(op.Variants[0].Body.Type.Schema); got != "kind string; owner string" {
		t.Errorf("the first case has %s", got)
	}
}

// TestShortPath: findings of many rows do not repeat a path that is longer than any real one.
func TestShortPath(t *testing.T) {
	whole := "/" + strings.Repeat("a", maxPath-1)
	if got := shortPath(whole); got != whole {
		t.Errorf("%q is cut", got)
	}
	if got := shortPath(whole + "é"); got != whole+"…" {
		t.Errorf("%q", got)
	}
	if got := shortPath(whole[:maxPath-1] + "éé"); got != whole[:maxPath-1]+"…" {
		t.Errorf("%q", got)
	}
}
