package sdk

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// Object is a JSON object whose shape is not documented. It is a plain map, so it is made
// as Object{"zone": "eu-de-01"}; when it is read, numbers stay json.Number at every
// depth, so that large whole numbers lose no digit.
type Object map[string]any

// UnmarshalJSON reads an object, keeping its numbers exactly.
func (o *Object) UnmarshalJSON(data []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	return decoder.Decode((*map[string]any)(o))
}

// MarshalExtra writes known, which must become a JSON object, and after it the extra
// members in the order of their names. A name that known has already written is an
// error: the object would say it twice.
func MarshalExtra[T any](known any, extra map[string]T) ([]byte, error) {
	text, err := json.Marshal(known)
	if err != nil || len(extra) == 0 {
		return text, err
	}
	var taken map[string]json.RawMessage
	if err := json.Unmarshal(text, &taken); err != nil {
		return nil, err
	}
	text = text[:len(text)-1]
	for _, name := range slices.Sorted(maps.Keys(extra)) {
		if _, twice := taken[name]; twice {
			return nil, fmt.Errorf("additional property %q has a field of its own", name)
		}
		value, err := json.Marshal(extra[name])
		if err != nil {
			return nil, fmt.Errorf("additional property %q: %w", name, err)
		}
		if len(text) > 1 {
			text = append(text, ',')
		}
		quoted, err := json.Marshal(name)
		if err != nil {
			return nil, err
		}
		text = append(append(append(text, quoted...), ':'), value...)
	}
	return append(text, '}'), nil
}

// UnmarshalExtra reads data into known, and the members not listed in names into extra.
// extra is nil afterwards when there is none.
func UnmarshalExtra[T any](data []byte, known any, extra *map[string]T, names ...string) error {
	*extra = nil
	if err := json.Unmarshal(data, known); err != nil {
		return err
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(data, &members); err != nil {
		return err
	}
	for _, name := range names {
		delete(members, name)
	}
	if len(members) == 0 {
		return nil
	}
	*extra = make(map[string]T, len(members))
	for name, text := range members {
		var value T
		if err := json.Unmarshal(text, &value); err != nil {
			return fmt.Errorf("additional property %q: %w", name, err)
		}
		(*extra)[name] = value
	}
	return nil
}
