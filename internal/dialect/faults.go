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

// errorParts are the members of an error's body that has no object around them, without case
// and joints.
var (
	errorCodes = words("errorcode", "errcode")
	errorTexts = words("errormsg", "errmsg", "errormessage", "errmessage", "errordescription", "errordesc")
	errorRest  = words("requestid", "errordetail", "errordetails", "details", "encodedauthorizationmessage")
)

// IsErrorPart reports whether a member tells of an error by its name: error_code, errorMsg.
func IsErrorPart(member string) bool {
	name := nameKey(member)
	return errorCodes[name] || errorTexts[name]
}

// IsErrorBody reports whether members are those of an error's body and nothing else: its code
// and its text, and what may stand beside them.
func IsErrorBody(members []string) bool {
	code, text := false, false
	for _, m := range members {
		switch name := nameKey(m); {
		case errorCodes[name]:
			code = true
		case errorTexts[name]:
			text = true
		case !errorRest[name]:
			return false
		}
	}
	return code && text
}

// IsErrorPair reports whether members are the code and the message of an error and nothing
// else. A resource may have the two as well, so this needs further evidence.
func IsErrorPair(members []string) bool {
	code, text := false, false
	for _, m := range members {
		switch FaultPart(m) {
		case FaultCode:
			code = true
		case FaultText:
			text = true
		default:
			if !errorRest[nameKey(m)] {
				return false
			}
		}
	}
	return code && text
}

// failedCalls say of a member that it is there when the call fails.
var failedCalls = []string{
	"if an error occurs", "when an error occurs", "if errors occur", "when errors occur", "in case of an error", "in the case of an error",
	"if the request fails", "when the request fails", "if a request fails", "when a request fails",
	"if the call fails", "when the call fails", "if the api call fails", "when the api call fails", "api call failed", "of a failed api call", "of a failed request",
}

// failedTasks say that what fails is something that the call only tells of.
var failedTasks = []string{"task", "tasks", "job", "jobs", "execution", "executed", "status is", "value of status"}

// TellsFailedCall reports whether a description says that its member is there when the call
// fails: "The error that is returned if an error occurs". It does not apply to the error of a
// task or job, which a good response tells.
func TellsFailedCall(text string) bool {
	return holdsAny(text, failedCalls) && !holdsAny(text, failedTasks)
}

// successFlags are members that say whether the call succeeded; a body with one of them
// carries its error itself.
var successFlags = words("issuccess", "success", "succeeded", "successful")

// IsSuccessFlag reports whether a member says whether the call succeeded.
func IsSuccessFlag(member string) bool { return successFlags[nameKey(member)] }

// IsAlternative reports whether a line says no more than that what follows is another of
// what stood above: "or".
func IsAlternative(line string) bool {
	switch fold(line) {
	case "or", "alternatively":
		return true
	}
	return false
}
