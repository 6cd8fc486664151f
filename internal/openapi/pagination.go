package openapi

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

func pagination(p *api.Pagination) document.Pagination {
	out := document.Pagination{
		Style: string(p.Style), Items: p.Items, Limit: p.Limit, Offset: p.Offset, Page: p.Page,
		Marker: p.Marker, Next: p.Next, Key: p.Key, Link: p.Link, Count: p.Count,
	}
	if p.Style == api.PageByNumber {
		out.First = &p.First
	}
	if p.InBody {
		out.In = "body"
	}
	return out
}
