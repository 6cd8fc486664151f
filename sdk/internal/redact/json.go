package redact

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
)

// JSON writes JSON again with its secrets replaced; further are names of such. Where the text ends early or is not
// JSON, the rest is left out, because a secret in it cannot be recognized.
func JSON(text []byte, further ...string) string {
	w := writer{decoder: json.NewDecoder(bytes.NewReader(text)), further: further}
	w.decoder.UseNumber()
	if w.value() != nil {
		w.out.WriteString("…")
	}
	return w.out.String()
}

// writer copies tokens of JSON.
type writer struct {
	decoder *json.Decoder
	out     bytes.Buffer
	further []string // names of secrets
}

var errIncomplete = errors.New("the value is not complete")

// value writes the next value. The error says that it was not complete.
func (w *writer) value() error {
	token, err := w.decoder.Token()
	if err != nil {
		return err
	}
	switch t := token.(type) {
	case json.Delim:
		return w.container(t)
	case string:
		if strings.Contains(t, "://") {
			t = URL(t, w.further...) // signed addresses of downloads
		}
		w.scalar(t)
	default:
		w.scalar(t)
	}
	return nil
}

// container writes an object or a list whose first token was read.
func (w *writer) container(open json.Delim) error {
	w.out.WriteByte(byte(open))
	part := w.value
	if open == '{' {
		part = new(object{writer: w}).member
	}
	for n := 0; w.decoder.More(); n++ {
		if n > 0 {
			w.out.WriteByte(',')
		}
		if err := part(); err != nil {
			return err
		}
	}
	end, err := w.decoder.Token()
	if err != nil {
		return err
	}
	w.out.WriteByte(byte(end.(json.Delim)))
	return nil
}

// object is an object that is being written.
type object struct {
	*writer
	label string // the JSON text of its member key or name: {"key": "password", "value": …}
}

// member writes the next member.
func (o *object) member() error {
	token, err := o.decoder.Token()
	if err != nil {
		return err
	}
	name, ok := token.(string)
	if !ok {
		return errIncomplete
	}
	o.scalar(name)
	o.out.WriteByte(':')
	if Named(name, o.further) || name == "value" && Named(strings.Trim(o.label, `"`), o.further) {
		o.scalar(Secret)
		return o.decoder.Decode(new(json.RawMessage))
	}
	from := o.out.Len()
	if err := o.value(); err != nil {
		return err
	}
	if name == "key" || name == "name" {
		o.label = string(o.out.Bytes()[from:])
	}
	return nil
}

// scalar writes a string, a number, a boolean or null.
func (w *writer) scalar(value any) {
	text, err := json.Marshal(value)
	if err != nil { // not of what a decoder gives
		text = []byte("null")
	}
	w.out.Write(text)
}
