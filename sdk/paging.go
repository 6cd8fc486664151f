package sdk

import (
	"encoding/json"
	"errors"
)

// ErrPageLoop ends a walk over pages when the service leads back to a page that it has
// already given, so that the walk would never end.
var ErrPageLoop = errors.New("the service leads back to a page it has already given")

// Text is a member of a response as text: a string as it is, anything else as JSON, and
// nothing for what is absent or null.
func Text(member any) string {
	text, err := json.Marshal(member)
	if err != nil || string(text) == "null" {
		return ""
	}
	var s string
	if json.Unmarshal(text, &s) == nil {
		return s
	}
	return string(text)
}
