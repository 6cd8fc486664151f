package dialect

import "testing"

func TestLeadCaption(t *testing.T) {
	for text, want := range map[string]string{
		"The following table describes the query parameters.": "query parameters", "The query parameters are as follows:": "The query parameters",
		"This table lists header fields": "header fields", "The response body is described below:": "The response body",
		"The following table is empty of what you need": "empty of what you need",
		"The following table.":                          "", "are as follows": "", "Query parameters": "", "What follows are query parameters": "", "The following tables": "", "": "",
		" This table lists lids ": "lids", "This table lists x": "x", "This table lists": "", "This table lists lists": "", "This table a lid": "", "İ parameters are as follows": "",
	} {
		if got, ok := LeadCaption(Plain(text)); ok != (want != "") || ok && got.Words != want {
			t.Errorf("%q: %q, %v", text, got.Words, ok)
		}
	}
}

func TestIsFailureLabel(t *testing.T) {
	for line, want := range map[string]bool{
		"Error": true, "**Errors:**": true, "On failure:": true, "In case of an error": true, "Bad Request": true, "Error code": false, "Errors of lids": false, "Normal": false, "": false,
	} {
		if IsFailureLabel(line) != want {
			t.Errorf("%q: %v", line, !want)
		}
	}
}
