package speed

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/cbr"
	"github.com/rst2openapi/rst2openapi/sdk"
)

// canned answers each request with one vault, so that what is counted is the client's.
type canned struct{ body []byte }

func (c canned) RoundTrip(req *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: req,
		Header:        http.Header{"Content-Type": {"application/json"}},
		Body:          io.NopCloser(bytes.NewReader(c.body)),
		ContentLength: int64(len(c.body)),
	}, nil
}

// oneVault is a small response.
const oneVault = `{"vault":{"id":"ee45c782-71f8-4265-8392-e31fc701836c","name":"vault","billing":{},"resources":[],"provider_id":"0daac4c5-6707-4851-97ba-169e36266b66"}}`

// fewestAllocs gives the allocations of the run that makes the fewest. A mean would depend on chance:
// the garbage collector empties each sync.Pool, and under the race detector a pool drops one in four.
func fewestAllocs(f func()) float64 {
	fewest := testing.AllocsPerRun(1, f)
	for range 30 {
		fewest = min(fewest, testing.AllocsPerRun(1, f))
	}
	return fewest
}

// overPlain gives how many more allocations a call makes than one that is written by hand with
// net/http and a struct of the same fields.
func overPlain(t testing.TB) float64 {
	server := canned{[]byte(oneVault)}
	client, err := cbr.New(t.Context(), sdk.Token("token"), sdk.WithEndpoint("https://cbr.example.com"), sdk.WithProjectID("p"),
		sdk.WithHTTPClient(&http.Client{Transport: server}))
	if err != nil {
		t.Fatal(err)
	}
	ours := fewestAllocs(func() {
		if _, err := client.ShowVault(t.Context(), "ee45c782"); err != nil {
			t.Fatal(err)
		}
	})
	byHand := &http.Client{Transport: server}
	into := withoutMethodsOf[cbr.ShowVaultResponseBody]()
	plain := fewestAllocs(func() {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://cbr.example.com/v3/p/vaults/ee45c782", nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("X-Auth-Token", "token")
		req.Header.Set("Accept", "application/json")
		resp, err := byHand.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(resp.Body)
		if err == nil {
			err = resp.Body.Close()
		}
		if err == nil {
			err = json.Unmarshal(text, into())
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	t.Logf("%v allocations, %v by hand", ours, plain)
	return ours - plain
}

func TestCallAllocates(t *testing.T) {
	if n := overPlain(t); n > 21 {
		t.Errorf("a call makes %v allocations more than one by hand", n)
	}
}
