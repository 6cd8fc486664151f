package convert

import "github.com/rst2openapi/rst2openapi/internal/history"

// History is the change history that the set keeps of itself.
func (r *Result) History() []history.Entry { return history.Entries(r.pages) }
