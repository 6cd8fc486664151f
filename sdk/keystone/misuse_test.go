package keystone

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// TestMisuse has mistakes that are errors and no panics.
func TestMisuse(t *testing.T) {
	var noContext context.Context
	made := newFake(t).auth(t, Options{AuthURL: "https://x", UserID: "u", Password: "p"})
	for _, c := range []struct {
		auth *Auth
		ctx  context.Context
		want string
	}{{nil, t.Context(), "New"}, {new(Auth), t.Context(), "New"}, {made, noContext, "context is nil"}} {
		if err := c.auth.Login(c.ctx); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v", c.auth, err)
		}
		if text := fmt.Sprintf("%v", c.auth); !strings.HasPrefix(text, "keystone.Auth{") {
			t.Errorf("printed as %s", text)
		}
	}
	if _, err := sdk.NewConn(t.Context(), sdk.Service{}, new(Auth)); err == nil || !strings.Contains(err.Error(), "New") {
		t.Errorf("%v", err)
	}
}

// TestLoginIsNoAttempt logs in while the first attempt is made. That the login had a
// connection does not mean that the call had one: the POST may be sent again.
func TestLoginIsNoAttempt(t *testing.T) {
	nobody, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := "http://" + nobody.Addr().String()
	if err := nobody.Close(); err != nil {
		t.Fatal(err)
	}
	for _, warm := range []bool{true, false} {
		f := newFake(t)
		a := f.auth(t, f.password())
		if warm {
			mustGet(t, a)
		}
		// With a scope and an address that need no login.
		auth := struct{ sdk.Auth }{a}
		conn, err := sdk.NewConn(t.Context(), sdk.Service{Token: sdk.TokenHeader{Name: "X-Auth-Token"}}, auth,
			sdk.WithEndpoint(address), sdk.WithRetry(sdk.Retry{Max: 2, MinWait: 1, MaxWait: 1}))
		if err != nil {
			t.Fatal(err)
		}
		err = conn.Do(t.Context(), http.MethodPost, "/a", map[string]int{}, nil)
		if err == nil || !strings.Contains(err.Error(), "3 attempts") || f.count() != 1 {
			t.Errorf("logged in before: %v, %d logins: %v", warm, f.count(), err)
		}
	}
}
