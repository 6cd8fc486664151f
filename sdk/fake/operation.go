package fake

import (
	"cmp"
	"maps"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// operation is what the document says of one call: an operation, or one variant of it.
type operation struct {
	*document.Operation
	fixed map[string]string // the query words that tell it from others of its path
	// responses are the documented ones, the default response first; never empty.
	responses []documentedResponse
}

// documentedResponse is a response that the document has.
type documentedResponse struct {
	doc      *document.Document
	key      string // of the document: a status, 2XX or default
	status   int
	media    string // empty for one without a body
	schema   *openapi3.SchemaRef
	headers  openapi3.Headers
	examples []document.Example
	// order puts the default response first: success before redirects, low before high.
	order int
}

// operationOf prepares an operation of the document; words are those of the query that its path
// has.
func operationOf(doc *document.Document, op *document.Operation, words map[string]string) *operation {
	out := &operation{Operation: op, fixed: maps.Clone(words)}
	for _, f := range op.Fixed {
		if out.fixed == nil {
			out.fixed = map[string]string{}
		}
		out.fixed[f.Name] = f.Value
	}
	for _, r := range op.Responses {
		if a, ok := responseOf(doc, op.Method, r); ok {
			out.responses = append(out.responses, a)
		}
	}
	out.responses = inOrder(out.responses)
	return out
}

// The orders of responses that are not a success.
const (
	orderRedirect = 1000
	orderDefault  = 2000
	orderError    = 3000
)

func responseOf(doc *document.Document, method string, r *document.Response) (documentedResponse, bool) {
	status, order := statusOf(r.Key)
	a := documentedResponse{doc: doc, key: r.Key, status: status, order: order, headers: r.Headers}
	media := preferred(r.Content)
	switch {
	case r.Foreign:
		// The body is that of other variants, and so is the status if there is another.
		if a.order < orderRedirect {
			a.order += 100
		}
	case media != "" && document.HasBody(method, status):
		a.media = media
		if m := r.Content[media]; m != nil {
			a.schema = m.Schema
		}
		for _, e := range r.Examples {
			if e.Media == media {
				a.examples = append(a.examples, e)
			}
		}
	}
	return a, status != 0
}

// statusOf is the status of the response for a key of responses, and its order.
func statusOf(key string) (status, order int) {
	low, high, ok := document.Status(key)
	switch wide := high - low; {
	case key == "default":
		return 200, orderDefault
	case !ok || low < 200:
		return 0, 0
	case low < 300:
		return low, low + wide
	case low < 400:
		return low, orderRedirect + low + wide
	default:
		return low, orderError + low + wide
	}
}

// inOrder puts the default response first. Where the document shows errors only, that is a
// response with nothing in it; a default that stands alone is not an error.
func inOrder(all []documentedResponse) []documentedResponse {
	slices.SortStableFunc(all, func(a, b documentedResponse) int { return cmp.Compare(a.order, b.order) })
	if len(all) == 0 || all[0].order >= orderDefault && len(all) > 1 || all[0].order >= orderError {
		return append([]documentedResponse{{status: 204}}, all...)
	}
	return all
}

// preferred is the media type in which a content is sent: JSON where there is any.
func preferred(content openapi3.Content) string {
	if media := document.JSONMedia(content); media != "" {
		return media
	}
	for _, media := range document.Sorted(content) {
		return media
	}
	return ""
}

// shown are the documented request bodies.
func (op *operation) shown() []document.Example {
	if op.Body == nil {
		return nil
	}
	return op.Body.Examples
}
