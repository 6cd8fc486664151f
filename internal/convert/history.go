package convert

import (
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/history"
)

// History is the change history that the set keeps of itself.
func (r *Result) History() []history.Entry { return history.Entries(r.pages) }

// Pages are the trees of the set's pages, by their paths.
func (r *Result) Pages() map[string]*doc.Page {
	out := make(map[string]*doc.Page, len(r.pages))
	for _, p := range r.pages {
		out[p.File.Path()] = p
	}
	return out
}
