//go:build e2e

package e2e

import (
	"errors"
	"net/http"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
)

// catalogue reads services, endpoints, regions, and what the caller may work on.
func (w *world) catalogue(t *testing.T) {
	ctx := t.Context()
	var service, endpoint, region string
	for one, err := range w.admin.ListServices(ctx, iam.ListServicesParams{Type: new(iam.ListServicesTypeIdentity)}) {
		stack.OK(t, err)
		service = stack.Value(one.ID)
	}
	stack.Same(t, "the type of the service", stack.Value(stack.Must(w.admin.ShowService(ctx, service))(t).Type), "identity")
	for one, err := range w.admin.ListEndpoints(ctx, iam.ListEndpointsParams{ServiceID: &service}) {
		stack.OK(t, err)
		endpoint = stack.Value(one.ID)
	}
	shown := stack.Must(w.admin.ShowEndpoint(ctx, endpoint))(t)
	stack.Same(t, "the address", stack.Value(shown.URL), w.server+"/v3/")
	for one, err := range w.admin.ListRegions(ctx) {
		stack.OK(t, err)
		region = stack.Value(one.ID)
	}
	stack.Same(t, "the region", stack.Value(stack.Must(w.admin.ShowRegion(ctx, region))(t).ID), "RegionOne")
	if _, err := w.admin.ShowRegion(ctx, "none"); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("a region that is not there: %v", err)
	}

	services := 0
	for one, err := range w.admin.ShowServiceCatalog(ctx) {
		stack.OK(t, err)
		services++
		stack.Same(t, "the type in the catalogue", stack.Value(one.Type), "identity")
	}
	stack.Same(t, "the number of services", services, 1)
	projects, domains := 0, 0
	for one, err := range w.admin.ListProjectsAccessibleToUsers(ctx) {
		stack.OK(t, err)
		projects++
		stack.Same(t, "the project", stack.Value(one.ID), w.project)
	}
	for one, err := range w.admin.ListDomainsAccessibleToUsers(ctx) {
		stack.OK(t, err)
		domains++
		stack.Same(t, "the domain", stack.Value(one.ID), "default")
	}
	stack.Same(t, "the number of projects", projects, 1)
	stack.Same(t, "the number of domains", domains, 1)
}

// federation makes a mapping, an identity provider and its protocol.
func (w *world) federation(t *testing.T) {
	ctx := t.Context()
	var rules iam.CreateMappingRequestBody
	rules.Mapping.Rules = []iam.MappingRule{{
		Local: []iam.MappingRulesLocal{
			{User: &iam.MappingRulesLocalUser{Name: "{0}"}},
			{Group: &iam.MappingRulesLocalGroup{Name: "guests"}},
		},
		Remote: []iam.MappingRulesRemote{{Type: "UserName"}, {Type: "Groups", AnyOneOf: []string{"staff"}}},
	}}
	if _, err := w.admin.CreateMapping(ctx, "e2e-mapping", rules); errors.Is(err, sdk.ErrBadRequest) {
		w.seen.Differ("CreateMapping: the group of a rule must have a domain, which the pages do not have: 400")
	} else {
		t.Errorf("a group without a domain: %v", err)
	}
	rules.Mapping.Rules[0].Local[1].Group.Kept.Set("domain", []byte(`{"id": "default"}`))
	made := stack.Must(w.admin.CreateMapping(ctx, "e2e-mapping", rules))(t)
	stack.Same(t, "the user of the rule", stack.Value(made.Rules[0].Local[0].User.Name), "{0}")
	shown := stack.Must(w.admin.ShowMapping(ctx, "e2e-mapping"))(t)
	stack.Same(t, "the group of the rule", stack.Value(shown.Rules[0].Local[1].Group.Name), "guests")
	changed := stack.Must(w.admin.UpdateMapping(ctx, "e2e-mapping", iam.UpdateMappingRequestBody{Mapping: rules.Mapping}))(t)
	stack.Same(t, "the ID", stack.Value(changed.ID), "e2e-mapping")
	for one, err := range w.admin.ListMappings(ctx) {
		stack.OK(t, err)
		stack.Same(t, "the mapping", stack.Value(one.ID), "e2e-mapping")
	}

	w.identityProvider(t)
	w.protocol(t)
	stack.OK(t, w.admin.DeleteIdentityProvider(ctx, "e2e-idp"))
	if _, err := w.admin.ShowIdentityProvider(ctx, "e2e-idp"); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("after it was deleted: %v", err)
	}
	stack.OK(t, w.admin.DeleteMapping(ctx, "e2e-mapping"))
	if _, err := w.admin.ShowMapping(ctx, "e2e-mapping"); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("after it was deleted: %v", err)
	}

	for one, err := range w.admin.ListProjectsAccessibleToFederatedUsers(ctx) {
		stack.OK(t, err)
		stack.Same(t, "the project", stack.Value(one.ID), w.project)
	}
	for one, err := range w.admin.ListDomainsAccessibleToFederatedUsers(ctx) {
		stack.OK(t, err)
		stack.Same(t, "the domain", stack.Value(one.ID), "default")
	}
}

func (w *world) identityProvider(t *testing.T) {
	ctx := t.Context()
	body := iam.CreateIdentityProviderRequestBody{IdentityProvider: iam.IdentityProviderRequest{Description: new("first"), Enabled: new(true)}}
	made := stack.Must(w.admin.CreateIdentityProvider(ctx, "e2e-idp", body))(t)
	stack.Same(t, "the ID", stack.Value(made.ID), "e2e-idp")
	if _, err := w.admin.CreateIdentityProvider(ctx, "e2e-idp", body); !errors.Is(err, sdk.ErrConflict) {
		t.Errorf("the same ID once more: %v", err)
	}
	sso := body
	sso.IdentityProvider.SSOType = new(iam.IdentityProviderRequestSSOTypeVirtualUserSSO)
	if _, err := w.admin.CreateIdentityProvider(ctx, "e2e-other", sso); errors.Is(err, sdk.ErrBadRequest) {
		w.seen.Differ("CreateIdentityProvider: sso_type is not known: 400")
	} else {
		t.Errorf("with an sso_type: %v", err)
	}
	changed := stack.Must(w.admin.UpdateSAMLIdentityProvider(ctx, "e2e-idp", iam.UpdateSAMLIdentityProviderRequestBody{
		IdentityProvider: iam.UpdateSAMLIdentityProviderFields{Description: new("second")},
	}))(t)
	stack.Same(t, "the new description", stack.Value(changed.Description), "second")
	stack.Same(t, "the description", stack.Value(stack.Must(w.admin.ShowIdentityProvider(ctx, "e2e-idp"))(t).Description), "second")
	for one, err := range w.admin.ListIdentityProviders(ctx) {
		stack.OK(t, err)
		stack.Same(t, "the identity provider", stack.Value(one.ID), "e2e-idp")
	}
}

func (w *world) protocol(t *testing.T) {
	ctx := t.Context()
	mapping := new("e2e-mapping")
	made := stack.Must(w.admin.RegisterProtocol(ctx, "e2e-idp", "saml", iam.RegisterProtocolRequestBody{Protocol: iam.RegisterProtocolFields{MappingID: mapping}}))(t)
	stack.Same(t, "the ID", stack.Value(made.ID), "saml")
	changed := stack.Must(w.admin.UpdateProtocol(ctx, "e2e-idp", "saml", iam.UpdateProtocolRequestBody{Protocol: iam.ProtocolRequest{MappingID: mapping}}))(t)
	stack.Same(t, "the mapping", stack.Value(changed.MappingID), "e2e-mapping")
	stack.Same(t, "the mapping", stack.Value(stack.Must(w.admin.ShowProtocol(ctx, "e2e-idp", "saml"))(t).MappingID), "e2e-mapping")
	for one, err := range w.admin.ListProtocols(ctx, "e2e-idp") {
		stack.OK(t, err)
		stack.Same(t, "the protocol", stack.Value(one.ID), "saml")
	}

	// A login of a federated user needs a web server before Keystone that knows the user;
	// here nobody says who it is. The error has the form that the pages have for it.
	_, err := w.admin.ObtainUnscopedTokenWithOpenIDConnectIDToken(ctx, "e2e-idp", "saml")
	var failed *sdk.Error
	if !errors.As(err, &failed) || failed.StatusCode < http.StatusBadRequest || failed.RequestID == "" {
		t.Errorf("a federated login of nobody: %v", err)
	}
	if _, err := w.admin.ShowUnscopedToken(ctx, "e2e-idp", "saml", iam.ShowUnscopedTokenParams{}); !errors.As(err, &failed) {
		t.Errorf("a federated login of nobody: %v", err)
	}
	stack.OK(t, w.admin.DeleteProtocol(ctx, "e2e-idp", "saml"))
	if _, err := w.admin.ShowProtocol(ctx, "e2e-idp", "saml"); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("after it was deleted: %v", err)
	}
}
