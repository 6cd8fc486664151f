//go:build e2e

package e2e

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base32"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
)

// versions asks for what needs no token.
func (w *world) versions(t *testing.T) {
	nobody := w.client(t, sdk.NoAuth())
	version := stack.Must(nobody.ShowKeystoneAPIVersion30(t.Context()))(t)
	if !strings.HasPrefix(stack.Value(version.ID), "v3.") || stack.Value(version.Status) != "stable" {
		t.Errorf("the version is %q, %q", stack.Value(version.ID), stack.Value(version.Status))
	}
	// The response has the status 300, which the pages have for a success.
	var raw sdk.Response
	all := stack.Must(nobody.ShowKeystoneAPIVersion(t.Context(), sdk.WithCapture(&raw)))(t)
	stack.Same(t, "the status", raw.StatusCode(), http.StatusMultipleChoices)
	if len(all.Values) != 1 || stack.Value(all.Values[0].ID) != stack.Value(version.ID) {
		t.Errorf("the versions are %+v", all.Values)
	}
}

// password is a body that asks for a token of a project.
func password(user, secret, project string) iam.ObtainUserTokenThroughPasswordAuthenticationRequestBody {
	var body iam.ObtainUserTokenThroughPasswordAuthenticationRequestBody
	body.Auth.Identity.Methods = []string{"password"}
	body.Auth.Identity.Password.User.Name = user
	body.Auth.Identity.Password.User.Password = secret
	body.Auth.Identity.Password.User.Domain.Name = "Default"
	body.Auth.Scope.Project = &iam.AuthScopeProject{ID: &project}
	return body
}

// issue gets a token through the generated client; the token itself is in a header.
func (w *world) issue(t *testing.T, user, secret string) (string, *iam.Token) {
	t.Helper()
	var raw sdk.Response
	w.seen.Secret(secret)
	described := stack.Must(w.client(t, sdk.NoAuth()).ObtainUserTokenThroughPasswordAuthentication(t.Context(),
		iam.ObtainUserTokenThroughPasswordAuthenticationParams{}, password(user, secret, w.project), sdk.WithCapture(&raw)))(t)
	token := raw.HTTPResponse.Header.Get("X-Subject-Token")
	if token == "" {
		t.Fatal("no token came")
	}
	return token, described
}

// tokens gets, looks at, exchanges and revokes tokens.
func (w *world) tokens(t *testing.T) {
	ctx := t.Context()
	token, described := w.issue(t, stack.AdminName, stack.AdminPassword)
	stack.Same(t, "the project", stack.Value(described.Project.ID), w.project)
	stack.Same(t, "the user", stack.Value(described.User.ID), w.adminID)
	if !described.User.PasswordExpiresAt.IsNull() {
		t.Error("the end of the password is not null, and Keystone has none")
	}
	life := stack.Must(described.ExpiresAt.Time())(t).Sub(stack.Must(described.IssuedAt.Time())(t))
	if off := (life - time.Hour).Abs(); off > time.Minute { // its two ends are read from the clock one after the other
		t.Errorf("its life is %s, want an hour", life)
	}
	stack.Same(t, "the first service", stack.Value(described.Catalog[0].Type), "identity")
	if audit, kept := described.Kept.Get("audit_ids"); !kept || !json.Valid(audit) {
		t.Errorf("audit_ids, which the pages do not have, is kept as %q", audit)
	}

	stack.OK(t, w.admin.VerifyToken(ctx, iam.VerifyTokenParams{XSubjectToken: token}))
	seen := stack.Must(w.admin.VerifyTokenAndReturnValidToken(ctx, iam.VerifyTokenAndReturnValidTokenParams{XSubjectToken: token}))(t)
	stack.Same(t, "the token's user", stack.Value(seen.User.Name), stack.AdminName)
	short := stack.Must(w.admin.VerifyTokenAndReturnValidToken(ctx,
		iam.VerifyTokenAndReturnValidTokenParams{XSubjectToken: token, Nocatalog: new("true")}))(t)
	if len(seen.Catalog) == 0 || len(short.Catalog) != 0 {
		t.Errorf("the catalogue has %d services, and %d with nocatalog", len(seen.Catalog), len(short.Catalog))
	}

	var raw sdk.Response
	var exchange iam.ObtainScopedTokenRequestBody
	exchange.Auth.Identity.Methods = []string{"token"}
	exchange.Auth.Identity.Token.ID = token
	exchange.Auth.Scope.Domain = &iam.AuthScopeDomain{ID: new("default")}
	scoped := stack.Must(w.client(t, sdk.NoAuth()).ObtainScopedToken(ctx, exchange, sdk.WithCapture(&raw)))(t)
	if !slices.Contains(scoped.Methods, "token") || stack.Value(scoped.Domain.ID) != "default" {
		t.Errorf("the exchanged token is by %v for %v", scoped.Methods, scoped.Domain)
	}

	stack.OK(t, w.admin.DeleteUserToken(ctx, iam.DeleteUserTokenParams{XSubjectToken: token}))
	err := w.admin.VerifyToken(ctx, iam.VerifyTokenParams{XSubjectToken: token})
	if !errors.Is(err, sdk.ErrNotFound) { // a response without a body, as it was asked by HEAD
		t.Errorf("a revoked token is looked up with %v", err)
	}
	err = w.admin.DeleteUserToken(ctx, iam.DeleteUserTokenParams{XSubjectToken: token})
	if !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("a revoked token is revoked with %v", err)
	}
	_, err = w.client(t, sdk.Token(token)).ShowUserV3(ctx, w.adminID)
	if !errors.Is(err, sdk.ErrUnauthorized) {
		t.Errorf("a revoked token is used with %v", err)
	}

	// Agencies are of this cloud only.
	var agency iam.ObtainAgencyTokenRequestBody
	agency.Auth.Identity.Methods = []string{"assume_role"}
	agency.Auth.Identity.AssumeRole.DomainID = new("default")
	agency.Auth.Identity.AssumeRole.AgencyName = "nobody"
	agency.Auth.Scope.Domain = &iam.AuthScopeDomain{ID: new("default")}
	if _, err := w.admin.ObtainAgencyToken(ctx, agency); errors.Is(err, sdk.ErrUnauthorized) {
		w.seen.Differ("ObtainAgencyToken: there are no agencies: 401")
	} else {
		t.Errorf("a token of an agency: %v", err)
	}
}

// passcode logs in with a password and the number that an MFA device shows.
func (w *world) passcode(t *testing.T) {
	ctx := t.Context()
	const name, secret = "e2e-totp", "SecretOfTotp5512"
	user := w.newUser(t, name, secret)
	seed := []byte("SeedOfTheDevice42")
	w.seen.Secret(base32.StdEncoding.EncodeToString(seed))
	stack.OK(t, w.admin.Do(ctx, http.MethodPost, "/v3/credentials", map[string]any{"credential": map[string]any{
		"type": "totp", "user_id": user, "blob": strings.TrimRight(base32.StdEncoding.EncodeToString(seed), "="),
	}}, nil))
	stack.OK(t, w.admin.Do(ctx, http.MethodPut, "/v3/projects/"+w.project+"/users/"+user+"/roles/"+w.roles["member"], nil, nil))

	body := iam.ObtainUserTokenThroughPasswordAuthenticationAndVirtualMFARequestBody{}
	identity := &body.Auth.Identity
	identity.Methods = append(identity.Methods, "password", "totp")
	identity.Password.User.Name, identity.Password.User.Password = name, w.seen.Secret(secret)
	identity.Password.User.Domain.Name = "Default"
	identity.TOTP = &iam.AuthIdentityTOTP{}
	identity.TOTP.User.ID, identity.TOTP.User.Passcode = user, passcode(seed, time.Now())
	body.Auth.Scope.Project = &iam.AuthScopeProject{ID: &w.project}
	token := stack.Must(w.client(t, sdk.NoAuth()).ObtainUserTokenThroughPasswordAuthenticationAndVirtualMFA(ctx,
		iam.ObtainUserTokenThroughPasswordAuthenticationAndVirtualMFAParams{}, body))(t)
	if !slices.Contains(token.Methods, "password") || !slices.Contains(token.Methods, "totp") {
		t.Errorf("the token is by %v", token.Methods)
	}

	// Keystone takes both methods at once from package keystone, too.
	options := keystone.Options{AuthURL: w.server, UserID: user, Password: secret, ProjectID: w.project}
	options.Passcode = passcode(seed, time.Now())
	stack.OK(t, w.auth(t, options).Login(ctx))
	options.Passcode = "000000" // right once in a million
	if err := w.auth(t, options).Login(ctx); !errors.Is(err, sdk.ErrUnauthorized) {
		t.Errorf("with a wrong passcode: %v", err)
	}
	stack.OK(t, w.admin.DeleteUser(ctx, user))
}

// passcode is the number of RFC 6238.
func passcode(seed []byte, now time.Time) string {
	mac := hmac.New(sha1.New, seed)
	var counter [8]byte
	binary.BigEndian.PutUint64(counter[:], uint64(now.Unix()/30))
	mac.Write(counter[:])
	sum := mac.Sum(nil)
	offset := sum[len(sum)-1] & 15
	return fmt.Sprintf("%06d", binary.BigEndian.Uint32(sum[offset:])&0x7fffffff%1000000)
}
