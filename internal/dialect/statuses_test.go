package dialect

import (
	"fmt"
	"testing"
)

func TestParseStatusLine(t *testing.T) {
	for in, want := range map[string]string{
		"202":                            `[202] "" false`,
		"**200**":                        `[200] "" false`,
		"202 Accepted":                   `[202] "Accepted" true`,
		"• 204: nothing is left":         `[204] "nothing is left" false`,
		"200 (OK)":                       `[200] "OK" true`,
		"Normal: 200":                    `[200] "" true`,
		"Normal 200, 202 and 204":        `[200 202 204] "" true`,
		"Normal response: 201 Created":   `[201] "Created" true`,
		"Abnormal: 400/404":              `[400 404] "" true`,
		"Status Code:202.":               `[202] "" true`,
		"HTTP status code 204":           `[204] "" true`,
		"Normal: HTTP status code 200":   `[200] "" true`,
		"Returned status code 201: made": `[201] "made" true`,
		"Status code 202 is returned":    `[202] "" true`,
		"Http Response Code: 204":        `[204] "" true`,
		"HTTP 202 Accepted":              `[202] "Accepted" true`,
		"The status code is 204 if it is gone and 202 if it still rings.":          `[204 202] "" true`,
		"No body. The status code is **204**.":                                     `[204] "" true`,
		"HTTP/1.1 204 No Content":                                                  `[204] "No Content" true`,
		"None (STATUS CODE 204)":                                                   `[204] "" true`,
		"No response body (204).":                                                  `[204] "" true`,
		"204: The box is gone":                                                     `[204] "The box is gone" false`,
		"204 No Content":                                                           `[204] "No Content" true`,
		"Success: 204":                                                             `[204] "" true`,
		"Success status code: 201":                                                 `[201] "" true`,
		"Successful response (204)":                                                `[204] "" true`,
		"Normal response codes: 200, 202":                                          `[200 202] "" true`,
		"Returns status code 204 if the box is gone.":                              `[204] "" true`,
		"A 204 status code indicates success.":                                     `[204] "" true`,
		"The API returns code 204 without a body.":                                 `[204] "" true`,
		"Upon success, the server responds with 204.":                              `[204] "" true`,
		"There is no body (status code: 204)":                                      `[204] "" true`,
		"When it worked, 202 Accepted is returned":                                 `[202] "" true`,
		"A box (status code 204)":                                                  `[204] "" true`,
		"When the status code is 204, it is gone.":                                 `[204] "" true`,
		"It is 404 Not Found, or a status code of 202":                             `[404 202] "" true`,
		"The API responds with 202, and the callback must return status code 204.": `[202] "" true`,
		"The server returns status 201 or a status code of 202.":                   `[201 202] "" true`,
		"If the box is open, the system returns HTTP 204 No Content.":              `[204] "" true`,
		"This API clears a box. It returns status code 204.":                       `[204] "" true`,
		"The service returns a 201 (Created) response with the box.":               `[201] "" true`,
		"Your request is accepted if you receive status code 202.":                 `[202] "" true`,
		"If the box is made, the status code of the response is 201.":              `[201] "" true`,
		"Status: 200 OK":                                                           `[200] "OK" true`,
		"Status 201: The lid opens":                                                `[201] "The lid opens" false`,
		"100: The lid is made":                                                     `[100] "The lid is made" false`,
		"If the operation succeeds, 202 Accepted is returned. See below.":          `[202] "Accepted" true`,
	} {
		l, ok := ParseStatusLine(in)
		if got := fmt.Sprintf("%v %q %v", l.Codes, l.Text, l.Named); !ok || got != want {
			t.Errorf("%q: %s, %v, want %s", in, got, ok, want)
		}
	}
	for _, in := range []string{
		"If the status code is 204, it is gone.", "When the code is 201, the lid is round.", "If HTTP status code 204 is returned, there is none.", "The status code 204 is recorded in the log of the box.",
		"The request has the status code 300 of the lid.",
		"The status code is returned in the header, not 204.", "The 204 is a status code.", "The status code is printed with 200.",
		"", "Normal", "OK", "20", "2020", "999", "2O2", "200-299", "200.1", "2xx",
		"200 requests a second are taken", "See the status codes.",
		"For example, if 201 is returned, the call is successful.",
		"Normality 200", "None", "None (see Table 2)", "A box (204)", "Any status code other than 204", "A status code that is not 204", "It responds with 204 boxes.", "The box has the code 999",
		"The member **http_status** tells what the backend sent: its status code 302 means that the box moved.",
		"The health check of the box expects status code 202 from the backend.", "Earlier versions returned status code 201; now the box comes at once.",
		"The API returned status code 201 in earlier versions.", "The callback must return status code 204.", "Status code 204 is returned by the callback.",
		"The member **result** is true if the status code is 202.", "A target is healthy (status code 202).", "The list has 302 found boxes.", "Of 202 accepted boxes",
		"The box has the status 201.", "A 100 status code means that it goes on.", "The API returns 200 boxes, or 500 at most.", "The box returns a 201 part.", "The webhook responds with 204.", "The system calls the address of the box. It responds with 204.", "The redirect of the box has status code 302.",
		"Status code: 200 to 204", "It holds 204 boxes.", "(204", "https 204",
	} {
		if l, ok := ParseStatusLine(in); ok {
			t.Errorf("%q: %v", in, l)
		}
	}
}

func TestIsStatusLabel(t *testing.T) {
	for in, want := range map[string]bool{
		"Normal": true, "**Abnormal**:": true, "Normal values": true, "Status code": true,
		"": false, "Status": false, "Normal: 200": false, "Normally": false, "Normal operation": false,
	} {
		if IsStatusLabel(in) != want {
			t.Errorf("%q: got %v", in, !want)
		}
	}
}
