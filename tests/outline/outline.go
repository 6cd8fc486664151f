// Package outline is a sketch of a second output: it lists the operations of a document with
// what they take and give, in no programming language. It shows that what a client in any
// language needs is decided by package document.
package outline

import (
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// Of outlines an OpenAPI document.
func Of(spec []byte) (string, error) {
	d, err := document.Load(spec)
	if err != nil {
		return "", err
	}
	ops, err := d.Operations()
	if err != nil {
		return "", err
	}
	o := outliner{d: d}
	o.token, _ = document.TokenHeader(d.T)
	fmt.Fprintf(&o.out, "%s %s, token in %s\n", d.Info.Title, d.Info.Version, o.token)
	for _, op := range ops {
		if err := o.operation(op); err != nil {
			return "", fmt.Errorf("%s: %w", op.Where, err)
		}
	}
	return o.out.String(), nil
}

type outliner struct {
	d     *document.Document
	token string
	out   strings.Builder
}

func (o *outliner) operation(op *document.Operation) error {
	fmt.Fprintf(&o.out, "\n%s: %s %s\n", op.ID, op.Method, op.Path)
	for _, p := range op.Params {
		if !p.Ignored(o.token) {
			o.parameter(op, p)
		}
	}
	for _, f := range op.Fixed {
		fmt.Fprintf(&o.out, "  always %s=%s in %s\n", f.Name, f.Value, f.In)
	}
	if op.Body != nil {
		fmt.Fprintf(&o.out, "  takes %s\n", o.kind(op.Body.Schema()))
	}
	result, err := o.d.Result(op, func(r *document.Response) bool {
		return r.Schema() != nil && document.HasBody(op.Method, 200)
	})
	if err != nil {
		return err
	}
	o.result(result)
	paged := false
	if op.Paging != nil {
		pages, err := o.d.Pages(op, result)
		if err != nil {
			return err
		}
		paged = true
		fmt.Fprintf(&o.out, "  pages by %s: %s of %s\n", pages.Style, o.kind(pages.Item), document.Pointer(pages.Items...))
	}
	if s := o.d.States(op, result, paged); s != nil {
		fmt.Fprintf(&o.out, "  waits for %s: %s\n", document.Pointer(s.State...), strings.Join(s.Values, ", "))
		if len(s.Failed)+len(s.Gone) > 0 {
			fmt.Fprintf(&o.out, "    failed %q, gone %q\n", s.Failed, s.Gone)
		}
	}
	return nil
}

func (o *outliner) parameter(op *document.Operation, p *document.Parameter) {
	fmt.Fprintf(&o.out, "  %s %s: %s", p.In, p.Name, o.kind(p.Schema))
	before, _, _ := strings.Cut(op.Path, "{"+p.Name+"}")
	switch {
	case p.Constant != nil:
		fmt.Fprintf(&o.out, ", always %v", p.Constant)
	case p.In == openapi3.ParameterInPath && document.ScopeOf(p.Name, before) != "":
		fmt.Fprintf(&o.out, ", the caller's %s", document.ScopeOf(p.Name, before))
	case !p.Required:
		o.out.WriteString(", optional")
	}
	o.out.WriteByte('\n')
}

func (o *outliner) result(r document.Result) {
	switch r.Kind {
	case document.ResultNone:
		o.out.WriteString("  gives nothing\n")
	case document.ResultStream:
		o.out.WriteString("  gives bytes\n")
	case document.ResultSeveral:
		for _, one := range r.Bodies {
			fmt.Fprintf(&o.out, "  gives, with %s, %s\n", one.Key, o.kind(one.Schema()))
		}
	case document.ResultValue:
		schema := r.Bodies[0].Schema()
		if r.Root != "" {
			if s, err := o.d.Shape(schema); err == nil {
				fmt.Fprintf(&o.out, "  gives %s of %s\n", o.kind(s.Schema.Properties[r.Root]), r.Root)
				break
			}
		}
		fmt.Fprintf(&o.out, "  gives %s\n", o.kind(schema))
	}
	for _, status := range r.Accept {
		fmt.Fprintf(&o.out, "    %s is good\n", status)
	}
}

// kind says what values of a schema are.
func (o *outliner) kind(ref *openapi3.SchemaRef) string {
	s, err := o.d.Shape(ref)
	if err != nil {
		return "anything"
	}
	text := string(s.Kind)
	switch {
	case s.Kind == document.KindList:
		text = "list of " + o.kind(s.Schema.Items)
	case s.Kind == document.KindMap:
		text = "map of " + o.kind(s.Schema.AdditionalProperties.Schema)
	case s.Name != "":
		text = s.Name
	case s.Kind == document.KindObject:
		text = "{" + strings.Join(o.d.Properties(s.Schema), ", ") + "}"
	}
	if s.Nullable {
		text += " or null"
	}
	return text
}
