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

// TestAsASCII holds which wide characters are written as ASCII, by what stands beside them.
func TestAsASCII(t *testing.T) {
	for in, want := range map[string]string{
		"３":       "3",
		"a，b":     "a, b",
		"a， b":    "a,  b",
		"a，":      "a, ",
		"，b":      "，b",
		"a。b":     "a. b",
		"a；b、c：d": "a; b, c: d",
		"1．5":     "1．5",
		"a．b":     "a. b",
		"1～5":     "1-5",
		"１－５":     "1-5",
		"a～b":     "a～b",
		"1～b":     "1～b",
		"lid（5）":  "lid(5)",
		"（5）":     "(5)",
		"lid（，":   "lid（，",
		"“lid”":   `"lid"`,
		"“lid":    "“lid",
		"lid”":    "lid”",
		"“”":      "“”",
		"“a\nb”":  "“a\nb”",
		"（，）":     "（，）",
		"世，界":     "世, 界",
		"é，é":     "é, é",
		"a！b":     "a！b",
		"plain":   "plain",
	} {
		if got := narrowText(Plain(in)).text.Words; got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	m := narrowText(Text{Words: "３：５：７", Marks: []Mark{{6, 9}}})
	if m.text.Words != "3: ５: 7" || m.text.Marks[0] != (Mark{3, 6}) {
		t.Errorf("beside a mark: %+v", m.text)
	}
	for at, want := range map[int]int{0: 0, 1: 3, 3: 6, 6: 9, 8: 12} {
		if got := m.back(at); got != want {
			t.Errorf("byte %d stands at %d on the page, not at %d", at, got, want)
		}
		if got := m.into(want); got != at {
			t.Errorf("byte %d of the page stands at %d, not at %d", want, got, at)
		}
	}
}
