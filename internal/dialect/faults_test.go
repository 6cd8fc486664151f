package dialect

import "testing"

func TestFault(t *testing.T) {
	for name, want := range map[string]int{"itemNotFound": 404, "badRequest": 400, "error": 0, "NeutronError": 0, "result": -1, "": -1} {
		status, ok := Fault(name)
		if !ok {
			status = -1
		}
		if status != want {
			t.Errorf("%q: %d, want %d", name, status, want)
		}
	}
}

func TestIsAlternative(t *testing.T) {
	for line, want := range map[string]bool{"or": true, "**Or**:": true, "or a box": false, "": false} {
		if IsAlternative(line) != want {
			t.Errorf("%q: got %v", line, !want)
		}
	}
}

func TestIsURLPart(t *testing.T) {
	for name, want := range map[string]bool{"Endpoint": true, "URI-scheme": true, "resource-path": true, "endpoint_id": false, "protocol": false} {
		if IsURLPart(name) != want {
			t.Errorf("%q: got %v", name, !want)
		}
	}
}

func TestSaysRequest(t *testing.T) {
	for caption, want := range map[string]bool{"Request body parameters": true, "Body parameters": false, "**Request** header": true} {
		if SaysRequest(caption) != want {
			t.Errorf("%q: got %v", caption, !want)
		}
	}
}

func TestFaultPart(t *testing.T) {
	for member, want := range map[string]FaultRole{"code": FaultCode, "message": FaultText, "title": NoFaultPart, "": NoFaultPart} {
		if got := FaultPart(member); got != want {
			t.Errorf("FaultPart(%q) = %v, want %v", member, got, want)
		}
	}
}

func TestIsErrorBody(t *testing.T) {
	for _, c := range []struct {
		members    []string
		body, pair bool
	}{
		{[]string{"error_code", "error_msg"}, true, false},
		{[]string{"errorCode", "errorMessage", "request_id"}, true, false},
		{[]string{"error_code", "error_msg", "box_id"}, false, false},
		{[]string{"error_msg"}, false, false},
		{[]string{"code", "message"}, false, true},
		{[]string{"code", "message", "request_id"}, false, true},
		{[]string{"code", "message", "box"}, false, false},
		{nil, false, false},
	} {
		if body, pair := IsErrorBody(c.members), IsErrorPair(c.members); body != c.body || pair != c.pair {
			t.Errorf("%q: got %v and %v", c.members, body, pair)
		}
	}
}

func TestTellsFailedCall(t *testing.T) {
	for text, want := range map[string]bool{
		"The error that is returned if an error occurs. See Table 3.": true,
		"Error code of a failed API call":                             true,
		"What is wrong, if the request fails":                         true,
		"The code that is returned if an error occurs in the job":     false,
		"Why the task failed":                                         false,
		"The error":                                                   false,
	} {
		if TellsFailedCall(text) != want {
			t.Errorf("%q: got %v", text, !want)
		}
	}
}
