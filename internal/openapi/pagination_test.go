package openapi

import (
	"maps"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

func TestPagination(t *testing.T) {
	for _, c := range []struct {
		pages api.Pagination
		want  map[string]any
	}{
		{api.Pagination{Style: api.PageByOffset, Items: "/boxes", Limit: "limit", Offset: "offset", Count: "/total"},
			map[string]any{"style": "offset", "items": "/boxes", "limit": "limit", "offset": "offset", "count": "/total"}},
		{api.Pagination{Style: api.PageByNumber, Items: "", Limit: "/size", Page: "/page", InBody: true}, // the answer is the list, and page 0 is one
			map[string]any{"style": "page", "items": "", "limit": "/size", "page": "/page", "first": 0, "in": "body"}},
		{api.Pagination{Style: api.PageByMarker, Items: "/boxes", Marker: "marker", Next: "/page/next"},
			map[string]any{"style": "marker", "items": "/boxes", "marker": "marker", "next": "/page/next"}},
		{api.Pagination{Style: api.PageByMarker, Items: "/boxes", Marker: "marker", Key: "id"},
			map[string]any{"style": "marker", "items": "/boxes", "marker": "marker", "key": "id"}},
		{api.Pagination{Style: api.PageByLink, Items: "/boxes", Link: "/links/next"},
			map[string]any{"style": "link", "items": "/boxes", "link": "/links/next"}},
	} {
		if got := pagination(&c.pages); !maps.Equal(got, c.want) {
			t.Errorf("got %v, want %v", got, c.want)
		}
	}
}
