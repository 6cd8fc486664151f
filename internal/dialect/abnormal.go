package dialect

import "strings"

var abnormalWords = []string{"abnormal", "error response", "exception response", "failed response", "failure response", "request failed", "response failed", "failed sample", "failed example",
	"is rejected", "request fails", "call fails", "operation fails", "if an error occurs", "unsuccessful response",
	"query fails", "creation fails", "deletion fails", "modification fails", "update fails", "api fails", "an error is returned", "error message is returned",
	"when an error occurs", "in case of failure", "in case of an error", "on failure", "on error", "error example", "sample error", "failure example", "error case"}

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
