package sdk

import (
	"mime"
	"strings"
)

// IsXML reports whether the response has a body that says it is XML.
func (r Response) IsXML() bool {
	if len(r.Body) == 0 || r.HTTPResponse == nil {
		return false
	}
	contentType := strings.ToLower(r.HTTPResponse.Header.Get("Content-Type"))
	if !strings.Contains(contentType, "xml") {
		return false // as of most services
	}
	media, _, err := mime.ParseMediaType(contentType)
	return err == nil && (media == "application/xml" || media == "text/xml" || strings.HasSuffix(media, "+xml"))
}
