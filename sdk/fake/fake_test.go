package fake_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk/fake"
)

func spec(t testing.TB, name string) []byte {
	t.Helper()
	text, err := os.ReadFile("../../spec/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

type reply struct {
	status int
	header http.Header
	body   string
}

// send sends a request; each two of headers are a name and a value.
func send(t testing.TB, method, url, body string, headers ...string) reply {
	t.Helper()
	req, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return reply{res.StatusCode, res.Header, strings.TrimSpace(string(text))}
}

func (r reply) want(t testing.TB, status int, parts ...string) {
	t.Helper()
	if r.status != status {
		t.Errorf("status %d, want %d: %s", r.status, status, r.body)
	}
	for _, part := range parts {
		if !strings.Contains(r.body, part) {
			t.Errorf("the response lacks %q: %s", part, r.body)
		}
	}
}

const copies = "/v3/p/vaults/v/copies"

func TestDocumentedResponses(t *testing.T) {
	server := fake.Start(t, spec(t, "sample.yaml"))
	got := send(t, "GET", server.URL+copies, "")
	got.want(t, 200, `"id":"c-1"`, `"status":"stored"`)
	if got.header.Get("Content-Type") != "application/json" {
		t.Errorf("the content type is %q", got.header.Get("Content-Type"))
	}
	send(t, "DELETE", server.URL+copies, "").want(t, 204)
	server.Check(t)

	cbr := fake.Start(t, spec(t, "cbr.yaml"))
	send(t, "GET", cbr.URL+"/", "").want(t, 200, `"versions"`) // its schema has no example
	send(t, "GET", cbr.URL+"/v3/p/backups/b", "").want(t, 200, "6df2b54c-dd62-4059-a07c-1b8f24f2725d")
}

func TestCalls(t *testing.T) {
	server := fake.Start(t, spec(t, "sample.yaml"))
	send(t, "GET", server.URL+"/v3/a%2Fb/vaults/v%20w/copies?limit=5", "", "X-Auth-Token", "tok").want(t, 200)
	send(t, "POST", server.URL+copies, `{"copy":{"name":"friday"}}`).want(t, 200)
	if n := len(server.Calls()); n != 2 {
		t.Fatalf("%d calls", n)
	}
	calls := server.CallsOf("ShowVaultCopies")
	if len(calls) != 1 {
		t.Fatalf("%d calls of ShowVaultCopies", len(calls))
	}
	c := calls[0]
	if c.Method != "GET" || c.Path != "/v3/a%2Fb/vaults/v%20w/copies" || c.Query.Get("limit") != "5" || c.Header.Get("X-Auth-Token") != "tok" ||
		c.PathParams["project_id"] != "a/b" || c.PathParams["vault_id"] != "v w" || len(c.Problems) > 0 {
		t.Errorf("%+v", c)
	}
	if body := server.CallsOf("FillVault")[0].Body; string(body) != `{"copy":{"name":"friday"}}` {
		t.Errorf("body %s", body)
	}
	server.Reset()
	if len(server.Calls()) > 0 {
		t.Error("calls are left")
	}
}

func TestBrokenRequests(t *testing.T) {
	server := fake.Start(t, spec(t, "sample.yaml"))
	for _, c := range []struct {
		method, path, body string
		status             int
		parts              []string
	}{
		{"GET", "/v3/p/nothing", "", 404, []string{"FAKE.0404", "no operation GET /v3/p/nothing"}},
		{"PATCH", copies, "", 405, []string{"FAKE.0405"}},
		{"GET", copies + "?limit=many", "", 400, []string{"query parameter limit", "integer"}},
		{"GET", copies + "?limit=0", "", 400, []string{"query parameter limit"}},
		{"GET", copies, "{}", 400, []string{"body: the operation has none"}},
		{"POST", copies, "", 400, []string{"body: it is missing"}},
		{"POST", copies, `{"copy":`, 400, []string{"it is not JSON"}},
		{"POST", copies, `{} {}`, 400, []string{"more text"}},
		{"POST", copies, `{"copy":{"name":"not a name!","full":"yes"}}`, 400, []string{"/copy/name", "/copy/full", `"error_code":"FAKE.0400"`}},
		{"POST", "/v3/p/providers/other/vaults/v/tags", `{"tags":[]}`, 400, []string{"path parameter provider_id"}},
		{"POST", "/v3/p/providers/svs-one/vaults/v/tags", `{"tags":[{"key":"a"}]}`, 204, nil},
	} {
		got := send(t, c.method, server.URL+c.path, c.body)
		got.want(t, c.status, c.parts...)
		if c.status == 405 && got.header.Get("Allow") != "DELETE, GET, POST" {
			t.Errorf("Allow: %s", got.header.Get("Allow"))
		}
	}
	send(t, "POST", server.URL+copies, "<copy/>", "Content-Type", "application/xml").want(t, 400, "media type")
	send(t, "POST", server.URL+copies, `{"copy":{"name":"a"}}`, "Content-Type", "Application/JSON; charset=utf-8").want(t, 200)
}

func TestLenient(t *testing.T) {
	server := fake.Start(t, spec(t, "sample.yaml"), fake.Lenient())
	send(t, "POST", server.URL+copies, `{"copy":{"name":"not a name!"}}`).want(t, 200, `"c-1"`)
	send(t, "POST", server.URL+copies, `{`).want(t, 200, `"c-1"`)
	for _, c := range server.Calls() {
		if len(c.Problems) != 1 {
			t.Errorf("problems: %q", c.Problems)
		}
	}
	var r recorder
	server.Check(&r)
	if len(r.lines) != 2 || !strings.Contains(r.lines[0], "FillVault") {
		t.Errorf("Check says %q", r.lines)
	}
}

func TestResponses(t *testing.T) {
	server := fake.Start(t, spec(t, "sample.yaml"))
	get := func() reply { return send(t, "GET", server.URL+copies, "") }

	server.Respond("ShowVaultCopies", fake.JSON(200, map[string]any{"copies": []any{}}).WithHeader("X-Request-Id", "r-1"))
	for range 2 {
		got := get()
		got.want(t, 200, `{"copies":[]}`)
		if got.header.Get("X-Request-Id") != "r-1" {
			t.Error("the header is missing")
		}
	}
	server.Respond("ShowVaultCopies", fake.Status(503), fake.Error(404, "SVS.0007", "no <vault>"), fake.JSON(200, nil))
	get().want(t, 503)
	get().want(t, 404, `{"error_code":"SVS.0007","error_msg":"no <vault>"}`)
	get().want(t, 200, "null")
	get().want(t, 200, "null")

	server.Respond("ShowVaultCopies")
	get().want(t, 200, `"c-1"`)

	server.Handle("FillVault", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		fmt.Fprintf(w, "%s %d %s", r.PathValue("vault_id"), r.ContentLength, body)
	}))
	send(t, "POST", server.URL+copies, `{"copy":{"name":"a"}}`).want(t, 200, `v 21 {"copy":{"name":"a"}}`)
	server.Reset()
	send(t, "POST", server.URL+copies, `{"copy":{"name":"a"}}`).want(t, 200, `"c-1"`)
}

func TestToken(t *testing.T) {
	server := fake.Start(t, spec(t, "sample.yaml"), fake.RequireToken("tok", "DeleteVaultCopies"))
	send(t, "GET", server.URL+copies, "").want(t, 401, `"error_code":"FAKE.0401"`)
	send(t, "GET", server.URL+copies, "", "X-Auth-Token", "other").want(t, 401)
	send(t, "GET", server.URL+copies, "", "X-Auth-Token", "tok").want(t, 200)
	send(t, "DELETE", server.URL+copies, "").want(t, 204)
	if _, err := fake.New(spec(t, "sample.yaml"), fake.RequireToken("tok", "DeleteCopies")); err == nil {
		t.Error("an unknown operation is not a mistake")
	}
}

// TestVariants tells two uses of one method and path apart by what is sent.
func TestVariants(t *testing.T) {
	server := fake.Start(t, spec(t, "csbs.yaml"))
	const path = "/v1/p/providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da/resources/action"
	backup := `{"check_protectable":[{"resource_id":"r","resource_type":"OS::Nova::Server"}]}`
	restore := `{"check_restorable":[{"checkpoint_item_id":"c","target":{"resource_id":"r","resource_type":"OS::Nova::Server","volumes":[{"backup_id":"b","volume_id":"v"}]}}]}`
	send(t, "POST", server.URL+path, backup).want(t, 200, "protectable")
	send(t, "POST", server.URL+path, restore).want(t, 200, "restorable")
	var ids []string
	for _, c := range server.Calls() {
		ids = append(ids, c.OperationID)
	}
	if !slices.Equal(ids, []string{"ShowResourceBackupCapability", "ShowResourceRestorationCapability"}) {
		t.Errorf("calls of %q", ids)
	}
	server.Respond("ShowResourceRestorationCapability", fake.JSON(200, "mine"))
	send(t, "POST", server.URL+path, backup).want(t, 200, "protectable")
	send(t, "POST", server.URL+path, restore).want(t, 200, `"mine"`)
}

func TestConcurrency(t *testing.T) {
	server := fake.Start(t, spec(t, "sample.yaml"))
	server.Respond("ShowVaultCopies", fake.Status(500), fake.JSON(200, 1))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 5 {
				send(t, "GET", server.URL+copies, "")
				server.Respond("FillVault", fake.Status(200))
				server.CallsOf("ShowVaultCopies")
			}
		})
	}
	wg.Wait()
	if n := len(server.Calls()); n != 40 {
		t.Errorf("%d calls", n)
	}
}

func decode(t testing.TB, text string) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return v
}
