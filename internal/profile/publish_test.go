package profile_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// TestExtends holds that a profile has the keys of the one that it extends where it has none.
func TestExtends(t *testing.T) {
	p := parse(t, "name: mine\nextends: otc\nexported_environment: swiss\n")
	if p.Name != "mine" || p.ExportedEnvironment != "swiss" || len(p.Security) != len(builtIn(t).Security) || p.Publish.Asks() {
		t.Errorf("%+v", p)
	}
	if s := p.Service([]byte("otcdocs_service_type = 'crate'\notcdocs_cloud_environment = 'eu_de'\n")); s.Host != "crate.eu-de.otc.t-systems.com" {
		t.Errorf("the host is %q", s.Host)
	}
	for text, want := range map[string]string{
		"name: mine\nextends: nowhere\n":        `extends: there is no built-in profile "nowhere"`,
		"name: mine\nextends: ../data/otc\n":    `extends: there is no built-in profile "../data/otc"`,
		"name: mine\nextends: tcloud\n":         `extends: "tcloud" cannot be extended`,
		"extends: otc\n":                        "name is missing",
		"name: mine\nextends: otc\nno_key: 1\n": "unknown key no_key",
	} {
		if _, err := profile.Parse("my.yaml", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// TestNames holds that each profile that is named can be used.
func TestNames(t *testing.T) {
	if !slices.Equal(profile.Names(), []string{"otc", "tcloud"}) {
		t.Fatalf("built in are %v", profile.Names())
	}
	for _, name := range profile.Names() {
		if p, _, ok := profile.BuiltIn(name); !ok || p.Name != name {
			t.Errorf("%s cannot be used", name)
		}
	}
}

// TestPublishMistakes holds what a policy cannot ask for.
func TestPublishMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"parameters: [{name: X-A, with: credentials}]":         "",
		"parameters: [{name: 'X A', with: body}]":              `publish.parameters[0].name: "X A" is not the name of a header`,
		"parameters: [{name: X-A}]":                            `publish.parameters[0].with is credentials or body, not ""`,
		"response_headers: [{name: X-A, with: credentials}]":   `publish.response_headers[0].with is body, not "credentials"`,
		"response_headers: [{name: X-A, with: body, for: a}]":  "unknown key for in a header of publish",
		"scope: {parameter: a, with: b, without: c}":           "",
		"scope: {parameter: a}":                                "publish.scope needs a parameter and the tags with and without it",
		"examples: {GET: {request: forbidden}}":                "",
		"examples: {get: {request: forbidden}}":                `publish.examples: "get" is not a method in upper case`,
		"examples: {GET: {request: wanted}}":                   `publish.examples.GET: examples are required or forbidden, not "wanted"`,
		"examples: {GET: {response: none, request: required}}": `not "none"`,
		"major_version: yes please":                            "the text `yes please` where true or false is wanted",
		"standard_root: true":                                  "",
	} {
		p, err := profile.Parse("my.yaml", []byte("name: mine\npublish:\n  "+text+"\n"))
		switch {
		case want == "" && (err != nil || !p.Publish.Asks()):
			t.Errorf("%s: %v", text, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}
