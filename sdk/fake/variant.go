package fake

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// variant is an entry of x-variants: one documented use of an operation that several pages
// describe. OpenAPI has room for one operation of a method and path, whose bodies are then
// those of all its variants.
type variant struct {
	OperationID  string            `json:"operationId"`
	RequestBody  string            `json:"requestBody"`  // "#/components/schemas/X"
	RequestMedia string            `json:"requestMedia"` // the media type of a body that has no name
	Responses    map[string]string `json:"responses"`    // status → "#/components/schemas/Y"
	Query        map[string]any    `json:"query"`        // words that it always sends
	Parameters   []struct {
		In       string `json:"in"`
		Name     string `json:"name"`
		Required bool   `json:"required"`
	} `json:"parameters"` // nil: those of the operation
	Examples map[string][]string `json:"examples"` // "request" or a status → names of the operation's
	Paging   any                 `json:"x-pagination"`
}

// variants takes an operation apart into its variants; without x-variants it is the only one.
func variants(doc *openapi3.T, one operation, op *openapi3.Operation) ([]*operation, error) {
	raw, ok := op.Extensions["x-variants"]
	if !ok {
		return []*operation{&one}, nil
	}
	var entries []variant
	text, err := json.Marshal(raw)
	if err == nil {
		err = json.Unmarshal(text, &entries)
	}
	if err != nil {
		return nil, fmt.Errorf("x-variants must be a list of objects with operationId: %s", oneLine(err))
	}
	if len(entries) == 0 {
		return []*operation{&one}, nil
	}
	bodies := slices.ContainsFunc(entries, func(v variant) bool { return v.RequestBody != "" || v.RequestMedia != "" })
	claimed := claims{}
	for _, v := range entries {
		for status := range v.Responses {
			claimed[claim{status, ""}] = true
		}
		for key, names := range v.Examples {
			for _, name := range names {
				claimed[claim{key, name}] = true
			}
		}
	}
	var out []*operation
	for _, v := range entries {
		if v.OperationID == "" {
			return nil, errors.New("an entry of x-variants has no operationId")
		}
		it, err := v.of(doc, one, op, bodies, claimed)
		if err != nil {
			return nil, fmt.Errorf("x-variants, %s: %w", short(v.OperationID), err)
		}
		out = append(out, it)
	}
	return out, nil
}

// claims are what variants name as theirs: the body of a status, and examples.
type claims map[claim]bool

type claim struct{ key, example string }

// of makes the operation that a variant is. bodies tells that some variant has a body of its
// own, so that one that names none has none.
func (v variant) of(doc *openapi3.T, one operation, op *openapi3.Operation, bodies bool, claimed claims) (*operation, error) {
	one.id = v.OperationID
	if v.Paging != nil {
		one.paging = v.Paging
	}
	if len(v.Query) > 0 {
		one.fixed = map[string]string{}
		for name, value := range v.Query {
			one.fixed[name] = fmt.Sprint(value)
		}
	}
	one.params = v.params(one.params)
	one.examples = v.only("request", one.examples, claimed)
	switch {
	case v.RequestBody != "":
		ref, err := schemaNamed(doc, v.RequestBody)
		if err != nil {
			return nil, err
		}
		media := "application/json"
		if one.body != nil {
			media = mediaOf(one.body.Content, v.RequestBody)
		}
		one.body = &openapi3.RequestBody{Required: true, Content: openapi3.Content{media: openapi3.NewMediaType().WithSchemaRef(ref)}}
	case v.RequestMedia != "" && one.body != nil:
		media := &openapi3.MediaType{}
		if m := one.body.Content[v.RequestMedia]; m != nil {
			media = m
		}
		one.body = &openapi3.RequestBody{Content: openapi3.Content{v.RequestMedia: media}}
	case bodies:
		one.body = nil
	}
	one.answers = slices.Clone(one.answers)
	for _, key := range slices.Sorted(maps.Keys(v.Responses)) {
		if op.Responses.Value(key) != nil || v.Responses[key] == "" {
			continue
		}
		if status, order := statusOf(key); status != 0 {
			one.answers = append(one.answers, answer{key: key, status: status, order: order})
		}
	}
	for i := range one.answers {
		if err := v.answer(doc, op, &one.answers[i], claimed); err != nil {
			return nil, err
		}
	}
	return &one, nil
}

// params picks the variant's parameters; those of the path belong to each variant.
func (v variant) params(all []*openapi3.Parameter) []*openapi3.Parameter {
	var out []*openapi3.Parameter
	for _, p := range all {
		if _, fixed := v.Query[p.Name]; fixed && p.In == openapi3.ParameterInQuery {
			continue // the fixed words are checked by themselves
		}
		if v.Parameters == nil || p.In == openapi3.ParameterInPath {
			out = append(out, p)
			continue
		}
		for _, q := range v.Parameters {
			if q.In == p.In && q.Name == p.Name {
				own := *p
				own.Required = q.Required
				out = append(out, &own)
				break
			}
		}
	}
	return out
}

// only keeps the examples that the variant names, and those that none does.
func (v variant) only(key string, all []example, claimed claims) []example {
	return slices.DeleteFunc(slices.Clone(all), func(e example) bool {
		return claimed[claim{key, e.name}] && !slices.Contains(v.Examples[key], e.name)
	})
}

// answer narrows a response of the operation to what the variant answers.
func (v variant) answer(doc *openapi3.T, op *openapi3.Operation, a *answer, claimed claims) error {
	a.examples = v.only(a.key, a.examples, claimed)
	if name := v.Responses[a.key]; name != "" {
		ref, err := schemaNamed(doc, name)
		if err != nil {
			return err
		}
		a.media, a.schema = "application/json", ref
		if r := op.Responses.Value(a.key); r != nil && len(r.Value.Content) > 0 {
			a.media = mediaOf(r.Value.Content, name)
		}
		if !hasBody(a.status) {
			a.media, a.schema = "", nil
		}
		return nil
	}
	if claimed[claim{a.key, ""}] && len(a.examples) == 0 {
		// The body is that of other variants, and so is the status if there is another.
		a.media, a.schema = "", nil
		if a.order < orderRedirect {
			a.order += 100
		}
	}
	return nil
}

const schemaPrefix = "#/components/schemas/"

// schemaNamed follows a reference in an extension, which the loader has not looked at.
func schemaNamed(doc *openapi3.T, text string) (*openapi3.SchemaRef, error) {
	name, ok := strings.CutPrefix(text, schemaPrefix)
	if ok && doc.Components != nil {
		if ref := doc.Components.Schemas[name]; ref != nil && ref.Value != nil {
			return &openapi3.SchemaRef{Ref: text, Value: ref.Value}, nil
		}
	}
	return nil, fmt.Errorf("%q is not a schema under %s", short(text), schemaPrefix)
}

// mediaOf is the media type whose schema is a reference, or has it among its choices.
func mediaOf(content openapi3.Content, ref string) string {
	for _, media := range slices.Sorted(maps.Keys(content)) {
		schema := content[media].Schema
		if schema == nil {
			continue
		}
		all := openapi3.SchemaRefs{schema}
		if schema.Value != nil {
			all = slices.Concat(all, schema.Value.OneOf, schema.Value.AnyOf)
		}
		if slices.ContainsFunc(all, func(s *openapi3.SchemaRef) bool { return s.Ref == ref }) {
			return media
		}
	}
	if media := preferred(content); media != "" {
		return media
	}
	return "application/json"
}
