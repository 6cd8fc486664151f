package diag

import (
	"strings"
	"testing"
)

// TestRenamed: a name that a rule had before leads to the one of today, and is none itself.
func TestRenamed(t *testing.T) {
	if len(renamed) == 0 {
		t.Fatal("no rule was renamed")
	}
	for before, today := range renamed {
		if _, ok := Lookup(today); !ok {
			t.Errorf("%s leads to %s, which is not a rule", before, today)
		}
		if _, ok := Lookup(before); ok {
			t.Errorf("%s is a rule, and stands as an earlier name of %s", before, today)
		}
		if _, err := Select("", "", []string{before}); err == nil || !strings.HasSuffix(err.Error(), "has another name now: "+today) {
			t.Errorf("%s: %v", before, err)
		}
	}
}
