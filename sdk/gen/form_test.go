package gen_test

import (
	"io"
	"mime"
	"mime/multipart"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// TestPartMedia: a part has the one media type that it is written in, of those that a document names.
func TestPartMedia(t *testing.T) {
	object := map[string]any{"p": map[string]any{"a": 1}}
	for _, c := range []struct {
		documented string
		body       map[string]any
		want       string
	}{
		{"", object, "application/json"},
		{"application/vnd.a+json", object, "application/vnd.a+json"},
		{"text/xml, application/json", object, "application/json"},
		{"text/csv, image/png", object, "application/json"},
		{"*/*", object, "application/json"},
		{"application/xml", object, "error"}, // it would be JSON
		{"", map[string]any{"p": "x"}, ""},
		{"text/markdown", map[string]any{"p": "x"}, "text/markdown"},
		{"application/json, text/plain", map[string]any{"p": "x"}, "text/plain"},
		{"application/json, image/png", map[string]any{"p": "x"}, ""},
		{"*/*", map[string]any{"p": "x"}, ""},
	} {
		media, content, err := gen.Multipart(c.body, map[string]string{"p": c.documented})
		if (c.want == "error") != (err != nil) {
			t.Errorf("%q: %v", c.documented, err)
		}
		if err != nil {
			continue
		}
		_, params, err := mime.ParseMediaType(media)
		if err != nil {
			t.Fatal(err)
		}
		part, err := multipart.NewReader(content, params["boundary"]).NextPart()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if got := part.Header.Get("Content-Type"); got != c.want || err != nil || !strings.Contains(string(text), "1") && string(text) != "x" {
			t.Errorf("%q: a part of %q: %s, %v", c.documented, got, text, err)
		}
	}
}
