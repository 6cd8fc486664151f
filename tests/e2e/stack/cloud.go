//go:build linux

package stack

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
)

// Cloud is a Keystone with a catalogue, and the folder in which its services keep
// their data.
type Cloud struct {
	Identity string // address of Keystone
	Brief    string // address of one whose tokens live for BriefLife

	dir      string
	admin    *iam.Client
	roles    map[string]string // IDs by name
	Projects map[string]string // IDs by name: admin, demo, other
	Images   string            // address of Glance, once it is started
}

// BriefLife is the life of the tokens of the second Keystone.
const BriefLife = 12 * time.Second

// NewCloud starts Keystone, and makes the users demo and other, each with a project of that
// name. The first user is the administrator of all of them.
func NewCloud(t *testing.T) *Cloud {
	t.Helper()
	in := NewKeystone(t)
	c := &Cloud{dir: t.TempDir(), roles: map[string]string{}, Projects: map[string]string{}}
	c.Identity = in.Start(t, "hour", time.Hour, 1000, true)
	c.Brief = in.Start(t, "brief", BriefLife, 1000, false)
	auth, err := keystone.New(c.Login(AdminName, "admin"))
	OK(t, err)
	c.admin, err = iam.New(t.Context(), auth, sdk.WithEndpoint(c.Identity), sdk.WithoutValidation()) // the names are short
	OK(t, err)
	for role, err := range c.admin.ListRoles(t.Context(), iam.ListRolesParams{}) {
		OK(t, err)
		c.roles[sdk.Text(role.Name)] = sdk.Text(role.ID)
	}
	for project, err := range c.admin.ListProjectsAccessibleToUsers(t.Context()) {
		OK(t, err)
		c.Projects[sdk.Text(project.Name)] = sdk.Text(project.ID)
	}
	c.user(t, "service", "admin", servicePassword)
	c.user(t, "demo", "member", UserPassword)
	c.user(t, "other", "member", UserPassword)
	return c
}

// Login has what a user needs to log in for a project.
func (c *Cloud) Login(user, project string) keystone.Options {
	password := UserPassword
	if user == AdminName {
		password = AdminPassword
	}
	return keystone.Options{AuthURL: c.Identity, Username: user, UserDomainID: "default", Password: password, ProjectName: project, ProjectDomainID: "default"}
}

// user makes a user and a project of one name. What the pages of identity do not have is
// called by its path.
func (c *Cloud) user(t *testing.T, name, role, password string) {
	t.Helper()
	ctx := t.Context()
	project, err := c.admin.CreateProject(ctx, iam.CreateProjectRequestBody{Project: iam.ProjectRequest{Name: name, ParentID: "default"}})
	OK(t, err)
	c.Projects[name] = sdk.Text(project.ID)
	user, err := c.admin.CreateUser(ctx, iam.CreateUserRequestBody{User: iam.CreateUserFields{Name: name, DomainID: new("default"), Password: &password}})
	OK(t, err)
	OK(t, c.admin.Do(ctx, http.MethodPut, fmt.Sprintf("/v3/projects/%s/users/%s/roles/%s", c.Projects[name], sdk.Text(user.ID), c.roles[role]), nil, nil))
}

// register puts a service into the catalogue.
func (c *Cloud) register(t *testing.T, kind, address string) {
	t.Helper()
	var made struct{ Service struct{ ID string } }
	OK(t, c.admin.Do(t.Context(), http.MethodPost, "/v3/services", map[string]any{"service": map[string]any{"type": kind, "name": kind}}, &made))
	OK(t, c.admin.Do(t.Context(), http.MethodPost, "/v3/endpoints", map[string]any{"endpoint": map[string]any{
		"service_id": made.Service.ID, "interface": "public", "region_id": "RegionOne", "url": address,
	}}, nil))
}

// authToken is the section of a configuration by which a service checks tokens.
func (c *Cloud) authToken() string {
	return fmt.Sprintf(`[keystone_authtoken]
www_authenticate_uri = %[1]s
auth_url = %[1]s
auth_type = password
interface = public
username = service
password = %[2]s
project_name = service
user_domain_id = default
project_domain_id = default
service_token_roles_required = false
[oslo_policy]
enforce_scope = false
enforce_new_defaults = false
`, c.Identity, servicePassword)
}
