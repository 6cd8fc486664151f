package sdk

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"mime"
	"strings"
)

// IsXML reports whether the answer has a body that says it is XML.
func (r Response) IsXML() bool {
	if len(r.Body) == 0 || r.HTTPResponse == nil {
		return false
	}
	media, _, err := mime.ParseMediaType(r.HTTPResponse.Header.Get("Content-Type"))
	return err == nil && (media == "application/xml" || media == "text/xml" || strings.HasSuffix(media, "+xml"))
}

// DecodeXML reads the body as XML into target.
func (r Response) DecodeXML(target any) error {
	if err := xml.Unmarshal(r.Body, target); err != nil {
		return fmt.Errorf("the answer with status %d does not have the documented form: %w", r.StatusCode(), err)
	}
	return nil
}

// xmlBody writes body as XML, for a request. root is the name of its element.
func xmlBody(root string, body any) ([]byte, error) {
	var out bytes.Buffer
	err := xml.NewEncoder(&out).EncodeElement(body, xml.StartElement{Name: xml.Name{Local: root}})
	if err != nil {
		return nil, fmt.Errorf("writing the request body: %w", err)
	}
	return out.Bytes(), nil
}
