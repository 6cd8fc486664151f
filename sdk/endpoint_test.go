package sdk_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
)

func TestServerAddress(t *testing.T) {
	for _, bad := range []string{"", "host", "ftp://x", "https://", "https://x/?a=b", "https://x/?", "https://x/#f", "://", "https://user:hunter22@x/?q", "https://user:hunter22@x:y"} {
		_, err := sdk.NewConn(context.Background(), sdk.Service{}, sdk.NoAuth(), sdk.WithEndpoint(bad))
		if err == nil {
			t.Errorf("%q was accepted", bad)
		} else if strings.Contains(err.Error(), "hunter22") {
			t.Errorf("the error tells the password: %v", err)
		}
	}
}

// catalog is an Auth that knows services and a scope.
type catalog struct {
	sdk.Auth
	endpoint, asked string
	scope           sdk.Scope
	err             error
	logins          int
}

func (c *catalog) Endpoint(_ context.Context, service sdk.Service, region string) (string, error) {
	c.asked = service.Name + "/" + region
	return c.endpoint, c.err
}

func (c *catalog) Scope(context.Context) (sdk.Scope, error) { c.logins++; return c.scope, c.err }

func TestEndpoint(t *testing.T) {
	service := sdk.Service{Name: "cbr", Servers: []string{"https://cbr.eu-de.otc.t-systems.com"}}
	with := func(server string) sdk.Service { return sdk.Service{Name: "cbr", Servers: []string{server}} }
	listed := func(endpoint, region string) sdk.Auth {
		return &catalog{Auth: sdk.NoAuth(), endpoint: endpoint, scope: sdk.Scope{Region: region}}
	}
	key := sdk.AccessKey{Access: "a", Secret: "s", Region: "eu-ch2"}
	for _, c := range []struct {
		service sdk.Service
		auth    sdk.Auth
		options []sdk.Option
		want    string
	}{
		{service, sdk.NoAuth(), nil, "https://cbr.eu-de.otc.t-systems.com"},
		{service, sdk.NoAuth(), []sdk.Option{sdk.WithRegion("eu-nl")}, "https://cbr.eu-nl.otc.t-systems.com"},
		{service, key, nil, "https://cbr.eu-ch2.otc.t-systems.com"},
		{service, key, []sdk.Option{sdk.WithRegion("eu-nl")}, "https://cbr.eu-nl.otc.t-systems.com"},
		{service, key, []sdk.Option{sdk.WithEndpoint("http://localhost:1/v3/mock/")}, "http://localhost:1/v3/mock/"},
		{with("https://iam.otc.example.com:443/x/eu-de"), key, nil, "https://iam.otc.example.com:443/x/eu-de"},
		{with("https://cbr.ap-southeast-1.otc.example.com:8443/x"), key, nil, "https://cbr.eu-ch2.otc.example.com:8443/x"},
		{service, listed("https://cbr.eu-de.otc.t-systems.com/v3/0123", ""), nil, "https://cbr.eu-de.otc.t-systems.com"},
		{service, listed("https://host:8774/compute/v2.1/0123/", ""), nil, "https://host:8774/compute"},
		{service, listed("https://host/identity/v3", ""), nil, "https://host/identity"},
		{service, listed("https://v3/vault/video", ""), nil, "https://v3/vault/video"},
		{service, listed("", "eu-nl"), []sdk.Option{sdk.WithEndpoint("https://host")}, "https://host"},
		{sdk.Service{Name: "cbr"}, listed("https://host/V1.0/x", ""), nil, "https://host"},
	} {
		conn, err := sdk.NewConn(context.Background(), c.service, c.auth, c.options...)
		if err != nil || conn.Endpoint() != c.want {
			t.Errorf("%v, want %s: %v", conn, c.want, err)
		}
	}
	asked := &catalog{Auth: sdk.NoAuth(), endpoint: "https://x", scope: sdk.Scope{Region: "eu-nl"}}
	if _, err := sdk.NewConn(context.Background(), service, asked); err != nil || asked.asked != "cbr/eu-nl" {
		t.Errorf("%v, %q", err, asked.asked)
	}
	if _, err := sdk.NewConn(context.Background(), service, asked, sdk.WithServiceName("cbrv3")); err != nil || asked.asked != "cbrv3/eu-nl" {
		t.Errorf("%v, %q", err, asked.asked)
	}
	refused := &catalog{Auth: sdk.NoAuth(), err: errors.New("wrong password")}
	if _, err := sdk.NewConn(context.Background(), service, refused); !errors.Is(err, refused.err) {
		t.Errorf("%v", err)
	}
	for _, c := range []struct {
		service sdk.Service
		auth    sdk.Auth
		options []sdk.Option
		want    string
	}{
		{sdk.Service{Name: "cbr"}, sdk.NoAuth(), nil, "WithEndpoint"},
		{service, listed("", "eu-nl"), nil, "does not list the service"}, // and nothing goes to the address of the document
		{service, nil, nil, "NoAuth"},
		{service, sdk.NoAuth(), []sdk.Option{sdk.WithRegion("evil.com/")}, "not a region"},
		{service, sdk.NoAuth(), []sdk.Option{sdk.WithHTTPClient(nil)}, "nil"},
		{service, sdk.NoAuth(), []sdk.Option{sdk.WithMiddleware(nil)}, "nil"},
		{service, sdk.NoAuth(), []sdk.Option{sdk.WithIdempotent()}, "single call"},
		{service, sdk.NoAuth(), []sdk.Option{sdk.WithCapture(new(sdk.Response))}, "single call"},
		{service, sdk.NoAuth(), []sdk.Option{sdk.WithPoll(1)}, "single call"},
		{service, sdk.NoAuth(), []sdk.Option{sdk.WithTimeout(-1)}, "negative"},
		{service, sdk.NoAuth(), []sdk.Option{sdk.WithMaxResponseSize(0)}, "positive"},
		{service, sdk.NoAuth(), []sdk.Option{sdk.WithHeader("X", "a\nb")}, "cannot be sent"},
		{service, sdk.NoAuth(), []sdk.Option{sdk.WithUserAgent("a\nb")}, "cannot be sent"},
	} {
		if _, err := sdk.NewConn(context.Background(), c.service, c.auth, c.options...); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.want, err)
		}
	}
}

// TestVersionOnce has addresses with a version for paths with one.
func TestVersionOnce(t *testing.T) {
	const id = "0123456789abcdef0123456789abcdef"
	var sent string
	client := &http.Client{Transport: roundTripper(func(r *http.Request) (*http.Response, error) {
		sent = r.URL.String()
		return response(200, ""), nil
	})}
	for _, c := range []struct{ server, endpoint, path, want string }{
		{"https://x", "https://host", "/v3/a", "https://host/v3/a"},
		{"https://x", "https://host/v3", "/v3/a?b=c", "https://host/v3/a?b=c"},
		{"https://x", "https://host/v3/", "/v3", "https://host/v3"},
		{"https://x", "https://host/v3", "/v3?b=c", "https://host/v3?b=c"},
		{"https://x", "https://host/v3", "/v2.0/a", "https://host/v2.0/a"},
		{"https://x", "https://host/v3", "/v3-ext/a", "https://host/v3-ext/a"},
		{"https://x", "https://host/v3", "/a/v3", "https://host/v3/a/v3"},
		{"https://x", "https://host/v3", "/", "https://host/v3/"},
		{"https://x", "https://host/v3/" + id, "/v3/" + id + "/a", "https://host/v3/" + id + "/a"},
		{"https://x", "https://host/v3/" + id + "/", "/v3/other/a", "https://host/v3/other/a"},
		{"https://x", "https://host/base/v3", "/v3/a", "https://host/base/v3/a"},
		{"https://x", "https://host/v3/mock", "/v3/a", "https://host/v3/mock/v3/a"},
		{"https://x", "https://host/" + id, "/v3/a", "https://host/" + id + "/v3/a"},
		{"https://x", "https://v3", "/v3/a", "https://v3/v3/a"},
		{"", "https://host/v3", "/v3/a", "https://host/v3/a"},
		// The document says that the version is part of each address.
		{"https://x/v1/", "https://host/v1", "/v1/a", "https://host/v1/v1/a"},
		{"https://x/v1", "https://host/v1", "/pets", "https://host/v1/pets"},
		{"https://x/v1", "", "/v2/a", "https://x/v1/v2/a"},
		{"/v1", "https://host/v1", "/v1/a", "https://host/v1/v1/a"},
	} {
		options := []sdk.Option{sdk.WithHTTPClient(client)}
		if c.endpoint != "" {
			options = append(options, sdk.WithEndpoint(c.endpoint))
		}
		conn, err := sdk.NewConn(t.Context(), sdk.Service{Servers: []string{c.server}}, sdk.NoAuth(), options...)
		if err != nil {
			t.Fatal(err)
		}
		if err := conn.Do(t.Context(), "GET", c.path, nil, nil); err != nil || sent != c.want {
			t.Errorf("%s of %s: sent to %s, want %s: %v", c.path, c.endpoint, sent, c.want, err)
		}
		if c.endpoint != "" && conn.Endpoint() != c.endpoint {
			t.Errorf("%s is printed as %s", c.endpoint, conn.Endpoint())
		}
	}
}
