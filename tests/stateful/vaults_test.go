// Package stateful has a fake of the sample service that keeps what its client stores, built
// on the server that was generated from the sample pages.
package stateful

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/sample"
	"github.com/rst2openapi/rst2openapi/sdk"
)

// vaults is the service. It is safe for use by several goroutines, as a handler must be.
type vaults struct {
	sample.UnimplementedServer

	mu     sync.Mutex
	copies map[string][]sample.Copy
}

const vault = "11111111-2222-3333-4444-555555555555"

func (v *vaults) FillVault(_ context.Context, _, vaultID string, body sample.FillVaultRequestBody) (*sample.FillVaultReply, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	list, ok := v.copies[vaultID]
	if !ok {
		return nil, missing(vaultID)
	}
	made := sample.Copy{
		ID: new(fmt.Sprintf("%s-%03d", body.Copy.Name, len(list))), Status: new(sample.CopyStatusStored), Size: sdk.IntScalar(40),
	}
	v.copies[vaultID] = append(list, made)
	return &sample.FillVaultReply{
		JSON200: &sample.FillVaultResponseBody{Copy: &made}, Header: http.Header{"X-Request-Id": {"req-1"}},
	}, nil
}

func (v *vaults) ShowVaultCopies(_ context.Context, _, vaultID string, params sample.ShowVaultCopiesParams) (*sample.ShowVaultCopiesReply, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	list, ok := v.copies[vaultID]
	if !ok {
		return nil, missing(vaultID)
	}
	if params.Marker != nil {
		i := slices.IndexFunc(list, func(c sample.Copy) bool { return *c.ID == *params.Marker })
		list = list[i+1:]
	}
	page := list[:min(len(list), int(*cmp.Or(params.Limit, new(int64(2)))))]
	return &sample.ShowVaultCopiesReply{JSON200: &sample.ShowVaultCopiesResponseBody{Copies: slices.Clone(page)}}, nil
}

func (v *vaults) DeleteVaultCopies(_ context.Context, _, vaultID string) (*sample.DeleteVaultCopiesReply, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if _, ok := v.copies[vaultID]; !ok {
		return nil, missing(vaultID)
	}
	v.copies[vaultID] = nil
	return nil, nil // 204
}

// missing is the documented error, with a code.
func missing(vaultID string) error {
	return &sdk.Error{StatusCode: http.StatusNotFound, Code: "SVS.0007", Message: "no vault " + vaultID}
}

func TestVaults(t *testing.T) {
	service := &vaults{copies: map[string][]sample.Copy{vault: nil}}
	server := httptest.NewServer(sample.NewHandler(service))
	defer server.Close()
	ctx := t.Context()
	client, err := sample.New(ctx, sdk.NoAuth(), sdk.WithEndpoint(server.URL), sdk.WithProjectID("p-1"))
	if err != nil {
		t.Fatal(err)
	}

	for range 5 {
		body := sample.FillVaultRequestBody{Copy: sample.CopySpec{Name: "friday", Disks: []string{"d-1"}}}
		var raw sdk.Response
		made, err := client.FillVault(ctx, vault, body, sdk.WithCapture(&raw))
		if err != nil || *made.Status != sample.CopyStatusStored || raw.HTTPResponse.Header.Get("X-Request-Id") != "req-1" {
			t.Fatal(made, err)
		}
	}
	if got := list(t, client, sample.ShowVaultCopiesParams{}); got != "friday-000 friday-001 friday-002 friday-003 friday-004" {
		t.Errorf("all pages: %s", got)
	}
	page, err := client.ShowVaultCopiesPage(ctx, vault, sample.ShowVaultCopiesParams{Limit: new(int64(3)), Marker: new("friday-000")})
	if err != nil || len(page.Copies) != 3 || *page.Copies[0].ID != "friday-001" {
		t.Errorf("one page: %+v, %v", page, err)
	}

	// A limit that the document does not allow is refused by the server as well.
	var failed *sdk.Error
	_, err = client.ShowVaultCopiesPage(ctx, vault, sample.ShowVaultCopiesParams{Limit: new(int64(101))}, sdk.WithoutValidation())
	if !errors.As(err, &failed) || failed.StatusCode != 400 || !strings.Contains(failed.Message, "parameter limit: maximum 100") {
		t.Errorf("%v", err)
	}

	if err := client.DeleteVaultCopies(ctx, vault); err != nil {
		t.Error(err)
	}
	if got := list(t, client, sample.ShowVaultCopiesParams{}); got != "" {
		t.Errorf("after they were deleted: %s", got)
	}

	err = client.DeleteVaultCopies(ctx, "other")
	if !errors.As(err, &failed) || failed.Code != "SVS.0007" || failed.Message != "no vault other" {
		t.Errorf("%v", err)
	}
	if told, ok := failed.Detail.(*sample.ErrorBody); !ok || *told.ErrorCode != "SVS.0007" {
		t.Errorf("the error has not the documented body: %s", failed.Body)
	}
	err = client.AddVaultTags(ctx, vault, sample.AddVaultTagsRequestBody{Tags: []sample.VaultTag{}})
	if !errors.As(err, &failed) || failed.StatusCode != http.StatusNotImplemented {
		t.Errorf("%v", err)
	}
}

// list gives the IDs of all copies.
func list(t *testing.T, client *sample.Client, params sample.ShowVaultCopiesParams) string {
	t.Helper()
	var ids []string
	for stored, err := range client.ShowVaultCopies(t.Context(), vault, params) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, *stored.ID)
	}
	return strings.Join(ids, " ")
}
