package dialect

import "testing"

func TestStartsShell(t *testing.T) {
	for in, want := range map[string]bool{
		"curl -X GET https://a": true, "$ ls": true, "[root@box ~]# ls": true,
		"https://a/curl x": false, `{"a": "echo b"}`: false, "curling": false, "": false,
	} {
		if StartsShell(in) != want {
			t.Errorf("%q: got %v", in, !want)
		}
	}
}
