package yaml11

import "testing"

func TestTag(t *testing.T) {
	for plain, want := range map[string]string{
		"a": "!!str", "": "!!null", "~": "!!null", "Null": "!!null", "=": "!!value", "<<": "!!merge", "==": "!!str",
		"yes": "!!bool", "Off": "!!bool", "n": "!!bool", "yEs": "!!str",
		"1": "!!int", "010": "!!int", "1_000": "!!int", "0b1": "!!int", "0x_F": "!!int", "16:00": "!!int", "22:00:00": "!!int", "16:60": "!!str", "09": "!!str",
		"1.5": "!!float", "1e5": "!!str", "1.0e5": "!!str", "1.0e+5": "!!float", "1_0.": "!!float", "0000:02:01.0": "!!float", ".NaN": "!!float", "1.2.3": "!!str",
		"2020-02-05": "!!timestamp", "2020-2-5": "!!str", "2020-2-5 10:38:00 Z": "!!timestamp", "2020-02-05 10:38": "!!str",
	} {
		if got := Tag(plain); got != want {
			t.Errorf("%q is %s, want %s", plain, got, want)
		}
	}
}

func TestDifferences(t *testing.T) {
	got, err := Differences([]byte("a: [1, 'yes', x]\nno: \"16:00\"\nb: 1e5\n"))
	want := []string{"line 2: no is !!bool in YAML 1.1, else !!str", "line 3: 1e5 is !!str in YAML 1.1, else !!float"}
	if err != nil || len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	if _, err := Differences([]byte("a: b: c")); err == nil {
		t.Error("what is not YAML has no differences")
	}
}
