package dialect

import "testing"

func TestIsOpenBody(t *testing.T) {
	for in, want := range map[string]bool{
		"The requested content is determined by the lamp that is lit. Some take none.": true,
		"The **request body** depends on the type of the lamp.":                        true,
		"The content of the request body varies with the plug-in.":                     true,
		"Request body parameters are defined by the form that the lamp has.":           true,
		"The request body varies according to the APIs.":                               false,
		"The request body depends on the API that is called.":                          false,
		"Whether the request body is needed depends on the lamp.":                      false,
		"The response body depends on the lamp.":                                       false,
		"The request body is a JSON object.":                                           false,
		"The request parameters depend on the lamp.":                                   false, // of the query, perhaps
		"The time that a request takes depends on the content of the request.":         false,
		"The lamp is determined by the request body.":                                  false,
		"The request body is sent in JSON, and its size is determined by a lamp":       false,
	} {
		if got := IsOpenBody(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}
