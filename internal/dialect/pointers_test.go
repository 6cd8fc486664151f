package dialect

import "testing"

func TestFieldPointer(t *testing.T) {
	for sentence, want := range map[string]string{
		"For details about the **lid** field, see Table 3.": "lid",
		"Table 3 describes the **lid** parameter.":          "lid",
		"For details on **lid** objects, see Table 3.":      "lid",

		"For details about how to use the **lid** field, see Table 3.": "",
		"Set **lid** as Table 3 says.":                                 "",
		"For details about the lid field, see Table 3.":                "",
		"": "",
	} {
		if got := FieldPointer(marked(sentence)); got != want {
			t.Errorf("%q: got %q, want %q", sentence, got, want)
		}
	}
}
