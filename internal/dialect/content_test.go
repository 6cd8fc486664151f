package dialect

import "testing"

func TestIsContent(t *testing.T) {
	for line, want := range map[string]bool{
		"<object Content>": true, " [ 11 Bytes of it ]": true, "[9 byte data]": true,
		"<Contents>": false, "<Optional Header>": false, "[1, 2]": false, `["data content"]`: false,
		"<a data=\"x\">": false, "data content": false, "[]": false, "": false, "<data content": false,
	} {
		if got := IsContent(line); got != want {
			t.Errorf("IsContent(%q) = %v", line, got)
		}
	}
}
