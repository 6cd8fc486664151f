package sdk

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk/internal/encode"
	"github.com/rst2openapi/rst2openapi/sdk/internal/readonly"
)

// JSON is body as JSON, or nil when body is nil or a nil pointer.
func (k *Call) JSON(body any) io.Reader {
	if isNil(body) {
		return nil
	}
	return k.body(jsonBody(readonly.Without(body)))
}

// XML is body as XML, or nil when body is nil or a nil pointer. root is the name of its
// element, after its namespace and a space where it has one.
func (k *Call) XML(root string, body any) io.Reader {
	if isNil(body) {
		return nil
	}
	return k.body(xmlBody(root, readonly.Without(body)))
}

func (k *Call) body(text []byte, err error) io.Reader {
	k.remember(err)
	if err != nil {
		return nil
	}
	return bytes.NewReader(text)
}

// jsonBody writes body as JSON, for a request.
func jsonBody(body any) ([]byte, error) {
	text, err := encode.Marshal(body)
	if err != nil {
		return nil, fmt.Errorf("writing the request body: %w", err)
	}
	return text, nil
}

// xmlBody writes body as XML, for a request. root is the name of its element.
func xmlBody(root string, body any) ([]byte, error) {
	var out bytes.Buffer
	err := xml.NewEncoder(&out).EncodeElement(body, xml.StartElement{Name: elementName(root)})
	if err != nil {
		return nil, fmt.Errorf("writing the request body: %w", err)
	}
	return out.Bytes(), nil
}

func elementName(root string) xml.Name {
	if space, local, ok := strings.Cut(root, " "); ok {
		return xml.Name{Space: space, Local: local}
	}
	return xml.Name{Local: root}
}

// payload is what Conn.Do sends for a body, and its content type.
func (k *Call) payload(body any) (io.Reader, string) {
	const ofJSON, ofBytes = "application/json", "application/octet-stream"
	switch b := body.(type) {
	case nil:
		return nil, ""
	case io.Reader:
		return b, ofBytes
	case []byte:
		return bytes.NewReader(b), ""
	case json.RawMessage:
		if !json.Valid(b) {
			k.remember(errors.New("the body is a json.RawMessage and not JSON"))
		}
		return bytes.NewReader(b), ofJSON
	}
	return k.JSON(body), ofJSON
}

// errNoMedia keeps a body from being sent as what it looks like: a text of digits is JSON, too.
var errNoMedia = errors.New("the body has no media type: say what it is, such as sdk.WithHeader(\"Content-Type\", \"application/json\")")

// rereadable lets a file be sent again, and with its length. It is read in sections, each
// with a place of its own, because a broken attempt may still be reading when the next
// one begins. The file stays open, as it is the caller's.
func rereadable(req *http.Request, body io.Reader) {
	file, ok := body.(interface {
		io.ReaderAt
		io.Seeker
	})
	if !ok || req.GetBody != nil {
		return
	}
	req.Body = io.NopCloser(body)
	start, err := file.Seek(0, io.SeekCurrent)
	if err != nil {
		return // a pipe
	}
	end, err := file.Seek(0, io.SeekEnd)
	if _, back := file.Seek(start, io.SeekStart); err != nil || back != nil {
		return
	}
	length := end - start
	req.ContentLength = max(length, 0)
	req.GetBody = func() (io.ReadCloser, error) {
		return io.NopCloser(io.NewSectionReader(file, start, length)), nil
	}
	if length <= 0 {
		// It is empty, or does not know its length, as those of /proc.
		if n, err := file.ReadAt(make([]byte, 1), start); n == 0 && err == io.EOF {
			req.GetBody = func() (io.ReadCloser, error) { return http.NoBody, nil }
		}
		length = math.MaxInt64 - start
	}
	req.Body, _ = req.GetBody() // never fails
}
