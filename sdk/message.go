package sdk

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/http"
)

// Response is the raw response of an operation. The request in HTTPResponse is the one that
// was sent, with its token.
type Response struct {
	HTTPResponse *http.Response // its Body can be read, once more
	Body         []byte
}

// StatusCode is the HTTP status, or 0 when there is no response.
func (r Response) StatusCode() int {
	if r.HTTPResponse == nil {
		return 0
	}
	return r.HTTPResponse.StatusCode
}

// IsJSON reports whether the response has a body that says it is JSON.
func (r Response) IsJSON() bool {
	if len(r.Body) == 0 || r.HTTPResponse == nil {
		return false
	}
	return isJSONType(r.HTTPResponse.Header.Get("Content-Type"))
}

// Decode reads the body, JSON or XML, into target; *[]byte takes it as it is. An empty body
// leaves target as it was. A page of HTML is an error.
func (r Response) Decode(target any) error {
	if err := r.decode(target); err != nil {
		return fmt.Errorf("the response with status %d does not have the documented form: %w", r.StatusCode(), err)
	}
	return nil
}

// decode reads the body into target, see Call.Do.
func (r Response) decode(target any) error {
	if raw, ok := target.(*[]byte); ok && raw != nil {
		*raw = r.Body
		return nil
	}
	contentType := ""
	if r.HTTPResponse != nil {
		contentType = r.HTTPResponse.Header.Get("Content-Type")
	}
	body := bytes.TrimSpace(bytes.TrimPrefix(r.Body, []byte("\ufeff")))
	switch {
	case len(body) == 0:
		return nil
	case isHTML(contentType, body):
		// Also where nothing is read of it: the page of a proxy is not a response of the service.
		return fmt.Errorf("it is a page of HTML: %s", clean(htmlTitle(string(body)), maxText))
	case isNil(target):
		return nil
	case r.IsXML():
		return xml.Unmarshal(body, target)
	case isJSONType(contentType) || body[0] == '{' || body[0] == '[' || json.Valid(body):
		return json.Unmarshal(body, target)
	}
	return fmt.Errorf("it is neither JSON nor XML, but %q", clean(contentType, maxCode))
}
