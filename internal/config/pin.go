package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// edit replaces a part of a text.
type edit struct {
	at, length int // bytes
	text       string
}

// Pin writes pins, by the names of their sets, into the text of a configuration; all other bytes
// stay, comments too. The result is read again and must say the same but for the pins.
func Pin(file string, text []byte, pins map[string]string) ([]byte, error) {
	r := &reader{file: file}
	root, err := r.document(text)
	if err != nil {
		return nil, err
	}
	sets, err := r.top(root)
	if err != nil {
		return nil, err
	}
	var edits []edit
	for name, pin := range pins {
		_, set := find(sets, name)
		if set == nil {
			return nil, fmt.Errorf("%s: there is no set %q", file, name)
		}
		_, source := find(set, "source")
		e, err := r.pinEdit(text, source, pin)
		if err != nil {
			return nil, err
		}
		edits = append(edits, e)
	}
	slices.SortFunc(edits, func(a, b edit) int { return cmp.Compare(b.at, a.at) })
	out := slices.Clone(text)
	for _, e := range edits {
		out = slices.Concat(out[:e.at], []byte(e.text), out[e.at+e.length:])
	}
	return out, r.samePins(text, out, pins)
}

// pinEdit is the change that writes the pin of one source.
func (r *reader) pinEdit(text []byte, source *yaml.Node, pin string) (edit, error) {
	name, after := "commit", []string{"ref", "git"}
	if keyOf(source, "archive") != nil {
		name, after = "sha256", []string{"archive"}
	}
	if _, old := find(source, name); old != nil {
		at, length, err := token(text, old)
		if err != nil {
			return edit{}, r.at(old, "the %s cannot be replaced here: %s", name, err)
		}
		quote := ""
		if old.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
			quote = string(text[at])
		}
		return edit{at, length, quoted(pin, quote)}, nil
	}
	for _, other := range after {
		key, value := find(source, other)
		if key == nil {
			continue
		}
		at, length, err := token(text, value)
		if err != nil {
			return edit{}, r.at(value, "no %s can be written after this: %s", name, err)
		}
		end := at + length
		if source.Style&yaml.FlowStyle != 0 {
			return edit{end, 0, ", " + name + ": " + quoted(pin, "")}, nil
		}
		if eol := bytes.IndexByte(text[end:], '\n'); eol >= 0 {
			end += eol
		} else {
			end = len(text)
		}
		newline := "\n"
		if end > 0 && text[end-1] == '\r' {
			end, newline = end-1, "\r\n"
		}
		return edit{end, 0, newline + strings.Repeat(" ", key.Column-1) + name + ": " + quoted(pin, "")}, nil
	}
	return edit{}, r.at(source, "no %s can be written here", name)
}

// quoted writes a pin as a text: digits alone, or with one e, would be a number.
func quoted(pin, quote string) string {
	if quote == "" && strings.Trim(pin, "0123456789e") == "" {
		quote = `"`
	}
	return quote + pin + quote
}

// token finds where the text of a scalar stands.
func token(text []byte, n *yaml.Node) (at, length int, err error) {
	if n.Kind != yaml.ScalarNode {
		return 0, 0, errors.New("write it as a text, not as a reference to one")
	}
	for range n.Line - 1 {
		eol := bytes.IndexByte(text[at:], '\n')
		if eol < 0 {
			return 0, 0, errors.New("its line is not there")
		}
		at += eol + 1
	}
	for range n.Column - 1 { // columns count code points
		_, size := utf8.DecodeRune(text[at:])
		at += size
	}
	written := n.Value
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		written = `"` + written + `"`
	case n.Style&yaml.SingleQuotedStyle != 0:
		written = "'" + written + "'"
	}
	if !bytes.HasPrefix(text[at:], []byte(written)) {
		return 0, 0, errors.New("write it on one line, without escapes")
	}
	return at, len(written), nil
}

// samePins makes sure that a text says what another one said, with the pins.
func (r *reader) samePins(before, after []byte, pins map[string]string) error {
	old, err := Read(r.file, before)
	if err != nil {
		return err
	}
	read, err := Read(r.file, after)
	if err != nil || len(read.Sets) != len(old.Sets) {
		return fmt.Errorf("%s: the pins cannot be written into it as it is laid out: write commit on a line of its own in each source", r.file)
	}
	for i, s := range read.Sets {
		want := old.Sets[i]
		if pin, ok := pins[want.Name]; ok {
			if want.Source.Git != "" {
				want.Source.Commit = pin
			} else {
				want.Source.SHA256 = pin
			}
		}
		if s.Name != want.Name || s.Source != want.Source || s.Spec != want.Spec {
			return fmt.Errorf("%s: the pin of the set %s cannot be written as the file is laid out: write commit on a line of its own", r.file, want.Name)
		}
	}
	return nil
}
