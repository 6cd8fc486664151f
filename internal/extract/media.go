package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// requestMedia is the media type of the request body that tables describe. Evidence, from the
// strongest on: the printed message, a field whose type is a file, the row of the header
// Content-Type, the header that a printed request has. Where several patches are named, the
// kind of body chooses, and a finding says so.
//
// It does not apply to a type of bytes in the row ("application/x-pem-file"): a table of
// fields describes no bytes.
func (b *builder) requestMedia(body *api.Payload) string {
	if b.scope.rawMedia(api.SideRequest, b.line) == dialect.FormMedia {
		return dialect.FormMedia
	}
	row := b.scope.mediaRow()
	named := mediaOfRow(row)
	if fieldsOfFile(body) > 0 {
		return dialect.FormMedia
	}
	isList := body.Type.Kind == api.Array
	if row == nil {
		named = b.scope.printedMedia()
	}
	media := dialect.BodyMedia(named, isList)
	if row != nil && dialect.BodyMedia(named, !isList) != media {
		b.page.found.addf("docs/several-media-types", row.field.Origin.Pos,
			"a body may be %s; %s is taken, as the table of the body describes", strings.Join(named, ", "), media)
	}
	if media == "" {
		return b.formMedia(body, named)
	}
	return media
}

// formMedia is the form that a request body is, where the page says that it is one and does not show
// another one:
//
//	Content-Type | Mandatory: Yes | The value is application/x-www-form-urlencoded.
//
// It is "" for all others. A form whose pairs cannot hold the members, a request that is printed as JSON, and XML
// of which the page shows no element stay JSON, and a finding says so: what a header says then fits no body that the
// page describes. What a row has only as an example says nothing of the body.
func (b *builder) formMedia(body *api.Payload, named []string) string {
	media := ""
	_, examples := statedMedia(b.scope.mediaRow())
	named = slices.DeleteFunc(named, func(m string) bool { return slices.Contains(examples, m) })
	if i := slices.IndexFunc(named, func(m string) bool { return dialect.IsStructured(m) && !dialect.IsJSONMedia(m) }); i >= 0 {
		media = named[i]
	} else if len(named) == 0 && b.scope.saysForm(body.Origin.Pos.Line) {
		media = dialect.FormMedia
	}
	at, but := body.Origin.Pos, ""
	if row := b.scope.mediaRow(); row != nil {
		at = row.field.Origin.Pos
	}
	switch {
	case media == "":
		return ""
	case b.scope.printsJSON():
		but = "the request is printed as JSON"
	case media == dialect.FormMedia && body.Type.Kind == api.Object, media == dialect.PairsMedia && isPairs(body):
		return media
	case media == dialect.PairsMedia:
		but = "members of the body have members"
	default:
		but = "the page describes no such body"
	}
	b.page.found.addf("docs/several-media-types", at, "the body is said to be %s, but %s; %s is taken", media, but, jsonType)
	return ""
}

// isPairs reports whether a body has only members that pairs of names and values can hold: scalars and lists of them.
func isPairs(body *api.Payload) bool {
	s := body.Type.Schema
	return s != nil && !slices.ContainsFunc(s.Fields, func(f *api.Field) bool {
		t := &f.Type
		if t.Kind == api.Array && t.Elem != nil {
			t = t.Elem
		}
		return t.Kind == api.Object || t.Kind == api.Array || t.Kind == api.Map
	})
}

// printsJSON reports whether a request of the page is printed with an object of JSON.
func (s *scope) printsJSON() bool {
	return slices.ContainsFunc(s.codes, func(c *code) bool {
		if c.sideOf() == api.SideResponse {
			return false
		}
		var text strings.Builder
		for _, l := range c.doc.Lines {
			line := strings.TrimSpace(l.Text)
			if strings.HasPrefix(line, "HTTP/") {
				break // the response to it
			}
			text.WriteString(line)
		}
		return strings.Contains(text.String(), `{"`) || strings.Contains(text.String(), `{\"`)
	})
}

// mediaHeaders keeps what mandatory rows say of the headers Content-Type and Accept. OpenAPI
// takes both from the bodies, so a request without a body would lose the first, which some
// services demand of it:
//
//	GET /v1/jars
//	Content-Type | Mandatory: Yes | The format of the message
//
// A row that names no media type means JSON, that of all bodies without one. It does not
// apply to optional rows: whoever leaves them out is served as well.
func (b *builder) mediaHeaders() {
	b.op.ContentType = b.demanded("Content-Type")
	b.op.Accept = b.demanded("Accept")
}

// demanded is the media type that the page demands in a header of requests, nil where it
// demands none.
func (b *builder) demanded(header string) *api.MediaType {
	r := b.scope.headerRow(header)
	if r == nil || r.field.Need != api.NeedYes {
		return nil
	}
	named := mediaOfRow(r)
	media := dialect.BodyMedia(named, false)
	switch {
	case media != "":
	case len(named) > 0:
		media = named[0]
	case header == "Content-Type":
		media = jsonType
	default:
		return nil
	}
	return &api.MediaType{Name: media, Origin: r.field.Origin}
}

// mediaRow is the row of the page that describes the header Content-Type of the request, nil
// where there is none.
func (s *scope) mediaRow() *row { return s.headerRow("Content-Type") }

// headerRow is the row of the page that describes a header of the request, nil where there is
// none.
func (s *scope) headerRow(name string) *row {
	for _, t := range s.tables {
		if t.side != api.SideRequest || !t.carriesFields() || t.roleOfRows() == dialect.TableStruct {
			continue
		}
		for _, r := range t.rows {
			if r.field != nil && strings.EqualFold(r.field.Name, name) && !structured(&r.field.Type) {
				return r
			}
		}
	}
	return nil
}

// mediaOfRow gives the media types that a row of a header names and does not deny, in its description and in
// its cells for a default and an example.
func mediaOfRow(r *row) []string {
	stated, _ := statedMedia(r)
	return stated
}

// statedMedia are the media types of mediaOfRow, and those of them that the description has only as examples.
func statedMedia(r *row) (stated, examples []string) {
	if r == nil {
		return nil, nil
	}
	text := r.field.Text
	for _, c := range r.field.Claims {
		if c.Fact == api.FactDefault || c.Fact == api.FactExample {
			text += "\n" + strings.Join(c.Values, "\n")
		}
	}
	return dialect.StatedMedia(text)
}

// printedMedia gives the media types of the headers that the page's requests are printed with.
func (s *scope) printedMedia() []string {
	var out []string
	for _, c := range s.codes {
		if c.sideOf() == api.SideResponse {
			continue
		}
		for _, l := range c.doc.Lines {
			name, value, ok := strings.Cut(strings.TrimSpace(l.Text), ":")
			if !ok || !strings.EqualFold(name, "Content-Type") {
				continue
			}
			for _, m := range dialect.MediaTypes(value) {
				if !slices.Contains(out, m) {
					out = append(out, m)
				}
			}
		}
	}
	return out
}

// fieldsOfFile counts the fields of a body whose type is a file.
func fieldsOfFile(body *api.Payload) int {
	n := 0
	if s := body.Type.Schema; s != nil {
		for _, f := range s.Fields {
			if f.Type.Kind == api.Binary {
				n++
			}
		}
	}
	return n
}

// asStream makes a body that is one file the bytes of that file. JSON has no form for a file,
// so a table with a single row of that type describes the body itself:
//
//	file | File | The image          of a download, or of an upload without a form
//
// It does not apply where the caption or the header Content-Type names a form, whose
// parts have names, nor to a body with other fields.
func (b *builder) asStream(body *api.Payload, side api.Side) {
	s := body.Type.Schema
	switch {
	case body.Type.Kind == api.Binary:
		s = nil
	case s == nil || len(s.Fields) != 1 || s.Fields[0].Type.Kind != api.Binary:
		return
	case side == api.SideRequest && (slices.Contains(mediaOfRow(b.scope.mediaRow()), dialect.FormMedia) || b.scope.saysForm(s.Origin.Pos.Line)):
		return
	}
	if s != nil {
		if r := b.rowOf(s.Fields[0]); r != nil {
			r.implied = true // the body itself is what the row describes
		}
	}
	body.Type, body.MediaType = api.Type{Kind: api.Binary}, dialect.BytesMedia
}

// saysForm reports whether the caption of the table on a line says that it lists the parts of
// a form.
func (s *scope) saysForm(line int) bool {
	return slices.ContainsFunc(s.tables, func(t *table) bool {
		return t.doc.Pos().Line == line && dialect.SaysForm(t.caption)
	})
}
