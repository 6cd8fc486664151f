package sdk_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// What went wrong is in an *sdk.Error, whatever the form in which the service tells it.
func ExampleError() {
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Request-Id", "req-7")
		w.WriteHeader(http.StatusNotFound)
		fmt.Fprint(w, `{"error_code": "BackupService.6001", "error_msg": "no such vault"}`)
	}))
	defer service.Close()
	ctx := context.Background()
	conn, err := sdk.NewConn(ctx, sdk.Service{Name: "cbr"}, sdk.NoAuth(), sdk.WithEndpoint(service.URL))
	if err != nil {
		fmt.Println(err)
		return
	}

	err = conn.Do(ctx, http.MethodGet, "/v3/vaults/1", nil, nil, sdk.WithTimeout(time.Minute))
	var failed *sdk.Error
	if errors.As(err, &failed) {
		fmt.Println(failed.StatusCode, failed.Code, failed.RequestID)
	}
	fmt.Println(errors.Is(err, sdk.ErrNotFound))
	fmt.Println(err)
	// Output:
	// 404 BackupService.6001 req-7
	// true
	// GET /v3/vaults/1: 404 Not Found: BackupService.6001: no such vault (request req-7)
}

// A call that the document does not describe has the same authentication, retries and errors.
func ExampleConn_Do() {
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `{"path": %q, "token": %q}`, r.URL.Path, r.Header.Get("X-Auth-Token"))
	}))
	defer service.Close()
	ctx := context.Background()
	conn, err := sdk.NewConn(ctx, sdk.Service{Name: "cbr", Token: sdk.TokenHeader{Name: "X-Auth-Token"}}, sdk.Token("t-1"),
		sdk.WithEndpoint(service.URL), sdk.WithProjectID("p-1"))
	if err != nil {
		fmt.Println(err)
		return
	}

	var response struct{ Path, Token string }
	err = conn.Do(ctx, http.MethodPost, "/v3/{project_id}/secret-feature", map[string]int{"size": 40}, &response)
	fmt.Println(response, err)
	// Output:
	// {/v3/p-1/secret-feature t-1} <nil>
}

// A nullable field has three states, and each is written as it was read.
func ExampleNullable() {
	var server struct {
		Name  sdk.Nullable[string] `json:"name,omitzero"`
		Image sdk.Nullable[string] `json:"image,omitzero"`
		Zone  sdk.Nullable[string] `json:"zone,omitzero"`
	}
	if err := json.Unmarshal([]byte(`{"name":"web","image":null}`), &server); err != nil {
		fmt.Println(err)
	}
	name, ok := server.Name.Get()
	fmt.Println(name, ok, server.Image.IsNull(), server.Zone.IsZero())

	server.Zone = sdk.Value("eu-de-01")
	server.Name = sdk.Null[string]()
	text, err := json.Marshal(server)
	fmt.Println(string(text), err)
	// Output:
	// web true true true
	// {"name":null,"image":null,"zone":"eu-de-01"} <nil>
}

// A size that is a string on one page and a number on another.
func ExampleScalar() {
	var sizes []sdk.Scalar
	if err := json.Unmarshal([]byte(`["40", 40, 25.2]`), &sizes); err != nil {
		fmt.Println(err)
	}
	for _, size := range sizes {
		gigabytes, err := size.Float64()
		fmt.Println(size, gigabytes, err)
	}
	text, err := json.Marshal(append(sizes, sdk.IntScalar(80)))
	fmt.Println(string(text), err)
	// Output:
	// 40 40 <nil>
	// 40 40 <nil>
	// 25.2 25.2 <nil>
	// ["40",40,25.2,80] <nil>
}
