package speed

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/cbr"
	"github.com/rst2openapi/rst2openapi/sdk"
)

// oneVault is a small response.
const oneVault = `{"vault":{"id":"ee45c782-71f8-4265-8392-e31fc701836c","name":"vault","billing":{},"resources":[],"provider_id":"0daac4c5-6707-4851-97ba-169e36266b66"}}`

// fewestAllocs gives the allocations of the run that makes the fewest. A mean would depend on chance:
// the garbage collector empties each sync.Pool, and under the race detector a pool drops one in four.
func fewestAllocs(f func()) float64 {
	fewest := testing.AllocsPerRun(1, f)
	for range 400 {
		fewest = min(fewest, testing.AllocsPerRun(1, f))
	}
	return fewest
}

// pair is one call as a client of ours makes it and as it is written by hand with net/http and
// structs of the same fields.
type pair struct{ ours, plain func() error }

// pairs are calls over loopback, one without and one with a body.
func pairs(t testing.TB) map[string]pair {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		_, _ = io.Copy(io.Discard, req.Body)
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, oneVault)
	}))
	t.Cleanup(server.Close)
	network := &http.Transport{}
	t.Cleanup(network.CloseIdleConnections)
	client, err := cbr.New(t.Context(), sdk.Token("token"), sdk.WithEndpoint(server.URL), sdk.WithProjectID("p"),
		sdk.WithHTTPClient(&http.Client{Transport: network}))
	if err != nil {
		t.Fatal(err)
	}
	byHand := &http.Client{Transport: network}
	call := func(method string, body io.Reader, into any) error {
		req, err := http.NewRequestWithContext(t.Context(), method, server.URL+"/v3/p/vaults/ee45c782", body)
		if err != nil {
			return err
		}
		if body != nil {
			req.Header.Set("Content-Type", "application/json")
		}
		req.Header.Set("X-Auth-Token", "token")
		req.Header.Set("Accept", "application/json")
		resp, err := byHand.Do(req)
		if err != nil {
			return err
		}
		text, err := io.ReadAll(resp.Body)
		if err == nil {
			err = resp.Body.Close()
		}
		if err == nil {
			err = json.Unmarshal(text, into)
		}
		return err
	}
	shown, updated := withoutMethodsOf[cbr.ShowVaultResponseBody](), withoutMethodsOf[cbr.UpdateVaultResponseBody]()
	name := "vault"
	request := withoutMethodsOf[cbr.UpdateVaultRequestBody]()()
	if err := json.Unmarshal([]byte(`{"vault":{"name":"vault"}}`), request); err != nil {
		t.Fatal(err)
	}
	return map[string]pair{
		"ShowVault": {
			func() error { _, err := client.ShowVault(t.Context(), "ee45c782"); return err },
			func() error { return call(http.MethodGet, nil, shown()) },
		},
		"UpdateVault": {
			func() error {
				_, err := client.UpdateVault(t.Context(), "ee45c782", cbr.UpdateVaultRequestBody{Vault: cbr.VaultUpdate{Name: &name}})
				return err
			},
			func() error {
				text, err := json.Marshal(request)
				if err != nil {
					return err
				}
				return call(http.MethodPut, bytes.NewReader(text), updated())
			},
		},
	}
}

// A call makes at most ten allocations more than one by hand.
func TestCallAllocates(t *testing.T) {
	for name, p := range pairs(t) {
		count := func(f func() error) float64 {
			return fewestAllocs(func() {
				if err := f(); err != nil {
					t.Fatal(err)
				}
			})
		}
		ours, plain := count(p.ours), count(p.plain)
		t.Logf("%s: %v allocations, %v by hand", name, ours, plain)
		if ours-plain > 10 {
			t.Errorf("%s makes %v allocations more than a call by hand", name, ours-plain)
		}
	}
}
