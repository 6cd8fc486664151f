package fake

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// operation is what the document says of one call: an operation, or one variant of it.
type operation struct {
	id     string // the variant's own where it is one
	parent string // of the document's operation, where it is none of a variant's own
	params []*openapi3.Parameter
	fixed  map[string]string // the query words that tell it from others of its path
	body   *openapi3.RequestBody
	// examples are the documented request bodies.
	examples []example
	// answers are the documented ones, the default answer first; never empty.
	answers []answer
	open    bool // it needs no token
	paging  any  // x-pagination as it stands
}

// answer is a documented response.
type answer struct {
	key      string // of the document: a status, 2XX or default
	status   int
	media    string // empty for one without a body
	schema   *openapi3.SchemaRef
	headers  openapi3.Headers
	examples []example
	// order puts the default answer first: success before redirects, low before high.
	order int
}

type example struct {
	name  string
	value any
}

// operations are those of one method and path: one, or one for each variant.
func operations(doc *openapi3.T, method, path string, item *openapi3.PathItem, op *openapi3.Operation) ([]*operation, error) {
	id := cmp.Or(op.OperationID, method+" "+path)
	one := operation{
		id: id, parent: id, params: parameters(item, op),
		paging: op.Extensions["x-pagination"],
		open:   needsNothing(doc.Security),
	}
	if op.Security != nil {
		one.open = needsNothing(*op.Security)
	}
	if op.RequestBody != nil {
		one.body = op.RequestBody.Value
		for _, media := range slices.Sorted(maps.Keys(one.body.Content)) {
			one.examples = append(one.examples, examplesOf(one.body.Content[media])...)
		}
	}
	one.answers = answers(op)
	list, err := variants(doc, one, op)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", method, path, err)
	}
	own := slices.ContainsFunc(list, func(o *operation) bool { return o.id == id })
	for _, o := range list {
		o.answers = inOrder(o.answers)
		if own && o.id != id {
			o.parent = o.id
		}
	}
	return list, nil
}

// needsNothing reports whether a call that carries no secret meets the requirements.
func needsNothing(all openapi3.SecurityRequirements) bool {
	return len(all) == 0 || slices.ContainsFunc(all, func(r openapi3.SecurityRequirement) bool { return len(r) == 0 })
}

// parameters are those of the operation, and those of the path that it does not replace.
func parameters(item *openapi3.PathItem, op *openapi3.Operation) []*openapi3.Parameter {
	var out []*openapi3.Parameter
	for _, ref := range item.Parameters {
		if op.Parameters.GetByInAndName(ref.Value.In, ref.Value.Name) == nil {
			out = append(out, ref.Value)
		}
	}
	for _, ref := range op.Parameters {
		out = append(out, ref.Value)
	}
	return out
}

// The orders of answers that are no success.
const (
	orderRedirect = 1000
	orderDefault  = 2000
	orderError    = 3000
)

func answers(op *openapi3.Operation) []answer {
	var out []answer
	for _, key := range slices.Sorted(maps.Keys(op.Responses.Map())) {
		status, order := statusOf(key)
		if status == 0 {
			continue
		}
		r := op.Responses.Value(key).Value
		a := answer{key: key, status: status, order: order, headers: r.Headers}
		if media := preferred(r.Content); media != "" && hasBody(status) {
			a.media, a.schema = media, r.Content[media].Schema
			a.examples = examplesOf(r.Content[media])
		}
		out = append(out, a)
	}
	return out
}

// hasBody reports whether HTTP lets answers of a status have a body, whatever documents say.
func hasBody(status int) bool {
	return status != http.StatusNoContent && status != http.StatusResetContent && status != http.StatusNotModified
}

// statusOf reads the key of a response: a status, 2XX for those that no other key names, or
// default.
func statusOf(key string) (status, order int) {
	if key == "default" {
		return 200, orderDefault
	}
	status, err := strconv.Atoi(key)
	wide := 0
	if len(key) == 3 && strings.EqualFold(key[1:], "XX") && key[0] >= '2' && key[0] <= '5' {
		status, err, wide = int(key[0]-'0')*100, nil, 99
	}
	switch {
	case err != nil || status < 200 || status > 599:
		return 0, 0
	case status < 300:
		return status, status + wide
	case status < 400:
		return status, orderRedirect + status + wide
	}
	return status, orderError + status + wide
}

// inOrder puts the default answer first. Where the document shows errors only, that is an
// answer with nothing in it; a default that stands alone is no error.
func inOrder(all []answer) []answer {
	slices.SortStableFunc(all, func(a, b answer) int { return cmp.Compare(a.order, b.order) })
	if len(all) == 0 || all[0].order >= orderDefault && len(all) > 1 || all[0].order >= orderError {
		return append([]answer{{status: 204}}, all...)
	}
	return all
}

// preferred is the media type of a content that is answered with: JSON where there is any.
func preferred(content openapi3.Content) string {
	all := slices.Sorted(maps.Keys(content))
	if i := slices.IndexFunc(all, isJSON); i >= 0 {
		return all[i]
	}
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

// isJSON reports whether bodies of a media type are JSON, as those of application/json and
// application/merge-patch+json.
func isJSON(media string) bool {
	media, _, _ = strings.Cut(strings.ToLower(media), ";")
	media = strings.TrimSpace(media)
	return media == "application/json" || strings.HasSuffix(media, "+json")
}

// examplesOf are the examples that a media type holds, by name: example2 before example10.
func examplesOf(media *openapi3.MediaType) []example {
	var out []example
	if media == nil {
		return nil
	}
	for name, ref := range media.Examples {
		if ref != nil && ref.Value != nil && ref.Value.ExternalValue == "" {
			out = append(out, example{name, ref.Value.Value})
		}
	}
	if len(media.Examples) == 0 && media.Example != nil {
		out = append(out, example{"example", media.Example})
	}
	slices.SortFunc(out, func(a, b example) int {
		return cmp.Or(cmp.Compare(len(a.name), len(b.name)), cmp.Compare(a.name, b.name))
	})
	return out
}
