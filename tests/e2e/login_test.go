//go:build e2e

package e2e

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
)

// applicationCredential is one of Keystone's own, which the pages do not have.
type applicationCredential struct{ ID, Name, Secret string }

func (w *world) newApplicationCredential(t *testing.T, name string) applicationCredential {
	t.Helper()
	var made struct {
		Credential applicationCredential `json:"application_credential"`
	}
	stack.OK(t, w.admin.Do(t.Context(), http.MethodPost, "/v3/users/"+w.adminID+"/application_credentials", map[string]any{
		"application_credential": map[string]any{"name": name, "roles": []map[string]string{{"id": w.roles["admin"]}}},
	}, &made))
	w.seen.Secret(made.Credential.Secret)
	return made.Credential
}

// login logs in in all ways that Keystone has, for all scopes.
func (w *world) login(t *testing.T) {
	ctx := t.Context()
	credential := w.newApplicationCredential(t, "e2e-login")
	token := stack.Must(w.auth(t, w.options()).Token(ctx))(t)
	at := w.server
	onProject := sdk.Scope{ProjectID: w.project, ProjectName: "admin", DomainID: "default", Region: "RegionOne"}
	onDomain := sdk.Scope{DomainID: "default", Region: "RegionOne"}
	for _, way := range []struct {
		name    string
		options keystone.Options
		scope   sdk.Scope
	}{
		{"password, project", w.options(), onProject},
		{"password, project by ID", keystone.Options{AuthURL: at + "/v3/", UserID: w.adminID, Password: stack.AdminPassword, ProjectID: w.project}, onProject},
		{"password, domain", keystone.Options{AuthURL: at, Username: stack.AdminName, UserDomainName: "Default", Password: stack.AdminPassword, DomainID: "default"}, onDomain},
		{"password, domain by name", keystone.Options{AuthURL: at, UserID: w.adminID, Password: stack.AdminPassword, DomainName: "Default"}, onDomain},
		{"password, no scope", keystone.Options{AuthURL: at, UserID: w.adminID, Password: stack.AdminPassword}, sdk.Scope{DomainID: "default"}},
		{"token as it is", keystone.Options{AuthURL: at, Token: token}, onProject},
		{"token for a domain", keystone.Options{AuthURL: at, Token: token, DomainID: "default"}, onDomain},
		{"application credential", keystone.Options{AuthURL: at, ApplicationCredentialID: credential.ID, ApplicationCredentialSecret: credential.Secret}, onProject},
		{"application credential by name", keystone.Options{AuthURL: at, Username: stack.AdminName, UserDomainID: "default",
			ApplicationCredentialName: credential.Name, ApplicationCredentialSecret: credential.Secret}, onProject},
	} {
		t.Run(way.name, func(t *testing.T) {
			auth := w.auth(t, way.options)
			stack.Same(t, "the scope", stack.Must(auth.Scope(ctx))(t), way.scope)
			user := stack.Must(w.client(t, auth).ShowUserV3(ctx, w.adminID))(t)
			stack.Same(t, "the name", stack.Value(user.Name), stack.AdminName)
			w.seen.WithoutSecrets(t, "what is printed", fmt.Sprintf("%v %+v %#v %s", auth, way.options, auth, way.options))
		})
	}
}

// environment reads the login from variables and from clouds.yaml.
func (w *world) environment(t *testing.T) {
	for _, entry := range os.Environ() {
		if name, _, _ := strings.Cut(entry, "="); strings.HasPrefix(name, "OS_") {
			t.Setenv(name, "")
		}
	}
	works := func(t *testing.T, options keystone.Options, err error) {
		t.Helper()
		stack.OK(t, err)
		user := stack.Must(w.client(t, w.auth(t, options)).ShowUserV3(t.Context(), w.adminID))(t)
		stack.Same(t, "the name", stack.Value(user.Name), stack.AdminName)
	}
	t.Run("password", func(t *testing.T) {
		t.Setenv("OS_AUTH_URL", w.server+"/v3")
		t.Setenv("OS_USERNAME", stack.AdminName)
		t.Setenv("OS_PASSWORD", stack.AdminPassword)
		t.Setenv("OS_USER_DOMAIN_NAME", "Default")
		t.Setenv("OS_PROJECT_NAME", "admin")
		t.Setenv("OS_PROJECT_DOMAIN_ID", "default")
		options, err := keystone.FromEnv()
		works(t, options, err)
	})
	t.Run("application credential", func(t *testing.T) {
		credential := w.newApplicationCredential(t, "e2e-environment")
		t.Setenv("OS_AUTH_URL", w.server)
		t.Setenv("OS_APPLICATION_CREDENTIAL_ID", credential.ID)
		t.Setenv("OS_APPLICATION_CREDENTIAL_SECRET", credential.Secret)
		options, err := keystone.FromEnv()
		works(t, options, err)
	})
	t.Run("clouds.yaml", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "clouds.yaml")
		stack.OK(t, os.WriteFile(file, fmt.Appendf(nil, `clouds:
  here:
    region_name: RegionOne
    auth:
      auth_url: %s/v3
      username: %s
      password: %s
      user_domain_name: Default
      project_id: %s
  whole:
    auth: {auth_url: "%s", username: %s, password: %s, user_domain_id: default, domain_id: default}
`, w.server, stack.AdminName, stack.AdminPassword, w.project, w.server, stack.AdminName, stack.AdminPassword), 0o600))
		t.Setenv("OS_CLIENT_CONFIG_FILE", file)
		options, err := keystone.FromCloud("whole")
		works(t, options, err)
		t.Setenv("OS_CLOUD", "here")
		options, err = keystone.FromEnv()
		stack.Same(t, "the region", options.Region, "RegionOne")
		works(t, options, err)
	})
}

// endpoint puts the service of this cloud into the catalogue, so that a client finds it.
func (w *world) endpoint(t *testing.T) {
	ctx := t.Context()
	auth := w.auth(t, w.options())
	if at, err := auth.Endpoint(ctx, sdk.Service{Name: "iam"}, ""); err == nil || !strings.Contains(err.Error(), "only identity") {
		t.Errorf("a service that is not listed has the address %q, %v", at, err)
	}
	var service struct{ Service iam.Service }
	stack.OK(t, w.admin.Do(ctx, http.MethodPost, "/v3/services", map[string]any{"service": map[string]any{"type": "iam", "name": "e2e"}}, &service))
	id := stack.Value(service.Service.ID)
	stack.OK(t, w.admin.Do(ctx, http.MethodPost, "/v3/endpoints", map[string]any{"endpoint": map[string]any{
		"service_id": id, "interface": "public", "region_id": "RegionOne", "url": w.server + "/v3",
	}}, nil))

	auth = w.auth(t, w.options()) // the catalogue comes with the token
	client := stack.Must(iam.New(ctx, auth))(t)
	stack.Same(t, "the name", stack.Value(stack.Must(client.ShowUserV3(ctx, w.adminID))(t).Name), stack.AdminName)
	if _, err := iam.New(ctx, auth, sdk.WithRegion("elsewhere")); err == nil || !strings.Contains(err.Error(), "RegionOne") {
		t.Errorf("in a region where it is not: %v", err)
	}
	var types []string
	for one, err := range client.ShowServiceCatalog(ctx) {
		stack.OK(t, err)
		types = append(types, stack.Value(one.Type))
	}
	if slices.Sort(types); !slices.Equal(types, []string{"iam", "identity"}) {
		t.Errorf("the catalogue has %v", types)
	}
	stack.OK(t, w.admin.Do(ctx, http.MethodDelete, "/v3/services/"+id, nil, nil))
}
