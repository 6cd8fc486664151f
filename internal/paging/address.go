package paging

import (
	"encoding/json"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// isAddress reports whether a member holds the address of a page and not a marker: its
// description says so, or a printed response shows one. It does not apply to a marker that
// begins like a path ("/trees/oak"): an address that asks for a page has a query.
//
//	next   String   Where the next page is.     "next": "/v2/boxes?limit=2&marker=b-2"
func (l *listing) isAddress(f *api.Field, pointer string) bool {
	return dialect.MentionsURL(f.Text) || l.prints(pointer, asksForPage)
}

func asksForPage(value string) bool {
	return strings.HasPrefix(value, "http://") || strings.HasPrefix(value, "https://") ||
		(strings.HasPrefix(value, "/") || strings.HasPrefix(value, "?")) && strings.Contains(value, "=")
}

// prints reports whether a printed response has a text at a JSON pointer that is as wanted.
func (l *listing) prints(pointer string, wanted func(string) bool) bool {
	for _, e := range l.examples {
		if e.Side != api.SideResponse || !e.JSON || e.Status >= 300 {
			continue
		}
		var at any
		if json.Unmarshal([]byte(e.Body), &at) != nil {
			continue
		}
		for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
			object, _ := at.(map[string]any)
			at = object[strings.NewReplacer("~1", "/", "~0", "~").Replace(step)]
		}
		if text, ok := at.(string); ok && wanted(text) {
			return true
		}
	}
	return false
}
