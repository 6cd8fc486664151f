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

// TestRefersOnly: a paragraph that says nothing but where to look, without the label that it refers to.
func TestRefersOnly(t *testing.T) {
	for around, want := range map[string]bool{
		"See .": true, "": true, "For details, see .": true, "Refer to .": true, "The response is the same as that of .": true,
		"The response of baking is the same as that of frying. For details, see .": true,
		"The oven is hot. For details, see .":                                      false, "The lid is the same as that of frying. See .": false, "See and .": false, "None": false,
	} {
		if got := RefersOnly(around); got != want {
			t.Errorf("%q: %v", around, got)
		}
	}
}

func TestRefersToFailure(t *testing.T) {
	for text, want := range map[string]bool{
		"For details about abnormal responses, see .": true, "For details about error responses, see ": true, "For abnormal responses, see .": true,
		"For more information about the abnormal response, see .": true,
		"For details about responses, see .":                      false, "For details about error codes, see .": false, "See .": false, "": false,
		"For details about abnormal responses, which are rare, see .":          false,
		"For details about abnormal responses, see the guide and .":            false,
		"The job fails. For details about abnormal responses, see .":           false,
		"For details about abnormal responses of jobs, ask who runs them, see": false,
	} {
		if got := RefersToFailure(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
