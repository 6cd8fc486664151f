package keystone

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

func noSleep(context.Context, time.Duration) error { return nil }

var header = sdk.TokenHeader{Name: "X-Auth-Token"}

// authorized gives the token that a request gets.
func authorized(ctx context.Context, a *Auth) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://example.com", nil)
	if err != nil {
		return "", err
	}
	err = a.Authorize(req, header)
	return req.Header.Get("X-Auth-Token"), err
}

// TestBodies has what is sent for each way to log in and each scope.
// An agency needs two requests.
func TestBodies(t *testing.T) {
	const user = `"user": {"name": "me", "password": "pw", "domain": {"name": "UD"}}`
	for name, c := range map[string]struct {
		options Options
		want    []string
	}{
		"password": {Options{Username: "me", Password: "pw", UserDomainName: "UD"},
			[]string{`{"auth": {"identity": {"methods": ["password"], "password": {` + user + `}}}}`}},
		"user ID, domain": {Options{UserID: "u", Username: "ignored", Password: "pw", DomainName: "D"},
			[]string{`{"auth": {"identity": {"methods": ["password"], "password": {"user": {"id": "u", "password": "pw"}}},
				"scope": {"domain": {"name": "D"}}}}`}},
		"domain ID, project": {Options{Username: "me", Password: "pw", UserDomainID: "ud", UserDomainName: "ignored", ProjectName: "web"},
			[]string{`{"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "me", "password": "pw", "domain": {"id": "ud"}}}},
				"scope": {"project": {"name": "web", "domain": {"id": "ud"}}}}}`}},
		"project of another domain": {Options{Username: "me", Password: "pw", UserDomainName: "UD", ProjectName: "web", ProjectDomainName: "PD", DomainID: "ignored"},
			[]string{`{"auth": {"identity": {"methods": ["password"], "password": {` + user + `}},
				"scope": {"project": {"name": "web", "domain": {"name": "PD"}}}}}`}},
		"passcode, project ID": {Options{Username: "me", Password: "pw", UserDomainName: "UD", Passcode: "123456", ProjectID: "p", ProjectName: "ignored"},
			[]string{`{"auth": {"identity": {"methods": ["password", "totp"], "password": {` + user + `},
				"totp": {"user": {"name": "me", "passcode": "123456", "domain": {"name": "UD"}}}}, "scope": {"project": {"id": "p"}}}}`}},
		"token, scope": {Options{Token: "old", Username: "ignored", UserID: "ignored", UserDomainName: "ignored", DomainID: "d"},
			[]string{`{"auth": {"identity": {"methods": ["token"], "token": {"id": "old"}}, "scope": {"domain": {"id": "d"}}}}`}},
		"application credential": {Options{ApplicationCredentialID: "ac", ApplicationCredentialName: "ignored", ApplicationCredentialSecret: "s", ProjectID: "ignored"},
			[]string{`{"auth": {"identity": {"methods": ["application_credential"], "application_credential": {"id": "ac", "secret": "s"}}}}`}},
		"application credential by name": {Options{ApplicationCredentialName: "n", ApplicationCredentialSecret: "s", Username: "me", UserDomainName: "UD"},
			[]string{`{"auth": {"identity": {"methods": ["application_credential"],
				"application_credential": {"name": "n", "secret": "s", "user": {"name": "me", "domain": {"name": "UD"}}}}}}`}},
		"agency": {Options{Username: "me", Password: "pw", UserDomainName: "UD", AgencyName: "ag", AgencyDomainName: "A"},
			[]string{`{"auth": {"identity": {"methods": ["password"], "password": {` + user + `}}, "scope": {"domain": {"name": "UD"}}}}`,
				`{"auth": {"identity": {"methods": ["assume_role"], "assume_role": {"agency_name": "ag", "domain_name": "A"}}, "scope": {"domain": {"name": "A"}}}}`}},
		"agency, token, project": {Options{Token: "old", AgencyName: "ag", AgencyDomainID: "a", ProjectName: "web"},
			[]string{`{"auth": {"identity": {"methods": ["assume_role"], "assume_role": {"agency_name": "ag", "domain_id": "a"}},
				"scope": {"project": {"name": "web", "domain": {"id": "a"}}}}}`}},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t)
			c.options.AuthURL = f.URL + "/v3/"
			a := f.auth(t, c.options)
			if f.count() != 0 {
				t.Error("New uses the network")
			}
			if err := a.Login(t.Context()); err != nil {
				t.Fatal(err)
			}
			if len(f.bodies) != len(c.want) {
				t.Fatalf("%d requests, want %d", len(f.bodies), len(c.want))
			}
			for i, want := range c.want {
				same(t, f.bodies[i], want)
			}
			caller := f.headers[len(f.headers)-1].Get("X-Auth-Token")
			switch {
			case len(c.want) == 2 && caller != "token-1",
				c.options.AgencyName != "" && c.options.Token != "" && caller != "old",
				c.options.AgencyName == "" && caller != "":
				t.Errorf("the login has the token %q", caller)
			}
		})
	}
}

// TestGivenToken uses a token as it is.
func TestGivenToken(t *testing.T) {
	f := newFake(t)
	a := f.auth(t, Options{AuthURL: f.URL, Token: "given"})
	token, err := authorized(t.Context(), a)
	if err != nil || token != "given" {
		t.Errorf("%q %v", token, err)
	}
	if f.headers[0].Get("X-Auth-Token") != "given" || f.headers[0].Get("X-Subject-Token") != "given" || f.bodies[0] != "" {
		t.Errorf("%v %q", f.headers, f.bodies)
	}
	scope, err := a.Scope(t.Context())
	if want := (sdk.Scope{ProjectID: "p", ProjectName: "eu-de_web", DomainID: "pd", Region: "eu-de"}); err != nil || scope != want {
		t.Errorf("%+v %v", scope, err)
	}
}

// TestOptions has what New complains about, and what each complaint must name.
func TestOptions(t *testing.T) {
	const at = "https://iam.example.com/v3"
	for name, c := range map[string]struct {
		options Options
		want    string
	}{
		"nothing":            {Options{}, "AuthURL is missing"},
		"no URL":             {Options{AuthURL: "iam.example.com"}, "is not like"},
		"user in URL":        {Options{AuthURL: "https://me:hidden@iam.example.com/v3"}, "no user"},
		"bad URL":            {Options{AuthURL: "https://me:hidden@%zz"}, "cannot be read"},
		"version 2":          {Options{AuthURL: "https://iam.example.com/v2.0"}, "2.0"},
		"no way":             {Options{AuthURL: at, Username: "me"}, "nothing to log in with"},
		"two ways":           {Options{AuthURL: at, Password: "hidden", Token: "hidden"}, "a password or passcode and a token"},
		"no user":            {Options{AuthURL: at, Password: "hidden"}, "Username or UserID"},
		"no user domain":     {Options{AuthURL: at, Password: "hidden", Username: "me"}, "UserDomainName"},
		"no secret":          {Options{AuthURL: at, ApplicationCredentialID: "x"}, "ApplicationCredentialSecret"},
		"no credential":      {Options{AuthURL: at, ApplicationCredentialSecret: "hidden", UserID: "u"}, "ApplicationCredentialID"},
		"no project domain":  {Options{AuthURL: at, Token: "hidden", ProjectName: "p"}, "ProjectDomainName"},
		"agency, no domain":  {Options{AuthURL: at, Token: "hidden", AgencyName: "a"}, "AgencyDomainName"},
		"domain, no agency":  {Options{AuthURL: at, Token: "hidden", AgencyDomainID: "a"}, "AgencyName"},
		"negative durations": {Options{AuthURL: at, Token: "hidden", RenewBefore: -1}, "negative"},
	} {
		_, err := New(c.options)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "hidden") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for given, want := range map[string]string{
		"https://iam.example.com":              "https://iam.example.com/v3",
		"https://iam.example.com/":             "https://iam.example.com/v3",
		"https://iam.example.com/v3/":          "https://iam.example.com/v3",
		"http://10.0.0.1:5000/identity":        "http://10.0.0.1:5000/identity/v3",
		"https://iam.example.com/identity/v3/": "https://iam.example.com/identity/v3",
	} {
		a, err := New(Options{AuthURL: given, Token: "t"})
		if err != nil || a.options.AuthURL != want {
			t.Errorf("%s: %v %v", given, a, err)
		}
	}
}

// TestClientIsKept logs in through the client of the options, which stays as it is.
func TestClientIsKept(t *testing.T) {
	f := newFake(t)
	used := false
	o := f.password()
	o.HTTPClient = &http.Client{Transport: tripper(func(r *http.Request) (*http.Response, error) {
		used = true
		return http.DefaultTransport.RoundTrip(r)
	})}
	if err := f.auth(t, o).Login(t.Context()); err != nil || !used || o.HTTPClient.CheckRedirect != nil {
		t.Errorf("%v %v", err, used)
	}
	if _, ok := o.HTTPClient.Transport.(tripper); !ok {
		t.Error("the client has been changed")
	}
}

type tripper func(*http.Request) (*http.Response, error)

func (f tripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }
