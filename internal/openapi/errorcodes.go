package openapi

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

// errorCodes lists the codes of the set's error-code pages, each once, by status and code: the
// order of pages is none of codes. on is the schema or the document that gets them. Rows that list a status and its standard name, and
// those of statuses that are not errors, are left out: pages of HTTP statuses look like error codes.
func (e *emitter) errorCodes(on any) []document.ErrorCode {
	type key struct {
		status int
		code   string
	}
	seen := make(map[key]bool)
	var codes []api.ErrorCode
	for _, c := range e.svc.ErrorCodes {
		k := key{c.Status, c.Code}
		if seen[k] || !isErrorCode(c) {
			continue
		}
		seen[k] = true
		codes = append(codes, c)
	}
	slices.SortFunc(codes, func(a, b api.ErrorCode) int {
		return cmp.Or(a.Status-b.Status, strings.Compare(a.Code, b.Code))
	})
	var out []document.ErrorCode
	for i, c := range codes {
		entry := document.ErrorCode{Status: c.Status, Code: c.Code}
		if e.opt.Prose {
			entry.Message = c.Message
		}
		e.from(on, document.Pointer(document.ErrorCodes.Name, strconv.Itoa(i)), c.Origin)
		out = append(out, entry)
	}
	return out
}

func isErrorCode(c api.ErrorCode) bool {
	return (c.Status == 0 || c.Status >= 300) && !strings.EqualFold(c.Code, http.StatusText(c.Status))
}
