package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// summary tells what came out: the operations, the findings with what stands at their places, and the counts.
func (e extracted) summary(pages map[string]string) string {
	var out []string
	at := func(o api.Origin) string { return string(o.How) + " " + there(pages, o.Page, o.Pos.Line, o.Pos.Col) }
	for _, op := range e.svc.Operations {
		out = append(out, operationText(op, at)...)
	}
	for _, c := range e.svc.ErrorCodes {
		out = append(out, fmt.Sprintf("error code %d %s %q", c.Status, c.Code, c.Message))
	}
	for _, f := range e.found {
		s := "! " + f.Rule + ": " + f.Message + " at " + there(pages, f.Page, f.Pos.Line, f.Pos.Col)
		for _, r := range f.Related {
			s += ", and " + there(pages, r.Page, r.Pos.Line, r.Pos.Col)
		}
		out = append(out, s)
	}
	for _, u := range e.svc.Unread {
		out = append(out, fmt.Sprintf("unread %s of %s: %q at %s", u.Form, u.Field, u.Text, there(pages, u.Page, u.Pos.Line, u.Pos.Col)))
	}
	for _, l := range e.lost {
		out = append(out, "lost: "+l)
	}
	s := e.stats
	if len(pages) > 1 {
		for _, p := range e.svc.Pages {
			out = append(out, strings.TrimRight(fmt.Sprintf("%s is %s %s", p.Path, p.Kind, strings.Join(p.Operations, " ")), " "))
		}
		out = append(out, fmt.Sprintf("%d pages: %d with lines, %d converted, %d without operation; %d operations, %d variants, %d tables",
			s.Pages, s.RequestLinePages, s.PagesConverted, s.PagesWithoutOp, s.Operations, s.Variants, s.Tables))
	}
	rows := fmt.Sprintf("%d rows: %d %d %d", s.Rows, s.RowsInSpec, s.RowsInFindings, s.RowsOther)
	if s.Blocks.All() > 0 {
		rows += fmt.Sprintf("; blocks %v; %d examples: %d %d", s.Blocks, s.Examples, s.ExamplesJSON, s.ExamplesRepaired)
	}
	out = append(out, rows)
	return strings.Join(out, "\n")
}

// there is the beginning of what stands at a place.
func there(pages map[string]string, page string, line, col int) string {
	lines := strings.Split(pages[page], "\n")
	if line < 1 || line > len(lines) {
		return fmt.Sprintf("%s:%d:%d", page, line, col)
	}
	text := []rune(lines[line-1])
	if col < 1 || col > len(text)+1 {
		return fmt.Sprintf("%s:%d:%d", page, line, col)
	}
	rest := strings.TrimSpace(string(text[col-1 : min(len(text), col+21)]))
	return "“" + strings.Trim(rest, "=+-") + "”"
}

func operationText(op *api.Operation, at func(api.Origin) string) []string {
	out := []string{fmt.Sprintf("%s %s %s", op.Method, op.Path, op.ID)}
	if op.Deprecated {
		out[0] += " deprecated"
	}
	if op.Case != "" {
		out[0] += " case " + op.Case + " of " + op.Whole
	}
	if op.Tag != "" {
		out[0] += " tag " + op.Tag
	}
	if op.Description != "" {
		out[0] += fmt.Sprintf(" %q", op.Description)
	}
	for _, w := range op.Query {
		out[0] += " &" + w.Name + "=" + w.Value
	}
	if op.HostName != "" {
		out[0] += " host " + op.HostName
	}
	if op.ContentType != nil {
		out[0] += " sends " + op.ContentType.Name
	}
	if op.Accept != nil {
		out[0] += " accepts " + op.Accept.Name
	}
	for _, q := range op.Params {
		out = append(out, "  "+string(q.In)+" "+fieldText(&q.Field, at, nil))
	}
	body := func(p *api.Payload) string {
		if p == nil {
			return "no body"
		}
		s := p.MediaType + " " + typeWords(&p.Type, at, nil) + " from " + at(p.Origin)
		if p.Required {
			s += " required"
		}
		return s
	}
	if op.Body != nil {
		out = append(out, "  body "+body(op.Body))
	}
	for _, r := range op.Responses {
		s := fmt.Sprintf("  %d %s", r.Status, body(r.Body))
		if r.Text != "" {
			s += fmt.Sprintf(" %q", r.Text)
		}
		for _, h := range r.Headers {
			s += " header " + fieldText(&h.Field, at, nil)
		}
		if r.Body == nil || r.Origin != r.Body.Origin {
			s += " from " + at(r.Origin)
		}
		out = append(out, s)
	}
	for _, e := range op.Examples {
		s := fmt.Sprintf("  %s %s %d %s %s %q from %s", e.Name, e.Side, e.Status, e.Method, e.URL, strings.Join(strings.Fields(e.Body), " "), at(e.Origin))
		out = append(out, fmt.Sprintf("%s %t %t %t lines %d %v", s, e.JSON, e.Torn, e.Repaired, len(e.Lines), e.Headers))
	}
	for _, v := range op.Variants {
		out = append(out, "  variant:")
		out = append(out, operationText(v, at)...)
	}
	return out
}

func fieldText(f *api.Field, at func(api.Origin) string, over []*api.Schema) string {
	s := f.Name + " " + typeWords(&f.Type, at, over)
	if f.Need != api.NeedUnsaid {
		s += " need:" + string(f.Need)
	}
	if f.Attribute {
		s += " attribute"
	}
	for _, c := range f.Claims {
		if c.Fact != api.FactNeed && (c.Fact != api.FactKind || !slices.Equal(c.Values, []string{string(f.Type.Kind)})) {
			s += fmt.Sprintf(" %s=%s", c.Fact, strings.Join(c.Values, ","))
			for _, is := range []struct {
				set  bool
				word string
			}{{c.Elems, "elements"}, {c.Conditional, "conditional"}, {c.Weak, "weak"}} {
				if is.set {
					s += " (" + is.word + ")"
				}
			}
		}
	}
	if strings.Contains(f.Text, "\n") {
		s += fmt.Sprintf(" %q", f.Text)
	}
	if f.Decided.OnlyInExamples {
		s += " printed only"
	}
	return s
}

func typeWords(t *api.Type, at func(api.Origin) string, over []*api.Schema) string {
	switch {
	case t.Elem != nil:
		return string(t.Kind) + " of " + typeWords(t.Elem, at, over)
	case t.Schema == nil:
		return strings.TrimSpace(string(t.Kind) + " " + t.Format)
	case slices.Contains(over, t.Schema):
		return t.Schema.Name + " again"
	}
	over = append(over, t.Schema)
	s := t.Schema
	var parts []string
	for _, f := range s.Fields {
		parts = append(parts, fieldText(f, at, over))
	}
	if s.Root != nil {
		parts = append(parts, "is "+typeWords(s.Root, at, over))
	}
	if s.Extra != nil {
		parts = append(parts, "others "+typeWords(s.Extra, at, over))
	}
	return s.XMLName + "{" + strings.Join(parts, "; ") + "}"
}
