package sdk

import (
	"fmt"
	"strings"
)

// At sends the call to the server that the document gives its operation, or a path of the
// document. An address that WithEndpoint or a catalogue gives counts instead of the server's: where
// the service is, they know better than the document. A server without a host, such as "/admin", is
// below that address.
func (k *Call) At(server string) {
	if k.err != nil || k.conn.base == nil {
		return
	}
	address := k.conn.below(server)
	if strings.Contains(server, "://") {
		if _, catalog := k.conn.auth.(Catalog); catalog || k.conn.settings.endpoint != "" || k.moved {
			return
		}
		var err error
		if address, err = inRegion(server, k.conn.region); err != nil {
			k.remember(err)
			return
		}
	}
	own, err := k.conn.at(address)
	if err != nil {
		k.remember(fmt.Errorf("the address of the operation: %w", err))
		return
	}
	k.conn = own
}

// below is the address of a server without a host. The path of the document's own server is none of
// the host's.
func (c *conn) below(server string) string {
	root := c.endpoint
	if len(c.service.Servers) > 0 {
		main := c.service.Servers[0]
		if _, rest, absolute := strings.Cut(main, "://"); absolute {
			_, main, _ = strings.Cut(rest, "/")
		}
		if main = strings.Trim(main, "/"); main != "" {
			root = strings.TrimSuffix(root, "/"+main)
		}
	}
	return root + "/" + strings.Trim(strings.TrimPrefix(server, "."), "/")
}

// at is the connection with another address.
func (c *conn) at(address string) (*conn, error) {
	base, err := parseEndpoint(address)
	if err != nil {
		return nil, err
	}
	own := *c
	own.endpoint, own.base, own.root = strings.TrimRight(address, "/"), base, ""
	return &own, nil
}

// move sends the call to the address of WithEndpoint, which it was given for itself.
func (k *Call) move() {
	if k.err != nil || k.settings.endpoint == k.conn.settings.endpoint {
		return
	}
	own, err := k.conn.at(k.settings.endpoint)
	if err != nil {
		k.remember(err)
		return
	}
	own.settings.endpoint = k.settings.endpoint
	own.root = own.findRoot()
	k.conn, k.moved = own, true
}
