package dialect

import (
	"slices"
	"testing"
)

func TestMediaTypes(t *testing.T) {
	for in, want := range map[string][]string{
		"Set it to **application/vnd.boxes-v2-json-patch**.": {"application/vnd.boxes-v2-json-patch"},
		"Application/merge-patch + JSON.":                    {"application/merge-patch+json"},
		"application/json;charset=utf-8 or text/plain":       {"application/json", "text/plain"},
		"application/json, application/json":                 {"application/json"},
		"Content-Type:application/json-patch+json":           {"application/json-patch+json"},
		"and/or the path /application/json of v1/boxes":      nil,
		"application/": nil,
		"":             nil,
	} {
		if got := MediaTypes(in); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestBodyMedia(t *testing.T) {
	const jsonPatch, merge, strategic = "application/json-patch+json", "application/merge-patch+json", "application/strategic-merge-patch+json"
	for _, c := range []struct {
		named []string
		list  bool
		want  string
	}{
		{nil, false, ""},
		{[]string{"text/plain"}, false, ""},
		{[]string{"application/x-pem-file", JSONMedia}, false, JSONMedia},
		{[]string{merge, JSONMedia}, false, JSONMedia},
		{[]string{"application/vnd.boxes-v2-json-patch"}, true, "application/vnd.boxes-v2-json-patch"},
		{[]string{"application/vnd.boxes-v2-json-patch"}, false, "application/vnd.boxes-v2-json-patch"},
		{[]string{jsonPatch, strategic, merge}, false, merge},
		{[]string{merge, jsonPatch}, true, jsonPatch},
		{[]string{"application/a+json", "application/b+json"}, false, ""},
	} {
		if got := BodyMedia(c.named, c.list); got != c.want {
			t.Errorf("%q, list %v: got %q, want %q", c.named, c.list, got, c.want)
		}
	}
}

func TestFileMedia(t *testing.T) {
	for in, want := range map[string]string{
		"The **Content-Type** of the response is **application/octet-stream**.": "application/octet-stream",
		"The content-type is application/x-zip-compressed":                      "application/x-zip-compressed",
		"Content-Type: application/vnd.ms-excel":                                "application/vnd.ms-excel",
		"Content-Type: image/png":                                               "image/png",
		"It is application/octet-stream.":                                       "",
		"The Content-Type is application/json or application/zip.":              "",
		"The Content-Type is application/xml.":                                  "",
		"The Content-Type is text/plain.":                                       "",
		"The Content-Type is sent.":                                             "",
	} {
		if got := FileMedia(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := FileOfHeader("What it is: **application/pdf**."); got != "application/pdf" {
		t.Errorf("header: %q", got)
	}
}
