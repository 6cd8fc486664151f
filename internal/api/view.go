package api

import "strings"

// View gives svc in a form that encodes as JSON: structures by name instead of pointers,
// so that a structure that contains itself ends. It is what "dump api" prints and what
// golden files of the model hold.
func View(svc *Service) any {
	v := serviceView{
		Name: svc.Name, Title: svc.Title, Version: svc.Version, DocURL: svc.DocURL, Host: svc.Host,
		Tags: svc.Tags, ErrorCodes: svc.ErrorCodes,
	}
	for _, op := range svc.Operations {
		v.Operations = append(v.Operations, viewOperation(op))
	}
	for _, s := range svc.Schemas {
		sv := schemaView{Name: s.Name, Label: s.Label, Request: s.Request, Origin: s.Origin, Also: s.Also}
		for _, f := range s.Fields {
			sv.Fields = append(sv.Fields, viewField(f))
		}
		if s.Root != nil {
			sv.Root = s.Root.String()
		}
		v.Schemas = append(v.Schemas, sv)
	}
	return v
}

// String says a type in words: "array of object Vault", "string or integer, nullable".
func (t Type) String() string {
	var b strings.Builder
	b.WriteString(string(t.Kind))
	if t.Format != "" {
		b.WriteString(" (" + t.Format + ")")
	}
	if t.Schema != nil {
		b.WriteString(" " + t.Schema.Name)
	}
	if t.Elem != nil {
		b.WriteString(" of " + t.Elem.String())
	}
	for _, k := range t.Also {
		b.WriteString(" or " + string(k))
	}
	if t.Nullable {
		b.WriteString(", nullable")
	}
	return b.String()
}

type serviceView struct {
	Name       string          `json:"name"`
	Title      string          `json:"title"`
	Version    string          `json:"version"`
	DocURL     string          `json:"docURL,omitempty"`
	Host       string          `json:"host,omitempty"`
	Tags       []Tag           `json:"tags,omitempty"`
	Operations []operationView `json:"operations"`
	Schemas    []schemaView    `json:"schemas"`
	ErrorCodes []ErrorCode     `json:"errorCodes,omitempty"`
}

type operationView struct {
	ID         string          `json:"id"`
	Method     string          `json:"method"`
	Path       string          `json:"path"`
	Summary    string          `json:"summary"`
	Tag        string          `json:"tag,omitempty"`
	Deprecated bool            `json:"deprecated,omitempty"`
	Params     []paramView     `json:"params,omitempty"`
	Body       *payloadView    `json:"body,omitempty"`
	Responses  []responseView  `json:"responses,omitempty"`
	Examples   []exampleView   `json:"examples,omitempty"`
	Variants   []operationView `json:"variants,omitempty"`
	Pages      *Pagination     `json:"pages,omitempty"`
	Origin     Origin          `json:"origin"`
}

type paramView struct {
	In In `json:"in"`
	fieldView
}

type payloadView struct {
	MediaType string `json:"mediaType"`
	Type      string `json:"type"`
	Required  bool   `json:"required,omitempty"`
	Origin    Origin `json:"origin"`
}

type responseView struct {
	Status  int          `json:"status"`
	Headers []paramView  `json:"headers,omitempty"`
	Body    *payloadView `json:"body,omitempty"`
	Origin  Origin       `json:"origin"`
}

type exampleView struct {
	Side     Side   `json:"side"`
	Name     string `json:"name"`
	Status   int    `json:"status,omitempty"`
	Method   string `json:"method,omitempty"`
	URL      string `json:"url,omitempty"`
	JSON     bool   `json:"json,omitempty"`
	Repaired bool   `json:"repaired,omitempty"`
	Valid    bool   `json:"valid,omitempty"`
	Origin   Origin `json:"origin"`
}

type schemaView struct {
	Name    string      `json:"name"`
	Label   string      `json:"label,omitempty"`
	Request bool        `json:"request,omitempty"`
	Root    string      `json:"root,omitempty"`
	Fields  []fieldView `json:"fields,omitempty"`
	Origin  Origin      `json:"origin"`
	Also    []Origin    `json:"also,omitempty"`
}

type fieldView struct {
	Name    string  `json:"name"`
	Type    string  `json:"type"`
	Need    Need    `json:"need,omitempty"`
	Origin  Origin  `json:"origin"`
	Claims  []Claim `json:"claims,omitempty"`
	Decided Decided `json:"decided,omitzero"`
}

func viewOperation(op *Operation) operationView {
	v := operationView{
		ID: op.ID, Method: op.Method, Path: op.Path, Summary: op.Summary, Tag: op.Tag, Deprecated: op.Deprecated,
		Params: viewParams(op.Params), Body: viewPayload(op.Body), Pages: op.Pages, Origin: op.Origin,
	}
	for _, r := range op.Responses {
		v.Responses = append(v.Responses, responseView{r.Status, viewParams(r.Headers), viewPayload(r.Body), r.Origin})
	}
	for _, e := range op.Examples {
		v.Examples = append(v.Examples, exampleView{e.Side, e.Name, e.Status, e.Method, e.URL, e.JSON, e.Repaired, e.Valid, e.Origin})
	}
	for _, w := range op.Variants {
		v.Variants = append(v.Variants, viewOperation(w))
	}
	return v
}

func viewParams(params []*Param) []paramView {
	var out []paramView
	for _, q := range params {
		out = append(out, paramView{q.In, viewField(&q.Field)})
	}
	return out
}

func viewPayload(p *Payload) *payloadView {
	if p == nil {
		return nil
	}
	return &payloadView{p.MediaType, p.Type.String(), p.Required, p.Origin}
}

func viewField(f *Field) fieldView {
	return fieldView{f.Name, f.Type.String(), f.Need, f.Origin, f.Claims, f.Decided}
}
