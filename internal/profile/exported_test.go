package profile_test

import "testing"

// TestExported holds what pages without a file of facts tell of their service, by the
// addresses in them.
func TestExported(t *testing.T) {
	p := builtIn(t)
	for what, c := range map[string]struct {
		name  string
		texts map[string]string
		host  string
		url   string // of the page a.html
	}{
		"no address":            {"crate", map[string]string{"a.html": "GET /v1/crates"}, "crate.eu-de.otc.t-systems.com", ""},
		"no name":               {"", map[string]string{"a.html": "x"}, "", ""},
		"a name for no host":    {"crate{x}", map[string]string{"a.html": "x"}, "", ""},
		"another environment":   {"crate", map[string]string{"a.html": "see https://docs.sc.otc.t-systems.com/x.html"}, "crate.eu-ch2.sc.otc.t-systems.com", ""},
		"a call of a service":   {"crate", map[string]string{"a.html": "GET https://box.eu-ch2.sc.otc.t-systems.com/v1"}, "crate.eu-ch2.sc.otc.t-systems.com", ""},
		"the more common":       {"crate", map[string]string{"a.html": "https://docs.sc.otc.t-systems.com/x https://docs.otc.t-systems.com/y https://docs.otc.t-systems.com/z"}, "crate.eu-de.otc.t-systems.com", ""},
		"an address of its own": {"crate", map[string]string{"b.html": "https://docs.otc.t-systems.com/crate/a.html", "a.html": ""}, "crate.eu-de.otc.t-systems.com", "https://docs.otc.t-systems.com/crate/a.html"},
		"of another cloud":      {"crate", map[string]string{"b.html": "https://example.com/crate/a.html", "a.html": ""}, "crate.eu-de.otc.t-systems.com", ""},
		"of other pages":        {"crate", map[string]string{"a.html": "https://docs.otc.t-systems.com/crate/z.html"}, "crate.eu-de.otc.t-systems.com", ""},
		"no address at all":     {"crate", map[string]string{"a.html": "://docs.sc.otc.t-systems.com/ ftp://docs.sc.otc.t-systems.com/"}, "crate.eu-de.otc.t-systems.com", ""},
	} {
		texts := map[string][]byte{}
		for file, text := range c.texts {
			texts[file] = []byte(text)
		}
		s := p.Exported(c.name, texts)
		if s.Host != c.host || s.PageURL("a.html") != c.url {
			t.Errorf("%s: host %q and address %q, want %q and %q", what, s.Host, s.PageURL("a.html"), c.host, c.url)
		}
	}
}
