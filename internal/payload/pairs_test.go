package payload

import "testing"

func TestParsePairs(t *testing.T) {
	for text, want := range map[string]string{
		"lid=oak":                     `{"lid":"oak"}`,
		"lid=oak&rim=a%20b+c":         `{"lid":"oak","rim":"a b c"}`,
		" \n lid=oak&size=\n":         `{"lid":"oak","size":""}`,
		"tags[]=a&tags[]=b":           `{"tags":["a","b"]}`,
		"tag=a&lid=oak&tag=b&tag=c":   `{"tag":["a","b","c"],"lid":"oak"}`,
		"tags[]=a":                    `{"tags":["a"]}`,
		"lid=100%":                    `{"lid":"100%"}`,
		"lid=a=b":                     `{"lid":"a=b"}`,
		"":                            "",
		"lid":                         "",
		"=oak":                        "",
		"lid=oak&":                    "",
		"the lid = oak":               "",
		"lid=the oak":                 "",
		`lid="oak"`:                   "",
		"https://example.com?lid=oak": "",
	} {
		got := ""
		if v := ParsePairs(text); v != nil {
			got = v.JSON()
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	v := ParsePairs(" lid=oak&rim=elm")
	for i, want := range [][2]int{{1, 5}, {9, 13}} {
		if m := v.Members[i]; m.Off != want[0] || m.Value.Off != want[1] {
			t.Errorf("%s is at %d, its value at %d, want %v", m.Name, m.Off, m.Value.Off, want)
		}
	}
}

func TestAs(t *testing.T) {
	for _, c := range []struct {
		text string
		kind Kind
		want string
	}{
		{"12", Number, `12`}, {"12", String, `"12"`}, {"oak", Number, `"oak"`}, {"1.5", Number, `1.5`}, {"012", Number, `"012"`},
		{"true", Bool, `true`}, {"12", Bool, `"12"`}, {"", Number, `""`}, {"[1]", Number, `"[1]"`},
	} {
		v := &Value{Kind: String, Text: c.text, Off: 7}
		if got := v.As(c.kind); got.JSON() != c.want || got.Off != 7 {
			t.Errorf("%q as %v: %s at %d, want %s", c.text, c.kind, got.JSON(), got.Off, c.want)
		}
	}
}
