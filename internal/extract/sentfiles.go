package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// sentFile is the body of a request without a table of it where the page says that it is a file, or prints a command
// that sends one:
//
//	The request body is the file itself.
//	curl -T jar.png https://{endpoint}/v1/jars/{jar_id}/picture
//
// It does not apply to methods without a body, where the page prints a body with members, to a file of JSON, nor to a
// page of several calls, of which the sentence may mean one.
func (b *builder) sentFile() *api.Payload {
	if !b.sendsBody() || len(b.scope.printedMembers(api.SideRequest)) > 0 || b.scope.hasCalls() {
		return nil
	}
	body := &api.Payload{MediaType: dialect.BytesMedia, Required: true, Type: api.Type{Kind: api.Binary}}
	named := slices.Concat(mediaOfRow(b.scope.mediaRow()), b.scope.printedMedia())
	switch {
	case len(b.scope.sent) > 0:
		body.Origin = b.scope.sent[0]
	default:
		call, at := b.scope.upload(b.op.Method)
		if call == nil {
			return nil
		}
		body.Origin = at
		for _, h := range call.Headers {
			if strings.EqualFold(h[0], "Content-Type") {
				named = append(named, dialect.MediaTypes(h[1])...)
			}
		}
		if b.line.pos == b.scope.own[0].pos {
			b.page.found.add("docs/undocumented-body", at.Pos, "the example sends a file as the body of the request, but no table or sentence describes it")
		}
	}
	named = slices.Compact(named)
	if slices.ContainsFunc(named, dialect.IsStructured) {
		return nil
	}
	if len(named) == 1 {
		body.MediaType = named[0]
	}
	return body
}

// upload finds the first command of curl with a method that sends a file.
func (s *scope) upload(method string) (*dialect.Curl, api.Origin) {
	for _, c := range s.codes {
		if c.sideOf() == api.SideResponse {
			continue
		}
		lines := join(c.doc.Lines)
		for i, broken := 0, 0; i < len(lines.lines) && broken < maxBroken; i++ {
			if !strings.Contains(lines.lines[i].Text, "curl ") {
				continue
			}
			call, _, ok := dialect.ParseCurl(lines.from(i))
			if !ok {
				broken++
				continue
			}
			if call.File && methodOf(call.Method) == method {
				return &call, s.originOf(c, i)
			}
		}
	}
	return nil, api.Origin{}
}

// originOf is the origin of a line of a block.
func (s *scope) originOf(c *code, i int) api.Origin {
	return c.page.at(c.doc.Lines[i].Pos).origin(api.FromExample)
}
