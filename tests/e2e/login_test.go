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
)

// applicationCredential is one of Keystone's own, which the pages do not have.
type applicationCredential struct{ ID, Name, Secret string }

func (w *world) newApplicationCredential(t *testing.T, name string) applicationCredential {
	t.Helper()
	var made struct {
		Credential applicationCredential `json:"application_credential"`
	}
	ok(t, w.admin.Do(t.Context(), http.MethodPost, "/v3/users/"+w.adminID+"/application_credentials", map[string]any{
		"application_credential": map[string]any{"name": name, "roles": []map[string]string{{"id": w.roles["admin"]}}},
	}, &made))
	w.seen.secret(made.Credential.Secret)
	return made.Credential
}

// login logs in in all ways that Keystone has, for all scopes.
func (w *world) login(t *testing.T) {
	ctx := t.Context()
	credential := w.newApplicationCredential(t, "e2e-login")
	token := must(w.auth(t, w.options()).Token(ctx))(t)
	at := w.server.address
	onProject := sdk.Scope{ProjectID: w.project, ProjectName: "admin", DomainID: "default", Region: "RegionOne"}
	onDomain := sdk.Scope{DomainID: "default", Region: "RegionOne"}
	for _, way := range []struct {
		name    string
		options keystone.Options
		scope   sdk.Scope
	}{
		{"password, project", w.options(), onProject},
		{"password, project by ID", keystone.Options{AuthURL: at + "/v3/", UserID: w.adminID, Password: adminPassword, ProjectID: w.project}, onProject},
		{"password, domain", keystone.Options{AuthURL: at, Username: adminName, UserDomainName: "Default", Password: adminPassword, DomainID: "default"}, onDomain},
		{"password, domain by name", keystone.Options{AuthURL: at, UserID: w.adminID, Password: adminPassword, DomainName: "Default"}, onDomain},
		{"password, no scope", keystone.Options{AuthURL: at, UserID: w.adminID, Password: adminPassword}, sdk.Scope{DomainID: "default"}},
		{"token as it is", keystone.Options{AuthURL: at, Token: token}, onProject},
		{"token for a domain", keystone.Options{AuthURL: at, Token: token, DomainID: "default"}, onDomain},
		{"application credential", keystone.Options{AuthURL: at, ApplicationCredentialID: credential.ID, ApplicationCredentialSecret: credential.Secret}, onProject},
		{"application credential by name", keystone.Options{AuthURL: at, Username: adminName, UserDomainID: "default",
			ApplicationCredentialName: credential.Name, ApplicationCredentialSecret: credential.Secret}, onProject},
	} {
		t.Run(way.name, func(t *testing.T) {
			auth := w.auth(t, way.options)
			same(t, "the scope", must(auth.Scope(ctx))(t), way.scope)
			user := must(w.client(t, auth).ShowUserV3(ctx, w.adminID))(t)
			same(t, "the name", value(user.Name), adminName)
			w.seen.withoutSecrets(t, "what is printed", fmt.Sprintf("%v %+v %#v %s", auth, way.options, auth, way.options))
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
		ok(t, err)
		user := must(w.client(t, w.auth(t, options)).ShowUserV3(t.Context(), w.adminID))(t)
		same(t, "the name", value(user.Name), adminName)
	}
	t.Run("password", func(t *testing.T) {
		t.Setenv("OS_AUTH_URL", w.server.address+"/v3")
		t.Setenv("OS_USERNAME", adminName)
		t.Setenv("OS_PASSWORD", adminPassword)
		t.Setenv("OS_USER_DOMAIN_NAME", "Default")
		t.Setenv("OS_PROJECT_NAME", "admin")
		t.Setenv("OS_PROJECT_DOMAIN_ID", "default")
		options, err := keystone.FromEnv()
		works(t, options, err)
	})
	t.Run("application credential", func(t *testing.T) {
		credential := w.newApplicationCredential(t, "e2e-environment")
		t.Setenv("OS_AUTH_URL", w.server.address)
		t.Setenv("OS_APPLICATION_CREDENTIAL_ID", credential.ID)
		t.Setenv("OS_APPLICATION_CREDENTIAL_SECRET", credential.Secret)
		options, err := keystone.FromEnv()
		works(t, options, err)
	})
	t.Run("clouds.yaml", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "clouds.yaml")
		ok(t, os.WriteFile(file, fmt.Appendf(nil, `clouds:
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
`, w.server.address, adminName, adminPassword, w.project, w.server.address, adminName, adminPassword), 0o600))
		t.Setenv("OS_CLIENT_CONFIG_FILE", file)
		options, err := keystone.FromCloud("whole")
		works(t, options, err)
		t.Setenv("OS_CLOUD", "here")
		options, err = keystone.FromEnv()
		same(t, "the region", options.Region, "RegionOne")
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
	ok(t, w.admin.Do(ctx, http.MethodPost, "/v3/services", map[string]any{"service": map[string]any{"type": "iam", "name": "e2e"}}, &service))
	id := value(service.Service.ID)
	ok(t, w.admin.Do(ctx, http.MethodPost, "/v3/endpoints", map[string]any{"endpoint": map[string]any{
		"service_id": id, "interface": "public", "region_id": "RegionOne", "url": w.server.address + "/v3",
	}}, nil))

	auth = w.auth(t, w.options()) // the catalogue comes with the token
	client := must(iam.New(ctx, auth))(t)
	same(t, "the name", value(must(client.ShowUserV3(ctx, w.adminID))(t).Name), adminName)
	if _, err := iam.New(ctx, auth, sdk.WithRegion("elsewhere")); err == nil || !strings.Contains(err.Error(), "RegionOne") {
		t.Errorf("in a region where it is not: %v", err)
	}
	var types []string
	for one, err := range client.ShowServiceCatalog(ctx) {
		ok(t, err)
		types = append(types, value(one.Type))
	}
	if slices.Sort(types); !slices.Equal(types, []string{"iam", "identity"}) {
		t.Errorf("the catalogue has %v", types)
	}
	ok(t, w.admin.Do(ctx, http.MethodDelete, "/v3/services/"+id, nil, nil))
}
