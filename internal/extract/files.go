package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// saidMedia is the media type that a page says a successful response has.
type saidMedia struct {
	name   string
	origin api.Origin
	weak   bool // words say it, not the header: a table of the body says more
}

// fileLine keeps what a paragraph says of a body that is a file: of a request in its own words, of a response by
// the media type.
func (p *page) fileLine(flow doc.Flow, ctx context) {
	if ctx.section == dialect.SectionRequest && dialect.IsFileBody(flow.Text) {
		p.sent = append(p.sent, p.at(flow.At(0)).origin(api.FromProse))
	}
	if ctx.section != dialect.SectionResponse && ctx.section != dialect.SectionStatus || !ctx.status.maySucceed() {
		return
	}
	if m := dialect.FileMedia(flow.Text); m != "" && ctx.section == dialect.SectionResponse {
		p.files = append(p.files, saidMedia{name: m, origin: p.at(flow.At(0)).origin(api.FromProse)})
	} else if m := dialect.ReturnedFile(flow.Text); m != "" {
		p.files = append(p.files, saidMedia{m, p.at(flow.At(0)).origin(api.FromProse), true})
	}
}

// fileOfResponse is the media type of the file that a successful response is, as a paragraph or the row of the
// header Content-Type says, nil where none does.
func (s *scope) fileOfResponse() *saidMedia {
	if i := slices.IndexFunc(s.files, func(m saidMedia) bool { return !m.weak }); i >= 0 {
		return &s.files[i]
	}
	for _, t := range s.tables {
		if t.roleOfRows() != dialect.TableResponseHeader || !t.status.maySucceed() {
			continue
		}
		for _, r := range t.rows {
			if r.field != nil && strings.EqualFold(r.field.Name, "Content-Type") {
				if m := dialect.FileOfHeader(r.field.Text); m != "" {
					return &saidMedia{name: m, origin: r.field.Origin}
				}
			}
		}
	}
	if len(s.files) > 0 {
		return &s.files[0]
	}
	return nil
}

// fileBody makes the successful response a file where the page says so:
//
//	The **Content-Type** of the response is **application/octet-stream**.
//
// A table of its parameters then lists what the file is made of. It does not apply where the page prints a
// successful response with the fields of that table, nor to a page of several calls, of which the
// sentence may mean one.
func (b *builder) fileBody() {
	said := b.scope.fileOfResponse()
	if said == nil {
		return
	}
	if b.scope.hasCalls() {
		if b.line.pos == b.scope.own[0].pos {
			b.page.found.add("docs/table-of-file", said.origin.Pos, "the response is a file, "+said.name+", but the page describes several calls and does not say of which; none is read as a file")
		}
		return
	}
	r := b.response(b.successStatus(), b.op.Origin)
	if r.Body != nil && (said.weak || r.Body.Type.Schema == nil || b.printsFields(r.Body.Type.Schema)) {
		return
	}
	if r.Body != nil {
		b.notOfFile(r.Body.Type.Schema, said)
	}
	r.Body = &api.Payload{MediaType: said.name, Type: api.Type{Kind: api.Binary}, Origin: said.origin}
}

// hasCalls reports whether a scope describes calls that differ in more than the version.
func (s *scope) hasCalls() bool {
	key := func(l requestLine) string {
		path, _ := l.parts()
		return l.method + " " + urlpath.Unversioned(path)
	}
	return slices.ContainsFunc(s.own, func(l requestLine) bool { return key(l) != key(s.own[0]) })
}

// printsFields reports whether a printed response has half of the fields of a body.
func (b *builder) printsFields(s *api.Schema) bool {
	printed, n := b.scope.printedMembers(api.SideResponse), 0
	for _, f := range s.Fields {
		if printed[foldName(f.Name)] != nil {
			n++
		}
	}
	return n > 0 && 2*n >= len(s.Fields)
}

// notOfFile reports the rows of a response's table that are not fields, because the response is a file.
func (b *builder) notOfFile(s *api.Schema, said *saidMedia) {
	if len(s.Fields) == 0 {
		return
	}
	first := s.Fields[0].Origin
	b.page.found.add("docs/table-of-file", first.Pos, "the response is a file, "+said.name+", so that the rows of this table are not its fields",
		placeOf(said.origin).related("what says so"))
	b.reportedAll(s)
}

// reportedAll says of the rows of a body, also of those that another of its tables has too, and of those that are
// their members by marks, that a finding tells what became of them.
func (b *builder) reportedAll(s *api.Schema) {
	all := slices.Clone(s.Fields)
	for key, parts := range b.parts {
		for _, p := range parts {
			if b.roots[key] == s {
				all = append(all, p.fields...)
			}
		}
	}
	ofBody := make(map[*api.Field]bool)
	for _, f := range all {
		ofBody[f] = true
	}
	for _, t := range b.scope.tables {
		for _, r := range t.rows {
			if ofBody[r.field] || r.within != nil && r.within.reported { // the owner stands above
				r.reported = true
			}
		}
	}
}
