//go:build e2e

// Package e2e drives the runtime and the client that is generated from the pages of
// Identity and Access Management against a real server: OpenStack Keystone, which has
// the same protocol. It needs keystone-manage and keystone-wsgi-public in the PATH, and
// Linux.
package e2e

import (
	"net/http"
	"path/filepath"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
)

// What the servers differ in. briefLife is the life of the tokens of the second one, half
// of which a test has for noticing that a token is old.
const (
	hourLife   = time.Hour
	briefLife  = 14 * time.Second
	noLimit    = 10000
	briefLimit = 3 // items of a list
)

// deadline is for what a test waits for. It is long, because a busy machine is not a fault.
const deadline = 2 * time.Minute

// world is what all tests share. They run one after the other and may rely on what is in
// it, but not on what another test has made.
type world struct {
	server string // address; tokens live for an hour
	brief  string // address of the same users; tokens live for seconds, and lists are cut
	seen   *stack.Record

	admin   *iam.Client // of the project of the first user
	adminID string
	project string            // its project
	roles   map[string]string // IDs by name
}

// TestKeystone has one server for all of its parts, since starting it takes seconds.
func TestKeystone(t *testing.T) {
	in := stack.NewKeystone(t)
	w := &world{seen: stack.NewRecord(t, filepath.Join(golden.Root(t), "spec", "iam.yaml")), roles: map[string]string{}}
	w.server = in.Start(t, "hour", hourLife, noLimit, true)
	w.brief = in.Start(t, "brief", briefLife, briefLimit, false)
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
	if t.Failed() || stack.Partly() {
		t.Log("the differences are not compared, because not everything was done")
		return
	}
	w.seen.Finish(t, "identity", "differences.txt")
}

// prepare makes the client of the first user and lets it work on the whole domain.
func (w *world) prepare(t *testing.T) {
	t.Helper()
	auth := w.auth(t, w.options())
	scope := stack.Must(auth.Scope(t.Context()))(t)
	w.project = scope.ProjectID
	w.admin = w.client(t, auth)
	w.adminID = w.userID(t, stack.AdminName)
	for role, err := range w.admin.ListRoles(t.Context(), iam.ListRolesParams{}) {
		stack.OK(t, err)
		w.roles[*role.Name] = *role.ID
	}
	// The pages grant roles to groups only, so this is not a documented operation.
	stack.OK(t, w.admin.Do(t.Context(), http.MethodPut, "/v3/domains/default/users/"+w.adminID+"/roles/"+w.roles["admin"], nil, nil))
}

// options log in the first user for his project.
func (w *world) options() keystone.Options {
	return keystone.Options{AuthURL: w.server, Username: stack.AdminName, UserDomainID: "default", Password: stack.AdminPassword, ProjectName: "admin"}
}

// auth makes an Auth whose tokens are known as secrets.
func (w *world) auth(t *testing.T, options keystone.Options) *keystone.Auth {
	t.Helper()
	auth, _ := w.counted(t, options)
	return auth
}

// counted also counts the logins.
func (w *world) counted(t *testing.T, options keystone.Options) (*keystone.Auth, *stack.Traffic) {
	t.Helper()
	for _, secret := range []string{options.Password, options.Token, options.ApplicationCredentialSecret} {
		w.seen.Secret(secret)
	}
	traffic := w.seen.Counting()
	options.HTTPClient = &http.Client{Transport: traffic}
	return stack.Must(keystone.New(options))(t), traffic
}

// client makes a client that the record watches.
func (w *world) client(t *testing.T, auth sdk.Auth, options ...sdk.Option) *iam.Client {
	t.Helper()
	client, _ := w.watched(t, auth, options...)
	return client
}

// watched also counts the responses.
func (w *world) watched(t *testing.T, auth sdk.Auth, options ...sdk.Option) (*iam.Client, *stack.Traffic) {
	t.Helper()
	traffic := w.seen.Counting()
	all := append(w.seen.Options(&http.Client{Transport: traffic}), sdk.WithEndpoint(w.server))
	all = append(all, options...)
	return stack.Must(iam.New(t.Context(), auth, all...))(t), traffic
}

// userID finds a user by name.
func (w *world) userID(t *testing.T, name string) string {
	t.Helper()
	for user, err := range w.admin.ListUsers(t.Context(), iam.ListUsersParams{Name: &name}) {
		stack.OK(t, err)
		return *user.ID
	}
	t.Fatalf("no user %s", name)
	return ""
}
