package extract

import "testing"

func TestParseConf(t *testing.T) {
	f := ParseConf("project = 'Crates'\notcdocs_service_type = \"crate\"\n# hidden = 'x'\nlist = ['a']\na.b = 'c'\nopen = 'x\nimport os; os.system('true')\nhtml['x'] = 'y'\n")
	for name, want := range map[string]string{"project": "Crates", "otcdocs_service_type": "crate", "list": "", "a.b": "", "open": "", "# hidden": ""} {
		if f[name] != want {
			t.Errorf("%s = %q, want %q", name, f[name], want)
		}
	}
	if len(f) != 2 {
		t.Errorf("facts beyond the plain lines: %v", f)
	}
	if f.Title() != "Crates" {
		t.Errorf("without a service title the project is the title, not %q", f.Title())
	}
	f["otcdocs_service_title"] = "Crate Store"
	if f.Title() != "Crate Store" {
		t.Errorf("title %q", f.Title())
	}
}

func TestAddresses(t *testing.T) {
	f := Facts{"otcdocs_cloud_environment": "eu_de", "otcdocs_doc_link": "/crates/api-ref", "otcdocs_service_type": "crate"}
	if got, want := f.DocURL(), "https://docs.otc.t-systems.com/crates/api-ref/"; got != want {
		t.Errorf("DocURL() = %q, want %q", got, want)
	}
	if got, want := f.Host(), "crate.eu-de.otc.t-systems.com"; got != want {
		t.Errorf("Host() = %q, want %q", got, want)
	}
	for name, bad := range map[string]string{
		"otcdocs_cloud_environment": "nowhere", "otcdocs_doc_link": "https://elsewhere", "otcdocs_service_type": "Crate.evil/",
	} {
		g := Facts{}
		for k, v := range f {
			g[k] = v
		}
		g[name] = bad
		if g.DocURL() != "" && g.Host() != "" {
			t.Errorf("%s = %q gives the addresses %q and %q", name, bad, g.DocURL(), g.Host())
		}
	}
	f["otcdocs_doc_link"] = "/a b"
	if f.DocURL() != "" {
		t.Errorf("an address with a space: %q", f.DocURL())
	}
}
