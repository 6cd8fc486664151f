package dialect

import "testing"

func TestMisspeltHeader(t *testing.T) {
	for in, want := range map[string]string{
		"Conent-Type": "Content-Type", "Content_Type": "Content-Type", "ContentType": "Content-Type", "contents-type": "Content-Type",
		"Authorisation": "Authorization", "Content-Lenght": "", "Content-Type": "", "content-type": "", "Content-Tip": "", "X-Content-Type": "", "": "",
	} {
		if got, ok := MisspeltHeader(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %t, want %q", in, got, ok, want)
		}
	}
}
