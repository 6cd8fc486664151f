package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// referral keeps what a paragraph about the response, or about that to a failed call, refers to, where it says nothing
// else:
//
//	Response
//	--------
//	See :ref:`Bell ID Response <bell_id_response>`.
//	For details about abnormal responses, see :ref:`Bell ID Response <bell_id_response>`.
func (p *page) referral(text doc.Text, ctx context) {
	if ctx.section != dialect.SectionResponse || !ctx.status.maySucceed() {
		return
	}
	refs := text.Refs()
	if len(refs) != 1 {
		return
	}
	var around strings.Builder
	for _, in := range text {
		if in.Kind != doc.Ref {
			around.WriteString(doc.Text{in}.String())
		}
	}
	switch around := around.String(); {
	case dialect.RefersOnly(around):
		p.referrals = append(p.referrals, refs[0].Target)
	case dialect.RefersToFailure(around):
		p.failures = append(p.failures, refs[0].Target)
	}
}

// referredBodies gives an operation without a table of its response, or of that to a failed call, the tables of the
// page, or of the section about responses, that its page refers to instead. It does not apply to a page that has an
// operation: its title names that, and not the response; nor to a table below a title of another version of the API,
// see titleVersions. Where that page says that the response is a file, it is, see saysFile.
func (x *extraction) referredBodies(b *builder) {
	isResponse := func(k rootKey) bool { return k.side == api.SideResponse }
	isFailure := func(k rootKey) bool { return isResponse(k) && k.status.isError() }
	if !slices.ContainsFunc(b.order, isResponse) {
		x.addReferred(b, b.scope.referrals, func(saidStatus) bool { return true })
	}
	if !slices.ContainsFunc(b.order, isFailure) {
		x.addReferred(b, b.scope.failures, saidStatus.isError)
	}
}

// saysFile reports whether one of media is that of the response whatever a table lists, see saidMedia.
func saysFile(media []saidMedia) bool {
	return slices.ContainsFunc(media, func(m saidMedia) bool { return !m.weak })
}

// addReferred adds the tables below labels whose status is one of those that are asked for.
func (x *extraction) addReferred(b *builder, labels []string, asked func(saidStatus) bool) {
	for _, label := range labels {
		to, ok := x.label(b.page, label)
		if !ok || to.section == nil || to.page == b.page {
			continue
		}
		if len(to.page.own) > 0 && dialect.Section(to.section.Title.String()) != dialect.SectionResponse {
			continue
		}
		if len(to.page.files) > 0 && asked(notSaid) {
			b.scope.files = to.page.files
			if saysFile(to.page.files) {
				continue
			}
		}
		inside := tablesIn(to.section)
		apart := x.tellApart(inside)
		for _, t := range to.page.tables {
			titles, ok := inside[t.doc]
			if !ok || t.roleOfRows() != dialect.TableResponse || !asked(t.status) {
				continue
			}
			if apart.takes(titles, b.op.Path) {
				b.referredBody(t)
			} else {
				t.passed = true
			}
		}
	}
}

// referredBody copies the fields of a table on another page into a body: each operation decides for itself what
// its examples show of them.
func (b *builder) referredBody(t *table) {
	s := b.root(rootKey{api.SideResponse, t.status}, t.page.at(t.doc.Pos()).origin(api.FromCaption))
	if t.used = true; t.status.isError() {
		s.Label = api.ErrorBodyName // one table for the errors of all that refer to it
	}
	own := api.Schema{}
	for _, r := range t.rows {
		switch {
		case r.field == nil || r.within != nil: // told already, or a member of another row
		case r.stands != dialect.NamePlain:
			t.page.rowFound.addf("tool/unreadable-name", r.pos,
				"%s does not name a field; responses that refer to this table are read without the row", diag.Quote(r.field.Name))
		case s.Field(r.field.Name) == nil:
			own.Fields = append(own.Fields, r.field)
		}
	}
	s.Fields = append(s.Fields, own.Clone().Fields...)
}

// tablesIn are the tables of a section and of the sections in it, each with the titles of the sections between.
func tablesIn(s *doc.Section) map[*doc.Table][]string {
	out := make(map[*doc.Table][]string)
	addTables(s, nil, out)
	return out
}

func addTables(s *doc.Section, titles []string, out map[*doc.Table][]string) {
	doc.WalkAll(s.Blocks, func(b doc.Block) bool {
		switch b := b.(type) {
		case *doc.Table:
			out[b] = titles
		case *doc.Section:
			addTables(b, append(slices.Clip(titles), b.Title.String()), out)
			return false
		}
		return true
	})
}
