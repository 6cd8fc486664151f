package genserver

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/url"
	"reflect"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// Form is JSON for a body of application/x-www-form-urlencoded; styles says which lists are one
// value, as for gen.Form.
func (c *Call) Form(required bool, into any, styles map[string]string) {
	c.decode("a form", required, into, func(text []byte, into any) error {
		values, err := url.ParseQuery(string(text))
		if err != nil {
			return errors.New("it cannot be read")
		}
		if err := gen.SplitItems(string(text), values, styles); err != nil {
			return errors.New("it cannot be read")
		}
		return decodeForm(values, into)
	})
}

// Multipart is JSON for a body of multipart/form-data, with its files.
func (c *Call) Multipart(required bool, into any) {
	c.decode("multipart/form-data", required, into, func(text []byte, into any) error {
		_, params, err := mime.ParseMediaType(c.request.Header.Get("Content-Type"))
		if err != nil || params["boundary"] == "" {
			return errors.New("its media type has no boundary")
		}
		form, err := multipart.NewReader(bytes.NewReader(text), params["boundary"]).ReadForm(maxBody)
		if err != nil {
			return err
		}
		defer func() { _ = form.RemoveAll() }() // all is in memory, so there is nothing to remove
		if err := decodeForm(form.Value, into); err != nil {
			return err
		}
		files := map[string][]sdk.File{}
		for name, headers := range form.File {
			for _, header := range headers {
				content, err := header.Open()
				if err != nil {
					return err
				}
				text, err := io.ReadAll(content)
				if err := errors.Join(err, content.Close()); err != nil {
					return err
				}
				files[name] = append(files[name], sdk.File{Name: header.Filename, ContentType: header.Header.Get("Content-Type"), Content: bytes.NewReader(text)})
			}
		}
		gen.SetFiles(into, files)
		return nil
	})
}

func decodeForm(values url.Values, into any) error {
	t := reflect.TypeOf(into)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	var names []string
	if t.Kind() == reflect.Struct {
		names = membersOf(t)
	}
	text, err := gen.ReadForm(values, names...)
	if err != nil {
		return err
	}
	return json.Unmarshal(gen.Retype(text, reflect.ValueOf(into).Elem().Interface()), into)
}
