package keystone

import (
	"crypto/tls"
	"net/http"
)

// clientWith is a client like http.DefaultClient but for its certificates.
func clientWith(config *tls.Config) *http.Client {
	transport, ok := http.DefaultTransport.(*http.Transport)
	if !ok { // somebody has replaced it
		transport = &http.Transport{Proxy: http.ProxyFromEnvironment}
	}
	transport = transport.Clone()
	transport.TLSClientConfig = config
	return &http.Client{Transport: transport}
}
