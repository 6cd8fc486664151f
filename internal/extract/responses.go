package extract

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

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
	s := b.roots[rootKey{side: api.SideRequest}]
	if s == nil {
		if b.op.Body = b.rawBody(api.SideRequest); b.op.Body == nil {
			b.op.Body = b.openBody()
		}
		return
	}
	required := b.whole != nil && b.whole.Need == api.NeedYes || demandsMember(s)
	b.op.Body = &api.Payload{
		MediaType: mediaOf(s), Required: required, Origin: s.Origin,
		Type: rootType(s),
	}
	if s.XMLName != "" {
		return
	}
	if m := b.requestMedia(b.op.Body); m != "" {
		b.op.Body.MediaType = m
	}
	b.asStream(b.op.Body, api.SideRequest)
}

// demandsMember reports whether tables demand a member of a body, so that a request without
// the body is none that they describe. That an example sends a body demands nothing.
func demandsMember(s *api.Schema) bool {
	return slices.ContainsFunc(s.Fields, func(f *api.Field) bool { return f.Need == api.NeedYes })
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

const jsonType = dialect.JSONMedia

func mediaOf(s *api.Schema) string {
	if s.XMLName != "" {
		return xmlType
	}
	return jsonType
}

// responses joins the statuses that the page documents with the bodies documented for them.
func (b *builder) responses() {
	for _, s := range b.scope.statuses() {
		r := b.response(s.code, b.page.at(s.pos).origin(s.how))
		r.Text = b.page.describedStatus(s)
	}
	var unsaid *api.Schema // a body whose status no words near it say
	for _, key := range b.order {
		if key.side == api.SideRequest {
			continue
		}
		s := b.roots[key]
		status := int(key.status)
		switch key.status {
		case anyError:
			b.errorBody(s)
			continue
		case notSaid:
			status, unsaid = b.successOfBody(), s
		}
		r := b.response(status, s.Origin)
		if status < 300 {
			b.splitErrors(s)
			if len(s.Fields) == 0 && s.Root == nil && s.Extra == nil && s.XMLName == "" {
				continue
			}
		}
		if r.Body != nil { // two roots for one status: "200" and "not said"
			b.addToBody(r.Body, s.Fields)
			continue
		}
		r.Body = &api.Payload{MediaType: mediaOf(s), Origin: s.Origin, Type: rootType(s)}
		b.asStream(r.Body, api.SideResponse)
	}
	if !slices.ContainsFunc(b.op.Responses, func(r *api.Response) bool { return !api.IsError(r.Status) }) {
		b.response(b.successStatus(), b.op.Origin)
	}
	if raw := b.rawBody(api.SideResponse); raw != nil {
		if r := b.response(b.successOfBody(), b.op.Origin); r.Body == nil {
			r.Body = raw
		}
	}
	b.fileBody()
	b.sameBody(unsaid)
	b.unclearStatuses(unsaid != nil)
	slices.SortStableFunc(b.op.Responses, func(x, y *api.Response) int { return x.Status - y.Status })
}

// sameBody gives a body whose status no words near it say to each status whose own words say that something is
// returned: "200: It is there, its id is returned" and "201: It is made, its id is returned". It does not apply
// where printed responses tell which has the body.
func (b *builder) sameBody(s *api.Schema) {
	if s == nil || b.scope.bodyStatus() != 0 {
		return
	}
	first := b.response(b.successOfBody(), s.Origin).Body
	if first == nil || first.Type.Schema != s {
		return
	}
	for _, code := range b.scope.saidWithBody() {
		if r := b.response(code, s.Origin); r.Body == nil {
			r.Body = &api.Payload{MediaType: first.MediaType, Origin: first.Origin, Type: rootType(s)}
		}
	}
}

// addToBody adds the fields of a second table to a body. A field that the first table lists
// stays as that describes it, and so does a body that it describes as a whole; the rows of
// the second are then reported.
func (b *builder) addToBody(body *api.Payload, fields []*api.Field) {
	for _, f := range fields {
		if s := body.Type.Schema; s == nil {
			b.page.found.add("docs/duplicate-field", f.Origin.Pos,
				"the body is described twice, as a whole and by its field "+f.Name+"; the first description counts",
				placeOf(body.Origin).related("the first description"))
			b.reported(f)
		} else if first := s.Field(f.Name); first == nil {
			s.Fields = append(s.Fields, f)
		} else if r := b.rowOf(f); r != nil {
			b.duplicate(r, first)
		}
	}
}

// rowOf is the row of the page that a field was read from, nil where it was read elsewhere.
func (b *builder) rowOf(f *api.Field) *row {
	for _, t := range b.scope.tables {
		for _, r := range t.rows {
			if r.field == f {
				return r
			}
		}
	}
	return nil
}

// reported notes that a finding tells why the row of a field is not in the document.
func (b *builder) reported(f *api.Field) {
	if r := b.rowOf(f); r != nil {
		r.reported = true
	}
}

// errorBody gives the body of an "abnormal response" to each error status that the page
// lists without a body of its own, or to a default response where it lists none.
func (b *builder) errorBody(s *api.Schema) {
	given := false
	for _, r := range b.op.Responses {
		if r.Status >= 400 && r.Body == nil {
			given = true
			r.Body = &api.Payload{MediaType: mediaOf(s), Origin: s.Origin, Type: rootType(s)}
		}
	}
	if given {
		return
	}
	r := b.response(api.DefaultStatus, s.Origin)
	if r.Body != nil {
		b.addToBody(r.Body, s.Fields)
		return
	}
	r.Body = &api.Payload{MediaType: mediaOf(s), Origin: s.Origin, Type: rootType(s)}
}
