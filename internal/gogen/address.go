package gogen

import (
	"net/url"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// servers are those of the client: of the document, or of all operations where these have the
// same ones of their own.
func (b *builder) servers(calls []call) openapi3.Servers {
	if len(calls) == 0 {
		return b.doc.Servers
	}
	first := addresses(calls[0].Servers)
	for _, c := range calls {
		if !slices.Equal(addresses(c.Servers), first) {
			return b.doc.Servers
		}
	}
	return calls[0].Servers
}

// ownServer is the address that the document gives an operation and the client does not have,
// empty where there is none.
func (b *builder) ownServer(c call) string {
	own := addresses(c.Servers)
	if len(own) == 0 || len(b.view.servers) > 0 && slices.Contains(own, b.view.servers[0]) { // the client calls the first
		return ""
	}
	return own[0]
}

// addresses are those of servers, with their variables filled in.
func addresses(servers openapi3.Servers) []string {
	var out []string
	for _, s := range servers {
		if s != nil {
			out = append(out, serverURL(s))
		}
	}
	// Of an address that is there with and without TLS the safe one comes first: it gets credentials.
	for i, address := range out {
		if rest, plain := strings.CutPrefix(address, "http://"); plain {
			if at := slices.Index(out, "https://"+rest); at > i {
				out[i], out[at] = out[at], out[i]
			}
		}
	}
	return out
}

// serverURL is the address of a server with its variables filled in.
func serverURL(s *openapi3.Server) string {
	address := s.URL
	if strings.HasPrefix(address, "//") {
		address = "https:" + address
	}
	for _, name := range sorted(s.Variables) {
		if v := s.Variables[name]; v != nil {
			address = strings.ReplaceAll(address, "{"+name+"}", v.Default)
		}
	}
	return printable(address)
}

// serviceName is how a catalogue calls the service: the first label of its host, as in
// cbr.eu-de.otc.t-systems.com, or else the name of the package.
func serviceName(servers openapi3.Servers, pkg string) string {
	for _, s := range servers {
		address, err := url.Parse(serverURL(s))
		if err != nil {
			continue
		}
		if label, rest, _ := strings.Cut(address.Hostname(), "."); label != "" && strings.Contains(rest, ".") && label != "www" && label != "api" {
			return label
		}
	}
	return pkg
}
