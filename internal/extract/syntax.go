package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// A page may print the whole message instead of the request line alone:
//
//	PUT /ObjectName?acl&versionId=VersionID HTTP/1.1
//	Host: bucketname.obs.region.example.com
//
// Such a message marks nothing as a placeholder: what varies are bare words of the path
// and of the values, and a query word without a value is sent as it is. Only a line that
// ends in the version of HTTP is read so; in any other, "?limit&marker" lists parameters
// and "/ObjectName" is a fixed segment.

// parts are the path, with its placeholders in braces, and the query of a request line.
func (l requestLine) parts() (path, query string) {
	path, query = cutURL(l.url)
	if !l.whole {
		return path, query
	}
	segs := strings.Split(path, "/")
	for i, s := range segs {
		if name := l.placeholder(s); name != "" {
			segs[i] = "{" + name + "}"
		}
	}
	return strings.Join(segs, "/"), query
}

// words are the query words of a whole message that callers send as they are: those
// without a value, and those whose value is a number.
func (l requestLine) words() []api.QueryWord {
	_, query := cutURL(l.url)
	if !l.whole || query == "" {
		return nil
	}
	var out []api.QueryWord
	for part := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(part, "=")
		if naming.IsName(name) && strings.Trim(value, "0123456789") == "" {
			out = append(out, api.QueryWord{Name: name, Value: value})
		}
	}
	return out
}

// key tells the operations of a page apart: one method and path may be told apart further
// by the words of the query.
func (l requestLine) key() string {
	path, _ := l.parts()
	key := l.method + " " + urlpath.Shape(path)
	for _, w := range l.words() {
		key += "&" + w.Name + "=" + w.Value
	}
	return key
}

// messageHead completes a request line of a code block by the version after the URL and
// by the Host header below it. placeholder names what a bare word stands for, "" for itself.
func (l *requestLine) messageHead(text string, below []doc.Seg, placeholder func(string) string) {
	fields := strings.Fields(text)
	l.whole = len(fields) > 2 && strings.HasPrefix(fields[len(fields)-1], "HTTP/")
	if !l.whole {
		return
	}
	l.placeholder = placeholder
	for _, s := range below {
		if host, ok := strings.CutPrefix(strings.TrimSpace(s.Text), "Host:"); ok {
			first, _, _ := strings.Cut(strings.TrimSpace(host), ".")
			l.hostName = placeholder(first)
			return
		}
	}
}

// fixedWord makes the parameter of a query word that the operation always sends, and
// reports whether name is one. A table may describe it too; the value is the line's.
func (b *builder) fixedWord(name string) bool {
	for _, w := range b.op.Query {
		if w.Name != name {
			continue
		}
		claim := api.Claim{Fact: api.FactConst, Values: []string{w.Value}, Origin: b.op.Origin}
		for _, q := range b.op.Params {
			if q.In == api.InQuery && q.Name == name {
				q.Need, q.Type, q.Claims = api.NeedYes, api.Type{Kind: api.String}, []api.Claim{claim}
				return true
			}
		}
		b.op.Params = append(b.op.Params, &api.Param{In: api.InQuery, Field: api.Field{
			Name: name, Type: api.Type{Kind: api.String}, Need: api.NeedYes,
			Claims: []api.Claim{claim}, Origin: b.op.Origin,
		}})
		return true
	}
	return false
}

// rawMedia is the media type of a body that a printed message has bytes or the parts of a
// form for, of the request with that line or of the response; "" for any other.
func (s *scope) rawMedia(side api.Side, line requestLine) string {
	if !line.whole {
		return ""
	}
	request := side == api.SideRequest
	for _, c := range s.codes {
		if request != (c.ctx.section == dialect.SectionURI) || !request && c.ctx.section != dialect.SectionExampleResponse {
			continue
		}
		lines := c.doc.Lines
		if len(lines) == 0 || request && (line.pos.Line < lines[0].Pos.Line || line.pos.Line > lines[len(lines)-1].Pos.Line) {
			continue
		}
		for _, l := range lines {
			head, value, _ := strings.Cut(strings.TrimSpace(l.Text), ":")
			switch {
			case strings.EqualFold(head, "Content-Type") && strings.HasPrefix(strings.TrimSpace(value), dialect.FormMedia):
				return dialect.FormMedia
			case strings.HasPrefix(head, "HTTP/") && len(strings.Fields(head)) > 1 && statusCode(strings.Fields(head)[1]) >= 300:
				return ""
			case dialect.IsContent(l.Text):
				return dialect.BytesMedia
			}
		}
	}
	return ""
}

// rawBody is the body of bytes where a printed message shows one, else nil.
func (b *builder) rawBody(side api.Side) *api.Payload {
	if side == api.SideRequest {
		if body := b.sentFile(); body != nil {
			return body
		}
	}
	if b.scope.rawMedia(side, b.line) != dialect.BytesMedia {
		return nil
	}
	return &api.Payload{MediaType: dialect.BytesMedia, Type: api.Type{Kind: api.Binary}, Origin: b.op.Origin}
}
