//go:build e2e

package e2e

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
)

// roleGrants gives a group a role on a project, on the domain, and on all its projects.
func (w *world) roleGrants(t *testing.T) {
	ctx := t.Context()
	role := w.roles["reader"]
	shown := stack.Must(w.admin.ShowRole(ctx, role))(t)
	stack.Same(t, "the name", stack.Value(shown.Name), "reader")
	if !shown.DomainID.IsNull() {
		t.Error("the domain of a global role is not null")
	}
	if _, err := w.admin.ShowRole(ctx, "none"); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("a role that is not there: %v", err)
	}
	group := stack.Value(stack.Must(w.admin.CreateUserGroup(ctx, iam.CreateUserGroupRequestBody{Group: iam.GroupRequest{Name: "e2e-roles"}}))(t).ID)

	t.Run("project", func(t *testing.T) {
		w.grant(t, role, grantCalls{
			grant: func() error {
				return w.admin.GrantProjectUserGroupPermissions(ctx, w.project, group, role)
			},
			check: func() error {
				return w.admin.CheckProjectUserGroupPermissions(ctx, w.project, group, role)
			},
			list: func(give func(string)) error {
				for one, err := range w.admin.ListProjectUserGroupPermissions(ctx, w.project, group) {
					if err != nil {
						return err
					}
					give(stack.Value(one.ID))
				}
				return nil
			},
			revoke: func() error {
				return w.admin.DeleteProjectUserGroupPermissions(ctx, w.project, group, role)
			},
		})
	})
	t.Run("domain", func(t *testing.T) {
		w.grant(t, role, grantCalls{
			grant: func() error { return w.admin.GrantDomainUserGroupPermissions(ctx, "default", group, role) },
			check: func() error { return w.admin.CheckDomainUserGroupPermissions(ctx, "default", group, role) },
			list: func(give func(string)) error {
				for one, err := range w.admin.ListDomainUserGroupPermissions(ctx, "default", group) {
					if err != nil {
						return err
					}
					give(stack.Value(one.ID))
				}
				return nil
			},
			revoke: func() error { return w.admin.DeleteDomainUserGroupPermissions(ctx, "default", group, role) },
		})
	})
	t.Run("inherited", func(t *testing.T) {
		w.grant(t, role, grantCalls{
			grant: func() error { return w.admin.GrantAllProjectsUserGroupPermissions(ctx, "default", group, role) },
			check: func() error { return w.admin.CheckAllProjectsUserGroupPermissions(ctx, "default", group, role) },
			list: func(give func(string)) error {
				for one, err := range w.admin.ListUserGroupPermissions(ctx, "default", group) {
					if err != nil {
						return err
					}
					give(stack.Value(one.ID))
				}
				return nil
			},
			revoke: func() error { return w.admin.RemoveAllProjectsUserGroupPermissions(ctx, "default", group, role) },
		})
	})
	w.assignments(t, group, role)
	stack.OK(t, w.admin.DeleteUserGroup(ctx, group))
}

// grantCalls are the four operations of one kind of grant.
type grantCalls struct {
	grant, check, revoke func() error
	list                 func(give func(id string)) error
}

func (w *world) grant(t *testing.T, role string, calls grantCalls) {
	if err := calls.check(); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("before the grant: %v", err)
	}
	stack.OK(t, calls.grant())
	stack.OK(t, calls.grant()) // a second time changes nothing
	stack.OK(t, calls.check())
	listed := 0
	stack.OK(t, calls.list(func(id string) {
		stack.Same(t, "the granted role", id, role)
		listed++
	}))
	stack.Same(t, "the number of roles", listed, 1)
	stack.OK(t, calls.revoke())
	if err := calls.revoke(); !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("revoked once more: %v", err)
	}
}

// assignments lists who has which role where, which has members of any shape.
func (w *world) assignments(t *testing.T, group, role string) {
	ctx := t.Context()
	stack.OK(t, w.admin.GrantProjectUserGroupPermissions(ctx, w.project, group, role))
	count := 0
	for one, err := range w.admin.ListRoleAssignments(ctx, iam.ListRoleAssignmentsParams{GroupID: &group, ScopeProjectID: &w.project}) {
		stack.OK(t, err)
		count++
		var granted struct{ ID string }
		stack.OK(t, json.Unmarshal(stack.Must(json.Marshal(one.Role))(t), &granted))
		stack.Same(t, "the assigned role", granted.ID, role)
	}
	stack.Same(t, "the number of assignments", count, 1)
	// Of users, whom not every page has in this list.
	for one, err := range w.admin.ListRoleAssignments(ctx, iam.ListRoleAssignmentsParams{UserID: &w.adminID, RoleID: new(w.roles["admin"])}) {
		stack.OK(t, err)
		if text := string(stack.Must(json.Marshal(one))(t)); !strings.Contains(text, `"user"`) || !strings.Contains(text, w.adminID) {
			t.Errorf("the user of an assignment is lost: %s", text)
		}
	}
}
