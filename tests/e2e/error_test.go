//go:build e2e

package e2e

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
)

// errors asks for what the server refuses.
func (w *world) errors(t *testing.T) {
	ctx := t.Context()
	_, err := w.admin.ShowUserV3(ctx, "none")
	var failed *sdk.Error
	if !errors.As(err, &failed) || !errors.Is(err, sdk.ErrNotFound) {
		t.Fatalf("a user that is not there: %v", err)
	}
	stack.Same(t, "Operation", failed.Operation, "ShowUserV3")
	stack.Same(t, "URL", failed.URL, w.server+"/v3/users/none")
	stack.Same(t, "StatusCode", failed.StatusCode, http.StatusNotFound)
	stack.Same(t, "Code", failed.Code, "") // Keystone repeats the status there
	stack.Same(t, "Attempts", failed.Attempts, 1)
	if !strings.Contains(failed.Message, "none") || !strings.HasPrefix(failed.RequestID, "req-") || !json.Valid(failed.Body) {
		t.Errorf("the error is %q of %q: %s", failed.Message, failed.RequestID, failed.Body)
	}
	if text := err.Error(); !strings.Contains(text, failed.Message) || !strings.Contains(text, failed.RequestID) {
		t.Errorf("the text is %s", text)
	}

	// A documented body of an error, although Keystone's has another form.
	_, err = w.admin.ObtainUnscopedTokenWithOpenIDConnectIDToken(ctx, "none", "none")
	if !errors.As(err, &failed) || failed.Detail == nil || failed.Message == "" {
		t.Errorf("a federated login at nobody: %v, Detail %T", err, failed.Detail)
	}
	// What is of this cloud only is an error like others.
	_, err = w.admin.ListUserLoginProtectionConfigurations(ctx)
	if !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("a path that is not there: %v", err)
	}

	w.forbidden(t)
	w.wrongPassword(t)
	w.refusedHere(t)
}

// forbidden has a user without roles read what is not its own.
func (w *world) forbidden(t *testing.T) {
	const secret = "SecretOfNobody0070"
	id := w.newUser(t, "e2e-nobody", secret)
	nobody := w.client(t, w.auth(t, keystone.Options{AuthURL: w.server, UserID: id, Password: secret}))
	for _, err := range nobody.ListUsers(t.Context(), iam.ListUsersParams{}) {
		if !errors.Is(err, sdk.ErrForbidden) {
			t.Errorf("a list by a user without roles: %v", err)
		}
	}
	var project iam.CreateProjectRequestBody
	project.Project.Name, project.Project.ParentID = "e2e-forbidden", "default"
	if _, err := nobody.CreateProject(t.Context(), project); !errors.Is(err, sdk.ErrForbidden) {
		t.Errorf("a project of a user without roles: %v", err)
	}
	stack.OK(t, w.admin.DeleteUser(t.Context(), id))
}

// wrongPassword tries both ways to log in.
func (w *world) wrongPassword(t *testing.T) {
	const wrong = "SecretThatIsWrong3"
	w.seen.Secret(wrong)
	_, err := w.client(t, sdk.NoAuth()).ObtainUserTokenThroughPasswordAuthentication(t.Context(),
		iam.ObtainUserTokenThroughPasswordAuthenticationParams{}, password(stack.AdminName, wrong, w.project))
	options := w.options()
	options.Password = wrong
	auth := w.auth(t, options)
	client := w.client(t, auth)
	_, refused := client.ShowUserV3(t.Context(), w.adminID)
	for _, err := range []error{err, auth.Login(t.Context()), refused} {
		var failed *sdk.Error
		if !errors.Is(err, sdk.ErrUnauthorized) || !errors.As(err, &failed) || failed.RequestID == "" || failed.Message == "" {
			t.Errorf("with a wrong password: %v", err)
			continue
		}
		w.seen.WithoutSecrets(t, "the error", err.Error()+string(stack.Must(json.Marshal(failed.Header))(t)))
	}
}

// refusedHere sends what the pages forbid: not at all, and when it is asked for.
func (w *world) refusedHere(t *testing.T) {
	client, traffic := w.watched(t, w.auth(t, w.options()))
	body := iam.CreateUserRequestBody{User: iam.CreateUserFields{Name: "e2e-short", Password: new("abc")}}
	_, err := client.CreateUser(t.Context(), body)
	var broken sdk.Violations
	if !errors.As(err, &broken) || len(broken) != 1 || broken[0].Pointer != "/user/password" || broken[0].Rule != "minLength" {
		t.Errorf("a short password: %v", err)
	}
	_, created := traffic.Counted(http.StatusCreated)
	_, bad := traffic.Counted(http.StatusBadRequest)
	stack.Same(t, "what was sent", created+bad, 0)
	if _, err := client.CreateUser(t.Context(), body, sdk.WithoutValidation()); !errors.Is(err, sdk.ErrBadRequest) {
		t.Errorf("a short password that is sent: %v", err)
	}
}

// callOptions are those of single calls, and calls without a method.
func (w *world) callOptions(t *testing.T) {
	ctx := t.Context()
	auth := w.auth(t, w.options())
	var sent http.Header
	client := w.client(t, auth, sdk.WithUserAgent("e2e/1"), sdk.WithMiddleware(func(next http.RoundTripper) http.RoundTripper {
		return roundTrip(func(req *http.Request) (*http.Response, error) {
			sent = req.Header.Clone()
			return next.RoundTrip(req)
		})
	}))
	var raw sdk.Response
	stack.Must(client.ShowUserV3(ctx, w.adminID, sdk.WithCapture(&raw), sdk.WithHeader("X-Extra", "one")))(t)
	stack.Same(t, "the status", raw.StatusCode(), http.StatusOK)
	stack.Same(t, "the header", sent.Get("X-Extra"), "one")
	if !strings.HasPrefix(sent.Get("User-Agent"), "e2e/1 ") || sent.Get("X-Auth-Token") == "" {
		t.Error("the User-Agent or the token was not sent")
	}

	// {project_id} is that of the token, or the one of the call.
	var shown struct{ Project iam.Project }
	stack.OK(t, client.Do(ctx, http.MethodGet, "/v3/projects/{project_id}", nil, &shown))
	stack.Same(t, "the project", stack.Value(shown.Project.ID), w.project)
	err := client.Do(ctx, http.MethodGet, "/v3/projects/{project_id}", nil, nil, sdk.WithProjectID("none"))
	if !errors.Is(err, sdk.ErrNotFound) {
		t.Errorf("another project: %v", err)
	}

	if _, err := client.ShowUserV3(ctx, w.adminID, sdk.WithTimeout(time.Nanosecond)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("without time: %v", err)
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := client.ShowUserV3(ended, w.adminID); !errors.Is(err, context.Canceled) {
		t.Errorf("when it is cancelled: %v", err)
	}
}
