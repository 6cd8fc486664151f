package extract

import "strings"

// Facts are what a set's conf.py says of it. The file is data to us: only lines of the form
//
//	name = 'value'
//
// are read, and nothing of it runs.
type Facts map[string]string

// ParseConf reads the facts out of the text of a conf.py.
func ParseConf(text string) Facts {
	f := Facts{}
	for line := range strings.Lines(text) {
		name, value, ok := strings.Cut(line, "=")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if !ok || len(value) < 2 || strings.ContainsAny(name, " \t#[]().") {
			continue
		}
		if q := value[0]; (q == '\'' || q == '"') && value[len(value)-1] == q {
			f[name] = value[1 : len(value)-1]
		}
	}
	return f
}

// Title is the service's name.
func (f Facts) Title() string {
	if t := f["otcdocs_service_title"]; t != "" {
		return t
	}
	return f["project"]
}

// clouds are the values of otcdocs_cloud_environment with the addresses that belong to
// them: the public documentation and the region of service endpoints.
var clouds = map[string]struct{ docs, region, domain string }{
	"eu_de": {"https://docs.otc.t-systems.com", "eu-de", "otc.t-systems.com"},
	"swiss": {"https://docs.sc.otc.t-systems.com", "eu-ch2", "sc.otc.t-systems.com"},
}

// DocURL is the public address of the set's pages, with a slash at its end, or "".
func (f Facts) DocURL() string {
	cloud, ok := clouds[f["otcdocs_cloud_environment"]]
	link := f["otcdocs_doc_link"]
	if !ok || !strings.HasPrefix(link, "/") || strings.ContainsAny(link, " \"<>\\^`{|}") {
		return ""
	}
	return cloud.docs + strings.TrimSuffix(link, "/") + "/"
}

// Host is the usual host name of the service's endpoint, or "".
func (f Facts) Host() string {
	cloud, ok := clouds[f["otcdocs_cloud_environment"]]
	name := f["otcdocs_service_type"]
	if !ok || name == "" || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return ""
	}
	return name + "." + cloud.region + "." + cloud.domain
}
