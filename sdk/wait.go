package sdk

import "fmt"

// WaitError is a wait that cannot succeed: the resource is in a state that it does not
// leave by itself.
type WaitError struct {
	Name     string // of the resource
	State    string
	Want     string // empty where the end of the resource was waited for
	Reason   string // what the resource says of it, or empty
	Resource any    // a pointer to the resource
}

// Error is one line.
func (e *WaitError) Error() string {
	goal := "its end"
	if e.Want != "" {
		goal = fmt.Sprintf("%q", e.Want)
	}
	text := fmt.Sprintf("%s is %q, which does not lead to %s", e.Name, e.State, goal)
	if e.Reason != "" {
		text += ": " + oneLine(e.Reason)
	}
	return text
}
