package profile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/profile"
)

func builtIn(t *testing.T) *profile.Profile {
	t.Helper()
	p, text, ok := profile.BuiltIn(profile.Default)
	if !ok || len(text) == 0 || p.Name != profile.Default {
		t.Fatal("the default profile is not built in")
	}
	return p
}

func parse(t *testing.T, text string) *profile.Profile {
	t.Helper()
	p, err := profile.Parse("my.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestBuiltIn(t *testing.T) {
	builtIn(t)
	for _, name := range []string{"", "OTC", "no/such", "../profile", "otc.yaml", "nowhere"} {
		if _, _, ok := profile.BuiltIn(name); ok {
			t.Errorf("%q is built in", name)
		}
	}
}

func TestService(t *testing.T) {
	const facts = "otcdocs_cloud_environment = 'eu_de'\notcdocs_doc_link = '/crates/api-ref/'\notcdocs_service_type = \"crate\"\nproject = 'Crates'\n"
	for what, c := range map[string]struct{ more, want string }{
		"all":                           {"otcdocs_service_category = 'storage'", "Crates|crate|storage|https://docs.otc.t-systems.com/crates/api-ref/|crate.eu-de.otc.t-systems.com"},
		"the service's own title":       {"otcdocs_service_title = 'Crate Store'", "Crate Store|crate||https://docs.otc.t-systems.com/crates/api-ref/|crate.eu-de.otc.t-systems.com"},
		"another environment":           {"otcdocs_cloud_environment = 'swiss'", "Crates|crate||https://docs.sc.otc.t-systems.com/crates/api-ref/|crate.eu-ch2.sc.otc.t-systems.com"},
		"an unknown environment":        {"otcdocs_cloud_environment = 'nowhere'", "Crates|crate|||"},
		"a link to elsewhere":           {"otcdocs_doc_link = 'https://elsewhere'", "Crates|crate|||crate.eu-de.otc.t-systems.com"},
		"a link with a space":           {"otcdocs_doc_link = '/a b'", "Crates|crate|||crate.eu-de.otc.t-systems.com"},
		"a link with a placeholder":     {"otcdocs_doc_link = '/{page}'", "Crates|crate|||crate.eu-de.otc.t-systems.com"},
		"a service that is not a label": {"otcdocs_service_type = 'Crate.evil/'", "Crates|Crate.evil/||https://docs.otc.t-systems.com/crates/api-ref/|"},
		"no service":                    {"otcdocs_service_type = ''", "Crates|||https://docs.otc.t-systems.com/crates/api-ref/|"},
		"lines that are not facts":      {"# project = 'x'\nproject.x = 'y'\nproject['x'] = 'y'\nproject = x\nproject = 'x\nproject = 'x\"\nproject = '\nif True: project = 'x'", "Crates|crate||https://docs.otc.t-systems.com/crates/api-ref/|crate.eu-de.otc.t-systems.com"},
	} {
		s := builtIn(t).Service([]byte(facts + c.more))
		if got := strings.Join([]string{s.Title, s.Name, s.Category, s.DocURL, s.Host}, "|"); got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
	if s := builtIn(t).Service(nil); s != (profile.Service{}) {
		t.Errorf("a set that says nothing: %+v", s)
	}
}

// TestOwnCloud has a cloud whose sets name no environment and no link.
func TestOwnCloud(t *testing.T) {
	p := parse(t, "name: mine\nenvironment: all\nenvironments: {all: {pages: 'https://docs.example.com/{page}', host: api.example.com}}\n")
	s := p.Service(nil)
	if s.DocURL != "https://docs.example.com/" || s.Host != "api.example.com" {
		t.Errorf("addresses %q and %q", s.DocURL, s.Host)
	}
	if got, want := s.PageURL("a/b.rst"), "https://docs.example.com/a/b"; got != want {
		t.Errorf("the page is at %q, want %q", got, want)
	}
}

func TestPageURL(t *testing.T) {
	s := builtIn(t).Service([]byte("otcdocs_cloud_environment = 'eu_de'\notcdocs_doc_link = '/x'\n"))
	for file, want := range map[string]string{
		"a/b_c-d.e.rst": "https://docs.otc.t-systems.com/x/a/b_c-d.e.html",
		"AZaz09.rst":    "https://docs.otc.t-systems.com/x/AZaz09.html",
		"a b{\"é.rst":   "https://docs.otc.t-systems.com/x/a%20b%7B%22%C3%A9.html",
		"@[`{/:.html":   "https://docs.otc.t-systems.com/x/%40%5B%60%7B/%3A.html",
	} {
		if got := s.PageURL(file); got != want {
			t.Errorf("%s is at %s, want %s", file, got, want)
		}
	}
	if got := (profile.Service{}).PageURL("a.rst"); got != "" {
		t.Errorf("a page of an unknown address is at %s", got)
	}
}

func TestWords(t *testing.T) {
	p := builtIn(t)
	for header, want := range map[string]bool{"X-Auth-Token": true, "x-auth-token": true, "X-Sdk-Date": true, "Authorization": true, "X-Auth": false, "": false} {
		if got := p.Authenticates(header); got != want {
			t.Errorf("Authenticates(%q) = %v", header, got)
		}
	}
	for path, want := range map[string]string{"/v3/auth/tokens": "the identity service", "/v2.0/networks": "the network service", "/v3/auth": "", "": ""} {
		if got := p.ServiceOf(path); got != want {
			t.Errorf("ServiceOf(%q) = %q, want %q", path, got, want)
		}
	}
	for word, want := range map[string]string{"object": "ObjectName", "ObjectKey": "ObjectName", "bucket_name": "BucketName", "objects": "", "": ""} {
		if got := p.Placeholder(word); got != want {
			t.Errorf("Placeholder(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"":                                   "my.yaml: a profile must not be empty",
		"# nothing":                          "my.yaml: a profile must not be empty",
		"facts: {file: x}":                   "my.yaml: name is missing",
		"nam: x":                             "my.yaml: line 1: unknown key nam",
		"name: x\nfacts:\n  fil: y":          "my.yaml: line 3: unknown key fil in facts",
		"name: x\nfacts: {title: y}":         "my.yaml: line 2: the text `y` where a list of texts is wanted",
		"name: x\nenvironments: {a: 3}":      "my.yaml: line 2: the number `3` where a map is wanted",
		"name: x\nsecurity: {a: b}":          "my.yaml: line 2: a map where a list of schemes is wanted",
		"name: x\nservices: [{nam: y}]":      "my.yaml: line 2: unknown key nam in an entry of services",
		"name: x\nsecurity: [{nam: y}]":      "my.yaml: line 2: unknown key nam in an entry of security",
		"name: x\nplaceholders: [a]":         "my.yaml: line 2: a list where a map of lists is wanted",
		"name: [a]":                          "my.yaml: line 1: a list where a text is wanted",
		"- a":                                "my.yaml: line 1: a list where a profile, a map, is wanted",
		"name: x\n\ty":                       "my.yaml: line 2: found a tab character",
		"name: x\n---\nname: y":              "my.yaml: a profile is one YAML document",
		"name: x\nfolder: ../pages":          "folder is the path of a folder inside of a repository",
		"name: x\nfolder: /pages":            "folder is the path of a folder inside of a repository",
		"name: x\nfolder: .":                 "folder is the path of a folder inside of a repository",
		"name: x\nfacts: {file: a/conf}":     "facts.file is the name of a file without folders",
		"name: x\nenvironment: e":            `environment "e" has no entry`,
		"name: x\nservices: [{name: y}]":     "services[0] needs a name and paths",
		"name: x\nservices: [{paths: []}]":   "services[0] needs a name and paths",
		"name: x\nservices: [{paths: [/a]}]": "services[0] needs a name and paths",
		"name: x\nenvironments: {e: {pages: 'ftp://a/{page}'}}":           "environments.e.pages is not an address",
		"name: x\nenvironments: {e: {pages: '/{page}'}}":                  "environments.e.pages is not an address",
		"name: x\nenvironments: {e: {pages: 'https:///{page}'}}":          "environments.e.pages is not an address",
		"name: x\nenvironments: {e: {pages: 'https://a/{pag}/{page}'}}":   "environments.e.pages is not an address",
		"name: x\nenvironments: {e: {pages: 'https://a/'}}":               "environments.e.pages lacks {page}",
		"name: x\nenvironments: {e: {edit: 'javascript:{file}'}}":         "environments.e.edit is not an address",
		"name: x\nenvironments: {e: {edit: 'https://a/{page}{file}'}}":    "environments.e.edit is not an address",
		"name: x\nenvironments: {e: {edit: 'https://a/'}}":                "environments.e.edit lacks {file}",
		"name: x\nenvironments: {e: {host: 'a.{x}.b'}}":                   "environments.e.host is not a host name",
		"name: x\nenvironments: {e: {host: 'A.b'}}":                       "environments.e.host is not a host name",
		"name: x\nsecurity: [{name: 'a b', header: X}]":                   "security[0].name must be of letters and digits",
		"name: x\nsecurity: [{header: X}]":                                "security[0].name must be of letters and digits",
		"name: x\nsecurity: [{name: a, header: 'X Y'}]":                   `security[0]: "X Y" is not the name of a header`,
		"name: x\nsecurity: [{name: a}]":                                  `security[0]: "" is not the name of a header`,
		"name: x\nsecurity: [{name: a, header: X, further: ['']}]":        `security[0]: "" is not the name of a header`,
		"name: x\nsecurity: [{name: a, header: X}, {name: a, header: Y}]": "security[1].name: there are two schemes",
		"name: x\nplaceholders: {'a b': [c]}":                             "placeholders: a name must be of letters and digits",
		"name: x\nplaceholders: {A: [c], B: [d, C]}":                      `placeholders: "C" stands for both A and B`,
		"name: x\nname: y": "line 2",
	} {
		_, err := profile.Parse("my.yaml", []byte(text))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "my.yaml: ") {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestParseTakes(t *testing.T) {
	p := parse(t, "name: x\nsecurity: [{name: a, header: X-Key, further: [X-Date]}, {name: b, header: Y}]\nenvironments: {e: {host: '{service}.b-1.c'}, f: {pages: 'http://a{link}/{page}'}}\n")
	if !p.Authenticates("x-date") || !p.Authenticates("Y") || p.Placeholder("bucket") != "" {
		t.Errorf("%+v", p)
	}
}

func TestEditURL(t *testing.T) {
	facts := "otcdocs_cloud_environment = 'eu_de'\notcdocs_repo_name = '%s'\n"
	for name, want := range map[string]string{
		"crates-docs/crate.store":        "https://github.com/crates-docs/crate.store/edit/main/api-ref/source/a%20b/c.rst#L7",
		"":                               "",
		"crates-docs/../..":              "",
		"crates-docs//x":                 "",
		"crates-docs/x?y":                "",
		"https://elsewhere.example/a":    "",
		"crates-docs/{file}":             "",
		"crates-docs/x\"><script>":       "",
		"crates-docs/\u202egnp.elif":     "",
		"crates-docs/group/crates_docs2": "https://github.com/crates-docs/group/crates_docs2/edit/main/api-ref/source/a%20b/c.rst#L7",
	} {
		s := builtIn(t).Service(fmt.Appendf(nil, facts, name))
		if got := s.EditURL("a b/c.rst", 7); got != want {
			t.Errorf("%q is edited at %q, want %q", name, got, want)
		}
	}
}
