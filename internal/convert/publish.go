package convert

import (
	"github.com/rst2openapi/rst2openapi/internal/openapi"
	"github.com/rst2openapi/rst2openapi/internal/publish"
)

// published is the document of a result with what the profile's policy adds to it. Corrections
// come later, but what is made of schemas is made of corrected ones.
func (r *Result) published(prose bool, overlays []*Overlay) (*openapi.Document, error) {
	doc := r.Document(prose)
	if !r.policy.Asks() {
		return doc, nil
	}
	text, err := openapi.JSON(doc)
	if len(overlays) > 0 {
		text, err = r.corrected(doc, overlays)
	}
	if err != nil {
		return nil, err
	}
	return doc, publish.Apply(doc.T, text, &r.policy)
}
