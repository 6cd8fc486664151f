package reconcile

import (
	"mime"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// pairsMedia is the media type of a form of pairs.
const pairsMedia = "application/x-www-form-urlencoded"

// pairs makes JSON of printed forms of pairs, by what the table of the body says of its members: all are texts in the
// form. A form where another body is documented is told and no evidence.
func (r *reconciler) pairs() {
	r.eachOperation(func(op *api.Operation) {
		for _, e := range op.Examples {
			if !e.Pairs || e.JSON {
				continue
			}
			v, body := payload.ParsePairs(e.Raw), bodyOf(op, e)
			if v == nil || body == nil {
				continue
			}
			if media, _, _ := mime.ParseMediaType(body.MediaType); media != pairsMedia {
				r.found.Addf("docs/example-not-json", e.Origin.Page, e.At(v.Off),
					"this example is a form of pairs, but by the rest of the page the body is %s", body.MediaType)
				continue
			}
			if s := body.Type.Schema; s != nil {
				for i, m := range v.Members {
					if f := s.Field(m.Name); f != nil {
						v.Members[i].Value = pairValue(m.Value, &f.Type)
					}
				}
			}
			e.JSON, e.Body = true, v.JSON()
			r.values[e] = v
		}
	})
}

// pairValue is the text of a pair as what a table says the member is. A form has no other way to print a list of one.
func pairValue(v *payload.Value, t *api.Type) *payload.Value {
	if t.Kind == api.Array && v.Kind != payload.Array {
		v = &payload.Value{Kind: payload.Array, Items: []*payload.Value{v}, Off: v.Off}
	}
	return v.As(pairKind(t))
}

// pairKind is the kind of JSON that the text of a pair stands for.
func pairKind(t *api.Type) payload.Kind {
	if t.Kind == api.Array {
		t = t.Elem
	}
	switch t.Kind {
	case api.Integer, api.Number:
		return payload.Number
	case api.Boolean:
		return payload.Bool
	}
	return payload.String
}
