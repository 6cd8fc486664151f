package openapi

import (
	"encoding/json"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

func TestPagination(t *testing.T) {
	for _, c := range []struct {
		pages api.Pagination
		want  string
	}{
		{api.Pagination{Style: api.PageByOffset, Items: "/boxes", Limit: "limit", Offset: "offset", Count: "/total"},
			`{"style":"offset","items":"/boxes","limit":"limit","offset":"offset","count":"/total"}`},
		{api.Pagination{Style: api.PageByNumber, Items: "", Limit: "/size", Page: "/page", InBody: true}, // the response is the list, and page 0 is one
			`{"style":"page","in":"body","items":"","limit":"/size","page":"/page","first":0}`},
		{api.Pagination{Style: api.PageByMarker, Items: "/boxes", Marker: "marker", Next: "/page/next"},
			`{"style":"marker","items":"/boxes","marker":"marker","next":"/page/next"}`},
		{api.Pagination{Style: api.PageByMarker, Items: "/boxes", Marker: "marker", Key: "id"},
			`{"style":"marker","items":"/boxes","marker":"marker","key":"id"}`},
		{api.Pagination{Style: api.PageByLink, Items: "/boxes", Link: "/links/next"},
			`{"style":"link","items":"/boxes","link":"/links/next"}`},
	} {
		if got, err := json.Marshal(pagination(&c.pages)); err != nil || string(got) != c.want {
			t.Errorf("got %s, %v, want %s", got, err, c.want)
		}
	}
}
