package dialect

import "strings"

// faults are the members that hold all of an error's body, with the status that they stand
// for, 0 for one that may have any. Compute, storage and network services of one family
// name the member after the error.
var faults = map[string]int{
	"error": 0, "fault": 0, "computefault": 0, "cloudserversfault": 0, "neutronerror": 0, "quantumerror": 0,
	"badrequest": 400, "unauthorized": 401, "forbidden": 403, "itemnotfound": 404, "badmethod": 405,
	"conflictingrequest": 409, "conflictingrequests": 409, "buildinprogress": 409, "overlimit": 413,
	"badmediatype": 415, "notimplemented": 501, "servercapacityunavailable": 503, "serviceunavailable": 503,
}

// Fault reports whether a member of that name holds all of an error's body, and the status
// that it stands for, 0 where the name does not tell it: "itemNotFound" is 404.
func Fault(member string) (status int, ok bool) {
	status, ok = faults[strings.ToLower(member)]
	return status, ok
}

// FaultRole is what a member of an error's body tells.
type FaultRole int

// The roles of such members; NoFaultPart is any other one.
const (
	NoFaultPart FaultRole = iota
	FaultCode             // a number, often the status
	FaultText             // what went wrong
)

// FaultPart tells what a member of an error's body is.
func FaultPart(member string) FaultRole {
	switch member {
	case "code":
		return FaultCode
	case "message":
		return FaultText
	}
	return NoFaultPart
}

// IsAlternative reports whether a line says no more than that what follows is another of
// what stood above: "or".
func IsAlternative(line string) bool {
	switch fold(line) {
	case "or", "alternatively":
		return true
	}
	return false
}
