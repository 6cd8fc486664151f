package dialect

import "testing"

// TestWidePunctuation: wide digits and punctuation between words read as ASCII does; where they are named, or set
// apart, they stay.
func TestWidePunctuation(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Name of the gauge： 3～32 characters", "min(length) 3; max(length) 32"},
		{"Range：１０－３６００. Default：60", "min(value) 10!; max(value) 3600!; default 60!"},
		{"Mail address，not longer than 128 characters", "max(length) 128"},
		{"Value：add、remove、replace", "enum add|remove|replace!"},
		{"Color. One of “auto”, “manual” and “off”. “auto” by default.", "enum auto|manual|off"},
		{"Lid （from 1 to 9 characters）。It is **，**.", "min(length) 1?; max(length) 9?"},
		{"Name. The value cannot contain ：，。～", ""},
		{"Color. It can be **：** or **，**.", "enum ：|，"},
		{"Height. It is “tall and ranges from 1 to 9.", "min(value) 1; max(value) 9"},
	})
}

// TestPlacesOfWide: the places of limits are those in the text as it is on the page.
func TestPlacesOfWide(t *testing.T) {
	for text, want := range map[string]string{
		"Range：１０－３６００":              "１０",
		"Wide，lids。Value：add、remove": "add、remove",
		"“x”：The default is “auto”。": "default is “auto",
	} {
		ls := Limits(Plain(text))
		if len(ls) == 0 {
			t.Errorf("%q: no limit", text)
			continue
		}
		if got := text[ls[0].Off:ls[0].End]; got != want {
			t.Errorf("%q: place is %q, want %q", text, got, want)
		}
		for _, h := range Hints(Plain(text)) {
			if h.Off < 0 || h.End > len(text) || h.Off > h.End {
				t.Errorf("%q: hint %v outside", text, h)
			}
		}
		for _, v := range ls[0].Values {
			if got := text[v.Off : v.Off+len(v.Text)]; got != v.Text {
				t.Errorf("%q: value %q is placed at %q", text, v.Text, got)
			}
		}
	}
}
