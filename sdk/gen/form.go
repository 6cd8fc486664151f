package gen

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/textproto"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// Form writes a body of application/x-www-form-urlencoded. A list of scalars is its name several
// times, or once with commas where styles says "comma"; what is in objects and lists of objects,
// and all where styles says "deepObject", has brackets, or is JSON where styles says "json".
func Form(body any, styles map[string]string) (io.Reader, error) {
	text, err := json.Marshal(body)
	if err != nil {
		return nil, fmt.Errorf("writing the request body: %w", err)
	}
	var pieces []string
	err = each(text, func(name, value []byte, _ int) error {
		key := url.QueryEscape(string(name))
		items, flat := scalars(value)
		switch {
		case !flat && styles[string(name)] == "json":
			pieces = append(pieces, key+"="+url.QueryEscape(string(value)))
		case !flat || styles[string(name)] == "deepObject":
			return bracketed(key, value, &pieces)
		case separators[styles[string(name)]] != "":
			if len(items) > 0 {
				text, err := joinedItems(items, separators[styles[string(name)]])
				if err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
				pieces = append(pieces, key+"="+text)
			}
		default:
			for _, item := range items {
				pieces = append(pieces, key+"="+url.QueryEscape(item))
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("writing the request body: %w", err)
	}
	return strings.NewReader(strings.Join(pieces, "&")), nil
}

// separators stand between the items of a list that is one value of a form.
var separators = map[string]string{"comma": ",", "space": "%20", "pipe": "%7C"}

// joinedItems are the items of a list as one value. An item cannot have a separator that has an
// escape itself: nothing would tell them apart.
func joinedItems(items []string, separator string) (string, error) {
	escaped := make([]string, len(items))
	for i, item := range items {
		if plain, _ := url.QueryUnescape(separator); plain != separator && strings.Contains(item, plain) {
			return "", fmt.Errorf("an item has %q, which separates the items", plain)
		}
		escaped[i] = url.QueryEscape(item)
	}
	return strings.Join(escaped, separator), nil
}

// SplitItems takes the values of a form whose lists are one value apart, which are those that styles
// gives a separator. A comma with an escape is part of an item.
func SplitItems(form string, values url.Values, styles map[string]string) error {
	for word := range strings.SplitSeq(form, "&") {
		key, value, _ := strings.Cut(word, "=")
		name, err := url.QueryUnescape(key)
		if err != nil {
			return err
		}
		separator := separators[styles[name]]
		if separator == "" || len(values[name]) != 1 || value == "" {
			continue
		}
		if separator != "," { // it may come in other ways: "+" for a space, a bare "|"
			plain, _ := url.QueryUnescape(separator)
			values[name] = strings.Split(values[name][0], plain)
			continue
		}
		items := strings.Split(value, separator)
		for i, item := range items {
			if items[i], err = url.QueryUnescape(item); err != nil {
				return err
			}
		}
		values[name] = items
	}
	return nil
}

// scalars are the texts of a scalar or of a list of such; it is not ok for anything else. null
// has none.
func scalars(value []byte) (texts []string, ok bool) {
	switch value[0] {
	case 'n':
		return nil, true
	case '{':
		return nil, false
	case '[':
		ok = true
		err := each(value, func(_, item []byte, _ int) error {
			inner, flat := scalars(item)
			ok = ok && flat && item[0] != '['
			texts = append(texts, inner...)
			return nil
		})
		return texts, ok && err == nil
	case '"':
		return []string{string(unquoted(value))}, true
	}
	return []string{string(value)}, true
}

// Multipart writes a body of multipart/form-data, with the media type that has its boundary.
// Files are parts that are read while the body is sent, scalars are text, a list is a part for
// each item, and anything else is JSON. types are the media types that the document gives to parts.
func Multipart(body any, types map[string]string) (contentType string, content io.Reader, err error) {
	text, err := json.Marshal(body)
	if err != nil {
		return "", nil, fmt.Errorf("writing the request body: %w", err)
	}
	p := &partWriter{types: types}
	p.writer = multipart.NewWriter(&p.head)
	files := filesOf(reflect.ValueOf(body))
	err = each(text, func(name, value []byte, _ int) error {
		if all, ok := files[string(name)]; ok {
			for _, file := range all {
				if err := p.file(string(name), file); err != nil {
					return err
				}
			}
			return nil
		}
		return p.value(string(name), value)
	})
	if err == nil {
		err = p.writer.Close()
	}
	if err != nil {
		return "", nil, fmt.Errorf("writing the request body: %w", err)
	}
	p.flush()
	return p.writer.FormDataContentType(), io.MultiReader(p.readers...), nil
}

type partWriter struct {
	types   map[string]string
	writer  *multipart.Writer
	head    bytes.Buffer // what the writer has written and no reader has yet
	readers []io.Reader
}

// flush makes a reader of what the writer has written.
func (p *partWriter) flush() {
	if p.head.Len() > 0 {
		p.readers = append(p.readers, bytes.NewReader(bytes.Clone(p.head.Bytes())))
		p.head.Reset()
	}
}

func (p *partWriter) file(name string, file sdk.File) error {
	if file.IsZero() {
		return nil
	}
	called, media := file.Name, file.ContentType
	if called == "" {
		called = name
	}
	if media == "" {
		media = p.types[name]
	}
	if media == "" || strings.ContainsAny(media, "*,") {
		media = "application/octet-stream"
	}
	if strings.ContainsAny(media, "\r\n\x00") {
		return fmt.Errorf("the media type of the file %s cannot be sent", name)
	}
	_, err := p.writer.CreatePart(textproto.MIMEHeader{
		"Content-Disposition": {multipart.FileContentDisposition(name, called)}, "Content-Type": {media},
	})
	p.flush()
	p.readers = append(p.readers, file.Content)
	return err
}

func (p *partWriter) value(name string, value []byte) error {
	texts, flat := scalars(value)
	media := partMedia(p.types[name], flat)
	if !flat {
		texts = []string{string(value)}
		if strings.HasSuffix(media, "/xml") || strings.HasSuffix(media, "+xml") {
			return fmt.Errorf("the part %s is %s, which is not written", name, media)
		}
	}
	for _, text := range texts {
		header := textproto.MIMEHeader{"Content-Disposition": {strings.TrimSuffix(multipart.FileContentDisposition(name, ""), `; filename=""`)}}
		if media != "" {
			header.Set("Content-Type", media)
		}
		part, err := p.writer.CreatePart(header)
		if err == nil {
			_, err = io.WriteString(part, text)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// partMedia is the media type of a part that is not a file. Of several documented ones, a structure takes one of
// JSON, and a text one of text. A range of types ("text/*") is not sent.
func partMedia(documented string, flat bool) string {
	if !strings.Contains(documented, ",") {
		if documented == "" && !flat || strings.Contains(documented, "*") && !flat {
			return "application/json"
		}
		if strings.Contains(documented, "*") {
			return ""
		}
		return strings.TrimSpace(documented)
	}
	for one := range strings.SplitSeq(documented, ",") {
		if one = strings.TrimSpace(one); strings.Contains(one, "*") {
			continue
		} else if flat && strings.HasPrefix(one, "text/") || !flat && strings.HasSuffix(one, "json") {
			return one
		}
	}
	return partMedia("", flat)
}

// filesOf are the files of a struct, or of what a pointer points at, by their names in JSON.
func filesOf(v reflect.Value) map[string][]sdk.File {
	for v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	out := map[string][]sdk.File{}
	if v.Kind() != reflect.Struct {
		return out
	}
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		switch file := v.Field(i).Interface().(type) {
		case sdk.File:
			out[name] = []sdk.File{file}
		case []sdk.File:
			out[name] = file
		}
	}
	return out
}

// ReadForm makes JSON of the values of a form. All of them are texts in it. Brackets lead into a
// member, but for the names that are those of members themselves, as "tags[]" may be.
func ReadForm(values url.Values, names ...string) ([]byte, error) {
	var root any = map[string]any{}
	for key, texts := range values {
		name, rest, _ := strings.Cut(key, "[")
		if slices.Contains(names, key) {
			name, rest = key, ""
		}
		if rest != "" {
			rest = "[" + rest
		}
		steps, err := stepsOf(rest)
		if err == nil && len(texts) > 0 {
			root, err = placed(root, append([]string{name}, steps...), texts)
		}
		if err != nil {
			return nil, err
		}
	}
	object := root.(map[string]any)
	for name, value := range object {
		object[name] = listed(value)
	}
	return json.Marshal(object)
}

// SetFiles puts the files of a form into the fields of a struct that have their names.
func SetFiles(into any, files map[string][]sdk.File) {
	v := reflect.ValueOf(into)
	for v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		if all := files[name]; len(all) > 0 {
			switch into := v.Field(i).Addr().Interface().(type) {
			case *sdk.File:
				*into = all[0]
			case *[]sdk.File:
				*into = all
			}
		}
	}
}
