package main

import (
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
	found := []issue{{Rule: "G1", File: "a/x.go", Line: "3"}, {Rule: "G1", File: "b/y.go", Line: "4"}, {Rule: "G2", File: "a/x.go", Line: "5"}}
	for name, c := range map[string]struct {
		waivers []waiver
		want    []string // in the error
	}{
		"all are waived":   {[]waiver{{"G1", []string{"a/x.go", "b/"}, "why"}, {"G2", []string{"a/"}, "why"}}, nil},
		"one is not":       {[]waiver{{"G1", []string{"a/x.go", "b/"}, "why"}}, []string{"a/x.go:5: G2"}},
		"without a reason": {[]waiver{{"G1", []string{"a/", "b/"}, "why"}, {"G2", []string{"a/x.go"}, ""}}, []string{"a/x.go:5: G2", "remove the waiver"}},
		"one is old":       {[]waiver{{"G1", []string{"a/", "b/", "c/"}, "why"}, {"G2", []string{"a/"}, "why"}}, []string{"G1 finds nothing in c/"}},
	} {
		err := compare(found, c.waivers)
		if (err == nil) != (c.want == nil) {
			t.Errorf("%s: %v", name, err)
		}
		for _, want := range c.want {
			if err != nil && !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v, want %q", name, err, want)
			}
		}
	}
}
