//go:build e2e

// Package e2e drives the runtime and the client that is generated from the pages of
// Identity and Access Management against a real server: OpenStack Keystone, which has
// the same protocol. It needs keystone-manage and keystone-wsgi-public in the PATH, and
// Linux.
package e2e

import (
	"flag"
	"log/slog"
	"net/http"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
)

// world is what all tests share. They run one after the other and may rely on what is in
// it, but not on what another test has made.
type world struct {
	server server // tokens live for an hour
	brief  server // of the same users; tokens live for seconds, and lists are cut
	seen   *record

	admin   *iam.Client // of the project of the first user
	adminID string
	project string            // its project
	roles   map[string]string // IDs by name
}

// TestKeystone has one server for all of its parts, since starting it takes seconds.
func TestKeystone(t *testing.T) {
	in := install(t)
	w := &world{seen: newRecord(t), roles: map[string]string{}}
	w.server = in.start(t, "hour", hourLife, noLimit, true)
	w.brief = in.start(t, "brief", briefLife, briefLimit, false)
	w.prepare(t)
	for _, part := range []struct {
		name string
		run  func(*world, *testing.T)
	}{
		{"versions", (*world).versions}, {"tokens", (*world).tokens}, {"passcode", (*world).passcode},
		{"projects", (*world).projects}, {"users", (*world).users}, {"passwords", (*world).passwords},
		{"groups", (*world).groups}, {"roles", (*world).roleGrants}, {"catalogue", (*world).catalogue},
		{"federation", (*world).federation}, {"pages", (*world).pages},
		{"errors", (*world).errors}, {"options", (*world).callOptions},
		{"login", (*world).login}, {"environment", (*world).environment}, {"endpoint", (*world).endpoint},
		{"revoked", (*world).revoked}, {"crowd", (*world).crowd}, {"expiry", (*world).expiry},
	} {
		t.Run(part.name, func(t *testing.T) { part.run(w, t) })
	}
	partly := flag.Lookup("test.run").Value.String() + flag.Lookup("test.skip").Value.String()
	if t.Failed() || partly != "" {
		t.Log("the differences are not compared, because not everything was done")
		return
	}
	w.seen.finish(t, unserved)
}

// unserved are the documented operations under /v3 that cannot be called here, and why.
var unserved = map[string]string{}

// prepare makes the client of the first user and lets it work on the whole domain.
func (w *world) prepare(t *testing.T) {
	t.Helper()
	auth := w.auth(t, w.options())
	scope := must(auth.Scope(t.Context()))(t)
	w.project = scope.ProjectID
	w.admin = w.client(t, auth)
	w.adminID = w.userID(t, adminName)
	for role, err := range w.admin.ListRoles(t.Context(), iam.ListRolesParams{}) {
		ok(t, err)
		w.roles[*role.Name] = *role.ID
	}
	// The pages grant roles to groups only, so this is not a documented operation.
	ok(t, w.admin.Do(t.Context(), http.MethodPut, "/v3/domains/default/users/"+w.adminID+"/roles/"+w.roles["admin"], nil, nil))
}

// options log in the first user for his project.
func (w *world) options() keystone.Options {
	return keystone.Options{AuthURL: w.server.address, Username: adminName, UserDomainID: "default", Password: adminPassword, ProjectName: "admin"}
}

// auth makes an Auth whose tokens are known as secrets.
func (w *world) auth(t *testing.T, options keystone.Options) *keystone.Auth {
	t.Helper()
	auth, _ := w.counted(t, options)
	return auth
}

// counted also counts the logins.
func (w *world) counted(t *testing.T, options keystone.Options) (*keystone.Auth, *traffic) {
	t.Helper()
	for _, secret := range []string{options.Password, options.Token, options.ApplicationCredentialSecret} {
		w.seen.secret(secret)
	}
	traffic := w.seen.counting()
	options.HTTPClient = &http.Client{Transport: traffic}
	return must(keystone.New(options))(t), traffic
}

// client makes a client that the record watches.
func (w *world) client(t *testing.T, auth sdk.Auth, options ...sdk.Option) *iam.Client {
	t.Helper()
	client, _ := w.watched(t, auth, options...)
	return client
}

// watched also counts the responses.
func (w *world) watched(t *testing.T, auth sdk.Auth, options ...sdk.Option) (*iam.Client, *traffic) {
	t.Helper()
	traffic := w.seen.counting()
	all := append([]sdk.Option{
		sdk.WithEndpoint(w.server.address), sdk.WithHTTPClient(&http.Client{Transport: traffic}),
		sdk.WithLogger(slog.New(w.seen)), sdk.WithResponseCheck(w.seen.report),
	}, options...)
	return must(iam.New(t.Context(), auth, all...))(t), traffic
}

// userID finds a user by name.
func (w *world) userID(t *testing.T, name string) string {
	t.Helper()
	for user, err := range w.admin.ListUsers(t.Context(), iam.ListUsersParams{Name: &name}) {
		ok(t, err)
		return *user.ID
	}
	t.Fatalf("no user %s", name)
	return ""
}

// ok ends the test at an error.
func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// must takes both results of a call: must(client.ShowUserV3(ctx, id))(t).
func must[T any](value T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		ok(t, err)
		return value
	}
}

// same fails the test where a result is not what was expected.
func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}
