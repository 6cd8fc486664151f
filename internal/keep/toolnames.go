package keep

import (
	"encoding/json"
	"maps"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/toolname"
)

// nameProperties hands on the names that generators gave properties, and notes those that only the
// document can tell them.
func (n *Names) nameProperties(s *api.Schema) {
	names := make([]string, len(s.Fields))
	for i, f := range s.Fields {
		names[i] = f.Name
	}
	s.PropertyNames = toolname.HadProperties(n.old.Fields[s.Name], n.old.Distinct[s.Name])
	n.distinct(s.Name, toolname.Properties(names, s.PropertyNames))
}

// nameParameters is nameProperties for the parameters of an operation.
func (n *Names) nameParameters(op *api.Operation) {
	keys := make([]string, len(op.Params))
	for i, q := range op.Params {
		keys[i] = q.Key()
	}
	of := op.ID + " parameters"
	op.ParamNames = toolname.HadParameters(n.old.Order[of], n.old.Distinct[of])
	n.distinct(of, toolname.Parameters(keys, op.ParamNames))
}

// nameValues is nameProperties for the values of an enumeration of texts.
func (n *Names) nameValues(of string, d *api.Decided, l api.Limits) {
	values := make([]string, len(l.Enum))
	for i, v := range l.Enum {
		text, ok := textOf(v.JSON)
		if !ok {
			return // numbers, which tools tell apart
		}
		values[i] = text
	}
	var shown []string
	for _, v := range l.Shown {
		if text, ok := textOf(v.JSON); ok {
			shown = append(shown, text)
		}
	}
	var before []string
	for _, text := range n.old.Order[of] {
		if v, ok := textOf(text); ok {
			before = append(before, v)
		}
	}
	had := toolname.HadValues(before, n.old.Distinct[of])
	if d.ValueNames == nil {
		d.ValueNames = map[string]string{}
	}
	maps.Copy(d.ValueNames, had)
	own, others := toolname.HadValues(values, nil), map[string]string{}
	for i, name := range toolname.Values(values, shown, had) {
		if v := values[i]; name != own[v] {
			others[v] = name
		}
	}
	n.distinct(of, others)
}

// textOf is a value of an enumeration as package toolname takes it; false where it is not a text.
func textOf(value string) (text string, ok bool) {
	if value == "null" {
		return toolname.Null, true
	}
	err := json.Unmarshal([]byte(value), &text)
	return text, err == nil
}

// distinct writes names into the new file.
func (n *Names) distinct(of string, names map[string]string) {
	if len(names) > 0 {
		n.next.Distinct[of] = names
	}
}
