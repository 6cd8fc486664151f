package keystone

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
)

func TestEndpoint(t *testing.T) {
	f := newFake(t)
	a := f.auth(t, f.password())
	for name, c := range map[string]struct{ service, region, want, err string }{
		"by type, region of the project": {"cbr", "", "https://cbr.eu-de.example.com/v3/p", ""},
		"region asked for":               {"cbr", "eu-nl", "https://cbr.eu-nl.example.com/v3/p", ""},
		"no such region":                 {"cbr", "eu-ch", "", "does not list cbr in region eu-ch, only in eu-de, eu-nl"},
		"by name, all regions":           {"iam", "eu-nl", "https://iam.example.com/v3", ""},
		"identity":                       {"identity", "", "https://iam.example.com/v3", ""},
		"by host":                        {"evs", "", "https://evs.eu-de.example.com/v2/p", ""},
		"by type with version":           {"volumev2", "eu-de", "https://evs.eu-de.example.com/v2/p", ""},
		"only other regions":             {"far", "", "", "in several regions (ap-1, ap-2)"},
		"not listed":                     {"obs", "", "", "does not list obs, only cbr, "},
		"not listed there":               {"obs", "eu-de", "", "does not list obs, only cbr, "},
	} {
		got, err := a.Endpoint(t.Context(), sdk.Service{Name: c.service}, c.region)
		if got != c.want || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
	o := f.password()
	o.Region = "eu-nl"
	a = f.auth(t, o)
	got, err := a.Endpoint(t.Context(), sdk.Service{Name: "cbr"}, "")
	if err != nil || got != "https://cbr.eu-nl.example.com/v3/p" {
		t.Errorf("%q %v", got, err)
	}
	if scope, err := a.Scope(t.Context()); err != nil || scope.Region != "eu-nl" {
		t.Errorf("%+v %v", scope, err)
	}
	if f.count() != 2 {
		t.Errorf("%d logins", f.count())
	}
	f.handler = http.NotFoundHandler()
	if _, err := f.auth(t, o).Endpoint(t.Context(), sdk.Service{Name: "cbr"}, ""); err == nil {
		t.Error("no login, no error")
	}
}

func TestChooseRegion(t *testing.T) {
	for _, c := range []struct {
		regions       []string
		project, want string
	}{
		{[]string{"only"}, "eu-de_web", "only"},
		{[]string{"eu-de", "eu-nl"}, "eu-de_web", "eu-de"},
		{[]string{"eu-de", "eu-nl"}, "eu-nl", "eu-nl"},
		{[]string{"eu-de", "eu-nl"}, "web", ""},
		{[]string{"eu-de", "eu-nl"}, "", ""},
		{nil, "eu-de_web", ""},
	} {
		if got := chooseRegion(c.regions, c.project); got != c.want {
			t.Errorf("%v, %q: %q", c.regions, c.project, got)
		}
	}
}
