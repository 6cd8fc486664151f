//go:build e2e

package e2e

import (
	"errors"
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
)

// newUser makes a user and gives its ID.
func (w *world) newUser(t *testing.T, name, password string) string {
	t.Helper()
	w.seen.secret(password)
	user := must(w.admin.CreateUser(t.Context(), iam.CreateUserRequestBody{User: iam.CreateUserFields{
		Name: name, DomainID: new("default"), Enabled: new(true), Password: &password, Description: new("of a test"),
	}}))(t)
	return value(user.ID)
}

// users makes, lists, changes and removes a user.
func (w *world) users(t *testing.T) {
	ctx := t.Context()
	id := w.newUser(t, "e2e-user", "SecretOfUser1203")
	body := iam.CreateUserRequestBody{User: iam.CreateUserFields{Name: "e2e-user", DomainID: new("default")}}
	if _, err := w.admin.CreateUser(ctx, body); !errors.Is(err, sdk.ErrConflict) {
		t.Errorf("the same name once more: %v", err)
	}

	shown := must(w.admin.ShowUserV3(ctx, id))(t)
	same(t, "the name", value(shown.Name), "e2e-user")
	same(t, "whether it is enabled", value(shown.Enabled), true)
	var found []string
	for user, err := range w.admin.ListUsers(ctx, iam.ListUsersParams{DomainID: new("default"), Name: new("e2e-user"), Enabled: new(iam.ListUsersEnabledTrue)}) {
		ok(t, err)
		found = append(found, value(user.ID))
	}
	if !slices.Equal(found, []string{id}) {
		t.Errorf("by its name is found %v, want %s", found, id)
	}

	changed := must(w.admin.ModifyUser(ctx, id, iam.ModifyUserRequestBody{
		User: iam.ModifyUserFields{Enabled: new(false), Description: new("second")},
	}))(t)
	same(t, "whether it is enabled", value(changed.Enabled), false)
	same(t, "the new description", must(changed.Description.AsString())(t), "second")

	for project, err := range w.admin.ListUserProjects(ctx, id) {
		ok(t, err)
		t.Errorf("a user without roles has the project %s", value(project.Name))
	}
	ok(t, w.admin.DeleteUser(ctx, id))
	if _, err := w.admin.ShowUserV3(ctx, id); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("after it was deleted: %v", err)
	}
	if err := w.admin.DeleteUser(ctx, id); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("deleted once more: %v", err)
	}
}

// passwords has a user change its own.
func (w *world) passwords(t *testing.T) {
	ctx := t.Context()
	const before, after = "SecretBefore8834", "SecretAfter2289"
	id := w.newUser(t, "e2e-password", before)
	w.seen.secret(after)
	login := keystone.Options{AuthURL: w.server.address, UserID: id, Password: before}
	client := w.client(t, w.auth(t, login))
	change := iam.ChangePasswordRequestBody{User: iam.ChangePasswordUser{OriginalPassword: before, Password: after}}
	ok(t, client.ChangePassword(ctx, id, change))

	err := w.auth(t, login).Login(ctx)
	if !errors.Is(err, sdk.ErrUnauthorized) {
		t.Errorf("with the old password: %v", err)
	}
	login.Password = after
	ok(t, w.auth(t, login).Login(ctx))

	// What the server must have refused did not happen: neither password is in the error.
	err = client.ChangePassword(ctx, id, change)
	if !errors.Is(err, sdk.ErrUnauthorized) {
		t.Errorf("the old password once more: %v", err)
	}
	w.seen.withoutSecrets(t, "the error", err.Error())

	policy := must(w.admin.ShowPasswordStrengthPolicy(ctx, "default"))(t)
	option := must(w.admin.ShowPasswordStrengthPolicyByOption(ctx, "default", "password_regex"))(t)
	same(t, "the rule for passwords", value(policy.SecurityCompliance.PasswordRegex), "^.{6,}$")
	same(t, "the rule for passwords", value(option.PasswordRegex), "^.{6,}$")
	ok(t, w.admin.DeleteUser(ctx, id))
}

// groups makes a group, puts a user in, and removes both.
func (w *world) groups(t *testing.T) {
	ctx := t.Context()
	user := w.newUser(t, "e2e-member", "SecretOfMember77")
	body := iam.CreateUserGroupRequestBody{Group: iam.GroupRequest{Name: "e2e-group", DomainID: new("default"), Description: new("first")}}
	group := value(must(w.admin.CreateUserGroup(ctx, body))(t).ID)
	if _, err := w.admin.CreateUserGroup(ctx, body); !errors.Is(err, sdk.ErrConflict) {
		t.Errorf("the same name once more: %v", err)
	}
	shown := must(w.admin.ShowUserGroup(ctx, group))(t)
	same(t, "the description", value(shown.Description), "first")
	changed := must(w.admin.UpdateUserGroup(ctx, group, iam.UpdateUserGroupRequestBody{Group: iam.UpdateUserGroupFields{Description: new("second")}}))(t)
	same(t, "the new description", value(changed.Description), "second")
	var found []string
	for one, err := range w.admin.ListUserGroups(ctx, iam.ListUserGroupsParams{Name: new("e2e-group")}) {
		ok(t, err)
		found = append(found, value(one.ID))
	}
	if !slices.Equal(found, []string{group}) {
		t.Errorf("by its name is found %v, want %s", found, group)
	}

	if err := w.admin.CheckUserBelongsToUserGroup(ctx, group, user); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("a user that is not in the group: %v", err)
	}
	ok(t, w.admin.AddUserToGroup(ctx, group, user))
	ok(t, w.admin.CheckUserBelongsToUserGroup(ctx, group, user))
	for member, err := range w.admin.ListUsersInGroup(ctx, group, iam.ListUsersInGroupParams{}) {
		ok(t, err)
		same(t, "the member", value(member.ID), user)
	}
	for one, err := range w.admin.ShowUserGroupOfUser(ctx, user) {
		ok(t, err)
		same(t, "the group of the user", value(one.ID), group)
	}
	ok(t, w.admin.DeleteUserFromGroup(ctx, group, user))
	if err := w.admin.DeleteUserFromGroup(ctx, group, user); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("removed from the group once more: %v", err)
	}

	ok(t, w.admin.DeleteUserGroup(ctx, group))
	if _, err := w.admin.ShowUserGroup(ctx, group); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("after it was deleted: %v", err)
	}
	ok(t, w.admin.DeleteUser(ctx, user))
}
