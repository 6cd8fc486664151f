package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/payload"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// payloadOf reads a printed payload.
func payloadOf(t *testing.T, text string) *payload.Value {
	t.Helper()
	v, _, err := payload.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return v
}

// printing is a block of code with these lines in a section, whose first line is line 10 of the page.
func printing(section dialect.SectionRole, text string) *code {
	var lines []doc.Seg
	for l := range strings.SplitSeq(text, "\n") {
		lines = append(lines, doc.Seg{Text: l, Pos: source.Pos{Line: 10 + len(lines), Col: 1}})
	}
	return &code{page: &page{doc: &doc.Page{File: source.New("a.rst", nil)}}, doc: &doc.Code{Lines: lines}, ctx: context{section: section}}
}

func TestRawMedia(t *testing.T) {
	const content = "[Content of the lid]"
	for what, c := range map[string]struct {
		side    api.Side
		section dialect.SectionRole
		line    int
		text    string
		want    string
	}{
		"bytes of the request":            {api.SideRequest, dialect.SectionURI, 10, "PUT /lid HTTP/1.1\n\n" + content, dialect.BytesMedia},
		"of the line in the middle":       {api.SideRequest, dialect.SectionURI, 11, "PUT /lid HTTP/1.1\n\n" + content, dialect.BytesMedia},
		"of the last line":                {api.SideRequest, dialect.SectionURI, 12, "PUT /lid HTTP/1.1\n\n" + content, dialect.BytesMedia},
		"of a line above":                 {api.SideRequest, dialect.SectionURI, 9, "PUT /lid HTTP/1.1\n\n" + content, ""},
		"of a line below":                 {api.SideRequest, dialect.SectionURI, 13, "PUT /lid HTTP/1.1\n\n" + content, ""},
		"a form":                          {api.SideRequest, dialect.SectionURI, 10, "POST /lid HTTP/1.1\ncontent-type: " + dialect.FormMedia + "; boundary=x\n" + content, dialect.FormMedia},
		"another header of that value":    {api.SideRequest, dialect.SectionURI, 10, "POST /lid HTTP/1.1\nAccept: " + dialect.FormMedia + "\n" + content, dialect.BytesMedia},
		"another type":                    {api.SideRequest, dialect.SectionURI, 10, "POST /lid HTTP/1.1\nContent-Type: text/plain\n" + content, dialect.BytesMedia},
		"in another section":              {api.SideRequest, dialect.SectionExampleRequest, 10, "PUT /lid HTTP/1.1\n\n" + content, ""},
		"bytes of the response":           {api.SideResponse, dialect.SectionExampleResponse, 0, "HTTP/1.1 200 OK\n\n" + content, dialect.BytesMedia},
		"of one that fails":               {api.SideResponse, dialect.SectionExampleResponse, 0, "HTTP/1.1 404 Not Found\n\n" + content, ""},
		"of one that leads elsewhere":     {api.SideResponse, dialect.SectionExampleResponse, 0, "HTTP/1.1 300 Many\n\n" + content, ""},
		"of a status without words":       {api.SideResponse, dialect.SectionExampleResponse, 0, "HTTP/1.1 404\n\n" + content, ""},
		"of a line without a status":      {api.SideResponse, dialect.SectionExampleResponse, 0, "HTTP/1.1\n\n" + content, dialect.BytesMedia},
		"a number after another word":     {api.SideResponse, dialect.SectionExampleResponse, 0, "Status 404\n\n" + content, dialect.BytesMedia},
		"of the response in the URI":      {api.SideResponse, dialect.SectionURI, 0, "HTTP/1.1 200 OK\n\n" + content, ""},
		"of the response in the response": {api.SideResponse, dialect.SectionResponse, 0, "HTTP/1.1 200 OK\n\n" + content, ""},
		"nothing":                         {api.SideRequest, dialect.SectionURI, 10, "PUT /lid HTTP/1.1\n\nlid", ""},
	} {
		s := &scope{codes: []*code{{doc: &doc.Code{}, ctx: context{section: c.section}}, printing(c.section, c.text)}}
		if got := s.rawMedia(c.side, requestLine{whole: true, pos: source.Pos{Line: c.line}}); got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
		if got := s.rawMedia(c.side, requestLine{pos: source.Pos{Line: c.line}}); got != "" {
			t.Errorf("%s, of a line alone: %q", what, got)
		}
	}
}

func TestMessageHead(t *testing.T) {
	below := []doc.Seg{{Text: "Date: today"}, {Text: " Host: bucket.lids.example.com"}, {Text: "Host: other.example.com"}}
	for text, want := range map[string]bool{"GET /lid HTTP/1.1": true, "GET /lid": false, "GET HTTP/1.1": false, "GET /lid now": false, "GET /HTTP/ lid": false} {
		l := &requestLine{}
		l.messageHead(text, below, strings.ToUpper)
		if host := l.hostName == "BUCKET"; l.whole != want || host != want || (l.placeholder != nil) != want {
			t.Errorf("%q is a whole message: %t, of the host %q", text, l.whole, l.hostName)
		}
	}
}

func TestPairsGoOn(t *testing.T) {
	for text, want := range map[string]string{
		"lid=oak": "no", "lid=oak&\nrim=tin": "yes yes", "lid=oak\n&rim=tin": "yes yes", "lid=oak\n&rim=tin\n&size=3": "yes yes yes", "lid=oak\nrim=tin": "no no", "lid=oak&\n": "yes no", "&lid=oak": "yes",
		"lid: oak\n&rim=tin": "no yes", "lid=oak\n\n&rim=tin": "no no yes",
	} {
		r := &blockReader{}
		for l := range strings.SplitSeq(text, "\n") {
			r.lines = append(r.lines, doc.Seg{Text: " " + l})
		}
		var out []string
		for r.i = range r.lines {
			out = append(out, map[bool]string{true: "yes", false: "no"}[r.pairsGoOn()])
		}
		if got := strings.Join(out, " "); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	for header, want := range map[string]bool{dialect.PairsMedia: true, dialect.PairsMedia + "; charset=utf-8": true, "application/json": false, "": false, dialect.PairsMedia + "; =": false} {
		if got := isPairsMedia(header); got != want {
			t.Errorf("%q is a form: %t", header, got)
		}
	}
}

func TestBodyStatus(t *testing.T) {
	const response = dialect.SectionExampleResponse
	for what, c := range map[string]struct {
		codes []*code
		want  int
	}{
		"none":                     {nil, 0},
		"a body":                   {[]*code{printing(response, "HTTP/1.1 202 Accepted\nDate: today\n\n{}")}, 202},
		"no body":                  {[]*code{printing(response, "HTTP/1.1 202 Accepted")}, 0},
		"no status":                {[]*code{printing(response, "{}")}, 0},
		"the lowest":               {[]*code{printing(response, "HTTP/1.1 200 OK\n{}")}, 200},
		"the last":                 {[]*code{printing(response, "HTTP/1.1 299 Odd\n{}")}, 299},
		"before them":              {[]*code{printing(response, "HTTP/1.1 199 Odd\n{}")}, 0},
		"after them":               {[]*code{printing(response, "HTTP/1.1 300 Many\n{}")}, 0},
		"an error":                 {[]*code{printing(response, "HTTP/1.1 404 Lost\n{}")}, 0},
		"one alone, one with body": {[]*code{printing(response, "HTTP/1.1 200 OK"), printing(response, "HTTP/1.1 202 Accepted\n{}")}, 202},
		"two":                      {[]*code{printing(response, "HTTP/1.1 200 OK\n{}\nHTTP/1.1 202 Accepted\n{}")}, 0},
		"one twice":                {[]*code{printing(response, "HTTP/1.1 202 Accepted\n{}"), printing(response, "HTTP/1.1 202 Accepted\n[]")}, 202},
		"of a request":             {[]*code{printing(dialect.SectionExampleRequest, "HTTP/1.1 202 Accepted\n{}")}, 0},
		"a body further down":      {[]*code{printing(response, "HTTP/1.1 202 Accepted\n{}\n{}")}, 202},
	} {
		if got := (&scope{codes: c.codes}).bodyStatus(); got != c.want {
			t.Errorf("%s: %d, want %d", what, got, c.want)
		}
	}
}

// TestSegs: places in lines with tabs are those of the page, and the tree stays as it is.
func TestSegs(t *testing.T) {
	at := func(line, col int) source.Pos { return source.Pos{Line: line, Col: col} }
	lines := []doc.Seg{{Text: "{", Pos: at(2, 9)}, {Text: `"lid"`, Pos: at(3, 4)}, {Text: `"rim"`, Pos: at(4, 17)}}
	c := &code{page: &page{doc: &doc.Page{File: source.New("a.rst", []byte("x\n\t{\n   \"lid\"\n\t\t\"rim\" \t\n"))}}, doc: &doc.Code{Lines: lines}}
	want := []source.Pos{at(2, 2), at(3, 4), at(4, 3)}
	for i, s := range c.segs() {
		if s.Pos != want[i] {
			t.Errorf("line %d stands at %v, want %v", i, s.Pos, want[i])
		}
	}
	if lines[0].Pos != at(2, 9) || lines[2].Pos != at(4, 17) {
		t.Errorf("the tree has %v now", lines)
	}
	plain := &code{page: &page{doc: &doc.Page{File: source.New("a.rst", []byte("x\n  {\n"))}}, doc: &doc.Code{Lines: lines[:1]}}
	if got := plain.segs(); got[0].Pos != at(2, 9) {
		t.Errorf("without tabs the line stands at %v", got[0].Pos)
	}
}

// TestMessages: what is printed of a message is kept as it stands.
func TestMessages(t *testing.T) {
	form := "Content-Type: " + dialect.PairsMedia + "\n\n"
	for what, c := range map[string]struct{ text, want string }{
		"a signed call":            {"POST /v1/box?Signature=a1b2", `request signed ""`},
		"a call":                   {"POST /v1/box?lid=a", `request ""`},
		"torn JSON":                {"POST /v1/box\n\n{\"lid\": [{\"rim\": 1}, {\"rim\":", `request "{\"lid\": [{\"rim\": 1}, {\"rim\":" torn`},
		"JSON and words":           {"POST /v1/box\n\n{\"lid\": 1}\nand more", `request "{\"lid\": 1}"`},
		"two bodies on a line":     {"POST /v1/box\n\n{\"lid\": 1} {\"rim\": 2}", `request "{\"lid\": 1}"`},
		"two bodies":               {"POST /v1/box\n\n{\"lid\": 1}\n{\"rim\": 2}", `request "{\"lid\": 1}" request "{\"rim\": 2}"`},
		"a form":                   {"POST /v1/box\n" + form + "lid=oak&rim=tin", `request "lid=oak&rim=tin"`},
		"a form and more of it":    {"POST /v1/box\n" + form + "lid=oak\n\nrim=tin", `request "lid=oak"`},
		"pairs of another type":    {"POST /v1/box\nContent-Type: text/plain\n\nlid=oak&rim=tin", `request ""`},
		"pairs in several lines":   {"POST /v1/box\n" + form + "lid=oak&\nrim=tin", `request "" tool/unread-body`},
		"lines of another type":    {"POST /v1/box\nContent-Type: text/plain\n\nlid=oak&\nrim=tin", `request ""`},
		"words in place of a form": {"POST /v1/box\n" + form + "the lid of it", `request ""`},
		"lines below a form":       {"POST /v1/box\n" + form + "lid=oak\n\nrim=tin&\nwood=elm", `request "lid=oak"`},
		"XML":                      {"POST /v1/box\n\n<Lid>\n  <Rim>a</Rim>\n</Lid>\nmore", `request "<Lid>\n  <Rim>a</Rim>\n</Lid>"`},
	} {
		e := extractPage(title("Making a Box") + section("URI", "POST /v1/box") + section("Example Request", codeText(c.text)))
		var out []string
		for _, x := range e.op(t).Examples {
			s := string(x.Side)
			if x.Signed {
				s += " signed"
			}
			s += fmt.Sprintf(" %q", strings.TrimSpace(x.Raw))
			if x.Torn {
				s += " torn"
			}
			out = append(out, s)
		}
		for _, f := range e.found {
			if f.Rule == "tool/unread-body" {
				out = append(out, f.Rule)
			}
		}
		if got := strings.Join(out, " "); got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
}

func TestPrintedBodies(t *testing.T) {
	op := &api.Operation{Method: "POST", Path: "/v1/{box}"}
	for what, c := range map[string]struct {
		op   *api.Operation
		text string
		want string
	}{
		"a body":                     {op, `{"lid": 1}`, `{"lid":1}`},
		"below its own line":         {op, "POST /v1/7\n{\"lid\": 1}", `{"lid":1}`},
		"below another method":       {op, "PUT /v1/7\n{\"lid\": 1}", ""},
		"below another path":         {op, "POST /v1/7/8\n{\"lid\": 1}", ""},
		"below another line, of any": {nil, "PUT /v1/7\n{\"lid\": 1}", `{"lid":1}`},
		"below one line and another": {op, "PUT /v1/7\n{\"lid\": 1}\nPOST /v1/8\n{\"rim\": 2}", `{"rim":2}`},
		"two, with members on lines": {op, "{\"lid\": {\n  \"rim\": 1}\n}\n{\"wood\": 2}", `{"lid":{"rim":1}} {"wood":2}`},
		"a list":                     {op, `[{"lid": 1}]`, ""},
		"nothing in it":              {op, `{}`, ""},
		"torn":                       {op, "{\"lid\":\n{\"rim\": 1}", ""},
		"words around it":            {op, "The lid:\n{\"lid\": 1}\nand so on", `{"lid":1}`},
	} {
		s := &scope{codes: []*code{printing(dialect.SectionExampleResponse, `{"other": 1}`), printing(dialect.SectionExampleRequest, c.text)}}
		var out []string
		for _, v := range s.printedBodies(c.op, api.SideRequest) {
			out = append(out, v.JSON())
		}
		if got := strings.Join(out, " "); got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
}
