//go:build e2e

package e2e

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
)

// revoke ends a token at the server; the Auth that holds it does not know.
func (w *world) revoke(t *testing.T, auth *keystone.Auth) {
	t.Helper()
	token := stack.Must(auth.Token(t.Context()))(t)
	stack.OK(t, w.admin.DeleteUserToken(t.Context(), iam.DeleteUserTokenParams{XSubjectToken: token}))
}

// revoked has the server refuse a token that seems good.
func (w *world) revoked(t *testing.T) {
	ctx := t.Context()
	auth, logins := w.counted(t, w.options())
	client, responses := w.watched(t, auth)
	stack.Must(client.ShowUserV3(ctx, w.adminID))(t)
	w.revoke(t, auth)
	stack.Must(client.ShowUserV3(ctx, w.adminID))(t)
	count, _ := logins.Counted(0)
	stack.Same(t, "the number of logins", count, 2)
	_, refused := responses.Counted(http.StatusUnauthorized)
	stack.Same(t, "the number of refusals", refused, 1)

	// A body is sent once more, and nothing is made twice.
	w.revoke(t, auth)
	group := stack.Value(stack.Must(client.CreateUserGroup(ctx, iam.CreateUserGroupRequestBody{Group: iam.GroupRequest{Name: "e2e-renewed"}}))(t).ID)
	stack.OK(t, client.DeleteUserGroup(ctx, group))

	// A token that was given cannot be renewed, which the error says.
	token := stack.Must(auth.Token(ctx))(t)
	fixed := w.auth(t, keystone.Options{AuthURL: w.server, Token: token})
	client = w.client(t, fixed)
	stack.Must(client.ShowUserV3(ctx, w.adminID))(t)
	w.revoke(t, auth)
	_, err := client.ShowUserV3(ctx, w.adminID)
	var failed *sdk.Error
	if !errors.Is(err, sdk.ErrUnauthorized) || !errors.As(err, &failed) || failed.Cause == nil {
		t.Errorf("with a token that was revoked: %v", err)
	} else {
		w.seen.WithoutSecrets(t, "the error", err.Error())
	}
}

// crowd revokes the token of many callers at once.
func (w *world) crowd(t *testing.T) {
	const callers, rounds = 64, 2
	auth, logins := w.counted(t, w.options())
	client := w.client(t, auth)
	stack.OK(t, auth.Login(t.Context()))
	for round := range rounds {
		w.revoke(t, auth)
		var wait sync.WaitGroup
		for range callers {
			wait.Go(func() {
				user, err := client.ShowUserV3(t.Context(), w.adminID)
				if err != nil || stack.Value(user.Name) != stack.AdminName {
					t.Errorf("%v, %v", user, err)
				}
			})
		}
		wait.Wait()
		count, _ := logins.Counted(0)
		stack.Same(t, "the number of logins", count, 2+round)
	}
	// And in the middle of the calls.
	var wait sync.WaitGroup
	for range callers {
		wait.Go(func() {
			if _, err := client.ShowUserV3(t.Context(), w.adminID); err != nil {
				t.Error(err)
			}
		})
	}
	w.revoke(t, auth)
	wait.Wait()
	if count, _ := logins.Counted(0); count > 2+rounds {
		t.Errorf("%d logins", count)
	}
}

// expiry uses the server whose tokens live for seconds.
func (w *world) expiry(t *testing.T) {
	options := w.options()
	options.AuthURL = w.brief
	t.Run("ahead", func(t *testing.T) {
		t.Parallel()
		w.ahead(t, options)
	})
	t.Run("ended", func(t *testing.T) {
		t.Parallel()
		w.ended(t, options)
	})
}

// ahead calls until the token has been renewed, which it is before its end: no call is
// refused.
func (w *world) ahead(t *testing.T, options keystone.Options) {
	options.RenewBefore = briefLife / 2
	auth, logins := w.counted(t, options)
	client, responses := w.watched(t, auth, sdk.WithEndpoint(w.brief))
	first := stack.Must(auth.Token(t.Context()))(t)
	w.until(t, func() bool {
		stack.Must(client.ShowUserV3(t.Context(), w.adminID))(t)
		return stack.Must(auth.Token(t.Context()))(t) != first
	})
	stack.Must(client.ShowUserV3(t.Context(), w.adminID))(t)
	count, _ := logins.Counted(0)
	stack.Same(t, "the number of logins", count, 2)
	_, refused := responses.Counted(http.StatusUnauthorized)
	stack.Same(t, "the number of refusals", refused, 0)
}

// ended lets tokens run out.
func (w *world) ended(t *testing.T, options keystone.Options) {
	ctx := t.Context()
	options.RenewBefore = time.Nanosecond
	auth, logins := w.counted(t, options)
	client := w.client(t, auth, sdk.WithEndpoint(w.brief))
	stack.Must(client.ShowUserV3(ctx, w.adminID))(t)
	token := stack.Must(auth.Token(ctx))(t)
	given := w.auth(t, keystone.Options{AuthURL: w.brief, Token: token})
	stack.OK(t, given.Login(ctx))
	w.until(t, func() bool {
		err := w.admin.VerifyToken(ctx, iam.VerifyTokenParams{XSubjectToken: token})
		if err != nil && !errors.Is(err, sdk.ErrNotFound) {
			t.Fatal(err)
		}
		return err != nil
	})
	if _, err := w.client(t, sdk.Token(token)).ShowUserV3(ctx, w.adminID); !errors.Is(err, sdk.ErrUnauthorized) {
		t.Errorf("with a token that has ended: %v", err)
	}
	if _, err := w.client(t, given).ShowUserV3(ctx, w.adminID); err == nil {
		t.Error("a token that was given and has ended is used")
	} else {
		w.seen.WithoutSecrets(t, "the error", err.Error())
	}
	stack.Must(client.ShowUserV3(ctx, w.adminID))(t)
	count, _ := logins.Counted(0)
	stack.Same(t, "the number of logins", count, 2)
}

// until repeats a step until it is done. There is no hurry in it, only an end.
func (w *world) until(t *testing.T, done func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), deadline)
	defer cancel()
	for !done() {
		select {
		case <-ctx.Done():
			t.Fatal("it does not happen")
		case <-time.After(250 * time.Millisecond):
		}
	}
}
