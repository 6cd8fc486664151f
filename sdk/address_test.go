package sdk_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// TestOwnAddress sends a call to the server that the document gives its operation, but where the
// user or a catalogue say where the service is.
func TestOwnAddress(t *testing.T) {
	listed := catalogAuth("https://listed.example.com")
	for name, c := range map[string]struct {
		servers []string
		auth    sdk.Auth
		own     string
		options []sdk.Option // of New
		single  []sdk.Option // of the call
		want    string
	}{
		"its own":                      {own: "https://files.example.com/v2/", want: "https://files.example.com/v2/a"},
		"below the document's":         {own: "/admin", want: "https://lamps.example.com/admin/a"},
		"in place of its path":         {servers: []string{"https://lamps.example.com/api"}, own: "/admin", want: "https://lamps.example.com/admin/a"},
		"WithEndpoint":                 {own: "https://files.example.com", options: []sdk.Option{sdk.WithEndpoint("https://mine.example.com/x")}, want: "https://mine.example.com/x/a"},
		"WithEndpoint and a path":      {own: "/admin", options: []sdk.Option{sdk.WithEndpoint("https://mine.example.com")}, want: "https://mine.example.com/admin/a"},
		"only a path":                  {servers: []string{"/api"}, own: "/admin", options: []sdk.Option{sdk.WithEndpoint("https://mine.example.com/api")}, want: "https://mine.example.com/admin/a"},
		"of a single call":             {own: "https://files.example.com", single: []sdk.Option{sdk.WithEndpoint("https://once.example.com/")}, want: "https://once.example.com/a"},
		"of a single call, and a path": {own: "/admin", single: []sdk.Option{sdk.WithEndpoint("https://once.example.com")}, want: "https://once.example.com/admin/a"},
		"a catalogue":                  {own: "https://files.example.com", auth: listed, want: "https://listed.example.com/a"},
		"in the region":                {own: "https://files.eu-de.example.com", options: []sdk.Option{sdk.WithRegion("eu-nl")}, want: "https://files.eu-nl.example.com/a"},
	} {
		if c.servers == nil {
			c.servers = []string{"https://lamps.example.com"}
		}
		if c.auth == nil {
			c.auth = sdk.NoAuth()
		}
		got := ""
		heard := sdk.WithHTTPClient(&http.Client{Transport: roundTrip(func(r *http.Request) *http.Response {
			got = r.URL.String()
			return httptest.NewRecorder().Result()
		})})
		conn, err := sdk.NewConn(context.Background(), sdk.Service{Name: "lamps", Servers: c.servers}, c.auth, append(c.options, heard)...)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		call := conn.Call(context.Background(), "Get", c.single)
		call.At(c.own)
		req, err := call.NewRequest("GET", "/a", nil, "", nil)
		if err := call.Do(req, err, nil); err != nil || got != c.want {
			t.Errorf("%s: sent to %s, want %s: %v", name, got, c.want, err)
		}
		call = conn.Call(context.Background(), "Get", nil)
		if req, err = call.NewRequest("GET", "/a", nil, "", nil); err == nil && strings.Contains(req.URL.Host, "files") {
			t.Errorf("%s: another operation goes to %s", name, req.URL)
		}
	}
}

type roundTrip func(*http.Request) *http.Response

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r), nil }

// catalogAuth has a catalogue with one address.
type catalogAuth string

func (catalogAuth) Authorize(*http.Request, sdk.TokenHeader) error { return nil }

func (a catalogAuth) Endpoint(context.Context, sdk.Service, string) (string, error) {
	return string(a), nil
}
