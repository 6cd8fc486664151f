package keystone

import (
	"encoding/pem"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// setEnv leaves no other OS_ variable than these.
func setEnv(t *testing.T, values map[string]string) {
	t.Helper()
	for _, entry := range os.Environ() {
		if name, _, _ := strings.Cut(entry, "="); strings.HasPrefix(name, "OS_") {
			t.Setenv(name, "")
		}
	}
	for name, value := range values {
		t.Setenv(name, value)
	}
}

func TestFromEnv(t *testing.T) {
	for name, c := range map[string]struct {
		env  map[string]string
		want Options
	}{
		"project": {map[string]string{"OS_AUTH_URL": "https://x/v3", "OS_USERNAME": "me", "OS_PASSWORD": "pw", "OS_USER_DOMAIN_NAME": "UD",
			"OS_TENANT_NAME": "eu-de_web", "OS_PROJECT_DOMAIN_ID": "pd", "OS_REGION_NAME": "eu-de", "OS_PASSCODE": "1"},
			Options{AuthURL: "https://x/v3", Username: "me", Password: "pw", UserDomainName: "UD", ProjectName: "eu-de_web", ProjectDomainID: "pd", Region: "eu-de", Passcode: "1"}},
		"domain for user and project": {map[string]string{"OS_USER_ID": "u", "OS_DOMAIN_NAME": "D", "OS_PROJECT_NAME": "web"},
			Options{UserID: "u", UserDomainName: "D", ProjectName: "web", ProjectDomainName: "D"}},
		"domain as scope": {map[string]string{"OS_TOKEN": "t", "OS_DOMAIN_ID": "d", "OS_USER_DOMAIN_ID": "ud"},
			Options{Token: "t", DomainID: "d", UserDomainID: "ud"}},
		"agency": {map[string]string{"OS_USERNAME": "me", "OS_DOMAIN_NAME": "D", "OS_AGENCY_NAME": "a", "OS_AGENCY_DOMAIN_NAME": "A"},
			Options{Username: "me", UserDomainName: "D", AgencyName: "a", AgencyDomainName: "A"}},
		"application credential": {map[string]string{"OS_APPLICATION_CREDENTIAL_ID": "i", "OS_APPLICATION_CREDENTIAL_SECRET": "s", "OS_PROJECT_ID": "p"},
			Options{ApplicationCredentialID: "i", ApplicationCredentialSecret: "s", ProjectID: "p"}},
	} {
		t.Run(name, func(t *testing.T) {
			setEnv(t, c.env)
			if got, err := FromEnv(); err != nil || got != c.want {
				t.Errorf("%+v %v", got, err)
			}
		})
	}
}

func TestFromCloud(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	server := httptest.NewTLSServer(http.NotFoundHandler())
	defer server.Close()
	write("ca.pem", string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})))
	write("clouds.yaml", `
clouds:
  web:
    profile: otc
    auth: {username: me, user_domain_name: UD, project_name: eu-de_web}
    region_name: eu-de
    cacert: ca.pem
  domain:
    auth: {auth_url: "https://x/v3", username: me, domain_name: D}
  open:
    auth: {auth_url: "https://x/v3", token: t}
    verify: false
  system:
    auth: {auth_url: "https://x/v3", system_scope: all}
`)
	write("secure.yaml", "clouds: {web: {auth: {password: pw}}}")
	write("clouds-public.yaml", "public-clouds: {otc: {auth: {auth_url: 'https://iam.example.com/v3'}}}")
	t.Chdir(dir)
	setEnv(t, map[string]string{"OS_CLOUD": "web", "OS_AGENCY_NAME": "a", "OS_AGENCY_DOMAIN_ID": "ad", "XDG_CONFIG_HOME": dir})

	got, err := FromEnv()
	if err != nil || got.HTTPClient == nil {
		t.Fatalf("%v %v", got.HTTPClient, err)
	}
	if resp, err := got.HTTPClient.Get(server.URL); err != nil {
		t.Error(err)
	} else {
		_ = resp.Body.Close()
	}
	got.HTTPClient = nil
	want := Options{AuthURL: "https://iam.example.com/v3", Username: "me", Password: "pw", UserDomainName: "UD", ProjectName: "eu-de_web", Region: "eu-de",
		AgencyName: "a", AgencyDomainID: "ad"}
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}

	got, err = FromCloud("domain")
	if want := (Options{AuthURL: "https://x/v3", Username: "me", UserDomainName: "D", DomainName: "D"}); err != nil || got != want {
		t.Errorf("%v %v", got, err)
	}
	got, err = FromCloud("open")
	if err != nil || got.HTTPClient == nil || !got.HTTPClient.Transport.(*http.Transport).TLSClientConfig.InsecureSkipVerify {
		t.Errorf("%v %v", got, err)
	}
	for _, name := range []string{"system", "missing"} {
		if _, err = FromCloud(name); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v", err)
		}
	}
	for _, text := range []string{"clouds:\n  web:\n    auth: hidden", "clouds: [hidden", "clouds:\n\t- hidden"} {
		write("clouds.yaml", text)
		if _, err = FromCloud("web"); err == nil || strings.Contains(err.Error(), "hidden") {
			t.Errorf("%v", err)
		}
	}
}

func TestCertificatesFromEnv(t *testing.T) {
	server := httptest.NewTLSServer(http.NotFoundHandler())
	defer server.Close()
	file := filepath.Join(t.TempDir(), "ca.pem")
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	setEnv(t, map[string]string{"OS_CACERT": file})
	o, err := FromEnv()
	if err != nil {
		t.Fatal(err)
	}
	resp, err := o.HTTPClient.Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	setEnv(t, map[string]string{"OS_CACERT": file + "-missing"})
	if _, err := FromEnv(); err == nil {
		t.Error("a missing file is not an error")
	}
}

func TestAccessKeyFromEnv(t *testing.T) {
	setEnv(t, map[string]string{"OS_ACCESS_KEY": "AK", "OS_SECRET_KEY": "SK", "OS_SECURITY_TOKEN": "st", "OS_PROJECT_ID": "p", "OS_DOMAIN_ID": "d", "OS_REGION_NAME": "eu-de"})
	k, err := AccessKeyFromEnv()
	if err != nil || k.Access != "AK" || k.Secret != "SK" || k.SecurityToken != "st" || k.ProjectID != "p" || k.DomainID != "d" || k.Region != "eu-de" {
		t.Errorf("%v %v", k, err)
	}
	setEnv(t, map[string]string{"OS_ACCESS_KEY": "AK"})
	if _, err := AccessKeyFromEnv(); err == nil {
		t.Error("a key without its secret is not an error")
	}
}
