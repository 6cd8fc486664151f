package document

import "bytes"

// IsDocument reports whether a text looks like an OpenAPI or Swagger document, without reading all
// of it as one: whether a member of its top is called so.
func IsDocument(text []byte) bool {
	for line := range bytes.Lines(text) {
		line = bytes.TrimLeft(line, " \t{\"'")
		for _, key := range []string{"openapi", "swagger"} {
			if rest, ok := bytes.CutPrefix(line, []byte(key)); ok && bytes.HasPrefix(bytes.TrimLeft(rest, "\"' \t"), []byte(":")) {
				return true
			}
		}
	}
	return false
}
