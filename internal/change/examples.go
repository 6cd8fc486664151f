package change

import (
	"encoding/json"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// Example is a documented request of the old side that the new side does not allow.
type Example struct {
	Operation string `json:"operation"` // its id on the new side
	Name      string `json:"name"`
	Why       string `json:"why"`
}

// unfit lists the requests that fitted their schema before and do not fit it now: they show that a
// change reaches what somebody sends. A response that is not described any more harms nobody.
func unfit(pairs []pair) []Example {
	var out []Example
	for _, p := range pairs {
		if p.old.Body == nil || p.new.Body == nil {
			continue
		}
		for _, e := range p.old.Body.Examples {
			was, is := schemaIn(p.old.Body.Content, e.Media), schemaIn(p.new.Body.Content, e.Media)
			if was == nil || is == nil || !e.Own && p.old.Variant >= 0 {
				continue
			}
			value, err := decoded(e.Value)
			if err != nil || document.CheckValue(was, value, openapi3.VisitAsRequest()) != nil {
				continue
			}
			if err := document.CheckValue(is, value, openapi3.VisitAsRequest()); err != nil {
				out = append(out, Example{document.OneLine(p.new.ID), document.OneLine(e.Name), document.OneLine(err.Error())})
			}
		}
	}
	return out
}

func schemaIn(c openapi3.Content, media string) *openapi3.Schema {
	if m := c[media]; m != nil && m.Schema != nil {
		return m.Schema.Value
	}
	return nil
}

// decoded is a value as JSON has it, whatever the format of its document made of it.
func decoded(v any) (any, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var out any
	return out, json.Unmarshal(text, &out)
}
