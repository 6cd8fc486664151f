package dialect

import "testing"

func TestSaysDelete(t *testing.T) {
	for text, want := range map[string]bool{
		"Body for removing a lid":      true,
		"DELETE: request parameters":   true,
		"Deletion (of jars)":           true,
		"Request body parameters":      false,
		"Parameters of deleted_at":     false,
		"Parameters of removing_lids":  false,
		"Body of a cancellation order": false,
		"Removal of a lid":             true,
		"Delete—lid":                   true,
		"Undelete a lid":               false,
		"":                             false,
	} {
		if got := SaysDelete(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
