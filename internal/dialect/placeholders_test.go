package dialect

import "testing"

func TestPlaceholder(t *testing.T) {
	for word, want := range map[string]string{
		"ObjectName": "ObjectName", "objectname": "ObjectName", "destinationObjectName": "ObjectName",
		"bucketname": "BucketName", "objects": "", "v1": "", "": "", "obs": "", "{object}": "",
	} {
		if got := Placeholder(word); got != want {
			t.Errorf("Placeholder(%q) = %q, want %q", word, got, want)
		}
	}
}
