package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// statusRow is a row of a status-code table.
type statusRow struct {
	code int
	text string
	pos  source.Pos
}

// statusRows reads the status-code tables of a page, each code once.
func (p *page) statusRows() []statusRow {
	var out []statusRow
	for _, t := range p.tables {
		if t.role != dialect.TableStatus {
			continue
		}
		for _, r := range t.body {
			if len(r.Cells) == 0 {
				continue
			}
			first := cellText(r.Cells[0])
			code := statusCode(first.Text)
			if code == 0 || slices.ContainsFunc(out, func(s statusRow) bool { return s.code == code }) {
				continue
			}
			text := ""
			if len(r.Cells) > 1 {
				text = proseOf(cellText(r.Cells[len(r.Cells)-1]).Text)
			}
			out = append(out, statusRow{code, text, first.At(0)})
		}
	}
	return out
}

// checkStatuses reports rows of status-code tables that name no HTTP status: what they say
// is in no response.
func (p *page) checkStatuses(t *table) {
	for _, r := range t.body {
		if len(r.Cells) == 0 {
			continue
		}
		first := cellText(r.Cells[0])
		if text := strings.TrimSpace(first.Text); !dialect.IsEmpty(text) && statusCode(text) == 0 {
			p.found.Addf("docs/odd-status", p.path, first.At(0), "%s is no HTTP status code", diag.Quote(text))
		}
	}
}

// statusCode finds the HTTP status code that a cell starts with: "200", "200 OK".
func statusCode(s string) int {
	s = strings.TrimLeft(strings.TrimSpace(s), "*`")
	if len(s) < 3 || len(s) > 3 && s[3] >= '0' && s[3] <= '9' {
		return 0
	}
	n, err := strconv.Atoi(s[:3])
	if err != nil || n < 100 || n > 599 {
		return 0
	}
	return n
}

// successStatus is the status of an answer whose page does not say: the first 2xx that
// the page documents, else the first below 400, else 200.
func (b *builder) successStatus() int {
	low := 0
	codes := b.page.statusRows()
	for _, s := range codes {
		if s.code >= 200 && s.code < 300 {
			return s.code
		}
		if s.code >= 300 && s.code < 400 && low == 0 {
			low = s.code
		}
	}
	for _, key := range b.order {
		if !key.request && key.status >= 200 && key.status < 300 {
			return key.status
		}
	}
	if low != 0 {
		return low
	}
	return 200
}

func (b *builder) response(status int, origin api.Origin) *api.Response {
	for _, r := range b.op.Responses {
		if r.Status == status {
			return r
		}
	}
	r := &api.Response{Status: status, Origin: origin}
	b.op.Responses = append(b.op.Responses, r)
	return r
}

// bodies makes the request body of the root that the tables gave.
func (b *builder) bodies() {
	s := b.roots[rootKey{true, 0}]
	if s == nil {
		b.op.Body = b.rawBody(true)
		return
	}
	required := slices.ContainsFunc(s.Fields, func(f *api.Field) bool { return f.Need == api.NeedYes })
	b.op.Body = &api.Payload{
		MediaType: mediaOf(s), Required: required, Origin: s.Origin,
		Type: rootType(s),
	}
	if s.XMLName == "" && b.page.rawMedia(true, b.line) == formType {
		b.op.Body.MediaType = formType
	}
}

// rootType is the type of a body: the structure of its fields, or what its only row says
// of the body itself.
func rootType(s *api.Schema) api.Type {
	if s.XMLName != "" {
		return api.Type{Kind: api.Object, Schema: s} // the name of the element must stay
	}
	if s.Root != nil && len(s.Fields) == 0 {
		return *s.Root
	}
	s.Root = nil
	return api.Type{Kind: api.Object, Schema: s}
}

const jsonType = "application/json"

func mediaOf(s *api.Schema) string {
	if s.XMLName != "" {
		return xmlType
	}
	return jsonType
}

// responses joins the statuses of the page's tables with the bodies documented for them.
func (b *builder) responses() {
	for _, s := range b.page.statusRows() {
		r := b.response(s.code, b.page.originAt(s.pos, api.FromColumn))
		r.Text = s.text
	}
	for _, key := range b.order {
		if key.request {
			continue
		}
		s := b.roots[key]
		status := key.status
		if status == anyError {
			b.errorBody(s)
			continue
		}
		if status == 0 {
			status = b.successStatus()
		}
		r := b.response(status, s.Origin)
		if r.Body != nil { // two roots for one status: "200" and "not said"
			have := r.Body.Type.Schema
			if have == nil {
				continue
			}
			for _, f := range s.Fields {
				if !slices.ContainsFunc(have.Fields, func(g *api.Field) bool { return g.Name == f.Name }) {
					have.Fields = append(have.Fields, f)
				}
			}
			continue
		}
		r.Body = &api.Payload{MediaType: mediaOf(s), Origin: s.Origin, Type: rootType(s)}
	}
	if !slices.ContainsFunc(b.op.Responses, func(r *api.Response) bool { return r.Status != 0 && r.Status < 400 }) {
		b.response(b.successStatus(), b.op.Origin)
	}
	if raw := b.rawBody(false); raw != nil {
		if r := b.response(b.successStatus(), b.op.Origin); r.Body == nil {
			r.Body = raw
		}
	}
	slices.SortStableFunc(b.op.Responses, func(x, y *api.Response) int { return x.Status - y.Status })
}

// errorBody gives the body of an "abnormal response" to each error status that the page
// lists, or to a default response where it lists none.
func (b *builder) errorBody(s *api.Schema) {
	given := false
	for _, r := range b.op.Responses {
		if r.Status >= 400 {
			given = true
			if r.Body == nil {
				r.Body = &api.Payload{MediaType: mediaOf(s), Origin: s.Origin, Type: rootType(s)}
			}
		}
	}
	if !given {
		b.response(0, s.Origin).Body = &api.Payload{MediaType: mediaOf(s), Origin: s.Origin, Type: rootType(s)}
	}
}
