//go:build e2e

package e2e

import (
	"errors"
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
)

// newUser makes a user and gives its ID.
func (w *world) newUser(t *testing.T, name, password string) string {
	t.Helper()
	w.seen.Secret(password)
	user := stack.Must(w.admin.CreateUser(t.Context(), iam.CreateUserRequestBody{User: iam.CreateUserFields{
		Name: name, DomainID: new("default"), Enabled: new(true), Password: &password, Description: new("of a test"),
	}}))(t)
	return stack.Value(user.ID)
}

// users makes, lists, changes and removes a user.
func (w *world) users(t *testing.T) {
	ctx := t.Context()
	id := w.newUser(t, "e2e-user", "SecretOfUser1203")
	body := iam.CreateUserRequestBody{User: iam.CreateUserFields{Name: "e2e-user", DomainID: new("default")}}
	if _, err := w.admin.CreateUser(ctx, body); !errors.Is(err, sdk.ErrConflict) {
		t.Errorf("the same name once more: %v", err)
	}

	shown := stack.Must(w.admin.ShowUserV3(ctx, id))(t)
	stack.Same(t, "the name", stack.Value(shown.Name), "e2e-user")
	stack.Same(t, "whether it is enabled", stack.Value(shown.Enabled), true)
	var found []string
	for user, err := range w.admin.ListUsers(ctx, iam.ListUsersParams{DomainID: new("default"), Name: new("e2e-user"), Enabled: new(iam.ListUsersEnabledTrue)}) {
		stack.OK(t, err)
		found = append(found, stack.Value(user.ID))
	}
	if !slices.Equal(found, []string{id}) {
		t.Errorf("by its name is found %v, want %s", found, id)
	}

	changed := stack.Must(w.admin.ModifyUser(ctx, id, iam.ModifyUserRequestBody{
		User: iam.ModifyUserFields{Enabled: new(false), Description: new("second")},
	}))(t)
	stack.Same(t, "whether it is enabled", stack.Value(changed.Enabled), false)
	stack.Same(t, "the new description", stack.Must(changed.Description.AsString())(t), "second")

	for project, err := range w.admin.ListUserProjects(ctx, id) {
		stack.OK(t, err)
		t.Errorf("a user without roles has the project %s", stack.Value(project.Name))
	}
	stack.OK(t, w.admin.DeleteUser(ctx, id))
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
	w.seen.Secret(after)
	login := keystone.Options{AuthURL: w.server, UserID: id, Password: before}
	client := w.client(t, w.auth(t, login))
	change := iam.ChangePasswordRequestBody{User: iam.ChangePasswordUser{OriginalPassword: before, Password: after}}
	stack.OK(t, client.ChangePassword(ctx, id, change))

	err := w.auth(t, login).Login(ctx)
	if !errors.Is(err, sdk.ErrUnauthorized) {
		t.Errorf("with the old password: %v", err)
	}
	login.Password = after
	stack.OK(t, w.auth(t, login).Login(ctx))

	// What the server must have refused did not happen: neither password is in the error.
	err = client.ChangePassword(ctx, id, change)
	if !errors.Is(err, sdk.ErrUnauthorized) {
		t.Errorf("the old password once more: %v", err)
	}
	w.seen.WithoutSecrets(t, "the error", err.Error())

	policy := stack.Must(w.admin.ShowPasswordStrengthPolicy(ctx, "default"))(t)
	option := stack.Must(w.admin.ShowPasswordStrengthPolicyByOption(ctx, "default", "password_regex"))(t)
	stack.Same(t, "the rule for passwords", stack.Value(policy.SecurityCompliance.PasswordRegex), "^.{6,}$")
	stack.Same(t, "the rule for passwords", stack.Value(option.PasswordRegex), "^.{6,}$")
	stack.OK(t, w.admin.DeleteUser(ctx, id))
}

// groups makes a group, puts a user in, and removes both.
func (w *world) groups(t *testing.T) {
	ctx := t.Context()
	user := w.newUser(t, "e2e-member", "SecretOfMember77")
	body := iam.CreateUserGroupRequestBody{Group: iam.GroupRequest{Name: "e2e-group", DomainID: new("default"), Description: new("first")}}
	group := stack.Value(stack.Must(w.admin.CreateUserGroup(ctx, body))(t).ID)
	if _, err := w.admin.CreateUserGroup(ctx, body); !errors.Is(err, sdk.ErrConflict) {
		t.Errorf("the same name once more: %v", err)
	}
	shown := stack.Must(w.admin.ShowUserGroup(ctx, group))(t)
	stack.Same(t, "the description", stack.Value(shown.Description), "first")
	changed := stack.Must(w.admin.UpdateUserGroup(ctx, group, iam.UpdateUserGroupRequestBody{Group: iam.UpdateUserGroupFields{Description: new("second")}}))(t)
	stack.Same(t, "the new description", stack.Value(changed.Description), "second")
	var found []string
	for one, err := range w.admin.ListUserGroups(ctx, iam.ListUserGroupsParams{Name: new("e2e-group")}) {
		stack.OK(t, err)
		found = append(found, stack.Value(one.ID))
	}
	if !slices.Equal(found, []string{group}) {
		t.Errorf("by its name is found %v, want %s", found, group)
	}

	if err := w.admin.CheckUserBelongsToUserGroup(ctx, group, user); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("a user that is not in the group: %v", err)
	}
	stack.OK(t, w.admin.AddUserToGroup(ctx, group, user))
	stack.OK(t, w.admin.CheckUserBelongsToUserGroup(ctx, group, user))
	for member, err := range w.admin.ListUsersInGroup(ctx, group, iam.ListUsersInGroupParams{}) {
		stack.OK(t, err)
		stack.Same(t, "the member", stack.Value(member.ID), user)
	}
	for one, err := range w.admin.ShowUserGroupOfUser(ctx, user) {
		stack.OK(t, err)
		stack.Same(t, "the group of the user", stack.Value(one.ID), group)
	}
	stack.OK(t, w.admin.DeleteUserFromGroup(ctx, group, user))
	if err := w.admin.DeleteUserFromGroup(ctx, group, user); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("removed from the group once more: %v", err)
	}

	stack.OK(t, w.admin.DeleteUserGroup(ctx, group))
	if _, err := w.admin.ShowUserGroup(ctx, group); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("after it was deleted: %v", err)
	}
	stack.OK(t, w.admin.DeleteUser(ctx, user))
}
