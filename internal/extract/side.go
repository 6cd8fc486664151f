package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// sides are the sides of an operation, in the order in which they are built.
var sides = [...]api.Side{api.SideRequest, api.SideResponse}

// newSchema makes a structure of a side. The label is the name that its page gives it, or "".
func newSchema(side api.Side, label string, origin api.Origin) *api.Schema {
	return &api.Schema{Label: label, Request: side == api.SideRequest, Origin: origin}
}

// sideOf says which way a payload without a request or status line goes: the line above
// the block says it, or the section does.
func (c *code) sideOf() api.Side {
	intro := strings.TrimSuffix(strings.TrimSpace(c.ctx.intro.Text), ":")
	roles := []dialect.SectionRole{c.ctx.section}
	if len(intro) <= maxHeading {
		roles = []dialect.SectionRole{dialect.LineSection(intro), c.ctx.section}
	}
	for _, role := range roles {
		switch role {
		case dialect.SectionRequest, dialect.SectionExampleRequest, dialect.SectionURI:
			return api.SideRequest
		case dialect.SectionResponse, dialect.SectionExampleResponse, dialect.SectionStatus, dialect.SectionErrors:
			return api.SideResponse
		}
	}
	return ""
}

// sideByFields says which way a payload goes that no words tell it of, by the tables that
// list its members, or "" where as many are listed for the request as for the response:
//
//	Example
//	A jar of another kind:
//	{"lid": 1}
//
// It does not apply to a scope of several operations, whose bodies may be alike.
func (s *scope) sideByFields(v *payload.Value) api.Side {
	if v == nil || v.Kind != payload.Object || len(s.ops) != 1 {
		return ""
	}
	op := s.ops[0]
	listed := func(body *api.Payload) int {
		if body == nil || body.Type.Schema == nil {
			return 0
		}
		n := 0
		for _, m := range v.Members {
			if body.Type.Schema.Field(m.Name) != nil {
				n++
			}
		}
		return n
	}
	sent, received := listed(op.Body), 0
	for _, r := range op.Responses {
		received = max(received, listed(r.Body))
	}
	switch {
	case sent > received:
		return api.SideRequest
	case received > sent:
		return api.SideResponse
	}
	return ""
}
