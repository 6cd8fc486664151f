package keystone_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
)

// An Auth logs in when it is first needed. It is given to the New of a generated package,
// and may be shared by all clients.
func ExampleNew() {
	iam := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Subject-Token", "a-token")
		w.WriteHeader(http.StatusCreated)
		fmt.Fprint(w, `{"token": {"expires_at": "2999-01-01T00:00:00Z", "project": {"id": "4229d7a4", "name": "eu-de_web"}, "catalog": [
			{"type": "cbr", "endpoints": [{"interface": "public", "region": "eu-de", "url": "https://cbr.eu-de.otc.t-systems.com/v3/4229d7a4"}]}]}}`)
	}))
	defer iam.Close()

	auth, err := keystone.New(keystone.Options{
		AuthURL:        iam.URL, // https://iam.eu-de.otc.t-systems.com/v3
		Username:       "me",
		Password:       "secret",
		UserDomainName: "OTC-EU-DE-00000000001000000001",
		ProjectName:    "eu-de_web",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx := context.Background()
	scope, err := auth.Scope(ctx)
	fmt.Println(scope.ProjectID, scope.Region, err)
	fmt.Println(auth.Endpoint(ctx, sdk.Service{Name: "cbr"}, ""))
	// Output:
	// 4229d7a4 eu-de <nil>
	// https://cbr.eu-de.otc.t-systems.com/v3/4229d7a4 <nil>
}

// Wrong credentials are an error that can be told from others.
func ExampleAuth_Login() {
	iam := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprint(w, `{"error": {"code": 401, "title": "Unauthorized", "message": "The username or password is wrong."}}`)
	}))
	defer iam.Close()

	auth, err := keystone.New(keystone.Options{AuthURL: iam.URL, UserID: "42", Password: "secret"})
	if err != nil {
		fmt.Println(err)
		return
	}
	err = auth.Login(context.Background())
	var failed *sdk.Error
	if errors.Is(err, sdk.ErrUnauthorized) && errors.As(err, &failed) {
		fmt.Println(failed.Message)
	}
	// Output: The username or password is wrong.
}

func ExampleFromEnv() {
	options, err := keystone.FromEnv() // or keystone.FromCloud("web") for an entry of clouds.yaml
	if err != nil {
		fmt.Println(err)
		return
	}
	auth, err := keystone.New(options)
	if err != nil {
		fmt.Println(err) // says which variable is missing, in terms of Options
		return
	}
	fmt.Println(auth) // without secrets
}
