package dialect

import "strings"

var abnormalWords = []string{"abnormal", "error response", "exception response", "failed response", "failure response", "request failed", "response failed", "failed sample", "failed example",
	"is rejected", "request fails", "call fails", "operation fails", "if an error occurs", "unsuccessful response"}

// IsAbnormal reports whether a caption or the line above a table is about the response to
// a call that failed: "Abnormal response", "Example response (request failed)". It does not
// apply to "Normal response" nor to a structure that is merely called error.
func IsAbnormal(s string) bool {
	s = strings.ToLower(s)
	for _, w := range abnormalWords {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
