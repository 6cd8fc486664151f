package dialect

import "testing"

func TestIsPlaceholder(t *testing.T) {
	for word, want := range map[string]bool{
		"ObjectName": true, "objectname": true, "bucketname": true, "object": true,
		"objects": false, "v1": false, "": false, "obs": false, "{object}": false,
	} {
		if got := IsPlaceholder(word); got != want {
			t.Errorf("IsPlaceholder(%q) = %v", word, got)
		}
	}
}
