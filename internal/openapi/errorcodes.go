package openapi

import (
	"net/http"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// maxErrorCodes bounds the list of error codes.
const maxErrorCodes = 1000

// errorCodes lists the codes of the set's error-code pages, each once, in the order of the
// pages. Rows that list a status and its standard name, and those of statuses that are no
// error, are none: pages of HTTP statuses look like error codes.
func (e *emitter) errorCodes() []any {
	var out []any
	type key struct {
		status int
		code   string
	}
	seen := make(map[key]bool)
	for _, c := range e.svc.ErrorCodes {
		k := key{c.Status, c.Code}
		if seen[k] || !isErrorCode(c) || len(out) == maxErrorCodes {
			continue
		}
		seen[k] = true
		entry := map[string]any{"code": c.Code}
		if c.Status != 0 {
			entry["status"] = c.Status
		}
		if e.opt.Prose && c.Message != "" {
			entry["message"] = c.Message
		}
		out = append(out, entry)
	}
	return out
}

func isErrorCode(c api.ErrorCode) bool {
	return (c.Status == 0 || c.Status >= 300) && !strings.EqualFold(c.Code, http.StatusText(c.Status))
}
