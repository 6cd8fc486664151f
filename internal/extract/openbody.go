package extract

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// openBodyLine keeps that a paragraph about the request says what decides on its body.
func (p *page) openBodyLine(flow doc.Flow, ctx context) {
	if ctx.section == dialect.SectionRequest && dialect.IsOpenBody(flow.Text) {
		p.openBodies = append(p.openBodies, p.at(flow.At(0)).origin(api.FromProse))
	}
}

// openBody is the body of a request of which the page says only what decides on it, and has no table:
//
//	The requested content is determined by the resource that the signal is for.
//
// It may be anything, and may be missing. Only the methods that HTTP has for bodies get it.
func (b *builder) openBody() *api.Payload {
	if len(b.scope.openBodies) == 0 || !b.sendsBody() {
		return nil
	}
	said := b.scope.openBodies[0]
	b.page.found.add("docs/undocumented-body", said.Pos, "the page says what decides on the body of the request, but not what is in it; anything is taken, or none")
	return &api.Payload{MediaType: jsonType, Type: api.Type{Kind: api.Any}, Origin: said}
}
