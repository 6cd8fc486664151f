package sdk

import (
	"encoding/json"
	"errors"
)

// Errors of walks over pages. What a walk gives before them is a part of the list only.
var (
	// ErrPageLoop: the service leads back to a page that it has already given, or does not know
	// the parameter that asks for the next one.
	ErrPageLoop = errors.New("the service leads back to a page it has already given")
	// ErrIncomplete: the pages end before the total that the service tells.
	ErrIncomplete = errors.New("the list is not complete")
)

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
