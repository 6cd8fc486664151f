package openapi

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

// maxErrorCodes bounds the list of error codes.
const maxErrorCodes = 1000

// errorCodes lists the codes of the set's error-code pages, each once, in the order of the
// pages; on is the schema that gets them. Rows that list a status and its standard name, and
// those of statuses that are not errors, are left out: pages of HTTP statuses look like error codes.
func (e *emitter) errorCodes(on *openapi3.SchemaRef) []document.ErrorCode {
	var out []document.ErrorCode
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
		entry := document.ErrorCode{Status: c.Status, Code: c.Code}
		if e.opt.Prose {
			entry.Message = c.Message
		}
		e.from(on, document.Pointer(document.ErrorCodes.Name, strconv.Itoa(len(out))), c.Origin)
		out = append(out, entry)
	}
	return out
}

func isErrorCode(c api.ErrorCode) bool {
	return (c.Status == 0 || c.Status >= 300) && !strings.EqualFold(c.Code, http.StatusText(c.Status))
}
