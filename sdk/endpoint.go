package sdk

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk/internal/redact"
)

// findEndpoint is the address as it was found, see NewConn.
func (c *conn) findEndpoint(ctx context.Context) (string, error) {
	if c.settings.endpoint != "" {
		return c.settings.endpoint, nil
	}
	region := c.settings.region
	if scoped, ok := c.auth.(Scoped); ok && region == "" {
		scope, err := scoped.Scope(ctx)
		if err != nil {
			return "", fmt.Errorf("finding the region of %s: %w", c.service.Name, err)
		}
		region = scope.Region
	}
	c.region = region
	if catalog, ok := c.auth.(Catalog); ok {
		address, err := catalog.Endpoint(ctx, c.service, region)
		if err == nil && address == "" {
			err = errNotListed
		}
		if err != nil {
			return "", fmt.Errorf("finding the address of %s: %w", c.service.Name, err)
		}
		return beforeVersion(address), c.checkCatalog(address)
	}
	if len(c.service.Servers) == 0 || c.service.Servers[0] == "" {
		return "", fmt.Errorf("no address is known for %q; use WithEndpoint", c.service.Name)
	}
	return inRegion(c.service.Servers[0], region)
}

// errNotListed keeps the token of an Auth with a catalogue from the address that the document
// gives: it may be that of another cloud.
var errNotListed = errors.New("the catalogue of the Auth does not list the service; use WithServiceName or WithEndpoint")

// parseEndpoint checks an address. Its errors do not show a password.
func parseEndpoint(text string) (*url.URL, error) {
	address, err := url.Parse(text)
	if err != nil {
		// The text of err has the address.
		return nil, errors.New("the server address cannot be read as a URL")
	}
	if address.Scheme != "http" && address.Scheme != "https" || address.Host == "" {
		return nil, fmt.Errorf("the server address %q is not like https://host", redact.URL(text))
	}
	if address.RawQuery != "" || address.ForceQuery || address.Fragment != "" {
		return nil, fmt.Errorf("the server address %q must not have a query or a fragment", redact.URL(text))
	}
	return address, nil
}

// beforeVersion cuts the path of an address at the first segment that is a version.
func beforeVersion(address string) string {
	start := strings.Index(address, "://")
	if start < 0 {
		return address
	}
	start += len("://")
	for i := start; i < len(address); i++ {
		if address[i] != '/' {
			continue
		}
		segment, _, _ := strings.Cut(address[i+1:], "/")
		if isVersion(segment) {
			return address[:i]
		}
	}
	return address
}

// findRoot is the address of WithEndpoint for paths that begin with a version, where it
// ends in one itself, or in one and a project as in a catalogue. Where the servers of the
// document end in a version, too, it belongs to each address.
func (c *conn) findRoot() string {
	if c.settings.endpoint == "" {
		return ""
	}
	for _, server := range c.service.Servers {
		if _, versioned := withoutVersion(strings.TrimRight(server, "/")); versioned {
			return ""
		}
	}
	root, _ := withoutVersion(c.endpoint)
	return root
}

// withoutVersion cuts a version at the end of an address, and an ID after it.
func withoutVersion(address string) (root string, versioned bool) {
	scheme, path, _ := strings.Cut(address, "://")
	if path == "" { // of a document: "/v1"
		scheme, path = "", address
	} else {
		scheme += "://"
	}
	end := strings.LastIndexByte(path, '/')
	if end >= 0 && isID(path[end+1:]) {
		path = path[:end]
		end = strings.LastIndexByte(path, '/')
	}
	if end < 0 || !isVersion(path[end+1:]) {
		return "", false
	}
	return scheme + path[:end], true
}

// isID reports whether a segment of a path is like the IDs of projects: 32 hexadecimal
// digits, maybe with dashes between.
func isID(segment string) bool {
	digits := strings.ReplaceAll(segment, "-", "")
	return len(digits) == 32 && strings.Trim(digits, "0123456789abcdefABCDEF") == ""
}

// baseFor is the address that a path is appended to.
func (c *conn) baseFor(path string) string {
	if c.root == "" {
		return c.endpoint
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	first, _, _ = strings.Cut(first, "?")
	if version, _, _ := strings.Cut(first, "-"); isVersion(version) { // v3, and v3-ext as well
		return c.root
	}
	return c.endpoint
}

// isVersion reports whether a segment of a path is like v3 or V2.0.
func isVersion(segment string) bool {
	if len(segment) < 2 || segment[0] != 'v' && segment[0] != 'V' || segment[1] < '0' || segment[1] > '9' {
		return false
	}
	return strings.Trim(segment[1:], "0123456789.") == ""
}

// inRegion replaces the region in the host name of an address. A region that cannot be a label
// of a host name is an error: with it the address would be another host, which gets the token.
func inRegion(address, region string) (string, error) {
	scheme, rest, ok := strings.Cut(address, "://")
	if !ok || region == "" {
		return address, nil
	}
	host, path := rest, ""
	if i := strings.IndexByte(rest, '/'); i >= 0 {
		host, path = rest[:i], rest[i:]
	}
	labels := strings.SplitN(host, ".", 3)
	if len(labels) < 3 || !isRegion(labels[1]) {
		return address, nil
	}
	if !isLabel(region) {
		return "", fmt.Errorf("the region %q cannot be a part of the address %s", clean(region, maxCode), host)
	}
	labels[1] = region
	return scheme + "://" + strings.Join(labels, ".") + path, nil
}

// checkCatalog refuses an address of a catalogue that would get the token over plain HTTP
// although the login was over HTTPS. An address of WithEndpoint is the user's own decision.
func (c *conn) checkCatalog(address string) error {
	secure, ok := c.auth.(interface{ Secure() bool })
	if !ok || !secure.Secure() || !strings.HasPrefix(strings.ToLower(address), "http:") {
		return nil
	}
	return fmt.Errorf("the catalogue lists %s at %s, but the login was over HTTPS: the token would be sent in the clear; use WithEndpoint to send it all the same",
		c.service.Name, redact.URL(clean(address, maxText)))
}

// isRegion reports whether a label of a host name is like eu-de, eu-ch2 or ap-southeast-1:
// two letters, and one or two more parts, of which the first begins with a letter.
func isRegion(label string) bool {
	area, rest, ok := strings.Cut(label, "-")
	return ok && len(area) == 2 && isLabel(label) && area[0] >= 'a' && area[1] >= 'a' &&
		rest[0] >= 'a' && strings.Count(rest, "-") <= 1
}

// isLabel reports whether text can be one label of a host name, in lower case.
func isLabel(text string) bool {
	for _, c := range []byte(text) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return text != "" && len(text) <= 63 && text[0] != '-' && text[len(text)-1] != '-'
}
