package extract

import (
	"mime"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// blockReader reads one code block line by line.
type blockReader struct {
	page  *page // where findings go
	scope *scope
	code  *code
	lines []doc.Seg
	// joined are the lines, brokenXML how often what began as XML was none.
	joined    joined
	brokenXML int
	// brokenCurl is how often what began as a command was none.
	brokenCurl int
	i          int
	out        []*api.Example // the examples of the scope so far
	cur        *api.Example
	pairs      bool // a header of cur says that its body is a form of pairs
	// alternative is set where the words above say that what follows is another of what
	// stands before it: "or".
	alternative  bool
	alternatives map[*api.Example]bool
}

// codeExamples appends the examples of a code block, and notes those that are printed as
// another of what stands before them.
func (s *scope) codeExamples(p *page, c *code, before []*api.Example, alternatives map[*api.Example]bool) []*api.Example {
	lines := c.segs()
	r := &blockReader{page: p, scope: s, code: c, lines: lines, joined: join(lines), out: before, alternatives: alternatives, alternative: c.ctx.alternative}
	for r.i < len(r.lines) {
		r.line()
	}
	c.class = c.classify(r.cur)
	return r.out
}

func (r *blockReader) start(e *api.Example) {
	e.Signed = isSigned(e.URL)
	e.Origin = r.page.at(r.code.doc.Lines[r.i].Pos).origin(api.FromExample)
	if r.alternative {
		r.alternatives[e] = true
	}
	r.cur, r.alternative = e, false
	r.pairs = isPairsMedia(e.HeaderValues()["content-type"])
	r.out = append(r.out, e)
}

func (r *blockReader) line() {
	seg := r.lines[r.i]
	text := strings.TrimSpace(seg.Text)
	switch {
	case text == "":
	case dialect.StartsShell(text) && r.command():
		return
	case methodOf(text) != "" && r.i+1 < len(r.lines):
		if line, _, ok := cutRequestLine(text + " " + strings.TrimSpace(r.lines[r.i+1].Text)); ok {
			r.start(&api.Example{Side: api.SideRequest, Method: line.method, URL: line.url})
			r.i++
		}
	case strings.HasPrefix(text, "HTTP/"):
		if _, code, ok := strings.Cut(text, " "); ok {
			r.start(&api.Example{Side: api.SideResponse, Status: statusCode(code)})
		}
	case payload.StartsHTML(text):
		r.i = endOfHTML(r.lines, r.i)
	case r.cur != nil && r.cur.Body == "" && r.brokenXML < maxBroken && payload.StartsXML(text):
		r.xmlBody()
		return
	case r.cur != nil && dialect.IsContent(text): // it stands for bytes
	case startsJSON(text):
		if r.scope.explains(r.code) {
			r.i = len(r.lines)
			return
		}
		r.body()
		return
	case r.cur != nil && r.cur.Body == "" && r.pairs && r.pairsGoOn():
		r.page.found.add("tool/unread-body", r.joined.at(r.i, 0), "the form of this request stands in several lines, so it is not read; print it in one")
		for r.i < len(r.lines) && r.pairsGoOn() { // a response may stand below
			r.i++
		}
		return
	case r.cur != nil && r.cur.Body == "" && r.pairs && payload.ParsePairs(text) != nil:
		r.cur.Raw, r.cur.Body, r.cur.Pairs = seg.Text, text, true
		r.cur.Lines = r.joined.places(r.i)
	case dialect.IsAlternative(text):
		r.alternative = true
	default:
		if line, _, ok := cutRequestLine(seg.Text); ok {
			r.start(&api.Example{Side: api.SideRequest, Method: line.method, URL: line.url})
			break
		}
		if name, value, ok := strings.Cut(text, ":"); ok && r.cur != nil && r.cur.Body == "" && naming.IsName(name) {
			value = strings.TrimSpace(value)
			r.cur.Headers = append(r.cur.Headers, [2]string{name, value})
			r.pairs = r.pairs || strings.EqualFold(name, "Content-Type") && isPairsMedia(value)
		}
	}
	r.i++
}

func isPairsMedia(header string) bool {
	media, _, err := mime.ParseMediaType(header)
	return err == nil && media == dialect.PairsMedia
}

// pairsGoOn reports whether the current line is a part of a form whose other parts stand in the lines around it.
func (r *blockReader) pairsGoOn() bool {
	at := func(i int) string {
		if i < 0 || i >= len(r.lines) {
			return ""
		}
		return strings.TrimSpace(r.lines[i].Text)
	}
	line := strings.Trim(at(r.i), "&")
	return payload.ParsePairs(line) != nil && (line != at(r.i) || strings.HasSuffix(at(r.i-1), "&") || strings.HasPrefix(at(r.i+1), "&"))
}

// xmlBody reads the XML element that starts on the current line as the body of the message
// above it. OpenAPI has no form for an XML example that a validator could hold against its
// schema, so it stays out of the document and counts as an example only.
func (r *blockReader) xmlBody() {
	text := r.joined.from(r.i)
	_, end, err := payload.ParseXML(text)
	if err != nil {
		r.brokenXML++
		r.i++
		return
	}
	r.cur.Raw, r.cur.Body = text[:end], strings.TrimSpace(text[:end])
	r.cur.Lines = r.joined.places(r.i)
	r.i += strings.Count(text[:end], "\n") + 1
}

// maxBroken bounds how often the rest of a block is read as XML, or as a command, that it is not.
const maxBroken = 8

// explains reports whether a code block explains what the page is for. Where the messages
// are printed whole, in sections of their own, it is not a message.
func (s *scope) explains(c *code) bool {
	return c.ctx.section == dialect.SectionFunction && len(s.own) > 0 && s.own[0].whole
}

func startsJSONLine(line string) bool {
	t := strings.TrimSpace(line)
	return t != "" && startsJSON(t)
}

// startsJSON must not apply to a URL that starts with a placeholder ("{endpoint}/v1/…")
// and on a shell prompt ("[root@host ~]$").
func startsJSON(s string) bool {
	rest := strings.TrimLeft(s[1:], " \t")
	switch s[0] {
	case '{':
		return rest == "" || strings.ContainsRune(`"}'“”‘/.#`, firstRune(rest)) || strings.Contains(rest, ":")
	case '[':
		return rest == "" || strings.ContainsRune(`{["]'“-0123456789.`, firstRune(rest))
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// body reads the JSON value that starts on the current line.
func (r *blockReader) body() {
	first := r.i
	text := r.joined.from(first)
	v, end, repairs, err := payload.ParsePrefix(text)
	e := r.target(v)
	e.JSON = err == nil
	e.Lines = r.joined.places(first)
	if err != nil {
		off := err.(*payload.SyntaxError).Off
		r.page.found.addf("docs/example-not-json", r.joined.at(first, off), "this example is not JSON: %s", err)
		e.Raw = text
		e.Body = strings.TrimSpace(text)
		e.Torn = payload.ParseTorn(text) != nil
		r.i = len(r.lines)
		return
	}
	for _, m := range repairs {
		r.page.found.addf("docs/example-repaired", r.joined.at(first, m.Off), "this example is not JSON as printed: %s", m.What)
	}
	e.Repaired = len(repairs) > 0
	e.Raw = text[:end]
	e.Body = strings.TrimSpace(text[:end])
	if e.Repaired {
		e.Body = v.JSON()
	}
	r.i = first + strings.Count(text[:end], "\n")
	if rest := strings.TrimSpace(lastLine(text[:end])); rest != "" || end == len(text) {
		r.i++
	}
}

func lastLine(s string) string { return s[strings.LastIndexByte(s, '\n')+1:] }

// target is the example that a body belongs to: the request or status line above it in
// this block; a request line of an earlier block that has no body yet; else a new one.
func (r *blockReader) target(v *payload.Value) *api.Example {
	if r.cur != nil && r.cur.Body == "" {
		return r.cur
	}
	side := r.code.sideOf()
	var last *api.Example
	if n := len(r.out); n > 0 {
		last = r.out[n-1]
	}
	if side == "" {
		side = r.scope.sideByFields(v)
	}
	if side == "" { // "Example" holds both, the request first
		side = api.SideResponse
		if last != nil && last.Side == api.SideRequest && last.Body == "" && last.Method != "GET" && last.Method != "DELETE" && r.scope.hasRequestBody() {
			side = api.SideRequest
		}
	}
	if side == api.SideRequest && last != nil && last.Side == api.SideRequest && last.Method != "" {
		if last.Body == "" {
			r.cur = last
			return last
		}
		r.start(&api.Example{Side: side, Method: last.Method, URL: last.URL})
		return r.cur
	}
	e := &api.Example{Side: side}
	if status := r.code.ctx.status; side == api.SideResponse && status.isCode() {
		e.Status = int(status)
	}
	r.start(e)
	return e
}

// segs gives the lines of a code block with places from which one can count on. A tab
// in a line's indent is several columns in the tree and one in the page: what stands
// after it is then counted from the line's end, and the start may lie before the page's
// first column.
func (c *code) segs() []doc.Seg {
	lines := c.doc.Lines
	if !c.page.doc.File.HasTabs() {
		return lines
	}
	for i, l := range lines {
		raw := strings.TrimRight(c.page.doc.File.Line(l.Pos.Line), " \t")
		if !strings.Contains(raw, "\t") {
			continue
		}
		if &lines[0] == &c.doc.Lines[0] {
			lines = slices.Clone(lines)
		}
		lines[i].Pos.Col = utf8.RuneCountInString(raw) + 1 - utf8.RuneCountInString(l.Text)
	}
	return lines
}

// hasRequestBody reports whether an operation documents a request body.
func (s *scope) hasRequestBody() bool {
	return slices.ContainsFunc(s.ops, func(op *api.Operation) bool { return op.Body != nil })
}

// showsRequestBody reports whether the page's request examples show a JSON body: for a
// DELETE nothing else may tell.
func (s *scope) showsRequestBody() bool {
	for _, c := range s.codes {
		if c.sideOf() != api.SideRequest {
			continue
		}
		for _, l := range c.doc.Lines {
			if startsJSONLine(l.Text) {
				return true
			}
		}
	}
	return false
}
