package openapi

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// complete adds the responses that tools expect of any operation and that say nothing new:
//
//   - a default one, without a body, since each call can fail with a status that no page lists;
//   - 200 beside the 300 of a list of versions: clients take the body of a 2xx only, and some
//     servers respond with it. It is that of 300.
func complete(responses *openapi3.Responses) {
	succeeds := false
	for status := range responses.Map() {
		if strings.HasPrefix(status, "2") {
			succeeds = true
		}
	}
	if choices := responses.Value("300"); choices != nil && !succeeds && len(choices.Value.Content) > 0 {
		same := *choices.Value
		text := "The same as with 300, for clients that take the body of a success only."
		same.Description = &text
		responses.Set("200", &openapi3.ResponseRef{Value: &same})
	}
	if responses.Value("default") == nil {
		responses.Set("default", &openapi3.ResponseRef{Value: openapi3.NewResponse().WithDescription(statusText(0))})
	}
}
