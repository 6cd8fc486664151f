package extract

import "testing"

// TestMerge: a table adds its fields to each of several structures once, up to a bound.
func TestMerge(t *testing.T) {
	x, from, first := new(extraction), new(table), new(table)
	x.merge(first, from)
	x.merge(first, from)
	if len(x.merges) != 1 || from.mergedInto != first {
		t.Errorf("%d merges for one structure", len(x.merges))
	}
	for range 2 * maxMerges {
		x.merge(new(table), from)
	}
	if len(x.merges) != maxMerges || from.mergedInto != first {
		t.Errorf("%d merges for many structures", len(x.merges))
	}
}
