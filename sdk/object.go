package sdk

import (
	"bytes"
	"encoding/json"
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
