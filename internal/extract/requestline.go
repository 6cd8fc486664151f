package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// requestLine is a method with the URL that it is for.
type requestLine struct {
	method string
	url    string
	after  string // what stands after the URL in its line or paragraph
	pos    source.Pos
	ctx    context
	inCode bool
	whole  bool // a line of a printed message, with the version of HTTP after the URL
	// hostName is the placeholder before the host of a printed message: "bucketname" of
	// bucketname.obs.example.com, "" where there is none.
	hostName string
	// placeholder names what a bare word of a whole message stands for.
	placeholder func(string) string
}

// findLine records the request lines in running text. Two texts in a row may hold method
// and URL: "POST" / "https://{endpoint}/v1/things".
func (p *page) findLine(flow doc.Flow, ctx context) {
	line, off, ok := cutRequestLine(flow.Text)
	if !ok && ctx.section == dialect.SectionURI {
		line, off, ok = p.labelledLine(flow.Text, ctx)
	}
	if !ok {
		line, ok = p.headedLine(flow.Text, ctx)
		ctx.section = dialect.SectionURI
	}
	if !ok {
		return
	}
	p.anyLine = true
	line.pos, line.ctx = flow.At(off), ctx
	p.lines = append(p.lines, line)
}

// labelledLine reads a request line after a label, "URI: POST /v1/things", or of two labels in a
// row: "Method: POST" and "URI: /v1/things". It does not apply outside of a section for the line,
// where guides name calls so.
func (p *page) labelledLine(text string, ctx context) (line requestLine, off int, ok bool) {
	label, rest, _ := strings.Cut(text, ":")
	if !dialect.IsLineLabel(label) {
		return line, 0, false
	}
	skipped := len([]rune(label)) + 1
	if line, off, ok = cutRequestLine(rest); ok {
		return line, skipped + off, true
	}
	if p.half.ctx.heading != ctx.heading {
		p.half = requestLine{ctx: ctx}
	}
	word := strings.TrimRight(strings.Trim(rest, " \u00a0*`"), ".")
	if m := methodOf(word); m != "" {
		p.half.method = m
	} else if url, after, ok := readURL(rest); ok {
		p.half.url, p.half.after = url, after
	}
	if p.half.method == "" || p.half.url == "" {
		return line, 0, false
	}
	line, p.half = requestLine{method: p.half.method, url: p.half.url, after: p.half.after}, requestLine{}
	return line, skipped, true
}

// headedLine reads a request line whose halves stand alone below titles of their own:
//
//	Request Method          Request URL
//	GET                     /v1/things
//
// It does not apply to a line with more than one half in it.
func (p *page) headedLine(text string, ctx context) (line requestLine, ok bool) {
	word := strings.Trim(text, " \u00a0*`")
	if !dialect.IsLineLabel(ctx.heading) {
		return line, false
	}
	if m := methodOf(word); m != "" {
		p.headed.method = m
	} else if url, after, ok := readURL(text); ok {
		p.headed.url, p.headed.after = url, after
	}
	if p.headed.method == "" || p.headed.url == "" {
		return line, false
	}
	line, p.headed = requestLine{method: p.headed.method, url: p.headed.url, after: p.headed.after}, requestLine{}
	return line, true
}

// codeLines records the request lines in a code block.
func (p *page) codeLines(c *code) {
	lines := c.doc.Lines
	for i, seg := range c.segs() {
		text := seg.Text
		if i+1 < len(lines) && methodOf(strings.TrimSpace(text)) != "" {
			text = strings.TrimSpace(text) + " " + strings.TrimSpace(lines[i+1].Text)
		}
		if line, off, ok := cutRequestLine(text); ok {
			p.anyLine = true
			line.pos = source.Pos{Line: seg.Pos.Line, Col: max(1, seg.Pos.Col+off)}
			line.ctx, line.inCode = c.ctx, true
			line.messageHead(text, lines[i+1:], p.profile.Placeholder)
			p.lines = append(p.lines, line)
		}
	}
}

var methods = [...]string{"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"}

// methodOf gives the method that a word is, in whatever case it is written, "" for none.
func methodOf(word string) string {
	for _, m := range methods {
		if strings.EqualFold(word, m) {
			return m
		}
	}
	return ""
}

// cutRequestLine reads "POST /v1/{project_id}/things" at the start of text. What stands
// after the URL is left out. It must not apply to sentences that start with a method's
// word ("GET requests are idempotent"): the word after it must look like a URL.
func cutRequestLine(text string) (line requestLine, off int, ok bool) {
	trimmed := strings.TrimLeft(text, " \t\u00a0*`-•")
	off = len([]rune(text[:len(text)-len(trimmed)]))
	method, rest, _ := strings.Cut(strings.ReplaceAll(trimmed, "\u00a0", " "), " ")
	method = methodOf(strings.Trim(method, "*`:"))
	if method == "" {
		return line, 0, false
	}
	url, after, ok := readURL(rest)
	return requestLine{method: method, url: url, after: after}, off, ok
}

// readURL reads the URL at the start of text, and what stands after it. A comma ends it outside of braces:
// "/things{?limit,marker}" is one.
func readURL(text string) (url, after string, ok bool) {
	url = tightBraces(strings.TrimLeft(text, " \u00a0:*`"))
	open := false
	i := strings.IndexFunc(url, func(r rune) bool {
		open = r == '{' || open && r != '}'
		return strings.ContainsRune(" \t\n;*`\"", r) || r == ',' && !open
	})
	if i >= 0 {
		url, after = url[:i], strings.Trim(url[i:], " \t\n*`.")
	}
	if before, header := dialect.CutHeader(url); header != "" {
		url, after = before, strings.TrimSpace(header+" "+after)
	}
	url = bracedNames(strings.TrimRight(url, "."))
	return url, after, looksLikeURL(url)
}

// goesOn reports whether what stands after the URL is certainly a part of its path: "/v1/jars/ {jar_id}", "/v1/ki
// tes/{id}". It does not apply after a query, nor to the version of HTTP and to a header.
func (l requestLine) goesOn() bool {
	word, _, _ := strings.Cut(strings.ReplaceAll(l.after, "\n", " "), " ")
	if strings.Contains(l.url, "?") || l.hasHTTP() || strings.HasPrefix(word, "//") || dialect.BeginsHeader(word) {
		return false
	}
	return strings.ContainsAny(word, "/{") && !strings.ContainsAny(word[:1], ",;(\"")
}

// hasHTTP reports whether nothing but the version of HTTP stands after the URL, as a message has it.
func (l requestLine) hasHTTP() bool { return strings.HasPrefix(l.after, "HTTP/") }

// isRequestLine reports whether a text begins with a request line.
func isRequestLine(text string) bool {
	_, _, ok := cutRequestLine(text)
	return ok
}

// tightBraces takes the spaces out of placeholders, "{ server_id}", which would else end
// the URL. It does not apply to a brace that is not closed.
func tightBraces(s string) string {
	var b strings.Builder
	for {
		before, rest, _ := strings.Cut(s, "{")
		inner, after, closed := strings.Cut(rest, "}")
		if !closed {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(before + "{" + joinWords(inner) + "}")
		s = after
	}
}

// bracedNames writes the placeholders of a URL in braces, where its page has another form for them: "/jars/:jar_id",
// "/jars/<jar_id>", "/jars/${jar_id}", and takes the brackets off that say that a query may be left out: "/jars[?limit={limit}]".
// It does not apply to a colon within a segment, "/jars:batch", nor to a port.
func bracedNames(url string) string {
	if strings.Contains(url, "[?") {
		url = wholeQuery(url)
	}
	url = strings.ReplaceAll(url, "${", "{")
	path, query, asks := strings.Cut(url, "?")
	segments := strings.Split(path, "/")
	for i, s := range segments {
		name, colon := strings.CutPrefix(s, ":")
		if inner, ok := strings.CutPrefix(s, "<"); ok && strings.HasSuffix(inner, ">") {
			name, colon = strings.TrimSuffix(inner, ">"), true
		}
		if colon && naming.IsName(name) && !naming.IsKey(name) {
			segments[i] = "{" + name + "}"
		}
	}
	url = strings.Join(segments, "/")
	if asks {
		url += "?" + query
	}
	return url
}

// wholeQuery takes the brackets off a URL that say that a part of the query may be left out: those around "?" or
// "&" and what follows. Other brackets are of a name: "filter[name]={name}".
func wholeQuery(url string) string {
	var out strings.Builder
	var optional []bool // of each bracket that is open
	for i := range len(url) {
		switch url[i] {
		case '[':
			optional = append(optional, strings.HasPrefix(url[i+1:], "?") || strings.HasPrefix(url[i+1:], "&"))
			if optional[len(optional)-1] {
				continue
			}
		case ']':
			if n := len(optional); n > 0 {
				off := optional[n-1]
				if optional = optional[:n-1]; off {
					continue
				}
			}
		}
		out.WriteByte(url[i])
	}
	return out.String()
}

func looksLikeURL(s string) bool {
	switch {
	case strings.HasPrefix(s, "/"), strings.HasPrefix(s, "https://"), strings.HasPrefix(s, "http://"):
		return true
	}
	// No leading slash: "v1/{project_id}/things", "{endpoint}/v1/things".
	return strings.Contains(s, "/") && (strings.HasPrefix(s, "{") || s[0] == 'v' && s[1] >= '0' && s[1] <= '9')
}
