package reconcile

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// conditions makes a field optional that its table demands of callers while its description
// says in which cases it is needed and a whole example does without it:
//
//	the table:   queue | Yes | String | This parameter is available only when type is jar.
//	the example: {"type": "lid"}
//
// A client that asks for the field could not send what the example sends. It does not apply
// where each example has the field, nor where only the example says so.
func (r *reconciler) conditions() {
	in := r.instances()
	for _, s := range r.svc.Schemas {
		if !s.Request {
			continue
		}
		for _, f := range s.Fields {
			c := saysWhen(f)
			if f.Need != api.NeedYes || c == nil {
				continue
			}
			i := slices.IndexFunc(in[s], func(i instance) bool { return i.value.Member(f.Name) == nil })
			if i < 0 {
				continue
			}
			f.Need = api.NeedConditional
			r.found.Add("docs/mandatory-in-some-cases", f.Origin.Page, f.Origin.Pos,
				f.Name+" is mandatory by the table, but its description says in which cases; it is taken as optional",
				relatedAt(c.Origin, "the description"), relatedAt(api.Origin{Page: in[s][i].in.Origin.Page, Pos: in[s][i].in.At(in[s][i].value.Off)}, "an example without it"))
		}
	}
}

// saysWhen is the statement of a field's description that it is needed in some cases.
func saysWhen(f *api.Field) *api.Claim {
	for i, c := range f.Claims {
		if c.Fact == api.FactNeed && c.Origin.How == api.FromProse && slices.Contains(c.Values, string(api.NeedConditional)) {
			return &f.Claims[i]
		}
	}
	return nil
}
