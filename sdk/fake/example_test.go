package fake_test

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk/fake"
)

// A test gives the server the document of its service, sets a response, and looks at the
// requests that came in.
func Example() {
	spec, err := os.ReadFile("../../spec/sample.yaml")
	if err != nil {
		log.Fatal(err)
	}
	server, err := fake.New(spec)
	if err != nil {
		log.Fatal(err)
	}
	listening := httptest.NewServer(server) // in a test, fake.Start(t, spec) does both
	defer listening.Close()

	get := func(path string) {
		res, err := http.Get(listening.URL + path)
		if err != nil {
			log.Fatal(err)
		}
		defer res.Body.Close()
		body, err := io.ReadAll(res.Body)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(res.StatusCode, strings.TrimSpace(string(body)))
	}
	const path = "/v3/p-1/vaults/v-1/copies"
	get(path) // the documented example

	if err := server.Respond("ShowVaultCopies", fake.Error(404, "SVS.0007", "no such vault")); err != nil {
		log.Fatal(err)
	}
	get(path)
	get(path + "?limit=1000") // more than the document allows

	for _, call := range server.CallsOf("ShowVaultCopies") {
		fmt.Println(call.Method, call.PathParams["vault_id"], len(call.Problems))
	}
	// Output:
	// 200 {"copies":[{"id":"c-1","status":"stored","size":"40","stored_at":"2024-05-06T07:08:09.123+00:00"}]}
	// 404 {"error_code":"SVS.0007","error_msg":"no such vault"}
	// 400 {"error_code":"FAKE.0400","error_msg":"query parameter limit: number must be at most 100"}
	// GET v-1 0
	// GET v-1 0
	// GET v-1 1
}
