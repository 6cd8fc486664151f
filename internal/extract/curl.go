package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/payload"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// command reads a command line of curl that starts on the current line as a request, with the JSON of its body.
// It is false for any other line, and for a command that makes no call that can be read.
func (r *blockReader) command() bool {
	if r.brokenCurl >= maxBroken {
		return false
	}
	text := r.joined.from(r.i)
	call, end, ok := dialect.ParseCurl(text)
	if !ok || methodOf(call.Method) == "" || !looksLikeURL(call.URL) {
		if end > 0 {
			r.brokenCurl++
		}
		return false // its lines may show a body
	}
	first := r.i
	r.start(&api.Example{Side: api.SideRequest, Method: methodOf(call.Method), URL: call.URL, Headers: call.Headers})
	switch data := text[call.Data:call.DataEnd]; {
	case call.Several && !startsJSONLine(strings.TrimLeft(data, " \t\n")):
		r.page.found.add("tool/unread-body", r.joined.at(first, call.Data), "the body of this command is put together of several options, so it is not read; print it in one")
	case !call.Escaped && payload.ParsePairs(data) != nil:
		r.cur.Raw, r.cur.Body, r.cur.Pairs = data, strings.TrimSpace(data), true
		r.cur.Lines = r.linesOf(first, text, call.Data)
	case strings.TrimSpace(data) == "":
	case !startsJSONLine(strings.TrimLeft(data, " \t\n")):
		r.page.found.add("tool/unread-body", r.joined.at(first, call.Data), "the body of this command is neither JSON nor a form of pairs, so it is not read")
	case call.Escaped:
		r.page.found.add("tool/unread-body", r.joined.at(first, call.Data), "the shell changes the body of this command, so it is not read; print it in single quotes")
	default:
		r.dataOf(first, call)
	}
	r.cur = nil
	r.i = first + strings.Count(text[:end], "\n") + 1
	return true
}

// linesOf is where each line of a command that starts on line first begins, from a byte of its text on.
func (r *blockReader) linesOf(first int, text string, from int) []source.Pos {
	below := first + strings.Count(text[:from], "\n") + 1
	return append([]source.Pos{r.joined.at(first, from)}, r.joined.places(min(below, len(r.lines)-1))...)
}

// dataOf reads the body of a command that starts on line first.
func (r *blockReader) dataOf(first int, call dialect.Curl) {
	text := r.joined.from(first)
	from := call.Data + len(text[call.Data:call.DataEnd]) - len(strings.TrimLeft(text[call.Data:call.DataEnd], " \t\n"))
	e, raw := r.cur, text[from:call.DataEnd]
	e.Lines = r.linesOf(first, text, from)
	v, repairs, err := payload.Parse(raw)
	e.Raw, e.Body, e.JSON = raw, strings.TrimSpace(raw), err == nil
	if err != nil {
		r.page.found.addf("docs/example-not-json", r.joined.at(first, from+err.(*payload.SyntaxError).Off), "this example is not JSON: %s", err)
		e.Torn = payload.ParseTorn(raw) != nil
		return
	}
	for _, m := range repairs {
		r.page.found.addf("docs/example-repaired", r.joined.at(first, from+m.Off), "this example is not JSON as printed: %s", m.What)
	}
	if e.Repaired = len(repairs) > 0; e.Repaired {
		e.Body = v.JSON()
	}
}
