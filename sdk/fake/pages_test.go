package fake_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk/fake"
)

// listing is a document with one list and its x-pagination.
func listing(paging, properties string) []byte {
	return []byte(head + `
paths:
  /vaults:
    get:
      operationId: ListVaults
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: 100}}
        - {name: offset, in: query, schema: {type: integer}}
      x-pagination: {` + paging + `}
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [vaults, region]
                properties:
                  region: {type: string, enum: [eu]}
                  vaults: {type: array, items: {type: object, properties: {id: {type: string}}}}
                  ` + properties + `
`)
}

type vault struct {
	ID string `json:"id"`
}

func serve(t *testing.T, paging, properties string, opts ...fake.Option) *fake.Server {
	t.Helper()
	server := fake.Start(t, listing(paging, properties), opts...)
	server.Serve("ListVaults", vault{"a"}, vault{"b"}, vault{"c"}, vault{"d"}, vault{"e"})
	return server
}

// idsOf are the ids on a page.
func idsOf(body map[string]any) string {
	var out strings.Builder
	for _, v := range body["vaults"].([]any) {
		out.WriteString(v.(map[string]any)["id"].(string))
	}
	return out.String()
}

func TestOffset(t *testing.T) {
	server := serve(t, "style: offset, items: /vaults, limit: limit, offset: offset, count: /page/total", "page: {type: object, properties: {total: {type: string}}}")
	for query, want := range map[string]string{
		"":                  "abcde",
		"?limit=2":          "ab",
		"?limit=2&offset=2": "cd",
		"?limit=2&offset=4": "e",
		"?offset=9":         "",
		"?limit=0":          "",
	} {
		body := decode(t, send(t, "GET", server.URL+"/vaults"+query, "").body)
		if idsOf(body) != want || body["region"] != "eu" || fmt.Sprint(body["page"]) != "map[total:5]" {
			t.Errorf("%s: %v", query, body)
		}
		if _, isText := body["page"].(map[string]any)["total"].(string); !isText {
			t.Errorf("the count is not a text: %v", body)
		}
	}
	send(t, "GET", server.URL+"/vaults?offset=-1", "").want(t, 400, "not a number")
}

func TestMarker(t *testing.T) {
	server := serve(t, "style: marker, items: /vaults, limit: limit, marker: after, next: /page_info/next_marker, key: id", "", fake.PageSize(2))
	var pages []string
	for marker := ""; ; {
		body := decode(t, send(t, "GET", server.URL+"/vaults?after="+marker, "").body)
		pages = append(pages, idsOf(body))
		info, _ := body["page_info"].(map[string]any)
		if info["next_marker"] == nil {
			break
		}
		marker = info["next_marker"].(string)
	}
	if got := strings.Join(pages, " "); got != "ab cd e" {
		t.Errorf("pages %s", got)
	}
	send(t, "GET", server.URL+"/vaults?after=z", "").want(t, 400, `no item is \"z\"`)
}

func TestPage(t *testing.T) {
	server := serve(t, "style: page, items: /vaults, limit: limit, page: page_no, first: 0", "")
	for query, want := range map[string]string{
		"": "ab", "&page_no=0": "ab", "&page_no=1": "cd", "&page_no=2": "e", "&page_no=3": "", "&page_no=2000000000": "",
	} {
		if got := idsOf(decode(t, send(t, "GET", server.URL+"/vaults?limit=2"+query, "").body)); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
}

func TestLink(t *testing.T) {
	for paging, properties := range map[string]string{
		"link: /links/next":                 "",
		"link: /next, offset: offset":       "next: {type: string}",
		"link: /vaults_links, marker: mark": "vaults_links: {type: array, items: {type: object, properties: {rel: {type: string}, href: {type: string}}}}",
		"link: /next, page: page":           "next: {type: object, properties: {href: {type: string}}}",
	} {
		server := serve(t, "style: link, items: /vaults, limit: limit, "+paging, properties)
		var pages []string
		for url := server.URL + "/vaults?limit=2"; url != "" && len(pages) < 9; {
			body := decode(t, send(t, "GET", url, "").body)
			pages = append(pages, idsOf(body))
			url = hrefOf(body)
		}
		if got := strings.Join(pages, " "); got != "ab cd e" {
			t.Errorf("%s: pages %s", paging, got)
		}
		server.Check(t)
	}
}

// hrefOf is the only address in a body.
func hrefOf(v any) string {
	switch v := v.(type) {
	case string:
		if strings.HasPrefix(v, "http://") {
			return v
		}
	case map[string]any:
		for _, item := range v {
			if href := hrefOf(item); href != "" {
				return href
			}
		}
	case []any:
		for _, item := range v {
			if href := hrefOf(item); href != "" {
				return href
			}
		}
	}
	return ""
}

func TestPagingInBody(t *testing.T) {
	server := fake.Start(t, []byte(strings.NewReplacer("    get:", "    post:\n      requestBody: {content: {application/json: {schema: {type: object}}}}").
		Replace(string(listing("style: offset, items: /vaults, limit: /limit, offset: /offset, in: body", "")))))
	server.Serve("ListVaults", vault{"a"}, vault{"b"}, vault{"c"})
	body := decode(t, send(t, "POST", server.URL+"/vaults", `{"limit":"1","offset":1}`).body)
	if idsOf(body) != "b" {
		t.Errorf("%v", body)
	}
}

func TestPagingMistakes(t *testing.T) {
	for paging, want := range map[string]string{
		"style: other":                   `style "other"`,
		"style: marker":                  "the style is marker, but there is no marker",
		"style: 1":                       "style is a number",
		"style: page, page: p, in: head": `in "head"`,
	} {
		server, err := fake.New(listing(paging, ""))
		if err != nil {
			t.Fatal(err)
		}
		if err := server.Serve("ListVaults"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", paging, err)
		}
	}
	server, err := fake.New(listing("style: offset, items: '', offset: offset", ""))
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Serve("ListVaults", func() {}); err == nil {
		t.Error("a function is not an item")
	}
}

// TestDocumentedPages walks over what the document shows: one page, and nothing after it.
func TestDocumentedPages(t *testing.T) {
	server := fake.Start(t, spec(t, "cbr.yaml"))
	if got := decode(t, send(t, "GET", server.URL+"/v3/p/backups", "").body)["backups"].([]any); len(got) != 2 {
		t.Errorf("%d backups", len(got))
	}
	send(t, "GET", server.URL+"/v3/p/backups?marker=5606aab5-2dc2-4498-8144-dc848d099af5", "").want(t, 200, `"backups":[]`)

	text := strings.Replace(string(listing("style: link, link: /next, items: /vaults, offset: offset", "next: {type: string}")),
		"              schema:", "              example: {vaults: [{id: a}], next: 'https://example.com/vaults?offset=1'}\n              schema:", 1)
	server = fake.Start(t, []byte(text))
	if got := send(t, "GET", server.URL+"/vaults", "").body; got != `{"vaults":[{"id":"a"}]}` {
		t.Errorf("the first page is %s", got)
	}
	send(t, "GET", server.URL+"/vaults?offset=1", "").want(t, 200, `"vaults":[]`, `"region":"eu"`)
}

// TestDocumentedPagesWithItems: a page after the last of a list that always has items is not there
// where the client is told the number of all; else the empty page ends its walk.
func TestDocumentedPagesWithItems(t *testing.T) {
	for paging, want := range map[string]int{
		"style: offset, items: /vaults, offset: offset, count: /count": 404,
		"style: offset, items: /vaults, offset: offset":                200,
		"style: marker, items: /vaults, marker: offset, count: /count": 200,
	} {
		text := strings.Replace(string(listing(paging, "count: {type: integer}")), "vaults: {type: array,", "vaults: {type: array, minItems: 1,", 1)
		server := fake.Start(t, []byte(text))
		body := decode(t, send(t, "GET", server.URL+"/vaults", "").body)
		if n := len(body["vaults"].([]any)); n == 0 || body["count"] != float64(n) && strings.Contains(paging, "count") {
			t.Errorf("%s: the first page is %v", paging, body)
		}
		send(t, "GET", server.URL+"/vaults?offset=1", "").want(t, want)
	}
}
