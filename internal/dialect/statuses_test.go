package dialect

import (
	"fmt"
	"testing"
)

func TestParseStatusLine(t *testing.T) {
	for in, want := range map[string]string{
		"202":                            `[202] "" false`,
		"**200**":                        `[200] "" false`,
		"202 Accepted":                   `[202] "Accepted" false`,
		"• 204: nothing is left":         `[204] "nothing is left" false`,
		"200 (OK)":                       `[200] "OK" false`,
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
		"The status code is 204 if it is gone and 202 if it still rings.": `[204 202] "" true`,
		"No body. The status code is **204**.":                            `[204] "" true`,
		"HTTP/1.1 204 No Content":                                         `[204] "No Content" true`,
		"None (STATUS CODE 204)":                                          `[204] "" true`,
		"No response body (204).":                                         `[204] "" true`,
		"If the operation succeeds, 202 Accepted is returned. See below.": `[202] "Accepted" true`,
	} {
		l, ok := ParseStatusLine(in)
		if got := fmt.Sprintf("%v %q %v", l.Codes, l.Text, l.Named); !ok || got != want {
			t.Errorf("%q: %s, %v, want %s", in, got, ok, want)
		}
	}
	for _, in := range []string{
		"The status code is returned in the header, not 204.", "The 204 is a status code.", "The status code is printed with 200.",
		"", "Normal", "OK", "20", "2020", "999", "2O2", "200-299", "200.1", "2xx",
		"200 requests a second are taken", "See the status codes.",
		"For example, if 201 is returned, the call is successful.",
		"Normality 200", "None", "None (see Table 2)", "A box (status code 204)", "(204", "https 204",
	} {
		if l, ok := ParseStatusLine(in); ok {
			t.Errorf("%q: %v", in, l)
		}
	}
}

func TestIsStatusLabel(t *testing.T) {
	for in, want := range map[string]bool{
		"Normal": true, "**Abnormal**:": true, "Normal values": true, "Status code": true,
		"": false, "Normal: 200": false, "Normally": false, "Normal operation": false,
	} {
		if IsStatusLabel(in) != want {
			t.Errorf("%q: got %v", in, !want)
		}
	}
}
