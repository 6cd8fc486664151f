package sdk

import (
	"errors"
	"io"

	"github.com/rst2openapi/rst2openapi/sdk/internal/readonly"
)

// File is a file in a form of several parts. Its content is read once, while it is sent.
type File struct {
	Name        string // as the service is told; empty: that of the member
	ContentType string // empty: application/octet-stream
	Content     io.Reader
}

// IsZero reports whether there is no file.
func (f File) IsZero() bool { return f.Content == nil }

// MarshalJSON writes null: the content of a file is in no JSON.
func (f File) MarshalJSON() ([]byte, error) { return []byte("null"), nil }

// UnmarshalJSON is an error: a file comes in no JSON.
func (f *File) UnmarshalJSON([]byte) error { return errors.New("a file is not JSON") }

// Sendable is a body without its read-only members.
func (k *Call) Sendable(body any) any { return readonly.Without(body) }

// Payload is a body that something else has written; its error is that of the call.
func (k *Call) Payload(body io.Reader, err error) io.Reader {
	k.remember(err)
	if err != nil {
		return nil
	}
	return body
}

// Parts is Payload with the media type, which has the boundary of the parts.
func (k *Call) Parts(contentType string, body io.Reader, err error) (string, io.Reader) {
	return contentType, k.Payload(body, err)
}
