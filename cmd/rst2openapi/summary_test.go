package main

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
)

// TestSummary: one thing is not called several.
func TestSummary(t *testing.T) {
	one := convert.Stats{Findings: map[string]int{"docs/no-valid-request": 1}}
	one.Operations, one.PagesConverted, one.RequestLinePages, one.RowsInSpec, one.Rows = 1, 1, 1, 1, 1
	if got, want := summary("a.yaml", one, 1), "a.yaml: 1 operation from 1 of 1 page with a request line, 1 of 1 row, 1 finding, 1 operation with no printed request that fits the tables"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	two := convert.Stats{}
	two.Operations, two.Variants, two.PagesConverted, two.RequestLinePages, two.RowsOther, two.Rows = 1, 1, 1, 2, 1, 3
	if got, want := summary("a.yaml", two, 0), "a.yaml: 2 operations from 1 of 2 pages with a request line, 1 of 3 rows, 0 findings"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
