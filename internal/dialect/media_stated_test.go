package dialect

import (
	"fmt"
	"testing"
)

func TestStatedMedia(t *testing.T) {
	for in, want := range map[string]string{
		"The value is application/x-www-form-urlencoded.":                   "[application/x-www-form-urlencoded] []",
		"Media type. It cannot be multipart/form-data.":                     "[] []",
		"It must not be multipart/form-data, text/xml.":                     "[] []",
		"Any type other than text/xml":                                      "[] []",
		"multipart/form-data and text/xml are not supported.":               "[] []",
		"application/json; multipart/form-data is rejected.":                "[application/json] []",
		"Use application/json instead of multipart/form-data.":              "[application/json] []",
		"It is application/json, and not multipart/form-data.":              "[application/json] []",
		"If it is not set, **application/json** is used.":                   "[application/json] []",
		"Not only application/json, text/xml as well":                       "[application/json text/xml] []",
		"Type of the body, for example, application/xml.":                   "[application/xml] [application/xml]",
		"Type, such as text/xml. The value is text/xml.":                    "[text/xml] []",
		"The value is multipart/form-data, for example multipart/form-data": "[multipart/form-data] []",
		"It is not text/xml but application/json":                           "[application/json] []",
		"The value can be `application/json` or `multipart/form-data`.":     "[application/json multipart/form-data] []",
		"application/merge-patch + json":                                    "[application/merge-patch+json] []",
		"":                                                                  "[] []",
	} {
		stated, examples := StatedMedia(in)
		if got := fmt.Sprint(stated, examples); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}
