package dialect

import "testing"

func TestParamPlace(t *testing.T) {
	for cell, want := range map[string]string{"URI": "path", " Path ": "path", "Query String": "query", "header": "header", "body": "body", "cookie": "", "": ""} {
		if got := ParamPlace(cell); got != want {
			t.Errorf("%q: got %q, want %q", cell, got, want)
		}
	}
}

func TestIsDefaultStatus(t *testing.T) {
	for cell, want := range map[string]bool{"default": true, " **Default** ": true, "Defaults": false, "200": false, "": false} {
		if got := IsDefaultStatus(cell); got != want {
			t.Errorf("%q: %v", cell, got)
		}
	}
}
