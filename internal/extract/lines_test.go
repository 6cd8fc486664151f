package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

func TestCutRequestLine(t *testing.T) {
	for _, c := range []struct{ text, method, url string }{
		{"POST /v1/{shelf}/crates", "POST", "/v1/{shelf}/crates"},
		{"GET https://{endpoint}/v1/crates?limit={limit}", "GET", "https://{endpoint}/v1/crates?limit={limit}"},
		{"-  **DELETE** /v1/crates/{id}", "DELETE", "/v1/crates/{id}"},
		{"``PUT /v1/crates``", "PUT", "/v1/crates"},
		{"PATCH: /v1/crates", "PATCH", "/v1/crates"},
		{"GET /v1/crates (for owners only)", "GET", "/v1/crates"},
		{"GET /v1/crates.", "GET", "/v1/crates"},
		{"GET\u00a0/v1/crates", "GET", "/v1/crates"},
		{"HEAD v1/{shelf}/crates", "HEAD", "v1/{shelf}/crates"},
		{"get /v1/crates", "GET", "/v1/crates"},
		{"**Post** https://{endpoint}/v1/crates", "POST", "https://{endpoint}/v1/crates"},
		{"GET {endpoint}/v1/crates", "GET", "{endpoint}/v1/crates"},
		{"GET /v1/crates{?limit,marker}", "GET", "/v1/crates{?limit,marker}"},
		{"GET /v1/crates/{id}, as a list", "GET", "/v1/crates/{id}"},
		{"GET /v1/crates/{ id }/{ lid id}", "GET", "/v1/crates/{id}/{lidid}"},
		{"GET /v1/crates/{ id", "GET", "/v1/crates/{"},
		{"GET /v1/crates/:id/lids?limit=7", "GET", "/v1/crates/{id}/lids?limit=7"},
		{"GET /v1/crates/<id>/${lid}", "GET", "/v1/crates/{id}/{lid}"},
		{"GET /v1/crates/<id/lid>/:batch/:{id}", "GET", "/v1/crates/<id/lid>/{batch}/:{id}"},
		{"GET /v1/crates/:0f5b3c9a7d1e4b6f8a2c0d9e7b5a3c1f", "GET", "/v1/crates/:0f5b3c9a7d1e4b6f8a2c0d9e7b5a3c1f"},
		{"GET /v1/crates[?limit={limit}[&marker={marker}]]", "GET", "/v1/crates?limit={limit}&marker={marker}"},
		{"GET /v1/crates][?lid[name]={name}]", "GET", "/v1/crates]?lid[name]={name}"},
	} {
		line, _, ok := cutRequestLine(c.text)
		if !ok || line.method != c.method || line.url != c.url {
			t.Errorf("cutRequestLine(%q) = %q %q %v, want %q %q", c.text, line.method, line.url, ok, c.method, c.url)
		}
	}
	for _, text := range []string{
		"", "GET", "GET ", "GET requests change nothing", "get the crates of /v1", "GETTING /v1/crates", "POST and/or PUT",
		"DELETE {id}", "The method is GET /v1/crates", "PUT the crate/box away", "GET very/far", `GET "/v1/crates"`,
	} {
		if line, _, ok := cutRequestLine(text); ok {
			t.Errorf("cutRequestLine(%q) = %q %q, want nothing", text, line.method, line.url)
		}
	}
	if _, off, _ := cutRequestLine("•  **GET** /v1"); off != 5 {
		t.Errorf("the method starts at %d, want 5", off)
	}
}

func TestLooksLikeURL(t *testing.T) {
	for s, want := range map[string]bool{
		"/": true, "/v1": true, "https://x": true, "http://x/y": true, "{endpoint}/v1": true, "v1/x": true, "v2.0/x": true,
		"": false, "x": false, "{endpoint}": false, "v": false, "v1": false, "and/or": false, "vaults/x": false, "ftp://x": false,
	} {
		if got := looksLikeURL(s); got != want {
			t.Errorf("looksLikeURL(%q) = %v", s, got)
		}
	}
}

func TestStartsJSON(t *testing.T) {
	for s, want := range map[string]bool{
		"{": true, `{"a": 1}`: true, "{}": true, "{ 'a' : 1": true, "{ “a”": true, "{a: 1}": true, "{ // remark": true, "{...": true,
		"[": true, `["a"]`: true, "[{": true, "[[1]]": true, "[1, 2]": true, "[-1]": true, "[]": true,
		"{endpoint}/v1/crates": false, "{shelf}": false, "[root@host ~]$ ls": false, "[note] see below": false, "curl": false, `"a"`: false,
	} {
		if got := startsJSON(s); got != want {
			t.Errorf("startsJSON(%q) = %v", s, got)
		}
	}
}

func TestSplitCaption(t *testing.T) {
	for _, c := range []struct {
		caption string
		number  int
		rest    string
	}{
		{"Table 3 Path Parameters", 3, "Path Parameters"},
		{"Table 12 crate", 12, "crate"},
		{"  Table 4.  Crate: lid ", 4, "Crate: lid"},
		{"Table 5", 5, ""},
		{"Path Parameters", 0, "Path Parameters"},
		{"All of Table 3 again", 0, "All of Table 3 again"},
		{"Tables", 0, "Tables"},
		{"", 0, ""},
	} {
		if n, rest := splitCaption(dialect.Plain(c.caption)); n != c.number || rest.Words != c.rest {
			t.Errorf("splitCaption(%q) = %d, %q, want %d, %q", c.caption, n, rest.Words, c.number, c.rest)
		}
	}
	marked := dialect.Text{Words: "Table 3 Lid field", Marks: []dialect.Mark{{Start: 0, End: 7}, {Start: 8, End: 11}}}
	if _, rest := splitCaption(marked); len(rest.Marks) != 1 || rest.Marks[0] != (dialect.Mark{Start: 0, End: 3}) {
		t.Errorf("the marks of a caption are %v", rest.Marks)
	}
}

func TestStatusCode(t *testing.T) {
	for s, want := range map[string]int{
		"200": 200, "404 Not Found": 404, " **500**": 500, "``201``": 201, "400:": 400,
		"100": 100, "599": 599, "600": 0, "": 0, "20": 0, "2000": 0, "999": 0, "099": 0, "OK 200": 0, "4xx": 0,
	} {
		if got := statusCode(s); got != want {
			t.Errorf("statusCode(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestIsName(t *testing.T) {
	for s, want := range map[string]bool{
		"id": true, "crate_id": true, "OS-EXT:lid": true, "labels[0].key": true, "$top": true, "@type": true, "3d": true, "a/b": true,
		"": false, "-": false, "...": false, "a b": false, "a,b": false, "größe": false, "a(b)": false, "{id}": false, "a\nb": false,
	} {
		if got := naming.IsName(s); got != want {
			t.Errorf("naming.IsName(%q) = %v", s, got)
		}
	}
	long := make([]byte, 129)
	for i := range long {
		long[i] = 'a'
	}
	if naming.IsName(string(long)) || !naming.IsName(string(long[:128])) {
		t.Error("a name may have 128 characters, no more")
	}
}

func TestCutURL(t *testing.T) {
	for _, c := range []struct{ url, path, query string }{
		{"/v1/crates", "/v1/crates", ""},
		{"https://{endpoint}/v1/crates/?a=b&c=d#top", "/v1/crates", "a=b&c=d"},
		{"http://host", "/", ""},
		{"https:///v1/crates", "/v1/crates", ""},
		{"{endpoint}", "/{endpoint}", ""},
		{"/v1/crates{?limit,marker}", "/v1/crates", "limit&marker"},
		{"{endpoint}/v1/crates", "/v1/crates", ""},
		{"{project_id}/crates", "/{project_id}/crates", ""},
		{"v1/crates", "/v1/crates", ""},
		{"//v1///crates//", "/v1/crates", ""},
		{"/", "/", ""},
		{"?a", "/", "a"},
		{"", "/", ""},
	} {
		if path, query := cutURL(c.url); path != c.path || query != c.query {
			t.Errorf("cutURL(%q) = %q, %q, want %q, %q", c.url, path, query, c.path, c.query)
		}
	}
}

func TestFoldName(t *testing.T) {
	if foldName("Crate_Lid") != foldName("**crate-lid**") || foldName("crate lid") != foldName("CrateLid") {
		t.Error("case, hyphens, spaces and markup do not count in a structure's name")
	}
	if foldName("crate1") == foldName("crate2") || foldName("crate") == foldName("crates") {
		t.Error("letters and digits do count")
	}
}

func TestPlaceWord(t *testing.T) {
	for s, want := range map[string]string{"Path": "path", "URI": "path", " query ": "query", "Header": "header", "body": "body", "lid": "", "": ""} {
		if got := string(inOfWord(s)); got != want {
			t.Errorf("inOfWord(%q) = %q, want %q", s, got, want)
		}
	}
}

// TestGoesOn: what stands after a URL may be more of its path, but not the head of a message.
func TestGoesOn(t *testing.T) {
	for text, want := range map[string]bool{
		"/v1/ crates/{id}": true, "/v1/crates {id}/lids": true,
		"/v1/crates": false, "/v1/crates as a list": false, "/v1/crates?limit=1 /lids": false, "/v1/crates HTTP/1.1": false,
		"/v1/crates // all of them": false, "/v1/crates Content-Type:text/plain": false, "/v1/crates (or /v1/lids)": false,
	} {
		url, after, ok := readURL(text)
		if got := (requestLine{url: url, after: after}).goesOn(); got != want || !ok {
			t.Errorf("%q: %v, %v", text, got, ok)
		}
	}
}

// TestQueryName: brackets around a parameter are of its page, brackets at its end of its name.
func TestQueryName(t *testing.T) {
	for key, want := range map[string]string{
		"limit": "limit", "[limit]": "limit", "{limit}": "limit", " limit ": "limit", "lid[name]": "lid[name]", "l[n]": "l[n]", "lids[]": "lids", "lids[": "lids",
	} {
		if got := queryName(key); got != want {
			t.Errorf("queryName(%q) = %q, want %q", key, got, want)
		}
	}
	keys := keysOf("lid={lid_id}&sort=name")
	if keys.of("lid_id") != "lid" || keys.of("sort") != "sort" || keys.of("name") != "" {
		t.Errorf("%v", keys)
	}
}

// TestMayHaveBody: HTTP has a body with some of the statuses of success only.
func TestMayHaveBody(t *testing.T) {
	for code, want := range map[int]bool{0: false, 100: false, 200: true, 202: true, 203: true, 204: false, 205: false, 206: true, 299: true, 300: false, 404: false} {
		if got := (status{code: code}).mayHaveBody(); got != want {
			t.Errorf("%d: %v", code, got)
		}
	}
}

// TestLongLines: a line of text is the title of what stands below it up to a length.
func TestLongLines(t *testing.T) {
	for n, want := range map[int]int{maxIntro: maxIntro, maxIntro + 1: 0} {
		c := context{intro: doc.Flow{Text: strings.Repeat("a", n)}}
		if got := len(c.line().Text); got != want {
			t.Errorf("of %d bytes %d are the line", n, got)
		}
	}
}
